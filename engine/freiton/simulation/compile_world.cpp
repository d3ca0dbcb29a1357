// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/compile_world.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/model/beyond_horizon.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/falls_behind.hpp"
#include "freiton/model/opening.hpp"
#include "freiton/model/volumes.hpp"
#include "freiton/simulation/compile_arrivals.hpp"
#include "freiton/simulation/compile_routing.hpp"
#include "freiton/simulation/kernel/simple_world.hpp"
#include "freiton/simulation/time_line.hpp"

namespace freiton::simulation {

namespace {

using namespace kernel;

void set_due(const Deadline& within, WorkKindRecord& record) {
    record.due_s = within.time.count();
    record.due_days = within.working_days;
    record.due = within.clock == Clock::working_days    ? DueClock::working_days
                 : within.clock == Clock::opening_hours ? DueClock::opening_hours
                                                        : DueClock::wall;
}

void set_promise(const Work& work, WorkKindRecord& record) {
    if (work.answered_now()) record.threshold_s = work.service_threshold().count();
    record.short_s = work.short_wait_s();
    if (work.backlog_target) set_due(work.backlog_target->within, record);
}

// Whom the office calls: who answers, and when it tries again.
void set_calling(const Scenario& scenario, const TimeLine& line, const Answering& reached,
                 const std::optional<OpenWeek>& window, const NoAnswer& no_answer, WorkKindRecord& record) {
    record.dials = true;
    record.no_answer_s = no_answer.takes.count();
    record.again_after_s = no_answer.again_after.count();
    record.attempts = no_answer.attempts;
    const std::vector<double> answers = answering_by_interval(reached, window, scenario.calendar());
    for (const std::size_t interval : line.interval) record.answers.push_back(answers[interval]);
}

// Callers who hung up to be called back: what they want and who may take it stays, nobody waits on the line.
WorkKindRecord callback_record(const Scenario& scenario, const TimeLine& line, const Work& work,
                               const WorkKindRecord& calls) {
    WorkKindRecord record = calls;
    record.call = record.has_patience = record.gives_up = record.eager = record.has_wrap_up = false;
    record.callback = true;
    record.lines = 0;
    record.balk = record.redial_share = record.ages_s = 0.0;
    set_due(work.callback->within, record);
    set_calling(scenario, line, work.callback->reached, std::nullopt, work.callback->no_answer, record);
    return record;
}

// Whether somebody may wait on the line until a call of this work is answered, or its caller gives up.
bool is_held_for(const Scenario& scenario, const Work& work) {
    return std::any_of(scenario.work().begin(), scenario.work().end(), [&](const Work& from) {
        return std::any_of(from.leads_to.begin(), from.leads_to.end(),
                           [&](const LeadsTo& lead) { return lead.warm && lead.work == work.name; });
    });
}

WorkKindRecord work_record(const Scenario& scenario, const TimeLine& line, const Work& work) {
    WorkKindRecord record;
    record.call = work.answered_now();
    record.interruptible = may_be_interrupted(scenario, work);
    record.unlimited = work.arrivals.unlimited;
    record.has_patience = work.patience.has_value();
    record.balk = work.balk.value();
    record.gives_up = work.may_give_up();
    record.eager = work.lines.has_value() || work.redial.has_value() || is_held_for(scenario, work);
    record.priority = work.urgency();
    record.lines = work.lines.value_or(0);
    record.handling = make_sampler(work.handling_time);
    record.handling_mean_s = work.handling_time.mean_duration().count();
    record.has_wrap_up = work.wrap_up.has_value();
    if (work.wrap_up) record.wrap_up = make_sampler(*work.wrap_up);
    if (work.ages) record.ages_s = work.ages->count();
    if (work.patience) {
        record.patience = make_sampler(*work.patience);
        const std::vector<double> factors = factors_by_interval(*work.patience, scenario.calendar());
        for (std::size_t s = 0; s < line.interval.size() && !factors.empty(); ++s)
            record.patience_factor.push_back(factors[line.interval[s]]);
    }
    for (const Team& team : scenario.teams()) {
        const auto own = team.handling_time.find(work.name);
        if (own == team.handling_time.end()) continue;
        record.other_handling.push_back(make_sampler(own->second));
        record.other_scale.push_back(own->second.mean_duration() / work.handling_time.mean_duration());
    }
    record.other_laws = static_cast<int>(record.other_handling.size());
    if (work.redial) {
        record.redial_share = work.redial->share.value();
        record.redial_after_s = work.redial->after.count();
        record.attempts = work.redial->attempts;
    }
    if (work.kind == WorkKind::chat) {
        record.chat = true;
        record.concurrency = work.concurrency;
    }
    if (work.kind == WorkKind::outbound) {
        set_calling(scenario, line, work.reached, work.window, work.no_answer, record);
        const OpenMask window = window_of(work, scenario.calendar());
        for (std::size_t s = 0; s < line.interval.size() && !window.empty(); ++s)
            record.window.push_back(is_open_in(window, line.interval[s]) ? 1 : 0);
    }
    if (work.callback) {
        record.offer_after_s = work.callback->offer_after.count();
        record.accepts = work.callback->accepts.value();
    }
    if (work.chased) {
        record.chased_share = work.chased->share.value();
        record.chased_every_s = work.chased->every.count();
    }
    record.day_cv = work.arrivals.day_cv;
    record.interval_cv = work.arrivals.interval_cv;
    record.handling_day_cv = work.handling_time.day_cv;
    record.key = key_of(work.name);
    set_promise(work, record);
    return record;
}

void add_work(const Scenario& scenario, const TimeLine& line, const Work& work, World& world) {
    WorkKindRecord record = work_record(scenario, line, work);
    record.counts_as = static_cast<int>(world.work.size());
    world.chats = world.chats || record.chat;
    world.work.push_back(std::move(record));
}

// Beside each class of callers another: of those who are to be called back.
void add_callbacks(const Scenario& scenario, const TimeLine& line, World& world) {
    const std::size_t classes = world.classes.size();
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        if (!work.callback) continue;
        world.work.push_back(callback_record(scenario, line, work, world.work[w]));
        for (std::size_t c = 0; c < classes; ++c) {
            if (world.classes[c].work != static_cast<int>(w)) continue;
            ClassRecord cls = world.classes[c];
            cls.work = static_cast<int>(world.work.size()) - 1;
            world.classes[c].callbacks = static_cast<int>(world.classes.size());
            world.classes.push_back(std::move(cls));
        }
    }
}

// What slows chats down: at most as many at once as anybody may hold.
void set_slowdowns(const Scenario& scenario, World& world) {
    int most = 1;
    for (const WorkKindRecord& record : world.work) most = std::max(most, record.concurrency);
    for (std::size_t w = 0; w < scenario.work().size(); ++w)
        for (int held = 1; held <= most && world.work[w].chat; ++held)
            world.work[w].slowdown.push_back(scenario.work()[w].slowdown_of(held));
}

void add_teams(const Scenario& scenario, World& world) {
    for (const Team& team : scenario.teams()) {
        TeamRecord record;
        record.calls_while_chatting = team.while_chatting == WhileChatting::calls;
        record.key = key_of(team.name);
        if (team.absence) {
            record.absence_share = team.absence->share.value();
            record.absence_has_length = team.absence->length.has_value();
            if (team.absence->length) {
                record.absence_days = make_sampler(*team.absence->length);
                record.absence_mean_days = team.absence->length->mean_duration().count() / seconds_a_day;
            }
        }
        world.teams.push_back(std::move(record));
    }
}

// People on the time line; what comes before and after the horizon repeats its first and last open day.
void set_staffing(const TimeLine& line, const StaffingPlan& plan, int more, World& world) {
    for (std::size_t t = 0; t < world.teams.size(); ++t) {
        TeamRecord& team = world.teams[t];
        for (const std::size_t interval : line.interval) team.staff.push_back(plan.agents[t][interval]);
        team.most = *std::max_element(team.staff.begin(), team.staff.end()) + more;
    }
}

// Whom the teams keep for some work, and what they lose between kinds of work.
void set_rules_of_teams(const Scenario& scenario, const TimeLine& line, World& world) {
    for (std::size_t t = 0; t < world.teams.size(); ++t) {
        const Team& team = scenario.teams()[t];
        TeamRecord& record = world.teams[t];
        record.switching_s = team.switching.count();
        world.switches = world.switches || record.switching_s > 0.0;
        for (const Reservation& reservation : team.reserved) {
            Kept kept{static_cast<int>(place_of(scenario.work(), reservation.work)), {}};
            const OpenMask when = reserved_when(reservation, scenario.calendar());
            for (const std::size_t interval : line.interval)
                kept.people.push_back(is_open_in(when, interval) ? reservation.people : 0);
            record.kept.push_back(std::move(kept));
            world.reserves = true;
        }
    }
}

// Where the horizon comes again and again, what is left over from the one before the first.
void add_steady_pile(const Scenario& scenario, const StaffingPlan& plan, World& world) {
    for (const SteadyPile& pile : steady_pile(scenario, plan))
        for (Source& source : world.sources) {
            const std::string site = source.site == none ? "" : scenario.sites()[static_cast<std::size_t>(source.site)];
            if (source.work != static_cast<int>(std::size_t{pile.work}) || site != pile.site) continue;
            source.steady_pile = pile.items;
            source.pile_part = static_cast<int>(pile.part);
            world.pile_parts = source.pile_part + 1;
        }
}

}  // namespace

World compile_world(const Scenario& scenario, const StaffingPlan& plan, int more) {
    EXPECTS(plan.agents.size() == scenario.teams().size());
    const bool has_backlog = std::any_of(scenario.work().begin(), scenario.work().end(),
                                         [](const Work& work) { return !work.answered_now() || work.callback; });
    const TimeLine line =
        time_line(scenario.calendar(), warm_up_days(scenario), has_backlog ? days_until_all_is_due(scenario) : 0);
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
    world.keep_free = routing.keep_free;
    world.hand_back = routing.when_staff_drops == WhenStaffDrops::hand_back;
    world.drop_at_close = routing.at_close == AtClose::drop;
    for (const Work& work : scenario.work()) add_work(scenario, line, work, world);
    add_sources(scenario, line, world);
    add_callbacks(scenario, line, world);
    set_slowdowns(scenario, world);
    add_steady_pile(scenario, plan, world);
    add_teams(scenario, world);
    set_rules_of_teams(scenario, line, world);
    set_staffing(line, plan, more, world);
    compile_routing(scenario, world);
    world.simple = is_simple(world);
    return world;
}

}  // namespace freiton::simulation
