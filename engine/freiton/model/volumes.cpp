// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volumes.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

#include "freiton/core/text.hpp"
#include "freiton/model/closed_arrivals.hpp"
#include "freiton/model/recorded.hpp"
#include "freiton/model/rows_apart.hpp"
#include "freiton/model/volume_table.hpp"

namespace freiton {

namespace {

std::size_t longest_day_of_horizon(const Calendar& calendar) {
    const CalendarParts& parts = calendar.parts();
    std::size_t longest = 0;
    for (int day = 0; day < calendar.days(); ++day)
        if (calendar.is_open(day))
            longest = std::max(longest, values_of_day(parts.open[weekday_index(calendar.date(day))], parts.interval));
    return longest;
}

std::size_t longest_day_of_week(const Calendar& calendar) {
    std::size_t longest = 0;
    for (const OpenHours& hours : calendar.parts().open)
        longest = std::max(longest, values_of_day(hours, calendar.parts().interval));
    return longest;
}

void check_rows(const VolumeFile& file, WorkKind kind, const Calendar& calendar, const AcceptedHours& accepted,
                Problems& problems) {
    const VolumeTable table{file, calendar};
    const auto problem = [&](std::size_t i, Rule rule) {
        const VolumeRow& row = file.rows[i];
        return Problem{rule}.at({file.found_at, row.line}).on("start").got(local_time_text(row.date, row.start));
    };
    bool any_inside = false;
    for (std::size_t i = 0; i < file.rows.size() && !are_enough(problems); ++i) {
        const auto day = (file.rows[i].date - calendar.parts().first_day).count();
        const bool inside = day >= 0 && day < calendar.days();  // a file may hold more than the horizon
        any_inside = any_inside || inside;
        const auto interval = calendar.interval_at(file.rows[i].date, file.rows[i].start);
        const bool taken = kind == WorkKind::call ? interval && is_open_in(accepted.from(file.rows[i].site), *interval)
                                                  : interval || table.closed_moment_of(i);
        if (inside && !taken && file.rows[i].arrivals > 0.0) problems.push_back(problem(i, Rule::row_not_open));
    }
    for (const auto& [row, line] : table.twice())
        if (!are_enough(problems)) problems.push_back(problem(row, Rule::row_twice).with({std::to_string(line)}));
    RowStarts starts;
    for (const VolumeRow& row : file.rows) starts[{row.date, row.site}].insert(row.start);
    check_rows_apart(starts, calendar, file.found_at, problems);
    if (!any_inside)
        problems.push_back(Problem{Rule::row_outside_horizon}
                               .at({file.found_at, 0})
                               .on("date")
                               .with({date_text(calendar.date(0)), date_text(calendar.date(calendar.days() - 1))}));
}

// Of a day, the intervals in which something is accepted.
std::vector<std::size_t> accepting(const Calendar& calendar, int day, const OpenMask& accepted) {
    std::vector<std::size_t> intervals;
    for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i)
        if (is_open_in(accepted, i)) intervals.push_back(i);
    return intervals;
}

// How a day's total spreads over these intervals: evenly, or by the profile's weights.
std::vector<double> day_weights(const Arrivals& arrivals, const Calendar& calendar,
                                const std::vector<std::size_t>& intervals) {
    std::vector<double> weights(intervals.size(), 1.0);
    if (!arrivals.profile.empty()) {
        for (std::size_t k = 0; k < intervals.size(); ++k)
            weights[k] = arrivals.profile[static_cast<std::size_t>(calendar.intervals()[intervals[k]].index_in_day)];
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight = sum > 0.0 ? weight / sum : 1.0 / static_cast<double>(weights.size());
    return weights;
}

void add_per_interval(const PerInterval& given, const Calendar& calendar, const OpenMask& accepted,
                      std::vector<double>& mean) {
    for (std::size_t i = 0; i < mean.size(); ++i) {
        if (!is_open_in(accepted, i)) continue;
        const auto index = static_cast<std::size_t>(calendar.intervals()[i].index_in_day);
        mean[i] = given.same_for_all ? given.means.front() : given.means[std::min(index, given.means.size() - 1)];
    }
}

void add_per_day(const Arrivals& arrivals, double per_day, const Calendar& calendar, const OpenMask& accepted,
                 std::vector<double>& mean) {
    for (int day = 0; day < calendar.days(); ++day) {
        const std::vector<std::size_t> intervals = accepting(calendar, day, accepted);
        if (intervals.empty()) continue;
        if (arrivals.at) {  // else it comes while closed
            const Minutes step = *arrivals.at - *arrivals.at % calendar.parts().interval;
            if (const auto interval = calendar.interval_at(calendar.date(day), step)) mean[*interval] = per_day;
            continue;
        }
        const std::vector<double> weights = day_weights(arrivals, calendar, intervals);
        for (std::size_t k = 0; k < intervals.size(); ++k) mean[intervals[k]] = per_day * weights[k];
    }
}

void add_round_the_clock(const Arrivals& arrivals, const Calendar& calendar, const std::string& site,
                         std::vector<double>& mean) {
    for (int day = 0; day < calendar.days(); ++day) {
        if (!calendar.is_open(day)) continue;
        const std::vector<Calendar::DayStep> steps = calendar.steps(day);
        const std::vector<double> all = arrivals_round_the_clock(arrivals, calendar, site, day);
        for (std::size_t k = 0; k < steps.size(); ++k)
            if (const auto at = calendar.opening_at(steps[k].since_start); at.open) mean[*at.interval] += all[k];
    }
}

void add_file(const VolumeFile& file, const std::string& site, const Calendar& calendar, std::vector<double>& mean) {
    const VolumeTable table{file, calendar};
    for (std::size_t i = 0; i < file.rows.size(); ++i)
        if (const auto interval = table.interval_of(i); interval && file.rows[i].site == site)
            mean[*interval] += file.rows[i].arrivals;
}

void add_recorded_factors(const std::vector<std::vector<RecordedContact>>& contacts, double usual,
                          std::vector<double>& factors) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
        double number = 0.0;
        double work_s = 0.0;
        for (const RecordedContact& row : contacts[i]) {
            number += row.contacts;
            work_s += row.contacts * row.handling_time_s.value_or(usual);
        }
        if (number > 0.0) factors[i] = work_s / number / usual;
    }
}

