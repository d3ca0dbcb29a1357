// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/forecast.hpp"
#include "freiton/study/import_log.hpp"

namespace freiton::study {

/// A scenario of the days that are forecast: handling times, patience and a first promise as import_log() makes them of
/// the history, volumes and their variation of the forecast; with what is known and not known of the former. Of low and
/// of high days the total is the quantile already, so it does not vary once more. Throws InputError as import_log()
/// does.
ImportedLog forecast_scenario(const CallLog& log, const std::string& file_name, const Forecast& forecast,
                              const ImportOptions& options, ForecastScene scene = ForecastScene::expected);

}  // namespace freiton::study
