// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/scenario_check.hpp"

#include <algorithm>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string> names_of_work(const ScenarioParts& parts) {
    std::vector<std::string> names;
    for (const Work& work : parts.work) names.push_back(work.name);
    return names;
}

void check_known(const std::string& name, const std::vector<std::string>& known, const std::string& what,
                 const std::string& key, Problems& problems) {
    if (contains(known, name)) return;
    problems.push_back(
        Problem{Rule::unknown_name}.on(key).got(name).with({what}).meant(nearest_word(name, known).value_or("")));
}

void check_call_target(const Work& work, const std::string& key, Problems& problems) {
    if (!work.call_target) return;
    const CallTarget& target = *work.call_target;
    if (target.answered.has_value() != target.within.has_value()) {
        const bool has_share = target.answered.has_value();
        problems.push_back(Problem{Rule::target_incomplete}.on(key).with(
            {has_share ? "answered" : "within", has_share ? "within" : "answered"}));
    }
    if (!target.answered && !target.within && !target.abandoned && !target.average_wait && !target.wait_probability)
        problems.push_back(
            Problem{Rule::keys_one_of}.on(key).with({"answered, abandoned, average_wait, wait_probability"}));
}

void check_kind(const Work& work, const std::string& key, Problems& problems) {
    const auto refuse = [&](bool given, const std::string& name) {
        if (given)
            problems.push_back(Problem{Rule::not_for_kind}
                                   .on(key + "." + name)
                                   .with({work.kind == WorkKind::call ? "call" : "backlog"}));
    };
    if (work.kind == WorkKind::backlog) {
        refuse(work.patience.has_value(), "patience");
        refuse(work.lines.has_value(), "lines");
        refuse(work.redial.has_value(), "redial");
    } else {
        refuse(work.opening_backlog.everywhere || !work.opening_backlog.sites.empty(), "opening_backlog");
        refuse(work.arrivals.unlimited, "arrivals.unlimited");
    }
    if (work.redial && !work.patience && !work.lines)
        problems.push_back(Problem{Rule::redial_without_loss}.on(key + ".redial"));
}

void check_sites(const ScenarioParts& parts, const Work& work, const std::string& key, Problems& problems) {
    const auto check_keys = [&](const auto& values, const std::string& name) {
        const std::string place = std::string{key}.append(".").append(name);
        for (const auto& [site, value] : values.sites) check_known(site, parts.sites, "site", place, problems);
    };
    if (work.arrivals.per_interval) check_keys(*work.arrivals.per_interval, "arrivals.per_interval");
    if (work.arrivals.per_day) check_keys(*work.arrivals.per_day, "arrivals.per_day");
    check_keys(work.opening_backlog, "opening_backlog");
    if (!work.arrivals.file) return;
    std::set<std::string> told;
    for (const VolumeRow& row : work.arrivals.file->rows)
        if (!row.site.empty() && !contains(parts.sites, row.site) && told.insert(row.site).second)
            problems.push_back(Problem{Rule::unknown_name}
                                   .at({work.arrivals.file->found_at, row.line})
                                   .on("site")
                                   .got(row.site)
                                   .with({"site"})
                                   .meant(nearest_word(row.site, parts.sites).value_or("")));
}

// Sites from which this work comes.
std::set<std::string> origins(const Work& work) {
    std::set<std::string> sites;
    if (work.arrivals.per_interval)
        for (const auto& [site, value] : work.arrivals.per_interval->sites) sites.insert(site);
    if (work.arrivals.per_day)
        for (const auto& [site, value] : work.arrivals.per_day->sites) sites.insert(site);
    if (work.arrivals.file)
        for (const VolumeRow& row : work.arrivals.file->rows)
            if (!row.site.empty()) sites.insert(row.site);
    return sites;
}

void check_reach_of_sites(const ScenarioParts& parts, const std::string& key, Problems& problems) {
    const bool all_sited =
        std::all_of(parts.teams.begin(), parts.teams.end(), [](const Team& team) { return team.site; });
    if (parts.sites.empty() || !all_sited) {
        problems.push_back(Problem{Rule::site_needed}.on(key + ".reach").got("site"));
        return;
    }
    for (const Work& work : parts.work)
        for (const std::string& site : origins(work)) {
            const bool handled = std::any_of(parts.teams.begin(), parts.teams.end(), [&](const Team& team) {
                return team.site == site && contains(team.handles, work.name);
            });
            if (!handled && contains(parts.sites, site))
                problems.push_back(Problem{Rule::no_team_at_site}.on("work." + work.name).with({site}));
        }
}

}  // namespace