// Rows that come while closed count with the next opening, and the interval has the mean over all of them.
void add_table_factors(const VolumeFile& file, const std::string& site, const Calendar& calendar, double usual,
                       std::vector<double>& factors) {
    const VolumeTable table{file, calendar};
    std::vector<double> number(factors.size(), 0.0);
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
        const VolumeRow& row = file.rows[i];
        auto interval = table.interval_of(i);
        if (const auto moment = table.closed_moment_of(i)) interval = calendar.opening_at(*moment).interval;
        if (!interval || row.site != site) continue;
        const double factor = row.handling_time_s.value_or(usual) / usual;
        double& so_far = number[*interval];
        const double all = so_far + row.arrivals;
        factors[*interval] = all > 0.0 ? (factors[*interval] * so_far + factor * row.arrivals) / all : factor;
        so_far = all;
    }
}

}  // namespace

std::size_t values_of_day(const OpenHours& hours, Minutes interval) {
    Minutes open{0};
    for (const OpenSpan& span : hours) open += span.to - span.from;
    return static_cast<std::size_t>(open / interval);
}

void check_interval_list(std::size_t size, const Calendar& calendar, const std::string& key, Problems& problems) {
    const std::size_t least = longest_day_of_horizon(calendar);
    const std::size_t most = std::max(least, longest_day_of_week(calendar));
    if (size >= least && size <= most) return;
    const bool too_short = size < least;
    problems.push_back(Problem{too_short ? Rule::list_too_short : Rule::list_too_long}.on(key).with(
        {std::to_string(size), std::to_string(too_short ? least : most)}));
}

void check_interval_list(const std::vector<double>& list, const OpenMask& open, const Calendar& calendar,
                         const std::string& key, Problems& problems) {
    const std::size_t before = problems.size();
    check_interval_list(list.size(), calendar, key, problems);
    if (problems.size() > before) return;
    if (open.empty()) return;
    std::vector<bool> used(list.size(), false);
    std::vector<std::optional<Minutes>> start(list.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        const auto index = static_cast<std::size_t>(calendar.intervals()[i].index_in_day);
        if (index >= list.size()) continue;
        start[index] = calendar.intervals()[i].start;
        used[index] = used[index] || open[i];
    }
    for (std::size_t k = 0; k < list.size(); ++k)
        if (start[k] && !used[k] && list[k] > 0.0)
            problems.push_back(
                Problem{Rule::value_while_closed}.on(key).got(number_text(list[k])).with({clock_text(*start[k])}));
}

