// SPDX-License-Identifier: Apache-2.0
// What the columns of a table are taken for: as the user says, and by their titles where their cells suit.
#include <algorithm>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_suits.hpp"
#include "freiton/input/log_table.hpp"
#include "freiton/input/log_totals.hpp"
#include "freiton/input/quantity_text.hpp"

namespace freiton::input {

namespace {

struct Candidate {
    LogColumn kind;
    std::size_t rank;
    std::size_t column;
    TitleMeaning meaning;
};

// Each title as what it says, and some as what else they may mean if their cells do not suit.
std::vector<Candidate> candidates_of(const std::vector<std::string>& titles) {
    constexpr std::size_t sums_last = 500;
    constexpr std::size_t second_meaning = 2000;
    std::vector<Candidate> all;
    const bool talks = std::any_of(titles.begin(), titles.end(),
                                   [](const auto& title) { return meaning_of(title).column == LogColumn::talk; });
    for (std::size_t column = 0; column < titles.size(); ++column) {
        TitleMeaning meaning = meaning_of(titles[column]);
        if (meaning.column == LogColumn::count_) continue;
        if (talks && meaning.column == LogColumn::handling && plain_title(titles[column]).ends_with("work time"))
            meaning.column = LogColumn::wrap_up;  // Cisco's
        const std::size_t rank = meaning.rank + (meaning.amount == Amount::sum ? sums_last : 0);
        all.push_back({meaning.column, rank, column, meaning});
        if (meaning.column == LogColumn::created)
            all.push_back({LogColumn::offered, rank + second_meaning, column, meaning});
        const std::string plain = plain_title(titles[column]);
        const bool tells_time = plain.find("time") != std::string::npos || plain.find("zeit") != std::string::npos;
        if (meaning.column == LogColumn::answered_at && tells_time)
            all.push_back({LogColumn::wait, rank + second_meaning, column, meaning});
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.rank < b.rank; });
    return all;
}

bool is_plain_kind(LogColumn kind) {
    return kind == LogColumn::date || kind == LogColumn::time || kind == LogColumn::offered ||
           kind == LogColumn::wait || kind == LogColumn::handling;
}

bool is_moment_by_unit(const Candidate& one) {
    return one.meaning.unit_s && (one.kind == LogColumn::end || one.kind == LogColumn::answered_at);
}

// A title that can mean nothing else: then its cells are wrong, not our reading of it.
bool is_taken_at_its_word(const Candidate& one, std::string_view title, bool of_single_calls) {
    constexpr std::size_t surest = 2;
    if (one.rank <= surest && is_plain_kind(one.kind)) return true;
    if (one.kind != LogColumn::offered || of_single_calls) return false;
    const std::string plain = plain_title(title);
    return plain.find("calls") != std::string::npos || plain.find("anrufe") != std::string::npos;
}

// "--columns handling_time_min=AHT" and "talk_sum=Talk Time" say the unit and the amount that the title does not.
TitleMeaning stated_meaning(std::string_view name, std::string_view title) {
    const TitleMeaning stated = meaning_of(name);
    TitleMeaning meaning = meaning_of(title);
    if (stated.unit_s) meaning.unit_s = stated.unit_s;
    meaning.hours_minutes = meaning.hours_minutes || stated.hours_minutes;
    meaning.minutes_seconds = meaning.minutes_seconds || stated.minutes_seconds;
    if (stated.clock_hours != 0) meaning.clock_hours = stated.clock_hours;
    meaning.amount_stated = stated.amount != Amount::unsaid;
    if (meaning.amount_stated) meaning.amount = stated.amount;
    return meaning;
}

// Times of day alone, without a date in any cell.
bool are_clocks(const std::vector<std::string_view>& cells) {
    return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
        return (log_span(cell) || log_time(cell)) && !looks_like_date(parted(cell).date);
    });
}

// Nearly each row of calls or items has its own: a line's channel, a subject, no kind of work.
bool are_each_of_one(const std::vector<std::string_view>& cells) {
    constexpr std::size_t fewest = 20;
    const std::set<std::string_view> different{cells.begin(), cells.end()};
    return cells.size() >= fewest && 2 * different.size() > cells.size();
}

std::vector<std::string> names_of_columns() {
    std::vector<std::string> names;
    for (const KnownColumn& known : known_columns()) names.emplace_back(known.name);
    return names;
}

}  // namespace

void LogTable::name_columns(const LogOptions& options) {
    std::vector<bool> taken(titles_.size(), false);
    take_stated(options, taken);
    take_directions(taken);
    take_outcomes_of_queues(taken);
    take_known(taken);
}

// As the user says: --columns offered=Angeboten.
void LogTable::take_stated(const LogOptions& options, std::vector<bool>& taken) {
    Problems problems;
    ignored_.assign(titles_.size(), false);
    for (const auto& [name, title] : options.columns) {
        const auto kind = column_named(name);
        const auto found = titled(title);
        if (!kind && name != "ignore") {
            problems.push_back(Problem{Rule::word_unknown}
                                   .on("--columns")
                                   .got(name)
                                   .with({detail::joined(names_of_columns())})
                                   .meant(suggested_word(name, names_of_columns(), problems)));
            continue;
        }
        if (!found) {
            problems.push_back(Problem{Rule::column_missing}
                                   .at(sheet_.place(titles_row_.value_or(0)))
                                   .on(std::string{"--columns "}.append(name).append("=").append(title))
                                   .with({titles_text()})
                                   .meant(suggested_word(title, titles_, problems)));
            continue;
        }
        taken[*found] = true;
        ignored_[*found] = !kind;
        if (!kind) continue;
        set(*kind, *found);
        meanings_[static_cast<std::size_t>(*kind)] = stated_meaning(name, titles_[*found]);
    }
    if (!problems.empty()) throw InputError{std::move(problems)};
}

