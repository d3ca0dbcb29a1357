// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/validation_parts.hpp"
#include "freiton/report/validation_report.hpp"

namespace freiton::report {

namespace {

std::string figures_csv(const Validation& validation) {
    std::string csv = csv_line({"work", "figure", "predicted", "actual", "bias", "bias_half_width", "interval_error",
                                "day_error", "intervals", "intervals_inside", "intervals_below", "intervals_above",
                                "days", "days_inside", "days_below", "days_above", "days_near"});
    for (const WorkValidation& work : validation.work)
        for (const FigureFit& fit : work.fits) {
            std::vector<std::string> cells = {validation.scenario.work()[work.work].name,
                                              std::string{compared_name(fit.figure)}};
            for (const double value :
                 {fit.predicted, fit.actual, fit.bias, fit.bias_half_width, fit.interval_error, fit.day_error})
                cells.push_back(number_cell(value));
            for (const BandCount* count : {&fit.intervals, &fit.days})
                for (const int number : {count->values(), count->inside, count->below, count->above})
                    cells.push_back(std::to_string(number));
            cells.push_back(std::to_string(fit.days_near));
            csv += csv_line(cells);
        }
    return csv;
}

std::string causes_csv(const Validation& validation) {
    std::string csv = csv_line({"work", "figure", "cause", "bias", "day_error"});
    for (const WorkValidation& work : validation.work)
        for (const ErrorCauses& causes : work.causes) {
            const auto add = [&](std::string_view cause, double bias, double day_error) {
                csv += csv_line({validation.scenario.work()[work.work].name, std::string{compared_name(causes.figure)},
                                 std::string{cause}, number_cell(bias), number_cell(day_error)});
            };
            add("whole", causes.bias.whole, causes.day_error.whole);
            for (const Cause cause : all_causes)
                add(cause_word(cause), causes.bias.of(cause), causes.day_error.of(cause));
        }
    return csv;
}

std::string times_csv(const Validation& validation, bool by_interval) {
    const Calendar& calendar = validation.scenario.calendar();
    std::vector<std::string> titles = {"date"};
    if (by_interval) titles.emplace_back("start");
    titles.emplace_back("work");
    for (const ComparedColumn& column : compared_columns()) titles.push_back(column.key);
    std::string csv = csv_line(titles);
    for (const WorkValidation& work : validation.work)
        for (const ComparedTime& time : by_interval ? work.intervals : work.days) {
            std::vector<std::string> cells = {date_text(calendar.date(time.day))};
            if (by_interval) cells.push_back(clock_text(calendar.intervals()[*time.interval].start));
            cells.push_back(validation.scenario.work()[work.work].name);
            for (const ComparedColumn& column : compared_columns()) cells.push_back(number_cell(column.value(time)));
            csv += csv_line(cells);
        }
    return csv;
}

}  // namespace

std::vector<NamedBytes> validation_csv(const Validation& validation) {
    return {{"validation_figures.csv", figures_csv(validation)},
            {"validation_causes.csv", causes_csv(validation)},
            {"validation_days.csv", times_csv(validation, false)},
            {"validation_intervals.csv", times_csv(validation, true)}};
}

}  // namespace freiton::report
