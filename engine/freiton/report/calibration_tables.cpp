// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/calibration_report.hpp"

namespace freiton::report {

namespace {

std::string from_text(FittedFrom from, Language language) {
    constexpr Phrase texts[] = {{"single waits", "einzelne Wartezeiten"},
                                {"differences of days", "Unterschiede der Tage"},
                                {"calls of the log", "Anrufe im Protokoll"},
                                {"simulated days", "simulierte Tage"}};
    return in(texts[static_cast<std::size_t>(from)], language);
}

Figure in_noise(const CalibratedFigure& one) { return Figure::number(one.off_by_noise(), 1); }

}  // namespace

Table fitted_table(const WorkCalibration& work, Language language) {
    Table table{.caption = in({"What was found", "Was gefunden wurde"}, language),
                .columns = {{in({"value", "Wert"}, language), Column::Holds::words},
                            {in({"scenario", "Szenario"}, language)},
                            {in({"found", "gefunden"}, language)},
                            {in({"standard error", "Standardfehler"}, language)},
                            {in({"from", "aus"}, language), Column::Holds::words}}};
    for (const FittedValue& value : work.values)
        table.row({fitted_title(value.what, language), fitted_figure(value.what, value.stated),
                   fitted_figure(value.what, value.value), fitted_figure(value.what, value.standard_error),
                   from_text(value.from, language)});
    return table;
}

Table laws_table(const WorkCalibration& work, Language language) {
    Table table{.caption = in({"Laws of patience", "Gesetze der Geduld"}, language),
                .columns = {{in({"law of patience", "Gesetz der Geduld"}, language), Column::Holds::words},
                            {in({"mean, s", "Mittel, s"}, language)},
                            {"cv"},
                            {"balk"},
                            {in({"log likelihood", "Log-Likelihood"}, language)},
                            {in({"AIC, more", "AIC, mehr"}, language)}}};
    for (const PatienceCandidate* law : laws_shown(work))
        table.row({law_text(law->law.law, language) + (law->chosen ? " *" : ""),
                   fitted_figure(Fitted::patience_mean, law->law.mean->count()),
                   Figure::number(law->law.variation(), 2), Figure::share(law->balk),
                   Figure::number(law->log_likelihood, 1),
                   Figure::number(law->aic() - work.patience.front().aic(), 1)});
    table.notes.push_back(in({"* chosen: the least AIC, but exponential where that is no more than 2 behind",
                              "* gewählt: das kleinste AIC, aber exponentiell, wo das nicht mehr als 2 dahinter liegt"},
                             language));
    return table;
}

Table shown_table(const Calibration& calibration, const WorkCalibration& work, Language language) {
    const Work& asked = calibration.scenario.work()[work.work];
    Table table{
        .caption = in({"The log and the calibrated scenario", "Das Protokoll und das kalibrierte Szenario"}, language),
        .columns = {{in({"hour from", "Stunde ab"}, language), Column::Holds::words}}};
    for (const CalibratedFigure& total : work.totals) {
        table.columns.push_back({shown_title(total.figure, asked, language)});
        table.columns.push_back({in({"simulated", "simuliert"}, language)});
        table.columns.push_back({in({"off", "daneben"}, language)});
    }
    const auto add_cells = [&](const CalibratedFigure& one, std::vector<Cell>& cells) {
        cells.emplace_back(shown_value(one.figure, one.actual));
        cells.emplace_back(shown_value(one.figure, one.simulated));
        cells.emplace_back(in_noise(one));
    };
    std::vector<Minutes> hours;
    for (const CalibratedFigure& one : work.hours)
        if (std::find(hours.begin(), hours.end(), *one.hour) == hours.end()) hours.push_back(*one.hour);
    for (const Minutes hour : hours) {
        std::vector<Cell> cells = {clock_text(hour)};
        for (const CalibratedFigure& total : work.totals)
            for (const CalibratedFigure& one : work.hours)
                if (one.hour == hour && one.figure == total.figure) add_cells(one, cells);
        table.row(std::move(cells));
    }
    std::vector<Cell> cells = {in({"all", "alle"}, language)};
    for (const CalibratedFigure& total : work.totals) add_cells(total, cells);
    table.row(std::move(cells), Row::Kind::sum);
    table.notes.push_back(in({"Off: log less simulated, in standard deviations of what chance does to such days.",
                              "Daneben: Protokoll weniger simuliert, in Standardabweichungen dessen, was der Zufall an "
                              "solchen Tagen tut."},
                             language));
    return table;
}

Table lines_table(const Calibration& calibration, Language language) {
    Table table{.caption = in({"For the scenario", "Für das Szenario"}, language),
                .columns = {{in({"key of the scenario", "Schlüssel des Szenarios"}, language), Column::Holds::words},
                            {in({"value", "Wert"}, language), Column::Holds::words}}};
    for (const FittedLine& line : fitted_lines(calibration)) table.row({line.key, line.value()});
    return table;
}

}  // namespace freiton::report