std::optional<std::size_t> LogTable::titled(std::string_view title) const {
    if (title.starts_with('#') && title.size() < 6)
        if (const auto number = parse_number(title.substr(1));
            number && *number >= 1.0 && *number <= static_cast<double>(titles_.size()))
            return static_cast<std::size_t>(*number) - 1;
    const auto found = std::find_if(titles_.begin(), titles_.end(), [wanted = plain_title(title)](const auto& one) {
        return plain_title(one) == wanted;
    });
    return found == titles_.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - titles_.begin())};
}

void LogTable::take_ends_for_begins() {
    TitleMeaning& meaning = meanings_[static_cast<std::size_t>(LogColumn::time)];
    meaning = meanings_[static_cast<std::size_t>(LogColumn::end)];
    meaning.column = LogColumn::end;
    set(LogColumn::time, column(LogColumn::end));
    set(LogColumn::end, std::nullopt);
    ends_only_ = true;
}

// What most cells look like: without titles that come again, sums, and lines such as "Date: 3/2/2026".
std::vector<std::string_view> LogTable::typical(std::size_t column) const {
    std::vector<std::string_view> cells = examples(column, 30);
    std::erase_if(cells, [&](std::string_view cell) {
        return cell == titles_[column] || is_total(cell) || cell.find(": ") != std::string_view::npos ||
               cell.ends_with(':');
    });
    return cells.empty() ? examples(column, 30) : cells;
}

void LogTable::take_known(std::vector<bool>& taken) {
    const std::vector<Candidate> candidates = candidates_of(titles_);
    const auto take = [&](const Candidate& one) {
        taken[one.column] = true;
        set(one.kind, one.column);
        meanings_[static_cast<std::size_t>(one.kind)] = one.meaning;
        german_ = german_ || one.meaning.german;
    };
    const auto is_level = [&](const Candidate& one) {  // "Service" of 85
        const auto cells =
            plain_title(titles_[one.column]) == "service" ? examples(one.column, 30) : std::vector<std::string_view>{};
        return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
            return cell.find_first_not_of("0123456789.,% ") == std::string_view::npos;
        });
    };
    const auto any_is = [&](LogColumn kind) {
        return has(kind) ||
               std::any_of(candidates.begin(), candidates.end(), [&](const auto& one) { return one.kind == kind; });
    };
    const auto counts_any = [&](LogColumn kind) {
        return std::any_of(candidates.begin(), candidates.end(),
                           [&](const auto& one) { return one.kind == kind && !are_flags(typical(one.column)); });
    };
    const bool clocks = std::any_of(titles_.begin(), titles_.end(), [](const auto& title) { return log_span(title); });
    const bool of_ones = !clocks && !counts_any(LogColumn::offered) && !counts_any(LogColumn::answered) &&
                         !counts_any(LogColumn::abandoned);
    const bool ends_alone = !any_is(LogColumn::time) && (any_is(LogColumn::offered) || any_is(LogColumn::answered));
    for (const Candidate& one : candidates) {
        if (taken[one.column] || has(one.kind) || is_level(one)) continue;
        if (one.kind == LogColumn::queue && of_ones && are_each_of_one(examples(one.column, 400))) continue;
        const bool counted = is_moment_by_unit(one) || (ends_alone && one.kind == LogColumn::end);  // "end_s"
        if (suits(counted ? LogColumn::time : one.kind, typical(one.column))) take(one);
    }
    const bool no_day = !has(LogColumn::date) && !has(LogColumn::created);
    if (no_day && (!has(LogColumn::time) || are_clocks(examples(*column(LogColumn::time), 200))))
        take_untitled_dates(taken);
    take_total_of_all();
    const bool of_single_calls = has(LogColumn::outcome) || has(LogColumn::call_id) || has(LogColumn::answered_at);
    for (const Candidate& one : candidates)
        if (!taken[one.column] && !has(one.kind) && is_taken_at_its_word(one, titles_[one.column], of_single_calls))
            take(one);
}

std::vector<LogReading::Column> LogTable::understood() const {
    std::vector<LogReading::Column> columns;
    columns.reserve(titles_.size());
    for (std::size_t i = 0; i < titles_.size(); ++i) {
        LogReading::Column one{.title = titles_[i]};
        const auto cells = examples(i, 1);
        if (!cells.empty()) one.example = cells.front();
        for (const KnownColumn& known : known_columns()) {
            if (column(known.column) != i) continue;
            one.taken_for = known.name;
            if (const auto unit = meaning(known.column).unit_s) one.unit = unit_name(*unit);
        }
        columns.push_back(std::move(one));
    }
    return columns;
}

}  // namespace freiton::input
