// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "study/agreement.hpp"

namespace freiton::test {

/// Something that a scenario may say, which can be left out while all else stays, and the warnings that own up to what
/// a formula makes of it.
struct Word {
    std::string name;
    std::function<bool(ScenarioParts&)> leave_out;  // false where the scenario does not say it
    std::vector<WarningCode> named{};
};

template <class Value>
bool put(Value& value, const Value& plain) {
    return !(std::exchange(value, plain) == plain);
}

/// A member of each kind of work, or of each team, as it is where nobody says anything; or a member of that.
template <class Value, class Place>
auto leave_out(std::vector<Place> ScenarioParts::*places, Value Place::*member) {
    return [places, member](ScenarioParts& parts) {
        bool any = false;
        for (Place& place : parts.*places) any = put(place.*member, Value{}) || any;
        return any;
    };
}
template <class Value, class Outer>
auto leave_out(Outer Work::*outer, Value Outer::*member) {
    return [outer, member](ScenarioParts& parts) {
        bool any = false;
        for (Work& work : parts.work) any = put(work.*outer.*member, Value{}) || any;
        return any;
    };
}
template <class Value>
auto of_work(Value Work::*member) {
    return leave_out(&ScenarioParts::work, member);
}
template <class Value>
auto of_team(Value Team::*member) {
    return leave_out(&ScenarioParts::teams, member);
}

inline bool exponential(std::vector<Work>& works, DurationLaw& (*law)(Work&)) {
    bool any = false;
    for (Work& work : works)
        if (DurationLaw& one = law(work); one.law != Law::exponential) {
            one.law = Law::exponential;
            one.cv = DurationLaw{}.cv;
            any = true;
        }
    return any;
}

/// The words that offices of the campaign may have. Those of the plan and of promises are not among them: they change
/// the question, not the office.
inline const std::vector<Word>& words_to_leave_out() {
    using P = ScenarioParts;
    using W = WarningCode;
    static DurationLaw none{};
    static const std::vector<Word> words = {
        {"work.arrivals.day_cv", leave_out(&Work::arrivals, &Arrivals::day_cv)},
        {"work.redial", of_work(&Work::redial), {W::redial_at_once, W::caused_left_aside}},
        {"work.lines", of_work(&Work::lines)},
        {"work.priority", of_work(&Work::priority), {W::priorities_stepwise, W::calls_beside_post}},
        {"work.owners", [](P& p) { return p.routing.reach != Reach::owner && of_work(&Work::owners)(p); }},
        {"work.opening_backlog", of_work(&Work::opening_backlog)},
        {"work.arrivals.at", leave_out(&Work::arrivals, &Arrivals::at)},
        {"work.handling_time.law",
         [](P& p) { return exponential(p.work, [](Work& w) -> DurationLaw& { return w.handling_time; }); },
         {W::handling_time_stretched}},
        {"work.patience.law",
         [](P& p) {
             return exponential(p.work, [](Work& w) -> DurationLaw& { return w.patience ? *w.patience : none; });
         },
         {W::patience_exponential}},
        {"teams.handling_time", of_team(&Team::handling_time), {W::team_handling_time_mixed}},
        {"teams.absence", of_team(&Team::absence), {W::absence_by_nodes}},
        {"work.balk", of_work(&Work::balk)},
        {"work.wrap_up", of_work(&Work::wrap_up), {W::lines_until_wrapped_up}},
        {"work.handling_time.day_cv",
         leave_out(&Work::handling_time, &DurationLaw::day_cv),
         {W::handling_time_of_the_day_as_volume}},
        {"work.handling_time.by_interval", leave_out(&Work::handling_time, &DurationLaw::by_interval)},
        {"work.arrivals.interval_cv", leave_out(&Work::arrivals, &Arrivals::interval_cv)},
        {"work.arrivals.around_the_clock",
         leave_out(&Work::arrivals, &Arrivals::around_the_clock),
         {W::closed_post_by_wall_clock}},
        {"work.open", of_work(&Work::open)},
        {"work.ages", of_work(&Work::ages), {W::ages_left_aside}},
        {"work.leads_to", of_work(&Work::leads_to), {W::caused_at_once}},
        {"work.chased", of_work(&Work::chased), {W::caused_left_aside}},
        {"work.callback", of_work(&Work::callback), {W::callbacks_left_aside}},
        {"work.window", of_work(&Work::window), {W::list_as_post}},
        {"work.reach", of_work(&Work::reach), {W::helpers_differ}},
        {"work.prefer", of_work(&Work::prefer), {W::own_site_first_as_pool, W::overflow_as_own_site}},
        {"work.after", of_work(&Work::after), {W::overflow_as_own_site}},
        {"teams.open", of_team(&Team::open)},
        {"teams.after", of_team(&Team::after), {W::overflow_as_own_site, W::helpers_differ}},
        {"teams.away", of_team(&Team::away), {W::away_as_at_home}},
        {"teams.reserved", of_team(&Team::reserved), {W::kept_left_aside}},
        {"teams.switching", of_team(&Team::switching), {W::switching_left_aside}},
        {"teams.while_chatting", of_team(&Team::while_chatting), {W::chats_as_calls}},
        {"work.leads_to.warm",
         [](P& p) {
             bool any = false;
             for (Work& work : p.work)
                 for (LeadsTo& lead : work.leads_to) any = std::exchange(lead.warm, false) || any;
             return any;
         },
         {W::warm_left_aside}},
        {"work.redial.as",
         [](P& p) {
             bool any = false;
             for (Work& work : p.work) any = (work.redial && std::exchange(work.redial->as, std::nullopt)) || any;
             return any;
         },
         {W::caused_left_aside}},
        {"work.patience.by_interval",
         [](P& p) {
             bool any = false;
             for (Work& work : p.work)
                 any = (work.patience && !std::exchange(work.patience->by_interval, {}).empty()) || any;
             return any;
         }},
        {"work.target.short",
         [](P& p) {
             bool any = false;
             for (Work& work : p.work)
                 any =
                     (work.call_target && std::exchange(work.call_target->short_wait, Seconds{}).count() > 0.0) || any;
             return any;
         }},
        {"routing.prefer",
         [](P& p) { return put(p.routing.prefer, Prefer::none); },
         {W::own_site_first_as_pool, W::overflow_as_own_site, W::helpers_differ}},
        {"routing.after", [](P& p) { return put(p.routing.after, Seconds{}); }, {W::overflow_as_own_site}},
        {"routing.backup", [](P& p) { return put(p.routing.backup, 0); }, {W::owners_as_parts}},
        {"routing.interrupt",
         [](P& p) { return put(p.routing.interrupt, {}); },
         {W::post_slows_calls, W::skills_by_preference, W::calls_beside_post}},
        {"routing.keep_free", [](P& p) { return put(p.routing.keep_free, 0); }},
        {"routing.when_staff_drops", [](P& p) { return put(p.routing.when_staff_drops, WhenStaffDrops::finish); }},
        {"routing.at_close", [](P& p) { return put(p.routing.at_close, AtClose::serve); }},
    };
    return words;
}

/// Every figure of the whole horizon.
inline std::vector<double> all_figures(const Performance& of) {
    std::vector<double> figures;
    for (const WorkPerformance& work : of.work) {
        for (const auto& name : call_figure_names()) figures.push_back(work.calls.total.*name.member);
        for (const auto& name : backlog_figure_names()) figures.push_back(work.backlog.total.*name.member);
    }
    for (const TeamPerformance& team : of.teams) figures.push_back(team.occupancy);
    for (const TargetResult& target : of.targets) figures.push_back(target.reached);
    return figures;
}
inline bool same_figures(const Performance& a, const Performance& b) {
    const std::vector<double> x = all_figures(a);
    const std::vector<double> y = all_figures(b);
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [](double one, double other) { return one == other || (std::isnan(one) && std::isnan(other)); });
}

