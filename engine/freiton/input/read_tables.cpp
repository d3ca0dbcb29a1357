// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_tables.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <type_traits>
#include <utility>

#include "freiton/core/text.hpp"
#include "freiton/input/named_tables.hpp"
#include "freiton/input/table_row.hpp"

namespace freiton::input {

namespace {

namespace fs = std::filesystem;

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

// Columns date, start, arrivals; work and site where the table holds several; handling_time_s where it is known. A
// recorded list says when each contact came, and without the column arrivals a row is one.
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

// Columns date, start, team, agents: what a plan writes can be given back.
void read_staff(const CsvTable& table, const std::string& team, Staff& staff, Problems& problems) {
    const int people = table.column("agents");
    for_rows_about(table, "team", team, "agents", Rows::intervals, problems, [&](IntervalRow& row) {
        const auto agents = row.cells.count(people);
        if (row.date && row.start && agents)
            staff.rows.push_back({*row.date, std::chrono::floor<Minutes>(*row.start), *agents, row.line});
    });
}

// A table about several teams or kinds of work should be about no others: a name that is not known is a typing error,
// and its rows would be lost.
template <class Part>
void check_owners(const CsvTable& table, const std::string& owners, const std::vector<Part>& parts,
                  Problems& problems) {
    const int column = table.column(owners);
    if (column < 0) return;
    std::vector<std::string> known;
    known.reserve(parts.size());
    for (const Part& part : parts) known.push_back(part.name);
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

void read_values(const CsvTable& table, DurationLaw& law, Problems& problems) {
    if (!has_columns(table, {"duration_s"}, problems)) return;
    for (const CsvTable::Row& row : table.rows()) {
        if (are_enough(problems)) return;
        const int duration = table.column("duration_s");
        if (!is_whole(table, row, {duration}, problems)) continue;
        if (const auto value = TableRow{table, row, problems}.not_negative(duration)) law.values_s.push_back(*value);
    }
}

class TableReader {
  public:
    TableReader(ScenarioParts& parts, const fs::path& directory, const TableTexts& texts, Problems& problems)
        : parts_{parts}, directory_{directory}, texts_{texts}, problems_{problems} {}

    void take(const std::string& key, DurationLaw& law) {
        read(*law.file, key, [&](const CsvTable& table) { read_values(table, law, problems_); });
    }

    void take(const std::string& key, VolumeFile& file, const Work& work) {
        file.found_at = found_at(file.path);
        read(file.path, key, [&](const CsvTable& table) {
            if (is_first_use("work", file.path)) check_owners(table, "work", parts_.work, problems_);
            read_volumes(table, work.name, work.arrivals.recorded, file, problems_);
        });
    }

    void take(const std::string& key, Staff& staff, const Team& team) {
        staff.found_at = found_at(*staff.path);
        read(*staff.path, key, [&](const CsvTable& table) {
            if (is_first_use("team", *staff.path)) check_owners(table, "team", parts_.teams, problems_);
            read_staff(table, team.name, staff, problems_);
        });
    }

  private:
    struct Opened {
        std::optional<CsvTable> table{};
        Problems problems{};
    };

    // Reads one table for one key; what is wrong with the file as a whole is a problem of that key.
    void read(const std::string& path, const std::string& key, const std::function<void(const CsvTable&)>& use) {
        const Opened& opened = open(path);
        if (opened.table) use(*opened.table);
        for (Problem problem : opened.problems) {
            problem.key = key;
            problems_.push_back(std::move(problem));
        }
    }

    // Many kinds of work share one table: it is parsed once.
    const Opened& open(const std::string& path) {
        const auto [found, is_new] = opened_.try_emplace(path);
        if (!is_new) return found->second;
        try {
            const auto text = texts_.find(path);
            found->second.table =
                text != texts_.end() ? CsvTable::parse(text->second, path) : CsvTable::read(directory_ / path);
        } catch (const InputError& error) {
            found->second.problems = error.problems();
        }
        return found->second;
    }

    // Many parts share a table: what concerns it as a whole is looked at once.
    bool is_first_use(const std::string& as, const std::string& path) { return used_.emplace(as, path).second; }

    std::string found_at(const std::string& path) const {
        return texts_.contains(path) ? path : (directory_ / path).string();
    }

    std::map<std::string, Opened> opened_;
    std::set<std::pair<std::string, std::string>> used_;
    const ScenarioParts& parts_;
    const fs::path& directory_;
    const TableTexts& texts_;
    Problems& problems_;
};

}  // namespace

void read_tables(ScenarioParts& parts, const fs::path& directory, Problems& problems, const TableTexts& texts) {
    TableReader reader{parts, directory, texts, problems};
    for_each_table(parts, [&](const std::string& key, const std::string&, auto& table, const auto& owner) {
        if constexpr (std::is_same_v<decltype(table), DurationLaw&>)
            reader.take(key, table);
        else
            reader.take(key, table, owner);
    });
    problems = without_repetitions(std::move(problems));
}

void read_staff_table(ScenarioParts& parts, const CsvTable& table, Problems& problems) {
    check_owners(table, "team", parts.teams, problems);
    std::map<std::string, Staff> given;
    for (Team& team : parts.teams) {
        Staff staff{.path = table.file_name(), .found_at = table.file_name()};
        read_staff(table, team.name, staff, problems);
        team.staff = given[team.name] = std::move(staff);
    }
    for (Organisation& organisation : parts.organisations) {
        if (!organisation.parts) continue;
        ScenarioParts organised = *organisation.parts;
        for (Team& team : organised.teams)
            if (const auto found = given.find(team.name); found != given.end()) team.staff = found->second;
        organisation.parts = std::make_shared<const ScenarioParts>(std::move(organised));
    }
}

}  // namespace freiton::input
