// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/post_groups.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

#include "freiton/core/contracts.hpp"
#include "freiton/core/max_flow.hpp"

namespace freiton {

namespace {

constexpr std::size_t most_for_all_groups = 12;

bool shares_a_team(const std::vector<bool>& teams, const std::vector<double>& pace) {
    for (std::size_t t = 0; t < teams.size(); ++t)
        if (teams[t] && pace[t] > 0.0) return true;
    return false;
}

bool is_only_of(const WorkDemand& demand, std::size_t team) {
    for (std::size_t t = 0; t < demand.pace.size(); ++t)
        if ((demand.pace[t] > 0.0) != (t == team)) return false;
    return true;
}

}  // namespace

PostGroups::PostGroups(const Scenario& scenario, const StaffingPlan& plan, const std::vector<double>& answered)
    : stand_ins_{scenario.routing().backup > 0},
      post_{demands_of(scenario, WorkKind::backlog)},
      calls_{demands_of(scenario, WorkKind::call)} {
    EXPECTS(answered.empty() || answered.size() == scenario.work().size());
    for (WorkDemand& calls : calls_) calls.hours *= answered.empty() ? 1.0 : answered[calls.work];
    set_on_duty(scenario, plan);
    find_parts(scenario);
}

// Each person's day is a coin.
void PostGroups::set_on_duty(const Scenario& scenario, const StaffingPlan& plan) {
    const Calendar& calendar = scenario.calendar();
    const double length_h = Hours{calendar.interval_length()}.count();
    std::vector<int> limits = {0};
    for (const WorkDemand& demand : post_) limits.push_back(demand.owners);
    const int most_owners = *std::max_element(limits.begin(), limits.end());
    for (std::size_t t = 0; t < scenario.teams().size(); ++t) {
        const auto& absence = scenario.teams()[t].absence;
        const double away = absence ? absence->share.value() : 0.0;
        std::map<int, OnDuty>& of_team = on_duty_.emplace_back();
        std::vector<int> of_plan = limits;  // whoever is there only while more are is an owner unlike the others
        for (const int agents : plan.agents[t])
            if (agents < most_owners) of_plan.push_back(agents);
        for (const int persons : of_plan) {
            if (of_team.contains(persons)) continue;
            OnDuty& there = of_team[persons];
            for (int day = 0; day < calendar.days(); ++day) {
                const std::size_t first = calendar.first_interval(day);
                const std::size_t end = calendar.first_interval(day + 1);
                double of_day = 0.0;
                for (std::size_t i = first; i < end; ++i)
                    of_day += length_h * (persons > 0 ? std::min(persons, plan.agents[t][i]) : plan.agents[t][i]);
                there.hours += of_day * (1.0 - away);
                there.variance += of_day * length_h * static_cast<double>(end - first) * away * (1.0 - away);
            }
        }
    }
}

// A part is what teams join; what comes joins the parts whose teams may take it.
void PostGroups::find_parts(const Scenario& scenario) {
    for (std::size_t d = 0; d < post_.size(); ++d) add(post_[d], d, false, false);
    for (std::size_t d = 0; d < calls_.size(); ++d) {
        const Work& work = scenario.work()[calls_[d].work];
        add(calls_[d], d, true, work.may_lose());
    }
    const auto no_post = [](const Part& part) { return part.post.empty(); };
    parts_.erase(std::remove_if(parts_.begin(), parts_.end(), no_post), parts_.end());
}

void PostGroups::add(const WorkDemand& demand, std::size_t index, bool is_call, bool impatient) {
    Part joined{.teams = std::vector<bool>(demand.pace.size(), false)};
    for (std::size_t t = 0; t < demand.pace.size(); ++t) joined.teams[t] = demand.pace[t] > 0.0;
    std::vector<Part> others;
    for (Part& part : parts_) {
        if (!shares_a_team(part.teams, demand.pace)) {
            others.push_back(std::move(part));
            continue;
        }
        for (std::size_t t = 0; t < part.teams.size(); ++t) joined.teams[t] = joined.teams[t] || part.teams[t];
        std::move(part.post.begin(), part.post.end(), std::back_inserter(joined.post));
        std::move(part.calls.begin(), part.calls.end(), std::back_inserter(joined.calls));
    }
    std::vector<Kind>& kinds = is_call ? joined.calls : joined.post;
    const auto same = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) {
        return kind.impatient == impatient && kind.sum.urgency == demand.urgency && kind.sum.has_people_of(demand);
    });
    if (same == kinds.end()) {
        kinds.push_back({demand, {index}, impatient});
    } else {
        same->sum.hours += demand.hours;
        same->sum.variance += demand.variance;
        same->demands.push_back(index);
    }
    others.push_back(std::move(joined));
    parts_ = std::move(others);
}

