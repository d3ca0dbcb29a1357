// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/report/report_parts.hpp"

namespace freiton::report {

/// The time axis of a report's pictures: every interval, a frame for each day; of more open days than
/// `most_interval_days` every open day, a frame for each month.
struct Timeline {
    const Calendar& calendar;
    bool by_day = false;
    std::vector<Stretch> stretches{};
};
inline constexpr int most_interval_days = 14;
Timeline timeline_of(const ReportContext& c);

/// One figure over the timeline.
template <class Figures>
std::vector<double> over(const Timeline& timeline, const Course<Figures>& course, double Figures::*member) {
    std::vector<double> values;
    if (!timeline.by_day) {
        for (const Measured<Figures>& figures : course.by_interval) values.push_back(figures.*member);
        return values;
    }
    for (int day = 0; day < timeline.calendar.days(); ++day)
        if (timeline.calendar.is_open(day)) values.push_back(course.by_day[static_cast<std::size_t>(day)].*member);
    return values;
}

/// How well it is known there, where it was simulated; else empty.
template <class Figures>
std::vector<double> doubt_over(const Timeline& timeline, const Course<Figures>& course, double Figures::*member) {
    const auto& all = timeline.by_day ? course.by_day : course.by_interval;
    std::vector<double> widths;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (timeline.by_day && !timeline.calendar.is_open(static_cast<int>(i))) continue;
        if (!all[i].half_width) return {};
        widths.push_back((*all[i].half_width).*member);
    }
    return widths;
}

/// What single days look like there: 5 and 95 % of them; empty where that was not simulated.
template <class Figures>
std::vector<Band> bands_over(const Timeline& timeline, const Course<Figures>& course, double Figures::*member) {
    const auto& all = timeline.by_day ? course.by_day : course.by_interval;
    std::vector<Band> bands;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (timeline.by_day && !timeline.calendar.is_open(static_cast<int>(i))) continue;
        const std::optional<Band> band = all[i].band(member);
        if (!band) return {};
        bands.push_back(*band);
    }
    return bands;
}

/// The mean of an interval's figure over each point of the timeline.
std::vector<double> mean_over(const Timeline& timeline, const std::vector<double>& by_interval);

/// Adds a measure to bars, unless nothing is known of it.
void add_measure(Bars& bars, Bars::Measure measure);

/// How bars of several measures are to be read.
std::string bars_description(Language language);

/// Who is there and what they do, team by team; and all teams by day and time of day.
void add_people_pictures(const ReportContext& c, const Timeline& timeline, Document& document);

/// What one person less or more in each team would do, where a search found it out.
void add_effects_pictures(const ReportContext& c, const Timeline& timeline, Document& document);

/// What callers and post meet: in time, waits, who gives up, the pile, its oldest item and what is due.
void add_service_pictures(const ReportContext& c, const Timeline& timeline, Document& document);

}  // namespace freiton::report
