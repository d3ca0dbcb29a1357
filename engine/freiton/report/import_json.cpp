// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "freiton/report/import_report.hpp"
#include "freiton/report/json_number.hpp"
#include "freiton/report/problem_text.hpp"

namespace freiton::report {

namespace {

using ImportJson = nlohmann::ordered_json;

ImportJson findings_json(const LogFindings& f, bool calls) {
    ImportJson fits = ImportJson::object();
    for (const LogFindings::Fit& fit : f.handling_fits) fits[fit.law] = json_number<ImportJson>(fit.distance);
    ImportJson json = {{"offered", json_number<ImportJson>(f.offered)},
                       {"left_out", json_number<ImportJson>(f.left_out)},
                       {"handling_time_mean_s", json_number<ImportJson>(f.handling_mean_s)},
                       {"handling_time_from", f.handling_stated ? "option" : "log"},
                       {"handling_time_cv", json_number<ImportJson>(f.handling_cv)},
                       {"handling_time_distances", std::move(fits)}};
    if (!calls) {
        json["response_median_h"] = json_number<ImportJson>(f.response_median_h);
        json["resolution_median_h"] = json_number<ImportJson>(f.resolution_median_h);
        return json;
    }
    json["abandoned_share"] = json_number<ImportJson>(f.abandoned_share);
    json["patience_mean_s"] = json_number<ImportJson>(f.patience_mean_s ? f.patience_mean_s : f.patience_total_wait_s);
    json["patience_from"] = f.patience_mean_s         ? "waits"
                            : f.patience_by_threshold ? "threshold"
                            : f.patience_total_wait_s ? "asa"
                                                      : "nothing";
    json["day_cv"] = json_number<ImportJson>(f.day_cv);
    return json;
}

ImportJson reading_json(const LogReading& reading) {
    ImportJson columns = ImportJson::array();
    for (const LogReading::Column& column : reading.columns)
        columns.push_back({{"title", column.title},
                           {"taken_for", column.taken_for.empty() ? ImportJson{} : ImportJson(column.taken_for)},
                           {"unit", column.unit.empty() ? ImportJson{} : ImportJson(column.unit)}});
    ImportJson notes = ImportJson::array();
    for (const LogNote& note : reading.notes)
        notes.push_back({{"note", note_word(note.kind)}, {"about", note.arguments}});
    ImportJson json = {
        {"shape", shape_word(reading.shape)}, {"rows", reading.rows}, {"titles_line", reading.titles_line}};
    if (reading.sheet.empty()) {
        json["encoding"] = reading.encoding;
        json["separator"] = std::string(1, reading.separator);
    } else {
        json["sheet"] = reading.sheet;
    }
    json["columns"] = std::move(columns);
    json["notes"] = std::move(notes);
    return json;
}

ImportJson looked_at_json(const CallLog& log, const std::string& start, std::size_t queue) {
    const std::string& name = log.queues[queue];
    return {{"start", start}, {"queue", name.empty() ? ImportJson{} : ImportJson(name)}};
}

std::string second_text(Date date, double second_s) {
    return date_text(date) + "T" + clock_seconds_text(Seconds{second_s});
}

// As they were read, before anything is made of them; null: the row does not say it.
ImportJson first_rows_json(const CallLog& log) {
    const auto or_null = [](const std::optional<double>& value) { return json_number<ImportJson>(value); };
    ImportJson rows = ImportJson::array();
    for (std::size_t i = 0; i < std::min(looked_at_rows, log.calls.size()); ++i) {
        const LoggedCall& call = log.calls[i];
        constexpr const char* ends[] = {"answered", "abandoned", "turned_away"};
        rows.push_back(looked_at_json(log, second_text(call.date, call.arrival_s), call.queue));
        rows.back().update({{"outcome", ends[static_cast<std::size_t>(call.end)]},
                            {"wait_s", or_null(call.wait_known ? std::optional{call.wait_s} : std::nullopt)},
                            {"handling_time_s", or_null(call.handling_s)}});
    }
    for (std::size_t i = 0; i < std::min(looked_at_rows, log.intervals.size()); ++i) {
        const LoggedInterval& one = log.intervals[i];
        rows.push_back(looked_at_json(log, local_time_text(one.date, one.start), one.queue));
        rows.back().update({{"offered", json_number<ImportJson>(one.offered)},
                            {"answered", or_null(one.answered)},
                            {"abandoned", or_null(one.abandoned)},
                            {"wait_s", or_null(one.asa_s)},
                            {"handling_time_s", or_null(one.handling_s)}});
    }
    for (std::size_t i = 0; i < std::min(looked_at_rows, log.items.size()); ++i) {
        const LoggedItem& item = log.items[i];
        rows.push_back(looked_at_json(log, second_text(item.date, item.arrival_s), item.queue));
        rows.back().update({{"first_response_after_s", or_null(item.response_after_s)},
                            {"resolved_after_s", or_null(item.resolved_after_s)},
                            {"handling_time_s", or_null(item.handling_s)}});
    }
    return rows;
}

}  // namespace

std::string look_json(const CallLog& log, const Problems& problems) {
    ImportJson json = reading_json(log.reading);
    for (std::size_t i = 0; i < log.reading.columns.size(); ++i)
        json["columns"][i]["example"] = log.reading.columns[i].example;
    json["first_rows"] = first_rows_json(log);
    json["open"] = ImportJson::array();
    for (const Problem& problem : problems) json["open"].push_back(problem_text(problem, Language::en));
    return json.dump(2) + "\n";
}

std::string import_json(const LogSummary& summary, const std::vector<std::string>& written) {
    ImportJson json = {{"days", summary.days},
                       {"interval_min", summary.interval.count()},
                       {"phantoms", summary.phantoms},
                       {"time_zone", summary.time_zone ? ImportJson(*summary.time_zone) : ImportJson{}},
                       {"reading", reading_json(summary.reading)},
                       {"work", ImportJson::object()},
                       {"not_in_the_data", ImportJson::array()},
                       {"written", written}};
    const bool calls = summary.reading.shape != LogShape::tickets;
    for (const LogFindings& findings : summary.work) json["work"][findings.work] = findings_json(findings, calls);
    for (const LogGap gap : summary.gaps) json["not_in_the_data"].push_back(gap_word(gap));
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
