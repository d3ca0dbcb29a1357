// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/problem_text.hpp"

#include <algorithm>
#include <iterator>

#include "freiton/core/contracts.hpp"
#include "freiton/core/read_rule.hpp"

namespace freiton::report {

namespace {

struct RuleText {
    Rule rule;
    Phrase text;
};

constexpr RuleText rules[] = {
    {Rule::file_exists, {"is there already; it was left as it is", "gibt es schon; sie blieb, wie sie ist"}},
    {Rule::file_missing, {"no such file", "keine solche Datei"}},
    {Rule::file_is_directory, {"is a directory; a file is needed", "ist ein Verzeichnis; gebraucht wird eine Datei"}},
    {Rule::file_unreadable, {"cannot be read: {0}", "ist nicht lesbar: {0}"}},
    {Rule::file_empty, {"is empty", "ist leer"}},
    {Rule::file_binary, {"is not a text file (control characters)", "ist keine Textdatei (Steuerzeichen)"}},
    {as_rule(ReadRule::file_is_workbook),
     {"is a workbook, not a table of text; save its sheet as \"CSV UTF-8\"",
      "ist eine Arbeitsmappe, keine Tabelle aus Text; bitte das Blatt als \"CSV UTF-8\" speichern"}},
    {as_rule(ReadRule::file_is_pipe),
     {"is a pipe to which nobody writes; a file is needed",
      "ist eine Pipe, in die niemand schreibt; gebraucht wird eine Datei"}},
    {Rule::file_encoding, {"is not UTF-8; save it as \"UTF-8\"", "ist nicht UTF-8; bitte als \"UTF-8\" speichern"}},
    {Rule::table_encoding,
     {"is neither UTF-8 nor Windows-1252; save it as \"CSV UTF-8\"",
      "ist weder UTF-8 noch Windows-1252; bitte als \"CSV UTF-8\" speichern"}},
    {Rule::file_too_large,
     {"is too large to be meant (limit: {0} MB)", "ist zu groß, um gemeint zu sein (Grenze: {0} MB)"}},
    {Rule::yaml_syntax, {"is not YAML: {0}", "ist kein YAML: {0}"}},
    {Rule::yaml_tab,
     {"is indented with a tab; YAML wants spaces", "ist mit einem Tabulator eingerückt; YAML will Leerzeichen"}},
    {Rule::yaml_no_break_space,
     {"holds a no-break space, which looks like a space and is none; type it anew",
      "enthält ein geschütztes Leerzeichen, das nur wie eines aussieht; bitte neu tippen"}},
    {Rule::yaml_sign,
     {"begins with a sign that means something else in YAML; put it in quotes",
      "beginnt mit einem Zeichen, das in YAML etwas anderes bedeutet; bitte in Anführungszeichen setzen"}},
    {Rule::yaml_second_colon,
     {"a value with \": \" in it must stand in quotes; or a line break is missing",
      "ein Wert mit \": \" darin muss in Anführungszeichen stehen; oder ein Zeilenumbruch fehlt"}},
    {Rule::yaml_no_key,
     {"is neither \"key: value\" nor \"- entry\"", "ist weder \"Schlüssel: Wert\" noch \"- Eintrag\""}},
    {Rule::yaml_indentation,
     {"is indented like no line above that it could belong to",
      "ist eingerückt wie keine Zeile darüber, zu der es gehören könnte"}},
    {Rule::yaml_list_and_keys,
     {"\"- entry\" and \"key: value\" cannot stand side by side",
      "\"- Eintrag\" und \"Schlüssel: Wert\" können nicht nebeneinander stehen"}},
    {Rule::yaml_after_quote,
     {"goes on after its closing quote", "geht nach dem schließenden Anführungszeichen weiter"}},
    {Rule::yaml_backslash,
     {"a backslash means something else in double quotes; write single quotes",
      "ein \\ bedeutet in doppelten Anführungszeichen etwas anderes; bitte einfache schreiben"}},
    {Rule::yaml_bracket_open, {"this bracket is never closed", "diese Klammer wird nie geschlossen"}},
    {Rule::yaml_after_bracket, {"stands after the closing bracket", "steht nach der schließenden Klammer"}},
    {Rule::yaml_comma_missing, {"a comma is missing before this colon", "vor diesem Doppelpunkt fehlt ein Komma"}},
    {Rule::yaml_too_deep,
     {"is nested too deeply (limit: {0} levels)", "ist zu tief geschachtelt (Grenze: {0} Ebenen)"}},
    {Rule::yaml_alias,
     {"anchors and aliases are not supported; write the value out",
      "Anker und Verweise gibt es hier nicht; bitte den Wert ausschreiben"}},
    {Rule::yaml_merge_key,
     {"merge keys (<<) are not supported; write the values out",
      "Einmischen mit << gibt es hier nicht; bitte die Werte ausschreiben"}},
    {Rule::yaml_documents,
     {"a second document begins here; one file is one scenario",
      "hier beginnt ein zweites Dokument; eine Datei ist ein Szenario"}},
    {Rule::key_duplicate,
     {"this key is there twice; only one can hold", "diesen Schlüssel gibt es zweimal; nur einer kann gelten"}},
    {as_rule(ReadRule::comma_in_brackets),
     {"a comma parts values inside brackets; a decimal point is needed",
      "ein Komma trennt in Klammern Werte; gebraucht wird ein Dezimalpunkt"}},
    {as_rule(ReadRule::blank_after_colon),
     {"the blank after the colon is missing", "das Leerzeichen nach dem Doppelpunkt fehlt"}},
    {Rule::too_many_values,
     {"holds too many values to be meant (limit: {0})", "enthält zu viele Werte, um gemeint zu sein (Grenze: {0})"}},
    {Rule::key_unknown, {"unknown key", "unbekannter Schlüssel"}},
    {as_rule(ReadRule::key_unknown_here), {"unknown key; there are: {0}", "unbekannter Schlüssel; es gibt: {0}"}},
    {as_rule(ReadRule::key_of_another_calculator),
     {"belongs to another calculator", "gehört zu einem anderen Rechner"}},
    {Rule::key_missing, {"is missing", "fehlt"}},
    {Rule::keys_exclusive, {"only one of these can be given: {0}", "nur eines davon kann angegeben werden: {0}"}},
    {Rule::keys_one_of, {"needs one of these: {0}", "braucht eines davon: {0}"}},
    {Rule::must_be_mapping, {"must be a mapping (key: value)", "muss aus \"Schlüssel: Wert\" bestehen"}},
    {Rule::must_be_list, {"must be a list: [a, b]", "muss eine Liste sein: [a, b]"}},
    {Rule::must_be_text, {"must be a single value", "muss ein einzelner Wert sein"}},
    {Rule::value_missing, {"has no value", "hat keinen Wert"}},
    {Rule::list_empty, {"needs at least one entry", "braucht mindestens einen Eintrag"}},
    {Rule::is_study, {"is a study, not a scenario", "ist eine Studie, kein Szenario"}},
    {Rule::is_scenario, {"is a scenario, not a study", "ist ein Szenario, keine Studie"}},
    {Rule::name_invalid,
     {"is no name: letters, digits, _ and - only, at most 64",
      "ist kein Name: nur Buchstaben, Ziffern, _ und -, höchstens 64"}},
    {Rule::version_unknown,
     {"this version of the format is unknown; write \"freiton: 1\"",
      "diese Version des Formats ist unbekannt; bitte \"freiton: 1\" schreiben"}},
    {Rule::number_expected, {"must be a number", "muss eine Zahl sein"}},
    {Rule::integer_expected, {"must be a whole number", "muss eine ganze Zahl sein"}},
    {Rule::number_not_finite, {"must be a finite number", "muss eine endliche Zahl sein"}},
    {Rule::number_ambiguous,
     {"may be a decimal point or a thousands separator; write it without",
      "kann Dezimalpunkt oder Tausenderpunkt sein; bitte ohne schreiben"}},
    {Rule::unit_missing, {"needs a unit", "braucht eine Einheit"}},
    {Rule::duration_expected,
     {"must be a duration such as 20 s, 4 min or 2 h", "muss eine Dauer sein wie 20 s, 4 min oder 2 h"}},
    {Rule::share_expected, {"must be a share such as 80 % or 0.8", "muss ein Anteil sein wie 80 % oder 0.8"}},
    {Rule::date_expected, {"must be a date such as 2026-03-02", "muss ein Datum sein wie 2026-03-02"}},
    {Rule::date_does_not_exist, {"this date does not exist", "dieses Datum gibt es nicht"}},
    {as_rule(ReadRule::date_ambiguous),
     {"may begin with the day or with the month; say which: --dates dmy or --dates mdy",
      "kann mit dem Tag oder mit dem Monat beginnen; bitte sagen: --dates dmy oder --dates mdy"}},
    {Rule::hours_expected,
     {"must be times such as \"08:00-18:00\", 24:00 at the latest, or \"22:00-06:00\" over midnight",
      "müssen Uhrzeiten sein wie \"08:00-18:00\", spätestens 24:00, oder \"22:00-06:00\" über Mitternacht"}},
    {Rule::moment_expected, {"must be a time of day such as \"08:30:17\"", "muss eine Uhrzeit sein wie \"08:30:17\""}},
    {as_rule(ReadRule::duration_cell_expected),
     {"must be seconds, or a duration such as 00:04:00", "müssen Sekunden sein, oder eine Dauer wie 00:04:00"}},
    {Rule::time_expected, {"must be a time of day such as \"08:30\"", "muss eine Uhrzeit sein wie \"08:30\""}},
    {Rule::word_unknown, {"must be one of: {0}", "muss eines davon sein: {0}"}},
    {Rule::yes_no_expected, {"must be true or false", "muss true oder false sein"}},
    {Rule::deadline_expected,
     {"must be a deadline such as 4 h (opening hours) or 2 d (working days)",
      "muss eine Frist sein wie 4 h (Öffnungsstunden) oder 2 d (Arbeitstage)"}},
    {Rule::cost_expected,
     {"must be a cost per paid hour such as 38 / h", "muss ein Preis je bezahlter Stunde sein wie 38 / h"}},
    {Rule::staff_expected,
     {"must be a number of people, a list by interval, or the path of a .csv file",
      "muss eine Zahl von Personen sein, eine Liste nach Intervallen oder der Pfad einer .csv-Datei"}},
    {Rule::assurance_expected,
     {"must be \"mean\" or a share of days such as \"95 % of days\"",
      "muss \"mean\" oder ein Anteil der Tage sein wie \"95 % of days\""}},
    {Rule::whole_days_expected, {"must be whole days such as 2 d", "müssen ganze Tage sein wie 2 d"}},
    {Rule::greater_than, {"must be greater than {0}", "muss größer sein als {0}"}},
    {Rule::at_least, {"must be at least {0}", "muss mindestens {0} sein"}},
    {Rule::at_most, {"must be at most {0}", "darf höchstens {0} sein"}},
    {Rule::less_than, {"must be less than {0}", "muss kleiner sein als {0}"}},
    {Rule::interval_must_divide_hour,
     {"must be a whole number of minutes that divides the hour: 5, 6, 10, 12, 15, 20, 30 or 60",
      "muss eine ganze Zahl von Minuten sein, die die Stunde teilt: 5, 6, 10, 12, 15, 20, 30 oder 60"}},
    {Rule::hours_must_fit_interval,
     {"opening times must be multiples of the interval, {0}",
      "Öffnungszeiten müssen Vielfache des Intervalls sein, {0}"}},
    {Rule::hours_overlap, {"overlaps with, or stands before, {0}", "überschneidet sich mit {0} oder liegt davor"}},
    {Rule::no_open_interval, {"no day of the horizon is open", "kein Tag des Zeitraums ist geöffnet"}},
    {Rule::horizon_too_long,
     {"is too long for so many kinds of work, sites and intervals (limit here: {0} days)",
      "ist zu lang für so viele Arten von Arbeit, Standorte und Intervalle (Grenze hier: {0} Tage)"}},
    {Rule::weekday_unknown,
     {"must be a weekday or a span: mon, tue, wed, thu, fri, sat, sun, mon-fri",
      "muss ein Wochentag oder eine Spanne sein: mon, tue, wed, thu, fri, sat, sun, mon-fri"}},
    {Rule::weekday_twice, {"{0} is named twice", "{0} ist zweimal genannt"}},
    {Rule::time_zone_unknown,
     {"is no time zone that this machine knows; a name such as Europe/Berlin is needed",
      "ist keine Zeitzone, die dieser Rechner kennt; gebraucht wird ein Name wie Europe/Berlin"}},
    {Rule::list_too_short,
     {"has {0} values, needs {1}: one for each interval of the longest open day",
      "hat {0} Werte, braucht {1}: einen für jedes Intervall des längsten Tages"}},
    {Rule::list_too_long,
     {"has {0} values, more than the {1} intervals of the longest open day",
      "hat {0} Werte, mehr als die {1} Intervalle des längsten Tages"}},
    {Rule::profile_all_zero,
     {"at least one weight must be greater than 0", "mindestens ein Gewicht muss größer als 0 sein"}},
    {Rule::work_missing, {"needs at least one kind of work", "braucht mindestens eine Art Arbeit"}},
    {Rule::team_missing, {"needs at least one team", "braucht mindestens ein Team"}},
    {Rule::unknown_name, {"there is no such {0}", "so etwas gibt es nicht ({0})"}},
    {Rule::name_twice, {"is named twice", "ist zweimal genannt"}},
    {Rule::work_without_team, {"no team handles this work", "kein Team bearbeitet diese Arbeit"}},
    {Rule::target_incomplete, {"has \"{0}\" but not \"{1}\"", "hat \"{0}\", aber nicht \"{1}\""}},
    {Rule::redial_without_loss,
     {"nobody gives up or is turned away, so nobody redials; state \"patience\" or \"lines\"",
      "niemand legt auf oder wird abgewiesen, also wählt niemand neu; bitte \"patience\" oder \"lines\" angeben"}},
    {Rule::not_for_kind, {"does not go with work of kind {0}", "passt nicht zu Arbeit der Art {0}"}},
    {Rule::scope_not_for_backlog,
     {"a backlog is promised over day or horizon", "ein Rückstand wird über day oder horizon versprochen"}},
    {Rule::clock_needs_days, {"counts whole working days, such as 2 d", "zählt ganze Arbeitstage, etwa 2 d"}},
    {Rule::clock_needs_hours, {"counts hours, such as 4 h", "zählt Stunden, etwa 4 h"}},
    {Rule::law_needs, {"this law needs \"{0}\"", "diese Verteilung braucht \"{0}\""}},
    {Rule::law_unwanted, {"does not go with this law ({0})", "passt nicht zu dieser Verteilung ({0})"}},
    {Rule::law_order,
     {"must keep min <= mode <= max and min < max", "muss min <= mode <= max und min < max einhalten"}},
    {Rule::site_needed, {"needs sites, and a site for every team", "braucht Standorte, und für jedes Team einen"}},
    {Rule::no_team_at_site,
     {"no team at {0} handles this work, and nobody else may",
      "kein Team in {0} bearbeitet diese Arbeit, und kein anderes darf es"}},
    {Rule::owners_needed, {"needs at least one work with \"owners\"", "braucht mindestens eine Arbeit mit \"owners\""}},
    {Rule::backup_too_large,
     {"must be less than the number of owners, {0}", "muss kleiner sein als die Zahl der owners, {0}"}},
    {Rule::interrupt_only_backlog,
     {"only work of kind backlog can be put aside", "nur Arbeit der Art backlog kann weggelegt werden"}},
    {Rule::goes_with, {"has a meaning only together with \"{0}\"", "hat nur zusammen mit \"{0}\" einen Sinn"}},
    {Rule::column_missing, {"this column is missing; there are: {0}", "diese Spalte fehlt; es gibt: {0}"}},
    {as_rule(ReadRule::column_unknown), {"unknown column", "unbekannte Spalte"}},
    {Rule::row_too_short, {"has {0} cells, needs {1}", "hat {0} Zellen, braucht {1}"}},
    {Rule::row_too_long,
     {"has {0} cells, more than the {1} columns; a decimal comma needs quotes, or ; between the cells",
      "hat {0} Zellen, mehr als die {1} Spalten; ein Dezimalkomma braucht Anführungszeichen, oder ; zwischen den "
      "Zellen"}},
    {Rule::row_outside_horizon, {"no row lies within {0} to {1}", "keine Zeile liegt zwischen {0} und {1}"}},
    {Rule::row_not_open, {"no open interval begins then", "zu dieser Zeit beginnt kein offenes Intervall"}},
    {Rule::moment_not_open,
     {"a recorded call came while the office is closed", "ein aufgezeichneter Anruf kam, während geschlossen ist"}},
    {as_rule(ReadRule::contacts_while_closed),
     {"the office is closed then, and what comes then would have to be moved; state a moment within the opening hours",
      "dann ist geschlossen, und was dann kommt, müsste verschoben werden; bitte eine Zeit mit Öffnung angeben"}},
    {as_rule(ReadRule::contacts_too_many),
     {"is more than can be meant (limit: {0} contacts at once or in an interval)",
      "ist mehr, als gemeint sein kann (Grenze: {0} Vorgänge auf einmal oder in einem Intervall)"}},
    {as_rule(ReadRule::load_too_large),
     {"asks for more people than can be meant (limit: {0} busy at once)",
      "verlangt mehr Personen, als gemeint sein können (Grenze: {0} gleichzeitig beschäftigt)"}},
    {as_rule(ReadRule::rows_coarser),
     {"the rows are {0} min apart, the intervals of the calendar have {1} min; state \"interval: {0} min\", or a row "
      "for "
      "each interval",
      "die Zeilen liegen {0} min auseinander, die Intervalle des Kalenders haben {1} min; bitte \"interval: {0} min\" "
      "angeben, oder eine Zeile für jedes Intervall"}},
    {Rule::row_twice, {"this interval was already given in line {0}", "dieses Intervall steht schon in Zeile {0}"}},
    {Rule::table_empty, {"has no rows", "hat keine Zeilen"}},
    {Rule::no_rows_about, {"no row is about {0}", "keine Zeile handelt von {0}"}},
    {Rule::log_unknown,
     {"is neither a list of calls (missing: {0}) nor one of intervals (missing: {1}); there are: {2}",
      "ist weder eine Liste von Anrufen (es fehlt: {0}) noch eine von Intervallen (es fehlt: {1}); es gibt: {2}"}},
    {Rule::log_without_calls, {"holds not a single call", "enthält keinen einzigen Anruf"}},
    {as_rule(ReadRule::log_without_handling_time),
     {"nothing says how long it takes to handle a call; name a column \"aht\" (seconds, or 00:04:00), or state it: "
      "--aht "
      "\"4 min\"",
      "nichts sagt, wie lange ein Anruf dauert; bitte eine Spalte \"aht\" nennen (Sekunden, oder 00:04:00) oder ihn "
      "angeben: --aht \"4 min\""}},
    {as_rule(ReadRule::log_interval_unclear),
     {"the rows are {0} min apart, and intervals have 5 to 60 min; say how long a row is: --interval 30",
      "die Zeilen liegen {0} min auseinander, und Intervalle haben 5 bis 60 min; bitte sagen, wie lang eine Zeile ist: "
      "--interval 30"}},
    {as_rule(ReadRule::log_interval_too_short),
     {"the rows are {0} min apart and cannot be split; leave --interval out, or state {0} or more",
      "die Zeilen liegen {0} min auseinander und sind nicht teilbar; --interval weglassen oder mindestens {0} "
      "angeben"}},
    {Rule::quote_not_closed, {"this quote is never closed", "dieses Anführungszeichen wird nie geschlossen"}},
    {Rule::text_after_quote,
     {"goes on after the closing quote of a cell", "geht nach dem schließenden Anführungszeichen einer Zelle weiter"}},
    {Rule::study_key_unknown, {"names nothing in the scenario", "bezeichnet nichts im Szenario"}},
    {Rule::study_needs_samples,
     {"this design needs \"samples\", and min and max for each key",
      "dieser Plan braucht \"samples\" und für jeden Schlüssel min und max"}},
    {Rule::study_lists_differ,
     {"design list takes the i-th value of each key; this one has {0} values, the first has {1}",
      "design list nimmt von jedem Schlüssel den i-ten Wert; dieser hat {0} Werte, der erste {1}"}},
    {Rule::study_range,
     {"must be {min: ..., max: ...} with this design", "muss bei diesem Plan {min: ..., max: ...} sein"}},
    {Rule::study_range_units,
     {"min and max must be numbers of the same unit", "min und max müssen Zahlen derselben Einheit sein"}},
    {Rule::study_range_order, {"min must be less than max", "min muss kleiner als max sein"}},
    {Rule::study_too_large,
     {"the design has more than {0} variations; leave values out, or draw fewer samples",
      "der Plan hat mehr als {0} Variationen; Werte weglassen oder weniger Stichproben ziehen"}},
    {Rule::study_runs, {"another run is writing here", "ein anderer Lauf schreibt gerade hierher"}},
    {Rule::study_finished,
     {"holds this study's run, which is finished; --resume shows it, another --out begins anew",
      "enthält den fertigen Lauf dieser Studie; --resume zeigt ihn, ein anderes --out beginnt neu"}},
    {Rule::study_unfinished,
     {"holds an unfinished run of this study, {0} of {1} variations done; --resume goes on, another --out begins anew",
      "enthält einen unfertigen Lauf dieser Studie, {0} von {1} Variationen fertig; --resume setzt ihn fort, ein "
      "anderes --out beginnt neu"}},
    {Rule::study_changed,
     {"holds the run of another study, or of this one before its file, its scenario, a table, the seed or the "
      "program's version was changed; choose another --out",
      "enthält den Lauf einer anderen Studie oder dieser, bevor ihre Datei, ihr Szenario, eine Tabelle, der Startwert "
      "oder die Programmversion geändert wurde; ein anderes --out wählen"}},
    {Rule::staff_needed,
     {"is needed to simulate: how many people are on duty; or give a table with --staff",
      "wird zum Simulieren gebraucht: wie viele Personen da sind; oder eine Tabelle mit --staff angeben"}},
    {Rule::staff_needed_by_study,
     {"is needed to simulate: how many people are on duty, in the scenario or varied by the study",
      "wird zum Simulieren gebraucht: wie viele Personen da sind, im Szenario oder von der Studie variiert"}},
    {Rule::organisation_unknown,
     {"there is no organisation of that name", "eine Organisation dieses Namens gibt es nicht"}},
    {Rule::not_for_transient,
     {"method transient takes one team and one kind of calls: Poisson, exponential handling times, nothing of this; "
      "use "
      "method simulation, or formula, which approximates",
      "das Verfahren transient nimmt ein Team und eine Art von Anrufen: Poisson, exponentielle Bearbeitungszeiten, "
      "nichts hiervon; bitte simulation nehmen, oder formula, das nähert"}},
    {Rule::option_unknown, {"unknown option", "unbekannte Option"}},
    {Rule::option_takes_no_value, {"takes no value", "nimmt keinen Wert"}},
    {Rule::argument_surplus, {"is one argument too many", "ist ein Argument zu viel"}},
    {Rule::usage_wrong, {"is not understood: {0}", "ist nicht zu verstehen: {0}"}},
};
static_assert(std::size(rules) == static_cast<std::size_t>(Rule::count_) + static_cast<std::size_t>(ReadRule::count_));

// A cell may hold a novel, and what is printed must stay on its line.
std::string shown(const std::string& written) {
    constexpr std::size_t longest = 60;
    std::size_t end = std::min(longest, written.size());
    while (end < written.size() && (static_cast<unsigned char>(written[end]) & 0xC0) == 0x80) --end;
    std::string text = written.substr(0, end) + (end < written.size() ? "..." : "");
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
}

}  // namespace

std::string rule_text(const Problem& problem, Language language) {
    const auto* found = std::find_if(std::begin(rules), std::end(rules),
                                     [&](const RuleText& text) { return text.rule == problem.rule; });
    EXPECTS(found != std::end(rules));
    return filled(found->text.in(language), problem.arguments);
}

std::string problem_text(const Problem& problem, Language language) {
    std::string text = problem.place.file;
    for (const int number : {problem.place.line, problem.place.column})
        if (number > 0) text.append(":").append(std::to_string(number));
    if (!text.empty()) text += "  ";
    if (!problem.key.empty()) text += problem.key + ": ";
    if (problem.value) {
        text += std::string{Phrase{"got", "gefunden"}.in(language)} + " \"" + shown(*problem.value) + "\", ";
    }
    text += rule_text(problem, language);
    if (!problem.suggestion.empty())
        text +=
            filled(Phrase{"; did you mean \"{0}\"?", "; gemeint \"{0}\"?"}.in(language), {shown(problem.suggestion)});
    return text;
}

std::string problems_text(const Problems& problems, Language language) {
    constexpr std::size_t most = 20;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, problems.size()); ++i)
        text += problem_text(problems[i], language) + "\n";
    if (problems.size() > most && !are_enough(problems))
        text += filled(Phrase{"... and {0} more", "... und {0} weitere"}.in(language),
                       {std::to_string(problems.size() - most)}) +
                "\n";
    const Phrase one{"1 problem; nothing was computed.", "1 Fehler; es wurde nichts berechnet."};
    const Phrase many{"{0} problems; nothing was computed.", "{0} Fehler; es wurde nichts berechnet."};
    const Phrase enough{"More than {0} problems; nothing was computed.", "Über {0} Fehler; es wurde nichts berechnet."};
    if (are_enough(problems)) return text + filled(enough.in(language), {std::to_string(most_problems)}) + "\n";
    return text + filled((problems.size() == 1 ? one : many).in(language), {std::to_string(problems.size())}) + "\n";
}

}  // namespace freiton::report
