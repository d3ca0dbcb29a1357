// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/validation.hpp"

namespace freiton {

/// What no log says outright and a calibration finds out, as far as a log allows it.
enum class Fitted { patience_mean, patience_cv, balk, day_cv, interval_cv, handling_day_cv, talk, wrap_up, away };
inline constexpr std::array all_fitted = {Fitted::patience_mean, Fitted::patience_cv, Fitted::balk,
                                          Fitted::day_cv,        Fitted::interval_cv, Fitted::handling_day_cv,
                                          Fitted::talk,          Fitted::wrap_up,     Fitted::away};
/// The key below the work ("arrivals.day_cv"); of minutes away, which no key has as such, "away".
std::string_view fitted_key(Fitted what);

/// What tells it: single waits, the differences of days, handling times of the log as they stand, or simulations that
/// show what the log shows.
enum class FittedFrom { waits, days, calls, simulation };
std::string_view fitted_from_word(FittedFrom from);

/// Why a value that was found does not go into the scenario, which keeps what it states.
enum class Withheld {
    nothing_told,  // chance alone makes what was found, and the scenario's value would be as good
    further_off    // with it, simulations lie further from this log than without
};
std::string_view withheld_word(Withheld reason);

/// One value; times in seconds, shares as fractions. Not a number: not known.
struct FittedValue {
    Fitted what{};
    FittedFrom from{};
    double stated = CallFigures::none;  // by the scenario
    double value = CallFigures::none;
    double standard_error = CallFigures::none;
    double at_most = CallFigures::none;  // where nothing at all would explain the log too: a 95 % limit
    std::optional<Withheld> withheld{};
};

/// A law of patience that was held against the waits: with so many callers who hang up at once.
struct PatienceCandidate {
    DurationLaw law{};
    double balk = 0.0;
    double log_likelihood = 0.0;
    int parameters = 0;
    double mean_error = CallFigures::none;  // standard errors
    double cv_error = CallFigures::none;
    double balk_error = CallFigures::none;
    std::optional<Fitted> like_the_mean{};  // cannot be told apart from the mean: correlated beyond 0.9
    std::vector<double> curve{};            // share still willing to wait, at WorkCalibration::curve_waits_s
    bool chosen = false;

    /// Akaike's criterion: the less the better.
    double aic() const { return 2.0 * parameters - 2.0 * log_likelihood; }
};

/// How many callers are still willing to wait after so long, whatever the law (Kaplan and Meier), with Greenwood's
/// standard error.
struct SurvivalPoint {
    double wait_s = 0.0;
    double share = 1.0;
    double standard_error = 0.0;
    double at_risk = 0.0;  // callers who waited at least so long
};

/// What the log shows beside what the calibrated scenario shows, over all days: of one hour of the day or of all.
struct CalibratedFigure {
    std::optional<Minutes> hour{};
    Compared figure{};
    double actual = CallFigures::none;
    double simulated = CallFigures::none;
    double noise = CallFigures::none;  // standard deviation of the actual figure, by chance alone

    double off_by_noise() const { return (actual - simulated) / noise; }
};

/// A single interval far off its day, which tells nothing of how intervals vary, nor of patience.
struct OutlyingInterval {
    int day = 0;  // of the calendar
    IntervalIndex interval{};
    double came = 0.0;
    double usual = 0.0;
};

/// What the log shows beside what the scenario simulates, with volumes of its own, before and after it was calibrated.
/// Biases as in FigureFit.
struct CheckedFigure {
    Compared figure{};
    double actual = CallFigures::none;
    double before = CallFigures::none;
    double after = CallFigures::none;
    double bias_before = CallFigures::none;
    double bias_after = CallFigures::none;
    double doubt = 0.0;  // half-width of the latter

    /// By more than the doubt, and more than matters.
    bool is_further_off() const;
};

/// Two values that do nearly the same to everything that is seen: beyond a correlation of 0.9 of their estimates.
struct Alike {
    Fitted kept{};
    Fitted other{};                         // not fitted, unless it is a value of another work
    std::optional<WorkIndex> other_work{};  // none: the same
    double correlation = 0.0;
    double exchange = 0.0;  // so much less of the other makes up for one unit more
};
inline constexpr double told_apart = 0.9;

/// Why something was not found out.
enum class NotFitted {
    no_single_waits,   // patience by law: counts by interval have none
    too_few_gave_up,   // fewer than 30
    no_days_alike,     // variation: too few days
    no_handling_time,  // the log has none
    no_people,         // the scenario does not say who was there
    no_waits           // nothing that a simulation could show
};
std::string_view not_fitted_word(NotFitted reason);

/// One kind of calls and its queue.
struct WorkCalibration {
    WorkIndex work{};
    std::string queue{};
    std::vector<FittedValue> values{};
    std::vector<PatienceCandidate> patience{};  // in the order of their AIC
    std::vector<SurvivalPoint> survival{};
    std::vector<double> curve_waits_s{};  // evenly spaced, up to where enough callers still waited
    double beyond_share = 0.0;            // of the callers by the chosen law: more patient than any wait that was seen
    double longest_wait_s = 0.0;
    std::vector<CalibratedFigure> totals{};
    std::vector<CalibratedFigure> hours{};
    std::vector<OutlyingInterval> outliers{};
    std::vector<CheckedFigure> checks{};  // empty: nobody knows who was there
    std::vector<Alike> alike{};
    std::vector<NotFitted> not_fitted{};

    const FittedValue* value(Fitted what) const;
    const PatienceCandidate* law() const;                   // the chosen one
    const SurvivalPoint* survival_at(double wait_s) const;  // the last point up to then; none: nobody gave up yet
    const CalibratedFigure* largest_residual() const;       // of the hours, if it is more than chance: beyond 3
};

/// A scenario with what was found out of a log.
struct Calibration {
    Scenario scenario;  // with the values in it
    LogReading reading{};
    std::vector<int> days{};  // of the calendar, that the log has too
    NotCompared left_out{};
    std::vector<WorkCalibration> work{};
    std::uint64_t seed = 1;
    int replications = 0;  // of each simulation; 0: none were needed
    bool interrupted = false;
};

}  // namespace freiton
