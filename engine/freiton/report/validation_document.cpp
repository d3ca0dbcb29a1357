// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/report_parts.hpp"
#include "freiton/report/validation_parts.hpp"
#include "freiton/report/validation_report.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t most_days_shown = 31;

std::string compared_text(const Validation& validation, Language language) {
    const Calendar& calendar = validation.scenario.calendar();
    std::size_t intervals = 0;
    for (const int day : validation.days) intervals += calendar.first_interval(day + 1) - calendar.first_interval(day);
    const Phrase of_one{"{0}: {2} intervals of {3} min", "{0}: {2} Intervalle von {3} min"};
    const Phrase of_several{"{0}: {1} days, {2} intervals of {3} min", "{0}: {1} Tage, {2} Intervalle von {3} min"};
    return filled(in(validation.days.size() == 1 ? of_one : of_several, language),
                  {period_text(calendar.date(validation.days.front()), calendar.date(validation.days.back()), language),
                   std::to_string(validation.days.size()), std::to_string(intervals),
                   number_text(calendar.interval_length().count() / 60.0)});
}

std::string how_text(const Validation& validation, Language language) {
    std::string how = filled(in({"Simulated {0} times and held against the log",
                                 "{0} Durchläufe simuliert und neben das Protokoll gestellt"},
                                language),
                             {std::to_string(validation.predicted.performance.replications)});
    if (validation.wrap_up_s > 0.0)
        how += filled(in({"; {0} of wrap-up added to its handling times",
                          "; {0} Nachbearbeitung zu seinen Bearbeitungszeiten gezählt"},
                         language),
                      {seconds(validation.wrap_up_s, language)});
    for (const WorkValidation& work : validation.work)
        if (validation.wrap_up_s <= 0.0 && work.wrap_up_s > 0.0)
            how += filled(in({"; {0}: the log has talk alone, so the scenario's wrap-up of {1} was added to it",
                              "; {0}: das Protokoll hat nur Gespräche, dazu kam die Nachbearbeitung des Szenarios von "
                              "{1}"},
                             language),
                          {validation.scenario.work()[work.work].name, seconds(work.wrap_up_s, language)});
    if (!validation.predicted.organisation.empty())
        how += in({"; organisation ", "; Organisation "}, language) + validation.predicted.organisation;
    return how;
}

void add_validation_headline(const Validation& validation, Language language, Document& document) {
    Headline headline;
    for (const WorkValidation& work : validation.work) {
        const Work& asked = validation.scenario.work()[work.work];
        const std::string before = validation.work.size() > 1 ? asked.name + ": " : "";
        for (const Compared figure : {Compared::service_level, Compared::asa_s}) {
            const FigureFit* fit = work.fit(figure);
            if (fit == nullptr) continue;
            const std::string title = before + compared_title(figure, asked, language);
            headline.numbers.push_back(
                {compared_value(figure, fit->predicted), title + in({", predicted", ", vorhergesagt"}, language)});
            headline.numbers.push_back(
                {compared_value(figure, fit->actual), title + in({", actual", ", wirklich"}, language)});
        }
    }
    if (!headline.numbers.empty()) document.add(std::move(headline));
}

void add_work_validation(const Validation& validation, const WorkValidation& work, Language language,
                         Document& document) {
    const Work& asked = validation.scenario.work()[work.work];
    if (validation.work.size() > 1) document.heading(asked.name, 2);
    document.say(in({"Verdict", "Urteil"}, language), verdict_sentences(validation, work, language));
    add_validation_pictures(validation, work, language, document);
    document.add(figures_table(validation, work, language));
    if (work.days.size() <= most_days_shown) document.add(compared_days_table(validation, work, language));
    if (validation.days.size() > 1) document.add(time_of_day_table(validation, work, language));
    if (!work.causes.empty()) document.add(causes_table(validation, work, language));
}

}  // namespace

Document validation_document(const Validation& validation, Language language) {
    Document document{.language = language};
    document.heading(validation.scenario.title());
    document.say(compared_text(validation, language));
    document.say(how_text(validation, language));
    if (validation.interrupted)
        document.say(in({"STOPPED", "ABBRUCH"}, language),
                     in({"before it was done; what was simulated so far is told, and the causes are missing.",
                         "vor dem Ende; gezeigt ist, was bis dahin simuliert war, und die Ursachen fehlen."},
                        language));
    add_validation_headline(validation, language, document);
    for (const WorkValidation& work : validation.work) add_work_validation(validation, work, language, document);
    say_what_was_read(validation.reading, validation.left_out, language, document);
    for (const WorkValidation& work : validation.work)
        for (std::string& sentence : unknown_sentences(validation, work, language))
            document.say(in({"Note", "Hinweis"}, language), std::move(sentence));
    add_notes({validation.scenario, validation.predicted, language}, document);
    return document;
}

}  // namespace freiton::report
