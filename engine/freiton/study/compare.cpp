// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/compare.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/model/staff_totals.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/simulation/half_width.hpp"
#include "freiton/simulation/simulate.hpp"
#include "freiton/study/search_hours.hpp"
#include "freiton/study/simulate.hpp"

namespace freiton::study {

namespace {

constexpr int batches = 10;
constexpr int least_batch = 6;  // replications

struct NamedValue {
    std::string figure;
    double value;
};

void add_service(const std::string& key, const CallFigures& calls, std::vector<NamedValue>& values) {
    values.push_back({key + "service_level", calls.service_level});
    values.push_back({key + "asa_s", calls.asa_s});
    values.push_back({key + "abandoned_share", calls.abandoned_share});
    values.push_back({key + "away_share", calls.away_share});
}

void add_service(const std::string& key, const BacklogFigures& items, std::vector<NamedValue>& values) {
    values.push_back({key + "done_in_time_share", items.done_in_time_share});
    values.push_back({key + "turnaround_mean_h", items.turnaround_mean_h});
    values.push_back({key + "away_share", items.away_share});
}

// Named as the places in the JSON of a plan: "work.orders.asa_s", "work.orders.by_site.north.asa_s".
std::vector<NamedValue> service_figures(const Scenario& scenario, const Performance& performance) {
    std::vector<NamedValue> values;
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const std::string key = std::string{"work."}.append(scenario.work()[w].name).append(".");
        const auto add = [&](const auto& all, const auto& by_site) {
            add_service(key, all.total, values);
            for (const auto& [site, course] : by_site)
                add_service(std::string{key}.append("by_site.").append(site).append("."), course.total, values);
        };
        const WorkPerformance& work = performance.work[w];
        if (scenario.work()[w].answered_now())
            add(work.calls, work.calls_by_site);
        else
            add(work.backlog, work.backlog_by_site);
    }
    return values;
}

void add_people(const std::string& key, const StaffTotals& totals, std::vector<NamedValue>& values) {
    values.push_back({key + "agent_hours", totals.agent_hours});
    values.push_back({key + "paid_hours", totals.paid_hours});
    values.push_back({key + "paid_fte", totals.paid_fte});
    values.push_back({key + "cost", totals.cost.value_or(CallFigures::none)});
}

std::vector<NamedValue> people_figures(const OrganisationResult& one) {
    std::vector<NamedValue> values;
    add_people("", staff_totals(one.result.performance), values);
    for (const std::string& site : one.scenario.sites())
        add_people(std::string{"by_site."}.append(site).append("."),
                   staff_totals_at(one.scenario, one.result.performance, site), values);
    return values;
}

const NamedValue* same_figure(const std::vector<NamedValue>& values, const std::string& figure) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const NamedValue& value) { return value.figure == figure; });
    return found == values.end() ? nullptr : &*found;
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
        figures.push_back(service_figures(
            scenario, simulation::simulate(scenario, one.result.plan, part, simulation::Detail::means)));
    }
    return figures;
}

void add_difference_of_service(const std::string& figure, const OrganisationResult& a, const OrganisationResult& b,
                               const std::vector<std::vector<NamedValue>>& of_a,
                               const std::vector<std::vector<NamedValue>>& of_b, std::vector<Difference>& differences) {
    const std::size_t count = std::min(of_a.size(), of_b.size());
    double sum = 0.0, square = 0.0;
    for (std::size_t batch = 0; batch < count; ++batch) {
        const NamedValue* value_a = same_figure(of_a[batch], figure);
        const NamedValue* value_b = same_figure(of_b[batch], figure);
        if (value_a == nullptr || value_b == nullptr) return;  // a site that only one of them has
        const double difference = value_b->value - value_a->value;
        sum += difference;
        square += difference * difference;
    }
    if (std::isnan(sum)) return;
    const simulation::Estimate estimate =
        simulation::mean_estimate(sum, square, static_cast<std::int64_t>(count), false);
    differences.push_back({a.name, b.name, figure, estimate.value, estimate.half_width});
}

