// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/estimate_log.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "freiton/model/law_functions.hpp"

namespace freiton::analytic {

namespace {

// Largest distance between the sample's steps and the law.
double distance(const std::vector<double>& sorted, const DurationLaw& law) {
    const auto cdf = law_cdf_function(law);
    const double n = static_cast<double>(sorted.size());
    double largest = 0.0;
    constexpr std::size_t most_points = 2000;  // enough to see a distance of 0.001, however long the log
    const std::size_t step = std::max<std::size_t>(1, sorted.size() / most_points);
    for (std::size_t i = 0; i < sorted.size(); i += step) {
        const double p = cdf(sorted[i]);
        largest =
            std::max({largest, std::abs(p - static_cast<double>(i) / n), std::abs(p - static_cast<double>(i + 1) / n)});
    }
    return largest;
}

// Area under exp(-t / mean) from 0 to `until`, which rises with the mean from 0 to `until`.
double mean_for_area(double area, double until) {
    double low = 1e-6 * until;
    double high = 1e6 * until;
    for (int i = 0; i < 200; ++i) {
        const double middle = std::sqrt(low * high);
        (-middle * std::expm1(-until / middle) < area ? low : high) = middle;
    }
    return std::sqrt(low * high);
}

}  // namespace

DurationLaw fit_handling_time(std::vector<double> recorded_s, LogFindings& findings) {
    EXPECTS(!recorded_s.empty());
    std::sort(recorded_s.begin(), recorded_s.end());
    const double n = static_cast<double>(recorded_s.size());
    const double mean = std::accumulate(recorded_s.begin(), recorded_s.end(), 0.0) / n;
    double squares = 0.0;
    for (const double value : recorded_s) squares += (value - mean) * (value - mean);
    findings.handling_mean_s = mean;
    findings.handling_cv = n > 1.0 ? std::sqrt(squares / (n - 1.0)) / mean : 1.0;
    // Figures that a person can read, and the fit that belongs to them.
    const Seconds rounded_mean{std::round(mean * 10.0) / 10.0};
    const double rounded_cv = std::max(0.01, std::round(findings.handling_cv * 1000.0) / 1000.0);
    std::vector<std::pair<std::string, DurationLaw>> candidates = {
        {"exponential", {.law = Law::exponential, .mean = rounded_mean}},
        {"lognormal", {.law = Law::lognormal, .mean = rounded_mean, .cv = rounded_cv}},
        {"gamma", {.law = Law::gamma, .mean = rounded_mean, .cv = rounded_cv}},
        {"weibull", {.law = Law::weibull, .mean = rounded_mean, .cv = rounded_cv}}};
    if (rounded_cv > 1.0)
        candidates.push_back(
            {"hyperexponential", {.law = Law::hyperexponential, .mean = rounded_mean, .cv = rounded_cv}});
    for (const auto& [name, law] : candidates) findings.handling_fits.push_back({name, distance(recorded_s, law)});
    std::stable_sort(findings.handling_fits.begin(), findings.handling_fits.end(),
                     [](const auto& a, const auto& b) { return a.distance < b.distance; });
    const auto best = std::find_if(candidates.begin(), candidates.end(), [&](const auto& candidate) {
        return candidate.first == findings.handling_fits.front().law;
    });
    return best->second;
}

void estimate_patience(const std::vector<LoggedCall>& calls, LogFindings& findings) {
    struct End {
        double wait_s;
        bool gave_up;
    };
    std::vector<End> ends;
    double waited = 0.0;
    double waited_in_vain = 0.0;
    double gave_up = 0.0;
    double unrecorded = 0.0;  // abandoned, and nobody knows when
    for (const LoggedCall& call : calls) {
        const bool is_abandoned = call.end == CallEnd::abandoned;
        if (is_abandoned && !call.wait_known) unrecorded += 1.0;
        if (call.wait_s <= 0.0) continue;  // nothing is known of the patience of those who did not wait
        ends.push_back({call.wait_s, is_abandoned});
        (is_abandoned ? waited_in_vain : waited) += call.wait_s;
        gave_up += is_abandoned ? 1.0 : 0.0;
    }
    if (gave_up == 0.0) return;
    // Each stands for those whose wait was not recorded too.
    const double weight = (gave_up + unrecorded) / gave_up;
    findings.patience_total_wait_s = (waited + weight * waited_in_vain) / (weight * gave_up);
    constexpr std::size_t fewest_waiting = 50;
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.wait_s < b.wait_s; });
    double survival = 1.0;
    double area = 0.0;
    double at = 0.0;
    double waiting = static_cast<double>(ends.size()) + (weight - 1.0) * gave_up;
    for (std::size_t i = 0; i < ends.size() && ends.size() - i >= fewest_waiting; ++i) {
        area += survival * (ends[i].wait_s - at);
        at = ends[i].wait_s;
        const double leaving = ends[i].gave_up ? weight : 1.0;
        if (ends[i].gave_up) survival *= 1.0 - leaving / waiting;
        waiting -= leaving;
    }
    if (at == 0.0 || survival == 1.0) return;
    // Where hardly anybody has given up yet, the mean is a guess: the total wait by those who gave up stands then.
    constexpr double most_times_the_check = 20.0;
    const double mean = mean_for_area(area, at);
    if (mean > most_times_the_check * *findings.patience_total_wait_s) return;
    findings.patience_seen_until_s = at;
    findings.patience_mean_s = mean;
}

std::optional<double> estimate_day_cv(const std::vector<std::pair<Date, double>>& day_totals) {
    std::array<std::vector<double>, 7> by_weekday;
    for (const auto& [date, total] : day_totals) by_weekday[weekday_index(date)].push_back(total);
    double excess = 0.0;   // of squares over what Poisson explains
    double squares = 0.0;  // degrees of freedom x mean^2
    for (const std::vector<double>& totals : by_weekday) {
        if (totals.size() < 2) continue;
        const double n = static_cast<double>(totals.size());
        const double mean = std::accumulate(totals.begin(), totals.end(), 0.0) / n;
        for (const double total : totals) excess += (total - mean) * (total - mean);
        excess -= (n - 1.0) * mean;
        squares += (n - 1.0) * mean * mean;
    }
    if (squares == 0.0) return std::nullopt;
    return std::sqrt(std::max(0.0, excess / squares));
}

}  // namespace freiton::analytic
