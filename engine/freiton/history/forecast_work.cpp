// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/forecast_work.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "freiton/history/profile.hpp"
#include "freiton/history/rolling_test.hpp"

namespace freiton::history {

namespace {

struct Totals {
    DaySeries series{};
    std::vector<double> counts{};
};

Totals totals_of(const WorkHistory& history, const DayEffects& effects, const RootScale& scale) {
    Totals totals;
    for (const HistoryDay& day : history.days) {
        totals.series.dates.push_back(day.date);
        totals.series.terms.push_back(effects.terms_of(day.date, history.days.back().date));
        totals.counts.push_back(day.total());
        totals.series.values.push_back(scale.of(totals.counts.back()));
    }
    return totals;
}

EventEffect::Side side_of(const Totals& totals, const LevelFit& fit, const RootScale& scale, std::size_t column) {
    EventEffect::Side side;
    double with = 0.0;
    double without = 0.0;
    for (std::size_t day = 0; day < totals.series.dates.size(); ++day) {
        const DayEffects::Terms& terms = totals.series.terms[day];
        const bool here = std::any_of(terms.begin(), terms.end(),
                                      [&](const DayEffects::Term& term) { return term.column == column; });
        if (!here) continue;
        ++side.seen;
        const double root = totals.series.values[day] - fit.residuals()[day];
        with += scale.back(root);
        without += scale.back(root - fit.effect(column));
    }
    if (without > 0.0) side.share = with / without - 1.0;
    return side;
}

std::vector<EventEffect> event_effects(const Totals& totals, const LevelFit& fit, const RootScale& scale,
                                       const Setting& setting, const DayEffects& effects) {
    std::vector<EventEffect> all;
    for (std::size_t event = 0; event < setting.events.size(); ++event) {
        const auto side = [&](DayEffects::Side which) {
            return side_of(totals, fit, scale, effects.event_column(event, which));
        };
        all.push_back({setting.events[event].name, side(DayEffects::Side::before), side(DayEffects::Side::on),
                       side(DayEffects::Side::after)});
    }
    return all;
}

// What the fit leaves over, where nothing better is known.
Errors errors_of_fit(const Totals& totals, const LevelFit& fit, const RootScale& scale) {
    Errors errors{scale};
    for (std::size_t day = 0; day < totals.counts.size(); ++day)
        errors.note(day, totals.counts[day], scale.back(totals.series.values[day] - fit.residuals()[day]),
                    fit.growth_of_residual(totals.series, day));
    return errors;
}

// An interval shares what its day is off, and has had its part in the course that it is held against.
Errors interval_errors_of_fit(const WorkHistory& history, const Setting& setting, const Totals& totals,
                              const LevelFit& fit, const Profiles& profiles, const ProfileShape& shape) {
    const RootScale scale;
    Errors errors{scale};
    std::array<double, 7> alike{};
    for (const HistoryDay& day : history.days) alike[weekday_index(day.date)] += 1.0;
    for (std::size_t d = 0; d < history.days.size(); ++d) {
        const HistoryDay& day = history.days[d];
        const std::size_t weekday = weekday_index(day.date);
        const std::vector<double> parts = profiles.of(weekday, shape);
        const double mean = scale.back(totals.series.values[d] - fit.residuals()[d]);
        const double own_part = 1.0 / (alike[weekday] + shape.days_of_all);
        const double growth = std::sqrt((1.0 - own_part) / (1.0 + own_part));
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (setting.is_open(weekday, i)) errors.note(d * parts.size() + i, day.counts[i], mean * parts[i], growth);
    }
    return errors;
}

Expected expected_of(const Errors& errors, const Errors::Units& units, double mean, double growth) {
    const auto [low, high] = errors.band(units, mean, growth);
    return {.low = low, .mean = mean, .high = high};
}

void add_outliers(const Totals& totals, const LevelFit& fit, const RootScale& scale, const std::vector<bool>& outlier,
                  WorkForecast& forecast) {
    for (std::size_t day = 0; day < outlier.size(); ++day)
        if (outlier[day])
            forecast.outliers.push_back({totals.series.dates[day], totals.counts[day],
                                         scale.back(totals.series.values[day] - fit.residuals()[day])});
}

int outliers_at_end(const LevelFit& fit, const std::vector<bool>& outlier) {
    const std::vector<double>& residuals = fit.residuals();
    const bool above = residuals.back() > 0.0;
    int days = 0;
    for (std::size_t day = outlier.size(); day-- > 0 && outlier[day] && (residuals[day] > 0.0) == above;) ++days;
    return above ? days : -days;
}

int origins_that_came(const Rolling& rolling) {
    return static_cast<int>(std::count_if(rolling.origins.begin(), rolling.origins.end(),
                                          [](const Origin& origin) { return !origin.tried.empty(); }));
}

BandSource source_of(const Errors& errors) { return errors.enough() ? BandSource::errors : BandSource::fit; }

std::vector<std::string> events_on(const Setting& setting, Date date) {
    std::vector<std::string> names;
    for (const Event& event : setting.events)
        if (std::binary_search(event.dates.begin(), event.dates.end(), date)) names.push_back(event.name);
    return names;
}

// What is known at the end, ready for days to come.
class Outlook {
  public:
    Outlook(const WorkHistory& history, const Setting& setting, const Totals& totals, const LevelFit& fit,
            const DayOutcome& by_day, const IntervalOutcome& by_interval, const BandQuantiles& quantiles)
        : setting_{setting},
          fit_{fit},
          profiles_{history, history.days.size(), fit.weights(), setting},
          shape_{by_interval.shape},
          last_{history.days.back().date},
          day_errors_{by_day.errors.enough() ? by_day.errors : errors_of_fit(totals, fit, RootScale{})},
          interval_errors_{by_day.errors.enough()
                               ? by_interval.errors
                               : interval_errors_of_fit(history, setting, totals, fit, profiles_, shape_)},
          day_units_{day_errors_.units(quantiles)},
          interval_units_{interval_errors_.units(quantiles)} {}

