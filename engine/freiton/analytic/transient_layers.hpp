// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace freiton::analytic {

/// Which states of the chain there are, and how often per second it is watched.
struct ChainExtent {
    int agents = 0;
    int busiest = 0;
    int top = 0;  // most callers in the system
    double pace = 0.0;
    bool two_phases = false;  // of handling times
    double too_little = 0.0;  // weights below are taken for 0

    std::size_t layers() const { return static_cast<std::size_t>(busiest - agents) + 1; }
    /// Layer 0: nobody is about to leave; k: k more are busy than are to be there.
    std::size_t rows(std::size_t k) const { return two_phases ? static_cast<std::size_t>(agents) + k + 1 : 1; }
    /// The greatest index in a row of the layer: callers in the system in the first, those who wait in the others.
    std::ptrdiff_t last(std::size_t k) const { return k == 0 ? top : top - agents - static_cast<std::ptrdiff_t>(k); }
};

/// Weights of a row of states, with a zero before and behind; all outside [low, high] are 0. Rows that never have any
/// take no memory.
struct StateWindow {
    std::vector<double> weight{};
    std::ptrdiff_t low = 0;
    std::ptrdiff_t high = -1;

    bool empty() const { return high < low; }
    double* at() { return weight.data() + 1; }
    const double* at() const { return weight.data() + 1; }
    void make_room(std::ptrdiff_t last) {
        if (weight.empty()) weight.assign(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, last)) + 3, 0.0);
    }
    void trim(double too_little) {
        if (empty()) return;
        double* w = at();
        while (low <= high && w[low] < too_little) w[low++] = 0.0;
        while (low <= high && w[high] < too_little) w[high--] = 0.0;
    }
    /// Clears what is left from before outside the new bounds.
    void set_bounds(std::ptrdiff_t new_low, std::ptrdiff_t new_high) {
        if (!empty()) {
            double* w = at();
            for (std::ptrdiff_t j = low; j <= std::min(high, new_low - 1); ++j) w[j] = 0.0;
            for (std::ptrdiff_t j = std::max(low, new_high + 1); j <= high; ++j) w[j] = 0.0;
        }
        low = new_low;
        high = new_high;
    }
    void clear() { set_bounds(0, -1); }
};

/// Rows by the number of calls in their second phase; all outside [low, high] are empty.
struct StateLayer {
    std::vector<StateWindow> rows{};
    std::ptrdiff_t low = 0;
    std::ptrdiff_t high = -1;

    StateWindow& operator[](std::ptrdiff_t b) { return rows[static_cast<std::size_t>(b)]; }
    const StateWindow& operator[](std::ptrdiff_t b) const { return rows[static_cast<std::size_t>(b)]; }
    bool empty() const { return high < low; }
    void trim() {
        while (low <= high && (*this)[low].empty()) ++low;
        while (low <= high && (*this)[high].empty()) --high;
    }
    void include(std::ptrdiff_t b) {
        low = empty() ? b : std::min(low, b);
        high = std::max(high, b);
    }
};

using StateLayers = std::vector<StateLayer>;

}  // namespace freiton::analytic
