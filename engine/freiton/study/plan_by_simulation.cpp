// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan_by_simulation.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/model/alike.hpp"
#include "freiton/simulation/promise_simulation.hpp"
#include "freiton/simulation/simulate.hpp"
#include "freiton/staffing/cover.hpp"
#include "freiton/staffing/effects_search.hpp"
#include "freiton/staffing/independent_parts.hpp"
#include "freiton/staffing/repair.hpp"
#include "freiton/study/explain.hpp"
#include "freiton/study/more_never_hurts.hpp"
#include "freiton/study/plan_judge.hpp"
#include "freiton/study/search_numbers.hpp"
#include "freiton/study/search_watch.hpp"
#include "freiton/study/simulated_look.hpp"

namespace freiton::study {

namespace {

// Judges by the mean of so many replications: what a reader of the result sees.
staffing::Ask mean_evaluator(const Scenario& scenario, std::int64_t replications, const RunControl& control) {
    return [&scenario, &control, replications, promises = promises_of(scenario)](const StaffingPlan& plan,
                                                                                 staffing::Effort) {
        simulation::PromiseSimulation simulated{scenario, plan};
        simulated.run(replications, control);
        staffing::Evaluation evaluation;
        evaluation.replications = simulated.replications();
        evaluation.misses = simulated.misses();
        evaluation.answered = simulated.answered();
        for (const auto& e : simulated.estimates())
            evaluation.instances.push_back(
                {e.promise, e.interval, e.day, e.value, e.half_width, e.kept_by(e.value), false});
        fail_what_falls_behind(scenario, plan, promises, {}, evaluation);
        return evaluation;
    };
}

// The figures that are shown rest on as many replications as the closest decision took.
Performance simulated(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control,
                      std::int64_t replications) {
    ScenarioParts parts = scenario.parts();
    parts.simulation.replications = std::max(static_cast<int>(replications), parts.simulation.replications.value_or(0));
    return simulation::simulate(Scenario{std::move(parts)}, plan, control);
}

// Should a promise that was only just kept be missed by the figures that are shown, people are added.
void repair_means(const Scenario& scenario, const RunControl& control, PlanResult& result) {
    const auto evaluate = mean_evaluator(scenario, result.performance.replications, control);
    const SearchNumbers numbers{scenario};
    const staffing::Ask ask = [&](const StaffingPlan& plan, staffing::Effort effort) {
        return numbers.tied(evaluate(numbers.whole(plan), effort));
    };
    staffing::SearchResult repaired{.plan = numbers.found_in(result.plan), .evaluation = {}};
    staffing::repair(numbers.space(), ask, {}, repaired, [&] { return control.stopped(); });
    result.plan = numbers.whole(repaired.plan);
    result.performance = simulated(scenario, result.plan, control, result.performance.replications);
}

std::vector<std::vector<std::optional<Effect>>> no_effects(const Scenario& scenario) {
    return {scenario.teams().size(), std::vector<std::optional<Effect>>(scenario.intervals())};
}

// Effects of single steps lead quickly to a plan of an office of calls with few numbers to find. What a pile of post
// owes to a person shows days later, and on few of them, so that steps do not add up there; and where one number in two
// hundred moves a promise over a week by less than chance does, taking savings that fit together is faster. Where fewer
// people are known to fail once more have failed, small spaces are tried out instead, which proves the plan.
constexpr std::size_t most_numbers_to_find = 40;  // ten hours of half hours, two skills: 7 to 13 % below savings
constexpr std::size_t most_of_one_team = 12;      // a longer day of one team is found sooner by savings

bool is_led_by_effects(const Scenario& scenario, const SearchNumbers& numbers) {
    if (numbers.are_days_tied()) return false;
    const auto& work = scenario.work();
    return std::all_of(work.begin(), work.end(), [](const Work& one) { return one.answered_now(); }) &&
           numbers.space().teams() * scenario.intervals() <=
               (numbers.space().teams() > 1 ? most_numbers_to_find : most_of_one_team) &&
           !more_never_hurts(scenario);
}

// Searches a part of a scenario.
class PartSearch {
  public:
    PartSearch(const Scenario& whole, const staffing::Part& part, SearchWatch& watch, const RunControl& control)
        : whole_{whole}, part_{part}, watch_{watch}, control_{control} {}

    staffing::SearchResult from(const StaffingPlan& start) const {
        const SearchNumbers numbers{whole_, part_};
        if (is_led_by_effects(part_.scenario, numbers))
            if (auto result = led_by_effects(numbers, start)) return *std::move(result);
        const IntervalGroups similar = similar_intervals(part_.scenario);
        return numbers.are_days_tied() || similar.empty()
                   ? searched(numbers, start)
                   : in_turns(SearchNumbers{whole_, part_, similar}, numbers, start);
    }

  private:
    bool stopped() const { return control_.stopped(); }

