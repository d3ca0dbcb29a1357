// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/model/work_demand.hpp"

namespace freiton {

/// What a group of post asks for beyond the hours of its people, in a horizon.
struct Excess {
    double asked_h = 0.0;  // of calls too that nobody else may take
    double hours = 0.0;    // of those, less what the people have
    double variance = 0.0;

    /// Without bound, if the horizon comes again and again.
    bool grows() const { return hours > rounding_h || (variance > 0.0 && hours > -rounding_h); }
    /// Of a group that does not grow: mean hours that one horizon leaves over to the next, in heavy traffic.
    double left_over() const { return variance > 0.0 ? variance / (-2.0 * hours) : 0.0; }

    static constexpr double rounding_h = 1e-6;
};

/// Some post, by its place in PostGroups::post(), and what it asks of its people together.
struct PostGroup {
    std::vector<std::size_t> post{};
    int urgency = 0;  // of the least urgent
    Excess excess{};
};

/// Post of a scenario, and the people of a plan who may take it: on duty after absence, less the calls that nobody else
/// may take, if those are as urgent. What no team joins, by post or by calls that it takes as well, is apart: what is
/// left over of one part says nothing of another.
class PostGroups {
  public:
    /// Calls take time as far as they are answered: by work, as a share of them; empty: all are.
    PostGroups(const Scenario& scenario, const StaffingPlan& plan, const std::vector<double>& answered);

    const std::vector<WorkDemand>& post() const { return post_; }
    std::size_t parts() const { return parts_.size(); }
    bool has_impatient_calls(std::size_t part) const;  // whose callers may leave the time that is missing

    /// What may be short of people in a part: everything that some of its teams take, in all combinations where these
    /// are few (4,096 at most). Else each kind, what its people take that is as urgent, what a maximum flow cannot
    /// serve, and all of it.
    ///
    /// What people of different pace can do is taken at the best pace that each team has in the group, so that what is
    /// in excess is so for certain. Where nobody stands in for an owner, what belongs to the same persons is a group,
    /// too.
    std::vector<PostGroup> groups(std::size_t part) const;

  private:
    struct OnDuty {
        double hours = 0.0;
        double variance = 0.0;  // by absence
    };
    // Demands of the same people, added up.
    struct Kind {
        WorkDemand sum{};
        std::vector<std::size_t> demands{};
        bool impatient = false;
    };
    struct Part {
        std::vector<Kind> post{};
        std::vector<Kind> calls{};
        std::vector<bool> teams{};
    };
    using Chosen = std::vector<bool>;  // by kind of post of a part
    // Who takes any of a group: by team the best pace (0: nobody), and how many persons (0: all).
    struct People {
        std::vector<double> pace{};
        std::vector<int> persons{};
    };

    void add(const WorkDemand& demand, std::size_t index, bool is_call, bool impatient);
    void find_parts(const Scenario& scenario);
    People people_of(const Part& part, const Chosen& chosen) const;
    double share_that_only_they_take(const WorkDemand& calls, const People& people) const;
    PostGroup group_of(const Part& part, const Chosen& chosen) const;
    PostGroup group_of_owners(const Part& part, std::size_t team, int from, int to) const;
    void add_owners(const Part& part, std::vector<PostGroup>& found) const;
    Chosen all_of_people_of(const Part& part, std::size_t kind) const;
    Chosen not_served(const Part& part) const;
    const OnDuty& on_duty(std::size_t team, int persons) const { return on_duty_[team].at(persons); }
    void set_on_duty(const Scenario& scenario, const StaffingPlan& plan);

    bool stand_ins_ = false;
    std::vector<WorkDemand> post_;
    std::vector<WorkDemand> calls_;
    std::vector<Part> parts_;
    std::vector<std::map<int, OnDuty>> on_duty_;  // by team, of so many persons at most; 0: of all
};

}  // namespace freiton
