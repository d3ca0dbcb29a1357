// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast_scenario.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/contracts.hpp"

namespace freiton::study {

namespace {

double thousandths(const std::optional<double>& cv) { return std::round(cv.value_or(0.0) * 1000.0) / 1000.0; }

// Queues that have ended are no work of the days to come.
void leave_out_what_has_ended(const Forecast& forecast, ImportedLog& imported) {
    const auto has_ended = [&](const std::string& work) {
        return std::any_of(forecast.ended.begin(), forecast.ended.end(),
                           [&](const EndedQueue& queue) { return queue.name == work; });
    };
    std::erase_if(imported.parts.work, [&](const Work& work) { return has_ended(work.name); });
    std::erase_if(imported.summary.work, [&](const LogFindings& findings) { return has_ended(findings.work); });
    for (Team& team : imported.parts.teams) std::erase_if(team.handles, has_ended);
}

// Opening hours and the variation of days are the forecast's.
void say_as_forecast(const Forecast& forecast, LogSummary& summary) {
    summary.open = forecast.open;
    std::vector<LogGap>& gaps = summary.gaps;
    gaps.erase(std::remove(gaps.begin(), gaps.end(), LogGap::day_variation), gaps.end());
    const bool unknown =
        std::any_of(forecast.work.begin(), forecast.work.end(), [](const WorkForecast& work) { return !work.day_cv; });
    if (unknown) gaps.push_back(LogGap::day_variation);
    for (std::size_t i = 0; i < summary.work.size(); ++i) {
        LogFindings& findings = summary.work[i];
        const double all = findings.offered + findings.left_out;
        findings.left_out = forecast.work[i].left_out;
        findings.offered = all - findings.left_out;
        findings.day_cv = forecast.work[i].day_cv;
    }
}

}  // namespace

ImportedLog forecast_scenario(const CallLog& log, const std::string& file_name, const Forecast& forecast,
                              const ImportOptions& options, ForecastScene scene) {
    ImportedLog imported = import_log(log, file_name, options);
    ScenarioParts& parts = imported.parts;
    leave_out_what_has_ended(forecast, imported);
    if (scene == ForecastScene::low) parts.title += ": low";
    if (scene == ForecastScene::high) parts.title += ": high";
    EXPECTS(parts.work.size() == forecast.work.size());
    parts.calendar.first_day = forecast.first_day;
    parts.calendar.days = forecast.days;
    parts.calendar.open = forecast.open;
    parts.calendar.holidays.dates = forecast.closed;
    for (std::size_t i = 0; i < parts.work.size(); ++i) {
        const WorkForecast& work = forecast.work[i];
        EXPECTS(work.work == parts.work[i].name);
        parts.work[i].arrivals = Arrivals{.file = volumes_of(work, scene)};
        if (scene == ForecastScene::expected) parts.work[i].arrivals.day_cv = thousandths(work.day_cv);
        parts.work[i].arrivals.interval_cv = thousandths(work.interval_cv);
        parts.work[i].handling_time.day_cv = thousandths(work.handling_day_cv);
    }
    say_as_forecast(forecast, imported.summary);
    return imported;
}

}  // namespace freiton::study
