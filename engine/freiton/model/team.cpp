// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/team.hpp"

namespace freiton {

double shrinkage_at(const Shrinkage& shrinkage, const Calendar& calendar, IntervalIndex interval) {
    double there = 1.0 - shrinkage.all.at(calendar, interval).value_or(Share{}).value();
    for (const auto& [name, part] : shrinkage.parts)
        there *= 1.0 - part.at(calendar, interval).value_or(Share{}).value();
    return 1.0 - there;
}

double paid_per_hour(const Team& team, const Calendar& calendar) {
    const std::size_t intervals = calendar.intervals().size();
    double paid = 0.0;
    for (IntervalIndex i{0}; i < intervals; ++i) paid += 1.0 / (1.0 - shrinkage_at(team.shrinkage, calendar, i));
    return paid / static_cast<double>(intervals);
}

}  // namespace freiton
