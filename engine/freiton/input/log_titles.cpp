// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_titles.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <utility>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/quantity_text.hpp"

namespace freiton::input {

namespace {

struct TitleEntry {
    LogColumn column;
    std::size_t rank;
    bool german;
};

// Every title of the table, the surest of each column first.
const std::unordered_map<std::string_view, TitleEntry>& entries() {
    static const auto all = [] {
        std::unordered_map<std::string_view, TitleEntry> map;
        for (const KnownColumn& known : known_columns()) {
            std::size_t rank = 0;
            for (const std::string_view title : known.english)
                map.try_emplace(title, TitleEntry{known.column, rank++, false});
            rank = 0;
            for (const std::string_view title : known.german)
                map.try_emplace(title, TitleEntry{known.column, rank++, true});
        }
        return map;
    }();
    return all;
}

// The same as databases write them, without blanks: "CALLSOFFERED".
const std::unordered_map<std::string, std::string_view>& entries_in_one_word() {
    constexpr std::size_t shortest = 6;  // "inqueue", and no word of another meaning
    static const auto all = [] {
        std::unordered_map<std::string, std::string_view> map;
        for (const auto& [title, entry] : entries()) {
            std::string squeezed{title};
            std::erase(squeezed, ' ');
            if (squeezed.size() < title.size() && squeezed.size() >= shortest) map.try_emplace(squeezed, title);
        }
        return map;
    }();
    return all;
}

using Words = std::vector<std::string>;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string text_of(const Words& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
    return text;
}

// Units and forms at the end: "in seconds", "(s)", "[hh:mm:ss]", "(Y/N)".
void take_units(Words& words, TitleMeaning& meaning) {
    bool form = false;
    bool hours = false;
    bool minutes = false;
    bool seconds = false;
    while (words.size() > 1) {
        const std::string& last = words.back();
        if (is_one_of(last, {"hh", "mm", "ss"}) || (form && is_one_of(last, {"h", "m"}))) {
            form = true;
            hours = hours || last == "hh" || last == "h";
            seconds = seconds || last == "ss";
            minutes = minutes || last == "mm";
        } else if (is_one_of(last, {"12h", "24h"})) {
            meaning.clock_hours = last == "12h" ? 12 : 24;
        } else if (const auto unit = seconds_of_unit(last);
                   unit && (*unit <= 3600.0 || last == "d")) {  // "day" tells when
            meaning.unit_s = *unit;
        } else if (!is_one_of(last,
                              {"in", "y", "n", "ja", "nein", "yes", "no", "j", "utc", "gmt", "local", "ortszeit"})) {
            break;
        }
        words.pop_back();
    }
    meaning.hours_minutes = minutes && !seconds;
    meaning.minutes_seconds = minutes && seconds && !hours;
}

// "avg", "total" and their kin, wherever they stand.
void take_amount(Words& words, TitleMeaning& meaning) {
    Words rest;
    rest.reserve(words.size());
    for (std::string& word : words) {
        const bool mean = is_one_of(word, {"avg", "average", "mean", "mittlere", "mittlerer", "durchschnittliche",
                                           "durchschnittlicher", "durchschn", "schnitt", "mittelwert"});
        const bool sum = is_one_of(word, {"total", "sum", "gesamt", "summe", "gesamte", "kumuliert"});
        if (mean) meaning.amount = Amount::mean;
        if (sum) meaning.amount = Amount::sum;
        if (!mean && !sum) rest.push_back(std::move(word));
    }
    words = std::move(rest);
}

// Words that change nothing of what a column holds.
void take_noise(Words& words) {
    std::erase_if(words, [](const std::string& word) {
        return is_one_of(word, {"acd",      "inbound", "voice", "the",   "of",    "number", "no",     "nr",  "anzahl",
                                "n",        "anz",     "der",   "die",   "local", "csq",    "actual", "ist", "agent",
                                "customer", "einer",   "von",   "davon", "num",   "fmt",    "per",    "pro", "je"});
    });
}

// "Verl. Anrufe"
void write_out(Words& words) {
    constexpr std::pair<std::string_view, std::string_view> short_words[] = {
        {"ges", "gesamt"},        {"angen", "angenommene"},
        {"verl", "verlorene"},    {"angeb", "angebotene"},
        {"bearb", "bearbeitete"}, {"aufgel", "aufgelegte"},
        {"eing", "eingehende"},   {"durchschnittl", "durchschnittliche"},
        {"eingeh", "eingehende"}, {"mittl", "mittlere"}};
    for (std::string& word : words)
        for (const auto& [written, meant] : short_words)
            if (word == written) word = meant;
}

// "Anrufe nicht angenommen", "Abandoned Volume": what was counted stands beside how it ended.
void take_contacts(Words& words) {
    std::erase_if(words, [](const std::string& word) {
        return is_one_of(word, {"call", "calls", "contact", "contacts", "interactions", "volume", "count", "anruf",
                                "anrufe", "ruf", "rufe", "kontakte", "gespraeche"});
    });
}

// "Wrap Up Duration", "Talk Length", "Waiting Duration" are times.
bool take_length(Words& words) {
    if (words.size() < 2 || !is_one_of(words.back(), {"duration", "length"})) return false;
    words.back() = "time";
    return true;
}

// "Ticket created - Timestamp", "Case Origin": of an item, not of a call.
bool take_item(Words& words) {
    if (words.size() < 2 || !is_one_of(words.front(), {"ticket", "case", "incident", "request", "vorgang"}))
        return false;
    words.erase(words.begin());
    if (words.size() > 1 && is_one_of(words.back(), {"timestamp", "datetime", "date", "time"})) words.pop_back();
    return true;
}

bool is_of_items(LogColumn column) {
    return column == LogColumn::created || column == LogColumn::first_response || column == LogColumn::resolved ||
           column == LogColumn::queue;
}

// What stands behind the dot of "Agent.CustomerHoldDuration"; not of "Abgebr.Anrufe", which is a word cut short.
std::string_view behind_dot(std::string_view title) {
    const std::size_t dot = title.find('.');
    if (dot == std::string_view::npos || title.find(' ') != std::string_view::npos) return {};
    const bool known =
        is_one_of(lower_case(title.substr(0, dot)), {"agent", "queue", "contact", "customer", "call", "conversation",
                                                     "segment", "ticket", "interaction", "metrics"});
    return known ? title.substr(dot + 1) : std::string_view{};
}

// "Agent interactions" are messages of a ticket; "agent handle time" is a handling time.
bool is_about_a_person(const Words& words) {
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return is_one_of(word, {"agent", "customer"});
    });
}

