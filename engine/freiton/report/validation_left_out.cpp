// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/import_report.hpp"
#include "freiton/report/validation_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

std::string few_days_text(const std::vector<Date>& days, Language language) {
    constexpr std::size_t most = 4;
    std::string all;
    for (std::size_t i = 0; i < days.size() && i < most; ++i)
        all.append(all.empty() ? "" : ", ").append(day_text(days[i], language));
    return days.size() > most ? all + ", ..." : all;
}

std::string names_text(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all.append(all.empty() ? "" : ", ").append(name);
    return all;
}

}  // namespace

std::vector<std::string> left_out_sentences(const NotCompared& left, Language language) {
    std::vector<std::string> sentences;
    const auto add = [&](bool is_so, const Phrase& phrase, const std::vector<std::string>& arguments) {
        if (is_so) sentences.push_back(filled(in(phrase, language), arguments));
    };
    const auto count = [&](std::size_t number) { return std::to_string(number); };
    add(!left.days_only_in_log.empty(),
        {"Days of the log on which the scenario is closed or ends: {0} ({1}), with {2} calls.",
         "Tage des Protokolls, an denen das Szenario geschlossen oder zu Ende ist: {0} ({1}), mit {2} Anrufen."},
        {count(left.days_only_in_log.size()), few_days_text(left.days_only_in_log, language),
         decimal(left.calls_on_them, 0, language)});
    add(!left.days_only_in_scenario.empty(),
        {"Open days of the scenario that the log does not have: {0} ({1}).",
         "Offene Tage des Szenarios, die im Protokoll fehlen: {0} ({1})."},
        {count(left.days_only_in_scenario.size()), few_days_text(left.days_only_in_scenario, language)});
    add(left.calls_while_closed > 0.0,
        {"{0} calls outside the opening hours of the scenario.",
         "{0} Anrufe außerhalb der Öffnungszeiten des Szenarios."},
        {decimal(left.calls_while_closed, 0, language)});
    add(!left.queues.empty(),
        {"Queues that are no work of the scenario: {0}, with {1} calls.",
         "Warteschlangen, die das Szenario nicht kennt: {0}, mit {1} Anrufen."},
        {names_text(left.queues), decimal(left.calls_in_them, 0, language)});
    add(!left.works.empty(),
        {"Work of the scenario that this log does not have: {0}.",
         "Arbeit des Szenarios, die in diesem Protokoll fehlt: {0}."},
        {names_text(left.works)});
    return sentences;
}

void say_what_was_read(const LogReading& reading, const NotCompared& left, Language language, Document& document) {
    document.say(in({"Left out", "Ausgelassen"}, language), left_out_sentences(left, language));
    std::vector<std::string> notes;
    for (const LogNote& note : reading.notes) notes.push_back(note_text(note, language));
    document.say(in({"Read as", "Gelesen"}, language), std::move(notes));
}

std::vector<std::string> unknown_sentences(const Validation& validation, const WorkValidation& work,
                                           Language language) {
    std::vector<std::string> sentences;
    const Work& asked = validation.scenario.work()[work.work];
    std::vector<std::string> missing;
    missing.reserve(work.not_in_log.size());
    for (const Compared figure : work.not_in_log) missing.push_back(compared_title(figure, asked, language));
    if (!missing.empty())
        sentences.push_back(filled(in({"{0}: not in this log, or not to be counted from it: {1}.",
                                       "{0}: nicht in diesem Protokoll, oder daraus nicht zu zählen: {1}."},
                                      language),
                                   {asked.name, names_text(missing)}));
    if (validation.predicted.performance.replications < fewest_for_bands)
        sentences.push_back(filled(
            in({"{0}: whether bands hold is not judged, as bands of {1} simulations are too narrow by themselves: "
                "--set simulation.replications=400.",
                "{0}: ob Bänder halten, wird nicht beurteilt, weil Bänder aus {1} Simulationen schon für sich zu "
                "schmal "
                "sind: --set simulation.replications=400."},
               language),
            {asked.name, std::to_string(validation.predicted.performance.replications)}));
    if (work.only_chance)
        sentences.push_back(
            filled(in({"{0}: the scenario knows no variation but that of single calls (no day_cv or interval_cv of "
                       "volumes, no day_cv of handling times, no absence); bands know nothing of these and are too "
                       "narrow where days differ.",
                       "{0}: das Szenario kennt keine Schwankung außer der einzelner Anrufe (weder day_cv noch "
                       "interval_cv der Mengen, kein day_cv der Bearbeitungszeiten, keine Abwesenheit); die Bänder "
                       "wissen davon nichts und sind zu schmal, wo Tage sich unterscheiden."},
                      language),
                   {asked.name}));
    return sentences;
}

}  // namespace freiton::report
