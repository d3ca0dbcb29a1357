// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/calibration_report.hpp"
#include "freiton/report/json_number.hpp"
#include "freiton/report/log_json.hpp"

namespace freiton::report {

namespace {

using CalibrationJson = nlohmann::ordered_json;

CalibrationJson number(double value) { return json_number<CalibrationJson>(value); }

CalibrationJson values_json(const WorkCalibration& work) {
    CalibrationJson all = CalibrationJson::object();
    for (const FittedValue& value : work.values)
        all[std::string{fitted_key(value.what)}] = {
            {"scenario", number(value.stated)},
            {"value", number(value.value)},
            {"standard_error", number(value.standard_error)},
            {"at_most", number(value.at_most)},
            {"withheld", value.withheld ? CalibrationJson(withheld_word(*value.withheld)) : CalibrationJson(nullptr)},
            {"from", fitted_from_word(value.from)}};
    return all;
}

CalibrationJson laws_json(const WorkCalibration& work) {
    CalibrationJson list = CalibrationJson::array();
    for (const PatienceCandidate& law : work.patience)
        list.push_back({{"law", law_word(law.law.law)},
                        {"mean_s", number(law.law.mean->count())},
                        {"mean_error_s", number(law.mean_error)},
                        {"cv", number(law.law.variation())},
                        {"cv_error", number(law.cv_error)},
                        {"balk", number(law.balk)},
                        {"balk_error", number(law.balk_error)},
                        {"log_likelihood", number(law.log_likelihood)},
                        {"aic", number(law.aic())},
                        {"chosen", law.chosen}});
    return list;
}

CalibrationJson survival_json(const WorkCalibration& work) {
    CalibrationJson list = CalibrationJson::array();
    for (const SurvivalPoint& point : work.survival)
        list.push_back({{"wait_s", number(point.wait_s)},
                        {"share", number(point.share)},
                        {"standard_error", number(point.standard_error)},
                        {"at_risk", number(point.at_risk)}});
    return list;
}

CalibrationJson shown_json(const std::vector<CalibratedFigure>& figures) {
    CalibrationJson list = CalibrationJson::array();
    for (const CalibratedFigure& one : figures)
        list.push_back({{"hour", one.hour ? CalibrationJson(clock_text(*one.hour)) : CalibrationJson(nullptr)},
                        {"figure", shown_key(one.figure)},
                        {"log", number(one.actual)},
                        {"simulated", number(one.simulated)},
                        {"noise", number(one.noise)}});
    return list;
}

CalibrationJson outliers_json(const Calibration& calibration, const WorkCalibration& work) {
    const Calendar& calendar = calibration.scenario.calendar();
    CalibrationJson list = CalibrationJson::array();
    for (const OutlyingInterval& one : work.outliers)
        list.push_back({{"start", local_time_text(calendar.date(one.day), calendar.intervals()[one.interval].start)},
                        {"log", number(one.came)},
                        {"usual", number(one.usual)}});
    return list;
}

CalibrationJson checks_json(const WorkCalibration& work) {
    CalibrationJson list = CalibrationJson::array();
    for (const CheckedFigure& one : work.checks)
        list.push_back({{"figure", compared_name(one.figure)},
                        {"log", number(one.actual)},
                        {"before", number(one.before)},
                        {"after", number(one.after)},
                        {"doubt", number(one.doubt)},
                        {"further_off", one.is_further_off()}});
    return list;
}

CalibrationJson alike_json(const Calibration& calibration, const WorkCalibration& work) {
    CalibrationJson list = CalibrationJson::array();
    for (const Alike& alike : work.alike) {
        const WorkIndex other = alike.other_work.value_or(work.work);
        list.push_back({{"kept", fitted_key(alike.kept)},
                        {"other", fitted_key(alike.other)},
                        {"other_work", calibration.scenario.work()[other].name},
                        {"correlation", number(alike.correlation)},
                        {"exchange", number(alike.exchange)}});
    }
    return list;
}

// As a scenario would hold them; null takes a key away.
CalibrationJson keys_json(const Calibration& calibration) {
    CalibrationJson keys = CalibrationJson::object();
    for (const FittedLine& line : fitted_lines(calibration)) {
        CalibrationJson& value = keys[line.key];
        if (line.parts.empty() && line.scalar != "~") value = line.scalar;
        for (const auto& [name, text] : line.parts) value[name] = text;
        if (!line.by_interval.empty()) value["by_interval"] = line.by_interval;
    }
    return keys;
}

CalibrationJson work_calibration_json(const Calibration& calibration, const WorkCalibration& work) {
    CalibrationJson reasons = CalibrationJson::array();
    for (const NotFitted reason : work.not_fitted) reasons.push_back(not_fitted_word(reason));
    return {{"queue", work.queue},
            {"found", found_sentences(calibration, work, Language::en)},
            {"unexplained", unexplained_sentences(calibration, work, Language::en)},
            {"checked", checked_sentences(calibration, work, Language::en)},
            {"checks", checks_json(work)},
            {"outliers", outliers_json(calibration, work)},
            {"values", values_json(work)},
            {"laws", laws_json(work)},
            {"longest_wait_s", number(work.longest_wait_s)},
            {"patience", survival_json(work)},
            {"totals", shown_json(work.totals)},
            {"by_hour", shown_json(work.hours)},
            {"alike", alike_json(calibration, work)},
            {"not_found", std::move(reasons)}};
}

}  // namespace

std::string calibration_json(const Calibration& calibration) {
    CalibrationJson json = {{"freiton", 1},
                            {"scenario", calibration.scenario.title()},
                            {"seed", calibration.seed},
                            {"replications", calibration.replications},
                            {"interrupted", calibration.interrupted},
                            {"log", reading_json<CalibrationJson>(calibration.reading)},
                            {"days", days_json<CalibrationJson>(calibration.scenario.calendar(), calibration.days)},
                            {"left_out", left_out_json<CalibrationJson>(calibration.left_out)},
                            {"keys", keys_json(calibration)},
                            {"work", CalibrationJson::object()}};
    for (const WorkCalibration& work : calibration.work)
        json["work"][calibration.scenario.work()[work.work].name] = work_calibration_json(calibration, work);
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
