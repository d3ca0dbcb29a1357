// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_numbers.hpp"

#include <algorithm>
#include <string>

#include "freiton/core/text.hpp"
#include "freiton/input/log_titles.hpp"

namespace freiton::input {

namespace {

constexpr std::string_view only_digits = "0123456789";

bool all_digits(std::string_view text) { return text.find_first_not_of(only_digits) == std::string_view::npos; }

// "12.345.678": groups of three after one to three digits.
bool is_grouped(std::string_view text, char sign) {
    const std::size_t first = text.find(sign);
    if (first == 0 || first > 3 || first == std::string_view::npos || !all_digits(text.substr(0, first))) return false;
    for (std::size_t at = first; at < text.size(); at += 4)
        if (text[at] != sign || text.size() - at < 4 || !all_digits(text.substr(at + 1, 3))) return false;
    return true;
}

// Bytes of a sign or a narrow space that parts thousands: ' and a blank, and those of typesetters; 0 if it is none.
std::size_t grouping_bytes(std::string_view text) {
    for (const std::string_view sign : {" ", "'", "\u00A0", "\u2019", "\u202F", "\u2009"})
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

DecimalSign sign_named(char sign) { return sign == '.' ? DecimalSign::point : DecimalSign::comma; }
char other_than(char sign) { return sign == '.' ? ',' : '.'; }

}  // namespace

DecimalSign shown_sign(std::string_view cell) {
    if (!cell.empty() && cell.front() == '-') cell.remove_prefix(1);
    const std::size_t first = cell.find_first_not_of(only_digits);
    if (first == std::string_view::npos || (cell[first] != '.' && cell[first] != ',')) return DecimalSign::unknown;
    const std::size_t last = cell.find_last_of(".,");
    const std::string_view fraction = cell.substr(last + 1);
    if (fraction.empty() || !all_digits(fraction)) return DecimalSign::unknown;
    if (cell[first] != cell[last])
        return is_grouped(cell.substr(0, last), cell[first]) ? sign_named(cell[last]) : DecimalSign::unknown;
    if (first == last) return needs_sign(cell) ? DecimalSign::unknown : sign_named(cell[last]);
    return is_grouped(cell, cell[first]) ? sign_named(other_than(cell[first])) : DecimalSign::unknown;
}

bool needs_sign(std::string_view cell) {
    if (!cell.empty() && cell.front() == '-') cell.remove_prefix(1);
    if (cell.size() < 5 || cell.size() > 7 || cell.front() == '0') return false;
    const char sign = cell[cell.size() - 4];
    return (sign == '.' || sign == ',') && is_grouped(cell, sign);
}

std::optional<double> log_number(std::string_view cell, DecimalSign sign) {
    constexpr std::size_t longest = 64;
    constexpr char group = '_';
    if (cell.empty() || cell.size() > longest) return std::nullopt;
    if (all_digits(cell)) return parse_number(cell);
    if (const DecimalSign shown = shown_sign(cell); shown != DecimalSign::unknown) sign = shown;
    const bool comma =
        sign == DecimalSign::comma || (sign == DecimalSign::unknown && cell.find(',') != std::string_view::npos);
    const char decimal = comma ? ',' : '.';
    std::string plain;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const std::size_t bytes = grouping_bytes(cell.substr(i));
        const bool parts = bytes > 0 || cell[i] == other_than(decimal);
        plain += parts ? group : cell[i] == decimal ? '.' : cell[i];
        i += bytes > 1 ? bytes - 1 : 0;
    }
    const std::string_view whole = std::string_view{plain}.substr(plain.front() == '-' ? 1 : 0, plain.find('.'));
    if (plain.find(group) != std::string::npos && !is_grouped(whole, group)) return std::nullopt;
    plain.erase(std::remove(plain.begin(), plain.end(), group), plain.end());
    return parse_number(plain);
}

bool is_closed(std::string_view cell) {
    constexpr std::string_view known[] = {"closed",  "geschlossen",  "geschl",  "zu",
                                          "holiday", "bank holiday", "feiertag"};
    const bool letters = cell.find_first_of("0123456789") == std::string_view::npos;
    return letters && std::find(std::begin(known), std::end(known), plain_title(cell)) != std::end(known);
}

bool is_nothing(std::string_view cell) {
    if (cell.empty()) return true;
    constexpr std::size_t longest = 7;
    if (cell.size() > longest) return false;
    const std::string word = lower_case(cell);
    for (const std::string_view known :
         {"-", "--", "---", "n/a", "na", "null", "none", "nan", "\\n", "\u2013", "\u2014", "#n/a", "#nv", "#div/0!"})
        if (word == known) return true;
    return false;
}

}  // namespace freiton::input
