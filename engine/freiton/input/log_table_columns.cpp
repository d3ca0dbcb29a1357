// SPDX-License-Identifier: Apache-2.0
// What the columns of a table are taken for: as the user says, by their titles where their cells suit, by their cells.
#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_suits.hpp"
#include "freiton/input/log_table.hpp"
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
    for (std::size_t column = 0; column < titles.size(); ++column) {
        const TitleMeaning meaning = meaning_of(titles[column]);
        if (meaning.column == LogColumn::count_) continue;
        const std::size_t rank = meaning.rank + (meaning.amount == Amount::sum ? sums_last : 0);
        all.push_back({meaning.column, rank, column, meaning});
        if (meaning.column == LogColumn::created)
            all.push_back({LogColumn::offered, rank + second_meaning, column, meaning});
        if (meaning.column == LogColumn::answered_at)
            all.push_back({LogColumn::wait, rank + second_meaning, column, meaning});
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.rank < b.rank; });
    return all;
}

bool is_plain_kind(LogColumn kind) {
    return kind == LogColumn::date || kind == LogColumn::time || kind == LogColumn::offered ||
           kind == LogColumn::wait || kind == LogColumn::handling;
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
    take_known(taken);
}

// As the user says: --columns offered=Angeboten.
void LogTable::take_stated(const LogOptions& options, std::vector<bool>& taken) {
    Problems problems;
    for (const auto& [name, title] : options.columns) {
        const auto kind = column_named(name);
        const auto found = std::find_if(titles_.begin(), titles_.end(), [wanted = plain_title(title)](const auto& one) {
            return plain_title(one) == wanted;
        });
        if (!kind && name != "ignore") {
            problems.push_back(Problem{Rule::word_unknown}
                                   .on("--columns")
                                   .got(name)
                                   .with({detail::joined(names_of_columns())})
                                   .meant(suggested_word(name, names_of_columns(), problems)));
            continue;
        }
        if (found == titles_.end()) {
            problems.push_back(Problem{Rule::column_missing}
                                   .at(sheet_.place(titles_row_.value_or(0)))
                                   .on(std::string{"--columns "}.append(name).append("=").append(title))
                                   .with({titles_text()})
                                   .meant(suggested_word(title, titles_, problems)));
            continue;
        }
        const auto column = static_cast<std::size_t>(found - titles_.begin());
        taken[column] = true;
        if (!kind) continue;
        set(*kind, column);
        meanings_[static_cast<std::size_t>(*kind)] = meaning_of(title);
    }
    if (!problems.empty()) throw InputError{std::move(problems)};
}

void LogTable::take_known(std::vector<bool>& taken) {
    const std::vector<Candidate> candidates = candidates_of(titles_);
    const auto take = [&](const Candidate& one) {
        taken[one.column] = true;
        set(one.kind, one.column);
        meanings_[static_cast<std::size_t>(one.kind)] = one.meaning;
        german_ = german_ || one.meaning.german;
    };
    for (const Candidate& one : candidates)
        if (!taken[one.column] && !has(one.kind) && suits(one.kind, examples(one.column, 30))) take(one);
    if (!has(LogColumn::date) && !has(LogColumn::time) && !has(LogColumn::created)) take_untitled_dates(taken);
    // A title that can mean nothing else is taken at its word: then its cells are wrong.
    constexpr std::size_t surest = 2;
    for (const Candidate& one : candidates)
        if (!taken[one.column] && !has(one.kind) && one.rank <= surest && is_plain_kind(one.kind)) take(one);
}

// A column of nothing but days needs no title.
void LogTable::take_untitled_dates(std::vector<bool>& taken) {
    for (std::size_t column = 0; column < titles_.size() && !has(LogColumn::date); ++column) {
        const auto cells = examples(column, 30);
        const bool days = !cells.empty() && std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
            return looks_like_date(parted(cell).date) || weekday_of(cell);
        });
        if (taken[column] || !days) continue;
        taken[column] = true;
        set(LogColumn::date, column);
    }
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