namespace {

void check_profile(const Arrivals& arrivals, const std::string& key, Problems& problems) {
    if (std::all_of(arrivals.profile.begin(), arrivals.profile.end(), [](double weight) { return weight == 0.0; }))
        problems.push_back(Problem{Rule::profile_all_zero}.on(key + ".profile"));
}

// Lists have a value for each interval of 24 hours.
void check_round_the_clock(const Arrivals& arrivals, const Calendar& calendar, const std::string& key,
                           Problems& problems) {
    const std::size_t wanted = values_of_whole_day(calendar);
    const auto check_size = [&](std::size_t size, const std::string& where) {
        if (size == wanted) return;
        problems.push_back(
            Problem{Rule::list_of_whole_day}.on(where).with({std::to_string(size), std::to_string(wanted)}));
    };
    if (arrivals.per_interval) {
        const auto& all = arrivals.per_interval->everywhere;
        if (all && !all->same_for_all) check_size(all->means.size(), key + ".per_interval");
        for (const auto& [site, given] : arrivals.per_interval->sites)
            if (!given.same_for_all)
                check_size(given.means.size(), std::string{key}.append(".per_interval.").append(site));
    }
    if (arrivals.profile.empty()) return;
    check_size(arrivals.profile.size(), key + ".profile");
    check_profile(arrivals, key, problems);
}

}  // namespace

void check_volumes(const Arrivals& arrivals, const Calendar& calendar, const std::string& key, Problems& problems,
                   const AcceptedHours& accepted, WorkKind kind) {
    if (arrivals.around_the_clock) return check_round_the_clock(arrivals, calendar, key, problems);
    const auto check_list = [&](const PerInterval& given, const std::string& site, const std::string& where) {
        if (!given.same_for_all) check_interval_list(given.means, accepted.from(site), calendar, where, problems);
    };
    if (arrivals.file && !arrivals.recorded) check_rows(*arrivals.file, kind, calendar, accepted, problems);
    if (arrivals.per_interval) {
        if (arrivals.per_interval->everywhere)
            check_list(*arrivals.per_interval->everywhere, "", key + ".per_interval");
        for (const auto& [site, given] : arrivals.per_interval->sites)
            check_list(given, site, std::string{key}.append(".per_interval.").append(site));
    }
    if (arrivals.profile.empty()) return;
    check_interval_list(arrivals.profile.size(), calendar, key + ".profile", problems);
    check_profile(arrivals, key, problems);
}

std::vector<double> volumes_of_site(const Arrivals& arrivals, const Calendar& calendar, const std::string& site,
                                    const OpenMask& accepted) {
    std::vector<double> mean = volumes_while_open(arrivals, calendar, site, accepted);
    for (const ClosedArrivals& closed : closed_arrivals_of_site(arrivals, calendar, site, accepted).arrivals)
        mean[closed.interval] += closed.mean;
    return mean;
}

std::vector<double> volumes_while_open(const Arrivals& arrivals, const Calendar& calendar, const std::string& site,
                                       const OpenMask& accepted) {
    std::vector<double> mean(calendar.intervals().size(), 0.0);
    if (arrivals.recorded) {
        const auto contacts = recorded_contacts_of_site(arrivals, calendar, site);
        for (std::size_t i = 0; i < mean.size(); ++i)
            for (const RecordedContact& row : contacts[i]) mean[i] += row.contacts;
        return mean;
    }
    if (arrivals.around_the_clock) {
        add_round_the_clock(arrivals, calendar, site, mean);
        return mean;
    }
    if (const PerInterval* given = arrivals.per_interval ? arrivals.per_interval->of(site) : nullptr)
        add_per_interval(*given, calendar, accepted, mean);
    if (const double* per_day = arrivals.per_day ? arrivals.per_day->of(site) : nullptr)
        add_per_day(arrivals, *per_day, calendar, accepted, mean);
    if (arrivals.file) add_file(*arrivals.file, site, calendar, mean);
    for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] *= arrivals.scale * arrivals.weekdays[weekday_index(calendar.date(calendar.intervals()[i].day))];
    return mean;
}

bool has_handling_times(const Work& work) {
    return work.arrivals.file && !work.arrivals.recorded &&
           std::any_of(work.arrivals.file->rows.begin(), work.arrivals.file->rows.end(),
                       [](const VolumeRow& row) { return row.handling_time_s.has_value(); });
}

std::vector<double> handling_factors_of_site(const Work& work, const Calendar& calendar, const std::string& site) {
    const Arrivals& arrivals = work.arrivals;
    const double usual = work.handling_time.mean_duration().count();
    if (!arrivals.file || usual <= 0.0) return {};
    std::vector<double> factors(calendar.intervals().size(), 1.0);
    if (arrivals.recorded)
        add_recorded_factors(recorded_contacts_of_site(arrivals, calendar, site), usual, factors);
    else
        add_table_factors(*arrivals.file, site, calendar, usual, factors);
    if (std::all_of(factors.begin(), factors.end(), [](double factor) { return factor == 1.0; })) return {};
    return factors;
}

}  // namespace freiton
