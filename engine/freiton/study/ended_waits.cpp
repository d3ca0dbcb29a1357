// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/ended_waits.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace freiton::study {

namespace {

constexpr double fine_step_s = 0.1;
constexpr double longest_fine_s = 100.0;  // a thousand steps are as good as any number of them

}  // namespace

double EndedWaits::gave_up() const {
    double sum = at_once;
    for (const Count& count : counts) sum += count.gave_up;
    return sum;
}

double EndedWaits::waited() const {
    double sum = at_once;
    for (const Count& count : counts) sum += count.gave_up + count.answered;
    return sum;
}

EndedWaits ended_waits(const std::vector<const LoggedCall*>& calls) {
    EndedWaits waits;
    waits.whole_seconds = std::all_of(calls.begin(), calls.end(), [](const LoggedCall* call) {
        return std::abs(call->wait_s - std::round(call->wait_s)) < 1e-6;
    });
    double longest_s = 0.0;
    for (const LoggedCall* call : calls) longest_s = std::max(longest_s, call->wait_s);
    const double step = waits.whole_seconds ? 1.0 : fine_step_s * std::max(1.0, std::ceil(longest_s / longest_fine_s));
    waits.half_step_s = 0.5 * step;
    std::map<long, EndedWaits::Count> by_step;
    for (const LoggedCall* call : calls) {
        if (call->end == CallEnd::turned_away) continue;
        const bool gave_up = call->end == CallEnd::abandoned;
        if (call->wait_s <= 0.0) {
            if (gave_up) waits.at_once += 1.0;
            continue;
        }
        EndedWaits::Count& count = by_step[std::lround(call->wait_s / step)];
        (gave_up ? count.gave_up : count.answered) += 1.0;
    }
    for (auto& [steps, count] : by_step) {
        count.wait_s = static_cast<double>(steps) * step;
        waits.counts.push_back(count);
    }
    return waits;
}

std::vector<SurvivalPoint> survival_curve(const EndedWaits& waits) {
    std::vector<SurvivalPoint> curve;
    double at_risk = waits.waited();
    double share = 1.0;
    double greenwood = 0.0;  // sum of d / (n (n - d))
    const auto step = [&](double wait_s, double gave_up) {
        if (gave_up <= 0.0) return;
        share *= 1.0 - gave_up / at_risk;
        greenwood += at_risk > gave_up ? gave_up / (at_risk * (at_risk - gave_up)) : 0.0;
        curve.push_back({wait_s, share, share * std::sqrt(greenwood), at_risk});
    };
    step(0.0, waits.at_once);
    at_risk -= waits.at_once;
    for (const EndedWaits::Count& count : waits.counts) {
        step(count.wait_s, count.gave_up);
        at_risk -= count.gave_up + count.answered;
    }
    return curve;
}

}  // namespace freiton::study
