// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/simulate.hpp"

#include "freiton/model/table_warnings.hpp"
#include "freiton/model/work_left.hpp"
#include "freiton/simulation/simulate.hpp"

namespace freiton::study {

namespace {

constexpr double most_scale = 64.0;
constexpr double usual_questions = 9.0;  // of a search for the headroom, for its progress

Scenario scaled(const Scenario& scenario, double scale) {
    ScenarioParts parts = scenario.parts();
    for (Work& work : parts.work) work.arrivals.scale *= scale;
    return Scenario{std::move(parts)};
}

report::Ending ending_of(simulation::kernel::Outcome outcome) {
    using simulation::kernel::Outcome;
    switch (outcome) {
        case Outcome::answered:
            return report::Ending::answered;
        case Outcome::abandoned:
            return report::Ending::abandoned;
        case Outcome::blocked:
            return report::Ending::blocked;
        case Outcome::to_call_back:
            return report::Ending::to_call_back;
        case Outcome::done:
            return report::Ending::done;
        case Outcome::given_up:
            return report::Ending::given_up;
        case Outcome::lost_at_close:
            return report::Ending::lost_at_close;
        case Outcome::lost_later:
            return report::Ending::lost_later;
        case Outcome::not_done:
            break;
    }
    return report::Ending::not_done;
}

// In the scenario: callers who are called back belong to their calls.
int work_of(const simulation::kernel::World& world, const simulation::kernel::ClassRecord& cls) {
    return world.work[static_cast<std::size_t>(cls.work)].counts_as;
}

report::TracedContact told(const Scenario& scenario, const simulation::kernel::World& world,
                           const simulation::kernel::ContactRecord& record) {
    const auto& cls = world.classes[static_cast<std::size_t>(record.cls)];
    report::TracedContact contact;
    contact.work = scenario.work()[static_cast<std::size_t>(work_of(world, cls))].name;
    if (cls.site != simulation::kernel::none) contact.site = scenario.sites()[static_cast<std::size_t>(cls.site)];
    contact.attempt = record.attempt;
    contact.arrival_s = record.arrival - world.origin_s;
    contact.begin_s = record.begin >= 0.0 ? record.begin - world.origin_s : CallFigures::none;
    contact.end_s = record.end - world.origin_s;
    contact.due_s = record.due - world.origin_s;  // infinite: none
    if (record.pool != simulation::kernel::none) {
        const auto team = static_cast<std::size_t>(world.pools[static_cast<std::size_t>(record.pool)].team);
        contact.team = scenario.teams()[team].name;
    }
    contact.outcome = ending_of(record.outcome);
    return contact;
}

}  // namespace

StaffingPlan given_staffing(const Scenario& scenario) {
    Problems problems;
    StaffingPlan plan;
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) {
        if (auto staff = given_staff(scenario, t))
            plan.agents.push_back(std::move(*staff));
        else
            problems.push_back(Problem{Rule::staff_needed}.on("teams." + scenario.teams()[t].name + ".staff"));
    }
    if (!problems.empty()) throw InputError{std::move(problems)};
    return plan;
}

PlanResult simulate(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control,
                    simulation::Detail detail) {
    PlanResult result;
    result.plan = plan;
    result.performance = simulation::simulate(scenario, plan, control, detail);
    result.seed = scenario.parts().simulation.seed;
    for (const auto& about : {warnings_about_input(scenario), warnings_about_work_left(scenario, result.performance)})
        result.performance.warnings.insert(result.performance.warnings.end(), about.begin(), about.end());
    return result;
}

std::vector<report::TracedContact> trace(const Scenario& scenario, const StaffingPlan& plan,
                                         const RunControl& control) {
    const simulation::TracedContacts traced = simulation::trace(scenario, plan, 0, control);
    const simulation::kernel::World& world = traced.world;
    std::vector<report::TracedContact> contacts;
    for (const auto& record : traced.contacts) {
        control.stop_if_asked();
        if (world.slots[static_cast<std::size_t>(record.slot)].cell >= world.cells) continue;  // warm-up, or after
        contacts.push_back(told(scenario, world, record));
    }
    return contacts;
}

Headroom headroom(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control, double tolerance) {
    Headroom found;
    int asked = 0;
    const auto holds = [&](double scale) {
        const double part = 1.0 / usual_questions;
        const double begun = std::min(1.0, asked++ * part);
        PlanResult result = study::simulate(
            scaled(scenario, scale), plan, control.part(begun, std::min(1.0, begun + part)), simulation::Detail::means);
        if (result.performance.interrupted) return false;  // too few days to say
        const bool met = result.met();
        if (met) {
            found.scale = scale;
            found.result = std::move(result);
        }
        return met;
    };
    double low = 0.0;
    double high = 1.0;
    while (!control.stopped() && holds(high)) {
        low = high;
        found.at_least = high >= most_scale;
        if (found.at_least) return found;
        high *= 2.0;
    }
    while (!control.stopped() && high - low > tolerance * high && high > 1e-3) {
        const double middle = 0.5 * (low + high);
        (holds(middle) ? low : high) = middle;
    }
    found.interrupted = control.stopped();
    if (found.scale == 0.0 && !found.interrupted)
        found.result = study::simulate(scaled(scenario, high), plan, control, simulation::Detail::means);
    return found;
}

std::optional<Headroom> headroom_beside(PlanResult& result, const Scenario& scenario, const RunControl& control) {
    std::vector<Warning>& warnings = result.performance.warnings;
    if (result.performance.targets.empty()) {
        warnings.push_back({WarningCode::headroom_without_targets, {}});
        return {};
    }
    if (control.stopped()) return {};
    std::optional<Headroom> found = headroom(scenario, result.plan, control);
    if (found->interrupted) warnings.push_back({WarningCode::headroom_interrupted, {}});
    return found;
}

}  // namespace freiton::study
