// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/day_variation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace freiton::study {

namespace {

using DaysAlike = std::vector<const DayCounts*>;

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// What adds up over days: products of pairs of intervals, and squares less what Poisson explains.
struct ProductSums {
    double pairs = 0.0, pair_weights = 0.0, own = 0.0, own_weights = 0.0;
    double pairs_chance = 0.0, own_chance = 0.0;  // variances of the first and third if all is Poisson

    void add(const DayCounts& day, const std::vector<double>& mean, double for_pairs, double for_own) {
        double off = 0.0, off2 = 0.0, means = 0.0, means2 = 0.0;
        for (std::size_t i = 0; i < mean.size(); ++i) {
            const double e = day.came[i] - mean[i];
            off += e;
            off2 += e * e;
            means += mean[i];
            means2 += mean[i] * mean[i];
        }
        pairs += for_pairs * (off * off - off2);
        pair_weights += means * means - means2;
        own += for_own * off2 - sum_of(day.came);
        own_weights += means2;
        pairs_chance += 2.0 * for_pairs * for_pairs * (means * means - means2);  // E e_i^2 e_j^2 = m_i m_j
        own_chance += 2.0 * for_own * for_own * means2;                          // of e^2 - N: 2 m^2
    }
};

// The estimated mean takes a degree of freedom from each interval.
void add_alike(const DaysAlike& days, ProductSums& sums) {
    const double n = static_cast<double>(days.size());
    std::vector<double> mean(days.front()->came.size(), 0.0);
    for (const DayCounts* day : days)
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += day->came[i] / n;
    for (const DayCounts* day : days) sums.add(*day, mean, n / (n - 1.0), n / (n - 1.0));
}

// The common factor takes one from all of them.
void add_by_prediction(const DaysAlike& days, ProductSums& sums) {
    const double n = static_cast<double>(days.size());
    double came = 0.0, predicted = 0.0;
    for (const DayCounts* day : days) {
        came += sum_of(day->came);
        predicted += sum_of(day->predicted);
    }
    for (const DayCounts* day : days) {
        std::vector<double> mean = day->predicted;
        for (double& value : mean) value *= came / predicted;
        sums.add(*day, mean, n / (n - 1.0), 1.0);
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
    explicit VolumeMoments(const std::vector<DayCounts>& days) {
        for (const DayCounts& day : days) {
            const auto same = std::find_if(alike_.begin(), alike_.end(), [&](const DaysAlike& others) {
                return others.front()->predicted == day.predicted;
            });
            if (same == alike_.end())
                alike_.push_back({&day});
            else
                same->push_back(&day);
        }
        std::erase_if(alike_, [](const DaysAlike& group) { return group.size() < 2; });
        by_prediction_ = alike_.empty();
        if (!by_prediction_) return;
        DaysAlike& all = alike_.emplace_back();
        for (const DayCounts& day : days)
            if (sum_of(day.predicted) > 0.0) all.push_back(&day);
    }

    bool by_days_alike() const { return !by_prediction_; }

    // Of two days alike both are left out together: one without the other says nothing.
    std::vector<DaysAlike> units() const {
        std::vector<DaysAlike> units;
        for (const DaysAlike& group : alike_)
            if (group.size() == 2)
                units.push_back(group);
            else
                for (const DayCounts* day : group) units.push_back({day});
        return units;
    }

    std::optional<Squares> without(const DaysAlike& left_out) const {
        ProductSums sums;
        for (const DaysAlike& group : alike_) {
            DaysAlike kept;
            std::copy_if(group.begin(), group.end(), std::back_inserter(kept), [&](const DayCounts* day) {
                return std::find(left_out.begin(), left_out.end(), day) == left_out.end();
            });
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
    std::vector<DaysAlike> alike_{};  // all together where no two are alike
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
                           .by_days_alike = moments.by_days_alike()};
}

}  // namespace freiton::study
