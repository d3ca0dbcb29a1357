// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "freiton/history/work_history.hpp"

namespace freiton::history {

/// How much of a weekday's course is its own, and how smooth it is.
struct ProfileShape {
    double days_of_all = 1.0;  // so many days' worth of all weekdays' course are mixed into that of a weekday
    int smoothings = 0;        // by the weights 1/4, 1/2, 1/4
};
std::vector<ProfileShape> profile_shapes();

/// The course of a day by weekday: the part of the total that each interval has. Sums of recent days, those of three
/// months ago with half the weight, each with the weight that the fit of its total gave it.
///
/// Source: shrinking a weekday's course to the common one as in Shen, Huang (2008), Interday forecasting and intraday
///         updating of call center arrivals, who get a common basis by singular values.
class Profiles {
  public:
    Profiles(const WorkHistory& history, std::size_t known, const std::vector<double>& weights, const Setting& setting);

    /// Parts of the open intervals of that weekday, which sum to 1; empty where it has none. By intervals of the clock.
    std::vector<double> of(std::size_t weekday, const ProfileShape& shape) const;

  private:
    const Setting& setting_;
    std::array<std::vector<double>, 7> sums_{};
    std::vector<double> all_{};  // of a mean day
};

}  // namespace freiton::history
