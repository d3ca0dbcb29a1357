// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "freiton/core/text.hpp"
#include "freiton/model/closed_arrivals.hpp"
#include "freiton/model/rows_apart.hpp"
#include "freiton/model/volume_table.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

std::size_t longest_day_of_horizon(const Calendar& calendar) {
    const CalendarParts& parts = calendar.parts();
    std::size_t longest = 0;
    for (int day = 0; day < calendar.days(); ++day)
        if (calendar.is_open(day))
            longest = std::max(longest, values_of_day(parts.open[weekday_index(calendar.date(day))], parts.interval));
    return longest;
}

std::size_t longest_day_of_week(const Calendar& calendar) {
    std::size_t longest = 0;
    for (const OpenHours& hours : calendar.parts().open)
        longest = std::max(longest, values_of_day(hours, calendar.parts().interval));
    return longest;
}

void check_rows(const VolumeFile& file, WorkKind kind, const Calendar& calendar, const AcceptedHours& accepted,
                Problems& problems) {
    const VolumeTable table{file, calendar};
    const auto problem = [&](std::size_t i, Rule rule) {
        const VolumeRow& row = file.rows[i];
        return Problem{rule}.at({file.found_at, row.line}).on("start").got(local_time_text(row.date, row.start));
    };
    bool any_inside = false;
    for (std::size_t i = 0; i < file.rows.size() && !are_enough(problems); ++i) {
        const auto day = (file.rows[i].date - calendar.parts().first_day).count();
        const bool inside = day >= 0 && day < calendar.days();  // a file may hold more than the horizon
        any_inside = any_inside || inside;
        const auto interval = calendar.interval_at(file.rows[i].date, file.rows[i].start);
        const bool by_hours = is_answered_now(kind) || accepted.are_of_the_work();
        const bool taken = by_hours ? interval && is_open_in(accepted.from(file.rows[i].site), *interval)
                                    : interval || table.closed_moment_of(i);
        if (inside && !taken && file.rows[i].arrivals > 0.0) problems.push_back(problem(i, Rule::row_not_open));
    }
    for (const auto& [row, line] : table.twice())
        if (!are_enough(problems)) problems.push_back(problem(row, Rule::row_twice).with({std::to_string(line)}));
    RowStarts starts;
    for (const VolumeRow& row : file.rows) starts[{row.date, row.site}].insert(row.start);
    check_rows_apart(starts, calendar, file.found_at, problems);
    if (!any_inside)
        problems.push_back(Problem{Rule::row_outside_horizon}
                               .at({file.found_at, 0})
                               .on("date")
                               .with({date_text(calendar.date(0)), date_text(calendar.date(calendar.days() - 1))}));
}

void check_profile(const Arrivals& arrivals, const std::string& key, Problems& problems) {
    if (std::all_of(arrivals.profile.begin(), arrivals.profile.end(), [](double weight) { return weight == 0.0; }))
        problems.push_back(Problem{Rule::profile_all_zero}.on(key + ".profile"));
}

// Of per_interval, with its site (empty: none) and its key; a single value for all intervals is no list.
template <class Check>
void for_each_list(const Arrivals& arrivals, const std::string& key, Check check) {
    if (!arrivals.per_interval) return;
    const auto& everywhere = arrivals.per_interval->everywhere;
    if (everywhere && !everywhere->same_for_all) check(*everywhere, std::string{}, key + ".per_interval");
    for (const auto& [site, given] : arrivals.per_interval->sites)
        if (!given.same_for_all) check(given, site, std::string{key}.append(".per_interval.").append(site));
}

