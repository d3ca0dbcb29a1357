// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/outlying_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/core/median.hpp"

namespace freiton::study {

namespace {

constexpr std::size_t fewest_counts = 20;  // of fewer nobody can say what is usual
constexpr double of_normal = 0.6745;       // the median of the sizes of normal values

double on_root_scale(double count) { return 2.0 * std::sqrt(count + 0.375); }

// One count beside what is usual.
struct Off {
    OutlyingCount at{};
    double roots = 0.0;  // of variance 1 by chance

    double spreads(double cv) const { return std::abs(roots) / std::sqrt(1.0 + cv * cv * at.usual); }
};

class OneGroup {
  public:
    OneGroup(const DaysAlike& group, bool by_prediction, const std::vector<DayCounts>& days)
        : group_{group}, by_prediction_{by_prediction}, days_{days}, level_(days.size(), 0.0) {
        const std::size_t intervals = days[group.front()].came.size();
        for (const std::size_t day : group) level_[day] = sum_kept(days[day].came, days[day]);
        for (const std::size_t day : group) {
            const double usual = by_prediction ? sum_kept(days[day].predicted, days[day]) : mean_day(day, intervals);
            level_[day] = usual > 0.0 ? level_[day] / usual : 0.0;
        }
    }

    void add_all(std::vector<Off>& all) const {
        for (const std::size_t day : group_)
            for (std::size_t i = 0; i < days_[day].came.size(); ++i) {
                const double came = days_[day].came[i];
                if (std::isnan(came) || level_[day] <= 0.0) continue;
                const Usual usual =
                    by_prediction_ ? Usual{level_[day] * days_[day].predicted[i], 1.0} : of_others(day, i);
                if (usual.factor <= 0.0) continue;
                all.push_back({{day, i, came, usual.count},
                               (on_root_scale(came) - on_root_scale(usual.count)) / std::sqrt(usual.factor)});
            }
    }

  private:
    struct Usual {
        double count = 0.0;
        double factor = 0.0;  // of the variance, as the others have theirs; 0: there are none
    };

    // What the intervals that this day has come to on a mean day of the group.
    double mean_day(std::size_t of, std::size_t intervals) const {
        double sum = 0.0;
        for (std::size_t i = 0; i < intervals; ++i) {
            if (std::isnan(days_[of].came[i])) continue;
            double came = 0.0, count = 0.0;
            for (const std::size_t day : group_)
                if (const double one = days_[day].came[i]; !std::isnan(one)) {
                    came += one;
                    count += 1.0;
                }
            sum += came / count;
        }
        return sum;
    }

    Usual of_others(std::size_t of, std::size_t i) const {
        double came = 0.0, levels = 0.0, count = 0.0;
        for (const std::size_t day : group_)
            if (const double one = days_[day].came[i]; day != of && !std::isnan(one)) {
                came += one;
                levels += level_[day];
                count += 1.0;
            }
        if (levels <= 0.0) return {};
        return {level_[of] * came / levels, 1.0 + 1.0 / count};
    }

    const DaysAlike& group_;
    bool by_prediction_;
    const std::vector<DayCounts>& days_;
    std::vector<double> level_;  // of each day of the group, 1 on a mean one
};

std::vector<Off> all_off(const std::vector<DaysAlike>& groups, bool by_prediction, const std::vector<DayCounts>& days) {
    std::vector<Off> all;
    for (const DaysAlike& group : groups) OneGroup{group, by_prediction, days}.add_all(all);
    return all;
}

// At which the median is that of normal values; where it is less without any, 0.
double usual_cv(const std::vector<Off>& all) {
    const auto median_at = [&](double cv) {
        std::vector<double> sizes;
        for (const Off& off : all)
            if (off.at.usual >= 1.0) sizes.push_back(off.spreads(cv));
        return upper_median(std::move(sizes));
    };
    double low = 0.0, high = 10.0;
    constexpr int halvings = 20;
    for (int i = 0; i < halvings && median_at(0.0) > of_normal; ++i) {
        const double middle = 0.5 * (low + high);
        (median_at(middle) > of_normal ? low : high) = middle;
    }
    return low;
}

}  // namespace

double sum_kept(const std::vector<double>& values, const DayCounts& day) {
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(day.came[i])) sum += values[i];
    return sum;
}

std::vector<OutlyingCount> take_outlying_out(const std::vector<DaysAlike>& groups, bool by_prediction,
                                             std::vector<DayCounts>& days) {
    std::vector<OutlyingCount> found;
    std::vector<Off> all = all_off(groups, by_prediction, days);
    const auto enough = static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const Off& off) { return off.at.usual >= 1.0; }));
    if (enough < fewest_counts) return found;
    for (std::size_t most = all.size() / 10; found.size() < most; all = all_off(groups, by_prediction, days)) {
        const double cv = usual_cv(all);
        const auto worst = std::max_element(all.begin(), all.end(),
                                            [&](const Off& a, const Off& b) { return a.spreads(cv) < b.spreads(cv); });
        if (worst->spreads(cv) <= outlying) break;
        found.push_back(worst->at);
        days[worst->at.day].came[worst->at.interval] = std::numeric_limits<double>::quiet_NaN();
    }
    return found;
}

}  // namespace freiton::study
