// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/explain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/promises.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/model/target_results.hpp"
#include "freiton/simulation/simulate.hpp"

namespace freiton::study {

namespace {

bool has_absence(const Scenario& scenario) {
    return std::any_of(scenario.teams().begin(), scenario.teams().end(),
                       [](const Team& team) { return team.absence.has_value(); });
}

constexpr double change_of_contacts = 0.05;
constexpr std::int64_t few_replications = 100;  // a counterfactual shows a direction, the plan's own figures the level

Scenario with_contacts(const Scenario& scenario, double factor) {
    ScenarioParts parts = scenario.parts();
    for (Work& work : parts.work) work.arrivals.scale *= factor;
    return Scenario{std::move(parts)};
}

Scenario without_absence(const Scenario& scenario) {
    ScenarioParts parts = scenario.parts();
    for (Team& team : parts.teams) team.absence.reset();
    return Scenario{std::move(parts)};
}

// The same people in another world. A hundred replications show what the change does; the level is that of the plan's
// own figures, so that the first hundred days' luck is not taken for an effect.
class Elsewhere {
  public:
    Elsewhere(const Scenario& scenario, const PlanResult& result, const RunControl& control)
        : result_{result}, control_{control}, promises_{promises_of(scenario)}, here_{targets_in(scenario)} {}

    Counterfactual under(const Scenario& changed) const {
        Counterfactual found{targets_in(changed)};
        for (std::size_t k = 0; k < found.targets.size(); ++k) {
            TargetResult& target = found.targets[k];
            target.reached += result_.performance.targets[k].reached - here_[k].reached;
            const double most = target.promise.is_time() ? std::numeric_limits<double>::infinity() : 1.0;
            target.reached = std::isnan(target.reached) ? target.reached : std::clamp(target.reached, 0.0, most);
            target.met = promises_[k].kept_by(target.reached);
        }
        return found;
    }

  private:
    std::vector<TargetResult> targets_in(const Scenario& scenario) const {
        ScenarioParts parts = scenario.parts();
        parts.simulation.replications =
            static_cast<int>(std::clamp<std::int64_t>(result_.performance.replications, 30, few_replications));
        const double begun = static_cast<double>(asked_++) / most_questions;
        const RunControl control = control_.part(begun, begun + 1.0 / most_questions);
        return simulation::simulate(Scenario{std::move(parts)}, result_.plan, control, simulation::Detail::means)
            .targets;
    }

    static constexpr double most_questions = 4.0;  // here, more and fewer contacts, nobody absent

    const PlanResult& result_;
    const RunControl& control_;
    mutable int asked_ = 0;
    std::vector<Promise> promises_;
    std::vector<TargetResult> here_;
};

std::vector<double> in_time(const Scenario& scenario, const Performance& performance) {
    std::vector<double> shares;
    for (std::size_t w = 0; w < scenario.work().size(); ++w)
        shares.push_back(scenario.work()[w].answered_now() ? performance.work[w].calls.total.service_level
                                                           : performance.work[w].backlog.total.done_in_time_share);
    return shares;
}

std::vector<LeftOut> left_out_of(const Scenario& scenario) {
    const auto& work = scenario.work();
    const auto any = [&](auto&& predicate) { return std::any_of(work.begin(), work.end(), predicate); };
    const auto is_call = [](const Work& one) { return one.answered_now(); };
    const auto blocks = [&](const Work& one) {  // post that is not put aside, with people who also take calls
        if (is_call(one) || may_be_interrupted(scenario, one)) return false;
        return std::any_of(scenario.teams().begin(), scenario.teams().end(), [&](const Team& team) {
            return preference_of(team, one.name) &&
                   any([&](const Work& other) { return is_call(other) && preference_of(team, other.name); });
        });
    };
    std::vector<LeftOut> left_out;
    if (any(is_call)) left_out.push_back(LeftOut::queues_carried_over);
    if (any([](const Work& one) { return one.redial.has_value(); })) left_out.push_back(LeftOut::redials);
    if (std::count_if(work.begin(), work.end(), is_call) > 1) left_out.push_back(LeftOut::mixed_handling_times);
    if (any(blocks)) left_out.push_back(LeftOut::items_block_calls);
    if (has_absence(scenario)) left_out.push_back(LeftOut::absence);
    if (any([&](const Work& one) { return !is_call(one); })) left_out.push_back(LeftOut::post_after_calls);
    if (helped_late(scenario)) left_out.push_back(LeftOut::help_after_a_wait);
    if (any([](const Work& one) { return !consequences_of(one).empty(); })) left_out.push_back(LeftOut::causes);
    const bool kept = std::any_of(scenario.teams().begin(), scenario.teams().end(), [](const Team& team) {
        return !team.reserved.empty() || team.switching.count() > 0.0;
    });
    if (kept || any([](const Work& one) { return one.ages.has_value(); }))
        left_out.push_back(LeftOut::rules_between_kinds);
    if (any([](const Work& one) { return one.leads_warm(); })) left_out.push_back(LeftOut::lines_held);
    const bool chats_only = work.size() == 1 && scenario.teams().size() == 1;  // the formula has their chain
    if (any([&](const Work& one) {
            return one.kind == WorkKind::outbound || one.callback || (one.kind == WorkKind::chat && !chats_only);
        }))
        left_out.push_back(LeftOut::ways);
    return left_out;
}

FormulaView formula_view(const Scenario& scenario, const PlanResult& result, const StaffingPlan& by_formula,
                         const RunControl& control) {
    FormulaView view{.in_time = in_time(scenario, analytic::performance(scenario, result.plan, control)),
                     .in_time_simulated = in_time(scenario, result.performance),
                     .left_out = left_out_of(scenario)};
    view.agent_hours = agent_hours(scenario, by_formula);
    return view;
}

}  // namespace

void explain_whole(const Scenario& scenario, const PlanResult& result, const StaffingPlan& by_formula,
                   const RunControl& control, Explanation& explanation) {
    if (control.stopped()) return;
    const Elsewhere elsewhere{scenario, result, control};
    explanation.more_contacts = elsewhere.under(with_contacts(scenario, 1.0 + change_of_contacts));
    explanation.fewer_contacts = elsewhere.under(with_contacts(scenario, 1.0 - change_of_contacts));
    if (has_absence(scenario)) explanation.nobody_absent = elsewhere.under(without_absence(scenario));
    try {
        explanation.formula = formula_view(scenario, result, by_formula, control);
    } catch (const Stopped&) {  // the plan stands without it
    }
}

std::vector<std::vector<Driver>> drivers_of(const Scenario& scenario, const StaffingPlan& plan,
                                            const Explanation& explanation) {
    const std::vector<Promise> promises = promises_of(scenario);
    std::vector<std::vector<Driver>> drivers;
    for (std::size_t t = 0; t < scenario.teams().size(); ++t) {
        const Team& team = scenario.teams()[t];
        const StaffBounds bounds = staff_bounds(scenario, TeamIndex{t});
        std::vector<Driver>& row = drivers.emplace_back(scenario.intervals(), Driver::nothing);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const int agents = plan.agents[t][i];
            const std::optional<Effect>& broken = explanation.one_fewer[t][i];
            if (team.staff)
                row[i] = Driver::given;
            else if (broken)
                row[i] = promises[broken->target].of_backlog() ? Driver::post : Driver::calls;
            else if (agents >= bounds.most[i] && agents > 0)
                row[i] = Driver::most;
            else if (agents > 0 && agents == bounds.least[i])
                row[i] = Driver::least;
        }
    }
    return drivers;
}

}  // namespace freiton::study
