// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volumes.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "freiton/model/closed_arrivals.hpp"
#include "freiton/model/recorded.hpp"
#include "freiton/model/volume_table.hpp"

namespace freiton {

namespace {

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
    WallClock clock{calendar};
    for (int day = 0; day < calendar.days(); ++day) {
        const std::vector<std::size_t> intervals = accepting(calendar, day, accepted);
        if (intervals.empty()) continue;
        if (arrivals.at) {  // else it comes while closed
            const auto at = calendar.opening_at(*clock.moment(calendar.date(day), *arrivals.at));
            if (at.open) mean[*at.interval] = per_day;
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
    const VolumeTable table{file, calendar, site};
    for (std::size_t i = 0; i < file.rows.size(); ++i)
        if (const auto interval = table.interval_of(i)) mean[*interval] += file.rows[i].arrivals;
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
void add_table_factors(const Arrivals& arrivals, const std::string& site, const Calendar& calendar, double usual,
                       std::vector<double>& factors) {
    const VolumeFile& file = *arrivals.file;
    const VolumeTable table{file, calendar, site};
    std::vector<double> number(factors.size(), 0.0);
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
        const VolumeRow& row = file.rows[i];
        auto interval = table.interval_of(i);
        if (const auto moment = table.closed_moment_of(i)) interval = calendar.opening_at(*moment).interval;
        if (!interval) continue;
        const double factor = row.handling_time_s.value_or(usual) / usual;
        const double items = row.arrivals * arrivals.weekdays[weekday_index(row.date)];
        double& so_far = number[*interval];
        const double all = so_far + items;
        factors[*interval] = all > 0.0 ? (factors[*interval] * so_far + factor * items) / all : factor;
        so_far = all;
    }
}

}  // namespace

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

std::vector<double> factors_by_interval(const DurationLaw& law, const Calendar& calendar) {
    std::vector<double> factors;
    if (law.by_interval.empty()) return factors;
    factors.reserve(calendar.intervals().size());
    for (const Interval& interval : calendar.intervals())
        factors.push_back(law.by_interval[static_cast<std::size_t>(interval.index_in_day)]);
    return factors;
}

bool has_handling_times(const Work& work) {
    if (!work.handling_time.by_interval.empty()) return true;
    return work.arrivals.file && !work.arrivals.recorded &&
           std::any_of(work.arrivals.file->rows.begin(), work.arrivals.file->rows.end(),
                       [](const VolumeRow& row) { return row.handling_time_s.has_value(); });
}

std::vector<double> handling_factors_of_site(const Work& work, const Calendar& calendar, const std::string& site) {
    const Arrivals& arrivals = work.arrivals;
    const double usual = work.handling_time.mean_duration().count();
    if (usual <= 0.0) return {};
    std::vector<double> factors = factors_by_interval(work.handling_time, calendar);
    if (factors.empty()) factors.assign(calendar.intervals().size(), 1.0);
    if (arrivals.recorded && work.handling_time.by_interval.empty())
        add_recorded_factors(recorded_contacts_of_site(arrivals, calendar, site), usual, factors);
    else if (arrivals.file && work.handling_time.by_interval.empty())
        add_table_factors(arrivals, site, calendar, usual, factors);
    if (std::all_of(factors.begin(), factors.end(), [](double factor) { return factor == 1.0; })) return {};
    return factors;
}

}  // namespace freiton
