// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "freiton/input/fields.hpp"
#include "freiton/model/calendar.hpp"

namespace freiton::input {

Codec<CalendarParts> calendar();

/// The days that "mon", "mon-thu", "sat-sun" or "Mo-Fr" names, in English or German, or nothing.
std::optional<std::vector<std::size_t>> weekdays_named(std::string_view text);

/// Complains about keys that are no weekdays or name a day again; gives the days of each entry of the mapping.
std::vector<std::vector<std::size_t>> read_weekdays(const Reader& reader, const YamlNode& node);

/// A mapping by weekday or span of weekdays; days that are not named keep their value, and those that have `otherwise`
/// are not written.
template <class T>
Codec<std::array<T, 7>> by_weekday(Codec<T> codec, T otherwise) {
    const auto read = [codec](const Reader& reader, const YamlNode& node, std::array<T, 7>& days) {
        if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
        const auto named = read_weekdays(reader, node);
        for (std::size_t i = 0; i < named.size(); ++i) {
            T value{};
            codec.read(reader.at(node.entries[i].first), node.entries[i].second, value);
            for (const std::size_t day : named[i]) days[day] = value;
        }
    };
    const auto write = [codec, otherwise](const std::array<T, 7>& days) {
        YamlNode node{.kind = YamlNode::Kind::empty};
        for (std::size_t day = 0; day < 7; ++day) {
            if (days[day] == otherwise) continue;
            node.kind = YamlNode::Kind::mapping;
            node.entries.emplace_back(std::string{weekday_names[day]}, codec.write(days[day]));
        }
        return node;
    };
    auto values = named_schema(codec.schema, "weekday");
    return {read, write, values};
}

}  // namespace freiton::input
