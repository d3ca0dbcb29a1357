// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/validation_parts.hpp"

namespace freiton::report {

namespace {

// What a sentence is about.
struct Judged {
    const Validation& all;
    const WorkValidation& work;
    Language language;

    const Work& asked() const { return all.scenario.work()[work.work]; }
    std::string text(const Phrase& phrase, const std::vector<std::string>& arguments = {}) const {
        return filled(in(phrase, language), arguments);
    }
    std::string title(Compared figure) const { return compared_title(figure, asked(), language); }
    std::string value(Compared figure, double value) const {
        return figure_text(compared_value(figure, value), language);
    }
    // "7.6 points", "12.0 %": how far off.
    std::string distance(Compared figure, double off) const {
        if (figure != Compared::service_level) return percent(std::abs(off), 1, language);
        return text({"{0} points", "{0} Punkte"}, {decimal(std::abs(off) * 100.0, 1, language)});
    }
};

// Better than it came: more in time, less wait.
bool is_too_good(const FigureFit& fit) {
    return fit.figure == Compared::service_level ? fit.bias > 0.0 : fit.bias < 0.0;
}

std::string service_sentence(const Judged& j, const FigureFit& fit) {
    const Leaning leaning = leaning_of(fit);
    const std::vector<std::string> arguments = {j.title(fit.figure), j.value(fit.figure, fit.predicted),
                                                j.value(fit.figure, fit.actual), j.distance(fit.figure, fit.bias)};
    if (leaning == Leaning::holds)
        return j.text({"{0}: the prediction holds: {1} predicted, {2} came.",
                       "{0}: die Vorhersage hält: {1} vorhergesagt, {2} eingetreten."},
                      arguments);
    if (leaning == Leaning::may_be_chance)
        return is_too_good(fit)
                   ? j.text({"{0}: the prediction is too good by {3}, which may be chance: {1} predicted, {2} came.",
                             "{0}: die Vorhersage ist um {3} zu gut, was Zufall sein kann: {1} vorhergesagt, {2} "
                             "eingetreten."},
                            arguments)
                   : j.text({"{0}: the prediction is too bad by {3}, which may be chance: {1} predicted, {2} came.",
                             "{0}: die Vorhersage ist um {3} zu schlecht, was Zufall sein kann: {1} vorhergesagt, "
                             "{2} eingetreten."},
                            arguments);
    if (is_too_good(fit))
        return j.text({"{0}: the prediction is too good by {3}: {1} predicted, {2} came.",
                       "{0}: die Vorhersage ist um {3} zu gut: {1} vorhergesagt, {2} eingetreten."},
                      arguments);
    return j.text({"{0}: the prediction is too bad by {3}: {1} predicted, {2} came.",
                   "{0}: die Vorhersage ist um {3} zu schlecht: {1} vorhergesagt, {2} eingetreten."},
                  arguments);
}

// Of single days, where there are several.
std::string near_days_sentence(const Judged& j, const FigureFit& fit) {
    const std::vector<std::string> arguments = {j.title(fit.figure), std::to_string(fit.days_near),
                                                std::to_string(j.work.days.size())};
    if (j.work.days.size() < 2) return {};
    if (fit.figure == Compared::service_level)
        return j.text({"{0} of a day: within 10 points on {1} of {2} days.",
                       "{0} eines Tages: auf 10 Punkte genau an {1} von {2} Tagen."},
                      arguments);
    return j.text({"{0} of a day: within a quarter on {1} of {2} days.",
                   "{0} eines Tages: auf ein Viertel genau an {1} von {2} Tagen."},
                  arguments);
}

std::vector<Cause> replaced_causes(const WorkValidation& work) {
    std::vector<Cause> causes = {Cause::volume};
    if (work.handling_replaced) causes.push_back(Cause::handling_time);
    if (work.patience_mean_s) causes.push_back(Cause::patience);
    return causes;
}

std::string joined_causes(const Judged& j, const std::vector<Cause>& causes) {
    std::string all;
    for (std::size_t i = 0; i < causes.size(); ++i) {
        if (i > 0) all.append(i + 1 == causes.size() ? j.text({" and ", " und "}) : ", ");
        all.append(cause_text(causes[i], j.language));
    }
    return all;
}

// Of a figure that was off: what most of it comes from, if anything does.
std::string cause_sentence(const Judged& j, const ErrorCauses& causes) {
    const ErrorParts& parts = causes.bias;
    const Cause main = parts.main_cause();
    const double share = parts.of(main) / parts.whole;
    const std::string whole = j.distance(causes.figure, parts.whole);
    const std::string known = joined_causes(j, replaced_causes(j.work));
    if (main == Cause::rest && share >= 0.5)
        return j.text(
            {"It is not from {0}: with what came in their place it is off by {1} (in place of {2}), for people "
             "and what else this log does not tell.",
             "Das liegt nicht an: {0}. Mit dem, was eintrat, an ihrer Stelle liegt sie um {1} daneben "
             "(statt um {2}): wegen Personen und dem, was dieses Protokoll sonst nicht sagt."},
            {known, j.distance(causes.figure, parts.rest()), whole});
    if (share >= 0.5)
        return j.text({"Mostly because of {0}: with what came in their place it is off by {1} (in place of {2}).",
                       "Vor allem wegen: {0}. Mit dem, was eintrat, an ihrer Stelle liegt sie um {1} daneben (statt "
                       "um {2})."},
                      {cause_text(main, j.language), j.distance(causes.figure, parts.whole - parts.of(main)), whole});
    return j.text({"No single cause explains half of it; most comes from {0}.",
                   "Keine einzelne Ursache erklärt die Hälfte davon; am meisten kommt von: {0}."},
                  {cause_text(main, j.language)});
}

std::string volume_sentence(const Judged& j, const FigureFit& fit) {
    const Leaning leaning = leaning_of(fit);
    const std::vector<std::string> arguments = {j.value(fit.figure, fit.predicted), j.value(fit.figure, fit.actual),
                                                j.distance(fit.figure, fit.bias)};
    if (fit.actual <= 0.0)
        return j.text({"Volumes: {0} predicted, none came.", "Mengen: {0} vorhergesagt, keine gekommen."}, arguments);
    if (leaning == Leaning::may_be_chance)
        return j.text({"Volumes: off by {2}, which may be chance: {0} predicted, {1} came.",
                       "Mengen: um {2} daneben, was Zufall sein kann: {0} vorhergesagt, {1} gekommen."},
                      arguments);
    if (leaning == Leaning::more_predicted)
        return j.text({"Volumes: {2} more were predicted than came ({0}, {1}).",
                       "Mengen: {2} mehr vorhergesagt als gekommen ({0}, {1})."},
                      arguments);
    if (leaning == Leaning::less_predicted)
        return j.text({"Volumes: {2} fewer were predicted than came ({0}, {1}).",
                       "Mengen: {2} weniger vorhergesagt als gekommen ({0}, {1})."},
                      arguments);
    return j.text({"Volumes hold: {0} predicted, {1} came.", "Mengen halten: {0} vorhergesagt, {1} gekommen."},
                  arguments);
}

std::string handling_sentence(const Judged& j, const FigureFit& fit) {
    const Leaning leaning = leaning_of(fit);
    if (leaning == Leaning::holds || leaning == Leaning::may_be_chance) return {};
    const std::vector<std::string> arguments = {j.value(fit.figure, fit.predicted), j.value(fit.figure, fit.actual),
                                                j.distance(fit.figure, fit.bias)};
    if (leaning == Leaning::less_predicted)
        return j.text({"Handling times: predicted {2} too short ({0}, {1}).",
                       "Bearbeitungszeiten: um {2} zu kurz vorhergesagt ({0}, {1})."},
                      arguments);
    std::string sentence = j.text({"Handling times: predicted {2} too long ({0}, {1}).",
                                   "Bearbeitungszeiten: um {2} zu lang vorhergesagt ({0}, {1})."},
                                  arguments);
    if (j.all.wrap_up_s > 0.0 || j.work.wrap_up_s > 0.0) return sentence;
    const auto& stated = j.asked().wrap_up;
    if (!stated)
        return sentence + j.text({" If the log leaves out wrap-up, add it with --wrap-up.",
                                  " Falls im Protokoll die Nachbearbeitung fehlt: mit --wrap-up angeben."});
    const std::string stated_s = number_text(stated->mean_duration().count()) + " s";
    return sentence + j.text({" The scenario states {0} of wrap-up apart; if the log leaves it out, add it with "
                              "--wrap-up \"{0}\".",
                              " Das Szenario nennt {0} Nachbearbeitung für sich; fehlt sie im Protokoll: mit --wrap-up "
                              "\"{0}\" angeben."},
                             {stated_s});
}

std::string bands_sentence(const Judged& j, const FigureFit& fit) {
    const BandVerdict verdict = band_verdict(fit.intervals, j.all.predicted.performance.replications);
    if (verdict == BandVerdict::unknown) return {};
    const std::vector<std::string> arguments = {j.title(fit.figure), percent(fit.intervals.share(), 1, j.language),
                                                std::to_string(fit.intervals.values())};
    if (verdict == BandVerdict::too_narrow)
        return j.text({"Bands of {0} are too narrow: {1} of {2} intervals lie within bands of 90 %.",
                       "Bänder von {0} sind zu schmal: {1} von {2} Intervallen liegen in Bändern von 90 %."},
                      arguments);
    if (verdict == BandVerdict::too_wide)
        return j.text({"Bands of {0} are wider than need be: {1} of {2} intervals lie within bands of 90 %.",
                       "Bänder von {0} sind breiter als nötig: {1} von {2} Intervallen liegen in Bändern von 90 %."},
                      arguments);
    return j.text({"Bands of {0} hold: {1} of {2} intervals lie within bands of 90 %.",
                   "Bänder von {0} halten: {1} von {2} Intervallen liegen in Bändern von 90 %."},
                  arguments);
}

}  // namespace

std::vector<std::string> verdict_sentences(const Validation& validation, const WorkValidation& work,
                                           Language language) {
    const Judged j{validation, work, language};
    std::vector<std::string> sentences;
    const auto add = [&](std::string sentence) {
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
    };
    bool explained = false;  // once: the causes of one figure are those of the other
    for (const Compared figure : {Compared::service_level, Compared::asa_s}) {
        const FigureFit* fit = work.fit(figure);
        if (fit == nullptr || std::isnan(fit->bias)) continue;
        add(service_sentence(j, *fit));
        add(near_days_sentence(j, *fit));
        const ErrorCauses* causes = work.causes_of(figure);
        const Leaning leaning = leaning_of(*fit);
        const bool sure = leaning == Leaning::more_predicted || leaning == Leaning::less_predicted;
        if (explained || !sure || causes == nullptr) continue;
        add(cause_sentence(j, *causes));
        explained = true;
    }
    if (const FigureFit* fit = work.fit(Compared::offered)) add(volume_sentence(j, *fit));
    if (const FigureFit* fit = work.fit(Compared::handling_time_s)) add(handling_sentence(j, *fit));
    for (const Compared figure : {Compared::answered, Compared::service_level, Compared::asa_s})
        if (const FigureFit* fit = work.fit(figure)) add(bands_sentence(j, *fit));
    return sentences;
}

}  // namespace freiton::report
