// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/analytic/fewest_agents.hpp"

namespace freiton::analytic {

// Steps that double from a good guess bracket the answer, halving finds it: `low` is not enough or below least.
std::optional<int> fewest_agents(const Enough& enough_agents, double guess, int least, int most) {
    EXPECTS(0 <= least && least <= most);
    const auto enough = [&](int n) { return enough_agents(Agents{static_cast<double>(n)}); };
    int high = static_cast<int>(std::clamp<double>(std::ceil(guess), least, most));
    int low = high - 1;
    if (enough(high)) {
        for (int step = 1; low >= least && enough(low); step *= 2) {
            high = low;
            low = std::max(least - 1, low - step);
        }
    } else {
        for (int step = 1; low < high; step *= 2) {
            if (high == most) return std::nullopt;
            low = high;
            high += std::min(step, most - high);
            if (enough(high)) break;
        }
    }
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (enough(middle) ? high : low) = middle;
    }
    return high;
}

std::optional<double> fewest_fractional_agents(const Enough& enough, double most) {
    if (enough(Agents{0.0})) return 0.0;
    double low = 0.0;
    double high = std::min(1.0, most);
    while (!enough(Agents{high})) {
        if (high == most) return std::nullopt;
        low = high;
        high = std::min(2.0 * high, most);
    }
    while (high - low > 1e-12 * high) {
        const double middle = 0.5 * (low + high);
        if (middle <= low || middle >= high) break;
        (enough(Agents{middle}) ? high : low) = middle;
    }
    return high;
}

Erlangs largest_load(const std::function<bool(Erlangs)>& carried, Agents agents) {
    double low = 0.0;
    double high = std::max(1.0, agents.value());
    constexpr double beyond_all = 1e9;
    while (carried(Erlangs{high})) {
        low = high;
        high *= 2.0;
        if (high > beyond_all) return Erlangs{std::numeric_limits<double>::infinity()};
    }
    while (high - low > 1e-12 * high) {
        const double middle = 0.5 * (low + high);
        if (middle <= low || middle >= high) break;
        (carried(Erlangs{middle}) ? low : high) = middle;
    }
    return Erlangs{low};
}

}  // namespace freiton::analytic