/// The most by which a target differs beyond doubt: in points of a share, or parts of a promised mean wait.
inline double moved(const Performance& a, const Performance& b) {
    double most = 0.0;
    for (std::size_t t = 0; t < std::min(a.targets.size(), b.targets.size()); ++t) {
        const TargetResult& one = a.targets[t];
        const double by = std::abs(one.reached - b.targets[t].reached) - one.half_width.value_or(0.0) -
                          b.targets[t].half_width.value_or(0.0);
        most = std::max(most, one.promise.kind == PromiseKind::average_wait ? by / one.promise.wanted : by);
    }
    return most;
}

/// What one word does to the figures of an office with the plan it has.
struct WordEffect {
    std::string name;
    bool by_formula;         // some figure differs
    bool by_simulation;      // some figure differs
    double moved_formula;    // a target, by so many points
    double moved_simulated;  // the same beyond doubt
    bool is_named;           // a warning owns up to it

    /// One side takes no notice of what moves a target by more than 2 points on the other, and nothing says so.
    bool ignored() const {
        return !is_named && ((moved_simulated > 0.02 && !by_formula) || (moved_formula > 0.02 && !by_simulation));
    }
};

/// Leaves out each word that the office has, one at a time.
inline std::vector<WordEffect> word_effects(const Agreement& one) {
    std::vector<WordEffect> effects;
    for (const Word& word : words_to_leave_out()) {
        ScenarioParts parts = one.scenario.parts();
        if (!word.leave_out(parts) || !Scenario::check(parts).empty()) continue;
        const Scenario without{std::move(parts)};
        const Performance formula = analytic::performance(without, one.plan);
        const Performance simulated = simulation::simulate(without, one.plan, {}, simulation::Detail::means);
        const bool named = std::any_of(one.formula.warnings.begin(), one.formula.warnings.end(), [&](const Warning& w) {
            return std::find(word.named.begin(), word.named.end(), w.code) != word.named.end();
        });
        effects.push_back({word.name, !same_figures(one.formula, formula), !same_figures(one.simulated, simulated),
                           moved(one.formula, formula), moved(one.simulated, simulated), named});
    }
    return effects;
}

}  // namespace freiton::test
