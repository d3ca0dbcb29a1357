// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_tables.hpp"

#include <functional>
#include <map>
#include <set>
#include <type_traits>
#include <utility>

#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/named_tables.hpp"
#include "freiton/input/read_ics.hpp"
#include "freiton/input/table_rows_about.hpp"

namespace freiton::input {

namespace {

namespace fs = std::filesystem;

template <class Part>
std::vector<std::string> names_in(const std::vector<Part>& parts) {
    std::vector<std::string> names;
    names.reserve(parts.size());
    for (const Part& part : parts) names.push_back(part.name);
    return names;
}

class TableReader {
  public:
    TableReader(ScenarioParts& parts, const fs::path& directory, const TableTexts& texts, Problems& problems)
        : parts_{parts}, directory_{directory}, texts_{texts}, problems_{problems} {}

    // An .ics file, or a table.
    void take(const std::string& key, Holidays& holidays) {
        const std::string ending = fs::path{*holidays.path}.extension().string();
        if (lower_case(ending) != ".ics")
            return read(*holidays.path, key, [&](const CsvTable& table) { read_days(table, holidays, problems_); });
        constexpr std::chrono::days beyond{400};  // the days beside the horizon, too, are open or closed
        constexpr std::size_t most_bytes = 10'000'000;
        const CalendarParts& calendar = parts_.calendar;
        Problems found;
        try {
            const auto text = texts_.find(*holidays.path);
            holidays.dates =
                read_ics(text != texts_.end() ? text->second : read_file(directory_ / *holidays.path, most_bytes),
                         *holidays.path, calendar.first_day - beyond,
                         calendar.first_day + std::chrono::days{calendar.days} + beyond, found);
        } catch (const InputError& error) {
            found = error.problems();
        }
        add(found, key);
    }

    void take(const std::string& key, DurationLaw& law) {
        read(*law.file, key, [&](const CsvTable& table) { read_values(table, law, problems_); });
    }

    void take(const std::string& key, VolumeFile& file, const Work& work) {
        file.found_at = found_at(file.path);
        read(file.path, key, [&](const CsvTable& table) {
            if (is_first_use("work", file.path)) check_owners(table, "work", names_in(parts_.work), problems_);
            read_volumes(table, work.name, work.arrivals.recorded, file, problems_);
        });
    }

    void take(const std::string& key, Staff& staff, const Team& team) {
        staff.found_at = found_at(*staff.path);
        read(*staff.path, key, [&](const CsvTable& table) {
            if (is_first_use("team", *staff.path)) check_owners(table, "team", names_in(parts_.teams), problems_);
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
        add(opened.problems, key);
    }

    void add(const Problems& found, const std::string& key) {
        for (Problem problem : found) problems_.push_back(std::move(problem).on(key));
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
        using Table = std::remove_reference_t<decltype(table)>;
        if constexpr (std::is_same_v<Table, DurationLaw> || std::is_same_v<Table, Holidays>)
            reader.take(key, table);
        else
            reader.take(key, table, owner);
    });
    problems = without_repetitions(std::move(problems));
}

void read_staff_table(ScenarioParts& parts, const CsvTable& table, Problems& problems) {
    check_owners(table, "team", names_in(parts.teams), problems);
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
