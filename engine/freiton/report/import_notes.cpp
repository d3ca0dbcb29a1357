// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/report/import_report.hpp"

namespace freiton::report {

namespace {

struct NoteText {
    LogNoteKind kind;
    std::string_view word;
    Phrase text;
};

using N = LogNoteKind;
constexpr NoteText note_texts[] = {
    {N::titles_above,
     "titles_above",
     {"Above the titles, left out: line {0}.", "Über den Spaltentiteln, ausgelassen: Zeile {0}."}},
    {N::titles_again,
     "titles_again",
     {"The titles once more, left out: line {0}.", "Die Spaltentitel noch einmal, ausgelassen: Zeile {0}."}},
    {N::totals, "totals", {"Sums, left out: line {0}.", "Summen, ausgelassen: Zeile {0}."}},
    {N::date_above,
     "date_above",
     {"The rows have no date; it stands above them: {0}.", "Die Zeilen haben kein Datum; es steht darüber: {0}."}},
    {N::queue_above,
     "queue_above",
     {"The queue stands above the rows: {0}.", "Die Warteschlange steht über den Zeilen: {0}."}},
    {N::no_dates,
     "no_dates",
     {"The file has no date: it is taken for one day like any other and put on {0}; --first-day says which it was.",
      "Die Datei hat kein Datum: Sie gilt als ein Tag wie jeder andere und wird auf den {0} gelegt; --first-day nennt "
      "den richtigen."}},
    {N::counted_on,
     "counted_on",
     {"The file has no date: its times count on from the midnight of {0}, over {1} days; --first-day says another.",
      "Die Datei hat kein Datum: Ihre Zeiten zählen ab Mitternacht des {0} weiter, über {1} Tage; --first-day nennt "
      "einen anderen."}},
    {N::weekdays_only,
     "weekdays_only",
     {"The file has weekdays and no dates: it is put into the week from {0}.",
      "Die Datei hat Wochentage und kein Datum: Sie wird in die Woche ab {0} gelegt."}},
    {N::dates_filled,
     "dates_filled",
     {"Rows without a date have that of the row above.", "Zeilen ohne Datum haben das der Zeile darüber."}},
    {N::order_shown,
     "order_shown",
     {"Dates begin with the {0}: {1} in line {2} shows it.",
      "Im Datum steht zuerst der {0}, wie {1} in Zeile {2} zeigt."}},
    {N::thousands, "number_read_as", {"{0} is read as {1}.", "{0} wird als {1} gelesen."}},
    {N::in_utc,
     "in_utc",
     {"Times are in UTC, and so is the scenario; --time-zone Europe/Berlin puts them on the clock of an office there.",
      "Die Zeiten sind in UTC, also auch das Szenario; --time-zone Europe/Berlin bringt sie auf die Uhr eines Büros "
      "dort."}},
    {N::with_offset,
     "with_offset",
     {"Times have an offset from UTC and are read by the clock that wrote them.",
      "Die Zeiten haben einen Abstand zu UTC und gelten als Ortszeit, wie geschrieben."}},
    {N::to_zone,
     "to_zone",
     {"Times are put from UTC on the clocks of {0}.", "Die Zeiten sind von UTC in die Ortszeit von {0} umgerechnet."}},
    {N::outbound, "outbound", {"Outgoing calls, left out: {0}.", "Ausgehende Anrufe, ausgelassen: {0}."}},
    {N::directions_unknown,
     "directions_unknown",
     {"These directions are not known: {0}; their calls are taken as incoming.",
      "Diese Richtungen sind nicht bekannt: {0}; ihre Anrufe gelten als eingehend."}},
    {N::zone_as_written,
     "zone_as_written",
     {"Times have no offset from UTC: they are taken as the clocks of {0} show them.",
      "Die Zeiten haben keinen Abstand zu UTC: Sie gelten als Ortszeit von {0}."}},
    {N::queues_of_sums,
     "queues_of_sums",
     {"Left out, as it counts what the others count together: {0}.",
      "Ausgelassen, denn hier ist zusammen gezählt, was die anderen zählen: {0}."}},
    {N::queues_filled,
     "queues_filled",
     {"Rows without a queue have that of the row above.", "Zeilen ohne Warteschlange haben die der Zeile darüber."}},
    {N::spans_of_sums,
     "spans_of_sums",
     {"Sums of several intervals, left out: line {0}.", "Summen mehrerer Intervalle, ausgelassen: Zeile {0}."}},
    {N::clocks_back,
     "clocks_back",
     {"The hour that clocks show twice is counted as one: {0}.",
      "Die Stunde, die Uhren zweimal zeigen, zählt als eine: {0}."}},
    {N::shares_seen,
     "shares_seen",
     {"Fractions below one beside whole counts are shares of the calls offered: {0}.",
      "Brüche unter eins neben ganzen Anzahlen sind Anteile der angebotenen Anrufe: {0}."}},
    {N::sums_seen,
     "sums_seen",
     {"Times that grow with the calls are sums, divided by the calls answered: {0}. --columns NAME_mean=TITLE says "
      "otherwise.",
      "Zeiten, die mit den Anrufen wachsen, sind Summen und durch die angenommenen Anrufe geteilt: {0}. --columns "
      "NAME_mean=TITEL sagt es anders."}},
    {N::waits_missing,
     "waits_missing",
     {"Abandoned calls whose wait is not recorded: {0} of {1}.",
      "Aufgelegte Anrufe, deren Wartezeit nicht verzeichnet ist: {0} von {1}."}},
    {N::calls_twice,
     "calls_twice",
     {"Rows with the id, moment and queue of another, counted too: {0}; first in line {1}.",
      "Zeilen mit Kennung, Zeitpunkt und Warteschlange einer anderen, mitgezählt: {0}; zuerst in Zeile {1}."}},
    {N::sheet_of_groups,
     "sheet_of_groups",
     {"Columns that stand side by side for each of these are read one after the other: {0}.",
      "Spalten, die für jedes davon nebeneinander stehen, sind nacheinander gelesen: {0}."}},
    {N::phantoms,
     "phantoms",
     {"Entries that are no calls, left out: {0}.", "Einträge, die keine Anrufe sind, ausgelassen: {0}."}},
    {N::wait_by_moments,
     "wait_by_moments",
     {"Waits are the time from the call to its answer.", "Wartezeit ist die Zeit vom Anruf bis zur Annahme."}},
    {N::handling_by_parts,
     "handling_by_parts",
     {"The handling time is made of: {0}.", "Die Bearbeitungszeit besteht aus: {0}."}},
    {N::handling_by_end,
     "handling_by_end",
     {"The handling time is the time from the answer to the end of the call.",
      "Die Bearbeitungszeit ist die Zeit von der Annahme bis zum Ende des Anrufs."}},
    {N::handling_by_sums,
     "handling_by_sums",
     {"Sums of time are divided by the calls answered.", "Zeitsummen sind durch die angenommenen Anrufe geteilt."}},
    {N::offered_by_parts,
     "offered_by_parts",
     {"Offered calls are those answered, abandoned and blocked.",
      "Angeboten sind die angenommenen, aufgelegten und abgewiesenen Anrufe."}},
    {N::answered_only,
     "answered_only",
     {"Only answered calls are counted: those who gave up are missing.",
      "Gezählt sind nur angenommene Anrufe: Wer auflegte, fehlt."}},
    {N::outcomes_by_signs,
     "outcomes_by_signs",
     {"These outcomes are not known: {0}; calls with something in {1} are taken as answered.",
      "Diese Ergebnisse sind nicht bekannt: {0}; Anrufe mit etwas in {1} gelten als angenommen."}},
    {N::unit_stated, "unit_stated", {"Durations are in {0}, as stated.", "Dauern sind in {0}, wie angegeben."}},
    {N::no_outcome,
     "no_outcome",
     {"Nothing says how calls ended: all are taken as offered, none as abandoned.",
      "Nichts sagt, wie Anrufe endeten: Alle gelten als angeboten, keiner als aufgelegt."}},
    {N::queue_of_titles,
     "queue_of_titles",
     {"These columns are taken for the counts of a kind of work each: {0}.",
      "Diese Spalten gelten als Anzahlen je einer Art von Arbeit: {0}."}},
    {N::days_spread,
     "days_spread",
     {"Each day's count is spread evenly over the stated hours: the course of the day is not in the data.",
      "Die Anzahl eines Tages ist gleichmäßig über die genannten Stunden verteilt: Den Tagesverlauf kennen die Daten "
      "nicht."}},
    {N::events_unused, "events_unused", {"Other events, not used: {0}.", "Andere Ereignisse, nicht benutzt: {0}."}},
    {N::calls_cut,
     "calls_cut",
     {"Events of calls that began before the file, left out: {0}.",
      "Ereignisse von Anrufen, die vor der Datei begannen, ausgelassen: {0}."}},
    {N::calls_open,
     "calls_open",
     {"Calls whose end is not in the file: {0}; they count as offered.",
      "Anrufe, deren Ende nicht in der Datei steht: {0}; sie zählen als angeboten."}},
    {N::turned_away,
     "turned_away",
     {"Calls that found no line, were sent elsewhere or whose end is unknown: {0}; they count as offered, not as "
      "abandoned.",
      "Anrufe, die keine Leitung fanden, weitergeleitet wurden oder deren Ende unbekannt ist: {0}; sie zählen als "
      "angeboten, nicht als aufgelegt."}},
    {N::items_open, "items_open", {"Items that are not done: {0}.", "Vorgänge, die nicht erledigt sind: {0}."}},
    {N::dates_far,
     "dates_far",
     {"The date {0} lies years from most others, which are about {1}: is the year mistyped?",
      "Das Datum {0} liegt Jahre von den meisten anderen entfernt, die um den {1} liegen: ist das Jahr vertippt?"}},
    {N::columns_unused,
     "columns_unused",
     {"Columns that are not used: {0}. --columns NAME=TITLE gives one a meaning.",
      "Nicht benutzte Spalten: {0}. --columns NAME=TITEL gibt einer eine Bedeutung."}},
    {N::sheets_unused,
     "sheets_unused",
     {"Sheets that are not read: {0}. --sheet NAME chooses one.",
      "Nicht gelesene Blätter: {0}. --sheet NAME wählt eines."}},
    {N::lines_of_blocks,
     "lines_of_blocks",
     {"Dates or queues that stand in a line above their rows hold for these.",
      "Daten oder Warteschlangen, die in einer Zeile darüber stehen, gelten für die Zeilen darunter."}},
    {N::dates_of_parts,
     "dates_of_parts",
     {"Dates and times are made of the columns {0}.", "Datum und Uhrzeit sind aus den Spalten {0} gebildet."}},
    {N::titles_are_hours,
     "titles_are_hours",
     {"The numbers above the columns ({0}) are taken for hours of the day.",
      "Die Zahlen über den Spalten ({0}) gelten als Stunden des Tages."}},
    {N::titles_of_year,
     "titles_of_year",
     {"Dates above the columns have no year and are taken as of {0}.",
      "Daten über den Spalten haben kein Jahr und gelten für {0}."}},
    {N::titles_are_days,
     "titles_are_days",
     {"The numbers above the columns ({0}) are taken for days of the month above them.",
      "Die Zahlen über den Spalten ({0}) gelten als Tage des Monats, der darüber steht."}},
    {N::ends_only,
     "ends_only",
     {"The file says when intervals end: they begin {0} min earlier.",
      "Die Datei sagt, wann Intervalle enden: Sie beginnen {0} min früher."}},
    {N::half_days,
     "half_days",
     {"Hours 1:00 to 6:59 are of the afternoon, as stated or as the columns go on, and 7:00 to 11:59 after them of the "
      "evening.",
      "Die Stunden 1:00 bis 6:59 sind nachmittags, wie angegeben oder nach der Folge der Spalten, und 7:00 bis 11:59 "
      "danach abends."}},
    {N::rows_hidden,
     "rows_hidden",
     {"Rows that are hidden in the sheet are read like the others: {0}.",
      "Im Blatt ausgeblendete Zeilen sind gelesen wie die anderen: {0}."}},
    {N::empty_counts,
     "empty_counts",
     {"Rows without a count have no calls: line {0}.", "Zeilen ohne Anzahl haben keine Anrufe: Zeile {0}."}},
    {N::rows_without_counts,
     "rows_without_counts",
     {"Rows of text, left out: line {0}.", "Textzeilen, ausgelassen: Zeile {0}."}}};

const NoteText& text_of_note(LogNoteKind kind) {
    return *std::find_if(std::begin(note_texts), std::end(note_texts),
                         [&](const NoteText& one) { return one.kind == kind; });
}

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

std::string note_text(const LogNote& note, Language language) {
    LogNote told = note;
    if (note.kind == N::order_shown && language == Language::de)
        told.arguments[0] = note.arguments[0] == "day" ? "Tag" : "Monat";
    return filled(text_of_note(note.kind).text.in(language), told.arguments);
}
std::string note_word(LogNoteKind kind) { return std::string{text_of_note(kind).word}; }
std::string shape_text(LogShape shape, Language language) { return in(text_of_shape(shape).text, language); }
std::string shape_word(LogShape shape) { return std::string{text_of_shape(shape).word}; }
std::string gap_text(LogGap gap, Language language) { return in(text_of_gap(gap).text, language); }
std::string gap_word(LogGap gap) { return std::string{text_of_gap(gap).word}; }

}  // namespace freiton::report
