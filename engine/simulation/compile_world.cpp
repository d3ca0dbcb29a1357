// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/compile_world.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/model/volumes.hpp"
#include "freiton/simulation/compile_routing.hpp"
#include "freiton/simulation/time_line.hpp"

namespace freiton::simulation {

namespace {

using namespace kernel;

// FNV-1a of a name.
std::uint32_t key_of(const std::string& name) {
    std::uint32_t key = 2'166'136'261U;
    for (const char letter : name) key = (key ^ static_cast<unsigned char>(letter)) * 16'777'619U;
    return key;
}

void set_promise(const Work& work, WorkKindRecord& record) {
    if (work.call_target && work.call_target->within) record.threshold_s = work.call_target->within->count();
    if (!work.backlog_target) return;
    const Deadline& within = work.backlog_target->within;
    record.due_s = within.time.count();
    record.due_days = within.working_days;
    record.due = within.clock == Clock::working_days    ? DueClock::working_days
                 : within.clock == Clock::opening_hours ? DueClock::opening_hours
                                                        : DueClock::wall;
}

WorkKindRecord work_record(const Scenario& scenario, const Work& work) {
    const auto& interrupt = scenario.routing().interrupt;
    WorkKindRecord record;
    record.call = work.kind == WorkKind::call;
    record.interruptible = std::find(interrupt.begin(), interrupt.end(), work.name) != interrupt.end();
    record.unlimited = work.arrivals.unlimited;
    record.has_patience = work.patience.has_value();
    record.eager = work.lines.has_value() || work.redial.has_value();
    record.priority = work.urgency();
    record.lines = work.lines.value_or(0);
    record.handling = make_sampler(work.handling_time);
    if (work.patience) record.patience = make_sampler(*work.patience);
    for (const Team& team : scenario.teams())
        if (const auto own = team.handling_time.find(work.name); own != team.handling_time.end())
            record.other_handling.push_back(make_sampler(own->second));
    record.other_laws = static_cast<int>(record.other_handling.size());
    if (work.redial) {
        record.redial_share = work.redial->share.value();
        record.redial_after_s = work.redial->after.count();
        record.attempts = work.redial->attempts;
    }
    record.day_cv = work.arrivals.day_cv;
    record.key = key_of(work.name);
    set_promise(work, record);
    return record;
}

// Arrivals that all come at one moment lie inside their interval; one that is past its end comes at the last instant.
Segment segment_of(const Arrivals& arrivals, const Calendar& calendar, const Slot& slot, std::size_t interval,
                   double mean) {
    Segment segment{slot.start, slot.end, mean, slot.day};
    if (arrivals.at) {
        const double offset = Seconds{*arrivals.at - calendar.intervals()[interval].start}.count();
        segment.start += std::clamp(offset, 0.0, slot.end - slot.start - 1e-3);
        segment.end = segment.start;
    }
    return segment;
}

double opening_backlog_of(const Work& work, const std::string& site) {
    if (site.empty()) return work.opening_backlog.everywhere.value_or(0.0);
    const auto found = work.opening_backlog.sites.find(site);
    return found == work.opening_backlog.sites.end() ? 0.0 : found->second;
}

std::vector<double> handling_factors(const Work& work, const Calendar& calendar, const TimeLine& line,
                                     const std::string& site) {
    const std::vector<double> means = handling_times_of_site(work.arrivals, calendar, site);
    if (std::all_of(means.begin(), means.end(), [](double mean) { return std::isnan(mean); })) return {};
    const double usual = work.handling_time.mean_duration().count();
    std::vector<double> factors;
    for (const std::size_t interval : line.interval)
        factors.push_back(std::isnan(means[interval]) || usual <= 0.0 ? 1.0 : means[interval] / usual);
    return factors;
}

void add_source(const Scenario& scenario, const TimeLine& line, std::size_t w, const std::string& site, World& world) {
    const Work& work = scenario.work()[w];
    const Calendar& calendar = scenario.calendar();
    const auto& sites = scenario.sites();
    Source source;
    source.work = static_cast<int>(w);
    source.site = site.empty() ? none : static_cast<int>(std::find(sites.begin(), sites.end(), site) - sites.begin());
    source.work_key = key_of(work.name);
    source.site_key = key_of(site);
    source.opening_backlog = opening_backlog_of(work, site);
    source.handling_factor = handling_factors(work, calendar, line, site);
    const std::vector<double> volumes = volumes_of_site(work.arrivals, calendar, site);
    for (std::size_t s = 0; s < line.slots.size(); ++s)
        if (volumes[line.interval[s]] > 0.0)
            source.segments.push_back(
                segment_of(work.arrivals, calendar, line.slots[s], line.interval[s], volumes[line.interval[s]]));
    const bool owned = scenario.routing().reach == Reach::owner && work.owners;
    source.owners = owned ? *work.owners : 1;
    source.first_class = static_cast<int>(world.classes.size());
    for (int owner = 0; owner < source.owners; ++owner) {
        ClassRecord cls;
        cls.work = source.work;
        cls.site = source.site;
        cls.row = world.rows;
        cls.source = static_cast<int>(world.sources.size());
        world.classes.push_back(cls);
    }
    world.row_work.push_back(source.work);
    world.row_site.push_back(source.site);
    ++world.rows;
    world.sources.push_back(std::move(source));
}

void add_sources(const Scenario& scenario, const TimeLine& line, World& world) {
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const int before = world.rows;
        if (scenario.comes_from(w, "")) add_source(scenario, line, w, "", world);
        for (const std::string& site : scenario.sites())
            if (scenario.comes_from(w, site)) add_source(scenario, line, w, site, world);
        if (world.rows == before) add_source(scenario, line, w, "", world);
    }
}

void add_teams(const Scenario& scenario, World& world) {
    for (const Team& team : scenario.teams()) {
        TeamRecord record;
        record.key = key_of(team.name);
        if (team.absence) {
            record.absence_share = team.absence->share.value();
            record.absence_has_length = team.absence->length.has_value();
            if (team.absence->length) {
                record.absence_days = make_sampler(*team.absence->length);
                record.absence_mean_days = team.absence->length->mean_duration().count() / 86'400.0;
            }
        }
        world.teams.push_back(std::move(record));
    }
}

// People on the time line; what comes before and after the horizon repeats its first and last open day.
void set_staffing(const TimeLine& line, const StaffingPlan& plan, World& world) {
    for (std::size_t t = 0; t < world.teams.size(); ++t) {
        TeamRecord& team = world.teams[t];
        for (const std::size_t interval : line.interval) team.staff.push_back(plan.agents[t][interval]);
        team.most = *std::max_element(team.staff.begin(), team.staff.end());
    }
}

}  // namespace