    std::optional<staffing::SearchResult> led_by_effects(const SearchNumbers& numbers,
                                                         const StaffingPlan& start) const {
        auto result = staffing::search_by_effects(
            numbers.space(), numbers.found_in(start),
            numbers.look_at(simulated_looks(part_.scenario, watch_, control_)), sureness_of(part_.scenario),
            [&] { return stopped(); }, [&](const StaffingPlan& plan) { watch_.found(numbers.whole(plan)); });
        if (!result) return std::nullopt;
        return numbers.whole(*std::move(result));
    }

    staffing::SearchResult searched(const SearchNumbers& numbers, const StaffingPlan& start,
                                    decltype(staffing::search)& search = staffing::search) const {
        const staffing::Evaluator judge = watch_.watched(simulation_evaluator(part_.scenario, control_));
        return numbers.whole(search(
            numbers.space(), numbers.found_in(start), numbers.evaluator(judge),
            numbers.look_at(looks_apart(part_.scenario, watch_, control_)), [&] { return stopped(); },
            [&](const StaffingPlan& plan) { watch_.found(numbers.whole(plan)); }));
    }

    // What one person does on one of five days is less than chance, what he does on all of them is seen: days that are
    // similar have the same numbers first, roughly, then their own, and again, as long as that saves something worth
    // its time.
    staffing::SearchResult in_turns(const SearchNumbers& days_as_one, const SearchNumbers& each,
                                    const StaffingPlan& start) const {
        constexpr double worthwhile = 0.01;  // of its cost; a turn takes as long as the whole search did without them
        const auto cost = [&](const staffing::SearchResult& one) {
            return each.space().cost_of(each.found_in(one.plan));
        };
        staffing::SearchResult best = searched(days_as_one, start, staffing::rough_search);
        for (bool as_one = false; !stopped(); as_one = !as_one) {
            staffing::SearchResult next = searched(as_one ? days_as_one : each, best.plan);
            const double saved = 1.0 - cost(next) / cost(best);
            const bool better = next.met && (saved > 0.0 || !best.met);
            const int tried = best.evaluations + next.evaluations;
            if (better) best = std::move(next);
            best.evaluations = tried;
            if (!better || saved < worthwhile) break;
        }
        return best;
    }

    const Scenario& whole_;
    const staffing::Part& part_;
    SearchWatch& watch_;
    const RunControl& control_;
};

void warn_of(const std::vector<staffing::Uncovered>& uncovered, std::vector<Warning>& warnings) {
    for (const staffing::Uncovered& load : uncovered)
        warnings.push_back({WarningCode::load_uncovered,
                            {load.site.empty() ? load.work : load.work + " (" + load.site + ")",
                             number_text(std::round(load.missing_h * 10.0) / 10.0),
                             number_text(std::round(load.wanted_h * 10.0) / 10.0)}});
}

}  // namespace

PlanResult plan_by_simulation(const Scenario& scenario, const StaffingPlan& start, const RunControl& control,
                              bool explain) {
    PlanResult result;
    result.seed = scenario.parts().simulation.seed;
    result.plan = start;
    std::int64_t replications = 0;
    bool met = true;
    Explanation why{.one_fewer = no_effects(scenario), .one_more = no_effects(scenario), .proven = true};
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t)  // who serves nobody is there as the scenario says
        result.plan.agents[t] = staff_bounds(scenario, t).least;
    const std::vector<staffing::Uncovered> uncovered = staffing::uncovered_load(scenario);
    const RunControl of_search = control.part(0.0, 0.8);
    SearchWatch watch{scenario, start, of_search};
    const std::vector<staffing::Part> parts = staffing::independent_parts(scenario);
    for (const staffing::Part& part : parts) {
        watch.begin(part);
        const staffing::SearchResult found = PartSearch{scenario, part, watch, of_search}.from(part.of(start));
        part.put(found.plan, result.plan);
        replications = std::max(replications, found.replications);
        met = met && found.met;
        if (explain) explain_part(scenario, part, found, looks_apart(part.scenario, watch, control), control, why);
    }
    const RunControl of_figures = control.part(0.8, 0.9);
    result.performance = simulated(scenario, result.plan, of_figures, replications);
    const StaffingPlan searched = result.plan;
    if (met && !result.met() && !control.stopped()) repair_means(scenario, of_figures, result);
    // What the search proved, it proved of its own plan, if it came to its end.
    why.proven = why.proven && met && result.plan == searched && !control.stopped();
    if (std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.in_turn; }))
        result.performance.warnings.push_back({WarningCode::planned_by_weeks, {}});
    warn_of(uncovered, result.performance.warnings);
    if (explain) {
        explain_whole(scenario, result, start, control.part(0.9, 1.0), why);
        result.drivers = drivers_of(scenario, result.plan, why);
        result.explanation = std::move(why);
    }
    return result;
}

}  // namespace freiton::study