void check_work(const ScenarioParts& parts, const Work& work, Problems& problems) {
    const std::string key = "work." + work.name;
    check_kind(work, key, problems);
    check_call_target(work, key + ".target", problems);
    check_sites(parts, work, key, problems);
    const bool handled = std::any_of(parts.teams.begin(), parts.teams.end(),
                                     [&](const Team& team) { return contains(team.handles, work.name); });
    const bool handles_unclear =
        std::any_of(parts.teams.begin(), parts.teams.end(), [](const Team& team) { return team.handles.empty(); });
    if (!handled && !handles_unclear && !parts.teams.empty())
        problems.push_back(Problem{Rule::work_without_team}.on(key));
}

void check_team(const ScenarioParts& parts, const Team& team, Problems& problems) {
    const std::string key = "teams." + team.name;
    const std::vector<std::string> works = names_of_work(parts);
    if (team.site) check_known(*team.site, parts.sites, "site", key + ".site", problems);
    if (team.handles.empty()) problems.push_back(Problem{Rule::list_empty}.on(key + ".handles"));
    for (std::size_t i = 0; i < team.handles.size(); ++i) {
        check_known(team.handles[i], works, "work", key + ".handles", problems);
        if (std::find(team.handles.begin(), team.handles.begin() + static_cast<std::ptrdiff_t>(i), team.handles[i]) !=
            team.handles.begin() + static_cast<std::ptrdiff_t>(i))
            problems.push_back(Problem{Rule::name_twice}.on(key + ".handles").got(team.handles[i]));
    }
    for (const auto& [work, law] : team.handling_time)
        check_known(work, team.handles, "work of this team", key + ".handling_time", problems);
    if (team.most && *team.most < team.least)
        problems.push_back(Problem{Rule::at_least}
                               .on(key + ".max")
                               .got(std::to_string(*team.most))
                               .with({"min: " + std::to_string(team.least)}));
}

void check_routing(const ScenarioParts& parts, const Routing& routing, const std::string& key, Problems& problems) {
    if (routing.reach == Reach::site) check_reach_of_sites(parts, key, problems);
    if (routing.prefer == Prefer::site && parts.sites.empty())
        problems.push_back(Problem{Rule::site_needed}.on(key + ".prefer").got("site"));
    if (routing.after.count() > 0.0 && (routing.reach != Reach::all || parts.sites.empty()))
        problems.push_back(Problem{Rule::goes_with}.on(key + ".after").with({"reach: all, and sites"}));
    int most_owners = 0;
    for (const Work& work : parts.work) most_owners = std::max(most_owners, work.owners.value_or(0));
    if (routing.reach == Reach::owner && most_owners == 0)
        problems.push_back(Problem{Rule::owners_needed}.on(key + ".reach").got("owner"));
    if (routing.backup > 0 && routing.reach != Reach::owner)
        problems.push_back(Problem{Rule::goes_with}.on(key + ".backup").with({"reach: owner"}));
    else if (routing.backup > 0 && routing.backup >= most_owners && most_owners > 0)
        problems.push_back(Problem{Rule::backup_too_large}.on(key + ".backup").with({std::to_string(most_owners)}));
    for (const std::string& name : routing.interrupt) {
        check_known(name, names_of_work(parts), "work", key + ".interrupt", problems);
        for (const Work& work : parts.work)
            if (work.name == name && work.kind == WorkKind::call)
                problems.push_back(Problem{Rule::interrupt_only_backlog}.on(key + ".interrupt").got(name));
    }
}

void check_staff(const Team& team, const Calendar& calendar, Problems& problems) {
    if (!team.staff) return;
    const Staff& staff = *team.staff;
    const std::string key = "teams." + team.name + ".staff";
    if (!staff.path && !staff.same_for_all) check_interval_list(staff.agents.size(), calendar, key, problems);
    std::vector<int> lines(calendar.intervals().size(), 0);
    bool any_inside = false;
    for (const StaffRow& row : staff.rows) {
        const std::ptrdiff_t interval = calendar.interval_at(row.date, row.start);
        const auto day = (row.date - calendar.parts().first_day).count();
        if (day < 0 || day >= calendar.days()) continue;
        any_inside = true;
        const auto problem = [&](Rule rule) {
            return Problem{rule}.at({staff.found_at, row.line}).on("start").got(local_time_text(row.date, row.start));
        };
        if (interval < 0) {
            if (row.agents > 0) problems.push_back(problem(Rule::row_not_open));
        } else if (int& line = lines[static_cast<std::size_t>(interval)]; line > 0) {
            if (calendar.interval_again(static_cast<std::size_t>(interval)) < 0)
                problems.push_back(problem(Rule::row_twice).with({std::to_string(line)}));
        } else {
            line = row.line;
        }
    }
    if (staff.path && !staff.rows.empty() && !any_inside)
        problems.push_back(Problem{Rule::row_outside_horizon}
                               .at({staff.found_at, 0})
                               .on("date")
                               .with({date_text(calendar.date(0)), date_text(calendar.date(calendar.days() - 1))}));
}

}  // namespace freiton
