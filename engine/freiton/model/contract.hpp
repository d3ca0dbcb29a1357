// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/plan_result.hpp"

namespace freiton {

/// What a service takes of the people: busy + idle + absent = agent hours.
struct Capacity {
    double agent_hours = 0.0;   // required on duty
    double busy_hours = 0.0;    // working on it, in opening hours
    double idle_hours = 0.0;    // its share of the time in which people are there and wait for work
    double absent_hours = 0.0;  // its share of the time for which people are planned who are absent
    double paid_hours = 0.0;    // with shrinkage
    double paid_fte = 0.0;
    std::optional<double> cost = 0.0;  // of the paid hours; unknown where that of a team is

    Capacity& operator+=(const Capacity& other);
};

/// Another promise in place of the agreed one: easier to keep, harder, or none at all.
enum class PriceStep { looser, tighter, without };
std::string_view price_step_name(PriceStep step);

/// The least staffing that is known with that promise, less the least that is known with all promises as agreed.
struct PromisePrice {
    PriceStep step = PriceStep::looser;
    std::vector<Promise> promises{};  // that the work has then
    double agent_hours = 0.0;
    double paid_fte = 0.0;
    std::optional<double> cost{};
    bool met = true;        // every promise that the plan keeps is kept, and these
    bool expected = false;  // so it is, but only by formulas that cannot vouch for it
};

/// One service, or several together.
struct ServiceSum {
    std::string name{};    // of the work, the customer, the segment; empty: of those that state none, or of all
    double offered = 0.0;  // over the horizon, as the plan counts
    Capacity capacity{};

    /// Of a contact that came; nothing where none came or cost is unknown.
    std::optional<double> cost_per_contact() const;
};

/// A kind of work as its customer sees it.
struct Service : ServiceSum {
    WorkIndex work{};
    std::vector<PromisePrice> prices{};
};

/// What a plan has above the cheapest that is known to keep all of it.
struct Spared {
    double agent_hours = 0.0;  // below 0 where that one has more people, who cost less
    std::optional<double> cost{};
    bool expected = false;  // that it keeps all of it is only expected
};

/// What a plan delivers to whom, and what it takes.
struct Contract {
    Scenario scenario;  // under the routing that was planned for
    PlanResult plan{};
    std::vector<Service> services{};  // as scenario.work()
    bool priced = true;               // false: all staff was given, so that no promise moves it
    std::optional<Spared> spared{};   // nothing: no cheaper one is known
    bool interrupted = false;         // stopped by its user: prices are missing, or the plan is not the last word

    /// In the order in which the file names them; empty where it names none.
    std::vector<ServiceSum> by_customer() const;
    std::vector<ServiceSum> by_segment() const;
    ServiceSum total() const;

    /// The targets of the plan that are of this work.
    std::vector<TargetResult> targets_of(WorkIndex work) const;
};

}  // namespace freiton
