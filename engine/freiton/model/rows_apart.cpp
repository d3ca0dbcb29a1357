// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/rows_apart.hpp"

#include <iterator>
#include <numeric>

namespace freiton {

void check_rows_apart(const RowStarts& starts, const Calendar& calendar, const std::string& file, Problems& problems) {
    constexpr std::size_t fewest_rows = 3;
    const Minutes interval = calendar.parts().interval;
    Minutes apart{0};
    bool regular = false;
    for (const auto& [day, times] : starts) {
        for (auto at = times.begin(); at != times.end() && std::next(at) != times.end(); ++at)
            apart = Minutes{std::gcd(apart.count(), (*std::next(at) - *at).count())};
        regular = regular || times.size() >= fewest_rows;
    }
    constexpr Minutes hour{60};
    const bool could_be_intervals = apart.count() > 0 && hour % apart == Minutes{0};  // fewer rows are gaps of a table
    if (!regular || apart <= interval || !could_be_intervals) return;
    problems.push_back(Problem{Rule::rows_coarser}.at({file, 0}).on("start").with(
        {std::to_string(apart.count()), std::to_string(interval.count())}));
}

}  // namespace freiton
