// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/table_rows_about.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/table_row.hpp"

namespace freiton::input {

namespace {

// A row about one interval, or in a recorded list about a moment; what could not be read is missing.
struct IntervalRow {
    std::optional<Date> date;
    std::optional<Seconds> start;
    TableRow cells;
    int line;
};

enum class Rows { intervals, moments };

// Calls `use` for each row about `owner`: those whose cell in the column `owners` is that name, or all without it.
void for_rows_about(const CsvTable& table, const std::string& owners, const std::string& owner,
                    const std::string& figure, Rows rows, Problems& problems,
                    const std::function<void(IntervalRow&)>& use) {
    std::vector<std::string> needed = {"date", "start"};
    if (rows == Rows::intervals || table.column(figure) >= 0) needed.push_back(figure);
    if (!has_columns(table, needed, problems)) return;
    const int date = table.column("date");
    const int start = table.column("start");
    const int of_owner = table.column(owners);
    bool any = false;
    for (const CsvTable::Row& row : table.rows()) {
        if (are_enough(problems)) return;
        if (!is_whole(table, row, {date, start, table.column(figure), of_owner}, problems)) {
            any = true;  // about whom nobody can say
            continue;
        }
        TableRow cells{table, row, problems};
        if (of_owner >= 0 && cells.cell(of_owner) != owner) continue;
        any = true;
        const auto day = cells.date(date);
        const std::optional<Seconds> time =
            rows == Rows::moments ? cells.moment(start) : std::optional<Seconds>{cells.clock(start)};
        IntervalRow found{day, time, cells, row.line};
        use(found);
    }
    if (!any) problems.push_back(Problem{Rule::no_rows_about}.at({table.file_name(), 1}).on(owners).with({owner}));
}

}  // namespace

void read_volumes(const CsvTable& table, const std::string& work, bool recorded, VolumeFile& file, Problems& problems) {
    const int arrivals = table.column("arrivals");
    const int site = table.column("site");
    const int handling = table.column("handling_time_s");
    const Rows rows = recorded ? Rows::moments : Rows::intervals;
    for_rows_about(table, "work", work, "arrivals", rows, problems, [&](IntervalRow& row) {
        const auto count = arrivals >= 0 ? row.cells.not_negative(arrivals) : std::optional<double>{1.0};
        VolumeRow volume{.line = row.line};
        if (site >= 0) volume.site = row.cells.cell(site);
        if (handling >= 0 && !row.cells.cell(handling).empty())
            volume.handling_time_s = row.cells.not_negative(handling);
        if (!row.date || !row.start || !count) return;
        volume.date = *row.date;
        volume.start = std::chrono::floor<Minutes>(*row.start);
        volume.second_s = Seconds{*row.start - volume.start}.count();
        volume.arrivals = *count;
        file.rows.push_back(std::move(volume));
    });
}

void read_staff(const CsvTable& table, const std::string& team, Staff& staff, Problems& problems) {
    const int people = table.column("agents");
    for_rows_about(table, "team", team, "agents", Rows::intervals, problems, [&](IntervalRow& row) {
        const auto agents = row.cells.count(people);
        if (row.date && row.start && agents)
            staff.rows.push_back({*row.date, std::chrono::floor<Minutes>(*row.start), *agents, row.line});
    });
}

void check_owners(const CsvTable& table, const std::string& owners, const std::vector<std::string>& known,
                  Problems& problems) {
    const int column = table.column(owners);
    if (column < 0) return;
    std::set<std::string> met{known.begin(), known.end()};
    for (const CsvTable::Row& row : table.rows()) {
        if (are_enough(problems)) return;
        if (row.cells.size() <= static_cast<std::size_t>(column)) continue;  // too short, which is told elsewhere
        const std::string name{TableRow{table, row, problems}.cell(column)};
        if (!met.insert(name).second) continue;  // each is told once
        problems.push_back(Problem{Rule::unknown_name}
                               .at({table.file_name(), row.line, column + 1})
                               .on(owners)
                               .got(name)
                               .with({owners})
                               .meant(suggested_word(name, known, problems)));
    }
}

void read_days(const CsvTable& table, Holidays& holidays, Problems& problems) {
    if (!has_columns(table, {"date"}, problems)) return;
    const int date = table.column("date");
    for (const CsvTable::Row& row : table.rows()) {
        if (are_enough(problems)) return;
        if (!is_whole(table, row, {date}, problems)) continue;
        if (const auto day = TableRow{table, row, problems}.date(date)) holidays.dates.push_back(*day);
    }
}

void read_values(const CsvTable& table, DurationLaw& law, Problems& problems) {
    if (!has_columns(table, {"duration_s"}, problems)) return;
    for (const CsvTable::Row& row : table.rows()) {
        if (are_enough(problems)) return;
        const int duration = table.column("duration_s");
        if (!is_whole(table, row, {duration}, problems)) continue;
        if (const auto value = TableRow{table, row, problems}.not_negative(duration)) law.values_s.push_back(*value);
    }
    const bool all_zero = std::all_of(law.values_s.begin(), law.values_s.end(), [](double v) { return v == 0.0; });
    if (!law.values_s.empty() && all_zero)
        problems.push_back(Problem{Rule::greater_than}
                               .at({table.file_name(), table.rows().front().line, table.column("duration_s") + 1})
                               .on("duration_s")
                               .got("0")
                               .with({"0"}));
}

}  // namespace freiton::input
