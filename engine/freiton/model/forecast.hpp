// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/model/call_log.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// The event that every forecast has: holidays, stated ones and days on which nobody was there.
inline constexpr const char* holiday_event = "holiday";

/// A figure that is not known yet: its mean, and the quantiles between which it is expected to fall.
struct Expected {
    double low = 0.0;
    double mean = 0.0;
    double high = 0.0;
};

/// One open interval of a day to come.
struct ForecastInterval {
    Minutes start{};
    Expected arrivals{};
    std::optional<double> handling_time_s{};  // mean
};

/// One open day to come. Its quantiles are those of the day's total.
struct ForecastDay {
    Date date{};
    Expected arrivals{};
    std::optional<Expected> handling_time_s{};  // the day's mean
    std::vector<ForecastInterval> intervals{};
    std::vector<std::string> events{};  // names of those on this day
};

/// How far forecasts were off where the truth is known; shares of what came.
struct ForecastErrors {
    double wape = 0.0;  // sum of absolute errors / sum of actuals
    double bias = 0.0;  // sum of errors / sum of actuals; above 0: too much was forecast
};

/// Forecasts from within the history, each made of nothing but what was known then.
struct ForecastTest {
    int values = 0;  // how many forecasts were compared
    ForecastErrors own{};
    ForecastErrors last_week{};        // naive: the latest same weekday
    ForecastErrors four_weeks{};       // naive: the mean of the latest four
    std::optional<double> coverage{};  // share of values within their bands; none: too few to tell

    /// By more than half a tenth of a per cent, as errors are shown.
    bool naive_is_better() const { return own.wape > std::min(last_week.wape, four_weeks.wape) + 0.0005; }
};

/// A day of the history that fits nothing: it has little weight.
struct ForecastOutlier {
    Date date{};
    double actual = 0.0;
    double usual = 0.0;  // what the fit has there
};

/// Its last days lie so far off, all on the same side, that the level is taken to be another one from the first of
/// them.
struct ForecastShift {
    Date from{};
    int days = 0;        // open ones of the history, from then on
    double share = 0.0;  // more (below 0: less) than before
};

/// What the days before, on and after the dates of an event have more than others, as a share; none: never seen.
struct EventEffect {
    std::string event{};
    struct Side {
        int seen = 0;  // days of the history
        double share = 0.0;
    };
    Side before{};
    Side on{};
    Side after{};
};

/// Of what the forecast of days is made, as rolling forecasts chose it.
struct ForecastParts {
    double level_change = 0.0;  // variance of the level's steps from week to week, over that of single days
    bool trend = false;
    bool turn_of_month = false;
    bool season = false;
};

/// How wide bands are.
enum class BandSource {
    fit,     // as what the fit leaves over and its own doubt make them: there are too few rolling forecasts
    errors,  // by the errors of rolling forecasts
};

/// A queue of the history that has no rows any more, though others have.
struct EndedQueue {
    std::string name{};
    Date last{};  // with contacts
};

/// The forecast of one kind of work.
struct WorkForecast {
    std::string work{};
    int history_days = 0;                 // open ones that tell of it
    std::optional<Date> begins{};         // its first day, where the history of others is longer
    std::vector<Date> history_missing{};  // open days on which others have rows, and it has none
    double left_out = 0.0;                // contacts of the history outside what looks like opening hours
    std::vector<ForecastDay> days{};
    ForecastParts parts{};
    int origins = 0;                       // days from which forecasts were tried that have come
    std::optional<ForecastTest> by_day{};  // none: the history is too short for this far ahead, or nothing came
    std::optional<ForecastTest> by_interval{};
    std::optional<ForecastTest> handling_by_day{};
    BandSource day_bands = BandSource::fit;
    BandSource interval_bands = BandSource::fit;
    std::optional<ForecastShift> shift{};
    std::optional<ForecastShift> handling_shift{};  // of handling times
    bool erratic = false;                           // forecasts were off by more than what came: no day_cv is told
    std::optional<double> day_cv{};           // of a day's total about its forecast, beyond Poisson; none: not known
    std::optional<double> interval_cv{};      // of an interval about its part of the day's total, beyond Poisson
    std::optional<double> handling_day_cv{};  // of a day's mean handling time about its forecast, beyond chance
    std::optional<double> day_correlation{};  // of the errors of neighbouring open days, of one origin
    std::vector<ForecastOutlier> outliers{};
    int outliers_at_end = 0;  // so many of them are the last open days, all on the same side; below 0: too low
    std::vector<EventEffect> events{};
};

/// Volumes to come, with their doubt.
struct Forecast {
    Date first_day{};
    int days = 0;  // calendar days
    Minutes interval{};
    OpenWeek open{};
    double low_quantile = 0.1;
    double high_quantile = 0.9;
    Date history_first{};
    Date history_last{};
    int history_days = 0;                    // on which the office was open
    std::vector<Date> history_closed{};      // open weekdays of the history that are taken for closed ones
    std::vector<Date> history_missing{};     // of which it tells nothing
    std::optional<Date> zeros_until{};       // after the history there are rows without calls, up to this day
    std::vector<std::string> empty{};        // queues of the history in which nothing came: they are not forecast
    std::vector<EndedQueue> ended{};         // nor are these
    std::vector<Date> closed{};              // open weekdays to come on which nobody is there
    LogReading reading{};                    // how the history was understood
    std::optional<std::string> time_zone{};  // in which days and intervals are told, where that is known
    std::vector<WorkForecast> work{};
};

/// A day as expected, or one whose total is the low or the high quantile, with the same course.
enum class ForecastScene { low, expected, high };
inline constexpr std::array all_forecast_scenes = {ForecastScene::expected, ForecastScene::low, ForecastScene::high};
std::string scene_suffix(ForecastScene scene);  // of file names: "", "-low", "-high"

/// What a scenario reads, from volumes.csv, volumes-low.csv or volumes-high.csv: a thousandth of a contact and a tenth
/// of a second are the finest.
VolumeFile volumes_of(const WorkForecast& work, ForecastScene scene);

}  // namespace freiton
