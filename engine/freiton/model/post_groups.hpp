// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton {

/// Work of one kind from one site, as much as comes in a horizon, in hours of the fastest team that may take it.
struct WorkDemand {
    WorkIndex work{};
    std::string site{};
    std::vector<bool> takers{};  // by team
    double item_h = 0.0;
    double hours = 0.0;
    double variance = 0.0;  // of those: Poisson numbers, handling times, day_cv and interval_cv
};

/// What a group of post asks for beyond the hours of its people, in a horizon.
struct Excess {
    double asked_h = 0.0;
    double hours = 0.0;
    double variance = 0.0;

    /// Without bound, if the horizon comes again and again.
    bool grows() const { return hours > rounding_h || (variance > 0.0 && hours > -rounding_h); }
    /// Of a group that does not grow: mean hours that one horizon leaves over to the next, in heavy traffic.
    double left_over() const { return hours < 0.0 ? variance / (-2.0 * hours) : 0.0; }

    static constexpr double rounding_h = 1e-6;
};

/// Post of a scenario in all its groups, and the people of a plan who may take any of a group: on duty after absence,
/// less the calls that nobody else may take. A group is a set of bits, one for each demand.
class PostGroups {
  public:
    PostGroups(const Scenario& scenario, const StaffingPlan& plan);

    /// The same with no more calls than are answered, as results have it.
    PostGroups(const Scenario& scenario, const StaffingPlan& plan, const std::vector<WorkPerformance>& results);

    const std::vector<WorkDemand>& post() const { return post_; }
    std::vector<WorkIndex> work_of(std::uint64_t group) const;

    /// All groups where they are few (4,096 at most), else each demand on its own and all together.
    template <class Ask>
    void for_each(Ask ask) const {
        constexpr std::size_t most_for_all_groups = 12;
        const std::size_t kinds = std::min<std::size_t>(post_.size(), 63);
        const std::uint64_t all = (std::uint64_t{1} << kinds) - 1;
        if (kinds <= most_for_all_groups) {
            for (std::uint64_t group = 1; group <= all; ++group) ask(group, excess(group));
            return;
        }
        for (std::size_t d = 0; d < kinds; ++d) ask(std::uint64_t{1} << d, excess(std::uint64_t{1} << d));
        ask(all, excess(all));
    }

    static bool has(std::uint64_t group, std::size_t demand) { return (group >> demand & 1U) != 0; }

  private:
    struct OnDuty {
        double hours = 0.0;
        double variance = 0.0;  // by absence
    };

    Excess excess(std::uint64_t group) const;
    static std::vector<OnDuty> on_duty(const Scenario& scenario, const StaffingPlan& plan);

    std::vector<WorkDemand> post_;
    std::vector<WorkDemand> calls_;
    std::vector<OnDuty> on_duty_;  // by team
};

}  // namespace freiton
