// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/opening.hpp"
#include "freiton/model/rows_apart.hpp"
#include "freiton/model/scenario_check.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

// Lists that differ by weekday are as long as that day; a day that is never open has no value.
template <class T>
void check_weekdays(const Varying<T>& value, const Calendar& calendar, const std::string& key, Problems& problems) {
    for (std::size_t day = 0; day < 7; ++day) {
        const std::vector<T>& values = value.week()[day];
        const std::size_t open = values_of_day(calendar.parts().open[day], calendar.parts().interval);
        const auto problem = [&](Rule rule) {
            return Problem{rule}.on(std::string{key}.append(".").append(weekday_names[day]));
        };
        if (!values.empty() && open == 0)
            problems.push_back(problem(Rule::weekday_closed));
        else if (values.size() > 1 && values.size() != open)
            problems.push_back(problem(values.size() < open ? Rule::list_too_short : Rule::list_too_long)
                                   .with({std::to_string(values.size()), std::to_string(open)}));
    }
}

template <class T>
void check_varying(const Varying<T>& value, const Calendar& calendar, const std::string& key, Problems& problems) {
    if (!value.same_every_day())
        check_weekdays(value, calendar, key, problems);
    else if (value.week()[0].size() > 1)
        check_interval_list(value.week()[0].size(), calendar, key, problems);
}

void check_bounds(const Team& team, const Calendar& calendar, const std::string& key, Problems& problems) {
    for (IntervalIndex i{0}; i < calendar.intervals().size(); ++i) {
        const int least = team.least.at(calendar, i).value_or(0);
        const std::optional<int> most = team.most.at(calendar, i);
        if (!most || *most >= least) continue;
        problems.push_back(Problem{Rule::at_least}
                               .on(key + ".max")
                               .got(std::to_string(*most))
                               .with({"min: " + std::to_string(least)}));
        return;
    }
}

// What concerns people between kinds of work.
void check_several_kinds(const Team& team, const std::string& key, Problems& problems) {
    if (team.handles.size() > 1) return;
    const auto refuse = [&](bool given, const std::string& name) {
        if (given) problems.push_back(Problem{Rule::goes_with}.on(key + name).with({"handles: two kinds of work"}));
    };
    refuse(!team.reserved.empty(), ".reserved");
    refuse(team.switching.count() > 0.0, ".switching");
}

}  // namespace

void check_team(const ScenarioNames& names, const Team& team, Problems& problems) {
    const std::string key = "teams." + team.name;
    if (team.site) check_known(*team.site, names.sites, "site", key + ".site", problems);
    if (team.handles.empty()) problems.push_back(Problem{Rule::list_empty}.on(key + ".handles"));
    NameSet handles;
    for (const std::string& name : team.handles) {
        check_known(name, names.work, "work", key + ".handles", problems);
        if (handles.contains(name)) problems.push_back(Problem{Rule::name_twice}.on(key + ".handles").got(name));
        handles.add(name);
    }
    for (const auto& [work, wait] : team.after.by_work)
        check_known(work, handles, "work of this team", key + ".after", problems);
    if (team.away != Away{} && !team.site)
        problems.push_back(Problem{Rule::goes_with}.on(key + ".away").with({"site"}));
    for (const auto& [work, law] : team.handling_time)
        check_known(work, handles, "work of this team", key + ".handling_time", problems);
    for (std::size_t k = 0; k < team.reserved.size(); ++k)
        check_known(team.reserved[k].work, handles, "work of this team",
                    key + ".reserved[" + std::to_string(k + 1) + "].work", problems);
    check_several_kinds(team, key, problems);
}

void check_while_chatting(const std::vector<Work>& works, const Team& team, Problems& problems) {
    if (team.while_chatting == WhileChatting::nothing) return;
    if (handles_kind(works, team, WorkKind::call) && handles_kind(works, team, WorkKind::chat)) return;
    problems.push_back(
        Problem{Rule::goes_with}.on("teams." + team.name + ".while_chatting").with({"handles: a chat and a call"}));
}

void check_team_values(const Team& team, const Calendar& calendar, Problems& problems) {
    const std::string key = "teams." + team.name;
    const std::size_t before = problems.size();
    check_varying(team.least, calendar, key + ".min", problems);
    check_varying(team.most, calendar, key + ".max", problems);
    check_varying(team.max_occupancy, calendar, key + ".max_occupancy", problems);
    check_varying(team.shrinkage.all, calendar, key + ".shrinkage", problems);
    for (const auto& [name, part] : team.shrinkage.parts)
        check_varying(part, calendar, std::string{key}.append(".shrinkage.").append(name), problems);
    if (problems.size() == before) check_bounds(team, calendar, key, problems);
}

void check_staff(const ScenarioParts& parts, const Team& team, const Calendar& calendar, Problems& problems) {
    if (!team.staff) return;
    const Staff& staff = *team.staff;
    const std::string key = "teams." + team.name + ".staff";
    const OpenMask open = staffed_when(parts, calendar, team);
    if (!staff.path && !staff.same_for_all)
        check_interval_list({staff.agents.begin(), staff.agents.end()}, open, calendar, key, problems);
    std::vector<int> lines(calendar.intervals().size(), 0);
    RowStarts starts;
    bool any_inside = false;
    for (const StaffRow& row : staff.rows) {
        if (are_enough(problems)) return;
        const auto interval = calendar.interval_at(row.date, row.start);
        const auto day = (row.date - calendar.parts().first_day).count();
        if (day < 0 || day >= calendar.days()) continue;
        any_inside = true;
        const auto problem = [&](Rule rule) {
            return Problem{rule}.at({staff.found_at, row.line}).on("start").got(local_time_text(row.date, row.start));
        };
        if (!interval || !is_open_in(open, *interval)) {
            if (row.agents > 0) problems.push_back(problem(Rule::row_not_open));
        } else if (int& line = lines[*interval]; line > 0) {
            if (!calendar.interval_again(*interval))
                problems.push_back(problem(Rule::row_twice).with({std::to_string(line)}));
        } else {
            line = row.line;
            starts[{row.date, ""}].insert(row.start);
        }
    }
    check_rows_apart(starts, calendar, staff.found_at, problems);
    if (staff.path && !staff.rows.empty() && !any_inside)
        problems.push_back(Problem{Rule::row_outside_horizon}
                               .at({staff.found_at, 0})
                               .on("date")
                               .with({date_text(calendar.date(0)), date_text(calendar.date(calendar.days() - 1))}));
}

}  // namespace freiton
