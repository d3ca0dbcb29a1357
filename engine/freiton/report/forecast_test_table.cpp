// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "freiton/report/forecast_parts.hpp"

namespace freiton::report {

namespace {

constexpr Phrase test_rows[] = {{"this forecast", "diese Vorhersage"},
                                {"same weekday last week", "gleicher Wochentag, letzte Woche"},
                                {"mean of four weeks", "Mittel aus vier Wochen"}};

const ForecastErrors& errors_of_row(const ForecastTest& test, std::size_t row) {
    return row == 0 ? test.own : row == 1 ? test.last_week : test.four_weeks;
}

Table errors_table(const WorkForecast& work, Language language) {
    Table table{
        .caption = in({"How far off such forecasts were", "Wie weit solche Vorhersagen daneben lagen"}, language),
        .columns = {{in({"forecast", "Vorhersage"}, language), Column::Holds::words}}};
    const Phrase error{"error, {0}", "Fehler, {0}"};
    const std::pair<const std::optional<ForecastTest>*, Phrase> tests[] = {
        {&work.by_day, {"days", "Tage"}},
        {&work.by_interval, {"intervals", "Intervalle"}},
        {&work.handling_by_day, {"AHT", "AHT"}}};
    for (const auto& [test, name] : tests) {
        if (!*test) continue;
        table.columns.push_back({filled(in(error, language), {in(name, language)})});
        table.columns.push_back({in({"bias", "Schiefe"}, language)});
    }
    for (std::size_t row = 0; row < std::size(test_rows); ++row) {
        std::vector<Cell> cells{in(test_rows[row], language)};
        for (const auto& [test, name] : tests) {
            if (!*test) continue;
            cells.emplace_back(Figure::share(errors_of_row(**test, row).wape));
            cells.emplace_back(Figure::share(errors_of_row(**test, row).bias));
        }
        table.row(std::move(cells));
    }
    table.notes.push_back(filled(
        in({"Tried from {0} days of the history, each with nothing but what lay before it: {1} days. Error: sum of "
            "absolute errors over what came (WAPE); bias: sum of errors over what came.",
            "Erprobt von {0} Tagen der Daten aus, jeweils nur mit dem, was davor lag: {1} Tage. Fehler: Summe der "
            "absoluten Fehler durch die Menge (WAPE); Schiefe: Summe der Fehler durch die Menge."},
           language),
        {std::to_string(work.origins), std::to_string(work.by_day->values)}));
    return table;
}

std::string naive_text(const ForecastTest& test, const Phrase& what, Language language) {
    const bool last_week = test.last_week.wape < test.four_weeks.wape;
    return filled(
        in({"By {0} it is not better than the naive forecast \"{1}\": take that one, or give a longer history.",
            "Nach {0} ist sie nicht besser als die naive Vorhersage \"{1}\": besser diese nehmen oder mehr "
            "Daten geben."},
           language),
        {in(what, language), in(test_rows[last_week ? 1 : 2], language)});
}

void add_bands(const Forecast& forecast, const WorkForecast& work, Language language, Document& document) {
    const std::string label = in({"Bands", "Bänder"}, language);
    if (!work.by_day || !work.by_day->coverage || !work.by_interval || !work.by_interval->coverage)
        return document.say(label, in({"The history is too short to test them: they are as wide as what the fit leaves "
                                       "over, and too narrow.",
                                       "Für eine Probe sind es zu wenige Daten: sie sind so breit wie der Rest der "
                                       "Anpassung, also zu schmal."},
                                      language));
    document.say(
        label,
        filled(in({"From {0} to {1}, {2} of the values are meant to lie within: {3} of the days did, and "
                   "{4} of the intervals.",
                   "Von {0} bis {1} sollen {2} der Werte darin liegen: es waren {3} der Tage und {4} der "
                   "Intervalle."},
                  language),
               {percent(forecast.low_quantile, 0, language), percent(forecast.high_quantile, 0, language),
                percent(forecast.high_quantile - forecast.low_quantile, 0, language),
                percent(*work.by_day->coverage, 1, language), percent(*work.by_interval->coverage, 1, language)}));
}

}  // namespace

void add_forecast_test(const Forecast& forecast, const WorkForecast& work, Language language, Document& document) {
    if (work.by_day && work.by_interval) {
        document.add(errors_table(work, language));
        std::vector<std::string> naive;
        if (work.by_day->naive_is_better()) naive.push_back(naive_text(*work.by_day, {"day", "Tagen"}, language));
        if (work.by_interval->naive_is_better())
            naive.push_back(naive_text(*work.by_interval, {"interval", "Intervallen"}, language));
        document.say(in({"Naive", "Naiv"}, language), std::move(naive));
    }
    add_bands(forecast, work, language, document);
}

}  // namespace freiton::report
