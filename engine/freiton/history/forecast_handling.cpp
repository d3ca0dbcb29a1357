// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/history/forecast_work.hpp"
#include "freiton/history/rolling_test.hpp"

namespace freiton::history {

namespace {

constexpr std::size_t fewest_days = 10;  // with handling times

struct HandlingDays {
    DaySeries series{};
    std::vector<double> means_s{};
    std::vector<const HistoryDay*> days{};
};

HandlingDays handling_days(const WorkHistory& history, const DayEffects& effects, const RootScale& scale) {
    HandlingDays known{.series = {.least_noise = 1e-6}};
    for (const HistoryDay& day : history.days) {
        if (day.handled_total() <= 0.0) continue;
        known.series.dates.push_back(day.date);
        known.series.terms.push_back(effects.terms_of(day.date, history.days.back().date));
        known.means_s.push_back(day.handling_mean_s());
        known.series.values.push_back(scale.of(known.means_s.back()));
        known.days.push_back(&day);
    }
    return known;
}

// By how much the contacts of each interval of the clock take longer than their day's mean; of few contacts little is
// believed.
std::vector<double> factors_of_intervals(const HandlingDays& known, std::size_t intervals) {
    constexpr double contacts_of_doubt = 100.0;
    std::vector<double> taken(intervals, contacts_of_doubt);  // in means of their day
    std::vector<double> contacts(intervals, contacts_of_doubt);
    for (std::size_t day = 0; day < known.days.size(); ++day)
        for (std::size_t i = 0; i < intervals; ++i) {
            taken[i] += known.days[day]->handling_s[i] / known.means_s[day];
            contacts[i] += known.days[day]->handled[i];
        }
    for (std::size_t i = 0; i < intervals; ++i) taken[i] /= contacts[i];
    return taken;
}

// Sums over intervals of how far their means are from what their day and its course have.
struct Scatter {
    double squares = 0.0;  // relative, as of single contacts
    double intervals = 0.0;
    double contacts = 0.0;
};

Scatter scatter_of(const HistoryDay& day, double mean_s, const std::vector<double>& factors) {
    Scatter scatter;
    double usual = 0.0;
    for (std::size_t i = 0; i < factors.size(); ++i) usual += day.handled[i] * factors[i];
    const double level = mean_s * day.handled_total() / usual;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (day.handled[i] <= 0.0) continue;
        const double off = day.handling_s[i] / (day.handled[i] * factors[i] * level) - 1.0;
        scatter.squares += day.handled[i] * off * off;
        scatter.intervals += 1.0;
        scatter.contacts += day.handled[i];
    }
    return scatter;
}

// By how much the mean of a day is off by chance, as its contacts are a sample: told by how far the intervals of days
// scatter, each day's about a level of its own. Empty where no day has two intervals.
std::vector<double> variances_by_chance(const HandlingDays& known, const std::vector<double>& factors) {
    double squares = 0.0;
    double freedom = 0.0;
    std::vector<double> variances;
    variances.reserve(known.days.size());
    for (std::size_t day = 0; day < known.days.size(); ++day) {
        const Scatter scatter = scatter_of(*known.days[day], known.means_s[day], factors);
        squares += scatter.squares;
        freedom += scatter.intervals - 1.0;
        variances.push_back(known.means_s[day] * known.means_s[day] / scatter.contacts);
    }
    if (freedom <= 0.0) return {};
    for (double& variance : variances) variance *= squares / freedom;
    return variances;
}

// So that the day's contacts take its mean.
void spread_over_intervals(const std::vector<double>& factors, Minutes interval, ForecastDay& day) {
    const auto factor = [&](const ForecastInterval& one) {
        return factors[static_cast<std::size_t>(one.start / interval)];
    };
    double weighted = 0.0;
    double arrivals = 0.0;
    for (const ForecastInterval& one : day.intervals) {
        weighted += one.arrivals.mean * factor(one);
        arrivals += one.arrivals.mean;
    }
    const double level = weighted > 0.0 ? day.handling_time_s->mean * arrivals / weighted : day.handling_time_s->mean;
    for (ForecastInterval& one : day.intervals) one.handling_time_s = level * factor(one);
}

}  // namespace

void forecast_handling(const WorkHistory& history, const Setting& setting, const Wanted& wanted,
                       WorkForecast& forecast) {
    const RootScale scale{.shift = 0.0, .chance = 0.0};
    const DayEffects effects{setting};
    HandlingDays known = handling_days(history, effects, scale);
    if (known.days.size() < fewest_days) return;
    const std::vector<double> factors = factors_of_intervals(known, setting.intervals_of_day());
    known.series.variances = variances_by_chance(known, factors);
    const std::vector<LevelShape> shapes{{.step_variance = 0.1}, {.step_variance = 0.01}, {.step_variance = 1.0}};
    const Rolling rolling = roll(known.series, known.means_s, scale, effects, shapes, wanted.ahead);
    const LevelFit fit{known.series, known.days.size(), effects, rolling.choice};
    const DayOutcome outcome = test_days(known.series, known.means_s, scale, rolling, fit, wanted.quantiles);
    Errors errors = outcome.errors;
    if (!errors.enough())
        for (std::size_t day = 0; day < known.days.size(); ++day)
            errors.note(day, known.means_s[day], scale.back(known.series.values[day] - fit.residuals()[day]),
                        fit.growth_of_residual(known.series, day));
    const Errors::Units units = errors.units(wanted.quantiles);
    for (ForecastDay& day : forecast.days) {
        const DayEffects::Terms terms = effects.terms_of(day.date, history.days.back().date);
        const double mean = scale.mean(fit.at(day.date, terms), fit.variance());
        const auto [low, high] = errors.band(units, mean, fit.growth(day.date, terms));
        day.handling_time_s = Expected{.low = low, .mean = mean, .high = high};
        spread_over_intervals(factors, setting.interval, day);
    }
    forecast.handling_by_day = outcome.test;
    forecast.handling_shift = shift_of(known.series, fit, scale);
    if (!known.series.variances.empty()) forecast.handling_day_cv = outcome.usual_cv;
}

}  // namespace freiton::history
