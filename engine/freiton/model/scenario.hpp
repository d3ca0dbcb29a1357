// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "freiton/model/calendar.hpp"
#include "freiton/model/closed_arrivals.hpp"
#include "freiton/model/routing.hpp"
#include "freiton/model/team.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// When a site is open, within the calendar's hours and days.
struct SiteHours {
    std::optional<OpenWeek> open{};
    Holidays holidays{};
    friend bool operator==(const SiteHours&, const SiteHours&) = default;
};

/// Everything a scenario file says, defaults filled in, not yet checked across fields.
struct ScenarioParts {
    std::string title{};
    CalendarParts calendar{};
    std::vector<std::string> sites{};
    std::map<std::string, SiteHours> site_hours{};  // of those that differ from the calendar
    std::vector<Work> work{};
    std::vector<Team> teams{};
    Routing routing{};
    std::vector<Organisation> organisations{};
    SimulationOptions simulation{};
    PlanOptions plan{};
    std::vector<Share> quantiles{};  // of waits and turnarounds, beside those that every scenario has
    friend bool operator==(const ScenarioParts&, const ScenarioParts&) = default;
};

/// A scenario whose parts fit together, with its demand spelled out by interval. Immutable.
class Scenario {
  public:
    /// Throws InputError with every problem across fields; its keys name places in the scenario file.
    explicit Scenario(ScenarioParts parts);

    /// What the constructor would complain about, without throwing.
    static Problems check(const ScenarioParts& parts);

    const ScenarioParts& parts() const { return parts_; }
    const std::string& title() const { return parts_.title; }
    const Calendar& calendar() const { return calendar_; }
    const std::vector<Work>& work() const { return parts_.work; }
    const std::vector<Team>& teams() const { return parts_.teams; }
    std::size_t intervals() const { return calendar_.intervals().size(); }

    const std::vector<std::string>& sites() const { return parts_.sites; }

    /// Shares that are asked for of waits and turnarounds (quantile_figures.hpp).
    const std::vector<Share>& quantiles() const { return parts_.quantiles; }

    /// Who may take what, as the scenario says; the other organisations replace it.
    const Routing& routing() const { return parts_.routing; }

    /// The same scenario as one of its organisations has it, which must be there. How long to simulate, and how to
    /// plan, is as here, unless the organisation says so itself.
    Scenario organised_as(const std::string& organisation) const;

    /// Whether contacts of this work come from that site (an empty name: from none).
    bool comes_from(WorkIndex work, const std::string& site) const;

    /// Mean number of arrivals in each open interval, over all sites: the first contacts, and what others lead to (see
    /// caused_arrivals).
    const std::vector<double>& arrivals(WorkIndex work) const { return arrivals_[work]; }

    /// The same of one site, by its name; an empty name for what belongs to none.
    std::vector<double> arrivals_of_site(WorkIndex work, const std::string& site) const;

    /// Of it only first contacts, or also what comes for certain: nothing that callers lead to who may be lost.
    std::vector<double> first_arrivals_of_site(WorkIndex work, const std::string& site) const;
    std::vector<double> certain_arrivals_of_site(WorkIndex work, const std::string& site) const;

    /// Mean number that others lead to, in each open interval.
    std::vector<double> caused_arrivals_of_site(WorkIndex work, const std::string& site) const;

    /// What of the first contacts comes while the office is open, and what while it is closed.
    std::vector<double> arrivals_while_open(WorkIndex work, const std::string& site) const;
    ClosedPost closed_arrivals(WorkIndex work, const std::string& site) const;

    /// When contacts of this work from that site (an empty name: from none) are accepted.
    OpenMask accepted(WorkIndex work, const std::string& site) const;

  private:
    ScenarioParts parts_;
    Calendar calendar_;
    std::vector<std::map<std::string, std::vector<double>>> caused_;   // [work][site][interval]
    std::vector<std::map<std::string, std::vector<double>>> certain_;  // of those
    std::vector<std::vector<double>> arrivals_;                        // [work][interval]
};

}  // namespace freiton
