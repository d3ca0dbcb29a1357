// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <map>

#include "freiton/report/validation_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

// "91.0 ± 3.0 %" of so many, or "8 of 10" of few.
Cell inside_cell(const BandCount& count, Language language) {
    constexpr int few = 20;
    if (count.values() == 0) return Figure{};
    if (count.values() >= few) return Figure::share(count.share()).with(count.half_width());
    return filled(in({"{0} of {1}", "{0} von {1}"}, language),
                  {std::to_string(count.inside), std::to_string(count.values())});
}

// "53.2 to 70.1 %"
std::string band_cell(Compared figure, const ComparedTime& time, Language language) {
    if (std::isnan(time.low[figure])) return "-";
    return filled(in({"{0} to {1}", "{0} bis {1}"}, language),
                  {figure_text(compared_value(figure, time.low[figure]), language),
                   figure_text(compared_value(figure, time.high[figure]), language)});
}

Cell actual_cell(Compared figure, const ComparedTime& time) {
    return {compared_value(figure, time.actual[figure]), time.inside(figure).value_or(true) ? "" : "*"};
}

// Sums of one time of day over all compared days.
struct TimeOfDay {
    double predicted_calls = 0.0, actual_calls = 0.0;
    struct Mean {
        double sum = 0.0, weight = 0.0;
        void add(double value, double of) {
            if (std::isnan(value) || std::isnan(of)) return;
            sum += value * of;
            weight += of;
        }
        double value() const { return weight > 0.0 ? sum / weight : CallFigures::none; }
    };
    Mean predicted_level, actual_level, predicted_asa, actual_asa;
    BandCount asa_in_band;

    void add(const ComparedTime& time) {
        predicted_calls += time.predicted[Compared::offered];
        actual_calls += time.actual[Compared::offered];
        predicted_level.add(time.predicted[Compared::service_level], time.predicted[Compared::offered]);
        actual_level.add(time.actual[Compared::service_level], time.actual[Compared::offered]);
        predicted_asa.add(time.predicted[Compared::asa_s], time.predicted[Compared::answered]);
        actual_asa.add(time.actual[Compared::asa_s], time.actual[Compared::answered]);
        const auto inside = time.inside(Compared::asa_s);
        if (inside) ++(*inside ? asa_in_band.inside : asa_in_band.above);
    }
};

void add_pair(std::vector<Column>& columns, const std::string& title, Language language) {
    columns.push_back({title});
    columns.push_back({in({"actual", "wirklich"}, language)});
}

}  // namespace

Table figures_table(const Validation& validation, const WorkValidation& work, Language language) {
    Table table{.caption = in({"Predicted and actual", "Vorhergesagt und wirklich"}, language),
                .columns = {{in({"figure", "Größe"}, language), Column::Holds::words},
                            {in({"predicted", "vorhergesagt"}, language)},
                            {in({"actual", "wirklich"}, language)},
                            {in({"bias", "Verzerrung"}, language)},
                            {in({"error", "Fehler"}, language)},
                            {in({"of days", "der Tage"}, language)},
                            {in({"in bands", "in Bändern"}, language)},
                            {in({"days", "Tage"}, language)}}};
    for (const FigureFit& fit : work.fits) {
        Figure bias = Figure::share(fit.bias);
        if (!std::isnan(fit.bias_half_width)) bias = bias.with(fit.bias_half_width);
        table.row({compared_title(fit.figure, validation.scenario.work()[work.work], language),
                   compared_value(fit.figure, fit.predicted), compared_value(fit.figure, fit.actual), bias,
                   Figure::share(fit.interval_error), Figure::share(fit.day_error),
                   inside_cell(fit.intervals, language), inside_cell(fit.days, language)});
    }
    table.notes.push_back(in(
        {"Bias: predicted less actual. Error: mean of the absolute differences of intervals, then of days. Of counts "
         "and times as shares of what came, of the service level in points. In bands: of intervals, then of days; nine "
         "of ten if the prediction is right.",
         "Verzerrung: vorhergesagt weniger wirklich. Fehler: Mittel der absoluten Unterschiede der Intervalle, dann "
         "der "
         "Tage. Bei Anzahlen und Zeiten als Anteil am Wirklichen, beim Servicelevel in Punkten. In Bändern: "
         "Intervalle, "
         "dann Tage; neun von zehn, wenn die Vorhersage stimmt."},
        language));
    return table;
}

