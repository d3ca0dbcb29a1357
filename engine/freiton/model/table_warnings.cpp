// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/table_warnings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include "freiton/core/text.hpp"
#include "freiton/model/idle_words.hpp"
#include "freiton/model/recorded.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/model/volume_table.hpp"

namespace freiton {

namespace {

// Rows of a table that lie before the horizon or after it, and are not used.
struct RowsOutside {
    std::string of{};    // the work or team
    std::string path{};  // of the table
    std::size_t rows = 0;
    double contacts = 0.0;  // in rows of volumes
};

std::vector<RowsOutside> rows_outside_horizon(const Scenario& scenario) {
    const Calendar& calendar = scenario.calendar();
    const auto is_outside = [&](Date date) {
        return date < calendar.date(0) || date >= calendar.date(calendar.days());
    };
    std::vector<RowsOutside> all;
    const auto add = [&](RowsOutside outside) {
        if (outside.rows > 0) all.push_back(std::move(outside));
    };
    for (const Work& work : scenario.work()) {
        if (!work.arrivals.file) continue;
        RowsOutside outside{.of = work.name, .path = work.arrivals.file->path};
        for (const VolumeRow& row : work.arrivals.file->rows) {
            if (!is_outside(row.date) || row.arrivals == 0.0) continue;
            ++outside.rows;
            outside.contacts += row.arrivals;
        }
        add(std::move(outside));
    }
    for (const Team& team : scenario.teams()) {
        if (!team.staff || !team.staff->path) continue;
        RowsOutside outside{.of = team.name, .path = *team.staff->path};
        for (const StaffRow& row : team.staff->rows)
            if (is_outside(row.date) && row.agents > 0) ++outside.rows;
        add(std::move(outside));
    }
    return all;
}

// Of tables of volumes, or of staff.
std::vector<Warning> warnings_about_rows_outside(const Scenario& scenario, bool of_volumes) {
    std::vector<Warning> warnings;
    for (const RowsOutside& outside : rows_outside_horizon(scenario)) {
        if (of_volumes != (outside.contacts > 0.0)) continue;
        Warning warning{of_volumes ? WarningCode::volumes_outside_horizon : WarningCode::staff_outside_horizon,
                        {outside.of, std::to_string(outside.rows), outside.path}};
        if (of_volumes) warning.arguments.push_back(number_text(outside.contacts));
        warnings.push_back(std::move(warning));
    }
    return warnings;
}

// A file of another year would pass unseen, and so would a listed day with the wrong year: within the horizon there
// need not be a closed day. A file may have days of many years.
void warn_of_other_years(const Calendar& calendar, const Holidays& holidays, std::vector<Warning>& warnings) {
    const auto year_of = [](Date date) { return std::chrono::year_month_day{date}.year(); };
    constexpr std::chrono::days beside{
        31};  // what comes before the first day, and is due after the last, feels them too
    const auto first = year_of(calendar.date(0));
    const auto last = year_of(calendar.date(calendar.days() - 1));
    const auto inside = [&](Date date) {
        return year_of(date) >= year_of(calendar.date(0) - beside) &&
               year_of(date) <= year_of(calendar.date(calendar.days() - 1) + beside);
    };
    if (holidays.path && std::any_of(holidays.dates.begin(), holidays.dates.end(), inside)) return;
    std::string years = std::to_string(static_cast<int>(first));
    if (first != last) years.append("-").append(std::to_string(static_cast<int>(last)));
    if (holidays.path) return warnings.push_back({WarningCode::holidays_of_other_years, {*holidays.path, years}});
    std::vector<Date> outside;
    std::copy_if(holidays.dates.begin(), holidays.dates.end(), std::back_inserter(outside), std::not_fn(inside));
    if (outside.empty()) return;
    const Date first_outside = *std::min_element(outside.begin(), outside.end());
    warnings.push_back({WarningCode::holidays_listed_of_other_years,
                        {std::to_string(outside.size()), years, date_text(first_outside)}});
}

double after_last_closing(const Scenario& scenario, WorkIndex work) {
    double items = recorded_after_last_closing(scenario.work()[work].arrivals, scenario.calendar());
    items += scenario.closed_arrivals(work, "").after_last_closing;
    for (const std::string& site : scenario.sites()) items += scenario.closed_arrivals(work, site).after_last_closing;
    return items;
}

std::vector<Warning> warnings_about_volumes(const Scenario& scenario) {
    const Calendar& calendar = scenario.calendar();
    std::vector<Warning> warnings = warnings_about_rows_outside(scenario, true);
    warn_of_other_years(calendar, calendar.parts().holidays, warnings);
    for (const auto& [site, hours] : scenario.parts().site_hours)
        warn_of_other_years(calendar, hours.holidays, warnings);
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        if (const double items = after_last_closing(scenario, w); items > 0.0)
            warnings.push_back({WarningCode::post_after_last_closing,
                                {scenario.work()[w].name, number_text(std::round(items * 10.0) / 10.0)}});
    for (const Work& work : scenario.work()) {
        const auto gaps = gaps_of(work.arrivals, calendar);
        if (!gaps) continue;
        const Interval& first = calendar.intervals()[gaps->first];
        const std::string where = gaps->site.empty() ? "" : " (" + gaps->site + ")";
        warnings.push_back(
            {WarningCode::volumes_have_gaps,
             {work.name, std::to_string(gaps->missing), std::to_string(gaps->wanted), work.arrivals.file->path,
              local_time_text(calendar.date(first.day), first.start) + where}});
    }
    return warnings;
}

std::vector<Warning> warnings_about_staff(const Scenario& scenario) {
    std::vector<Warning> warnings = warnings_about_rows_outside(scenario, false);
    for (const Team& team : scenario.teams())
        if (const std::size_t gaps = intervals_without_row(team, scenario.calendar()))
            warnings.push_back({WarningCode::staff_table_has_gaps,
                                {team.name, std::to_string(gaps), std::to_string(scenario.intervals())}});
    return warnings;
}

}  // namespace

std::vector<Warning> warnings_about_input(const Scenario& scenario) {
    std::vector<Warning> warnings = warnings_about_volumes(scenario);
    for (auto&& about : {warnings_about_staff(scenario), warnings_about_idle_words(scenario)})
        warnings.insert(warnings.end(), about.begin(), about.end());
    return warnings;
}

}  // namespace freiton
