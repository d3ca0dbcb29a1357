// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volumes.hpp"

#include <algorithm>
#include <numeric>

namespace freiton {

namespace {

std::size_t longest_day_of_horizon(const Calendar& calendar) {
    std::size_t longest = 0;
    for (int day = 0; day < calendar.days(); ++day)
        longest = std::max(longest, calendar.first_interval(day + 1) - calendar.first_interval(day));
    return longest;
}

std::size_t longest_day_of_week(const Calendar& calendar) {
    Minutes longest{0};
    for (const OpenHours& hours : calendar.parts().open) {
        Minutes open{0};
        for (const OpenSpan& span : hours) open += span.to - span.from;
        longest = std::max(longest, open);
    }
    return static_cast<std::size_t>(longest / calendar.parts().interval);
}

// A list by interval must reach to the end of the horizon's longest day, and not beyond that of any day of the week.
void check_length(const std::vector<double>& list, const Calendar& calendar, const std::string& key,
                  Problems& problems) {
    const auto complain = [&](Rule rule, std::size_t limit) {
        problems.push_back(Problem{rule}.on(key).with({std::to_string(list.size()), std::to_string(limit)}));
    };
    const std::size_t least = longest_day_of_horizon(calendar);
    const std::size_t most = std::max(least, longest_day_of_week(calendar));
    if (list.size() < least) complain(Rule::list_too_short, least);
    if (list.size() > most) complain(Rule::list_too_long, most);
}

void check_rows(const VolumeFile& file, const Calendar& calendar, Problems& problems) {
    std::vector<int> line_of(calendar.intervals().size(), 0);
    for (const VolumeRow& row : file.rows) {
        const std::string when = local_time_text(row.date, row.start);
        const auto interval = calendar.interval_at(row.date, row.start);
        const auto complain = [&](Rule rule, std::vector<std::string> arguments = {}) {
            problems.push_back(
                Problem{rule}.at({file.found_at, row.line}).on("start").got(when).with(std::move(arguments)));
        };
        const auto day = (row.date - calendar.parts().first_day).count();
        if (day < 0 || day >= calendar.days()) continue;  // a file may hold more than the horizon
        if (interval < 0) {
            if (row.arrivals > 0.0) complain(Rule::row_not_open);
        } else if (int& line = line_of[static_cast<std::size_t>(interval)]; line > 0) {
            complain(Rule::row_twice, {std::to_string(line)});
        } else {
            line = row.line;
        }
    }
    if (std::all_of(line_of.begin(), line_of.end(), [](int line) { return line == 0; }))
        problems.push_back(Problem{Rule::row_outside_horizon}
                               .at({file.found_at, 0})
                               .on("date")
                               .with({date_text(calendar.date(0)), date_text(calendar.date(calendar.days() - 1))}));
}

// Spreads one open day: `shape[i]` falls into the day's i-th interval.
std::vector<double> day_shape(const Arrivals& arrivals, std::size_t length) {
    std::vector<double> shape(length, 1.0);
    if (arrivals.per_interval) {
        const PerInterval& given = *arrivals.per_interval;
        if (given.same_for_all)
            shape.assign(length, given.means.front());
        else
            std::copy_n(given.means.begin(), length, shape.begin());
        return shape;
    }
    if (!arrivals.profile.empty()) std::copy_n(arrivals.profile.begin(), length, shape.begin());
    const double sum = std::accumulate(shape.begin(), shape.end(), 0.0);
    for (double& value : shape) value = sum > 0.0 ? value * *arrivals.per_day / sum : 0.0;
    return shape;
}

}  // namespace

void check_volumes(const Arrivals& arrivals, const Calendar& calendar, const std::string& key, Problems& problems) {
    if (arrivals.file) {
        check_rows(*arrivals.file, calendar, problems);
    } else if (arrivals.per_interval && !arrivals.per_interval->same_for_all) {
        check_length(arrivals.per_interval->means, calendar, key + ".per_interval", problems);
    } else if (!arrivals.profile.empty()) {
        check_length(arrivals.profile, calendar, key + ".profile", problems);
        if (std::all_of(arrivals.profile.begin(), arrivals.profile.end(), [](double weight) { return weight == 0.0; }))
            problems.push_back(Problem{Rule::profile_all_zero}.on(key + ".profile"));
    }
}

std::vector<double> volumes(const Arrivals& arrivals, const Calendar& calendar) {
    std::vector<double> mean(calendar.intervals().size(), 0.0);
    if (arrivals.file) {
        for (const VolumeRow& row : arrivals.file->rows)
            if (const auto interval = calendar.interval_at(row.date, row.start); interval >= 0)
                mean[static_cast<std::size_t>(interval)] = row.arrivals;
    } else {
        for (int day = 0; day < calendar.days(); ++day) {
            const std::size_t first = calendar.first_interval(day);
            const std::vector<double> shape = day_shape(arrivals, calendar.first_interval(day + 1) - first);
            std::copy(shape.begin(), shape.end(), mean.begin() + static_cast<std::ptrdiff_t>(first));
        }
    }
    for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] *= arrivals.scale * arrivals.weekdays[weekday_index(calendar.date(calendar.intervals()[i].day))];
    return mean;
}

}  // namespace freiton
