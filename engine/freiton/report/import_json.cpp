// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "freiton/report/import_report.hpp"
#include "freiton/report/json_number.hpp"

namespace freiton::report {

namespace {

using ImportJson = nlohmann::ordered_json;

ImportJson number_or_null(const std::optional<double>& value) {
    return value ? json_number<ImportJson>(*value) : ImportJson{};
}

ImportJson findings_json(const LogFindings& f) {
    ImportJson fits = ImportJson::object();
    for (const LogFindings::Fit& fit : f.handling_fits) fits[fit.law] = json_number<ImportJson>(fit.distance);
    return {{"offered", json_number<ImportJson>(f.offered)},
            {"left_out", json_number<ImportJson>(f.left_out)},
            {"abandoned_share", json_number<ImportJson>(f.abandoned_share)},
            {"handling_time_mean_s", json_number<ImportJson>(f.handling_mean_s)},
            {"handling_time_cv", json_number<ImportJson>(f.handling_cv)},
            {"handling_time_distances", std::move(fits)},
            {"patience_mean_s", number_or_null(f.patience_mean_s ? f.patience_mean_s : f.patience_total_wait_s)},
            {"patience_from", f.patience_mean_s         ? "waits"
                              : f.patience_by_threshold ? "threshold"
                              : f.patience_total_wait_s ? "asa"
                                                        : "nothing"},
            {"day_cv", number_or_null(f.day_cv)}};
}

}  // namespace

std::string import_json(const LogSummary& summary, const std::vector<std::string>& written) {
    ImportJson json = {{"days", summary.days},         {"interval_min", summary.interval.count()},
                       {"phantoms", summary.phantoms}, {"totals_rows", summary.totals},
                       {"work", ImportJson::object()}, {"written", written}};
    for (const LogFindings& findings : summary.work) json["work"][findings.work] = findings_json(findings);
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
