// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/compare.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/model/staff_totals.hpp"
#include "freiton/simulation/half_width.hpp"
#include "freiton/simulation/simulate.hpp"
#include "freiton/study/simulate.hpp"

namespace freiton::study {

namespace {

constexpr int batches = 10;
constexpr int least_batch = 6;  // replications

struct NamedValue {
    std::string figure;
    double value;
};

std::vector<NamedValue> service_figures(const Scenario& scenario, const Performance& performance) {
    std::vector<NamedValue> values;
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const std::string key = "work." + scenario.work()[w].name + ".";
        if (scenario.work()[w].kind == WorkKind::call) {
            const CallFigures& calls = performance.work[w].calls.total;
            values.push_back({key + "service_level", calls.service_level});
            values.push_back({key + "asa_s", calls.asa_s});
            values.push_back({key + "abandoned_share", calls.abandoned_share});
            values.push_back({key + "away_share", calls.away_share});
        } else {
            const BacklogFigures& items = performance.work[w].backlog.total;
            values.push_back({key + "done_in_time_share", items.done_in_time_share});
            values.push_back({key + "turnaround_mean_h", items.turnaround_mean_h});
            values.push_back({key + "away_share", items.away_share});
        }
    }
    return values;
}

std::vector<NamedValue> people_figures(const Performance& performance) {
    const StaffTotals totals = staff_totals(performance);
    return {{"agent_hours", totals.agent_hours},
            {"paid_hours", totals.paid_hours},
            {"paid_fte", totals.paid_fte},
            {"cost", totals.cost.value_or(CallFigures::none)}};
}

// The figures of each batch of replications; the same batch has the same random numbers in every organisation.
std::vector<std::vector<NamedValue>> batch_figures(const OrganisationResult& one, const RunControl& control) {
    std::vector<std::vector<NamedValue>> figures;
    ScenarioParts parts = one.scenario.parts();
    parts.simulation.replications = std::max(least_batch, one.result.performance.replications / batches);
    for (int batch = 1; batch <= batches && !control.stopped(); ++batch) {
        const RunControl part = control.part((batch - 1.0) / batches, 1.0 * batch / batches);
        parts.simulation.seed = one.scenario.parts().simulation.seed + static_cast<std::uint64_t>(batch) * 1'000'003U;
        const Scenario scenario{parts};
        figures.push_back(service_figures(scenario, simulation::simulate(scenario, one.result.plan, part)));
    }
    return figures;
}

void add_differences(const OrganisationResult& a, const OrganisationResult& b,
                     const std::vector<std::vector<NamedValue>>& of_a, const std::vector<std::vector<NamedValue>>& of_b,
                     std::vector<Difference>& differences) {
    const auto people_a = people_figures(a.result.performance);
    const auto people_b = people_figures(b.result.performance);
    for (std::size_t k = 0; k < people_a.size(); ++k)
        if (!std::isnan(people_a[k].value) && !std::isnan(people_b[k].value))
            differences.push_back({a.name, b.name, people_a[k].figure, people_b[k].value - people_a[k].value, {}});
    const auto count = static_cast<std::int64_t>(std::min(of_a.size(), of_b.size()));
    if (count < 2) return;
    for (std::size_t k = 0; k < of_a[0].size(); ++k) {
        double sum = 0.0, square = 0.0;
        for (std::size_t batch = 0; batch < static_cast<std::size_t>(count); ++batch) {
            const double difference = of_b[batch][k].value - of_a[batch][k].value;
            sum += difference;
            square += difference * difference;
        }
        if (std::isnan(sum)) continue;
        const simulation::Estimate estimate = simulation::mean_estimate(sum, square, count, false);
        differences.push_back({a.name, b.name, of_a[0][k].figure, estimate.value, estimate.half_width});
    }
}

// Nothing if it was stopped before there was anything to say.
std::optional<PlanResult> answer(const Scenario& organised, bool planned, const PlanOptions& options) {
    try {
        return planned ? plan(organised, options) : simulate(organised, given_staffing(organised), options.control);
    } catch (const Stopped&) {
        return std::nullopt;
    }
}

}  // namespace

Comparison compare(const Scenario& scenario, const PlanOptions& options) {
    const std::vector<Organisation>& organisations = scenario.parts().organisations;
    if (organisations.empty()) throw InputError{Problem{Rule::key_missing}.on("organisations")};
    Comparison comparison;
    comparison.planned = !std::all_of(scenario.teams().begin(), scenario.teams().end(),
                                      [](const Team& team) { return team.staff.has_value(); });
    std::vector<std::vector<std::vector<NamedValue>>> figures;
    const double part = 1.0 / static_cast<double>(organisations.size());
    for (std::size_t k = 0; k < organisations.size() && !options.control.stopped(); ++k) {
        const double begun = static_cast<double>(k) * part;
        const RunControl control = options.control.part(begun, begun + part);
        Scenario organised = scenario.organised_as(organisations[k].name);
        const auto result = answer(organised, comparison.planned, {.control = control.part(0.0, 0.5)});
        if (!result) break;
        comparison.organisations.push_back({organisations[k].name, std::move(organised), *result});
        comparison.organisations.back().result.organisation = organisations[k].name;
        figures.push_back(batch_figures(comparison.organisations.back(), control.part(0.5, 1.0)));
    }
    for (std::size_t a = 0; a < figures.size(); ++a)
        for (std::size_t b = a + 1; b < figures.size(); ++b)
            add_differences(comparison.organisations[a], comparison.organisations[b], figures[a], figures[b],
                            comparison.differences);
    comparison.interrupted = options.control.stopped() || comparison.organisations.size() < organisations.size();
    return comparison;
}

}  // namespace freiton::study
