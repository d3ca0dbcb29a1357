// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/study_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "freiton/core/contracts.hpp"
#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

struct ColumnUnit {
    std::string_view name;    // without blanks
    std::string_view suffix;  // of the column
    double divisor;           // a written number divided by it is one of the column, as long as no other unit is there
    double seconds;           // 0: no duration, or one that depends on the calendar
};
constexpr std::array<ColumnUnit, 7> column_units = {{{"", "", 1.0, 0.0},
                                                     {"%", "", 100.0, 0.0},
                                                     {"s", "_s", 1.0, 1.0},
                                                     {"min", "_min", 1.0, 60.0},
                                                     {"h", "_h", 1.0, 3600.0},
                                                     {"d", "_d", 1.0, 0.0},
                                                     {"/h", "_per_h", 1.0, 0.0}}};

struct Quantity {
    double number = 0.0;
    const ColumnUnit* unit = nullptr;
};

std::optional<Quantity> quantity_of(const YamlNode& value) {
    if (value.kind != YamlNode::Kind::scalar || value.quoted) return std::nullopt;
    const std::string_view text = trimmed(value.text);
    const auto end = text.find_last_of("0123456789.");
    if (end == std::string_view::npos) return std::nullopt;
    std::string unit{text.substr(end + 1)};
    unit.erase(std::remove(unit.begin(), unit.end(), ' '), unit.end());
    const auto known =
        std::find_if(column_units.begin(), column_units.end(), [&](const ColumnUnit& one) { return one.name == unit; });
    const auto number = parse_number(trimmed(text.substr(0, end + 1)));
    if (known == column_units.end() || !number || !std::isfinite(*number)) return std::nullopt;
    return Quantity{*number, known};
}

}  // namespace

ValueScale::ValueScale(const std::vector<YamlNode>& values) {
    std::set<const ColumnUnit*> used;
    for (const YamlNode& value : values) {
        const auto quantity = quantity_of(value);
        if (!quantity) {
            numeric_ = false;
            return;
        }
        used.insert(quantity->unit);
    }
    const auto all = [&](auto holds) { return std::all_of(used.begin(), used.end(), holds); };
    if (used.size() == 1) {
        const ColumnUnit& unit = **used.begin();
        unit_ = unit.name.empty() ? "" : " " + std::string{unit.name == "/h" ? "/ h" : unit.name};
        suffix_ = unit.suffix;
        written_ = unit.divisor;
    } else if (all([](const ColumnUnit* unit) { return unit->seconds > 0.0; })) {
        unit_ = " s";
        suffix_ = "_s";
    } else {
        numeric_ =
            all([](const ColumnUnit* unit) { return unit->suffix.empty(); });  // shares, with and without the sign
    }
}

StudyValue ValueScale::shown(const YamlNode& value) const {
    if (!numeric_) return {flow_text(value), 0.0};
    const auto quantity = quantity_of(value);
    EXPECTS(quantity.has_value());
    const bool in_seconds = suffix_ == "_s";
    return {flow_text(value),
            in_seconds ? quantity->number * quantity->unit->seconds : quantity->number / quantity->unit->divisor};
}

StudyValue ValueScale::made(double number) const { return {number_text(number * written_) + unit_, number}; }

YamlNode scalar_of(const StudyValue& value) { return {.kind = YamlNode::Kind::scalar, .text = value.text}; }

}  // namespace freiton::input
