// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/calibration_report.hpp"
#include "freiton/report/validation_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

std::string logged_days_text(const Calibration& calibration, Language language) {
    const Calendar& calendar = calibration.scenario.calendar();
    std::string period =
        period_text(calendar.date(calibration.days.front()), calendar.date(calibration.days.back()), language);
    if (calibration.days.size() == 1) return period;
    return filled(in({"{0}: {1} days of the log", "{0}: {1} Tage des Protokolls"}, language),
                  {period, std::to_string(calibration.days.size())});
}

std::string how_calibrated_text(const Calibration& calibration, Language language) {
    if (calibration.replications == 0)
        return in({"Calibrated from the log, without simulation", "Aus dem Protokoll kalibriert, ohne Simulation"},
                  language);
    return filled(in({"Calibrated: each try simulated {0} times, with the calls as they came and the people who were "
                      "there",
                      "Kalibriert: jeder Versuch {0}-mal simuliert, mit den Anrufen, wie sie kamen, und den Personen, "
                      "die da waren"},
                     language),
                  {std::to_string(calibration.replications)});
}

void add_calibration_headline(const Calibration& calibration, Language language, Document& document) {
    Headline headline;
    for (const WorkCalibration& work : calibration.work) {
        const std::string before =
            calibration.work.size() > 1 ? calibration.scenario.work()[work.work].name + ": " : "";
        for (const Fitted what : {Fitted::wrap_up, Fitted::patience_mean, Fitted::balk, Fitted::day_cv})
            if (const FittedValue* value = work.value(what))
                headline.numbers.push_back({fitted_figure(what, value->value), before + fitted_title(what, language)});
    }
    if (!headline.numbers.empty()) document.add(std::move(headline));
}

void add_work_calibration(const Calibration& calibration, const WorkCalibration& work, Language language,
                          Document& document) {
    if (calibration.work.size() > 1) document.heading(calibration.scenario.work()[work.work].name, 2);
    document.say(in({"Found", "Gefunden"}, language), found_sentences(calibration, work, language));
    document.say(in({"Checked", "Geprüft"}, language), checked_sentences(calibration, work, language));
    document.say(in({"Outliers", "Ausreißer"}, language), outlying_sentences(calibration, work, language));
    document.say(in({"Unexplained", "Unerklärt"}, language), unexplained_sentences(calibration, work, language));
    if (!work.values.empty()) document.add(fitted_table(work, language));
    if (!work.patience.empty()) document.add(laws_table(work, language));
    if (!work.totals.empty()) document.add(shown_table(calibration, work, language));
    add_patience_picture(calibration, work, language, document);
    for (const NotFitted reason : work.not_fitted)
        document.say(in({"Not found", "Nicht gefunden"}, language), not_fitted_text(reason, language));
}

}  // namespace

Document calibration_document(const Calibration& calibration, Language language) {
    Document document{.language = language};
    document.heading(calibration.scenario.title());
    document.say(logged_days_text(calibration, language));
    document.say(how_calibrated_text(calibration, language));
    if (calibration.interrupted)
        document.say(in({"STOPPED", "ABBRUCH"}, language), in({"before it was done; what simulations tell is missing.",
                                                               "vor dem Ende; was Simulationen sagen, fehlt."},
                                                              language));
    add_calibration_headline(calibration, language, document);
    for (const WorkCalibration& work : calibration.work) add_work_calibration(calibration, work, language, document);
    const Table lines = lines_table(calibration, language);
    if (!lines.rows.empty()) document.add(lines);
    say_what_was_read(calibration.reading, calibration.left_out, language, document);
    return document;
}

}  // namespace freiton::report
