// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/forecast.hpp"
#include "freiton/report/document.hpp"
#include "freiton/report/language.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// Days to come with their bands, how well such forecasts did, and what they are made of. With tables (--csv) also the
/// key by which a scenario reads them.
Document forecast_document(const Forecast& forecast, bool with_tables, Language language);

/// The report, and all days and intervals as lists.
Workbook forecast_workbook(const Document& report, const Forecast& forecast);

/// All of it for a machine; and what import_json() says of the scenario that was written of it, if one was.
std::string forecast_json(const Forecast& forecast, const std::string& scenario = {});

/// forecast_volumes.csv, forecast_volumes_low.csv and forecast_volumes_high.csv, which scenarios read (a low day has
/// all its intervals lower in the same measure), forecast_days.csv and forecast_intervals.csv with the bands.
std::vector<NamedBytes> forecast_csv(const Forecast& forecast);

}  // namespace freiton::report
