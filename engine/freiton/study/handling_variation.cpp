// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/handling_variation.hpp"

#include <cmath>

namespace freiton::study {

namespace {

struct RatioSums {
    double calls = 0.0, sum = 0.0;

    double mean() const { return sum / calls; }
};

RatioSums sums_of(const DayHandling& day) {
    RatioSums sums;
    for (std::size_t i = 0; i < day.calls.size(); ++i) {
        sums.calls += day.calls[i];
        sums.sum += day.calls[i] * day.ratio[i];
    }
    return sums;
}

std::optional<Variation> between_days(const std::vector<const DayHandling*>& days) {
    double within = 0.0, freedom = 0.0, calls = 0.0, calls2 = 0.0, sum = 0.0;
    for (const DayHandling* day : days) {
        const RatioSums sums = sums_of(*day);
        for (std::size_t i = 0; i < day->calls.size(); ++i)
            within += day->calls[i] * (day->ratio[i] - sums.mean()) * (day->ratio[i] - sums.mean());
        freedom += static_cast<double>(day->calls.size()) - 1.0;
        calls += sums.calls;
        calls2 += sums.calls * sums.calls;
        sum += sums.sum;
    }
    if (days.size() < 2 || freedom <= 0.0) return std::nullopt;
    const double level = sum / calls;
    double between = 0.0;
    for (const DayHandling* day : days) {
        const RatioSums sums = sums_of(*day);
        between += sums.calls * (sums.mean() - level) * (sums.mean() - level);
    }
    const double days_freedom = static_cast<double>(days.size()) - 1.0;
    const double by = (calls - calls2 / calls) * level * level;
    const double one_call = within / freedom;
    return Variation{.square = (between - days_freedom * one_call) / by,
                     .chance = std::sqrt(2.0 * days_freedom) * one_call / by};  // that of a chi-square
}

}  // namespace

std::optional<Variation> handling_variation(const std::vector<DayHandling>& days) {
    std::vector<const DayHandling*> all;
    for (const DayHandling& day : days)
        if (sums_of(day).calls > 0.0) all.push_back(&day);
    auto found = between_days(all);
    if (!found) return std::nullopt;
    std::vector<double> without_each;
    for (std::size_t left_out = 0; left_out < all.size(); ++left_out) {
        std::vector<const DayHandling*> others = all;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(left_out));
        if (const auto other = between_days(others)) without_each.push_back(other->square);
    }
    found->square_error = jackknife_error(without_each);
    return found;
}

}  // namespace freiton::study
