// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/forecast_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

std::string parts_text(const ForecastParts& parts, Language language) {
    std::string text = parts.trend ? in({"level and trend", "Niveau und Trend"}, language)
                       : parts.level_change >= 1.0
                           ? in({"a level that follows quickly", "ein Niveau, das schnell folgt"}, language)
                       : parts.level_change >= 0.1
                           ? in({"a level that follows within weeks", "ein Niveau, das in Wochen folgt"}, language)
                           : in({"a steady level", "ein ruhiges Niveau"}, language);
    text += in({", weekdays", ", Wochentage"}, language);
    if (parts.turn_of_month) text += in({", the turn of the month", ", der Monatswechsel"}, language);
    if (parts.season) text += in({", the time of the year", ", die Jahreszeit"}, language);
    return text + in({", holidays and events.", ", Feiertage und Ereignisse."}, language);
}

std::string varies_text(const std::optional<double>& cv, const Phrase& told, const Phrase& untold, Language language) {
    return cv ? filled(in(told, language), {percent(*cv, 1, language)}) : in(untold, language);
}

// "Too little came" would be wrong of a history whose forecasts were off by more than what came.
Phrase untold_day_cv(const WorkForecast& work) {
    if (work.erratic)
        return {
            "Forecasts of the history were off by more than what they said: no day_cv is told of such days, and their "
            "bands are hardly more than a guess.",
            "Vorhersagen aus den Daten lagen um mehr daneben, als sie sagten: für solche Tage wird kein day_cv "
            "genannt, und ihre Bänder sind kaum mehr als geraten."};
    return {"Too little came to tell how days vary beyond chance (day_cv).",
            "Es kam zu wenig, um zu sagen, wie Tage über den Zufall hinaus schwanken (day_cv)."};
}

std::vector<std::string> variation_sentences(const WorkForecast& work, Language language) {
    std::vector<std::string> sentences{
        varies_text(work.day_cv,
                    {"Days vary by {0} beyond chance about their forecast (day_cv).",
                     "Tage schwanken um {0} über den Zufall hinaus um ihre Vorhersage (day_cv)."},
                    untold_day_cv(work), language),
        varies_text(work.interval_cv,
                    {"Intervals vary by {0} about their part of the day (interval_cv).",
                     "Intervalle schwanken um {0} um ihren Teil des Tages (interval_cv)."},
                    {"Too little came to tell how intervals vary (interval_cv).",
                     "Es kam zu wenig, um zu sagen, wie Intervalle schwanken (interval_cv)."},
                    language)};
    if (work.day_correlation)
        sentences.push_back(filled(
            in({"Errors of neighbouring days are correlated by {0}. That is told, not used: no key of a scenario holds "
                "it, "
                "its days differ one by one.",
                "Fehler benachbarter Tage korrelieren mit {0}. Das wird gesagt, nicht benutzt: kein Schlüssel eines "
                "Szenarios nimmt es auf, seine Tage schwanken jeder für sich."},
               language),
            {decimal(*work.day_correlation, 2, language)}));
    if (work.handling_day_cv)
        sentences.push_back(
            filled(in({"A day's mean handling time varies by {0} beyond chance.",
                       "Die mittlere Bearbeitungszeit der Tage schwankt um {0} über den Zufall hinaus."},
                      language),
                   {percent(*work.handling_day_cv, 1, language)}));
    return sentences;
}

std::string change_text(double share, Language language) {
    return filled(share < 0.0 ? in({"{0} less", "{0} weniger"}, language) : in({"{0} more", "{0} mehr"}, language),
                  {percent(std::abs(share), 1, language)});
}

std::string effect_text(const EventEffect& effect, Language language) {
    const std::pair<const EventEffect::Side&, Phrase> sides[] = {{effect.before, {"the day before", "am Tag davor"}},
                                                                 {effect.on, {"on the day", "am Tag"}},
                                                                 {effect.after, {"the day after", "am Tag danach"}}};
    std::string text;
    for (const auto& [side, name] : sides)
        if (side.seen > 0)
            text.append(text.empty() ? "" : ", ")
                .append(in(name, language))
                .append(" ")
                .append(change_text(side.share, language))
                .append(filled(in({" ({0} seen)", " ({0} gesehen)"}, language), {std::to_string(side.seen)}));
    if (text.empty())
        text = in({"not in the history, so without effect", "nicht in den Daten, also ohne Wirkung"}, language);
    return event_name(effect.event, language) + ": " + text + ".";
}

std::vector<std::string> effect_sentences(const WorkForecast& work, Language language) {
    std::vector<std::string> sentences;
    for (std::size_t event = 0; event < work.events.size(); ++event) {
        const EventEffect& effect = work.events[event];
        const bool seen = effect.before.seen + effect.on.seen + effect.after.seen > 0;
        if (seen || event > 0) sentences.push_back(effect_text(effect, language));  // nobody asked for holidays
    }
    return sentences;
}

