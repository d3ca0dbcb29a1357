// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/shown_by_log.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "freiton/core/parallel_for.hpp"

namespace freiton::study {

namespace {

constexpr double fewest_calls = 30.0;  // of an hour, on all days together
constexpr Minutes one_hour{60};

// Which two numbers a figure is the ratio of.
struct RatioOf {
    std::size_t numerator;
    std::size_t denominator;
};

RatioOf ratio_of(Compared figure) {
    namespace kernel = simulation::kernel;
    namespace number = simulation::number;
    if (figure == Compared::service_level) return {number::in_time, number::level_base};
    if (figure == Compared::asa_s) return {kernel::call_answered_wait, kernel::call_answered};
    return {kernel::call_abandoned, kernel::call_offered};
}

Minutes hour_at(const Scenario& scenario, std::size_t interval) {
    const Minutes start = scenario.calendar().intervals()[interval].start;
    return start - start % one_hour;
}

std::vector<Compared> figures_in(const LoggedWork& logged) {
    std::vector<Compared> figures;
    if (logged.waits && logged.single) figures.push_back(Compared::service_level);
    if (logged.waits) figures.push_back(Compared::asa_s);
    if (logged.ends) figures.push_back(Compared::abandoned);
    return figures;
}

struct TwoSums {
    double numerator = 0.0;
    double denominator = 0.0;
};

// The sums of one figure over the intervals that it is about.
template <class NumbersAt>
TwoSums sums_over(const Scenario& scenario, const ShownFigure& figure, NumbersAt numbers_at) {
    const RatioOf ratio = ratio_of(figure.figure);
    TwoSums sums;
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        if (figure.hour && hour_at(scenario, i) != *figure.hour) continue;
        const simulation::Numbers& numbers = numbers_at(i);
        sums.numerator += numbers[ratio.numerator];
        sums.denominator += numbers[ratio.denominator];
    }
    return sums;
}

}  // namespace

std::vector<ShownFigure> shown_figures(const Scenario& scenario, const LoggedCalls& logged) {
    std::vector<ShownFigure> figures;
    for (std::size_t w = 0; w < logged.work.size(); ++w) {
        const LoggedWork& own = logged.work[w];
        std::map<Minutes, double> offered;
        for (std::size_t i = 0; i < own.intervals.size(); ++i)
            offered[hour_at(scenario, i)] += own.intervals[i].numbers[simulation::kernel::call_offered];
        const auto add = [&](std::optional<Minutes> hour, Compared figure) {
            ShownFigure shown{.logged_work = w, .hour = hour, .figure = figure};
            const TwoSums sums = sums_over(
                scenario, shown, [&](std::size_t i) -> const simulation::Numbers& { return own.intervals[i].numbers; });
            if (sums.denominator <= 0.0) return;
            shown.actual = sums.numerator / sums.denominator;
            shown.calls = sums.denominator;
            figures.push_back(shown);
        };
        for (const Compared figure : figures_in(own)) {
            for (const auto& [hour, calls] : offered)
                if (calls >= fewest_calls) add(hour, figure);
            add(std::nullopt, figure);
        }
    }
    return figures;
}

double ShownBySimulation::covariance(std::size_t one, std::size_t other) const {
    double sum = 0.0;
    for (std::size_t r = 0; r < off[one].size(); ++r) sum += off[one][r] * off[other][r];
    return sum / static_cast<double>(off[one].size() - 1);
}

// Replications that are all alike do not mean that there is no chance at all.
double ShownBySimulation::noise(std::size_t figure, const ShownFigure& shown) const {
    const double least = shown.figure == Compared::asa_s ? 1.0 / std::sqrt(shown.calls) : 1.0 / shown.calls;
    return std::sqrt(std::max(covariance(figure, figure), least * least));
}

ShownBySimulation shown_by_simulation(const Scenario& scenario, const AsItCame& days,
                                      const std::vector<ShownFigure>& figures, const Unsaid& trial, int replications,
                                      const RunControl& control) {
    const auto count = static_cast<std::size_t>(replications);
    std::vector<std::vector<TwoSums>> sums(count, std::vector<TwoSums>(figures.size()));
    parallel_for(count, control.threads, [&](std::size_t r) {
        if (control.stopped()) return;
        const auto numbers = days.play(trial, r);
        for (std::size_t f = 0; f < figures.size(); ++f)
            sums[r][f] = sums_over(scenario, figures[f], [&](std::size_t i) -> const simulation::Numbers& {
                return numbers[figures[f].logged_work][i];
            });
    });
    control.stop_if_asked();
    control.report(1.0);
    ShownBySimulation shown;
    for (std::size_t f = 0; f < figures.size(); ++f) {
        TwoSums all;
        for (const std::vector<TwoSums>& one : sums) {
            all.numerator += one[f].numerator;
            all.denominator += one[f].denominator;
        }
        const double value = all.denominator > 0.0 ? all.numerator / all.denominator : 0.0;
        const double each = all.denominator / static_cast<double>(count);
        std::vector<double>& off = shown.off.emplace_back();
        for (const std::vector<TwoSums>& one : sums)
            off.push_back(each > 0.0 ? (one[f].numerator - value * one[f].denominator) / each : 0.0);
        shown.values.push_back(value);
    }
    return shown;
}

}  // namespace freiton::study
