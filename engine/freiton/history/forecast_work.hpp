// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/history/bands.hpp"
#include "freiton/history/rolling.hpp"
#include "freiton/history/work_history.hpp"
#include "freiton/model/forecast.hpp"

namespace freiton::history {

/// What a forecast is asked for.
struct Wanted {
    std::vector<Date> dates{};  // open days to come, in order, all of them after the history
    Ahead ahead{};              // where they lie, seen from the history's last day
    BandQuantiles quantiles{};
};

/// The forecast of one kind of work: of each day a level with its effects (level_fit.hpp), chosen by rolling forecasts
/// (rolling.hpp), spread over its intervals by the course of its weekday (profile.hpp); bands by errors that rolling
/// forecasts made (bands.hpp), or where the history is too short for those, by what the fit leaves over.
///
/// Domain: at least one day of history; the study asks for more (study/forecast.hpp).
/// Cost:   0.2 s for a year of days in five-minute intervals.
WorkForecast forecast_work(const WorkHistory& history, const Setting& setting, const Wanted& wanted);

/// The mean handling times of the days to come, into the forecast, likewise; each interval's by how much its contacts
/// usually take longer than the day's. Nothing happens unless two weeks of days have handling times.
void forecast_handling(const WorkHistory& history, const Setting& setting, const Wanted& wanted,
                       WorkForecast& forecast);

}  // namespace freiton::history
