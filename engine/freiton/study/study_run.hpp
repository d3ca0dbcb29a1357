// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "freiton/core/run_control.hpp"
#include "freiton/input/read_study.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/study_table.hpp"
#include "freiton/study/checkpoint.hpp"
#include "freiton/study/design.hpp"

namespace freiton::study {

/// A study made ready: what each variation is, and what comes of it. Never changes; any thread may ask.
class Variations {
  public:
    explicit Variations(input::Study study);

    const input::Study& study() const { return study_; }
    std::size_t count() const { return study_.variations(); }
    std::vector<StudyValue> settings(std::size_t variation) const;

    /// Plans or simulates one variation, on the scenario's seed whatever the variation. What is wrong with it is a row
    /// with an error. Nothing if it was stopped on the way.
    std::optional<StudyRow> row(std::size_t variation, const RunControl& control) const;

  private:
    PlanResult answer(const Scenario& scenario, const RunControl& control) const;
    std::string told(const InputError& error) const;

    input::Study study_;
    Design design_;
};

/// What has been done of a study so far: kept in a folder, or only in memory where none is named.
class StudyRun {
  public:
    /// Throws like Checkpoint.
    StudyRun(const Variations& variations, const std::filesystem::path& directory, bool resume);

    /// In rising order.
    std::vector<std::size_t> missing() const;
    std::size_t done() const;

    /// Keeps a row, unless there is one of its variation already. Threads may add at the same time.
    void add(StudyRow row);

    /// The table of what is done. If that is everything, it is also written to the folder.
    StudyTable finish(bool interrupted);

    /// Lets go of the folder, for others to go on there. Nothing may be added any more.
    void close();

  private:
    const Variations& variations_;
    std::filesystem::path directory_;
    std::optional<Checkpoint> checkpoint_;
    bool open_ = true;
    mutable std::mutex mutex_;
    std::vector<std::optional<StudyRow>> rows_;
    std::size_t done_ = 0;
    StudyRow::Names names_;  // those of the row before, as most rows share them
};

}  // namespace freiton::study
