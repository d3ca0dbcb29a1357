// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/rolling.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace freiton::history {

namespace {

constexpr std::size_t most_origins = 100;

std::vector<std::size_t> origins_of(const std::vector<Date>& dates) {
    std::vector<std::size_t> all;
    for (std::size_t known = 1; known < dates.size(); ++known)
        if ((dates[known - 1] - dates[0]).count() + 1 >= warm_up_days) all.push_back(known);
    const std::size_t step = (all.size() + most_origins - 1) / most_origins;
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < all.size(); i += step) some.push_back(all[i]);
    return some;
}

// Days [begin, end) of the series lie so far ahead.
std::pair<std::size_t, std::size_t> days_ahead(const std::vector<Date>& dates, std::size_t known, const Ahead& ahead) {
    const Date last = dates[known - 1];
    const auto place = [&](Date date) {
        return static_cast<std::size_t>(std::lower_bound(dates.begin(), dates.end(), date) - dates.begin());
    };
    return {place(last + std::chrono::days{ahead.first}), place(last + std::chrono::days{ahead.last + 1})};
}

// Days [0, end) as they look on the last known one.
DaySeries seen_from(const DaySeries& series, std::size_t known, std::size_t end, const DayEffects& effects) {
    DaySeries seen = series;
    for (std::size_t day = 0; day < end; ++day)
        seen.terms[day] = effects.terms_of(series.dates[day], series.dates[known - 1]);
    return seen;
}

}  // namespace

std::vector<LevelShape> shapes_for(const DaySeries& series) {
    constexpr int more_than_a_year = 400;  // days
    const bool long_enough =
        !series.dates.empty() && (series.dates.back() - series.dates.front()).count() >= more_than_a_year;
    std::vector<LevelShape> shapes;
    for (const bool season : {false, true}) {
        if (season && !long_enough) continue;
        for (const bool month : {false, true}) {
            // The first one stands until another has proved better.
            for (const double steps : {0.1, 0.01, 1.0}) shapes.push_back({false, steps, month, season});
            for (const double steps : {0.001, 0.01}) shapes.push_back({true, steps, month, season});
        }
    }
    return shapes;
}

void ShapeChoice::come_to(std::size_t known) {
    to_come_.come_to(known, [&](const std::vector<double>& off_by_shape) {
        for (std::size_t shape = 0; shape < off_.size(); ++shape) off_[shape] += off_by_shape[shape];
        ++noted_;
    });
}

std::size_t ShapeChoice::best() const {
    constexpr std::size_t fewest = 50;   // forecasts, before anything is chosen by them
    constexpr double of_a_trend = 1.25;  // it runs away where it is wrong
    if (noted_ < fewest) return 0;
    const auto charged = [&](std::size_t shape) { return off_[shape] * (shapes_[shape].trend ? of_a_trend : 1.0); };
    std::size_t best = 0;
    for (std::size_t shape = 1; shape < off_.size(); ++shape)
        if (charged(shape) < charged(best)) best = shape;
    return best;
}

Rolling roll(const DaySeries& series, const std::vector<double>& actuals, const RootScale& scale,
             const DayEffects& effects, const std::vector<LevelShape>& shapes, const Ahead& ahead) {
    Rolling rolling;
    ShapeChoice choice{shapes};
    for (const std::size_t known : origins_of(series.dates)) {
        choice.come_to(known);
        const std::size_t chosen = choice.best();
        const auto [begin, end] = days_ahead(series.dates, known, ahead);
        std::vector<std::vector<double>> off(end - begin, std::vector<double>(shapes.size()));
        const DaySeries seen = seen_from(series, known, end, effects);
        Origin origin{.known = known};
        for (std::size_t shape = 0; shape < shapes.size(); ++shape) {
            const LevelFit fit{seen, known, effects, shapes[shape]};
            const double variance = fit.variance();
            for (std::size_t day = begin; day < end; ++day) {
                const double mean = scale.mean(fit.at(seen.dates[day], seen.terms[day]), variance);
                off[day - begin][shape] = std::abs(mean - actuals[day]);
                if (shape == chosen)
                    origin.tried.push_back({day, mean, fit.growth(seen.dates[day], seen.terms[day]),
                                            seen.terms[day].size() == series.terms[day].size()});
            }
            if (shape == chosen) origin.weights = fit.weights();
        }
        for (std::size_t day = begin; day < end; ++day) choice.note(day, std::move(off[day - begin]));
        rolling.origins.push_back(std::move(origin));
    }
    choice.come_to(series.dates.size());
    rolling.choice = shapes[choice.best()];
    return rolling;
}

}  // namespace freiton::history
