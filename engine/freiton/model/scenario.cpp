// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/scenario.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "freiton/model/caused_arrivals.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/opening.hpp"
#include "freiton/model/quantile_figures.hpp"
#include "freiton/model/recorded.hpp"
#include "freiton/model/scenario_check.hpp"
#include "freiton/model/volume_limits.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

void check_unique(const std::vector<std::string>& names, const std::string& key, Problems& problems) {
    std::unordered_set<std::string> met;
    for (const std::string& name : names)
        if (!met.insert(name).second) problems.push_back(Problem{Rule::name_twice}.on(key).got(name));
}

void check_demand(const ScenarioParts& parts, const Calendar& calendar, const Work& work, Problems& problems) {
    const std::string key = "work." + work.name + ".arrivals";
    const AcceptedHours accepted{parts, calendar, work};
    check_volumes(work.arrivals, calendar, key, problems, accepted, work.kind);
    check_by_interval(work, calendar, "work." + work.name, problems);
    check_recorded(work, calendar, key, problems, accepted);
    check_moment_of_calls(work, calendar, key, problems, accepted);
    if (problems.empty()) check_volume_limits(work, calendar, key, problems, accepted);
}

ScenarioParts checked(ScenarioParts parts) {
    if (Problems problems = Scenario::check(parts); !problems.empty()) throw InputError{std::move(problems)};
    return parts;
}

}  // namespace

Problems Scenario::check(const ScenarioParts& parts) {
    Problems problems;
    Calendar::check(parts.calendar, problems);
    std::optional<Calendar> calendar = problems.empty() ? std::optional<Calendar>{parts.calendar} : std::nullopt;
    if (calendar) check_length(parts, *calendar, problems);
    if (!problems.empty()) calendar.reset();
    if (calendar) check_opening(parts, problems);
    if (!problems.empty()) calendar.reset();
    check_unique(parts.sites, "sites", problems);
    if (parts.work.empty()) problems.push_back(Problem{Rule::work_missing}.on("work"));
    if (parts.teams.empty()) problems.push_back(Problem{Rule::team_missing}.on("teams"));
    const ScenarioNames names{parts};
    for (const Work& work : parts.work) {
        if (calendar) check_demand(parts, *calendar, work, problems);
        if (calendar) check_ways(*calendar, work, problems);
        check_work(parts, names, work, problems);
    }
    for (const Team& team : parts.teams) {
        check_team(names, team, problems);
        check_while_chatting(parts.work, team, problems);
        if (calendar) check_team_values(team, *calendar, problems);
        if (calendar) check_staff(parts, team, *calendar, problems);
    }
    check_routing(parts, names, parts.routing, "routing", problems);
    for (const Organisation& organisation : parts.organisations)
        if (organisation.changes.empty())  // the others are scenarios of their own
            check_routing(parts, names, organisation.routing, "organisations." + organisation.name, problems);
    check_work_of_sites(parts, names, problems);
    check_leads_end(parts, problems);
    check_assurance(parts.plan, problems);
    if (calendar) check_alike(parts.plan, *calendar, problems);
    if (const std::size_t asked = quantiles_beside_the_usual(parts.quantiles); asked > most_asked_quantiles)
        problems.push_back(Problem{Rule::quantiles_too_many}
                               .on("quantiles")
                               .with({std::to_string(asked), std::to_string(most_asked_quantiles)}));
    return problems;
}

Scenario::Scenario(ScenarioParts parts) : parts_{checked(std::move(parts))}, calendar_{parts_.calendar} {
    caused_ = caused_arrivals(*this, true);
    certain_ = caused_arrivals(*this, false);
    for (WorkIndex w{0}; w < parts_.work.size(); ++w) {
        std::vector<double> all = arrivals_of_site(w, "");
        for (const std::string& site : parts_.sites) {
            const std::vector<double> of_site = arrivals_of_site(w, site);
            for (std::size_t i = 0; i < all.size(); ++i) all[i] += of_site[i];
        }
        arrivals_.push_back(std::move(all));
    }
}

Scenario Scenario::organised_as(const std::string& organisation) const {
    const auto found = std::find_if(parts_.organisations.begin(), parts_.organisations.end(),
                                    [&](const Organisation& one) { return one.name == organisation; });
    EXPECTS(found != parts_.organisations.end());
    ScenarioParts parts = found->parts ? *found->parts : parts_;
    parts.organisations = parts_.organisations;
    parts.routing = found->routing;
    const auto says = [&](const std::string& key) {
        return std::any_of(found->changes.begin(), found->changes.end(),
                           [&](const KeyChange& change) { return change.path.starts_with(key); });
    };
    if (!says("simulation")) parts.simulation = parts_.simulation;
    if (!says("plan")) parts.plan = parts_.plan;
    return Scenario{std::move(parts)};
}

bool Scenario::comes_from(WorkIndex work, const std::string& site) const {
    return freiton::comes_from(parts_.work[work], site);
}

namespace {

void add_to(std::vector<double>& sum, const std::map<std::string, std::vector<double>>& by_site,
            const std::string& site) {
    if (const auto found = by_site.find(site); found != by_site.end())
        std::transform(sum.begin(), sum.end(), found->second.begin(), sum.begin(), std::plus<>{});
}

}  // namespace

std::vector<double> Scenario::arrivals_of_site(WorkIndex work, const std::string& site) const {
    std::vector<double> all = first_arrivals_of_site(work, site);
    add_to(all, caused_[work], site);
    return all;
}

std::vector<double> Scenario::certain_arrivals_of_site(WorkIndex work, const std::string& site) const {
    std::vector<double> certain = first_arrivals_of_site(work, site);
    add_to(certain, certain_[work], site);
    return certain;
}

std::vector<double> Scenario::caused_arrivals_of_site(WorkIndex work, const std::string& site) const {
    std::vector<double> caused(calendar_.intervals().size(), 0.0);
    add_to(caused, caused_[work], site);
    return caused;
}

std::vector<double> Scenario::first_arrivals_of_site(WorkIndex work, const std::string& site) const {
    return volumes_of_site(parts_.work[work].arrivals, calendar_, site, accepted(work, site));
}

std::vector<double> Scenario::arrivals_while_open(WorkIndex work, const std::string& site) const {
    return volumes_while_open(parts_.work[work].arrivals, calendar_, site, accepted(work, site));
}

ClosedPost Scenario::closed_arrivals(WorkIndex work, const std::string& site) const {
    return closed_arrivals_of_site(parts_.work[work].arrivals, calendar_, site, accepted(work, site));
}

OpenMask Scenario::accepted(WorkIndex work, const std::string& site) const {
    return accepted_when(parts_, calendar_, parts_.work[work], site);
}

}  // namespace freiton
