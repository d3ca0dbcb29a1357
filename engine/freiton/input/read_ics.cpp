// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_ics.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

constexpr std::time_t one_day_s = 86'400;

Date date_of(std::time_t time) {
    return Date{std::chrono::days{time >= 0 ? time / one_day_s : (time - one_day_s + 1) / one_day_s}};
}

icaltimetype ical_day(Date date) {
    return icaltime_from_timet_with_zone(static_cast<std::time_t>(date.time_since_epoch().count()) * one_day_s, 1,
                                         nullptr);
}

// All of them, however calendars are nested in the text.
void for_each_event(icalcomponent* component, const std::function<void(icalcomponent*)>& use) {
    if (icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT) return use(component);
    for (icalcomponent* inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner != nullptr;
         inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        for_each_event(inner, use);
}

Date date_of(const icaltimetype& time) { return date_of(icaltime_as_timet(time)); }

struct Days {
    Date from{};
    Date to{};
    std::vector<Date> dates{};
    std::chrono::days length{1};  // of the event that is read
};

void add_days(const icalcomponent*, const icaltime_span* span, void* into) {
    auto& days = *static_cast<Days*>(into);
    const Date first = date_of(span->start);  // the end of the span is another day's, not the event's
    const Date end = std::min(days.to, first + days.length);
    for (Date day = std::max(days.from, first); day < end; day += std::chrono::days{1}) days.dates.push_back(day);
}

}  // namespace

std::vector<Date> read_ics(const std::string& text, const std::string& file_name, Date from, Date to,
                           Problems& problems) {
    icalerror_set_errors_are_fatal(0);
    Days days{.from = from, .to = to};
    int events = 0;
    const Component calendar{icalparser_parse_string(text.c_str())};
    if (calendar != nullptr)
        for_each_event(calendar.get(), [&](icalcomponent* event) {
            ++events;
            const icaltimetype start = icalcomponent_get_dtstart(event);
            const char* summary = icalcomponent_get_summary(event);
            if (icaltime_is_null_time(start) || start.is_date == 0) {
                if (!are_enough(problems))
                    problems.push_back(
                        Problem{Rule::holiday_has_time}.at({file_name, 0}).with({summary == nullptr ? "" : summary}));
                return;
            }
            const std::chrono::days length = date_of(icalcomponent_get_dtend(event)) - date_of(start);
            days.length = std::max(std::chrono::days{1}, length);
            icalcomponent_foreach_recurrence(
                event, ical_day(from), ical_day(to),
                [](icalcomponent* one, icaltime_span* span, void* into) { add_days(one, span, into); }, &days);
        });
    if (events == 0) problems.push_back(Problem{Rule::ics_without_events}.at({file_name, 0}));
    std::sort(days.dates.begin(), days.dates.end());
    days.dates.erase(std::unique(days.dates.begin(), days.dates.end()), days.dates.end());
    return days.dates;
}

}  // namespace freiton::input
