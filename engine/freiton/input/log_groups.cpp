// SPDX-License-Identifier: Apache-2.0
// Kinds of work that stand side by side, each with columns of its own, put below each other.
#include <algorithm>
#include <map>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_outcomes.hpp"
#include "freiton/input/log_shapes.hpp"
#include "freiton/input/log_suits.hpp"
#include "freiton/input/quantity_text.hpp"

namespace freiton::input {

namespace {

// A column of a group: "AHT" of "Sales".
struct GroupColumn {
    std::size_t column;
    std::string group;
    std::string title;
};

// "Anrufe ein", "Anrufe aus"
bool names_way(std::string_view name) {
    const std::string plain = plain_title(name);
    return names_direction(name) || plain == "ein" || plain == "aus" || plain == "in" || plain == "out";
}

bool says_unit(const TitleMeaning& meaning) { return meaning.unit_s || meaning.hours_minutes; }

bool is_same_unit(const TitleMeaning& one, const TitleMeaning& other) {
    return one.unit_s == other.unit_s && one.hours_minutes == other.hours_minutes;
}

// A title that does not say it has means where that of another group has.
bool is_same_amount(const TitleMeaning& one, const TitleMeaning& other) {
    const auto is_sum = [](const TitleMeaning& meaning) { return meaning.amount == Amount::sum; };
    return one.amount == other.amount || (!is_sum(one) && !is_sum(other));
}

// "5" below "Service AHT (min)" as "5 min", where the column that it goes to has another unit.
std::string in_own_unit(std::string_view cell, const TitleMeaning& own) {
    if (is_nothing(cell)) return std::string{cell};
    if (own.hours_minutes)
        if (const auto duration = log_duration(cell, true)) return number_text(duration->count()) + " s";
    const bool number = cell.find_first_not_of("0123456789.,") == std::string_view::npos;
    const double unit_s = own.unit_s.value_or(0.0);
    return unit_s > 0.0 && number ? std::string{cell}.append(" ").append(unit_name(unit_s)) : std::string{cell};
}

struct Groups {
    std::vector<std::string> names{};   // as they come
    std::vector<std::string> titles{};  // of the figures that they have
    std::map<std::pair<std::string, std::string>, std::size_t> columns{};
    std::map<std::pair<std::string, std::string>, TitleMeaning> meanings{};  // likewise: of their own titles
    std::vector<std::size_t> common{};
    std::vector<std::string> sums{};                      // titles of what counts the calls of all
    std::set<std::pair<std::string, std::string>> own{};  // plain titles, by group
    std::map<std::string, std::string> surer{};           // of a title: another group's, which says the amount

    void add_all(const std::vector<GroupColumn>& all) {
        for (const GroupColumn& one : all) own.insert({one.group, plain_title(one.title)});
        for (const GroupColumn& one : all) add(one);
    }

    const std::string& shown(const std::string& title) const {
        const auto found = surer.find(title);
        return found == surer.end() ? title : found->second;
    }

    void add(const GroupColumn& one) {
        if (std::find(names.begin(), names.end(), one.group) == names.end()) names.push_back(one.group);
        const std::pair key{one.group, title_for(one)};
        columns.try_emplace(key, one.column);
        meanings.try_emplace(key, meaning_of(one.title));
    }

    // "AHT" of one group and "Handle Time" of the next are one column; of one group they are two, and so are means
    // beside sums and minutes beside seconds.
    std::string title_for(const GroupColumn& one) {
        const TitleMeaning meaning = meaning_of(one.title);
        const auto is_free = [&](const std::string& title) {
            return !columns.contains({one.group, title}) && !own.contains({one.group, plain_title(title)});
        };
        auto same = std::find_if(titles.begin(), titles.end(), [&](const std::string& title) {
            return plain_title(title) == plain_title(one.title);
        });
        if (same == titles.end())
            same = std::find_if(titles.begin(), titles.end(), [&](const std::string& title) {
                const TitleMeaning other = meaning_of(title);
                return is_free(title) && other.column == meaning.column && is_same_amount(meaning, other) &&
                       (is_same_unit(meaning, other) || says_unit(meaning));
            });
        if (same != titles.end()) {
            const TitleMeaning other = meaning_of(shown(*same));
            if (other.amount == Amount::unsaid && meaning.amount != Amount::unsaid && is_same_unit(meaning, other))
                surer[*same] = one.title;
            return *same;
        }
        titles.push_back(one.title);
        return one.title;
    }

