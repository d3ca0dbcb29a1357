// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/checkpoint.hpp"

#include <fstream>

#include "freiton/core/checksum.hpp"
#include "freiton/core/files.hpp"

namespace freiton::study {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds durable_every{5};

fs::path made(const fs::path& directory) {
    std::error_code error;
    fs::create_directories(directory, error);
    if (error) throw OutputError{directory.string() + ": " + error.message()};
    return directory / Checkpoint::file_name;
}

std::string header_of(const input::Study& study, const std::string& engine_version) {
    return "freiton-study-run\t1\t" + std::to_string(study_key(study, engine_version)) + "\t" +
           std::to_string(study.variations()) + "\t" + engine_version;
}

[[noreturn]] void refuse(Rule rule, const fs::path& directory, std::vector<std::string> arguments = {}) {
    throw InputError{Problem{rule}.at({directory.string(), 0}).with(std::move(arguments))};
}

}  // namespace

std::uint64_t study_key(const input::Study& study, const std::string& engine_version) {
    input::StudyParts parts = study.parts();
    parts.title.clear();
    Checksum key;
    key.add(input::study_text(parts)).add(input::yaml_text(study.scenario_tree())).add(engine_version);
    for (const auto& [path, text] : study.tables()) key.add(path).add(text);
    return key.value();
}

Checkpoint::Checkpoint(const fs::path& directory, const input::Study& study, const std::string& engine_version,
                       bool resume)
    : file_{made(directory)} {
    if (!file_.locked()) refuse(Rule::study_runs, directory);
    const std::string header = header_of(study, engine_version);
    read(directory / file_name, header, study.variations());
    if (begun_ && !resume) {
        if (rows_.size() == study.variations()) refuse(Rule::study_finished, directory);
        refuse(Rule::study_unfinished, directory, {std::to_string(rows_.size()), std::to_string(study.variations())});
    }
    if (!begun_) file_.append(checked_line(header));
}

// Reads what is there, and cuts off a last line that was not written to its end. A header that was cut off, too, means
// that nothing was begun.
void Checkpoint::read(const fs::path& path, const std::string& header, std::size_t variations) {
    std::ifstream stream{path, std::ios::binary};
    std::vector<bool> done(variations, false);
    std::uint64_t whole_bytes = 0;
    for (std::string line; std::getline(stream, line) && !stream.eof();) {
        whole_bytes += line.size() + 1;
        if (!begun_) {
            if (body_of(line) != header) refuse(Rule::study_changed, path.parent_path());
            begun_ = true;
            continue;
        }
        auto row = lines_.read(line);
        if (!row || row->variation >= variations || done[row->variation]) continue;
        done[row->variation] = true;
        rows_.push_back(std::move(*row));
    }
    file_.shorten_to(whole_bytes);
}

void Checkpoint::add(const StudyRow& row) {
    file_.append(lines_.text(row));
    const auto now = std::chrono::steady_clock::now();
    if (now - synced_ < durable_every) return;
    file_.sync();
    synced_ = now;
}

}  // namespace freiton::study
