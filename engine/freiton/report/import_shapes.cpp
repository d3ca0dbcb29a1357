// SPDX-License-Identifier: Apache-2.0
// What the rows of a log are, and what they do not say.
#include <algorithm>

#include "freiton/report/import_report.hpp"

namespace freiton::report {

namespace {

struct ShapeText {
    LogShape shape;
    std::string_view word;
    Phrase text;
};
constexpr ShapeText shape_texts[] = {
    {LogShape::calls, "calls", {"calls one by one", "Anrufe einzeln"}},
    {LogShape::intervals, "intervals", {"counts by interval", "Anzahlen je Intervall"}},
    {LogShape::half_hours_across,
     "half_hours_across",
     {"counts, times of day as columns", "Anzahlen, Uhrzeiten als Spalten"}},
    {LogShape::days_across, "days_across", {"counts, days as columns", "Anzahlen, Tage als Spalten"}},
    {LogShape::work_across,
     "work_across",
     {"counts, kinds of work as columns", "Anzahlen, Arten von Arbeit als Spalten"}},
    {LogShape::events, "events", {"events of calls", "Ereignisse von Anrufen"}},
    {LogShape::tickets, "tickets", {"items with their dates (tickets)", "Vorgänge mit ihren Daten (Tickets)"}}};

const ShapeText& text_of_shape(LogShape shape) {
    return *std::find_if(std::begin(shape_texts), std::end(shape_texts),
                         [&](const ShapeText& one) { return one.shape == shape; });
}

struct GapText {
    LogGap gap;
    std::string_view word;
    Phrase text;
};
constexpr GapText gap_texts[] = {
    {LogGap::handling_law,
     "handling_law",
     {"How handling times vary is not in the data: they are taken as exponential.",
      "Wie Bearbeitungszeiten schwanken, steht nicht in den Daten: Sie gelten als exponentialverteilt."}},
    {LogGap::wrap_up,
     "wrap_up",
     {"Wrap-up after the call is not in the data: if there is any, add it to handling_time.",
      "Nacharbeit steht nicht in den Daten: Gibt es welche, gehört sie zu handling_time."}},
    {LogGap::patience,
     "patience",
     {"Patience is not in the data, as nobody is recorded as giving up: callers wait for ever until patience is "
      "stated.",
      "Geduld steht nicht in den Daten, denn kein Aufleger ist verzeichnet: Anrufer warten ewig, bis patience "
      "angegeben ist."}},
    {LogGap::patience_law,
     "patience_law",
     {"The law of patience is not in the data: it is taken as exponential with the mean above.",
      "Die Verteilung der Geduld steht nicht in den Daten: Sie gilt als exponentiell mit dem Mittel oben."}},
    {LogGap::redials,
     "redials",
     {"Who called again is not in the data: every attempt counts as a call of its own.",
      "Wer noch einmal anrief, steht nicht in den Daten: Jeder Versuch zählt als eigener Anruf."}},
    {LogGap::day_variation,
     "day_variation",
     {"How days differ beyond chance cannot be told by so few of them: there day_cv is 0.",
      "Wie Tage über den Zufall hinaus schwanken, ist bei so wenigen nicht zu sagen: Dort ist day_cv 0."}},
    {LogGap::staff,
     "staff",
     {"Who was on duty, and their shrinkage and absence, are not in the data: one team does everything.",
      "Wer da war, samt Ausfall- und Fehlzeiten, steht nicht in den Daten: Ein Team macht alles."}},
    {LogGap::targets,
     "targets",
     {"What was promised is not in the data: the target is only a start.",
      "Was versprochen war, steht nicht in den Daten: Das Ziel ist nur ein Anfang."}},
    {LogGap::working_hours,
     "working_hours",
     {"When people work on them is not in the data: the calendar is open round the clock.",
      "Wann daran gearbeitet wird, steht nicht in den Daten: Der Kalender ist rund um die Uhr offen."}}};

const GapText& text_of_gap(LogGap gap) {
    return *std::find_if(std::begin(gap_texts), std::end(gap_texts),
                         [&](const GapText& one) { return one.gap == gap; });
}

}  // namespace

std::string shape_text(LogShape shape, Language language) { return in(text_of_shape(shape).text, language); }
std::string shape_word(LogShape shape) { return std::string{text_of_shape(shape).word}; }
std::string gap_text(LogGap gap, Language language) { return in(text_of_gap(gap).text, language); }
std::string gap_word(LogGap gap) { return std::string{text_of_gap(gap).word}; }

}  // namespace freiton::report
