// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/target_results.hpp"

#include <cmath>

namespace freiton {

namespace {

constexpr double slack = 1e-12;

// A promise as a number that a figure must reach, or must not exceed.
struct Promise {
    std::string kind;
    double wanted;
    bool at_least;
    const std::vector<double> by_interval;
};

std::vector<double> column(const WorkPerformance& performance, double CallFigures::*member) {
    std::vector<double> values;
    for (const CallFigures& figures : performance.by_interval) values.push_back(figures.*member);
    return values;
}

TargetResult result_of(const Promise& promise) {
    TargetResult result{.kind = promise.kind, .scope = "interval", .wanted = promise.wanted};
    for (std::size_t i = 0; i < promise.by_interval.size(); ++i) {
        const double value = promise.by_interval[i];
        if (std::isnan(value)) continue;
        const bool better = promise.at_least ? value >= result.reached : value <= result.reached;
        if (result.worst_interval && better) continue;
        result.reached = value;
        result.worst_interval = i;
    }
    if (!result.worst_interval) return result;
    result.met = promise.at_least ? result.reached >= promise.wanted * (1.0 - slack)
                                  : result.reached <= promise.wanted * (1.0 + slack);
    return result;
}

}  // namespace

std::vector<TargetResult> target_results(const std::string& work, const CallTarget& target,
                                         const WorkPerformance& performance, const TeamPerformance& team) {
    using F = CallFigures;
    std::vector<Promise> promises;
    if (target.answered)
        promises.push_back({"answered", target.answered->value(), true, column(performance, &F::service_level)});
    if (target.abandoned)
        promises.push_back({"abandoned", target.abandoned->value(), false, column(performance, &F::abandoned_share)});
    if (target.average_wait)
        promises.push_back({"average_wait", target.average_wait->count(), false, column(performance, &F::wait_all_s)});
    if (target.wait_probability)
        promises.push_back(
            {"wait_probability", target.wait_probability->value(), false, column(performance, &F::wait_probability)});
    if (target.max_occupancy)
        promises.push_back({"max_occupancy", target.max_occupancy->value(), false, team.occupancy_by_interval});
    std::vector<TargetResult> results;
    for (const Promise& promise : promises) {
        results.push_back(result_of(promise));
        results.back().work = work;
        if (promise.kind == "answered") results.back().within_s = target.within->count();
    }
    return results;
}

}  // namespace freiton