void add_differences(const OrganisationResult& a, const OrganisationResult& b,
                     const std::vector<std::vector<NamedValue>>& of_a, const std::vector<std::vector<NamedValue>>& of_b,
                     std::vector<Difference>& differences) {
    const std::vector<NamedValue> people_b = people_figures(b);
    for (const NamedValue& of_first : people_figures(a)) {
        const NamedValue* other = same_figure(people_b, of_first.figure);
        if (other != nullptr && !std::isnan(of_first.value) && !std::isnan(other->value))
            differences.push_back({a.name, b.name, of_first.figure, other->value - of_first.value, {}});
    }
    if (std::min(of_a.size(), of_b.size()) < 2) return;
    for (const NamedValue& value : of_a[0]) add_difference_of_service(value.figure, a, b, of_a, of_b, differences);
}

// Nothing if it was stopped before there was anything to say.
std::optional<PlanResult> answer(const Scenario& organised, bool planned, const PlanOptions& options) {
    try {
        return planned ? plan(organised, options) : simulate(organised, given_staffing(organised), options.control);
    } catch (const Stopped&) {
        return std::nullopt;
    }
}

bool has_staff(const OrganisationResult& one) { return is_all_staff_given(one.scenario); }

// Answers for each of these, which have none yet, and the differences of all pairs.
Comparison side_by_side(std::vector<OrganisationResult> asked, const PlanOptions& options) {
    Comparison comparison;
    comparison.planned = !std::all_of(asked.begin(), asked.end(), has_staff);
    double hours = 0.0;
    for (const OrganisationResult& one : asked)
        if (comparison.planned) hours += hours_to_plan(one.scenario, options.control.threads);
    refuse_hours(hours, options.control);
    std::vector<std::vector<std::vector<NamedValue>>> figures;
    const double part = 1.0 / static_cast<double>(asked.size());
    for (std::size_t k = 0; k < asked.size() && !options.control.stopped(); ++k) {
        const double begun = static_cast<double>(k) * part;
        const RunControl control = options.control.part(begun, begun + part);
        auto result = answer(asked[k].scenario, comparison.planned, {.control = control.part(0.0, 0.5)});
        if (!result) break;
        result->organisation = asked[k].result.organisation;
        comparison.organisations.push_back({asked[k].name, std::move(asked[k].scenario), std::move(*result)});
        figures.push_back(batch_figures(comparison.organisations.back(), control.part(0.5, 1.0)));
    }
    for (std::size_t a = 0; a < figures.size(); ++a)
        for (std::size_t b = a + 1; b < figures.size(); ++b)
            add_differences(comparison.organisations[a], comparison.organisations[b], figures[a], figures[b],
                            comparison.differences);
    comparison.interrupted = options.control.stopped() || comparison.organisations.size() < asked.size();
    return comparison;
}

// Figures are held against each other by their place.
void check_same_work(const std::vector<Work>& as_it_is, const std::vector<Work>& changed) {
    Problems problems;
    for (std::size_t w = 0; w < std::max(as_it_is.size(), changed.size()); ++w) {
        const bool both = w < as_it_is.size() && w < changed.size();
        if (both && as_it_is[w].name == changed[w].name && as_it_is[w].kind == changed[w].kind) continue;
        const std::string& name = w < changed.size() ? changed[w].name : as_it_is[w].name;
        problems.push_back(Problem{Rule::unknown_name}.on("work").got(name).with({"work"}));
    }
    if (!problems.empty()) throw InputError{std::move(problems)};
}

}  // namespace

Comparison compare(const Scenario& scenario, const PlanOptions& options) {
    std::vector<OrganisationResult> asked;
    asked.reserve(scenario.parts().organisations.size());
    for (const Organisation& one : scenario.parts().organisations) {
        asked.push_back({one.name, scenario.organised_as(one.name), {}});
        asked.back().result.organisation = one.name;
    }
    if (asked.empty()) throw InputError{Problem{Rule::key_missing}.on("organisations")};
    return side_by_side(std::move(asked), options);
}

Comparison compare_change(const Scenario& as_it_is, const Scenario& changed, const PlanOptions& options) {
    check_same_work(as_it_is.work(), changed.work());
    Comparison comparison = side_by_side({{"as_it_is", as_it_is, {}}, {"changed", changed, {}}}, options);
    comparison.changed = true;
    return comparison;
}

}  // namespace freiton::study