// Lists have a value for each interval of 24 hours.
void check_round_the_clock(const Arrivals& arrivals, const Calendar& calendar, const std::string& key,
                           Problems& problems) {
    const std::size_t wanted = values_of_whole_day(calendar);
    const auto check_size = [&](std::size_t size, const std::string& where) {
        if (size == wanted) return;
        problems.push_back(
            Problem{Rule::list_of_whole_day}.on(where).with({std::to_string(size), std::to_string(wanted)}));
    };
    for_each_list(arrivals, key, [&](const PerInterval& given, const std::string&, const std::string& where) {
        check_size(given.means.size(), where);
    });
    if (arrivals.profile.empty()) return;
    check_size(arrivals.profile.size(), key + ".profile");
    check_profile(arrivals, key, problems);
}

}  // namespace

std::size_t values_of_day(const OpenHours& hours, Minutes interval) {
    Minutes open{0};
    for (const OpenSpan& span : hours) open += span.to - span.from;
    return static_cast<std::size_t>(open / interval);
}

void check_interval_list(std::size_t size, const Calendar& calendar, const std::string& key, Problems& problems) {
    const std::size_t least = longest_day_of_horizon(calendar);
    const std::size_t most = std::max(least, longest_day_of_week(calendar));
    if (size >= least && size <= most) return;
    const bool too_short = size < least;
    problems.push_back(Problem{too_short ? Rule::list_too_short : Rule::list_too_long}.on(key).with(
        {std::to_string(size), std::to_string(too_short ? least : most)}));
}

void check_interval_list(const std::vector<double>& list, const OpenMask& open, const Calendar& calendar,
                         const std::string& key, Problems& problems) {
    const std::size_t before = problems.size();
    check_interval_list(list.size(), calendar, key, problems);
    if (problems.size() > before) return;
    if (open.empty()) return;
    std::vector<bool> used(list.size(), false);
    std::vector<std::optional<Minutes>> start(list.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        const auto index = static_cast<std::size_t>(calendar.intervals()[i].index_in_day);
        if (index >= list.size()) continue;
        start[index] = calendar.intervals()[i].start;
        used[index] = used[index] || open[i];
    }
    for (std::size_t k = 0; k < list.size(); ++k)
        if (start[k] && !used[k] && list[k] > 0.0)
            problems.push_back(
                Problem{Rule::value_while_closed}.on(key).got(number_text(list[k])).with({clock_text(*start[k])}));
}

void check_by_interval(const Work& work, const Calendar& calendar, const std::string& key, Problems& problems) {
    const std::string handling_time = key + ".handling_time";
    if (!work.handling_time.by_interval.empty())
        check_interval_list(work.handling_time.by_interval.size(), calendar, handling_time + ".by_interval", problems);
    if (work.patience && !work.patience->by_interval.empty())
        check_interval_list(work.patience->by_interval.size(), calendar, key + ".patience.by_interval", problems);
    const auto has_mean = [](const VolumeRow& row) { return row.handling_time_s.has_value(); };
    const bool table =
        work.arrivals.file && std::any_of(work.arrivals.file->rows.begin(), work.arrivals.file->rows.end(), has_mean);
    const auto refuse = [&](const char* both) {
        problems.push_back(Problem{Rule::keys_exclusive}.on(handling_time).with({both}));
    };
    if (table && !work.handling_time.by_interval.empty()) refuse("by_interval, handling_time_s");
    if (table && work.arrivals.recorded && work.handling_time.day_cv > 0.0) refuse("day_cv, handling_time_s");
}

void check_volumes(const Arrivals& arrivals, const Calendar& calendar, const std::string& key, Problems& problems,
                   const AcceptedHours& accepted, WorkKind kind) {
    if (arrivals.around_the_clock) return check_round_the_clock(arrivals, calendar, key, problems);
    if (arrivals.file && !arrivals.recorded) check_rows(*arrivals.file, kind, calendar, accepted, problems);
    for_each_list(arrivals, key, [&](const PerInterval& given, const std::string& site, const std::string& where) {
        check_interval_list(given.means, accepted.from(site), calendar, where, problems);
    });
    if (arrivals.profile.empty()) return;
    check_interval_list(arrivals.profile.size(), calendar, key + ".profile", problems);
    check_profile(arrivals, key, problems);
}

}  // namespace freiton
