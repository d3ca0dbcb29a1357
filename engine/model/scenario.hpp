// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/calendar.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// People with the same skills, sharing one roster.
struct Team {
    std::string name;
    std::vector<std::string> handles{};    // names of work, in order of preference
    Share shrinkage{};                     // paid hours = required hours / (1 - shrinkage)
    int least = 0;                         // `min`
    std::optional<int> most{};             // `max`
    std::optional<Share> max_occupancy{};  // largest share of their time that people work
};

/// Everything a scenario file says, defaults filled in, not yet checked across fields.
struct ScenarioParts {
    std::string title{};
    CalendarParts calendar{};
    std::vector<Work> work{};
    std::vector<Team> teams{};
};

/// A scenario whose parts fit together, with its demand spelled out by interval. Immutable.
class Scenario {
  public:
    /// Throws InputError with every problem across fields; its keys name places in the scenario file.
    explicit Scenario(ScenarioParts parts);

    /// What the constructor would complain about, without throwing.
    static Problems check(const ScenarioParts& parts);

    const std::string& title() const { return parts_.title; }
    const Calendar& calendar() const { return calendar_; }
    const std::vector<Work>& work() const { return parts_.work; }
    const std::vector<Team>& teams() const { return parts_.teams; }
    std::size_t intervals() const { return calendar_.intervals().size(); }

    /// Mean number of arrivals in each open interval.
    const std::vector<double>& arrivals(std::size_t work) const { return arrivals_[work]; }

  private:
    ScenarioParts parts_;
    Calendar calendar_;
    std::vector<std::vector<double>> arrivals_;  // [work][interval]
};

}  // namespace freiton
