// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/validation_parts.hpp"

namespace freiton::report {

Figure fitted_figure(Fitted what, double value) {
    switch (what) {
        case Fitted::patience_mean:
        case Fitted::talk:
        case Fitted::wrap_up:
            return Figure::number(value, std::abs(value) < 100.0 ? 1 : 0);
        case Fitted::balk:
        case Fitted::away:
            return Figure::share(value);
        case Fitted::patience_cv:
            return Figure::number(value, 2);
        default:
            return Figure::number(value, 3);
    }
}

std::string fitted_title(Fitted what, Language language) {
    constexpr Phrase titles[] = {{"patience, mean, s", "Geduld, Mittel, s"},
                                 {"patience, cv", "Geduld, Variationskoeffizient"},
                                 {"balk: hang up at once", "balk: legen sofort auf"},
                                 {"volumes, days (day_cv)", "Mengen, Tage (day_cv)"},
                                 {"volumes, intervals (interval_cv)", "Mengen, Intervalle (interval_cv)"},
                                 {"handling time, days (day_cv)", "Bearbeitungszeit, Tage (day_cv)"},
                                 {"handling time, mean, s", "Bearbeitungszeit, Mittel, s"},
                                 {"wrap-up, mean, s", "Nachbearbeitung, Mittel, s"},
                                 {"away", "nicht am Platz"}};
    return in(titles[static_cast<std::size_t>(what)], language);
}

std::string fitted_text(Fitted what, double value, Language language) {
    const bool is_time = what == Fitted::patience_mean || what == Fitted::talk || what == Fitted::wrap_up;
    return figure_text(fitted_figure(what, value), language) + (is_time ? " s" : "");
}

std::string_view law_word(Law law) {
    constexpr std::string_view words[] = {"exponential",      "lognormal", "gamma",      "erlang",   "weibull",
                                          "hyperexponential", "uniform",   "triangular", "constant", "empirical"};
    return words[static_cast<std::size_t>(law)];
}

std::string law_text(Law law, Language language) {
    constexpr Phrase names[] = {{"exponential", "exponentiell"},
                                {"lognormal", "lognormal"},
                                {"gamma", "gamma"},
                                {"Erlang", "Erlang"},
                                {"Weibull", "Weibull"},
                                {"hyperexponential", "hyperexponentiell"},
                                {"uniform", "gleichverteilt"},
                                {"triangular", "dreieckig"},
                                {"constant", "konstant"},
                                {"empirical", "empirisch"}};
    return in(names[static_cast<std::size_t>(law)], language);
}

std::string candidate_text(const PatienceCandidate& law, Language language) {
    return law_text(law.law.law, language) + (law.balk > 0.0 ? " + balk" : "");
}

std::vector<const PatienceCandidate*> laws_shown(const WorkCalibration& work) {
    std::vector<const PatienceCandidate*> shown;
    for (const PatienceCandidate& law : work.patience)
        if (std::none_of(shown.begin(), shown.end(),
                         [&](const PatienceCandidate* other) { return other->law.law == law.law.law; }))
            shown.push_back(&law);
    return shown;
}

std::string shown_title(Compared figure, const Work& work, Language language) {
    return compared_title(figure, work, language);
}

Figure shown_value(Compared figure, double value) {
    return figure == Compared::abandoned ? Figure::share(value) : compared_value(figure, value);
}

std::string_view shown_key(Compared figure) {
    return figure == Compared::abandoned ? "abandoned_share" : compared_name(figure);
}

std::string not_fitted_text(NotFitted reason, Language language) {
    constexpr Phrase texts[] = {
        {"No single waits with their ends in this log: nothing is told of the law of patience, or of who hangs up at "
         "once (balk).",
         "Keine einzelnen Wartezeiten mit ihrem Ausgang in diesem Protokoll: über das Gesetz der Geduld und darüber, "
         "wer sofort auflegt (balk), sagt es nichts."},
        {"Fewer than 30 callers gave up after a wait: patience stays as the scenario has it.",
         "Weniger als 30 Anrufer haben nach einer Wartezeit aufgelegt: die Geduld bleibt wie im Szenario."},
        {"Too few days to tell how much they vary.", "Zu wenige Tage, um zu sagen, wie sehr sie schwanken."},
        {"No handling times in this log: nothing is told of their variation, or of wrap-up.",
         "Keine Bearbeitungszeiten in diesem Protokoll: über ihre Schwankung und die Nachbearbeitung sagt es nichts."},
        {"The scenario does not say who was there: wrap-up needs the people of those days (teams.T.staff, or a table "
         "with --staff).",
         "Das Szenario sagt nicht, wer da war: für die Nachbearbeitung braucht es die Personen dieser Tage "
         "(teams.T.staff, oder eine Tabelle mit --staff)."},
        {"No hour of the log has 30 calls with waits: there is nothing that a simulation could show.",
         "Keine Stunde im Protokoll hat 30 Anrufe mit Wartezeiten: es gibt nichts, was eine Simulation zeigen "
         "könnte."}};
    return in(texts[static_cast<std::size_t>(reason)], language);
}

}  // namespace freiton::report
