// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/when_text.hpp"

#include <fmt/format.h>

namespace freiton::report {

namespace {

constexpr Phrase weekday_words[] = {{"Mon", "Mo"}, {"Tue", "Di"}, {"Wed", "Mi"}, {"Thu", "Do"},
                                    {"Fri", "Fr"}, {"Sat", "Sa"}, {"Sun", "So"}};
constexpr std::string_view month_words[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

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
    std::string first = day_and_year_text(calendar.date(0), language);
    if (calendar.days() == 1) return first;
    return first + in({" to ", " bis "}, language) + day_and_year_text(calendar.date(calendar.days() - 1), language);
}

std::string on_day_text(Date date, Language language) {
    return in({"on ", "am "}, language) + day_text(date, language);
}

std::string at_moment_text(const Calendar& calendar, IntervalIndex interval, Language language) {
    const Interval& when = calendar.intervals()[interval];
    return on_day_text(calendar.date(when.day), language) + in({" at ", " um "}, language) + clock_text(when.start);
}

}  // namespace freiton::report
