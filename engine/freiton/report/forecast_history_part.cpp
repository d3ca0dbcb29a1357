// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/forecast_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

bool no_open_day_between(const OpenWeek& open, Date before, Date after) {
    for (Date date = before + std::chrono::days{1}; date < after; date += std::chrono::days{1})
        if (!open[weekday_index(date)].empty()) return false;
    return true;
}

// "Mon 26 May 2003, Mon 1 Dec 2003 to Fri 5 Dec 2003": open weekdays that follow each other together.
std::string days_text(const std::vector<Date>& dates, const OpenWeek& open, Language language) {
    constexpr std::size_t most_spans = 10;
    std::string text;
    std::size_t spans = 0;
    for (std::size_t from = 0; from < dates.size();) {
        if (spans++ == most_spans)
            return text + filled(in({" and {0} days more", " und {0} weitere Tage"}, language),
                                 {std::to_string(dates.size() - from)});
        std::size_t to = from;
        while (to + 1 < dates.size() && no_open_day_between(open, dates[to], dates[to + 1])) ++to;
        text.append(text.empty() ? "" : ", ").append(period_text(dates[from], dates[to], language));
        from = to + 1;
    }
    return text;
}

std::string queues_text(const std::vector<std::string>& queues) {
    std::string text;
    for (const std::string& queue : queues) text.append(text.empty() ? "\"" : ", \"").append(queue).append("\"");
    return text;
}

}  // namespace

void add_forecast_history(const Forecast& forecast, Language language, Document& document) {
    const auto days = [&](const std::vector<Date>& dates) { return days_text(dates, forecast.open, language); };
    std::vector<std::string> sentences{filled(
        in({"{0}: {1} open days, intervals of {2} min.", "{0}: {1} offene Tage, Intervalle von {2} min."}, language),
        {period_text(forecast.history_first, forecast.history_last, language), std::to_string(forecast.history_days),
         std::to_string(forecast.interval.count())})};
    const auto say = [&](bool is_so, const Phrase& phrase, const std::string& which) {
        if (is_so) sentences.push_back(filled(in(phrase, language), {which}));
    };
    say(!forecast.history_closed.empty(), {"Taken as closed: {0}.", "Als geschlossen verstanden: {0}."},
        days(forecast.history_closed));
    say(!forecast.history_missing.empty(),
        {"Not in the data, so taken for neither closed nor empty: {0}.",
         "Nicht in den Daten, also weder als geschlossen noch als leer verstanden: {0}."},
        days(forecast.history_missing));
    if (forecast.zeros_until)
        sentences.push_back(filled(in({"Rows until {0} hold nothing: they are taken for days to come.",
                                       "Zeilen bis {0} sind leer: sie gelten als künftige Tage."},
                                      language),
                                   {day_and_year_text(*forecast.zeros_until, language)}));
    say(!forecast.empty.empty(),
        {"Nothing came in {0}: it is not forecast.", "In {0} kam nichts an: das wird nicht vorhergesagt."},
        queues_text(forecast.empty));
    for (const EndedQueue& queue : forecast.ended)
        sentences.push_back(
            filled(in({"\"{0}\" has no rows after {1}, though others have: it is taken as ended, and not "
                       "forecast.",
                       "\"{0}\" hat nach {1} keine Zeilen mehr, andere schon: das gilt als beendet und "
                       "wird nicht vorhergesagt."},
                      language),
                   {queue.name, day_and_year_text(queue.last, language)}));
    document.say(in({"History", "Daten"}, language), std::move(sentences));
    document.say(in({"Open", "Offen"}, language),
                 filled(in({"{0}, as in the last weeks.", "{0}, wie in den letzten Wochen."}, language),
                        {week_text(forecast.open, language)}));
    if (!forecast.closed.empty()) document.say(in({"Closed", "Geschlossen"}, language), days(forecast.closed) + ".");
}

void add_work_history(const Forecast& forecast, const WorkForecast& work, Language language, Document& document) {
    constexpr int fewest_days = 15;  // each weekday three times
    std::vector<std::string> sentences;
    if (work.begins)
        sentences.push_back(filled(in({"Begins on {0}, later than others: {1} open days tell of it.",
                                       "Beginnt am {0}, später als anderes: {1} offene Tage sagen etwas darüber."},
                                      language),
                                   {day_and_year_text(*work.begins, language), std::to_string(work.history_days)}));
    if (!work.history_missing.empty())
        sentences.push_back(
            filled(in({"No rows here, though others have some, so taken for neither closed nor empty: {0}.",
                       "Hier ohne Zeilen, obwohl anderes welche hat, also weder als geschlossen noch als leer "
                       "verstanden: {0}."},
                      language),
                   {days_text(work.history_missing, forecast.open, language)}));
    if (work.history_days < fewest_days && forecast.history_days >= fewest_days)
        sentences.push_back(filled(in({"{0} open days are too few to tell its weekdays apart.",
                                       "{0} offene Tage sind zu wenige, um seine Wochentage zu unterscheiden."},
                                      language),
                                   {std::to_string(work.history_days)}));
    document.say(in({"History", "Daten"}, language), std::move(sentences));
}

}  // namespace freiton::report