bool PostGroups::has_impatient_calls(std::size_t part) const {
    const std::vector<Kind>& calls = parts_[part].calls;
    return std::any_of(calls.begin(), calls.end(), [](const Kind& kind) { return kind.impatient; });
}

PostGroups::People PostGroups::people_of(const Part& part, const Chosen& chosen) const {
    People people{std::vector<double>(on_duty_.size(), 0.0), std::vector<int>(on_duty_.size(), 0)};
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        if (!chosen[k]) continue;
        const WorkDemand& kind = part.post[k].sum;
        for (std::size_t t = 0; t < on_duty_.size(); ++t) {
            if (kind.pace[t] <= 0.0) continue;
            double& pace = people.pace[t];
            int& persons = people.persons[t];
            // Owners are the first persons of a team, for each kind the same.
            persons = pace > 0.0 && (persons == 0 || kind.owners == 0) ? 0 : std::max(persons, kind.owners);
            pace = pace > 0.0 ? std::min(pace, kind.pace[t]) : kind.pace[t];
        }
    }
    return people;
}

// How much of a group's hours an hour of these calls takes at least; 0 if others may take them.
double PostGroups::share_that_only_they_take(const WorkDemand& calls, const People& people) const {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t t = 0; t < on_duty_.size(); ++t) {
        if (calls.pace[t] <= 0.0) continue;
        const bool everybody = people.persons[t] == 0 || (calls.owners > 0 && calls.owners <= people.persons[t]);
        if (people.pace[t] <= 0.0 || !everybody) return 0.0;
        least = std::min(least, calls.pace[t] / people.pace[t]);
    }
    return std::isinf(least) ? 0.0 : least;
}

PostGroup PostGroups::group_of(const Part& part, const Chosen& chosen) const {
    PostGroup group;
    Excess& excess = group.excess;
    const auto ask = [&](const WorkDemand& demand, double share) {
        excess.asked_h += demand.hours * share;
        excess.variance += demand.variance * share * share;
    };
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        if (!chosen[k]) continue;
        ask(part.post[k].sum, 1.0);
        group.urgency =
            group.post.empty() ? part.post[k].sum.urgency : std::max(group.urgency, part.post[k].sum.urgency);
        const std::vector<std::size_t>& demands = part.post[k].demands;
        group.post.insert(group.post.end(), demands.begin(), demands.end());
    }
    std::sort(group.post.begin(), group.post.end());
    const People people = people_of(part, chosen);
    for (const Kind& calls : part.calls)
        if (calls.sum.urgency <= group.urgency) ask(calls.sum, share_that_only_they_take(calls.sum, people));
    excess.hours = excess.asked_h;
    for (std::size_t t = 0; t < on_duty_.size(); ++t) {
        const double pace = people.pace[t];
        if (pace <= 0.0) continue;
        const OnDuty& there = on_duty(t, people.persons[t]);
        excess.hours -= there.hours / pace;
        excess.variance += there.variance / (pace * pace);
    }
    return group;
}

// What belongs to the persons of a team from one place to another, each of whom does his part alone.
PostGroup PostGroups::group_of_owners(const Part& part, std::size_t team, int from, int to) const {
    PostGroup group;
    Excess& excess = group.excess;
    double pace = std::numeric_limits<double>::infinity();
    const auto ask = [&](const WorkDemand& demand, double worth) {
        const double share = worth * (to - from) / demand.owners;
        excess.asked_h += demand.hours * share;
        excess.variance += demand.variance * share * worth;
    };
    for (const Kind& kind : part.post) {
        if (kind.sum.owners < to || !is_only_of(kind.sum, team)) continue;
        ask(kind.sum, 1.0);
        pace = std::min(pace, kind.sum.pace[team]);
        group.urgency = group.post.empty() ? kind.sum.urgency : std::max(group.urgency, kind.sum.urgency);
        group.post.insert(group.post.end(), kind.demands.begin(), kind.demands.end());
    }
    std::sort(group.post.begin(), group.post.end());
    for (const Kind& calls : part.calls)
        if (calls.sum.owners >= to && is_only_of(calls.sum, team) && calls.sum.urgency <= group.urgency)
            ask(calls.sum, calls.sum.pace[team] / pace);
    const OnDuty before = from > 0 ? on_duty(team, from) : OnDuty{};
    excess.hours = excess.asked_h - (on_duty(team, to).hours - before.hours) / pace;
    excess.variance += (on_duty(team, to).variance - before.variance) / (pace * pace);
    return group;
}