std::string longer_text(double share, Language language) {
    return filled(
        share < 0.0 ? in({"{0} shorter", "{0} kürzer"}, language) : in({"{0} longer", "{0} länger"}, language),
        {percent(std::abs(share), 1, language)});
}

std::vector<std::string> shift_sentences(const WorkForecast& work, Language language) {
    const Phrase of_contacts{
        "The last {0} open days, from {1} on, have {2} than before: that is taken as the new level. If they are an "
        "exception, name them: --event NAME=DATE,...",
        "Die letzten {0} offenen Tage, ab {1}, haben {2} als vorher: das gilt als neues Niveau. Sind sie eine "
        "Ausnahme, gehören sie benannt: --event NAME=DATUM,..."};
    const Phrase of_handling{
        "Handling times of the last {0} days, from {1} on, are {2} than before: that is taken as the new level.",
        "Bearbeitungszeiten der letzten {0} Tage, ab {1}, sind {2} als vorher: das gilt als neues Niveau."};
    std::vector<std::string> sentences;
    const auto say = [&](const Phrase& phrase, const ForecastShift& shift, const std::string& change) {
        sentences.push_back(filled(in(phrase, language),
                                   {std::to_string(shift.days), day_and_year_text(shift.from, language), change}));
    };
    if (work.shift) say(of_contacts, *work.shift, change_text(work.shift->share, language));
    if (work.handling_shift) say(of_handling, *work.handling_shift, longer_text(work.handling_shift->share, language));
    return sentences;
}

std::vector<std::string> outlier_sentences(const WorkForecast& work, Language language) {
    constexpr std::size_t most = 10;
    std::vector<std::string> sentences;
    for (const ForecastOutlier& outlier : work.outliers) {
        if (sentences.size() == most) {
            sentences.push_back(filled(in({"And {0} more.", "Und {0} weitere."}, language),
                                       {std::to_string(work.outliers.size() - most)}));
            break;
        }
        sentences.push_back(filled(in({"{0}: {1} in place of {2}.", "{0}: {1} statt {2}."}, language),
                                   {day_and_year_text(outlier.date, language), decimal(outlier.actual, 0, language),
                                    decimal(outlier.usual, 0, language)}));
    }
    if (std::abs(work.outliers_at_end) > 1)
        sentences.push_back(filled(
            work.outliers_at_end > 0
                ? in({"The last {0} open days are among them, all higher: if that goes on, too little is forecast.",
                      "Die letzten {0} offenen Tage gehören dazu, alle höher: bleibt es so, ist zu wenig "
                      "vorhergesagt."},
                     language)
                : in({"The last {0} open days are among them, all lower: if that goes on, too much is forecast.",
                      "Die letzten {0} offenen Tage gehören dazu, alle niedriger: bleibt es so, ist zu viel "
                      "vorhergesagt."},
                     language),
            {std::to_string(std::abs(work.outliers_at_end))}));
    return sentences;
}

}  // namespace

std::string event_name(const std::string& name, Language language) {
    return name == holiday_event ? in({"holiday", "Feiertag"}, language) : name;
}

void add_forecast_makings(const WorkForecast& work, Language language, Document& document) {
    document.say(in({"Made of", "Bestandteile"}, language), parts_text(work.parts, language));
    document.say(in({"Level", "Niveau"}, language), shift_sentences(work, language));
    document.say(in({"Variation", "Streuung"}, language), variation_sentences(work, language));
    document.say(in({"Events", "Ereignisse"}, language), effect_sentences(work, language));
    document.say(in({"Outliers", "Ausreißer"}, language), outlier_sentences(work, language));
}

void add_forecast_key(const WorkForecast& work, Language language, Document& document) {
    std::string key = std::string{"arrivals: {file: "} + forecast_volumes_file;
    const auto add = [&](const char* name, const std::optional<double>& cv) {
        if (cv) key.append(", ").append(name).append(": ").append(number_text(std::round(*cv * 1000.0) / 1000.0));
    };
    add("day_cv", work.day_cv);
    add("interval_cv", work.interval_cv);
    std::vector<std::string> keys{key + "}"};
    if (work.handling_day_cv)
        keys.push_back(
            "handling_time: {..., day_cv: " + number_text(std::round(*work.handling_day_cv * 1000.0) / 1000.0) + "}");
    document.say(in({"Scenario", "Szenario"}, language), std::move(keys));
}

std::string quantile_text(double quantile, Language language) {
    constexpr int finest = 3;
    constexpr double as_shown = 1e-9;
    int decimals = 0;
    for (double in_units = quantile * 100.0; decimals < finest; ++decimals, in_units *= 10.0)
        if (std::abs(in_units - std::round(in_units)) < as_shown) break;
    return percent(quantile, decimals, language);
}

}  // namespace freiton::report
