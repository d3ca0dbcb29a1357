// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/call_log.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton {

/// What a prediction of calls and a log both tell.
enum class Compared { offered, answered, abandoned, service_level, asa_s, handling_time_s };
inline constexpr std::array all_compared = {Compared::offered,       Compared::answered, Compared::abandoned,
                                            Compared::service_level, Compared::asa_s,    Compared::handling_time_s};
std::string_view compared_name(Compared figure);  // as results spell it

/// One number for each of them; not a number: nothing to speak of, or not in the log.
class ComparedFigures {
  public:
    ComparedFigures() { values_.fill(CallFigures::none); }
    double& operator[](Compared figure) { return values_[static_cast<std::size_t>(figure)]; }
    double operator[](Compared figure) const { return values_[static_cast<std::size_t>(figure)]; }

  private:
    std::array<double, all_compared.size()> values_{};
};

/// One interval, or one day, as it was predicted and as it came.
struct ComparedTime {
    int day = 0;                              // of the calendar
    std::optional<IntervalIndex> interval{};  // none: the whole day
    ComparedFigures predicted{};
    ComparedFigures low{};  // 5 and 95 % quantiles of such a time; of those figures that have any
    ComparedFigures high{};
    ComparedFigures actual{};

    /// Whether the log's figure lies in the band, its ends included; nothing where one of them is missing.
    std::optional<bool> inside(Compared figure) const;
};

/// How many of the actual figures lie within their bands, which hold nine of ten if the prediction is right.
struct BandCount {
    int inside = 0;
    int below = 0;
    int above = 0;

    int values() const { return inside + below + above; }
    double share() const { return values() > 0 ? static_cast<double>(inside) / values() : CallFigures::none; }

    /// Half-width of a 95 % interval of the share, as if the values had nothing to do with each other (Agresti and
    /// Coull 1998, so that it is never zero); those of one day have, and the true doubt is larger.
    double half_width() const;
};

/// One figure over all that was compared. Errors of counts and times are shares of what came, those of the service
/// level are differences of shares; each interval or day weighs as many calls as it had.
struct FigureFit {
    Compared figure{};
    double predicted = CallFigures::none;  // over all compared days together
    double actual = CallFigures::none;
    double bias = CallFigures::none;             // predicted - actual; above 0: more was predicted than came
    double bias_half_width = CallFigures::none;  // 95 %, of the days' differences; none of fewer than five days
    double interval_error = CallFigures::none;   // mean absolute difference
    double day_error = CallFigures::none;
    BandCount intervals{};
    BandCount days{};
    int days_near = 0;  // days whose figure was predicted within a quarter of what came, the service level in 10 points
};

/// How a prediction stands to what came: off by no more than matters, by more, which chance may make of so few days, or
/// beyond that.
enum class Leaning { holds, may_be_chance, more_predicted, less_predicted };

/// Whether bands hold as many as they are meant to.
enum class BandVerdict { unknown, as_meant, too_narrow, too_wide };

/// By how far the figure was off, whether that matters to anybody (`least_that_matters`), and whether it is more than
/// what days differ by anyway.
Leaning leaning_of(const FigureFit& fit);

/// Of counts and times 5 % of what came, of the service level 2 points.
double least_that_matters(Compared figure);

/// From 85 to 95 % of the values within a band of 90 % are as meant, and so is what chance can make of that. Of fewer
/// simulated horizons than `fewest_for_bands` nobody can say: quantiles of 30 hold 84 % of the truth, of 100 they
/// hold 88.
inline constexpr int fewest_for_bands = 100;
BandVerdict band_verdict(const BandCount& count, int simulated);

/// What may be wrong with a prediction; the rest is what the log does not tell: people above all.
enum class Cause { volume, handling_time, patience, rest };

/// What a part of a prediction takes off its error when what came is put in its place.
struct ErrorParts {
    double whole = 0.0;
    double volume = 0.0;
    double handling_time = 0.0;
    double patience = 0.0;

    double rest() const { return whole - volume - handling_time - patience; }
    double of(Cause cause) const;
    Cause main_cause() const;  // that explains most of it, in its direction
};

/// Why a figure was off: of its bias, and of the mean absolute difference of days. Units as in FigureFit.
struct ErrorCauses {
    Compared figure{};
    ErrorParts bias{};
    ErrorParts day_error{};
};

/// One kind of calls, held against its queue.
struct WorkValidation {
    WorkIndex work{};
    std::string queue{};  // as the log calls it
    std::vector<ComparedTime> intervals{};
    std::vector<ComparedTime> days{};
    std::vector<FigureFit> fits{};            // of figures that the log has
    std::vector<Compared> not_in_log{};       // the others
    bool handling_replaced = false;           // the log tells handling times
    double wrap_up_s = 0.0;                   // added to each of them
    std::optional<double> patience_mean_s{};  // of the log, where enough callers gave up to say
    std::vector<ErrorCauses> causes{};        // of service level and ASA, as far as the log has them
    bool only_chance = false;                 // the scenario knows no variation but that of single contacts

    const FigureFit* fit(Compared figure) const;
    const ErrorCauses* causes_of(Compared figure) const;
};

/// What of the scenario and of the log could not be held against each other.
struct NotCompared {
    std::vector<Date> days_only_in_log{};  // outside the scenario's horizon, or closed in it
    double calls_on_them = 0.0;
    std::vector<Date> days_only_in_scenario{};  // open, but without a row in the log
    double calls_while_closed = 0.0;            // on compared days, outside open intervals
    std::vector<std::string> queues{};          // of the log that are no work of the scenario
    double calls_in_them = 0.0;
    std::vector<std::string> works{};  // of the scenario without a queue in the log
};

/// A scenario's prediction beside what a log says came of it.
struct Validation {
    Scenario scenario;       // as it was simulated
    PlanResult predicted{};  // of the whole horizon
    LogReading reading{};
    std::vector<int> days{};  // of the calendar, that were compared
    NotCompared left_out{};
    double wrap_up_s =
        0.0;  // of the log's handling times, as it was told; else the scenario's, where they are talk alone
    std::vector<WorkValidation> work{};
    bool interrupted = false;
};

}  // namespace freiton
