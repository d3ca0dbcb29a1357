// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/forecast.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// How well rolling forecasts did beside naive ones, and whether bands held what they say.
void add_forecast_test(const Forecast& forecast, const WorkForecast& work, Language language, Document& document);

/// Of what the forecast is made: its parts, variation, events, outliers, and the keys for a scenario.
void add_forecast_makings(const WorkForecast& work, Language language, Document& document);

/// The expected days as a line within their band.
Picture forecast_picture(const Forecast& forecast, const WorkForecast& work, Language language);

std::string event_name(const std::string& name, Language language);  // "holiday", "Feiertag"; others as they are

}  // namespace freiton::report
