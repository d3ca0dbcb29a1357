// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/validation.hpp"
#include "freiton/report/import_report.hpp"

namespace freiton::report {

/// What results that were held against a log say of it, for programs.
template <class Json>
Json dates_json(const std::vector<Date>& dates) {
    Json list = Json::array();
    for (const Date date : dates) list.push_back(date_text(date));
    return list;
}

/// The days of a calendar by their indices.
template <class Json>
Json days_json(const Calendar& calendar, const std::vector<int>& days) {
    Json list = Json::array();
    for (const int day : days) list.push_back(date_text(calendar.date(day)));
    return list;
}

template <class Json>
Json left_out_json(const NotCompared& left) {
    return {{"days_only_in_log", dates_json<Json>(left.days_only_in_log)},
            {"calls_on_them", left.calls_on_them},
            {"days_only_in_scenario", dates_json<Json>(left.days_only_in_scenario)},
            {"calls_while_closed", left.calls_while_closed},
            {"queues", left.queues},
            {"calls_in_them", left.calls_in_them},
            {"work", left.works}};
}

template <class Json>
Json reading_json(const LogReading& reading) {
    Json notes = Json::array();
    for (const LogNote& note : reading.notes)
        notes.push_back({{"note", note_word(note.kind)}, {"about", note.arguments}});
    return {{"shape", shape_word(reading.shape)}, {"notes", std::move(notes)}};
}

}  // namespace freiton::report