    ForecastDay day(Date date, const DayEffects& effects) const {
        const DayEffects::Terms terms = effects.terms_of(date, last_);
        const double mean = RootScale{}.mean(fit_.at(date, terms), fit_.variance());
        const double growth = fit_.growth(date, terms);
        ForecastDay day{.date = date,
                        .arrivals = expected_of(day_errors_, day_units_, mean, growth),
                        .events = events_on(setting_, date)};
        const std::vector<double> parts = profiles_.of(weekday_index(date), shape_);
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (setting_.is_open(weekday_index(date), i))
                day.intervals.push_back(
                    {.start = static_cast<int>(i) * setting_.interval,
                     .arrivals = expected_of(interval_errors_, interval_units_, mean * parts[i],
                                             growth_of_part(day_errors_, interval_errors_, mean, parts[i], growth))});
        return day;
    }

  private:
    const Setting& setting_;
    const LevelFit& fit_;
    Profiles profiles_;
    ProfileShape shape_;
    Date last_;
    Errors day_errors_;
    Errors interval_errors_;
    Errors::Units day_units_;
    Errors::Units interval_units_;
};

}  // namespace

WorkForecast forecast_work(const WorkHistory& history, const Setting& setting, const Wanted& wanted) {
    const RootScale scale;
    const DayEffects effects{setting};
    const Totals totals = totals_of(history, effects, scale);
    const Rolling rolling = roll(totals.series, totals.counts, scale, effects, shapes_for(totals.series), wanted.ahead);
    const LevelFit fit{totals.series, history.days.size(), effects, rolling.choice};
    const std::vector<bool> outlier = fit.outliers();
    const DayOutcome by_day = test_days(totals.series, totals.counts, scale, rolling, fit, wanted.quantiles);
    const IntervalOutcome by_interval = test_intervals(history, setting, rolling, outlier, wanted.quantiles);
    const Outlook outlook{history, setting, totals, fit, by_day, by_interval, wanted.quantiles};
    WorkForecast forecast{
        .work = history.work,
        .left_out = history.left_out,
        .parts = {rolling.choice.step_variance, rolling.choice.trend, rolling.choice.month, rolling.choice.season},
        .origins = origins_that_came(rolling),
        .by_day = by_day.test,
        .by_interval = by_interval.test,
        .day_bands = source_of(by_day.errors),
        .interval_bands = source_of(by_day.errors),
        .shift = shift_of(totals.series, fit, scale),
        .erratic = by_day.erratic,
        .day_cv = by_day.usual_cv,
        .interval_cv = by_interval.usual_cv,
        .day_correlation = by_day.correlation,
        .events = event_effects(totals, fit, scale, setting, effects)};
    add_outliers(totals, fit, scale, outlier, forecast);
    forecast.outliers_at_end = outliers_at_end(fit, outlier);
    for (const Date date : wanted.dates) forecast.days.push_back(outlook.day(date, effects));
    return forecast;
}

}  // namespace freiton::history
