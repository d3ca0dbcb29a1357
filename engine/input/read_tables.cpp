// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_tables.hpp"

#include <functional>

#include "freiton/input/table_row.hpp"

namespace freiton::input {

namespace {

namespace fs = std::filesystem;

// Columns date, start, arrivals; work and site where the table holds several; handling_time_s where it is known.
void read_volumes(const CsvTable& table, const std::string& work, VolumeFile& file, Problems& problems) {
    if (!has_columns(table, {"date", "start", "arrivals"}, problems)) return;
    const int date = table.column("date");
    const int start = table.column("start");
    const int arrivals = table.column("arrivals");
    const int of_work = table.column("work");
    const int of_site = table.column("site");
    const int handling = table.column("handling_time_s");
    bool any = false;
    for (const CsvTable::Row& row : table.rows()) {
        if (!is_whole(table, row, {date, start, arrivals, of_work}, problems)) continue;
        TableRow cells{table, row, problems};
        if (of_work >= 0 && cells.cell(of_work) != work) continue;
        any = true;
        const auto day = cells.date(date);
        const auto time = cells.clock(start);
        const auto count = cells.not_negative(arrivals);
        VolumeRow volume{.line = row.line};
        if (of_site >= 0) volume.site = cells.cell(of_site);
        if (handling >= 0 && !cells.cell(handling).empty()) volume.handling_time_s = cells.not_negative(handling);
        if (!day || !time || !count) continue;
        volume.date = *day;
        volume.start = *time;
        volume.arrivals = *count;
        file.rows.push_back(std::move(volume));
    }
    if (!any) problems.push_back(Problem{Rule::no_rows_about}.at({table.file_name(), 1}).on("work").with({work}));
}

// Columns date, start, team, agents: what a plan writes can be given back.
void read_staff(const CsvTable& table, const std::string& team, Staff& staff, Problems& problems) {
    if (!has_columns(table, {"date", "start", "agents"}, problems)) return;
    const int date = table.column("date");
    const int start = table.column("start");
    const int people = table.column("agents");
    const int of_team = table.column("team");
    bool any = false;
    for (const CsvTable::Row& row : table.rows()) {
        if (!is_whole(table, row, {date, start, people, of_team}, problems)) continue;
        TableRow cells{table, row, problems};
        if (of_team >= 0 && cells.cell(of_team) != team) continue;
        any = true;
        const auto day = cells.date(date);
        const auto time = cells.clock(start);
        const auto agents = cells.count(people);
        if (day && time && agents) staff.rows.push_back({*day, *time, *agents, row.line});
    }
    if (!any) problems.push_back(Problem{Rule::no_rows_about}.at({table.file_name(), 1}).on("team").with({team}));
}

void read_values(const CsvTable& table, DurationLaw& law, Problems& problems) {
    if (!has_columns(table, {"duration_s"}, problems)) return;
    for (const CsvTable::Row& row : table.rows()) {
        const int duration = table.column("duration_s");
        if (!is_whole(table, row, {duration}, problems)) continue;
        if (const auto value = TableRow{table, row, problems}.not_negative(duration)) law.values_s.push_back(*value);
    }
}

class TableReader {
  public:
    TableReader(const fs::path& directory, Problems& problems) : directory_{directory}, problems_{problems} {}

    // Reads one table for one key; what is wrong with the file as a whole is a problem of that key.
    void read(const std::string& path, const std::string& key, const std::function<void(const CsvTable&)>& use) const {
        try {
            use(CsvTable::read(directory_ / path));
        } catch (const InputError& error) {
            for (Problem problem : error.problems()) {
                problem.key = key;
                problems_.push_back(std::move(problem));
            }
        }
    }

    void read_law(DurationLaw& law, const std::string& key) const {
        if (law.file)
            read(*law.file, key + ".file", [&](const CsvTable& table) { read_values(table, law, problems_); });
    }

    std::string found_at(const std::string& path) const { return (directory_ / path).string(); }

  private:
    const fs::path& directory_;
    Problems& problems_;
};

}  // namespace

void read_tables(ScenarioParts& parts, const fs::path& directory, Problems& problems) {
    const TableReader reader{directory, problems};
    for (Work& work : parts.work) {
        const std::string key = "work." + work.name;
        reader.read_law(work.handling_time, key + ".handling_time");
        if (work.patience) reader.read_law(*work.patience, key + ".patience");
        if (!work.arrivals.file) continue;
        VolumeFile& file = *work.arrivals.file;
        file.found_at = reader.found_at(file.path);
        reader.read(file.path, key + ".arrivals.file",
                    [&](const CsvTable& table) { read_volumes(table, work.name, file, problems); });
    }
    for (Team& team : parts.teams) {
        for (auto& [work, law] : team.handling_time)
            reader.read_law(law, "teams." + team.name + ".handling_time." + work);
        if (team.absence && team.absence->length)
            reader.read_law(*team.absence->length, "teams." + team.name + ".absence.length");
        if (!team.staff || !team.staff->path) continue;
        team.staff->found_at = reader.found_at(*team.staff->path);
        reader.read(*team.staff->path, "teams." + team.name + ".staff",
                    [&](const CsvTable& table) { read_staff(table, team.name, *team.staff, problems); });
    }
}

void read_staff_table(ScenarioParts& parts, const fs::path& table, Problems& problems) {
    try {
        const CsvTable rows = CsvTable::read(table);
        for (Team& team : parts.teams) {
            team.staff = Staff{.path = table.string(), .found_at = table.string()};
            read_staff(rows, team.name, *team.staff, problems);
        }
    } catch (const InputError& error) {
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
}

}  // namespace freiton::input
