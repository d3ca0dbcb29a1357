// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/scenario_check.hpp"

#include <algorithm>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/model/alike.hpp"
#include "freiton/model/opening.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

void check_call_target(const Work& work, const std::string& key, Problems& problems) {
    if (!work.call_target) return;
    const CallTarget& target = *work.call_target;
    if (target.answered.has_value() != target.within.has_value()) {
        const bool has_share = target.answered.has_value();
        problems.push_back(Problem{Rule::target_incomplete}.on(key).with(
            {has_share ? "answered" : "within", has_share ? "within" : "answered"}));
    }
    if (!target.answered && !target.within && !target.abandoned && !target.average_wait && !target.wait_probability &&
        !target.called_back)
        problems.push_back(Problem{Rule::keys_one_of}.on(key).with(
            {"answered, abandoned, average_wait, wait_probability, called_back"}));
    if (target.called_back && !work.callback)
        problems.push_back(Problem{Rule::goes_with}.on(key + ".called_back").with({"callback"}));
    if (target.short_wait.count() > 0.0 && !work.may_give_up())
        problems.push_back(Problem{Rule::goes_with}.on(key + ".short").with({"patience, or balk"}));
}

void check_backlog_target(const Work& work, const std::string& key, Problems& problems) {
    if (!work.backlog_target) return;
    const BacklogTarget& target = *work.backlog_target;
    if (work.kind == WorkKind::outbound && !target.tried && !target.reached)
        problems.push_back(Problem{Rule::keys_one_of}.on(key).with({"tried, reached"}));
}

void check_kind(const Work& work, const std::string& key, Problems& problems) {
    const auto only_for = [&](bool right_kind, bool given, const std::string& name) {
        if (given && !right_kind)
            problems.push_back(
                Problem{Rule::not_for_kind}.on(key + "." + name).with({std::string{kind_name(work.kind)}}));
    };
    const bool now = work.answered_now();
    only_for(now, work.patience.has_value(), "patience");
    only_for(now, work.wrap_up.has_value(), "wrap_up");
    only_for(now, work.balk.value() > 0.0, "balk");
    only_for(now, work.lines.has_value(), "lines");
    only_for(now, work.redial.has_value(), "redial");
    only_for(!now, work.opening_backlog.everywhere || !work.opening_backlog.sites.empty(), "opening_backlog");
    only_for(!now, work.arrivals.unlimited, "arrivals.unlimited");
    only_for(!now, work.arrivals.around_the_clock, "arrivals.around_the_clock");
    only_for(work.kind == WorkKind::backlog, work.chased.has_value(), "chased");
    only_for(work.kind == WorkKind::call, work.callback.has_value(), "callback");
    only_for(work.kind == WorkKind::chat, work.concurrency > 1, "concurrency");
    only_for(work.kind == WorkKind::chat, work.slowdown != std::vector<double>{1.0}, "slowdown");
    only_for(work.kind == WorkKind::outbound, work.window.has_value(), "window");
    only_for(work.kind == WorkKind::outbound, work.reached != Answering{}, "reached");
    only_for(work.kind == WorkKind::outbound, work.no_answer != NoAnswer{}, "no_answer");
    if (work.chased && work.kind == WorkKind::backlog && !work.backlog_target)
        problems.push_back(Problem{Rule::goes_with}.on(key + ".chased").with({"target"}));
    if (work.redial && !work.may_lose()) problems.push_back(Problem{Rule::redial_without_loss}.on(key + ".redial"));
}

// Chances of an answer by hour: of the window's hours, or of all 24.
void check_answering(const Calendar& calendar, const Answering& reached, const std::optional<OpenWeek>& window,
                     const std::string& key, Problems& problems) {
    const std::size_t hours = answering_hours(calendar, window);
    if (reached.same_for_all || reached.shares.size() == 24 || reached.shares.size() == hours) return;
    problems.push_back(
        Problem{Rule::list_by_hour}.on(key).with({std::to_string(reached.shares.size()), std::to_string(hours)}));
}

