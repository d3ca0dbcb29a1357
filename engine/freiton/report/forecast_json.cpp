// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "freiton/report/forecast_report.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/report/json_number.hpp"

namespace freiton::report {

namespace {

using ForecastJson = nlohmann::ordered_json;

ForecastJson known_or_null(const std::optional<double>& value) {
    return value ? json_number<ForecastJson>(*value) : ForecastJson{};
}

ForecastJson errors_json(const ForecastErrors& errors) {
    return {{"wape", json_number<ForecastJson>(errors.wape)}, {"bias", json_number<ForecastJson>(errors.bias)}};
}

ForecastJson test_json(const std::optional<ForecastTest>& test) {
    if (!test) return {};
    return {{"values", test->values},
            {"forecast", errors_json(test->own)},
            {"last_week", errors_json(test->last_week)},
            {"four_weeks", errors_json(test->four_weeks)},
            {"coverage", known_or_null(test->coverage)},
            {"naive_is_better", test->naive_is_better()}};
}

void add_expected(ForecastJson& json, const std::string& key, const std::string& unit, const Expected& value) {
    json[key + unit] = json_number<ForecastJson>(value.mean);
    json[key + "_low" + unit] = json_number<ForecastJson>(value.low);
    json[key + "_high" + unit] = json_number<ForecastJson>(value.high);
}

ForecastJson days_json(const WorkForecast& work) {
    ForecastJson days = ForecastJson::array();
    for (const ForecastDay& day : work.days) {
        ForecastJson json = {{"date", date_text(day.date)}};
        add_expected(json, "arrivals", "", day.arrivals);
        if (day.handling_time_s) add_expected(json, "handling_time", "_s", *day.handling_time_s);
        json["events"] = day.events;
        days.push_back(std::move(json));
    }
    return days;
}

ForecastJson intervals_json(const WorkForecast& work) {
    ForecastJson intervals = ForecastJson::array();
    for (const ForecastDay& day : work.days)
        for (const ForecastInterval& interval : day.intervals) {
            ForecastJson json = {{"start", local_time_text(day.date, interval.start)}};
            add_expected(json, "arrivals", "", interval.arrivals);
            if (interval.handling_time_s)
                json["handling_time_s"] = json_number<ForecastJson>(*interval.handling_time_s);
            intervals.push_back(std::move(json));
        }
    return intervals;
}

ForecastJson side_json(const EventEffect::Side& side) {
    return {{"seen", side.seen}, {"share", side.seen > 0 ? json_number<ForecastJson>(side.share) : ForecastJson{}}};
}

ForecastJson work_json(const WorkForecast& work) {
    ForecastJson json = {{"left_out", json_number<ForecastJson>(work.left_out)},
                         {"days", days_json(work)},
                         {"intervals", intervals_json(work)},
                         {"day_cv", json_number<ForecastJson>(work.day_cv)},
                         {"interval_cv", json_number<ForecastJson>(work.interval_cv)},
                         {"day_correlation", known_or_null(work.day_correlation)},
                         {"handling_time_day_cv", known_or_null(work.handling_day_cv)},
                         {"made_of",
                          {{"level_change", json_number<ForecastJson>(work.parts.level_change)},
                           {"trend", work.parts.trend},
                           {"turn_of_month", work.parts.turn_of_month},
                           {"season", work.parts.season}}},
                         {"test",
                          {{"origins", work.origins},
                           {"by_day", test_json(work.by_day)},
                           {"by_interval", test_json(work.by_interval)},
                           {"handling_time_by_day", test_json(work.handling_by_day)}}},
                         {"outliers", ForecastJson::array()},
                         {"events", ForecastJson::object()}};
    for (const ForecastOutlier& outlier : work.outliers)
        json["outliers"].push_back({{"date", date_text(outlier.date)},
                                    {"arrivals", json_number<ForecastJson>(outlier.actual)},
                                    {"usual", json_number<ForecastJson>(outlier.usual)}});
    for (const EventEffect& effect : work.events)
        json["events"][effect.event] = {
            {"before", side_json(effect.before)}, {"on", side_json(effect.on)}, {"after", side_json(effect.after)}};
    return json;
}

}  // namespace

std::string forecast_json(const Forecast& forecast) {
    ForecastJson notes = ForecastJson::array();
    for (const LogNote& note : forecast.reading.notes)
        notes.push_back({{"note", note_word(note.kind)}, {"about", note.arguments}});
    ForecastJson json = {{"first_day", date_text(forecast.first_day)},
                         {"days", forecast.days},
                         {"interval_min", forecast.interval.count()},
                         {"low_quantile", json_number<ForecastJson>(forecast.low_quantile)},
                         {"high_quantile", json_number<ForecastJson>(forecast.high_quantile)},
                         {"history",
                          {{"first_day", date_text(forecast.history_first)},
                           {"last_day", date_text(forecast.history_last)},
                           {"open_days", forecast.history_days},
                           {"shape", shape_word(forecast.reading.shape)},
                           {"notes", std::move(notes)}}},
                         {"closed", ForecastJson::array()},
                         {"work", ForecastJson::object()}};
    for (const Date date : forecast.closed) json["closed"].push_back(date_text(date));
    for (const WorkForecast& work : forecast.work) json["work"][work.work] = work_json(work);
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
