// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "freiton/report/forecast_report.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/report/json_number.hpp"

namespace freiton::report {

namespace {

using ForecastJson = nlohmann::ordered_json;

ForecastJson errors_json(const ForecastErrors& errors) {
    return {{"wape", json_number<ForecastJson>(errors.wape)}, {"bias", json_number<ForecastJson>(errors.bias)}};
}

ForecastJson test_json(const std::optional<ForecastTest>& test) {
    if (!test) return {};
    return {{"values", test->values},
            {"forecast", errors_json(test->own)},
            {"last_week", errors_json(test->last_week)},
            {"four_weeks", errors_json(test->four_weeks)},
            {"coverage", json_number<ForecastJson>(test->coverage)},
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

const char* band_word(BandSource source) { return source == BandSource::fit ? "fit" : "errors"; }

ForecastJson dates_json(const std::vector<Date>& dates) {
    ForecastJson json = ForecastJson::array();
    for (const Date date : dates) json.push_back(date_text(date));
    return json;
}

ForecastJson open_json(const OpenWeek& week) {
    constexpr const char* weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    ForecastJson json = ForecastJson::object();
    for (std::size_t day = 0; day < week.size(); ++day) {
        json[weekdays[day]] = ForecastJson::array();
        for (const OpenSpan& span : week[day]) json[weekdays[day]].push_back(span_text(span));
    }
    return json;
}

ForecastJson history_json(const WorkForecast& work) {
    return {{"begins", work.begins ? ForecastJson(date_text(*work.begins)) : ForecastJson{}},
            {"open_days", work.history_days},
            {"missing", dates_json(work.history_missing)}};
}

ForecastJson shift_json(const std::optional<ForecastShift>& shift) {
    if (!shift) return {};
    return {
        {"from", date_text(shift->from)}, {"days", shift->days}, {"share", json_number<ForecastJson>(shift->share)}};
}

ForecastJson ended_json(const Forecast& forecast) {
    ForecastJson json = ForecastJson::array();
    for (const EndedQueue& queue : forecast.ended)
        json.push_back({{"queue", queue.name}, {"last_day", date_text(queue.last)}});
    return json;
}

ForecastJson work_json(const WorkForecast& work) {
    ForecastJson json = {{"history", history_json(work)},
                         {"left_out", json_number<ForecastJson>(work.left_out)},
                         {"days", days_json(work)},
                         {"intervals", intervals_json(work)},
                         {"day_bands", band_word(work.day_bands)},
                         {"interval_bands", band_word(work.interval_bands)},
                         {"shift", shift_json(work.shift)},
                         {"handling_time_shift", shift_json(work.handling_shift)},
                         {"erratic", work.erratic},
                         {"day_cv", json_number<ForecastJson>(work.day_cv)},
                         {"interval_cv", json_number<ForecastJson>(work.interval_cv)},
                         {"day_correlation", json_number<ForecastJson>(work.day_correlation)},
                         {"handling_time_day_cv", json_number<ForecastJson>(work.handling_day_cv)},
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
                         {"outliers_at_end", work.outliers_at_end},
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

std::string forecast_json(const Forecast& forecast, const std::string& scenario) {
    ForecastJson notes = ForecastJson::array();
    for (const LogNote& note : forecast.reading.notes)
        notes.push_back({{"note", note_word(note.kind)}, {"about", note.arguments}});
    ForecastJson json = {
        {"first_day", date_text(forecast.first_day)},
        {"days", forecast.days},
        {"interval_min", forecast.interval.count()},
        {"time_zone", forecast.time_zone ? ForecastJson(*forecast.time_zone) : ForecastJson{}},
        {"open", open_json(forecast.open)},
        {"low_quantile", json_number<ForecastJson>(forecast.low_quantile)},
        {"high_quantile", json_number<ForecastJson>(forecast.high_quantile)},
        {"history",
         {{"first_day", date_text(forecast.history_first)},
          {"last_day", date_text(forecast.history_last)},
          {"open_days", forecast.history_days},
          {"closed", dates_json(forecast.history_closed)},
          {"missing", dates_json(forecast.history_missing)},
          {"zeros_until", forecast.zeros_until ? ForecastJson(date_text(*forecast.zeros_until)) : ForecastJson{}},
          {"without_contacts", forecast.empty},
          {"ended", ended_json(forecast)},
          {"shape", shape_word(forecast.reading.shape)},
          {"notes", std::move(notes)}}},
        {"closed", dates_json(forecast.closed)},
        {"work", ForecastJson::object()}};
    for (const WorkForecast& work : forecast.work) json["work"][work.work] = work_json(work);
    if (!scenario.empty()) json["scenario"] = ForecastJson::parse(scenario);
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
