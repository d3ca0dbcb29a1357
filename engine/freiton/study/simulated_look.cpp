// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/simulated_look.hpp"

#include <algorithm>

#include "freiton/simulation/plan_effects.hpp"
#include "freiton/study/search_hours.hpp"

namespace freiton::study {

namespace {

constexpr double look_part_of_half_width = 0.5;
constexpr double runs_of_all_steps = 6.0;  // of a day of calls (kernel/branches.hpp): for the progress

class SimulatedLook : public staffing::Look {
  public:
    SimulatedLook(const Scenario& scenario, const StaffingPlan& plan, std::uint64_t first, SearchWatch& watch,
                  const RunControl& control)
        : effects_{scenario, plan, first}, watch_{watch}, control_{control} {}

    void play(std::int64_t replications) override {
        const std::int64_t before = effects_.replications();
        effects_.play(replications, control_);
        watch_.played(static_cast<double>(effects_.replications() - before) * effects_.contacts());
    }
    void play_steps(const std::vector<StaffStep>& steps, std::int64_t replications) override {
        const std::int64_t before = steps.empty() ? replications : effects_.step_replications(steps.front());
        effects_.play_steps(steps, replications, control_);
        const auto more = static_cast<double>(std::max<std::int64_t>(0, replications - before));
        watch_.played(runs_of_all_steps * more * effects_.contacts());
    }
    std::int64_t replications() const override { return effects_.replications(); }
    double contacts() const override { return effects_.contacts(); }
    std::vector<Slack> slacks() const override { return effects_.slacks(); }
    std::vector<SlackEffect> effects(const StaffStep& step) const override { return effects_.effects(step); }
    std::int64_t step_replications(const StaffStep& step) const override { return effects_.step_replications(step); }

  private:
    simulation::PlanEffects effects_;
    SearchWatch& watch_;
    const RunControl& control_;
};

constexpr std::uint64_t beyond_all_others = std::uint64_t{1} << 40;

staffing::LookAt looks_from(std::uint64_t first, const Scenario& scenario, SearchWatch& watch,
                            const RunControl& control) {
    return [first, &scenario, &watch, &control](const StaffingPlan& plan) {
        return std::make_unique<SimulatedLook>(scenario, plan, first, watch, control);
    };
}

}  // namespace

staffing::LookAt simulated_looks(const Scenario& scenario, SearchWatch& watch, const RunControl& control) {
    return looks_from(0, scenario, watch, control);
}

staffing::LookAt looks_apart(const Scenario& scenario, SearchWatch& watch, const RunControl& control) {
    return looks_from(beyond_all_others, scenario, watch, control);
}

staffing::Sureness sureness_of(const Scenario& scenario) {
    const SimulationOptions& options = scenario.parts().simulation;
    staffing::Sureness sureness;
    sureness.half_width_share = look_part_of_half_width * options.half_width_shares.value();
    sureness.half_width_time = look_part_of_half_width * options.half_width_times.value();
    sureness.most_contacts = most_contacts_of_a_look(scenario);
    return sureness;
}

}  // namespace freiton::study
