// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/model/forecast.hpp"

namespace freiton::history {

/// Sums of errors, of which a test is made at the end.
class TestSums {
  public:
    struct Naive {
        double last_week = 0.0;
        double four_weeks = 0.0;
    };
    void add(double actual, double own, const Naive& naive);
    void begin_banded_day() { ++banded_days_; }
    void cover(bool within);
    std::optional<ForecastTest> test() const;  // none where nothing came: errors are shares of what did

  private:
    struct Off {
        double absolute = 0.0;
        double signed_sum = 0.0;
        void add(double error);
        ForecastErrors over(double actuals) const;
    };
    int values_ = 0;
    double actuals_ = 0.0;
    Off own_{};
    Off last_week_{};
    Off four_weeks_{};
    int banded_days_ = 0;
    int banded_ = 0;
    int within_ = 0;
};

/// The latest four days of that day's weekday among the first `known`, newest first; fewer where there are no more.
std::vector<std::size_t> same_weekdays(const std::vector<Date>& dates, std::size_t known, Date day);

/// What they say, where there is one at least.
template <class ValueOf>
TestSums::Naive naive_of(const std::vector<std::size_t>& days, ValueOf value_of) {
    TestSums::Naive naive{.last_week = value_of(days.front())};
    for (const std::size_t day : days) naive.four_weeks += value_of(day) / static_cast<double>(days.size());
    return naive;
}

}  // namespace freiton::history
