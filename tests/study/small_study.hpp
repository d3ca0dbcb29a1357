// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/temporary_folder.hpp"
#include "freiton/input/read_study.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/study/sweep.hpp"

namespace freiton::test {

/// A scenario of a few seconds of calls and post in one morning; `replications` sets how long a simulation takes.
inline std::string small_scenario(int replications = 30) {
    return R"(freiton: 1
calendar: {first_day: 2026-03-02, days: 1, open: "08:00-12:00", interval: 30 min}
work:
  sales:
    kind: call
    arrivals: {per_day: 160}
    handling_time: 4 min
    patience: 2 min
    target: {answered: 80 %, within: 20 s, over: day}
  post:
    kind: backlog
    arrivals: {per_day: 20}
    handling_time: 6 min
    target: {done: 90 %, within: 2 h}
teams:
  office: {handles: [sales, post], staff: 6, cost: 30 / h}
simulation: {seed: 7, replications: )" +
           std::to_string(replications) + "}\n";
}

/// A study of it in a folder of its own; `rest` is what follows `scenario:`.
class SmallStudy {
  public:
    explicit SmallStudy(const std::string& rest, int replications = 30) {
        folder_.write("base.yaml", small_scenario(replications));
        file_ = folder_.write("study.yaml", "freiton-study: 1\nscenario: base.yaml\n" + rest);
    }
    const std::filesystem::path& folder() const { return folder_.path(); }
    const std::filesystem::path& file() const { return file_; }
    std::filesystem::path out() const { return folder_.path() / "out"; }
    const TemporaryFolder& files() const { return folder_; }
    input::Study read() const { return input::read_study(file_); }
    study::Variations variations() const { return study::Variations{read()}; }

  private:
    TemporaryFolder folder_;
    std::filesystem::path file_;
};

inline constexpr const char* staff_grid = R"(vary:
  work.sales.arrivals.scale: [0.8, 1.0, 1.2]
  teams.office.staff: [5, 6, 7, 8]
question: simulate
)";

inline std::string csv_of(const StudyTable& table) {
    std::string csv;
    report::study_csv(table, [&](std::string_view bytes) { csv += bytes; });
    return csv;
}

}  // namespace freiton::test