    // Each counts something, and they have a figure in common.
    bool are_any() const {
        if (names.size() < 2) return false;
        const auto counts = [&](const std::string& name) {
            return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
                const LogColumn kind = meaning_of(title).column;
                return (kind == LogColumn::offered || kind == LogColumn::answered) && columns.contains({name, title});
            });
        };
        return titles.size() < columns.size() && std::all_of(names.begin(), names.end(), counts);
    }
};

// "Sales | | Service |" above "Offered | AHT | Offered | AHT": a group's name stands above its first column.
Groups groups_above(const LogTable& table) {
    const LogSheet& sheet = table.sheet();
    const std::size_t row = table.names_row();
    Groups groups;
    std::map<std::string, int> seen;
    for (std::size_t column = 0; column < table.width(); ++column)
        if (is_figure(meaning_of(table.title(column)).column)) ++seen[plain_title(table.title(column))];
    const bool twice = std::any_of(seen.begin(), seen.end(), [](const auto& one) { return one.second > 1; });
    if (row == 0 || !twice) return {};
    std::string group;
    std::vector<GroupColumn> all;
    for (std::size_t column = 0; column < table.width(); ++column) {
        if (const std::string_view name = sheet.cell(row - 1, column); !name.empty()) group = name;
        if (!group.empty() && is_figure(meaning_of(table.title(column)).column))
            all.push_back({column, group, table.title(column)});
        else
            groups.common.push_back(column);
    }
    groups.add_all(all);
    return groups;
}

// "Sales | AHT Sales | Service | AHT Service": below the name alone stand the counts.
void take_counts_by_name(const LogTable& table, std::vector<GroupColumn>& all, std::vector<std::size_t>& common) {
    std::set<std::string> names;
    for (const GroupColumn& one : all) names.insert(plain_title(one.group));
    for (const GroupColumn& one : all)
        if (is_count(meaning_of(one.title).column)) names.erase(plain_title(one.group));
    std::vector<GroupColumn> counts;
    std::erase_if(common, [&](std::size_t column) {
        if (!names.contains(plain_title(table.title(column))) || table.is_used(column)) return false;
        if (!suits(LogColumn::offered, table.examples(column, 30))) return false;
        const auto own = std::find_if(all.begin(), all.end(), [&](const GroupColumn& one) {
            return plain_title(one.group) == plain_title(table.title(column));
        });
        counts.push_back({column, own->group, "offered"});
        return true;
    });
    all.insert(all.begin(), counts.begin(), counts.end());
}

// "Sales Offered | Sales AHT | Service Offered | Service AHT"
Groups groups_in_titles(const LogTable& table) {
    Groups groups;
    std::vector<GroupColumn> all;
    for (std::size_t column = 0; column < table.width(); ++column) {
        const NamedFigure figure = figure_of(table.title(column));
        const bool of_all = is_count(figure.meaning.column) && figure.name.empty();
        if (of_all && figure.meaning.amount != Amount::sum) return {};
        if (of_all)
            groups.sums.push_back(table.title(column));  // "Gesamt Anrufe"
        else if (figure.name.empty())
            groups.common.push_back(column);
        else
            all.push_back({column, figure.name, figure.title});
    }
    take_counts_by_name(table, all, groups.common);
    groups.add_all(all);
    return groups;
}

