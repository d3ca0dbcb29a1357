// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/work_history.hpp"

#include <numeric>

#include "freiton/core/contracts.hpp"
#include "freiton/model/open_hours.hpp"

namespace freiton::history {

namespace {
double sum_over(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }
}  // namespace

double HistoryDay::total() const { return sum_over(counts); }

double HistoryDay::handled_total() const { return sum_over(handled); }

double HistoryDay::handling_mean_s() const {
    EXPECTS(handled_total() > 0.0);
    return sum_over(handling_s) / handled_total();
}

bool Setting::is_open(std::size_t weekday, std::size_t interval_of_day) const {
    return is_within(open[weekday], static_cast<int>(interval_of_day) * interval);
}

}  // namespace freiton::history
