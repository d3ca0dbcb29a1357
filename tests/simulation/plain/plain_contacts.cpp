// SPDX-License-Identifier: Apache-2.0
// The oracle's contacts: how they come, wait and end.
#include <algorithm>
#include <cmath>

#include "simulation/plain/plain_simulator.hpp"

namespace freiton::test {

using namespace simulation::kernel;

int PlainSimulator::owner_of_next(int source, Streams& streams) const {
    const Source& from = world_.sources[static_cast<std::size_t>(source)];
    if (!routing_.owned(from.work)) return -1;
    const int owners = *scenario_.work()[static_cast<std::size_t>(from.work)].owners;
    return owners == 1 ? 0 : static_cast<int>(streams.owner.uniform() * owners);
}

void PlainSimulator::arrive(int source) {
    admit(new_contact(source, owner_of_next(source, streams_[static_cast<std::size_t>(source)])));
}

int PlainSimulator::new_contact(int source, int owner) {
    const Source& from = world_.sources[static_cast<std::size_t>(source)];
    Streams& streams = streams_[static_cast<std::size_t>(source)];
    Contact c;
    c.cls = from.first_class + std::max(0, owner);
    c.origin = {from.work, from.site, owner};
    c.arrival = now_;
    c.serial = streams.contacts++;
    draw(c, source, streams);
    all_.push_back(std::move(c));
    return static_cast<int>(all_.size()) - 1;
}

void PlainSimulator::draw(Contact& c, int source, Streams& streams) {
    const Source& from = world_.sources[static_cast<std::size_t>(source)];
    const WorkKindRecord& laws = world_.work[static_cast<std::size_t>(from.work)];
    c.slot = slot_;
    double factor = from.handling_factor.empty() ? 1.0 : from.handling_factor[static_cast<std::size_t>(slot_)];
    if (!day_efforts_[static_cast<std::size_t>(from.work)].empty())
        factor *= day_efforts_[static_cast<std::size_t>(from.work)][static_cast<std::size_t>(slot().day)];
    const double usual = laws.handling(streams.handling) * factor;
    std::size_t law = 0;
    for (const Team& team : scenario_.teams()) {
        if (!team.handling_time.contains(scenario_.work()[static_cast<std::size_t>(from.work)].name)) {
            c.handling.push_back(usual);
            continue;
        }
        c.handling.push_back(factor * laws.other_handling[law](streams.other[law]));
        ++law;
    }
    const Work& kind = scenario_.work()[static_cast<std::size_t>(from.work)];
    if (kind.wrap_up) c.wrap_up = factor * laws.wrap_up(streams.wrap_up);
    c.patience_ends = patience_ends(kind, laws, c.arrival, streams.patience);
    if (kind.balk.value() > 0.0) c.balks = streams.balk.uniform() < kind.balk.value();
    if (kind.redial && kind.redial->share.value() > 0.0) {
        const bool again = streams.redial.uniform() < kind.redial->share.value();
        const double after = kind.redial->after.count() * exponential(streams.redial);
        c.redial_after = again ? after : -1.0;
    }
    if (!kind.answered_now()) c.due = due_of(kind, c.arrival);
    if (slot_ >= world_.first_horizon_slot && slot_ < world_.end_horizon_slot && !is_call(c))
        last_due_ = std::max(last_due_, c.due);
}

double PlainSimulator::patience_ends(const Work& kind, const WorkKindRecord& laws, double from,
                                     Generator& chance) const {
    if (!kind.patience) return endless;
    double factor = 1.0;
    for (const Slot& s : world_.slots)
        if (s.start <= from && !kind.patience->by_interval.empty())
            factor = kind.patience->by_interval[static_cast<std::size_t>(
                scenario_.calendar().intervals()[IntervalIndex{static_cast<std::size_t>(s.interval)}].index_in_day)];
    return from + factor * laws.patience(chance);
}

// Real time at which what comes now must be done, looked for interval by interval.
double PlainSimulator::due_of(const Work& kind, double arrival) const {
    return kind.backlog_target ? due_by(kind.backlog_target->within, arrival) : endless;
}

double PlainSimulator::due_by(const Deadline& within, double arrival) const {
    if (within.clock == Clock::wall) return arrival + within.time.count();
    if (within.clock == Clock::working_days) {
        double close = endless;
        for (const Slot& s : world_.slots)
            if (s.day == slot().day + within.working_days) close = s.end;
        return close;
    }
    double left = within.time.count();
    for (std::size_t s = static_cast<std::size_t>(slot_); s < world_.slots.size(); ++s) {
        const double from = std::max(arrival, world_.slots[s].start);
        const double open = std::max(0.0, world_.slots[s].end - from);  // nothing, if it came after closing
        if (left <= open + 1e-7) return from + left;
        left -= open;
    }
    return endless;
}

// What lies there where the time line begins, with chance of its own.
void PlainSimulator::steady_pile(int part) {
    Generator chance{seed_, replication_, Purpose::backlog, 0, static_cast<std::uint32_t>(part)};
    const double factor = exponential(chance);
    for (int source = 0; source < static_cast<int>(world_.sources.size()); ++source) {
        const Source& from = world_.sources[static_cast<std::size_t>(source)];
        if (from.pile_part != part) continue;
        const Work& kind = scenario_.work()[static_cast<std::size_t>(from.work)];
        const WorkKindRecord& laws = world_.work[static_cast<std::size_t>(from.work)];
        for (int i = 0; i < static_cast<int>(from.steady_pile * factor); ++i) {
            Contact c;
            const int owner = routing_.owned(from.work) ? i % *kind.owners : -1;
            c.cls = from.first_class + std::max(0, owner);
            c.origin = {from.work, from.site, owner};
            c.slot = slot_;
            c.arrival = 0.0;  // before whatever comes
            c.serial = 0xffffffffU - static_cast<std::uint32_t>(i);
            const double usual = laws.handling(chance);
            for (const Team& team : scenario_.teams()) {
                const auto own = team.handling_time.find(kind.name);
                const bool differs = own != team.handling_time.end();
                c.handling.push_back(
                    usual * (differs ? own->second.mean_duration() / kind.handling_time.mean_duration() : 1.0));
            }
            c.due = due_of(kind, c.arrival);
            all_.push_back(std::move(c));
            await_lateness(static_cast<int>(all_.size()) - 1);
            wait(static_cast<int>(all_.size()) - 1, false);
        }
    }
}

void PlainSimulator::opening_backlog() {
    for (int source = 0; source < static_cast<int>(world_.sources.size()); ++source) {
        const Source& from = world_.sources[static_cast<std::size_t>(source)];
        if (from.opening_backlog <= 0.0) continue;
        const bool one_more = streams_[static_cast<std::size_t>(source)].owner.uniform() <
                              from.opening_backlog - std::floor(from.opening_backlog);
        const int items = static_cast<int>(from.opening_backlog) + (one_more ? 1 : 0);
        const Work& kind = scenario_.work()[static_cast<std::size_t>(from.work)];
        for (int i = 0; i < items; ++i) {
            const int id = new_contact(source, routing_.owned(from.work) ? i % *kind.owners : -1);
            Contact& c = all_[static_cast<std::size_t>(id)];
            c.arrival = world_.opening_arrival_s;
            if (kind.backlog_target && kind.backlog_target->within.clock == Clock::wall)
                c.due = c.arrival + kind.backlog_target->within.time.count();
            if (kind.backlog_target && kind.backlog_target->within.clock == Clock::working_days) {
                const int days = kind.backlog_target->within.working_days;
                c.due = c.arrival;  // the close of that day, unless there are days to come
                for (const Slot& s : world_.slots)
                    if (days > 0 && s.day == slot().day + days - 1) c.due = s.end;
            }
            await_lateness(id);
            wait(id, false);
        }
    }
}

void PlainSimulator::admit(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    if (is_call(c) && work(c).lines) {
        const auto there = std::count_if(all_.begin(), all_.end(), [&](const Contact& other) {
            return other.origin.work == c.origin.work && !other.callback &&
                   (other.state == State::waiting || other.state == State::served);
        });
        if (there >= *work(c).lines) return try_again(id, Outcome::blocked);
    }
    if (!is_call(c)) await_lateness(id);
    if (begin_now(id, 0.0)) return;
    wait(id, false);
    if (all_[static_cast<std::size_t>(id)].balks) lose(id, Outcome::abandoned);
}

void PlainSimulator::wait(int id, bool at_head) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    c.state = State::waiting;
    c.since = now_;
    c.rank = (at_head ? -1 : 1) * ++counter_;
    c.waits = routing_.waits(c.origin);
    c.offer_at = at_head ? endless : offer_at(c);
    if (at_head) std::erase_if(c.waits, [&](double wait) { return c.arrival + wait <= now_; });
}

