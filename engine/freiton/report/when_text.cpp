// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/when_text.hpp"

#include <fmt/format.h>

namespace freiton::report {

namespace {

constexpr Phrase weekday_words[] = {{"Mon", "Mo"}, {"Tue", "Di"}, {"Wed", "Mi"}, {"Thu", "Do"},
                                    {"Fri", "Fr"}, {"Sat", "Sa"}, {"Sun", "So"}};
constexpr std::string_view month_words[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string hours_text(const OpenHours& hours, Language language) {
    if (hours.empty()) return in({"closed", "zu"}, language);
    std::string text;
    for (const OpenSpan& span : hours) text.append(text.empty() ? "" : ", ").append(span_text(span));
    return text;
}

}  // namespace

std::string weekday_text(std::size_t weekday, Language language) { return in(weekday_words[weekday], language); }

std::string day_text(Date date, Language language) {
    const std::chrono::year_month_day parts{date};
    const auto day = static_cast<unsigned>(parts.day());
    const auto month = static_cast<unsigned>(parts.month());
    const std::string weekday = weekday_text(weekday_index(date), language);
    return language == Language::de ? fmt::format("{} {:02}.{:02}.", weekday, day, month)
                                    : fmt::format("{} {} {}", weekday, day, month_words[month - 1]);
}

std::string day_and_year_text(Date date, Language language) {
    const int year = static_cast<int>(std::chrono::year_month_day{date}.year());
    return day_text(date, language) + (language == Language::de ? "" : " ") + std::to_string(year);
}

std::string period_text(const Calendar& calendar, Language language) {
    return period_text(calendar.date(0), calendar.date(calendar.days() - 1), language);
}

std::string period_text(Date first, Date last, Language language) {
    const std::string begin = day_and_year_text(first, language);
    return first == last ? begin : begin + in({" to ", " bis "}, language) + day_and_year_text(last, language);
}

std::string week_text(const OpenWeek& week, Language language) {
    std::string text;
    for (std::size_t day = 0; day < week.size();) {
        std::size_t last = day;
        while (last + 1 < week.size() && week[last + 1] == week[day]) ++last;
        text.append(text.empty() ? "" : "; ").append(weekday_text(day, language));
        if (last > day) text.append("-").append(weekday_text(last, language));
        text.append(" ").append(hours_text(week[day], language));
        day = last + 1;
    }
    return text;
}

std::string on_day_text(Date date, Language language) {
    return in({"on ", "am "}, language) + day_text(date, language);
}

std::string at_moment_text(const Calendar& calendar, IntervalIndex interval, Language language) {
    const Interval& when = calendar.intervals()[interval];
    return on_day_text(calendar.date(when.day), language) + in({" at ", " um "}, language) + clock_text(when.start);
}

}  // namespace freiton::report