void PostGroups::add_owners(const Part& part, std::vector<PostGroup>& found) const {
    if (stand_ins_) return;
    for (std::size_t t = 0; t < on_duty_.size(); ++t) {
        std::set<int> places;
        for (const Kind& kind : part.post)
            if (kind.sum.owners > 0 && is_only_of(kind.sum, t)) places.insert(kind.sum.owners);
        const int last = places.empty() ? 0 : *places.rbegin();
        for (const auto& [persons, there] : on_duty_[t])
            if (persons > 0 && persons < last) places.insert(persons);
        int from = 0;
        for (const int to : places) {
            if (places.size() > 1) found.push_back(group_of_owners(part, t, from, to));  // else all of them are alike
            from = to;
        }
    }
}

PostGroups::Chosen PostGroups::all_of_people_of(const Part& part, std::size_t kind) const {
    const std::vector<double>& people = part.post[kind].sum.pace;
    Chosen chosen(part.post.size(), true);
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        chosen[k] = part.post[k].sum.urgency <= part.post[kind].sum.urgency;
        for (std::size_t t = 0; t < people.size(); ++t)
            chosen[k] = chosen[k] && (part.post[k].sum.pace[t] <= 0.0 || people[t] > 0.0);
    }
    return chosen;
}

// Work flows through teams, each at its best pace; what lies before the least cut is not served.
PostGroups::Chosen PostGroups::not_served(const Part& part) const {
    constexpr double units_an_hour = 1e6;
    const auto units = [](double hours) { return static_cast<std::int64_t>(std::llround(hours * units_an_hour)); };
    const People all = people_of(part, Chosen(part.post.size(), true));
    MaxFlow flow{2};
    std::vector<std::size_t> team(on_duty_.size());
    for (std::size_t t = 0; t < team.size(); ++t) {
        team[t] = flow.add_vertex();
        if (all.pace[t] > 0.0) flow.connect(team[t], MaxFlow::sink, units(on_duty(t, 0).hours / all.pace[t]));
    }
    const auto add_kind = [&](const WorkDemand& kind) {
        const std::size_t vertex = flow.add_vertex();
        flow.connect(MaxFlow::source, vertex, units(kind.hours));
        for (std::size_t t = 0; t < team.size(); ++t)
            if (kind.pace[t] > 0.0) flow.connect(vertex, team[t], units(kind.hours));
        return vertex;
    };
    std::vector<std::size_t> kinds;
    for (const Kind& kind : part.post) kinds.push_back(add_kind(kind.sum));
    for (const Kind& calls : part.calls)
        if (shares_a_team(part.teams, calls.sum.pace) && share_that_only_they_take(calls.sum, all) > 0.0)
            add_kind(calls.sum);
    flow.solve();
    Chosen chosen;
    for (const std::size_t vertex : kinds) chosen.push_back(flow.is_on_source_side(vertex));
    return chosen;
}

std::vector<PostGroup> PostGroups::groups(std::size_t index) const {
    const Part& part = parts_[index];
    const std::size_t kinds = part.post.size();
    std::vector<PostGroup> found;
    add_owners(part, found);
    if (kinds <= most_for_all_groups) {
        for (unsigned bits = 1; bits < 1U << kinds; ++bits) {
            Chosen chosen(kinds);
            for (std::size_t k = 0; k < kinds; ++k) chosen[k] = (bits >> k & 1U) != 0;
            found.push_back(group_of(part, chosen));
        }
        return found;
    }
    for (std::size_t k = 0; k < kinds; ++k) {
        Chosen alone(kinds, false);
        alone[k] = true;
        found.push_back(group_of(part, alone));  // owners may be short where their team is not
        found.push_back(group_of(part, all_of_people_of(part, k)));
    }
    found.push_back(group_of(part, not_served(part)));
    found.push_back(group_of(part, Chosen(kinds, true)));
    return found;
}

}  // namespace freiton
