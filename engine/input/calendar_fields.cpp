// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/calendar_fields.hpp"

#include <algorithm>

namespace freiton::input {

namespace {

std::optional<OpenSpan> parse_span(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = parse_clock(trimmed(text.substr(0, dash)));
    const auto to = parse_clock(trimmed(text.substr(dash + 1)));
    if (!from || !to || *from >= *to) return std::nullopt;
    return OpenSpan{*from, *to};
}

// "08:00-18:00", or a list of such spans; an empty list is a closed day.
Codec<OpenHours> open_hours() {
    return [](const Reader& reader, const YamlNode& node, OpenHours& hours) {
        OpenHours spans;
        const auto add = [&](const YamlNode& item) {
            if (!detail::expect(reader, item, YamlNode::Kind::scalar)) return;
            if (const auto span = parse_span(item.text))
                spans.push_back(*span);
            else
                reader.complain(item, Rule::hours_expected);
        };
        if (node.kind == YamlNode::Kind::list)
            std::for_each(node.items.begin(), node.items.end(), add);
        else
            add(node);
        hours = std::move(spans);
    };
}

// Hours for every day, or by weekday; days that are not named are closed.
Codec<OpenWeek> open_week() {
    return [](const Reader& reader, const YamlNode& node, OpenWeek& week) {
        if (node.kind == YamlNode::Kind::mapping) return by_weekday(open_hours())(reader, node, week);
        OpenHours hours;
        open_hours()(reader, node, hours);
        week.fill(hours);
    };
}

Codec<Minutes> interval() {
    return [](const Reader& reader, const YamlNode& node, Minutes& value) {
        Seconds seconds{value};
        duration({.least = 300.0, .most = 3600.0}, "min")(reader, node, seconds);
        if (seconds.count() == 60.0 * static_cast<int>(seconds.count() / 60.0))
            value = Minutes{static_cast<int>(seconds.count() / 60.0)};
        else
            reader.complain(node, Rule::interval_must_divide_hour);
    };
}

Codec<Hours> contract_hours() {
    return [](const Reader& reader, const YamlNode& node, Hours& value) {
        Seconds seconds{value};
        duration({.least = 0.0, .most = 168.0 * 3600.0, .least_exclusive = true}, "h")(reader, node, seconds);
        value = seconds;
    };
}

}  // namespace

std::optional<std::vector<std::size_t>> weekdays_named(std::string_view text) {
    const auto index_of = [](std::string_view name) -> std::optional<std::size_t> {
        const auto found = std::find(weekday_names.begin(), weekday_names.end(), lower_case(trimmed(name)));
        if (found == weekday_names.end()) return std::nullopt;
        return static_cast<std::size_t>(found - weekday_names.begin());
    };
    const auto dash = text.find('-');
    const auto first = index_of(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : index_of(text.substr(dash + 1));
    if (!first || !last) return std::nullopt;
    std::vector<std::size_t> days{*first};
    while (days.back() != *last) days.push_back((days.back() + 1) % 7);  // "sat-mon" goes over the week's end
    return days;
}

Codec<CalendarParts> calendar() {
    using P = CalendarParts;
    return mapping<P>({
        required_field("first_day", &P::first_day, date(), "first calendar day of the horizon"),
        field("days", &P::days, integer(1, 3660), "calendar days of the horizon, closed ones included"),
        required_field("open", &P::open, open_week(), "opening hours, or opening hours by weekday"),
        field("interval", &P::interval, interval(), "planning interval; divides the hour and the opening times"),
        field("holidays", &P::holidays, list_of(date()), "closed days"),
        field("contract_week", &P::contract_week, contract_hours(), "hours a week of one FTE"),
    });
}

}  // namespace freiton::input
