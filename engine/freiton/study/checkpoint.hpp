// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "freiton/core/append_file.hpp"
#include "freiton/input/read_study.hpp"
#include "freiton/study/row_lines.hpp"

namespace freiton::study {

/// What tells a run from all others: the study (its title apart), its scenario with the seed, the bytes of every table
/// that it names, and the engine's version.
std::uint64_t study_key(const input::Study& study, const std::string& engine_version);

/// DIR/checkpoint.tsv: what a run has done so far, one line for each variation, in the order in which they ended.
///
/// A line is written by one call the moment its variation ends, so a killed process loses nothing that was finished; it
/// is made durable at least every five seconds, so a machine that loses power loses no more than that. Every line has a
/// checksum: one that was cut off or damaged counts as not done. The file is locked while a run writes.
class Checkpoint {
  public:
    static constexpr const char* file_name = "checkpoint.tsv";

    /// Begins a run in the folder, which is made if need be, or goes on with the one that is there. Throws InputError
    /// if that is another study's, or is this one's and nobody asked to go on, or if somebody else is writing.
    Checkpoint(const std::filesystem::path& directory, const input::Study& study, const std::string& engine_version,
               bool resume);

    /// What earlier runs have done, each variation once. Empties it.
    std::vector<StudyRow> take_rows() { return std::move(rows_); }

    void add(const StudyRow& row);
    void sync() { file_.sync(); }

  private:
    void read(const std::filesystem::path& path, const std::string& header, std::size_t variations);

    AppendFile file_;
    RowLines lines_;
    std::vector<StudyRow> rows_;
    bool begun_ = false;  // the header is there
    std::chrono::steady_clock::time_point synced_ = std::chrono::steady_clock::now();
};

}  // namespace freiton::study
