// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "freiton/input/fields.hpp"
#include "freiton/model/calendar.hpp"

namespace freiton::input {

Codec<CalendarParts> calendar();

/// The days that "mon", "mon-thu" or "sat-sun" names, or nothing.
std::optional<std::vector<std::size_t>> weekdays_named(std::string_view text);

/// A mapping by weekday or span of weekdays, where days that are not named keep their value.
template <class T>
Codec<std::array<T, 7>> by_weekday(Codec<T> codec) {
    return [codec = std::move(codec)](const Reader& reader, const YamlNode& node, std::array<T, 7>& days) {
        if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
        std::array<bool, 7> seen{};
        for (const auto& [key, value] : node.entries) {
            const auto named = weekdays_named(key);
            const YamlNode place{.kind = YamlNode::Kind::empty, .line = value.line};
            if (!named) {
                const std::vector<std::string> words{weekday_names.begin(), weekday_names.end()};
                reader.at(key).complain(place, Rule::weekday_unknown, {}, nearest_word(key, words).value_or(""));
                continue;
            }
            for (const std::size_t day : *named) {
                if (seen[day]) reader.at(key).complain(place, Rule::weekday_twice, {std::string{weekday_names[day]}});
                seen[day] = true;
                codec(reader.at(key), value, days[day]);
            }
        }
    };
}

}  // namespace freiton::input
