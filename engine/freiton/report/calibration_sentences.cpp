// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/validation_parts.hpp"

namespace freiton::report {

namespace {

// "284 s (standard error 6.1 s)"
std::string with_error_text(const FittedValue& value, Language language) {
    std::string text = fitted_text(value.what, value.value, language);
    if (std::isnan(value.standard_error)) return text;
    return filled(in({"{0} (standard error {1})", "{0} (Standardfehler {1})"}, language),
                  {text, fitted_text(value.what, value.standard_error, language)});
}

std::string law_sentence(const WorkCalibration& work, Language language) {
    const PatienceCandidate& law = *work.law();
    const std::string mean = with_error_text(*work.value(Fitted::patience_mean), language);
    std::string sentence =
        law.law.cv
            ? filled(
                  in({"Patience: a {0} law with mean {1} and cv {2}.", "Geduld: {0} mit Mittel {1} und cv {2}."},
                     language),
                  {law_text(law.law.law, language), mean, with_error_text(*work.value(Fitted::patience_cv), language)})
            : filled(in({"Patience: {0} with mean {1}.", "Geduld: {0} mit Mittel {1}."}, language),
                     {law_text(law.law.law, language), mean});
    const auto other = std::find_if(work.patience.begin(), work.patience.end(),
                                    [&](const auto& one) { return !one.chosen && one.law.law != law.law.law; });
    if (other == work.patience.end()) return sentence;
    const double better = other->aic() - law.aic();
    constexpr double clearly = 10.0;  // Burnham and Anderson: then the other has no support
    const Phrase clear{" The next law, {0}, explains the waits clearly less (AIC {1} more).",
                       " Das nächste Gesetz, {0}, erklärt die Wartezeiten deutlich schlechter (AIC {1} mehr)."};
    const Phrase close{" The next law, {0}, explains the waits nearly as well (AIC {1} more).",
                       " Das nächste Gesetz, {0}, erklärt die Wartezeiten fast so gut (AIC {1} mehr)."};
    const Phrase no_better{
        " The next law, {0}, explains the waits hardly better (AIC {1} less), and has more to say.",
        " Das nächste Gesetz, {0}, erklärt die Wartezeiten kaum besser (AIC {1} weniger) und braucht "
        "mehr dazu."};
    const Phrase& told = better > clearly ? clear : better >= 0.0 ? close : no_better;
    return sentence +
           filled(in(told, language), {candidate_text(*other, language), decimal(std::abs(better), 1, language)});
}

std::string beyond_sentence(const WorkCalibration& work, Language language) {
    constexpr double many = 0.05;
    if (work.beyond_share < many) return {};
    return filled(
        in({"The longest wait was {0}; by this law {1} of the callers would wait longer. Nobody saw that: the "
            "mean rests on the law there.",
            "Die längste Wartezeit war {0}; nach diesem Gesetz würden {1} der Anrufer länger warten. Gesehen "
            "hat das niemand: dort beruht das Mittel auf dem Gesetz."},
           language),
        {seconds(work.longest_wait_s, language), percent(work.beyond_share, 0, language)});
}

std::string balk_sentence(const WorkCalibration& work, Language language) {
    const FittedValue& balk = *work.value(Fitted::balk);
    if (balk.value == 0.0) return {};
    return filled(in({"{0} of the callers hang up at once when nobody is idle.",
                      "{0} der Anrufer legen sofort auf, wenn niemand frei ist."},
                     language),
                  {with_error_text(balk, language)});
}

std::string like_sentence(const WorkCalibration& work, Language language) {
    const auto& like = work.law()->like_the_mean;
    if (!like) return {};
    return filled(
        in({"These waits cannot tell the mean patience and {0} apart: one makes up for the other.",
            "Diese Wartezeiten können mittlere Geduld und {0} nicht trennen: das eine gleicht das andere aus."},
           language),
        {*like == Fitted::balk ? std::string{"balk"} : std::string{"cv"}});
}

std::string limit_text(const FittedValue& value, Language language) {
    return fitted_text(value.what, value.at_most, language);
}

std::string wrap_up_sentence(const FittedValue& wrap_up, Language language) {
    if (!std::isnan(wrap_up.at_most))
        return filled(
            in({"Wrap-up beyond the log's handling times: {0}; none at all is possible, more than {1} hardly.",
                "Nachbearbeitung über die Bearbeitungszeiten des Protokolls hinaus: {0}; gar keine ist möglich, "
                "mehr als {1} kaum."},
               language),
            {fitted_text(wrap_up.what, wrap_up.value, language), limit_text(wrap_up, language)});
    return filled(in({"Wrap-up beyond the log's handling times: {0}. For validate with such a log: --wrap-up \"{1}\".",
                      "Nachbearbeitung über die Bearbeitungszeiten des Protokolls hinaus: {0}. Für validate mit einem "
                      "solchen Protokoll: --wrap-up \"{1}\"."},
                     language),
                  {with_error_text(wrap_up, language), number_text(std::round(wrap_up.value * 10.0) / 10.0) + " s"});
}

std::string alike_sentence(const Alike& alike, Language language) {
    const std::string correlation = decimal(alike.correlation, 2, language);
    if (alike.other != Fitted::away)
        return filled(
            in({"{0} and {1} cannot be told apart by this log: their estimates have a correlation of {2}.",
                "{0} und {1} kann dieses Protokoll nicht trennen: ihre Schätzungen haben eine Korrelation von "
                "{2}."},
               language),
            {fitted_title(alike.kept, language), fitted_title(alike.other, language), correlation});
    constexpr double seconds_more = 10.0;
    return filled(
        in({"Wrap-up and minutes away from the desk cannot be told apart by this log (correlation {2}): {0} of wrap-up "
            "do what being away {1} of the time does. Only wrap-up was fitted; some of it may be time away.",
            "Nachbearbeitung und Minuten fern vom Platz kann dieses Protokoll nicht trennen (Korrelation {2}): {0} "
            "Nachbearbeitung wirken wie {1} der Zeit nicht am Platz. Nur die Nachbearbeitung wurde angepasst; ein Teil "
            "davon kann Zeit fern vom Platz sein."},
           language),
        {seconds(seconds_more, language), percent(std::abs(seconds_more * alike.exchange), 1, language), correlation});
}

std::string away_sentence(const FittedValue& away, Language language) {
    if (!std::isnan(away.at_most))
        return filled(in({"People were away from their desks {0} of the time: never is possible, more than {1} hardly.",
                          "Personen waren {0} der Zeit nicht am Platz: nie ist möglich, mehr als {1} kaum."},
                         language),
                      {fitted_text(away.what, away.value, language), limit_text(away, language)});
    return filled(in({"People were away from their desks {0} of the time. Plan with as much shrinkage more.",
                      "Personen waren {0} der Zeit nicht am Platz. Mit so viel mehr Schwund ist zu planen."},
                     language),
                  {with_error_text(away, language)});
}

// Of counts by interval the mean alone can be seen.
std::string patience_by_simulation_sentence(const Work& asked, const WorkCalibration& work, Language language) {
    const FittedValue* mean = work.value(Fitted::patience_mean);
    if (mean == nullptr) return {};
    return filled(in({"Patience: mean {0}, by simulation, with the law of the scenario and its balk of {1} as stated. "
                      "Counts by interval cannot tell who hangs up at once from who has little patience: if more do, "
                      "the others are more patient than this.",
                      "Geduld: Mittel {0}, durch Simulation, mit dem Gesetz des Szenarios und seinem balk von {1}, wie "
                      "angegeben. Zählungen nach Intervallen können nicht trennen, wer sofort auflegt und wer wenig "
                      "Geduld hat: legen mehr sofort auf, sind die anderen geduldiger als dies."},
                     language),
                  {with_error_text(*mean, language), percent(asked.balk.value(), 1, language)});
}

std::string variation_sentence(const FittedValue& value, Language language) {
    if (std::isnan(value.at_most)) return {};
    const bool of_handling = value.what == Fitted::handling_day_cv;
    const Phrase volumes{
        "The {0} of volumes may be 0: chance alone makes such differences; it is hardly above {1}.{2}",
        "{0} der Mengen kann 0 sein: Zufall allein macht solche Unterschiede; kaum ist es mehr als {1}.{2}"};
    const Phrase handling{
        "The {0} of handling times may be 0: chance alone makes such differences; it is hardly above {1}.{2}",
        "{0} der Bearbeitungszeiten kann 0 sein: Zufall allein macht solche Unterschiede; kaum ist es mehr als "
        "{1}.{2}"};
    const Phrase kept{" The scenario keeps its own.", " Das Szenario behält seinen Wert."};
    return filled(in(of_handling ? handling : volumes, language),
                  {value.what == Fitted::interval_cv ? "interval_cv" : "day_cv", limit_text(value, language),
                   value.withheld == Withheld::nothing_told ? in(kept, language) : std::string{}});
}

}  // namespace

std::vector<std::string> found_sentences(const Calibration& calibration, const WorkCalibration& work,
                                         Language language) {
    const Work& asked = calibration.scenario.work()[work.work];
    std::vector<std::string> sentences;
    const auto add = [&](std::string sentence) {
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
    };
    if (work.law() != nullptr) {
        add(law_sentence(work, language));
        add(beyond_sentence(work, language));
        add(balk_sentence(work, language));
        add(like_sentence(work, language));
    }
    if (work.law() == nullptr) add(patience_by_simulation_sentence(asked, work, language));
    for (const Fitted what : {Fitted::day_cv, Fitted::interval_cv, Fitted::handling_day_cv})
        if (const FittedValue* value = work.value(what)) add(variation_sentence(*value, language));
    if (const FittedValue* wrap_up = work.value(Fitted::wrap_up)) add(wrap_up_sentence(*wrap_up, language));
    if (const FittedValue* away = work.value(Fitted::away)) add(away_sentence(*away, language));
    for (const Alike& alike : work.alike) add(alike_sentence(alike, language));
    return sentences;
}

std::vector<std::string> unexplained_sentences(const Calibration& calibration, const WorkCalibration& work,
                                               Language language) {
    if (work.hours.empty()) return {};
    const auto beyond = std::count_if(work.hours.begin(), work.hours.end(),
                                      [](const auto& one) { return std::abs(one.off_by_noise()) > 2.0; });
    std::vector<std::string> sentences = {
        filled(in({"{0} of {1} figures of single hours lie beyond twice their noise; by chance it would be {2}.",
                   "{0} von {1} Größen einzelner Stunden liegen jenseits ihres doppelten Rauschens; durch Zufall wären "
                   "es {2}."},
                  language),
               {std::to_string(beyond), std::to_string(work.hours.size()),
                decimal(0.05 * static_cast<double>(work.hours.size()), 0, language)})};
    const CalibratedFigure* largest = work.largest_residual();
    if (largest == nullptr) return sentences;
    const Work& asked = calibration.scenario.work()[work.work];
    sentences.push_back(
        filled(in({"The largest: {0} in the hour from {1}, {2} in the log and {3} simulated ({4} times the noise).",
                   "Die größte Abweichung: {0} in der Stunde ab {1}, {2} im Protokoll und {3} simuliert (das {4}-fache "
                   "des Rauschens)."},
                  language),
               {shown_title(largest->figure, asked, language), clock_text(*largest->hour),
                figure_text(shown_value(largest->figure, largest->actual), language),
                figure_text(shown_value(largest->figure, largest->simulated), language),
                decimal(std::abs(largest->off_by_noise()), 1, language)}));
    return sentences;
}

}  // namespace freiton::report
