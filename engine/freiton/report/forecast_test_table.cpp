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
        table.columns.push_back({in({"bias", "Verzerrung"}, language)});
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
        in({"Tried from {0} days of the history, each with nothing but what was known then: {1} open days. Error: "
            "sum of absolute errors over what came (WAPE); bias: sum of errors over what came.",
            "Erprobt von {0} Tagen der Daten aus, jeweils nur mit dem damals Bekannten: {1} offene Tage. Fehler: Summe "
            "der "
            "absoluten Fehler durch die Menge (WAPE); Verzerrung: Summe der Fehler durch die Menge."},
           language),
        {std::to_string(work.origins), std::to_string(work.by_day->values)}));
    return table;
}

// Of what it is not better: "by day".
std::string naive_text(const ForecastTest& test, const Phrase& what, Language language) {
    const bool last_week = test.last_week.wape < test.four_weeks.wape;
    return filled(
        in({"{0} it is not better than the naive forecast \"{1}\": take that one, or give a longer history.",
            "{0} ist sie nicht besser als die naive Vorhersage \"{1}\": besser diese nehmen oder mehr Daten geben."},
           language),
        {in(what, language), in(test_rows[last_week ? 1 : 2], language)});
}

std::vector<std::string> naive_sentences(const WorkForecast& work, Language language) {
    const std::pair<const std::optional<ForecastTest>*, Phrase> tests[] = {
        {&work.by_day, {"By day", "Nach Tagen"}},
        {&work.by_interval, {"By interval", "Nach Intervallen"}},
        {&work.handling_by_day, {"Of days' mean handling times", "Bei den mittleren Bearbeitungszeiten der Tage"}}};
    std::vector<std::string> sentences;
    for (const auto& [test, what] : tests)
        if (*test && (*test)->naive_is_better()) sentences.push_back(naive_text(**test, what, language));
    return sentences;
}

bool bands_are_tested(const WorkForecast& work) {
    return work.by_day && work.by_day->coverage && work.by_interval && work.by_interval->coverage;
}

// Of the means of days.
std::string handling_bands_text(const ForecastTest& handling, Language language) {
    return filled(
        in({"Of days' mean handling times {0} did.", "Von den mittleren Bearbeitungszeiten der Tage waren es {0}."},
           language),
        {percent(*handling.coverage, 1, language)});
}

std::string bands_text(const Forecast& forecast, const WorkForecast& work, Language language) {
    if (work.day_bands == BandSource::fit || work.interval_bands == BandSource::fit)
        return in(
            {"Too few days of the history were forecast from earlier ones: bands are as wide as what the fit leaves "
             "over and its own doubt make them, and untested.",
             "Zu wenige Tage der Daten wurden aus früheren vorhergesagt: Bänder sind so breit, wie der Rest der "
             "Anpassung und ihre eigene Unsicherheit sie machen, und nicht erprobt."},
            language);
    if (!bands_are_tested(work))
        return in(
            {"As wide as errors of forecasts of the history were; those are too few, or too little came, to test "
             "whether bands hold.",
             "So breit, wie Vorhersagen aus den Daten daneben lagen; für eine Probe, ob Bänder halten, sind es zu "
             "wenige, oder es kam zu wenig."},
            language);
    return filled(in({"From {0} to {1}, {2} of the values are meant to lie within: {3} of the days did, and "
                      "{4} of the intervals.",
                      "Von {0} bis {1} sollen {2} der Werte darin liegen: es waren {3} der Tage und {4} der "
                      "Intervalle."},
                     language),
                  {quantile_text(forecast.low_quantile, language), quantile_text(forecast.high_quantile, language),
                   quantile_text(forecast.high_quantile - forecast.low_quantile, language),
                   percent(*work.by_day->coverage, 1, language), percent(*work.by_interval->coverage, 1, language)});
}

std::string not_tried_text(const WorkForecast& work, Language language) {
    return work.origins == 0
               ? in({"Not tried: the history is too short to forecast days of it so far ahead.",
                     "Nicht erprobt: die Daten sind zu kurz, um Tage aus ihnen so weit im Voraus vorherzusagen."},
                    language)
               : in({"Nothing came on the days of the history on which it was tried.",
                     "An den Tagen der Daten, an denen sie erprobt wurde, kam nichts."},
                    language);
}

}  // namespace

void add_forecast_test(const Forecast& forecast, const WorkForecast& work, Language language, Document& document) {
    if (work.by_day && work.by_interval) {
        document.add(errors_table(work, language));
        document.say(in({"Naive", "Naiv"}, language), naive_sentences(work, language));
    } else {
        document.say(in({"Tried", "Erprobt"}, language), not_tried_text(work, language));
    }
    std::vector<std::string> bands{bands_text(forecast, work, language)};
    if (bands_are_tested(work) && work.handling_by_day && work.handling_by_day->coverage)
        bands.push_back(handling_bands_text(*work.handling_by_day, language));
    document.say(in({"Bands", "Bänder"}, language), std::move(bands));
}

}  // namespace freiton::report