World compile_world(const Scenario& scenario, const StaffingPlan& plan) {
    EXPECTS(plan.agents.size() == scenario.teams().size());
    const bool has_backlog = std::any_of(scenario.work().begin(), scenario.work().end(),
                                         [](const Work& work) { return work.kind == WorkKind::backlog; });
    const TimeLine line = time_line(scenario.calendar(), scenario.parts().simulation.warm_up_days,
                                    has_backlog ? days_until_all_is_due(scenario) : 0);
    const Routing& routing = scenario.routing();
    World world;
    world.slots = line.slots;
    world.slot_length = scenario.calendar().interval_length().count();
    world.day_close = line.day_close;
    world.days = static_cast<int>(line.day_close.size());
    world.first_horizon_slot = line.first_horizon_slot;
    world.end_horizon_slot = line.end_horizon_slot;
    world.cells = static_cast<int>(scenario.intervals());
    world.origin_s = line.origin_s;
    world.opening_arrival_s = line.opening_arrival_s;
    world.has_backlog = has_backlog;
    world.after_s = routing.after.count();
    world.prefer_site = routing.prefer == Prefer::site;
    world.keep_free = routing.keep_free;
    world.hand_back = routing.when_staff_drops == WhenStaffDrops::hand_back;
    world.drop_at_close = routing.at_close == AtClose::drop;
    for (const Work& work : scenario.work()) world.work.push_back(work_record(scenario, work));
    add_sources(scenario, line, world);
    add_teams(scenario, world);
    set_staffing(line, plan, world);
    compile_routing(scenario, world);
    return world;
}

}  // namespace freiton::simulation
