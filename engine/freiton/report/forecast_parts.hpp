// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/forecast.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// How well rolling forecasts did beside naive ones, and whether bands held what they say.
void add_forecast_test(const Forecast& forecast, const WorkForecast& work, Language language, Document& document);

/// Of what the forecast is made: its parts, variation, events and outliers.
void add_forecast_makings(const WorkForecast& work, Language language, Document& document);

/// The key of a work by which a scenario reads the table of --csv.
void add_forecast_key(const WorkForecast& work, Language language, Document& document);

/// From when to when the history is, and which of its days count.
void add_forecast_history(const Forecast& forecast, Language language, Document& document);

/// Which of these days tell of one kind of work, where not all do.
void add_work_history(const Forecast& forecast, const WorkForecast& work, Language language, Document& document);

/// The expected days as a line within their band.
Picture forecast_picture(const Forecast& forecast, const WorkForecast& work, Language language);

/// The table that a scenario reads. Not as those of scenarios that somebody has are called, which it would overwrite.
inline constexpr const char* forecast_volumes_file = "forecast_volumes.csv";

std::string quantile_text(double quantile, Language language);  // "10 %", "2.5 %"

std::string event_name(const std::string& name, Language language);  // "holiday", "Feiertag"; others as they are

}  // namespace freiton::report
