// SPDX-License-Identifier: Apache-2.0
#include "content.hpp"

#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/read_scenario.hpp"

namespace freiton::python {

namespace {

void add_volumes(std::string& text, const VolumeFile& file) {
    for (const VolumeRow& row : file.rows) {
        const std::string handling = row.handling_time_s ? number_text(*row.handling_time_s) : "";
        text += csv_line({local_time_text(row.date, row.start), number_text(row.second_s), row.site,
                          number_text(row.arrivals), handling});
    }
}

void add_staff(std::string& text, const Staff& staff) {
    for (const StaffRow& row : staff.rows)
        text += csv_line({local_time_text(row.date, row.start), std::to_string(row.agents)});
}

void add_law(std::string& text, const DurationLaw& law) {
    for (const double value : law.values_s) text += csv_line({number_text(value)});
}

// In the order of the scenario, each under whose it is.
void add_tables(std::string& text, const ScenarioParts& parts) {
    for (const Work& work : parts.work) {
        text += csv_line({"work", work.name});
        if (work.arrivals.file) add_volumes(text, *work.arrivals.file);
        add_law(text += "handling_time\n", work.handling_time);
        if (work.patience) add_law(text += "patience\n", *work.patience);
    }
    for (const Team& team : parts.teams) {
        text += csv_line({"team", team.name});
        if (team.staff) add_staff(text, *team.staff);
        for (const auto& [work, law] : team.handling_time) add_law(text += csv_line({"handling_time", work}), law);
        if (team.absence && team.absence->length) add_law(text += "absence\n", *team.absence->length);
    }
    for (const Organisation& organisation : parts.organisations)
        if (organisation.parts) add_tables(text += csv_line({"organisation", organisation.name}), *organisation.parts);
}

// Under which name a table was read is not what it says.
ScenarioParts with_nameless_tables(ScenarioParts parts) {
    const auto of_law = [](DurationLaw& law) {
        if (law.file) law.file->clear();
    };
    for (Work& work : parts.work) {
        if (work.arrivals.file) work.arrivals.file->path.clear();
        of_law(work.handling_time);
        if (work.patience) of_law(*work.patience);
    }
    for (Team& team : parts.teams) {
        if (team.staff && team.staff->path) team.staff->path->clear();
        for (auto& [work, law] : team.handling_time) of_law(law);
        if (team.absence && team.absence->length) of_law(*team.absence->length);
    }
    return parts;
}

}  // namespace

std::string content_of(const Scenario& scenario) {
    std::string text = input::resolved_scenario(Scenario{with_nameless_tables(scenario.parts())});
    add_tables(text, scenario.parts());
    return text;
}

}  // namespace freiton::python
