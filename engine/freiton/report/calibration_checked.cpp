// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/validation_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

std::string checked_text(const CheckedFigure& one, double value, Language language) {
    return figure_text(compared_value(one.figure, value), language);
}

std::string check_sentence(const CheckedFigure& one, const Work& asked, Language language) {
    return filled(in({"{0}: {1} with these values, {2} without, {3} in the log.",
                      "{0}: {1} mit diesen Werten, {2} ohne sie, {3} im Protokoll."},
                     language),
                  {compared_title(one.figure, asked, language), checked_text(one, one.after, language),
                   checked_text(one, one.before, language), checked_text(one, one.actual, language)});
}

std::string further_off_sentence(const CheckedFigure& one, const Work& asked, Language language) {
    return filled(
        in({"{0} lies further from this log than before, by more than its days leave in doubt. The calls as they came "
            "were matched (below); with volumes of its own the scenario is worse than it was. Do not take these values "
            "without knowing why.",
            "{0} liegt weiter von diesem Protokoll entfernt als vorher, um mehr als seine Tage offenlassen. Zu den "
            "Anrufen, wie sie kamen, passen die Werte (unten); mit eigenen Mengen ist das Szenario schlechter als "
            "zuvor. Diese Werte "
            "sind nicht zu übernehmen, ohne zu wissen, warum."},
           language),
        {compared_title(one.figure, asked, language)});
}

std::string withheld_sentence(const WorkCalibration& work, Language language) {
    std::string names;
    for (const FittedValue& value : work.values)
        if (value.withheld == Withheld::further_off)
            names.append(names.empty() ? "" : ", ")
                .append(fitted_key(value.what))
                .append(" ")
                .append(fitted_text(value.what, value.value, language));
    if (names.empty()) return {};
    return filled(in({"Not taken: {0}. With all variation that was found the scenario would lie further from this log "
                      "than without.",
                      "Nicht übernommen: {0}. Mit allen gefundenen Schwankungen läge das Szenario weiter von diesem "
                      "Protokoll entfernt als ohne."},
                     language),
                  {names});
}

}  // namespace

std::vector<std::string> checked_sentences(const Calibration& calibration, const WorkCalibration& work,
                                           Language language) {
    const Work& asked = calibration.scenario.work()[work.work];
    std::vector<std::string> sentences;
    for (const CheckedFigure& one : work.checks)
        if (one.is_further_off()) sentences.push_back(further_off_sentence(one, asked, language));
    if (std::string withheld = withheld_sentence(work, language); !withheld.empty())
        sentences.push_back(std::move(withheld));
    for (const CheckedFigure& one : work.checks) sentences.push_back(check_sentence(one, asked, language));
    if (!work.checks.empty())
        sentences.push_back(in({"Simulated with the scenario's own volumes and people.",
                                "Simuliert mit den eigenen Mengen und Personen des Szenarios."},
                               language));
    return sentences;
}

std::vector<std::string> outlying_sentences(const Calibration& calibration, const WorkCalibration& work,
                                            Language language) {
    constexpr std::size_t most = 8;
    const Calendar& calendar = calibration.scenario.calendar();
    std::vector<std::string> sentences;
    if (work.outliers.empty()) return sentences;
    const FittedValue* patience = work.value(Fitted::patience_mean);
    const bool by_waits =
        patience != nullptr && patience->from == FittedFrom::waits;  // else a simulation has all calls
    sentences.push_back(
        in(by_waits
               ? Phrase{"Left out of patience and of the variation of days and intervals, as they lie too far off "
                        "their day:",
                        "Aus Geduld und Schwankung der Tage und Intervalle ausgelassen, weil sie zu weit von ihrem Tag "
                        "abweichen:"}
               : Phrase{"Left out of the variation of days and intervals, as they lie too far off their day:",
                        "Aus der Schwankung der Tage und Intervalle ausgelassen, weil sie zu weit von ihrem Tag "
                        "abweichen:"},
           language));
    for (const OutlyingInterval& one : work.outliers) {
        if (sentences.size() > most) {
            sentences.push_back(filled(in({"And {0} more.", "Und {0} weitere."}, language),
                                       {std::to_string(work.outliers.size() - most)}));
            break;
        }
        sentences.push_back(filled(
            in({"{0}, {1}: {2} in place of {3}.", "{0}, {1}: {2} statt {3}."}, language),
            {day_and_year_text(calendar.date(one.day), language), clock_text(calendar.intervals()[one.interval].start),
             decimal(one.came, 0, language), decimal(one.usual, 0, language)}));
    }
    return sentences;
}

}  // namespace freiton::report
