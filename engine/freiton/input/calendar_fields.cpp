// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/calendar_fields.hpp"

#include <algorithm>

#include "freiton/input/meant_text.hpp"
#include "freiton/input/scalar_fields.hpp"

namespace freiton::input {

namespace {

constexpr std::array<std::string_view, 7> spelled_weekdays[] = {
    weekday_names,
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
    {"mo", "di", "mi", "do", "fr", "sa", "so"},
    {"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"},
};

Codec<OpenSpan> open_span() {
    return {
        [](const Reader& reader, const YamlNode& node, OpenSpan& span) {
            if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
            if (const auto parsed = parse_span(node.text))
                span = *parsed;
            else
                reader.complain(node, Rule::hours_expected, {}, meant_hours(node.text));
        },
        [](const OpenSpan& span) { return detail::scalar(clock_text(span.from) + "-" + clock_text(span.to), true); },
        pattern_schema("opening hours", "^\\s*[0-9]{1,2}:[0-9]{2}\\s*-\\s*[0-9]{1,2}:[0-9]{2}\\s*$")};
}

// "08:00-18:00", or a list of such spans; an empty list is a closed day.
Codec<OpenHours> open_hours() {
    const Codec<OpenSpan> span = open_span();
    const Codec<OpenHours> one{[span](const Reader& reader, const YamlNode& node, OpenHours& hours) {
                                   hours.clear();
                                   span.read(reader, node, hours.emplace_back());
                                   if (hours.back().to == Minutes{0}) hours.clear();
                               },
                               [span](const OpenHours& hours) { return span.write(hours.front()); }, span.schema};
    return scalar_or<OpenHours>(one, list_of(span), [](const OpenHours& hours) { return hours.size() == 1; });
}

bool over_midnight(const OpenSpan& span) { return span.to < span.from; }

// "22:00-06:00" is two spans that join: until 24:00, and from 00:00 of the next day.
void part_at_midnight(OpenWeek& week) {
    OpenWeek parted;
    for (std::size_t day = 0; day < week.size(); ++day)
        for (const OpenSpan& span : week[day]) {
            if (!over_midnight(span)) {
                parted[day].push_back(span);
                continue;
            }
            parted[day].push_back({span.from, Minutes{1440}});
            OpenHours& next = parted[(day + 1) % week.size()];
            next.insert(next.begin(), {Minutes{0}, span.to});
        }
    for (OpenHours& hours : parted)
        std::stable_sort(hours.begin(), hours.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    week = std::move(parted);
}

Codec<Minutes> interval() {
    const Codec<Seconds> length = duration({.least = 300.0, .most = 3600.0}, "min");
    return {[length](const Reader& reader, const YamlNode& node, Minutes& value) {
                Seconds seconds{value};
                length.read(reader, node, seconds);
                const auto minutes = std::chrono::duration_cast<Minutes>(seconds);
                if (Seconds{minutes} == seconds)
                    value = minutes;
                else
                    reader.complain(node, Rule::interval_must_divide_hour);
            },
            [length](const Minutes& value) { return length.write(Seconds{value}); }, length.schema};
}

Codec<Hours> contract_hours() {
    return converted<Hours, Seconds>(
        duration({.least = 0.0, .most = 168.0 * 3600.0, .least_exclusive = true}, "h"),
        [](const Seconds& seconds) { return Hours{seconds}; }, [](const Hours& hours) { return Seconds{hours}; });
}

}  // namespace

std::optional<OpenSpan> parse_span(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = parse_clock(trimmed(text.substr(0, dash)));
    const auto to = parse_clock(trimmed(text.substr(dash + 1)));
    if (!from || !to || *from == *to || *from >= Minutes{1440} || *to == Minutes{0}) return std::nullopt;
    constexpr Minutes longest_night{20 * 60};  // what would last longer was rather written the wrong way round
    if (*from > *to && Minutes{1440} - *from + *to > longest_night) return std::nullopt;
    return OpenSpan{*from, *to};  // from later than to: over midnight
}

std::optional<std::vector<std::size_t>> weekdays_named(std::string_view text) {
    const auto index_of = [](std::string_view name) -> std::optional<std::size_t> {
        const std::string word = lower_case(trimmed(name));
        for (const auto& language : spelled_weekdays)
            for (std::size_t day = 0; day < language.size(); ++day)
                if (language[day] == word) return day;
        return std::nullopt;
    };
    const auto dash = text.find('-');
    const auto first = index_of(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : index_of(text.substr(dash + 1));
    if (!first || !last) return std::nullopt;
    std::vector<std::size_t> days{*first};
    while (days.back() != *last) days.push_back((days.back() + 1) % 7);  // "sat-mon" goes over the week's end
    return days;
}

std::vector<std::vector<std::size_t>> read_weekdays(const Reader& reader, const YamlNode& node) {
    std::vector<std::vector<std::size_t>> named;
    std::array<bool, 7> seen{};
    for (const auto& [key, value] : node.entries) {
        const auto days = weekdays_named(key);
        if (!days) {
            const std::vector<std::string> words{weekday_names.begin(), weekday_names.end()};
            const std::string plain = plainly(key);
            reader.at(key).complain_of_key(value.line, Rule::weekday_unknown, {},
                                           weekdays_named(plain) ? plain : reader.meant(key, words));
        }
        named.push_back(days.value_or(std::vector<std::size_t>{}));
        for (const std::size_t day : named.back()) {
            if (seen[day])
                reader.at(key).complain_of_key(value.line, Rule::weekday_twice, {std::string{weekday_names[day]}});
            seen[day] = true;
        }
    }
    return named;
}

Codec<OpenWeek> open_week() {
    const Codec<OpenHours> hours = open_hours();
    const Codec<OpenWeek> every_day{[hours](const Reader& reader, const YamlNode& node, OpenWeek& week) {
                                        OpenHours same;
                                        hours.read(reader, node, same);
                                        week.fill(same);
                                    },
                                    [hours](const OpenWeek& week) { return hours.write(week[0]); }, hours.schema};
    const Codec<OpenWeek> by_day = by_weekday(hours, OpenHours{});
    return {[every_day, by_day](const Reader& reader, const YamlNode& node, OpenWeek& week) {
                (node.kind == YamlNode::Kind::mapping ? by_day : every_day).read(reader, node, week);
                part_at_midnight(week);
            },
            [every_day, by_day](const OpenWeek& week) {
                const bool same =
                    std::all_of(week.begin(), week.end(), [&](const auto& day) { return day == week[0]; });
                return (same && !week[0].empty() ? every_day : by_day).write(week);
            },
            one_of_schema({every_day.schema, by_day.schema})};
}

// A single date is no path: it is read as the list that it should be.
Codec<Holidays> holidays() {
    const Codec<std::vector<Date>> listed = list_of(date());
    const Codec<std::optional<std::string>> path = optional_of(text());
    return {[listed, path](const Reader& reader, const YamlNode& node, Holidays& value) {
                const ParsedDate day = parse_date(node.text);
                const bool file =
                    node.kind == YamlNode::Kind::scalar && !day.date && day.error != DateError::does_not_exist;
                file ? path.read(reader, node, value.path) : listed.read(reader, node, value.dates);
            },
            [listed, path](const Holidays& value) {
                return value.path ? path.write(value.path) : listed.write(value.dates);
            },
            one_of_schema({listed.schema, path.schema})};
}

Codec<CalendarParts> calendar() {
    using P = CalendarParts;
    return mapping<P>({
        required_field("first_day", &P::first_day, date(), "first calendar day of the horizon"),
        field("days", &P::days, integer(1, 3660), "calendar days of the horizon, closed ones included"),
        required_field(
            "open", &P::open, open_week(),
            "opening hours, or opening hours by weekday; a list for several spans; days not named are closed"),
        field("interval", &P::interval, interval(),
              "planning interval, 5 to 60 min; divides the hour and the opening times"),
        field("holidays", &P::holidays, holidays(), "closed days: dates, or an .ics file, or a CSV with a column date"),
        field("time_zone", &P::time_zone, optional_of(text()),
              "IANA name; with it, clock changes make days of 23 and 25 hours"),
        field("repeats", &P::repeats, yes_no(),
              "the horizon comes again and again: figures are of its steady state, what is left at its end lies there "
              "at its beginning"),
        field("contract_week", &P::contract_week, contract_hours(), "hours a week of one FTE"),
    });
}

}  // namespace freiton::input
