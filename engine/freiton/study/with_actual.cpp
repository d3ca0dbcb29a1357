// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/with_actual.hpp"

#include <algorithm>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::study {

namespace {

// A scenario's table of one kind of calls, with the log's mean handling times where it has some.
VolumeFile table_of(const Scenario& scenario, const LoggedWork& own) {
    const Work& work = scenario.work()[own.work];
    const Calendar& calendar = scenario.calendar();
    // A wrap-up that the scenario states apart keeps its part.
    const double part = work.handling_time.mean_duration() / busy_time(work.handling_time, work.wrap_up).mean;
    VolumeFile file{.path = "log"};
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    for (const std::string& site : sites) {
        if (!scenario.comes_from(own.work, site)) continue;
        const OpenMask open = scenario.accepted(own.work, site);
        const std::vector<double> predicted = scenario.first_arrivals_of_site(own.work, site);
        const std::vector<double> factors = handling_factors_of_site(work, calendar, site);
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            if (!is_open_in(open, i)) continue;
            const Interval& interval = calendar.intervals()[i];
            const double usual = work.handling_time.mean_duration().count() * (factors.empty() ? 1.0 : factors[i]);
            const LoggedSums& sums = own.intervals[i];
            file.rows.push_back(
                {.date = calendar.date(interval.day),
                 .start = interval.start,
                 .site = site,
                 .arrivals = predicted[i],
                 .handling_time_s = sums.handled > 0.0 ? sums.handling_s / sums.handled * part : usual});
        }
    }
    return file;
}

}  // namespace

std::optional<double> patience_in_log(const LoggedWork& logged) {
    constexpr double fewest = 30.0;
    if (!logged.single || !logged.waits || logged.gave_up < fewest || logged.waited_s <= 0.0) return std::nullopt;
    return logged.waited_s / logged.gave_up;
}

Scenario with_actual_handling(const Scenario& scenario, const LoggedCalls& logged) {
    ScenarioParts parts = scenario.parts();
    for (const LoggedWork& own : logged.work) {
        if (!own.handling) continue;
        Work& work = parts.work[own.work];
        const Arrivals before = work.arrivals;
        work.arrivals = {.file = table_of(scenario, own)};
        work.arrivals.day_cv = before.day_cv;
        work.arrivals.interval_cv = before.interval_cv;
        work.handling_time.by_interval.clear();
        work.handling_time.day_cv = 0.0;
    }
    return Scenario{std::move(parts)};
}

}  // namespace freiton::study
