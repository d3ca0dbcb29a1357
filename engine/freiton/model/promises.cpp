// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/promises.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "freiton/model/eligibility.hpp"

namespace freiton {

namespace {

// Sites whose contacts are judged apart; one that is none: all together.
std::vector<std::optional<std::string>> judged_sites(const Scenario& scenario, WorkIndex work) {
    const Reach reach = reach_of(scenario, scenario.work()[work]);
    std::vector<std::optional<std::string>> sites;
    if (reach == Reach::site || reach == Reach::owner)
        for (const std::string& site : scenario.sites())
            if (scenario.comes_from(work, site)) sites.push_back(site);
    if (sites.empty()) sites.emplace_back(std::nullopt);
    return sites;
}

void set_deadline(const Deadline& within, Promise& promise) {
    if (within.clock == Clock::working_days)
        promise.within_days = within.working_days;
    else
        promise.within = within.time;
}

void add_call_promises(const Work& work, const Promise& base, std::vector<Promise>& promises) {
    const CallTarget& target = *work.call_target;
    const auto add = [&](PromiseKind kind, double wanted) {
        Promise promise = base;
        promise.kind = kind;
        promise.over = target.over;
        promise.wanted = wanted;
        if (kind == PromiseKind::answered) promise.within = target.within;
        if (kind == PromiseKind::called_back) set_deadline(work.callback->within, promise);
        promises.push_back(std::move(promise));
    };
    if (target.answered) add(PromiseKind::answered, target.answered->value());
    if (target.abandoned) add(PromiseKind::abandoned, target.abandoned->value());
    if (target.average_wait) add(PromiseKind::average_wait, target.average_wait->count());
    if (target.wait_probability) add(PromiseKind::wait_probability, target.wait_probability->value());
    if (target.called_back) add(PromiseKind::called_back, target.called_back->value());
}

void add_backlog_promises(const BacklogTarget& target, const Promise& base, std::vector<Promise>& promises) {
    const auto add = [&](PromiseKind kind, const std::optional<Share>& wanted) {
        if (!wanted) return;
        Promise promise = base;
        promise.kind = kind;
        promise.over = target.over;
        promise.wanted = wanted->value();
        set_deadline(target.within, promise);
        promises.push_back(std::move(promise));
    };
    add(PromiseKind::done, target.done);
    add(PromiseKind::tried, target.tried);
    add(PromiseKind::reached, target.reached);
}

// Each followed by the share of days on which it is to be kept.
std::vector<Promise> with_assurance(std::vector<Promise> promises, const Share& days) {
    std::vector<Promise> all;
    for (Promise& promise : promises) {
        Promise kept{.kind = PromiseKind::kept_days, .work = promise.work, .site = promise.site};
        kept.over = Scope::horizon;  // one number
        kept.wanted = days.value();
        kept.each_day = std::make_shared<const Promise>(promise);
        all.push_back(std::move(promise));
        all.push_back(std::move(kept));
    }
    return all;
}

// One for each limit that the team has at some time, the lowest first.
void add_occupancy_promises(const Scenario& scenario, TeamIndex team, std::vector<Promise>& promises) {
    const Varying<Share>& limit = scenario.teams()[team].max_occupancy;
    if (limit.empty()) return;
    std::map<double, std::vector<bool>> when;
    for (IntervalIndex i{0}; i < scenario.intervals(); ++i)
        if (const auto here = limit.at(scenario.calendar(), i)) {
            std::vector<bool>& mask = when[here->value()];
            mask.resize(scenario.intervals());
            mask[i] = true;
        }
    for (auto& [wanted, mask] : when) {
        const bool always = std::all_of(mask.begin(), mask.end(), [](bool here) { return here; });
        promises.push_back({.kind = PromiseKind::max_occupancy, .team = team, .wanted = wanted});
        if (!always) promises.back().when = std::move(mask);
    }
}

}  // namespace

std::string_view promise_name(PromiseKind kind) {
    constexpr std::array<std::string_view, 10> names = {
        "answered", "abandoned", "average_wait", "wait_probability", "called_back",
        "done",     "tried",     "reached",      "kept_days",        "max_occupancy"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view scope_name(Scope scope) {
    return scope == Scope::interval ? "interval" : scope == Scope::day ? "day" : "horizon";
}

bool Promise::kept_by(double value) const {
    if (std::isnan(value)) return true;
    return at_least() ? value >= wanted * (1.0 - promise_slack) : value <= wanted * (1.0 + promise_slack);
}

bool Promise::is_like(const Promise& other) const {
    if (kind != other.kind || site != other.site) return false;
    if (team) return other.team && wanted == other.wanted;  // a team has limits by interval
    return other.work && (!each_day || each_day->is_like(*other.each_day));
}

bool Promise::asks_as_much_as(const Promise& other) const {
    return is_like(other) && wanted == other.wanted && over == other.over && within == other.within &&
           within_days == other.within_days && when == other.when &&
           (!each_day || each_day->asks_as_much_as(*other.each_day));
}

std::vector<Promise> promises_of(const Scenario& scenario) {
    std::vector<Promise> promises;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        for (const auto& site : judged_sites(scenario, w)) {
            const Promise base{.work = w, .site = site};
            if (work.call_target) add_call_promises(work, base, promises);
            if (work.backlog_target) add_backlog_promises(*work.backlog_target, base, promises);
        }
    }
    if (const auto& days = scenario.parts().plan.assurance_days) promises = with_assurance(std::move(promises), *days);
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) add_occupancy_promises(scenario, t, promises);
    return promises;
}

}  // namespace freiton
