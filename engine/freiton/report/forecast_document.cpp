// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/report/forecast_parts.hpp"
#include "freiton/report/forecast_report.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t most_days_of_a_table = 31;

Table days_table(const Forecast& forecast, const WorkForecast& work, Language language) {
    const bool handling = !work.days.empty() && work.days.front().handling_time_s;
    const bool events =
        std::any_of(work.days.begin(), work.days.end(), [](const auto& day) { return !day.events.empty(); });
    Table table{.caption = in({"Volumes by day", "Mengen nach Tagen"}, language),
                .columns = {{in({"day", "Tag"}, language), Column::Holds::words},
                            {in({"expected", "erwartet"}, language)},
                            {quantile_text(forecast.low_quantile, language)},
                            {quantile_text(forecast.high_quantile, language)}}};
    if (handling)
        for (const std::string& title : {std::string{"AHT"}, "AHT " + quantile_text(forecast.low_quantile, language),
                                         "AHT " + quantile_text(forecast.high_quantile, language)})
            table.columns.push_back({title});
    if (events) table.columns.push_back({in({"event", "Ereignis"}, language), Column::Holds::words});
    double sum = 0.0;
    for (const ForecastDay& day : work.days) {
        std::vector<Cell> cells{day_text(day.date, language), Figure::number(day.arrivals.mean),
                                Figure::number(day.arrivals.low), Figure::number(day.arrivals.high)};
        if (handling)
            for (const double aht : {day.handling_time_s->mean, day.handling_time_s->low, day.handling_time_s->high})
                cells.emplace_back(Figure::seconds(aht));
        std::string names;
        for (const std::string& name : day.events)
            names.append(names.empty() ? "" : ", ").append(event_name(name, language));
        if (events) cells.emplace_back(names);
        table.row(std::move(cells));
        sum += day.arrivals.mean;
    }
    table.row({in({"in all", "insgesamt"}, language), Figure::number(sum)}, Row::Kind::sum);
    return table;
}

// Of many days sums of weeks, which begin on Mondays, and what one of their days is like.
Table weeks_table(const Forecast& forecast, const WorkForecast& work, Language language) {
    Table table{.caption = in({"Volumes by week", "Mengen nach Wochen"}, language),
                .columns = {{in({"week from", "Woche ab"}, language), Column::Holds::words},
                            {in({"open days", "offene Tage"}, language)},
                            {in({"expected", "erwartet"}, language)},
                            {in({"a day", "ein Tag"}, language)},
                            {quantile_text(forecast.low_quantile, language)},
                            {quantile_text(forecast.high_quantile, language)}},
                .notes = {in({"The last three: means of the week's days and of their bands. Weeks vary less than days.",
                              "Die letzten drei: Mittel der Tage der Woche und ihrer Bänder. Wochen schwanken weniger "
                              "als Tage."},
                             language)}};
    const auto monday_of = [](Date date) { return date - std::chrono::days{static_cast<int>(weekday_index(date))}; };
    for (auto day = work.days.begin(); day != work.days.end();) {
        const Date monday = monday_of(day->date);
        int count = 0;
        Expected sum;
        for (; day != work.days.end() && monday_of(day->date) == monday; ++day, ++count) {
            sum.low += day->arrivals.low;
            sum.mean += day->arrivals.mean;
            sum.high += day->arrivals.high;
        }
        table.row({day_and_year_text(monday, language), Figure::number(count), Figure::number(sum.mean),
                   Figure::number(sum.mean / count), Figure::number(sum.low / count),
                   Figure::number(sum.high / count)});
    }
    return table;
}

void add_work_forecast(const Forecast& forecast, const WorkForecast& work, bool with_tables, Language language,
                       Document& document) {
    if (forecast.work.size() > 1) document.heading(work.work, 2);
    document.add(forecast_picture(forecast, work, language));
    document.add(work.days.size() <= most_days_of_a_table ? days_table(forecast, work, language)
                                                          : weeks_table(forecast, work, language));
    add_work_history(forecast, work, language, document);
    if (work.left_out > 0.0)
        document.say(in({"Left out", "Ausgelassen"}, language),
                     filled(in({"{0} outside what looks like opening hours and open days.",
                                "{0} außerhalb dessen, was nach Öffnungszeiten und offenen Tagen aussieht."},
                               language),
                            {decimal(work.left_out, 0, language)}));
    add_forecast_test(forecast, work, language, document);
    add_forecast_makings(work, language, document);
    if (with_tables) add_forecast_key(work, language, document);
}

}  // namespace

Document forecast_document(const Forecast& forecast, bool with_tables, Language language) {
    Document document{.language = language};
    const Date last = forecast.first_day + std::chrono::days{forecast.days - 1};
    document.heading(filled(in({"Forecast of {0}", "Vorhersage für {0}"}, language),
                            {period_text(forecast.first_day, last, language)}));
    add_forecast_history(forecast, language, document);
    std::vector<std::string> notes;
    for (const LogNote& note : forecast.reading.notes) notes.push_back(note_text(note, language));
    document.say(in({"Read as", "Gelesen"}, language), std::move(notes));
    for (const WorkForecast& work : forecast.work) add_work_forecast(forecast, work, with_tables, language, document);
    return document;
}

}  // namespace freiton::report