void PlainSimulator::stop_waiting(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    // begin_now() may have begun it already, at this very moment
    if (!c.callback) waits.push_back({c.cls, c.state == State::waiting ? c.since : wait_began_, now_});
    if (c.state == State::waiting) c.state = State::gone;
}

void PlainSimulator::lose(int id, Outcome outcome) {
    stop_waiting(id);
    const Transfer over = taken(id);
    Contact& c = all_[static_cast<std::size_t>(id)];
    if (c.answered)
        tell(id, Outcome::lost_later);
    else
        try_again(id, outcome);
    end_hold(over);
}

Generator PlainSimulator::later_draws(const Contact& c) const {
    const Source& source =
        world_.sources[static_cast<std::size_t>(world_.classes[static_cast<std::size_t>(c.cls)].source)];
    const auto attempt = static_cast<std::uint64_t>(c.attempt);
    const auto returns = static_cast<std::uint64_t>(c.returns);
    return {seed_,           replication_,    Purpose::again,
            source.work_key, source.site_key, std::uint64_t{c.serial} * 65536 + attempt * 256 + returns};
}

void PlainSimulator::try_again(int id, Outcome outcome) {
    tell(id, outcome);
    Contact& c = all_[static_cast<std::size_t>(id)];
    c.state = State::gone;
    if (c.redial_after < 0.0 || c.attempt >= work(c).redial->attempts || closed_) return;
    if (work(c).redial->as) {
        Generator chance = later_draws(c);
        send(source_of(*work(c).redial->as, c), static_cast<std::uint32_t>(chance.bits() >> 32), c.redial_after);
        return;
    }
    const WorkKindRecord& laws = world_.work[static_cast<std::size_t>(c.origin.work)];
    Generator again = later_draws(c);
    ++c.attempt;
    c.state = State::redialling;
    c.rank = ++counter_;
    c.redial_at = now_ + c.redial_after;
    c.patience_ends = patience_ends(work(c), laws, c.redial_at, again);
    const bool once_more = again.uniform() < work(c).redial->share.value();
    const double after = work(c).redial->after.count() * exponential(again);
    c.redial_after = once_more ? after : -1.0;
    if (work(c).balk.value() > 0.0) c.balks = again.uniform() < work(c).balk.value();
}

void PlainSimulator::redial(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    c.state = State::gone;
    if (closed_) return;
    c.arrival = now_;
    c.slot = slot_;
    c.offer_at = endless;
    admit(id);
}

void PlainSimulator::tell(int id, Outcome outcome) {
    const Contact& c = all_[static_cast<std::size_t>(id)];
    contacts.push_back({c.cls, c.slot, c.attempt, c.arrival, c.first_begin, now_, c.due, c.team, outcome, c.caused});
    answered_by.push_back(c.first_team);
}

}  // namespace freiton::test