void check_sites(const NameSet& sites, const Work& work, const std::string& key, Problems& problems) {
    const auto check_keys = [&](const auto& values, const std::string& name) {
        const std::string place = std::string{key}.append(".").append(name);
        for (const auto& [site, value] : values.sites) check_known(site, sites, "site", place, problems);
    };
    if (work.arrivals.per_interval) check_keys(*work.arrivals.per_interval, "arrivals.per_interval");
    if (work.arrivals.per_day) check_keys(*work.arrivals.per_day, "arrivals.per_day");
    check_keys(work.opening_backlog, "opening_backlog");
    if (!work.arrivals.file) return;
    std::set<std::string> told;
    for (const VolumeRow& row : work.arrivals.file->rows)
        if (!row.site.empty() && !sites.contains(row.site) && told.insert(row.site).second && !are_enough(problems))
            problems.push_back(Problem{Rule::unknown_name}
                                   .at({work.arrivals.file->found_at, row.line})
                                   .on("site")
                                   .got(row.site)
                                   .with({"site"})
                                   .meant(suggested_word(row.site, sites.in_order(), problems)));
}

}  // namespace

void check_known(const std::string& name, const NameSet& known, const std::string& what, const std::string& key,
                 Problems& problems) {
    if (known.contains(name) || are_enough(problems)) return;
    problems.push_back(Problem{Rule::unknown_name}.on(key).got(name).with({what}).meant(
        suggested_word(name, known.in_order(), problems)));
}

void check_length(const ScenarioParts& parts, const Calendar& calendar, Problems& problems) {
    constexpr double most_values = 25e6;           // one for each kind of work and interval: 200 MB
    constexpr double most_values_by_site = 250e6;  // passed through once, at a nanosecond or two
    const double values = static_cast<double>(parts.work.size()) * static_cast<double>(calendar.intervals().size());
    const double by_site = values * static_cast<double>(1 + parts.sites.size());
    const double fits = std::min(most_values / std::max(1.0, values), most_values_by_site / std::max(1.0, by_site));
    if (fits >= 1.0) return;
    const auto days = static_cast<int>(fits * calendar.days());
    problems.push_back(Problem{Rule::horizon_too_long}
                           .on("calendar.days")
                           .got(std::to_string(calendar.days()))
                           .with({std::to_string(days)}));
}

void check_ways(const Calendar& calendar, const Work& work, Problems& problems) {
    const std::string key = "work." + work.name;
    check_answering(calendar, work.reached, work.window, key + ".reached", problems);
    if (work.callback)
        check_answering(calendar, work.callback->reached, std::nullopt, key + ".callback.reached", problems);
    if (work.slowdown.size() > static_cast<std::size_t>(work.concurrency))
        problems.push_back(Problem{Rule::slowdown_too_long}
                               .on(key + ".slowdown")
                               .with({std::to_string(work.slowdown.size()), std::to_string(work.concurrency)}));
}

void check_work(const ScenarioParts& parts, const ScenarioNames& names, const Work& work, Problems& problems) {
    const std::string key = "work." + work.name;
    check_kind(work, key, problems);
    check_call_target(work, key + ".target", problems);
    check_backlog_target(work, key + ".target", problems);
    if (parts.calendar.repeats && (work.opening_backlog.everywhere || !work.opening_backlog.sites.empty()))
        problems.push_back(
            Problem{Rule::keys_exclusive}.on(key + ".opening_backlog").with({"calendar.repeats, opening_backlog"}));
    if (work.open && work.arrivals.around_the_clock)
        problems.push_back(Problem{Rule::keys_exclusive}.on(key + ".open").with({"open, arrivals.around_the_clock"}));
    check_sites(names.sites, work, key, problems);
    check_routing_of_work(parts, work, key, problems);
    check_leads(parts, names, work, problems);
    if (!names.handled.contains(work.name) && !names.handles_unclear && !parts.teams.empty())
        problems.push_back(Problem{Rule::work_without_team}.on(key));
}

void check_alike(const PlanOptions& plan, const Calendar& calendar, Problems& problems) {
    if (!plan.alike.empty() && alike_intervals(calendar, plan.alike).empty())
        problems.push_back(Problem{Rule::alike_too_few}.on("plan.alike"));
}

// The formulas judge means. An assurance asks for a share of days, which only simulated days can tell.
void check_assurance(const PlanOptions& plan, Problems& problems) {
    if (!plan.assurance_days || plan.method == Method::automatic || plan.method == Method::simulation) return;
    const char* both = plan.method == Method::formula ? "method: formula, assurance" : "method: transient, assurance";
    problems.push_back(Problem{Rule::keys_exclusive}.on("plan").with({both}));
}

}  // namespace freiton
