// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/target_results.hpp"

#include <algorithm>
#include <cmath>

namespace freiton {

namespace {

struct Value {
    double value = CallFigures::none;
    std::optional<double> half_width{};
};

template <class Figures>
Value value_of(const Measured<Figures>& figures, double Figures::*member) {
    Value value{figures.*member, std::nullopt};
    if (figures.half_width) value.half_width = *figures.half_width.*member;
    return value;
}

// The values that a promise is judged by: one for each interval or day, or a single one.
template <class Figures>
std::vector<Value> judged(const Course<Figures>& course, double Figures::*member, Scope over) {
    if (over == Scope::horizon) return {value_of(course.total, member)};
    std::vector<Value> values;
    for (const auto& figures : over == Scope::day ? course.by_day : course.by_interval)
        values.push_back(value_of(figures, member));
    return values;
}

double CallFigures::*call_figure(PromiseKind kind) {
    switch (kind) {
        case PromiseKind::abandoned:
            return &CallFigures::abandoned_share;
        case PromiseKind::average_wait:
            return &CallFigures::wait_all_s;
        case PromiseKind::wait_probability:
            return &CallFigures::wait_probability;
        case PromiseKind::called_back:
            return &CallFigures::called_back_share;
        default:
            return &CallFigures::service_level;
    }
}

double BacklogFigures::*backlog_figure(PromiseKind kind) {
    switch (kind) {
        case PromiseKind::tried:
            return &BacklogFigures::tried_in_time_share;
        case PromiseKind::reached:
            return &BacklogFigures::reached_in_time_share;
        default:
            return &BacklogFigures::done_in_time_share;
    }
}

std::vector<Value> judged(const Promise& promise, const WorkPerformance& work) {
    if (promise.each_day) return {};
    if (promise.of_backlog()) {
        const auto& course = promise.site ? work.backlog_by_site.at(*promise.site) : work.backlog;
        return judged(course, backlog_figure(promise.kind), promise.over);
    }
    const auto& course = promise.site ? work.calls_by_site.at(*promise.site) : work.calls;
    return judged(course, call_figure(promise.kind), promise.over);
}

std::vector<Value> judged(const Promise& promise, const TeamPerformance& team) {
    std::vector<Value> values;
    for (std::size_t i = 0; i < team.occupancy_by_interval.size(); ++i)
        values.push_back(promise.holds_in(i) ? Value{team.occupancy_by_interval[i], std::nullopt} : Value{});
    return values;
}

TargetResult judge(const Promise& promise, const std::vector<Value>& values) {
    TargetResult result{.promise = promise};
    std::optional<std::size_t> worst;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values[i].value;
        if (std::isnan(value)) continue;
        if (worst && (promise.at_least() ? value >= result.reached : value <= result.reached)) continue;
        judge_by(value, values[i].half_width, result);
        worst = i;
    }
    if (!worst) return result;
    if (promise.over == Scope::interval) result.worst_interval = IntervalIndex{*worst};
    if (promise.over == Scope::day) result.worst_day = static_cast<int>(*worst);
    return result;
}

bool has_site(const Promise& promise, const WorkPerformance& work) {
    return promise.of_backlog() ? work.backlog_by_site.contains(*promise.site)
                                : work.calls_by_site.contains(*promise.site);
}

std::vector<TargetResult> judged_all(const std::vector<Promise>& promises, const std::vector<WorkPerformance>& work,
                                     const std::vector<TeamPerformance>& teams) {
    std::vector<TargetResult> results;
    results.reserve(promises.size());
    for (const Promise& promise : promises)
        results.push_back(judge(
            promise, promise.team ? judged(promise, teams[*promise.team]) : judged(promise, work[*promise.work])));
    return results;
}

}  // namespace

std::vector<TargetResult> target_results(const Scenario& scenario, const std::vector<WorkPerformance>& work,
                                         const std::vector<TeamPerformance>& teams) {
    return judged_all(promises_of(scenario), work, teams);
}

void judge_by(double reached, std::optional<double> half_width, TargetResult& result) {
    result.reached = reached;
    result.half_width = half_width;
    result.met = result.promise.kept_by(reached);
}

std::optional<std::vector<TargetResult>> results_by(const std::vector<Promise>& promises,
                                                    const Performance& performance) {
    for (const Promise& promise : promises)
        if (promise.site && !has_site(promise, performance.work[*promise.work])) return std::nullopt;
    std::vector<TargetResult> results = judged_all(promises, performance.work, performance.teams);
    const auto& own = performance.targets;
    for (TargetResult& result : results) {
        if (!result.promise.each_day) continue;
        const auto same = std::find_if(own.begin(), own.end(), [&](const TargetResult& one) {
            return one.promise.work == result.promise.work && one.promise.asks_as_much_as(result.promise);
        });
        if (same == own.end()) return std::nullopt;
        result = *same;
    }
    return results;
}

}  // namespace freiton
