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

// With two or three digits that mean something.
std::string stated_number(double value, double per_unit) {
    return number_text(std::round(value * per_unit) / per_unit);
}

std::string law_value(const DurationLaw& law) {
    constexpr double digits = 1000.0;
    std::string text = "{";
    if (law.law != Law::exponential) text.append("law: ").append(law_word(law.law)).append(", ");
    text += "mean: " + stated_number(law.mean->count(), 10.0) + " s";
    if (law.cv && law.law != Law::exponential) text += ", cv: " + stated_number(*law.cv, digits);
    if (law.k) text += ", k: " + std::to_string(*law.k);
    if (law.day_cv > 0.0) text += ", day_cv: " + stated_number(law.day_cv, digits);
    if (!law.by_interval.empty()) {
        std::string factors;
        for (const double factor : law.by_interval)
            factors.append(factors.empty() ? "" : ", ").append(number_text(factor));
        text.append(", by_interval: [").append(factors).append("]");
    }
    return text + "}";
}

void add_work_lines(const Work& work, const WorkCalibration& found, std::vector<FittedLine>& lines) {
    const std::string key = "work." + work.name + ".";
    constexpr double digits = 1000.0;
    if (found.value(Fitted::patience_mean) != nullptr) lines.push_back({key + "patience", law_value(*work.patience)});
    if (found.value(Fitted::balk) != nullptr)
        lines.push_back({key + "balk", stated_number(100.0 * work.balk.value(), 10.0) + " %"});
    if (found.value(Fitted::day_cv) != nullptr)
        lines.push_back({key + "arrivals.day_cv", stated_number(work.arrivals.day_cv, digits)});
    if (found.value(Fitted::interval_cv) != nullptr)
        lines.push_back({key + "arrivals.interval_cv", stated_number(work.arrivals.interval_cv, digits)});
    if (found.value(Fitted::wrap_up) == nullptr) {
        if (found.value(Fitted::handling_day_cv) != nullptr)
            lines.push_back({key + "handling_time.day_cv", stated_number(work.handling_time.day_cv, digits)});
        return;
    }
    lines.push_back({key + "handling_time", law_value(work.handling_time)});
    lines.push_back({key + "wrap_up", work.wrap_up ? law_value(*work.wrap_up) : "~"});
}

// "-" where the log cannot be off, as there is no noise to speak of.
Figure in_noise(const CalibratedFigure& one) { return Figure::number(one.off_by_noise(), 1); }

}  // namespace

std::vector<FittedLine> fitted_lines(const Calibration& calibration) {
    std::vector<FittedLine> lines;
    for (const WorkCalibration& found : calibration.work)
        add_work_lines(calibration.scenario.work()[found.work], found, lines);
    return lines;
}

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
    table.notes.push_back(in({"* chosen: the least AIC, but exponential where that is no more than 4 behind",
                              "* gewählt: das kleinste AIC, aber exponentiell, wo das nicht mehr als 4 dahinter liegt"},
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
    for (const FittedLine& line : fitted_lines(calibration)) table.row({line.key, line.value});
    return table;
}

}  // namespace freiton::report
