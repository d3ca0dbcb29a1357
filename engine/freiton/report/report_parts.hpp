// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// Of what a report tells, and in which language.
struct ReportContext {
    const Scenario& scenario;
    const PlanResult& result;
    Language language;

    std::string text(const Phrase& phrase) const { return in(phrase, language); }
    const Calendar& calendar() const { return scenario.calendar(); }
};

/// What reports of plans and simulations share. The heading: title; days and intervals; `how` it was worked out.
void add_heading(const ReportContext& c, const std::string& how, Document& document);
std::string simulated_text(const ReportContext& c);  // "Simulated 322 times"

std::string clock_span_text(const Calendar& calendar, IntervalIndex interval);  // "15:30-16:00"

std::string service_level_title(const Work& work);  // "SL 20 s"

/// What a page begins with, and what a terminal passes over: the answer in words, and the pictures.
void add_headline(const ReportContext& c, Document& document);
void add_pictures(const ReportContext& c, Document& document);

std::vector<Minutes> times_of_day(const Calendar& calendar);  // at which intervals begin, over all days, in order

void add_targets(const ReportContext& c, Document& document);      // each, and whether it is met
void add_single_days(const ReportContext& c, Document& document);  // nine in ten of them, where that was simulated
std::string quantile_title(std::string name, Language language);   // "p99.5", "p99,5"
void add_people(const ReportContext& c, Document& document);       // hours, FTE and cost of each team
void add_explanation(const ReportContext& c, Document& document);  // why the people are needed, where that is known
void add_notes(const ReportContext& c, Document& document);        // every approximation

/// Of more open days than these a plan shows sums in place of every interval.
inline constexpr int most_grid_days = 7;

/// Hours are shown in tenths: less than half of one is no difference to a reader.
constexpr double seen_hours = 0.05;

/// The tables of a plan for one hotline: by interval, or by day.
Table hotline_day_table(const ReportContext& c);
Table hotline_days_table(const ReportContext& c);

/// The tables of a plan for several teams or kinds of work: calls and post by interval or by day, then each kind of
/// work in total.
Table mixed_day_table(const ReportContext& c);
Table mixed_days_table(const ReportContext& c);
void add_work_tables(const ReportContext& c, Document& document);

/// What asked for the people of an interval, as one letter; " " where nobody was asked for, empty where it is unknown.
std::string driver_letter(const ReportContext& c, TeamIndex team, IntervalIndex interval);

}  // namespace freiton::report
