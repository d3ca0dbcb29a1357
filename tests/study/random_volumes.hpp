// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

#include "model/random_values.hpp"
#include "model/small_scenario.hpp"

namespace freiton::test {

/// Draws what comes to an ordinary office: a day with a morning peak, the same for all days or from a table.
class RandomVolumes : public RandomValues {
  protected:
    using RandomValues::RandomValues;

    /// Before all else: when the office is open.
    void open_for(const CalendarParts& parts) {
        places_ = 0;
        const Calendar calendar{parts};
        for (const Interval& interval : calendar.intervals())
            places_ = std::max(places_, static_cast<std::size_t>(interval.index_in_day) + 1);
    }

    // A morning peak and a smaller one in the afternoon, `height` over the quiet hours; smooth, or as uneven as counts
    // are.
    std::vector<double> day_shape(double mean) {
        const double height = one_of({0.0, 0.5, 1.0, 2.0});
        const double uneven = one_of({0.0, 0.0, 0.15, 0.3});
        std::vector<double> shape;
        double sum = 0.0;
        for (std::size_t i = 0; i < places_; ++i) {
            const double x = (static_cast<double>(i) + 0.5) / static_cast<double>(places_);
            const auto bump = [&](double at, double width) { return std::exp(-std::pow((x - at) / width, 2)); };
            shape.push_back((1.0 + height * (bump(0.3, 0.15) + 0.6 * bump(0.7, 0.12))) *
                            (1.0 + uneven * (2.0 * unit() - 1.0)));
            sum += shape.back();
        }
        for (double& value : shape) value *= mean * static_cast<double>(places_) / sum;
        return shape;
    }

    Arrivals calls(const ScenarioParts& parts) {
        const double mean = one_of({6.0, 15.0, 30.0, 60.0, 120.0}) * (0.7 + 0.6 * unit());
        Arrivals arrivals = listed(day_shape(mean));
        if (!parts.sites.empty() && !chance(4)) {
            const PerInterval all = *arrivals.per_interval->everywhere;
            arrivals.per_interval = BySite<PerInterval>{};
            const double north = 0.3 + 0.5 * unit();
            for (const auto& [site, part] : {std::pair{"north", north}, std::pair{"south", 1.0 - north}}) {
                PerInterval own = all;
                for (double& value : own.means) value *= part;
                arrivals.per_interval->sites[site] = own;
            }
        } else if (chance(6)) {
            arrivals = table(parts, day_shape(mean));
        }
        if (chance(5)) arrivals.day_cv = one_of({0.05, 0.1, 0.2});
        if (chance(8)) arrivals.scale = 0.9;
        if (chance(8)) arrivals.weekdays = {1.2, 1.0, 0.9, 1.0, 0.8, 1.0, 1.0};
        return arrivals;
    }

    // Volumes and handling times by interval.
    Arrivals table(const ScenarioParts& parts, const std::vector<double>& shape) {
        const Calendar calendar{parts.calendar};
        VolumeFile file;
        for (const Interval& interval : calendar.intervals()) {
            VolumeRow row{.date = calendar.date(interval.day), .start = interval.start};
            row.arrivals = shape[static_cast<std::size_t>(interval.index_in_day)];
            row.handling_time_s = 180.0 + 120.0 * unit();
            file.rows.push_back(row);
        }
        return {.file = std::move(file)};
    }

    DurationLaw law_of(Seconds mean) {
        if (chance(4)) return {.law = Law::lognormal, .mean = mean, .cv = 0.5 + unit()};
        return {.mean = mean};
    }

  private:
    std::size_t places_ = 0;
};

}  // namespace freiton::test
