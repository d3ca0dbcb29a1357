// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/calibration_report.hpp"

namespace freiton::report {

namespace {

constexpr double of_times = 10.0;  // parts of a second that are told
constexpr double parts_of_a_number = 1000.0;

std::string short_number(double value, double parts) { return number_text(std::round(value * parts) / parts); }

FittedLine law_line(const std::string& key, const DurationLaw& law) {
    FittedLine line{.key = key, .by_interval = law.by_interval};
    if (law.law != Law::exponential) line.parts.emplace_back("law", law_word(law.law));
    line.parts.emplace_back("mean", short_number(law.mean->count(), of_times) + " s");
    if (law.cv && law.law != Law::exponential) line.parts.emplace_back("cv", short_number(*law.cv, parts_of_a_number));
    if (law.k) line.parts.emplace_back("k", std::to_string(*law.k));
    if (law.day_cv > 0.0) line.parts.emplace_back("day_cv", short_number(law.day_cv, parts_of_a_number));
    return line;
}

void add_work_lines(const Work& work, const WorkCalibration& found, std::vector<FittedLine>& lines) {
    const std::string key = "work." + work.name + ".";
    const auto add = [&](std::string_view below, std::string scalar) {
        lines.push_back({.key = key + std::string{below}, .scalar = std::move(scalar)});
    };
    const auto add_cv = [&](Fitted what, double value) {
        const FittedValue* fitted = found.value(what);
        if (fitted != nullptr && !fitted->withheld) add(fitted_key(what), short_number(value, parts_of_a_number));
    };
    if (found.value(Fitted::patience_mean) != nullptr) lines.push_back(law_line(key + "patience", *work.patience));
    if (found.value(Fitted::balk) != nullptr) add("balk", short_number(100.0 * work.balk.value(), of_times) + " %");
    add_cv(Fitted::day_cv, work.arrivals.day_cv);
    add_cv(Fitted::interval_cv, work.arrivals.interval_cv);
    if (found.value(Fitted::wrap_up) == nullptr) {
        add_cv(Fitted::handling_day_cv, work.handling_time.day_cv);
        return;
    }
    lines.push_back(law_line(key + "handling_time", work.handling_time));
    if (work.wrap_up)
        lines.push_back(law_line(key + "wrap_up", *work.wrap_up));
    else
        add("wrap_up", "~");
}

}  // namespace

std::string FittedLine::value() const {
    if (parts.empty()) return scalar;
    std::string all;
    for (const auto& [name, text] : parts) all.append(all.empty() ? "" : ", ").append(name).append(": ").append(text);
    if (!by_interval.empty()) {
        std::string factors;
        for (const double factor : by_interval) factors.append(factors.empty() ? "" : ", ").append(number_text(factor));
        all.append(", by_interval: [").append(factors).append("]");
    }
    return "{" + all + "}";
}

std::vector<FittedLine> fitted_lines(const Calibration& calibration) {
    std::vector<FittedLine> lines;
    for (const WorkCalibration& found : calibration.work)
        add_work_lines(calibration.scenario.work()[found.work], found, lines);
    return lines;
}

}  // namespace freiton::report
