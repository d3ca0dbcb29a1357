// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "freiton/input/fields.hpp"
#include "freiton/model/varying.hpp"

namespace freiton::input {

/// Closed days: a list of dates, or the path of a file that has them.
Codec<Holidays> holidays();

Codec<CalendarParts> calendar();

/// "08:00-18:00", 24:00 at the latest; with its end before its beginning it goes over midnight, for 20 hours at most.
std::optional<OpenSpan> parse_span(std::string_view text);

/// The days that "mon", "mon-thu", "sat-sun" or "Mo-Fr" names, in English or German, or nothing.
std::optional<std::vector<std::size_t>> weekdays_named(std::string_view text);

/// Complains about keys that are no weekdays or name a day again; gives the days of each entry of the mapping.
std::vector<std::vector<std::size_t>> read_weekdays(const Reader& reader, const YamlNode& node);

/// Hours for every day, or by weekday; days that are not named are closed.
Codec<OpenWeek> open_week();

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

/// One value, a list by interval, or either by weekday.
template <class T>
Codec<Varying<T>> varying(const Codec<T>& one) {
    using Day = std::vector<T>;
    const Codec<Day> alone{
        [one](const Reader& reader, const YamlNode& node, Day& day) { one.read(reader, node, day.emplace_back()); },
        [one](const Day& day) { return one.write(day.front()); }, one.schema};
    const Codec<Day> of_day =
        scalar_or<Day>(alone, filled_list_of(one), [](const Day& day) { return day.size() == 1; });
    const Codec<std::array<Day, 7>> by_day = by_weekday(of_day, Day{});
    return {[of_day, by_day](const Reader& reader, const YamlNode& node, Varying<T>& value) {
                if (detail::is_empty_mapping(node)) return reader.complain(node, Rule::list_empty);
                typename Varying<T>::Week week;
                if (node.kind == YamlNode::Kind::mapping) {
                    by_day.read(reader, node, week);
                } else {
                    of_day.read(reader, node, week[0]);
                    week.fill(Day{week[0]});
                }
                value = Varying<T>{std::move(week)};
            },
            [of_day, by_day](const Varying<T>& value) {
                if (value.empty()) return YamlNode{};
                return value.same_every_day() ? of_day.write(value.week()[0]) : by_day.write(value.week());
            },
            one_of_schema({of_day.schema, by_day.schema})};
}

}  // namespace freiton::input
