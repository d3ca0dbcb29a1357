// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "freiton/cli/terminal.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/change_scenario.hpp"
#include "freiton/report/html_writer.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/report/set_values.hpp"
#include "freiton/report/text_writer.hpp"
#include "freiton/report/xlsx_writer.hpp"

namespace freiton::cli {

void print(std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written) throw OutputError{std::string{"stdout: "} + std::strerror(errno)};
}

namespace {

std::vector<report::SetValue> set_values(const CommonOptions& common) {
    std::vector<report::SetValue> set;
    for (const input::Change& change : input::typed_changes(common.changes)) {
        const bool taken_away = change.value.kind == input::YamlNode::Kind::empty;
        set.push_back({change.path, taken_away ? "~" : input::flow_text(change.value)});
    }
    return set;
}

}  // namespace

void deliver(const report::Document& report, const std::function<std::string()>& json, const CommonOptions& common,
             const WorkbookOf& workbook) {
    const std::vector<report::SetValue> set = set_values(common);
    const report::Document whole = report::with_set_values(report, set);
    if (!common.html_file.empty()) write_file(common.html_file, report::html_of(whole));
    if (!common.xlsx_file.empty()) write_file(common.xlsx_file, report::xlsx_of(workbook(whole)));
    print(common.json ? report::json_with_set_values(json(), set) : report::text_of(whole, shape_of_stdout()));
}

void refuse_to_overwrite(const std::vector<std::filesystem::path>& files) {
    Problems problems;
    for (const std::filesystem::path& file : files)
        if (std::filesystem::exists(file)) problems.push_back(Problem{Rule::file_exists}.at({file.string(), 0}));
    if (!problems.empty()) throw InputError{std::move(problems)};
}

std::string import_answer(const LogSummary& summary, const std::vector<std::string>& written,
                          const CommonOptions& common) {
    if (common.json) return report::import_json(summary, written);
    std::string files;
    for (const std::string& file : written) files.append(files.empty() ? "" : ", ").append(file);
    return report::import_text(summary, common.language) + files + "\n";
}

void write_all(const std::filesystem::path& directory, const std::vector<report::NamedBytes>& files) {
    std::vector<std::pair<std::string, std::string_view>> bytes_by_name;
    bytes_by_name.reserve(files.size());
    for (const report::NamedBytes& file : files) bytes_by_name.emplace_back(file.name, file.bytes);
    write_files(directory, bytes_by_name);
}

}  // namespace freiton::cli
