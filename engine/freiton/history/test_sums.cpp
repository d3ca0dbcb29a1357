// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/test_sums.hpp"

#include <cmath>

namespace freiton::history {

void TestSums::Off::add(double error) {
    absolute += std::abs(error);
    signed_sum += error;
}

ForecastErrors TestSums::Off::over(double actuals) const {
    return {.wape = absolute / actuals, .bias = signed_sum / actuals};
}

void TestSums::add(double actual, double own, const Naive& naive) {
    ++values_;
    actuals_ += actual;
    own_.add(own - actual);
    last_week_.add(naive.last_week - actual);
    four_weeks_.add(naive.four_weeks - actual);
}

void TestSums::cover(bool within) {
    ++banded_;
    within_ += within ? 1 : 0;
}

std::optional<ForecastTest> TestSums::test() const {
    constexpr int fewest_for_a_share = 50;  // days: they tell a share of 80 % within 6 % at best
    if (actuals_ <= 0.0) return std::nullopt;
    ForecastTest test{.values = values_,
                      .own = own_.over(actuals_),
                      .last_week = last_week_.over(actuals_),
                      .four_weeks = four_weeks_.over(actuals_)};
    if (banded_days_ >= fewest_for_a_share) test.coverage = static_cast<double>(within_) / banded_;
    return test;
}

std::vector<std::size_t> same_weekdays(const std::vector<Date>& dates, std::size_t known, Date day) {
    constexpr std::size_t most = 4;
    std::vector<std::size_t> found;
    for (std::size_t i = known; i-- > 0 && found.size() < most;)
        if (weekday_index(dates[i]) == weekday_index(day)) found.push_back(i);
    return found;
}

}  // namespace freiton::history
