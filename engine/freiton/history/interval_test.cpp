// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <set>

#include "freiton/history/rolling_test.hpp"
#include "freiton/history/test_sums.hpp"

namespace freiton::history {

namespace {

// Which shape of a profile has been off least: by squares, each day of the same weight.
class ProfileChoice {
  public:
    ProfileChoice() : shapes_{profile_shapes()}, off_(shapes_.size(), 0.0) {}

    const ProfileShape& best() const {
        return shapes_[static_cast<std::size_t>(std::min_element(off_.begin(), off_.end()) - off_.begin())];
    }
    std::vector<double> off_by_shape(const HistoryDay& day, const Profiles& profiles) const {
        std::vector<double> off(shapes_.size(), 0.0);
        const double total = day.total();
        if (total <= 0.0) return off;
        for (std::size_t shape = 0; shape < shapes_.size(); ++shape) {
            const std::vector<double> parts = profiles.of(weekday_index(day.date), shapes_[shape]);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const double error = day.counts[i] - total * parts[i];
                off[shape] += error * error / total;
            }
        }
        return off;
    }
    void note(const std::vector<double>& off) {
        for (std::size_t shape = 0; shape < off.size(); ++shape) off_[shape] += off[shape];
    }

  private:
    std::vector<ProfileShape> shapes_;
    std::vector<double> off_;
};

// Variation of intervals about their parts of the day's total N. With parts p and a factor of variation cv on each
// interval: E (n - N p)^2 = N p (1 - p) + cv^2 N^2 p^2 (1 - 2 p + sum of p^2).
void note_parts(const HistoryDay& day, const std::vector<double>& parts, Variation& variation) {
    const double total = day.total();
    double squares = 0.0;
    for (const double part : parts) squares += part * part;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double off = day.counts[i] - total * parts[i];
        const double weight = total * total * parts[i] * parts[i] * (1.0 - 2.0 * parts[i] + squares);
        variation.add(off * off, total * parts[i] * (1.0 - parts[i]), weight);
    }
}

struct ForecastCourse {
    Origin::Tried day{};
    std::vector<double> parts{};         // of the day, by intervals of the clock
    std::vector<double> off_by_shape{};  // of the profile, for the choice among them
};

std::vector<Date> dates_of(const WorkHistory& history) {
    std::vector<Date> dates;
    dates.reserve(history.days.size());
    for (const HistoryDay& day : history.days) dates.push_back(day.date);
    return dates;
}

// Interval by interval: what the day's own test does, with the course of the day as it was known.
class IntervalTest {
  public:
    IntervalTest(const WorkHistory& history, const Setting& setting, const std::vector<bool>& outlier,
                 const BandQuantiles& quantiles)
        : history_{history}, setting_{setting}, outlier_{outlier}, quantiles_{quantiles}, dates_{dates_of(history)} {}

    void from(const Origin& origin) {
        come_to(origin.known);
        const Profiles profiles{history_, origin.known, origin.weights, setting_};
        const Errors::Units units = day_errors_.enough() ? errors_.units(quantiles_) : Errors::Units{};
        const ProfileShape shape = choice_.best();
        for (const Origin::Tried& tried : origin.tried) {
            const HistoryDay& day = history_.days[tried.day];
            const std::vector<double> parts = profiles.of(weekday_index(day.date), shape);
            compare(origin, tried, parts, units);
            if (!outlier_[tried.day]) {
                note_parts(day, parts, variation_);
                varied_.insert(tried.day);
            }
            to_come_.add(tried.day, {tried, parts, choice_.off_by_shape(day, profiles)});
        }
    }

    IntervalOutcome outcome() {
        come_to(history_.days.size());
        return {sums_.test(), std::move(errors_), variation_.known_cv(varied_.size() * setting_.intervals_of_day()),
                choice_.best()};
    }

  private:
    template <class Use>
    void for_each_open(const HistoryDay& day, Use use) const {
        for (std::size_t i = 0; i < day.counts.size(); ++i)
            if (setting_.is_open(weekday_index(day.date), i)) use(i);
    }

    void come_to(std::size_t known) {
        to_come_.come_to(known, [&](const ForecastCourse& forecast) {
            choice_.note(forecast.off_by_shape);
            const HistoryDay& day = history_.days[forecast.day.day];
            for_each_open(day, [&](std::size_t i) {
                const double part = forecast.parts[i];
                errors_.note(forecast.day.day * day.counts.size() + i, day.counts[i], forecast.day.mean * part,
                             growth_of(forecast.day, part));
            });
            day_errors_.note(forecast.day.day, day.total(), forecast.day.mean, forecast.day.growth);
        });
    }

    double growth_of(const Origin::Tried& tried, double part) const {
        return growth_of_part(day_errors_, errors_, tried.mean, part, tried.growth);
    }

    void compare(const Origin& origin, const Origin::Tried& tried, const std::vector<double>& parts,
                 const Errors::Units& units) {
        const HistoryDay& day = history_.days[tried.day];
        const std::vector<std::size_t> same = same_weekdays(dates_, origin.known, day.date);
        if (same.empty()) return;
        if (day_errors_.enough()) sums_.begin_banded_day();
        for_each_open(day, [&](std::size_t i) {
            const double mean = tried.mean * parts[i];
            sums_.add(day.counts[i], mean, naive_of(same, [&](std::size_t at) { return history_.days[at].counts[i]; }));
            if (!day_errors_.enough()) return;
            const auto [low, high] = errors_.band(units, mean, growth_of(tried, parts[i]));
            sums_.cover(low <= day.counts[i] && day.counts[i] <= high);
        });
    }

    const WorkHistory& history_;
    const Setting& setting_;
    const std::vector<bool>& outlier_;
    const BandQuantiles& quantiles_;
    std::vector<Date> dates_;
    Errors errors_{RootScale{}};
    Errors day_errors_{RootScale{}};
    TestSums sums_{};
    ProfileChoice choice_{};
    Variation variation_{};
    std::set<std::size_t> varied_{};  // days
    ToCome<ForecastCourse> to_come_{};
};

}  // namespace

IntervalOutcome test_intervals(const WorkHistory& history, const Setting& setting, const Rolling& rolling,
                               const std::vector<bool>& outlier, const BandQuantiles& quantiles) {
    IntervalTest test{history, setting, outlier, quantiles};
    for (const Origin& origin : rolling.origins) test.from(origin);
    return test.outcome();
}

}  // namespace freiton::history
