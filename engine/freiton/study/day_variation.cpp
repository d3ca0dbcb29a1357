// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/day_variation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace freiton::study {

namespace {

// What adds up over days: products of pairs of intervals, and squares less what Poisson explains.
struct ProductSums {
    double pairs = 0.0, pair_weights = 0.0, own = 0.0, own_weights = 0.0;
    double pairs_chance = 0.0, own_chance = 0.0;  // variances of the first and third if all is Poisson

    // Intervals whose factor is 0 say nothing.
    void add(const DayCounts& day, const std::vector<double>& mean, const std::vector<double>& for_own,
             double for_pairs) {
        double off = 0.0, off2 = 0.0, means = 0.0, means2 = 0.0;
        for (std::size_t i = 0; i < mean.size(); ++i) {
            if (std::isnan(day.came[i]) || for_own[i] <= 0.0) continue;
            const double e = std::sqrt(for_own[i]) * (day.came[i] - mean[i]);
            off += e;
            off2 += e * e;
            means += mean[i];
            means2 += mean[i] * mean[i];
            own += e * e - day.came[i];
            own_chance += 2.0 * for_own[i] * for_own[i] * mean[i] * mean[i];  // of e^2 - N: 2 m^2
        }
        pairs += for_pairs * (off * off - off2);
        pair_weights += means * means - means2;
        own_weights += means2;
        const double factor = for_pairs * *std::max_element(for_own.begin(), for_own.end());
        pairs_chance += 2.0 * factor * factor * (means * means - means2);  // E e_i^2 e_j^2 = m_i m_j
    }
};

// The estimated mean takes a degree of freedom from each interval.
void add_alike(const std::vector<const DayCounts*>& days, ProductSums& sums) {
    const std::size_t intervals = days.front()->came.size();
    std::vector<double> mean(intervals, 0.0), factor(intervals, 0.0);
    for (std::size_t i = 0; i < intervals; ++i) {
        double n = 0.0;
        for (const DayCounts* day : days)
            if (!std::isnan(day->came[i])) {
                mean[i] += day->came[i];
                n += 1.0;
            }
        if (n < 2.0) continue;
        mean[i] /= n;
        factor[i] = n / (n - 1.0);
    }
    for (const DayCounts* day : days) sums.add(*day, mean, factor, 1.0);
}

// The common factor takes one from all of them.
void add_by_prediction(const std::vector<const DayCounts*>& days, ProductSums& sums) {
    const double n = static_cast<double>(days.size());
    double came = 0.0, predicted = 0.0;
    for (const DayCounts* day : days) {
        came += sum_kept(day->came, *day);
        predicted += sum_kept(day->predicted, *day);
    }
    for (const DayCounts* day : days) {
        std::vector<double> mean = day->predicted;
        for (double& value : mean) value *= came / predicted;
        sums.add(*day, mean, std::vector<double>(mean.size(), 1.0), n / (n - 1.0));
    }
}

// Squares of the two factors' coefficients of variation.
struct Squares {
    double day = 0.0;
    double interval = 0.0;
    double day_chance = 0.0;  // their standard deviations if all is Poisson
    double interval_chance = 0.0;
};

class VolumeMoments {
  public:
    explicit VolumeMoments(std::vector<DayCounts> days) : days_{std::move(days)} {
        for (std::size_t day = 0; day < days_.size(); ++day) {
            const auto same = std::find_if(alike_.begin(), alike_.end(), [&](const DaysAlike& others) {
                return days_[others.front()].predicted == days_[day].predicted;
            });
            if (same == alike_.end())
                alike_.push_back({day});
            else
                same->push_back(day);
        }
        std::erase_if(alike_, [](const DaysAlike& group) { return group.size() < 2; });
        by_prediction_ = alike_.empty();
        if (by_prediction_) {
            DaysAlike& all = alike_.emplace_back();
            for (std::size_t day = 0; day < days_.size(); ++day)
                if (std::accumulate(days_[day].predicted.begin(), days_[day].predicted.end(), 0.0) > 0.0)
                    all.push_back(day);
        }
        if (!alike_.front().empty()) outliers_ = take_outlying_out(alike_, by_prediction_, days_);
    }

    bool by_days_alike() const { return !by_prediction_; }
    const std::vector<OutlyingCount>& outliers() const { return outliers_; }

    // Of two days alike both are left out together: one without the other says nothing.
    std::vector<DaysAlike> units() const {
        std::vector<DaysAlike> units;
        for (const DaysAlike& group : alike_)
            if (group.size() == 2)
                units.push_back(group);
            else
                for (const std::size_t day : group) units.push_back({day});
        return units;
    }

    std::optional<Squares> without(const DaysAlike& left_out) const {
        ProductSums sums;
        for (const DaysAlike& group : alike_) {
            std::vector<const DayCounts*> kept;
            for (const std::size_t day : group)
                if (std::find(left_out.begin(), left_out.end(), day) == left_out.end()) kept.push_back(&days_[day]);
            if (kept.size() >= 2) (by_prediction_ ? add_by_prediction : add_alike)(kept, sums);
        }
        if (sums.pair_weights <= 0.0 || sums.own_weights <= 0.0) return std::nullopt;
        const double day = sums.pairs / sums.pair_weights;
        const double both = sums.own / sums.own_weights;
        const double day_chance = std::sqrt(sums.pairs_chance) / sums.pair_weights;
        return Squares{day, (1.0 + both) / (1.0 + day) - 1.0, day_chance,
                       std::hypot(day_chance, std::sqrt(sums.own_chance) / sums.own_weights)};
    }

  private:
    std::vector<DayCounts> days_;     // without outliers
    std::vector<DaysAlike> alike_{};  // all together where no two are alike
    std::vector<OutlyingCount> outliers_{};
    bool by_prediction_ = false;
};

}  // namespace

std::optional<VolumeVariation> volume_variation(const std::vector<DayCounts>& days) {
    const VolumeMoments moments{days};
    const auto squares = moments.without({});
    if (!squares) return std::nullopt;
    std::vector<double> day, interval;
    for (const DaysAlike& unit : moments.units()) {
        const auto others = moments.without(unit);
        if (!others) continue;
        day.push_back(others->day);
        interval.push_back(others->interval);
    }
    return VolumeVariation{.day = {squares->day, jackknife_error(day), squares->day_chance},
                           .interval = {squares->interval, jackknife_error(interval), squares->interval_chance},
                           .outliers = moments.outliers(),
                           .by_days_alike = moments.by_days_alike()};
}

}  // namespace freiton::study
