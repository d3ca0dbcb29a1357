// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_effects.hpp"

#include <algorithm>
#include <cmath>

namespace freiton::analytic {

namespace {

constexpr double forgotten = 1e-11;

}  // namespace

TransientEffects::TransientEffects(const TransientDay& day, std::vector<int> agents, TransientDepth depth,
                                   const RunControl& control)
    : day_{day}, agents_{std::move(agents)}, depth_{depth}, control_{control} {
    TransientStates begin = TransientStates::nobody(0);
    for (std::size_t i = 0; i < day.intervals(); ++i) {
        control.stop_if_asked();
        begins_.push_back(begin);
        intervals_.push_back(day.interval(i, agents_, begin, depth));
        begin = day.before_next(i, intervals_.back().end);
    }
}

std::optional<TransientEffects::Change> TransientEffects::change(std::vector<int> agents, const Good& good) const {
    const auto differ = [&](std::size_t i) { return agents[i] != agents_[i]; };
    std::size_t first = 0;
    std::size_t end = agents.size();
    while (first < end && !differ(first)) ++first;
    while (end > first && !differ(end - 1)) --end;
    Change change{.agents = std::move(agents), .intervals = {}, .begins = {}};
    const auto look_at = [&](std::size_t i, const TransientStates& begin) {
        control_.stop_if_asked();
        const auto place = change.intervals.emplace(i, day_.interval(i, change.agents, begin, depth_)).first;
        return good(i, place->second);
    };
    TransientStates begin = first < agents_.size() ? begins_[first] : TransientStates{};
    for (std::size_t i = first; i < agents_.size(); ++i) {
        if (i >= end && weight_difference(begin, begins_[i]) < forgotten) break;
        if (!look_at(i, begin)) return std::nullopt;
        begin = day_.before_next(i, change.intervals.at(i).end);
        if (i + 1 < agents_.size()) change.begins.emplace(i + 1, begin);
    }
    // Callers who came before and still wait: until the threshold, or until they are followed no longer.
    const double seen = std::ceil(day_.demand().threshold.count() / day_.demand().interval_s);
    const auto back = static_cast<std::size_t>(depth_ == TransientDepth::whole ? std::max(2.0, seen) : seen);
    for (std::size_t k = 1; k <= std::min(back, first); ++k)
        if (!look_at(first - k, begins_[first - k])) return std::nullopt;
    return change;
}

void TransientEffects::accept(Change change) {
    agents_ = std::move(change.agents);
    for (auto& [i, interval] : change.intervals) intervals_[i] = std::move(interval);
    for (auto& [i, begin] : change.begins) begins_[i] = std::move(begin);
}

}  // namespace freiton::analytic
