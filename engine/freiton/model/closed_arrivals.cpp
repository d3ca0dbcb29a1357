// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/closed_arrivals.hpp"

#include <algorithm>
#include <numeric>

#include "freiton/model/volume_table.hpp"

namespace freiton {

namespace {

class ClosedTimes {
  public:
    explicit ClosedTimes(const Calendar& calendar) : calendar_{calendar} {}

    // So much between these moments, since 00:00 of the first day; nothing while it is open then.
    void add(Seconds from, Seconds to, double mean) {
        if (mean <= 0.0) return;
        const Calendar::Opening next = calendar_.opening_at(from);
        if (next.open) return;
        if (!next.interval) {
            post_.after_last_closing += mean;
            return;
        }
        Seconds start = calendar_.intervals()[*next.interval].since_start;
        if (start < from) start += calendar_.length();  // of the next time
        post_.arrivals.push_back({*next.interval, start - from, start - std::min(to, start), mean});
    }

    // In the order of time: who comes earlier waits longer.
    ClosedPost finished() {
        std::stable_sort(post_.arrivals.begin(), post_.arrivals.end(), [](const auto& a, const auto& b) {
            return a.interval != b.interval ? a.interval < b.interval : a.from > b.from;
        });
        return std::move(post_);
    }

  private:
    const Calendar& calendar_;
    ClosedPost post_;
};

double factor_of(const Arrivals& arrivals, const Calendar& calendar, int day) {
    return arrivals.scale * arrivals.weekdays[weekday_index(calendar.date(day))];
}

void add_moments(const Arrivals& arrivals, const Calendar& calendar, const OpenMask& accepted, double per_day,
                 ClosedTimes& times) {
    WallClock clock{calendar};
    for (int day = 0; day < calendar.days(); ++day) {
        if (!calendar.is_open(day, accepted)) continue;
        const auto moment = clock.moment(calendar.date(day), *arrivals.at);
        times.add(*moment, *moment, per_day * factor_of(arrivals, calendar, day));
    }
}

void add_rows(const Arrivals& arrivals, const Calendar& calendar, const std::string& site, ClosedTimes& times) {
    const VolumeTable table{*arrivals.file, calendar, site};
    for (std::size_t i = 0; i < arrivals.file->rows.size(); ++i) {
        const VolumeRow& row = arrivals.file->rows[i];
        const auto from = table.closed_moment_of(i);
        if (!from) continue;
        const auto day = static_cast<int>((row.date - calendar.date(0)).count());
        times.add(*from, *from + calendar.interval_length(), row.arrivals * factor_of(arrivals, calendar, day));
    }
}

}  // namespace

std::size_t values_of_whole_day(const Calendar& calendar) {
    return static_cast<std::size_t>(std::chrono::days{1} / calendar.parts().interval);
}

std::vector<double> arrivals_round_the_clock(const Arrivals& arrivals, const Calendar& calendar,
                                             const std::string& site, int day) {
    const std::vector<Calendar::DayStep> steps = calendar.steps(day);
    std::vector<double> mean(steps.size(), 0.0);
    const double factor = factor_of(arrivals, calendar, day);
    const auto index = [&](std::size_t k) {
        return static_cast<std::size_t>(steps[k].start / calendar.parts().interval);
    };
    if (const PerInterval* given = arrivals.per_interval ? arrivals.per_interval->of(site) : nullptr)
        for (std::size_t k = 0; k < steps.size(); ++k)
            mean[k] = factor * (given->same_for_all ? given->means.front() : given->means[index(k)]);
    const double* const per_day = arrivals.per_day ? arrivals.per_day->of(site) : nullptr;
    if (per_day == nullptr) return mean;
    std::vector<double> weights(steps.size(), 1.0);
    for (std::size_t k = 0; k < steps.size() && !arrivals.profile.empty(); ++k) weights[k] = arrivals.profile[index(k)];
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t k = 0; k < steps.size() && sum > 0.0; ++k) mean[k] += factor * *per_day * weights[k] / sum;
    return mean;
}

ClosedPost closed_arrivals_of_site(const Arrivals& arrivals, const Calendar& calendar, const std::string& site,
                                   const OpenMask& accepted) {
    ClosedTimes times{calendar};
    if (arrivals.recorded) return {};
    if (arrivals.around_the_clock) {
        for (int day = 0; day < calendar.days(); ++day) {
            const std::vector<Calendar::DayStep> steps = calendar.steps(day);
            const std::vector<double> mean = arrivals_round_the_clock(arrivals, calendar, site, day);
            for (std::size_t k = 0; k < steps.size(); ++k)
                times.add(steps[k].since_start, steps[k].since_start + calendar.interval_length(), mean[k]);
        }
    } else if (const double* per_day = arrivals.per_day ? arrivals.per_day->of(site) : nullptr;
               per_day != nullptr && arrivals.at) {
        add_moments(arrivals, calendar, accepted, *per_day, times);
    }
    if (arrivals.file) add_rows(arrivals, calendar, site, times);
    return times.finished();
}

}  // namespace freiton
