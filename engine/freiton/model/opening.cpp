// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/opening.hpp"

#include <algorithm>

#include "freiton/model/open_hours.hpp"

namespace freiton {

namespace {

const SiteHours* hours_of_site(const ScenarioParts& parts, const std::string& site) {
    const auto found = parts.site_hours.find(site);
    return found == parts.site_hours.end() ? nullptr : &found->second;
}

OpenMask mask_of(const Calendar& calendar, const std::optional<OpenWeek>& own, const SiteHours* site) {
    const OpenWeek* open = own ? &*own : site != nullptr && site->open ? &*site->open : nullptr;
    const bool holidays = site != nullptr && !site->holidays.dates.empty();
    if (open == nullptr && !holidays) return {};
    OpenMask mask;
    mask.reserve(calendar.intervals().size());
    for (const Interval& interval : calendar.intervals()) {
        const Date date = calendar.date(interval.day);
        const bool free = holidays && site->holidays.has(date);
        mask.push_back(!free && (open == nullptr || is_within((*open)[weekday_index(date)], interval.start)));
    }
    return mask;
}

// Whole hours since the first span began.
std::size_t hour_of(Minutes time, const OpenHours& hours) {
    return time <= hours.front().from ? 0 : static_cast<std::size_t>((time - hours.front().from) / Minutes{60});
}

// Step by step, for spans of the office that join.
bool lies_within(const OpenSpan& span, const OpenHours& office, Minutes interval) {
    for (Minutes time = span.from; time < span.to; time += interval)
        if (!is_within(office, time)) return false;
    return true;
}

std::string hours_text(const OpenHours& hours) {
    std::string text;
    for (const OpenSpan& span : hours) text.append(text.empty() ? "" : ", ").append(span_text(span));
    return text.empty() ? "-" : text;
}

void check_own_hours(const CalendarParts& calendar, const std::optional<OpenWeek>& own, const std::string& key,
                     Problems& problems) {
    if (!own) return;
    const std::size_t before = problems.size();
    if (std::all_of(own->begin(), own->end(), [](const OpenHours& day) { return day.empty(); }))
        return problems.push_back(Problem{Rule::no_hours}.on(key));
    check_week(*own, calendar.interval, key, problems);
    const bool every_day = std::all_of(own->begin(), own->end(), [&](const auto& day) { return day == (*own)[0]; });
    for (std::size_t day = 0; day < own->size() && problems.size() == before; ++day)
        for (const OpenSpan& span : (*own)[day])
            if (!(every_day && calendar.open[day].empty()) && !lies_within(span, calendar.open[day], calendar.interval))
                problems.push_back(Problem{Rule::hours_outside_calendar}
                                       .on(std::string{key}.append(".").append(weekday_names[day]))
                                       .got(span_text(span))
                                       .with({hours_text(calendar.open[day])}));
}

}  // namespace

OpenMask accepted_when(const ScenarioParts& parts, const Calendar& calendar, const Work& work,
                       const std::string& site) {
    return mask_of(calendar, work.open, hours_of_site(parts, site));
}

const OpenMask& AcceptedHours::from(const std::string& site) const {
    const auto [found, is_new] = known_.try_emplace(site);
    if (is_new && parts_ != nullptr) found->second = accepted_when(*parts_, *calendar_, *work_, site);
    return found->second;
}

OpenMask staffed_when(const ScenarioParts& parts, const Calendar& calendar, const Team& team) {
    return mask_of(calendar, team.open, team.site ? hours_of_site(parts, *team.site) : nullptr);
}

void check_opening(const ScenarioParts& parts, Problems& problems) {
    for (const auto& [site, hours] : parts.site_hours)
        check_own_hours(parts.calendar, hours.open, "sites." + site + ".open", problems);
    for (const Work& work : parts.work) {
        check_own_hours(parts.calendar, work.open, "work." + work.name + ".open", problems);
        check_own_hours(parts.calendar, work.window, "work." + work.name + ".window", problems);
    }
    for (const Team& team : parts.teams) {
        const std::string key = "teams." + team.name;
        check_own_hours(parts.calendar, team.open, key + ".open", problems);
        for (std::size_t k = 0; k < team.reserved.size(); ++k)
            check_own_hours(parts.calendar, team.reserved[k].hours,
                            key + ".reserved[" + std::to_string(k + 1) + "].hours", problems);
    }
}

OpenMask window_of(const Work& work, const Calendar& calendar) { return mask_of(calendar, work.window, nullptr); }

std::size_t answering_hours(const Calendar& calendar, const std::optional<OpenWeek>& window) {
    std::size_t longest = 0;
    for (const OpenHours& hours : window ? *window : calendar.parts().open)
        if (!hours.empty()) longest = std::max(longest, hour_of(hours.back().to - Minutes{1}, hours) + 1);
    return longest;
}

std::vector<double> answering_by_interval(const Answering& answering, const std::optional<OpenWeek>& window,
                                          const Calendar& calendar) {
    std::vector<double> shares;
    shares.reserve(calendar.intervals().size());
    for (const Interval& interval : calendar.intervals()) {
        const OpenHours& hours = (window ? *window : calendar.parts().open)[weekday_index(calendar.date(interval.day))];
        const bool by_clock = answering.shares.size() == 24 || hours.empty();
        const std::size_t hour = answering.same_for_all ? 0
                                 : by_clock             ? static_cast<std::size_t>(interval.start / Minutes{60})
                                                        : hour_of(interval.start, hours);
        shares.push_back(answering.shares[std::min(hour, answering.shares.size() - 1)].value());
    }
    return shares;
}

OpenMask reserved_when(const Reservation& reservation, const Calendar& calendar) {
    return mask_of(calendar, reservation.hours, nullptr);
}

}  // namespace freiton