// "(UTC+1)", "GMT-05:00": takes the number out of the title, so that the words alone are left.
std::optional<Minutes> take_zone_number(std::string& title) {
    const std::string small = lower_case(title);
    for (const std::string_view zone : {"utc", "gmt"}) {
        const std::size_t word = small.find(zone);
        if (word == std::string::npos) continue;
        const std::size_t sign = small.find_first_not_of(' ', word + zone.size());
        if (sign == std::string::npos || (small[sign] != '+' && small[sign] != '-')) continue;
        const std::size_t end = std::min(small.find_first_not_of("0123456789:", sign + 1), small.size());
        const std::string_view number = std::string_view{small}.substr(sign + 1, end - sign - 1);
        const std::size_t colon = std::min(number.find(':'), number.size());
        const auto hours = parse_number(number.substr(0, colon));
        const auto minutes = colon < number.size() ? parse_number(number.substr(colon + 1)) : std::optional{0.0};
        constexpr double farthest_h = 14.0;
        if (!hours || !minutes || *hours > farthest_h) continue;
        const Minutes east{static_cast<int>(*hours * 60.0 + *minutes)};
        title.erase(sign, end - sign);
        return small[sign] == '-' ? -east : east;
    }
    return std::nullopt;
}

// Without a number: "UTC 1" says nothing that is sure.
bool is_in_utc(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (is_one_of(words[i], {"utc", "gmt"}))
            return i + 1 == words.size() || std::isdigit(static_cast<unsigned char>(words[i + 1].front())) == 0;
    return false;
}

}  // namespace

TitleMeaning meaning_of(std::string_view title) {
    TitleMeaning meaning;
    std::string text{title};
    meaning.east_of_utc = take_zone_number(text);
    Words words = words_of(plain_title(text));
    const auto found = [&](std::size_t more_rank) {
        std::string known = text_of(words);
        auto entry = entries().find(known);
        if (entry == entries().end() && words.size() == 1)
            if (const auto whole = entries_in_one_word().find(known); whole != entries_in_one_word().end()) {
                known = whole->second;
                entry = entries().find(known);
            }
        if (entry == entries().end()) return false;
        meaning.column = entry->second.column;
        meaning.rank = entry->second.rank + more_rank;
        meaning.german = entry->second.german;
        if (meaning.column == LogColumn::answered_at && meaning.amount != Amount::unsaid)
            meaning.column = LogColumn::wait;  // "average answer time" is no moment
        meaning.amount_usual = meaning.amount == Amount::unsaid && is_one_of(known, {"acd time", "acw time"});
        if (meaning.amount_usual) meaning.amount = Amount::sum;               // Avaya's, beside "Avg ACD Time"
        if (is_one_of(known, {"aht", "asa"})) meaning.amount = Amount::mean;  // the A is for average
        return true;
    };
    constexpr std::size_t less_sure = 1000;
    if (!meaning.east_of_utc && is_in_utc(words)) meaning.east_of_utc = Minutes{0};
    if (found(0)) return meaning;
    write_out(words);
    take_units(words, meaning);
    if (words.empty() || is_no_figure(words) || found(0)) return meaning;
    take_amount(words, meaning);
    if (words.empty() || found(0)) return meaning;
    const auto reads_as = [&](bool (*take)(Words&), std::size_t more_rank, bool (*suits)(LogColumn)) {
        const Words whole = words;
        if (take(words) && found(more_rank) && suits(meaning.column)) return true;
        words = whole;
        meaning.column = LogColumn::count_;
        return false;
    };
    if (reads_as(take_length, 0, is_duration) || reads_as(take_item, less_sure, is_of_items)) return meaning;
    if (const std::string_view behind = behind_dot(title); !behind.empty()) return meaning_of(behind);
    const bool about_a_person = is_about_a_person(words);
    take_noise(words);
    if (words.empty()) return meaning;
    if (!found(less_sure)) {
        take_contacts(words);
        constexpr std::size_t least_sure = 1500;
        if (words.empty() || !found(least_sure) || !is_count(meaning.column)) meaning.column = LogColumn::count_;
    }
    if (meaning.column == LogColumn::count_ || !about_a_person) return meaning;
    if (is_count(meaning.column) || meaning.column == LogColumn::queue) meaning.column = LogColumn::count_;
    return meaning;
}

bool is_duration(LogColumn column) {
    return column == LogColumn::wait || column == LogColumn::handling || column == LogColumn::talk ||
           column == LogColumn::hold || column == LogColumn::wrap_up;
}

bool is_count(LogColumn column) {
    return column == LogColumn::offered || column == LogColumn::answered || column == LogColumn::abandoned ||
           column == LogColumn::blocked;
}

}  // namespace freiton::input
