// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/profile.hpp"

#include <algorithm>
#include <numeric>

namespace freiton::history {

namespace {

double weight_of_day(Date date, Date last) {
    constexpr double half_after = 90.0;  // days
    return 1.0 / (1.0 + static_cast<double>((last - date).count()) / half_after);
}

// Within the open time: its ends lean on themselves.
std::vector<double> smoothed(const std::vector<double>& parts, const std::vector<bool>& open) {
    std::vector<double> result(parts.size(), 0.0);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!open[i]) continue;
        const double before = i > 0 && open[i - 1] ? parts[i - 1] : parts[i];
        const double after = i + 1 < parts.size() && open[i + 1] ? parts[i + 1] : parts[i];
        result[i] = 0.25 * before + 0.5 * parts[i] + 0.25 * after;
    }
    return result;
}

}  // namespace

std::vector<ProfileShape> profile_shapes() {
    std::vector<ProfileShape> shapes;
    for (const double days : {1.0, 10.0, 1000.0})
        for (const int smoothings : {0, 2, 8}) shapes.push_back({days, smoothings});
    return shapes;
}

Profiles::Profiles(const WorkHistory& history, std::size_t known, const std::vector<double>& weights,
                   const Setting& setting)
    : setting_{setting} {
    const std::size_t intervals = setting.intervals_of_day();
    double days = 0.0;
    all_.assign(intervals, 0.0);
    for (std::vector<double>& sums : sums_) sums.assign(intervals, 0.0);
    for (std::size_t day = 0; day < known; ++day) {
        const HistoryDay& one = history.days[day];
        const double weight = weights[day] * weight_of_day(one.date, history.days[known - 1].date);
        const std::size_t weekday = weekday_index(one.date);
        for (std::size_t i = 0; i < intervals; ++i) {
            sums_[weekday][i] += weight * one.counts[i];
            all_[i] += weight * one.counts[i];
        }
        days += weight;
    }
    for (double& part : all_) part /= days;
}

std::vector<double> Profiles::of(std::size_t weekday, const ProfileShape& shape) const {
    std::vector<double> parts(all_.size(), 0.0);
    std::vector<bool> open(all_.size());
    std::size_t open_intervals = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        open[i] = setting_.is_open(weekday, i);
        if (!open[i]) continue;
        parts[i] = sums_[weekday][i] + shape.days_of_all * all_[i];
        ++open_intervals;
    }
    for (int time = 0; time < shape.smoothings; ++time) parts = smoothed(parts, open);
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (open[i]) parts[i] = sum > 0.0 ? parts[i] / sum : 1.0 / static_cast<double>(open_intervals);
    return open_intervals > 0 ? parts : std::vector<double>{};
}

}  // namespace freiton::history
