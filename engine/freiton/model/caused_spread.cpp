// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/caused_spread.hpp"

#include <cmath>

namespace freiton {

namespace {

// Of what begins evenly over an interval, and then takes a fixed and an exponential time, the part that is over `t`
// seconds after the interval's beginning.
double over_by(double t, double length, double fixed, double mean) {
    const double y = t - fixed;
    if (y <= 0.0) return 0.0;
    if (mean <= 0.0) return std::min(1.0, y / length);
    if (y <= length) return (y + mean * std::expm1(-y / mean)) / length;
    return 1.0 + mean / length * (std::exp(-y / mean) - std::exp(-(y - length) / mean));
}

// Where on the real time line intervals begin, in steps as long as they are.
std::vector<std::size_t> begins_of(const Calendar& calendar) {
    std::vector<std::size_t> begins;
    for (const Interval& interval : calendar.intervals())
        begins.push_back(static_cast<std::size_t>(std::lround(interval.since_start / calendar.interval_length())));
    return begins;
}

}  // namespace

Spread::Spread(const Scenario& scenario, const Work& cause, const LeadsTo& lead, std::size_t from, std::size_t to,
               bool call)
    : from_{from},
      to_{to},
      share_{lead.share.value() * cause.share_that_leads()},
      call_{call},
      on_the_line_{call && lead.after.count() == 0.0},
      repeats_{scenario.calendar().parts().repeats},
      begins_{begins_of(scenario.calendar())} {
    const double length = scenario.calendar().interval_length().count();
    const double fixed_s = cause.handling_time.mean_duration().count();
    period_ = static_cast<std::size_t>(std::lround(scenario.calendar().length().count() / length));
    for (std::size_t step = 0; over_.empty() || over_.back() < 1.0 - negligible_contacts; ++step)
        over_.push_back(over_by(static_cast<double>(step) * length, length, fixed_s, lead.after.count()));
    over_.push_back(1.0);
}

}  // namespace freiton