Table compared_days_table(const Validation& validation, const WorkValidation& work, Language language) {
    Table table{.caption = in({"Day by day", "Tag für Tag"}, language),
                .columns = {{in({"day", "Tag"}, language), Column::Holds::words}}};
    const Work& asked = validation.scenario.work()[work.work];
    add_pair(table.columns, compared_title(Compared::offered, asked, language), language);
    std::vector<Compared> shown;
    for (const Compared figure : {Compared::service_level, Compared::asa_s})
        if (work.fit(figure) != nullptr) shown.push_back(figure);
    for (const Compared figure : shown) {
        table.columns.push_back({compared_title(figure, asked, language)});
        table.columns.push_back({in({"9 of 10 days", "9 von 10 Tagen"}, language)});
        table.columns.push_back({in({"actual", "wirklich"}, language)});
    }
    bool outside = false;
    for (const ComparedTime& day : work.days) {
        std::vector<Cell> cells = {day_text(validation.scenario.calendar().date(day.day), language),
                                   compared_value(Compared::offered, day.predicted[Compared::offered]),
                                   actual_cell(Compared::offered, day)};
        for (const Compared figure : shown) {
            cells.emplace_back(compared_value(figure, day.predicted[figure]));
            cells.emplace_back(band_cell(figure, day, language));
            cells.push_back(actual_cell(figure, day));
        }
        for (const Compared figure : {Compared::offered, Compared::service_level, Compared::asa_s})
            outside = outside || !day.inside(figure).value_or(true);
        table.row(std::move(cells));
    }
    if (outside) table.notes.push_back(in({"* outside its band", "* außerhalb seines Bandes"}, language));
    return table;
}

Table time_of_day_table(const Validation& validation, const WorkValidation& work, Language language) {
    const Calendar& calendar = validation.scenario.calendar();
    const Work& asked = validation.scenario.work()[work.work];
    std::map<Minutes, TimeOfDay> times;
    for (const ComparedTime& time : work.intervals) times[calendar.intervals()[*time.interval].start].add(time);
    const bool level = work.fit(Compared::service_level) != nullptr;
    const bool asa = work.fit(Compared::asa_s) != nullptr;
    Table table{.caption = in({"By time of day, all days together", "Nach Tageszeit, alle Tage zusammen"}, language),
                .columns = {{in({"time", "Zeit"}, language), Column::Holds::words}}};
    add_pair(table.columns, compared_title(Compared::offered, asked, language), language);
    if (level) add_pair(table.columns, compared_title(Compared::service_level, asked, language), language);
    if (asa) add_pair(table.columns, compared_title(Compared::asa_s, asked, language), language);
    if (asa) table.columns.push_back({in({"ASA in band", "ASA im Band"}, language)});
    for (const auto& [start, sums] : times) {
        std::vector<Cell> cells = {clock_text(start), Figure::number(sums.predicted_calls),
                                   Figure::number(sums.actual_calls)};
        if (level) {
            cells.emplace_back(Figure::share(sums.predicted_level.value()));
            cells.emplace_back(Figure::share(sums.actual_level.value()));
        }
        if (asa) {
            cells.emplace_back(Figure::seconds(sums.predicted_asa.value()));
            cells.emplace_back(Figure::seconds(sums.actual_asa.value()));
            cells.push_back(inside_cell(sums.asa_in_band, language));
        }
        table.row(std::move(cells));
    }
    return table;
}

Table causes_table(const Validation& validation, const WorkValidation& work, Language language) {
    Table table{
        .caption = in({"Where the error comes from", "Woher der Fehler kommt"}, language),
        .columns = {{in({"replaced by what came", "ersetzt durch das Wirkliche"}, language), Column::Holds::words}}};
    const Work& asked = validation.scenario.work()[work.work];
    std::vector<const ErrorParts*> parts;
    for (const ErrorCauses& causes : work.causes) {
        const std::string title = compared_title(causes.figure, asked, language);
        table.columns.push_back({title + in({", bias", ", Verzerrung"}, language)});
        table.columns.push_back({title + in({", error of days", ", Fehler der Tage"}, language)});
        parts.push_back(&causes.bias);
        parts.push_back(&causes.day_error);
    }
    const auto add = [&](const std::string& name, const auto& value) {
        std::vector<Cell> cells = {name};
        for (const ErrorParts* one : parts) cells.emplace_back(Figure::share(value(*one)));
        table.row(std::move(cells));
    };
    add(in({"nothing: as predicted", "nichts: wie vorhergesagt"}, language),
        [](const ErrorParts& one) { return one.whole; });
    for (const Cause cause : all_causes) {
        if (cause == Cause::handling_time && !work.handling_replaced) continue;
        if (cause == Cause::patience && !work.patience_mean_s) continue;
        if (cause == Cause::rest) continue;
        add(cause_text(cause, language) + in({" take off", " nehmen weg"}, language),
            [&](const ErrorParts& one) { return one.of(cause); });
    }
    add(in({"remains: people and the rest", "bleibt: Personen und der Rest"}, language),
        [](const ErrorParts& one) { return one.rest(); });
    table.notes.push_back(in(
        {"What a cause takes off depends on what was replaced before it: of volumes and handling times it is the mean "
         "of both orders, and patience comes last. A negative part makes the error larger.",
         "Was eine Ursache wegnimmt, hängt davon ab, was vor ihr ersetzt wurde: bei Mengen und Bearbeitungszeiten ist "
         "es das Mittel beider Reihenfolgen, die Geduld kommt zuletzt. Ein negativer Teil vergrößert den Fehler."},
        language));
    return table;
}

}  // namespace freiton::report