// A title below the names of several groups is that of all of them.
bool is_any_stated(const Groups& groups, const LogTable& table, const LogOptions& options) {
    return std::any_of(options.columns.begin(), options.columns.end(), [&](const auto& stated) {
        const auto column = table.titled(stated.second);
        int alike = 0;
        for (const auto& [key, at] : groups.columns)
            alike += column && plain_title(table.title(at)) == plain_title(table.title(*column)) ? 1 : 0;
        const bool grouped =
            column && std::find(groups.common.begin(), groups.common.end(), *column) == groups.common.end();
        return grouped && (alike < 2 || stated.second.starts_with('#'));
    });
}

// "#4" of the file, where columns that the groups have in common come first.
LogOptions moved(LogOptions options, const Groups& groups, const LogTable& table) {
    for (auto& [name, title] : options.columns) {
        const auto column = title.starts_with('#') ? table.titled(title) : std::nullopt;
        const auto common =
            column ? std::find(groups.common.begin(), groups.common.end(), *column) : groups.common.end();
        if (common != groups.common.end()) title = "#" + std::to_string(common - groups.common.begin() + 1);
    }
    return options;
}

// The titles, and under each of them the cells of one group after those of the other.
void add_rows(LogSheet& result, const LogTable& table, const Groups& groups) {
    const LogSheet& sheet = table.sheet();
    const std::size_t titles_row = *table.titles_row();
    const bool dates = std::all_of(groups.names.begin(), groups.names.end(),
                                   [](const auto& name) { return looks_like_date(name) || weekday_of(name); });
    result.begin_row(sheet.number(titles_row));
    for (const std::size_t column : groups.common) result.add_cell(table.title(column));
    const bool directions =
        std::all_of(groups.names.begin(), groups.names.end(), [](const auto& name) { return names_way(name); });
    result.add_cell(dates ? "date" : directions ? "direction" : "queue");
    for (const std::string& title : groups.titles) result.add_cell(groups.shown(title));
    result.end_row();
    std::vector<TitleMeaning> meanings;
    for (const std::string& title : groups.titles) meanings.push_back(meaning_of(groups.shown(title)));
    for (std::size_t row = titles_row + 1; row < sheet.rows(); ++row)
        for (const std::string& name : groups.names) {
            result.begin_row(sheet.number(row));
            for (const std::size_t column : groups.common) result.add_cell(sheet.cell(row, column));
            result.add_cell(name);
            for (std::size_t i = 0; i < groups.titles.size(); ++i) {
                const auto column = groups.columns.find({name, groups.titles[i]});
                if (column == groups.columns.end()) {
                    result.add_cell("");
                    continue;
                }
                const std::string_view cell = sheet.cell(row, column->second);
                const TitleMeaning& own = groups.meanings.at(column->first);
                if (is_same_unit(own, meanings[i]))
                    result.add_cell(cell);
                else
                    result.add_cell(in_own_unit(cell, own));
            }
            result.end_row();
        }
}

}  // namespace

std::optional<BelowEachOther> below_each_other(const LogTable& table, const LogOptions& options) {
    const bool when = table.has(LogColumn::time) || table.has(LogColumn::date);
    if (!table.titles_row() || !when) return std::nullopt;
    bool above = true;
    Groups groups = groups_above(table);
    if (!groups.are_any()) {
        groups = groups_in_titles(table);
        above = false;
    }
    if (!groups.are_any() || is_any_stated(groups, table, options)) return std::nullopt;
    const LogSheet& sheet = table.sheet();
    LogSheet result = sheet.without_rows();
    for (std::size_t row = 0; row + (above ? 1 : 0) < table.names_row(); ++row) {
        result.begin_row(sheet.number(row));
        for (std::size_t column = 0; column < sheet.cells(row); ++column) result.add_cell(sheet.cell(row, column));
        result.end_row();
    }
    add_rows(result, table, groups);
    return BelowEachOther{std::move(result), groups.names, moved(options, groups, table), groups.sums};
}

}  // namespace freiton::input
