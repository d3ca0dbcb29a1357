// SPDX-License-Identifier: Apache-2.0
#include "content.hpp"

#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/named_tables.hpp"
#include "freiton/input/read_scenario.hpp"

namespace freiton::python {

namespace {

void add_rows(std::string& text, const VolumeFile& file) {
    for (const VolumeRow& row : file.rows) {
        const std::string handling = row.handling_time_s ? number_text(*row.handling_time_s) : "";
        text += csv_line({local_time_text(row.date, row.start), number_text(row.second_s), row.site,
                          number_text(row.arrivals), handling});
    }
}

void add_rows(std::string& text, const Staff& staff) {
    for (const StaffRow& row : staff.rows)
        text += csv_line({local_time_text(row.date, row.start), std::to_string(row.agents)});
}

void add_rows(std::string& text, const DurationLaw& law) {
    for (const double value : law.values_s) text += csv_line({number_text(value)});
}

void add_rows(std::string& text, const Holidays& holidays) {
    for (const Date date : holidays.dates) text += csv_line({date_text(date)});
}

// Under which name a table was read is not what a scenario says, and a default that is stated is no other than one that
// is not.
void put_as_meant(ScenarioParts& parts) {
    input::for_each_table(parts, [](const std::string&, std::string& path, const auto&, const auto&) { path.clear(); });
    for (Work& work : parts.work) {
        work.priority = work.urgency();
        work.reach = work.reach.value_or(parts.routing.reach);
        work.prefer = work.prefer.value_or(parts.routing.prefer);
        work.after = work.after.value_or(parts.routing.after);
    }
    for (Team& team : parts.teams)
        if (team.absence && team.absence->share == Share{}) team.absence.reset();
}

// One way of working: the file, and what its tables hold.
void add_content(std::string& text, ScenarioParts parts) {
    std::string tables;
    input::for_each_table(parts, [&](const std::string& key, const std::string&, const auto& table, const auto&) {
        add_rows(tables += csv_line({key}), table);
    });
    parts.organisations.clear();
    put_as_meant(parts);
    text += input::scenario_text(parts);
    text += tables;
}

}  // namespace

std::string content_of(const Scenario& scenario) {
    std::string text;
    add_content(text, scenario.parts());
    for (const Organisation& organisation : scenario.parts().organisations)
        add_content(text += csv_line({"organisation", organisation.name}),
                    scenario.organised_as(organisation.name).parts());
    return text;
}

}  // namespace freiton::python
