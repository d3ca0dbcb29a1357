// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "freiton/report/json_number.hpp"
#include "freiton/report/log_json.hpp"
#include "freiton/report/validation_parts.hpp"
#include "freiton/report/validation_report.hpp"

namespace freiton::report {

namespace {

using ValidationJson = nlohmann::ordered_json;

ValidationJson count_json(const BandCount& count, int simulated) {
    return {{"values", count.values()},
            {"inside", count.inside},
            {"below", count.below},
            {"above", count.above},
            {"inside_share", json_number<ValidationJson>(count.share())},
            {"inside_share_half_width", json_number<ValidationJson>(count.half_width())},
            {"verdict", band_verdict_word(band_verdict(count, simulated))}};
}

ValidationJson fit_json(const FigureFit& fit, int simulated) {
    return {{"predicted", json_number<ValidationJson>(fit.predicted)},
            {"actual", json_number<ValidationJson>(fit.actual)},
            {"bias", json_number<ValidationJson>(fit.bias)},
            {"bias_half_width", json_number<ValidationJson>(fit.bias_half_width)},
            {"verdict", leaning_word(leaning_of(fit))},
            {"interval_error", json_number<ValidationJson>(fit.interval_error)},
            {"day_error", json_number<ValidationJson>(fit.day_error)},
            {"intervals", count_json(fit.intervals, simulated)},
            {"days", count_json(fit.days, simulated)},
            {"days_near", fit.days_near}};
}

ValidationJson parts_json(const ErrorParts& parts) {
    ValidationJson json = {{"whole", json_number<ValidationJson>(parts.whole)}};
    for (const Cause cause : all_causes)
        json[std::string{cause_word(cause)}] = json_number<ValidationJson>(parts.of(cause));
    json["main"] = cause_word(parts.main_cause());
    return json;
}

ValidationJson times_json(const Calendar& calendar, const std::vector<ComparedTime>& times) {
    ValidationJson list = ValidationJson::array();
    for (const ComparedTime& time : times) {
        ValidationJson row = time.interval ? ValidationJson{{"start", calendar.start_text(*time.interval)}}
                                           : ValidationJson{{"date", date_text(calendar.date(time.day))}};
        for (const ComparedColumn& column : compared_columns())
            row[column.key] = json_number<ValidationJson>(column.value(time));
        list.push_back(std::move(row));
    }
    return list;
}

ValidationJson work_validation_json(const Validation& validation, const WorkValidation& work) {
    ValidationJson json = {{"queue", work.queue},
                           {"verdict", verdict_sentences(validation, work, Language::en)},
                           {"figures", ValidationJson::object()},
                           {"not_in_log", ValidationJson::array()},
                           {"causes", ValidationJson::object()},
                           {"patience_mean_s", json_number<ValidationJson>(work.patience_mean_s)},
                           {"wrap_up_s", work.wrap_up_s},
                           {"only_chance", work.only_chance}};
    for (const FigureFit& fit : work.fits)
        json["figures"][std::string{compared_name(fit.figure)}] =
            fit_json(fit, validation.predicted.performance.replications);
    for (const Compared figure : work.not_in_log) json["not_in_log"].push_back(compared_name(figure));
    for (const ErrorCauses& causes : work.causes)
        json["causes"][std::string{compared_name(causes.figure)}] = {{"bias", parts_json(causes.bias)},
                                                                     {"day_error", parts_json(causes.day_error)}};
    json["service_level_within_s"] = validation.scenario.work()[work.work].service_threshold().count();
    json["by_day"] = times_json(validation.scenario.calendar(), work.days);
    json["by_interval"] = times_json(validation.scenario.calendar(), work.intervals);
    return json;
}

}  // namespace

std::string validation_json(const Validation& validation) {
    const PlanResult& predicted = validation.predicted;
    ValidationJson warnings = ValidationJson::array();
    for (const Warning& warning : predicted.performance.warnings)
        warnings.push_back({{"code", warning_name(warning.code)}, {"arguments", warning.arguments}});
    ValidationJson json = {{"freiton", 1},
                           {"scenario", validation.scenario.title()},
                           {"organisation", predicted.organisation.empty() ? ValidationJson(nullptr)
                                                                           : ValidationJson(predicted.organisation)},
                           {"time_zone", validation.scenario.calendar().parts().time_zone
                                             ? ValidationJson(*validation.scenario.calendar().parts().time_zone)
                                             : ValidationJson(nullptr)},
                           {"seed", predicted.seed},
                           {"replications", predicted.performance.replications},
                           {"interrupted", validation.interrupted},
                           {"log", reading_json<ValidationJson>(validation.reading)},
                           {"wrap_up_s", validation.wrap_up_s},
                           {"days", days_json<ValidationJson>(validation.scenario.calendar(), validation.days)},
                           {"left_out", left_out_json<ValidationJson>(validation.left_out)},
                           {"work", ValidationJson::object()},
                           {"warnings", std::move(warnings)}};
    for (const WorkValidation& work : validation.work)
        json["work"][validation.scenario.work()[work.work].name] = work_validation_json(validation, work);
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
