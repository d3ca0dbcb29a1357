// SPDX-License-Identifier: Apache-2.0
// The oracle's time: intervals, events and closing.
#include <algorithm>
#include <cmath>

#include "simulation/plain/plain_simulator.hpp"

namespace freiton::test {

using namespace simulation::kernel;

PlainSimulator::PlainSimulator(const Scenario& scenario, const World& chance)
    : scenario_{scenario},
      world_{chance},
      routing_{scenario},
      arrivals_{chance},
      absences_{chance},
      streams_(chance.sources.size()),
      wanted_(scenario.teams().size()) {}

void PlainSimulator::run(std::uint64_t seed, std::uint64_t replication) {
    seed_ = seed;
    replication_ = replication;
    arrivals_.restart(seed, replication);
    absences_.draw(seed, replication);
    on_duty_s.assign(scenario_.teams().size(), std::vector<double>(world_.slots.size(), 0.0));
    overtime_s.assign(scenario_.teams().size(), 0.0);
    for (std::size_t s = 0; s < streams_.size(); ++s) {
        const std::uint32_t w = world_.sources[s].work_key;
        const std::uint32_t site = world_.sources[s].site_key;
        streams_[s] = {{seed, replication, Purpose::handling, w, site},
                       {seed, replication, Purpose::patience, w, site},
                       {seed, replication, Purpose::wrap_up, w, site},
                       {seed, replication, Purpose::balk, w, site},
                       {seed, replication, Purpose::redial, w, site},
                       {seed, replication, Purpose::choice, w, site},
                       0,
                       {}};
        for (std::uint32_t law = 0; law < scenario_.teams().size(); ++law)
            streams_[s].other.emplace_back(seed, replication, Purpose::other_handling, w, site + 1 + law);
    }
    day_efforts_.assign(scenario_.work().size(), {});
    for (std::size_t w = 0; w < day_efforts_.size(); ++w) {
        const double cv = scenario_.work()[w].handling_time.day_cv;
        Generator chance{seed, replication, Purpose::handling_factor, world_.work[w].key, 0};
        for (int day = 0; day < world_.days && cv > 0.0; ++day) day_efforts_[w].push_back(gamma_factor(chance, cv));
    }
    for (int s = 0; s < static_cast<int>(world_.slots.size()); ++s) {
        if (s >= world_.end_horizon_slot && settled()) break;
        begin_slot(s);
        run_until(slot().end);
        if (!slot().closes) continue;
        close();
        const bool last = s + 1 == static_cast<int>(world_.slots.size());
        run_until(last ? endless : world_.slots[static_cast<std::size_t>(s) + 1].start);
    }
    if (!closed_) {
        ending_ = true;
        close();
        ended = closed_at_;
        run_until(endless);
    }
    finish();
}

// Everything that came in the horizon is done, or late.
bool PlainSimulator::settled() const {
    if (now_ >= last_due_) return true;
    return std::none_of(all_.begin(), all_.end(), [&](const Contact& c) {
        const bool in_horizon = c.slot >= world_.first_horizon_slot && c.slot < world_.end_horizon_slot;
        return !is_call(c) && in_horizon && c.state != State::gone && c.state != State::coming;
    });
}

void PlainSimulator::begin_slot(int s) {
    slot_ = s;
    now_ = slot().start;
    closed_ = false;
    for (int part = 0; s == 0 && part < world_.pile_parts; ++part) steady_pile(part);
    if (s == world_.first_horizon_slot) opening_backlog();
    if (slot().opens) take_in();
    for (int team = 0; team < static_cast<int>(scenario_.teams().size()); ++team) {
        if (!routing_.has_persons(team))
            staff_of_team(team);
        else
            for (int person = 0; person < world_.teams[static_cast<std::size_t>(team)].most; ++person)
                staff_of_person(team, person);
    }
    let_go_of_hopeless();
    dispatch();
}

// Post that came while closed: of chance, or caused by other contacts, in the order in which it came.
void PlainSimulator::take_in() {
    for (;;) {
        int earliest = -1;  // of those that others caused
        for (int id = 0; id < static_cast<int>(all_.size()); ++id) {
            const Contact& c = all_[static_cast<std::size_t>(id)];
            if (c.state != State::coming || c.until < endless) continue;
            if (earliest < 0 || c.arrival < all_[static_cast<std::size_t>(earliest)].arrival) earliest = id;
        }
        const double caused = earliest < 0 ? endless : all_[static_cast<std::size_t>(earliest)].arrival;
        if (earliest < 0 && arrivals_.next_time() >= slot().start) return;
        if (caused <= arrivals_.next_time()) {
            Contact& c = all_[static_cast<std::size_t>(earliest)];
            const int source = world_.classes[static_cast<std::size_t>(c.cls)].source;
            Streams own = streams_of_caused(source, c.serial);
            draw(c, source, own);
            await_lateness(earliest);
            wait(earliest, false);
            continue;
        }
        now_ = arrivals_.next_time();
        const int source = arrivals_.next_source();
        arrivals_.advance();
        const int id = new_contact(source, owner_of_next(source, streams_[static_cast<std::size_t>(source)]));
        now_ = slot().start;
        await_lateness(id);
        wait(id, false);
    }
}

// Items are put aside, callers who wait are still served or lost, nobody else comes.
void PlainSimulator::close() {
    now_ = slot().end;
    closed_at_ = now_;
    closed_ = true;
    while (!transfers_.empty()) off_hold(transfers_.front().caller);
    std::vector<int> items;
    for (int id = 0; id < static_cast<int>(all_.size()); ++id)
        if (all_[static_cast<std::size_t>(id)].state == State::served && !is_call(all_[static_cast<std::size_t>(id)]) &&
            !dials(all_[static_cast<std::size_t>(id)]))
            items.push_back(id);
    std::sort(items.begin(), items.end(), [&](int a, int b) {
        return all_[static_cast<std::size_t>(a)].begun > all_[static_cast<std::size_t>(b)].begun;
    });
    for (const int id : items) {
        const int agent = put_aside(id);
        wait(id, true);
        if (is_surplus(agents_[static_cast<std::size_t>(agent)])) leave(agent);
    }
    if (scenario_.routing().at_close == AtClose::drop)
        for (int id = 0; id < static_cast<int>(all_.size()); ++id)
            if (all_[static_cast<std::size_t>(id)].state == State::waiting &&
                is_call(all_[static_cast<std::size_t>(id)]))
                lose(id, Outcome::lost_at_close);
    dispatch();
    after_closing();
}

// Whoever is idle and to whom no caller will come goes home; callers to whom nobody will come are lost.
void PlainSimulator::after_closing() {
    const auto on_hold = [&](const Contact& c) { return c.state == State::waiting && is_call(c); };
    for (int a = static_cast<int>(agents_.size()) - 1; a >= 0; --a) {
        const Agent& agent = agents_[static_cast<std::size_t>(a)];
        const bool needed = std::any_of(all_.begin(), all_.end(), [&](const Contact& c) {
            return on_hold(c) && routing_.may_take(agent.team, agent.person, c.origin);
        });
        if (agent.contact < 0 && !needed) leave(a);
    }
    for (int id = 0; id < static_cast<int>(all_.size()); ++id) {
        const Contact& c = all_[static_cast<std::size_t>(id)];
        if (!on_hold(c)) continue;
        const bool somebody = std::any_of(agents_.begin(), agents_.end(), [&](const Agent& agent) {
            return routing_.may_take(agent.team, agent.person, c.origin);
        });
        if (!somebody) lose(id, Outcome::lost_at_close);
    }
}

void PlainSimulator::run_until(double end) {
    while (next_event(end)) {
    }
    if (end < endless) now_ = end;
}

// The earliest thing that happens; at equal times what was scheduled first, arrivals last.
bool PlainSimulator::next_event(double end) {
    enum class Kind {
        completion,
        wrapped_up,
        loss,
        offer,
        others,
        redial,
        comes,
        chase,
        again
    } kind = Kind::completion;
    double earliest = endless;
    long order = 0;
    int which = -1;
    const auto consider = [&](double time, long number, int id, Kind what) {
        if (time > earliest || (time == earliest && number >= order) || time == endless) return;
        earliest = time, order = number, which = id, kind = what;
    };
    for (int id = 0; id < static_cast<int>(all_.size()); ++id) {
        const Contact& c = all_[static_cast<std::size_t>(id)];
        const int by = c.state == State::served || c.state == State::wrapping_up ? busy_with(id) : -1;
        if (by >= 0 && !agents_[static_cast<std::size_t>(by)].held.empty()) {
            const Agent& agent = agents_[static_cast<std::size_t>(by)];
            consider(agent.changed + c.left * c.whole * slowed(c, agent), agent.change, id,
                     c.state == State::served ? Kind::completion : Kind::wrapped_up);
            continue;
        }
        if (c.state == State::resting) consider(c.until, c.rank, id, Kind::again);
        if (c.state == State::served) consider(c.since + c.setup + whole_of(c) * c.left, c.begun, id, Kind::completion);
        if (c.state == State::served || c.state == State::waiting) consider(c.chase_at, c.chase_rank, id, Kind::chase);
        if (c.state == State::wrapping_up) consider(c.until, c.begun, id, Kind::wrapped_up);
        if (c.state == State::coming) consider(c.until, c.rank, id, Kind::comes);
        if (c.state == State::redialling) consider(c.redial_at, c.rank, id, Kind::redial);
        if (c.state != State::waiting) continue;
        consider(c.patience_ends, std::abs(c.rank), id, Kind::loss);
        consider(c.offer_at, std::abs(c.rank), id, Kind::offer);
        if (!c.waits.empty())
            consider(std::max(c.since, c.arrival + c.waits.front()), std::abs(c.rank), id, Kind::others);
    }
    if (!closed_ && arrivals_.next_time() < std::min(earliest, end)) {
        now_ = arrivals_.next_time();
        const int source = arrivals_.next_source();
        arrivals_.advance();
        arrive(source);
        return true;
    }
    if (which < 0 || earliest > end) return false;
    now_ = earliest;
    const bool transfers =
        kind == Kind::completion && leads_warm(which) && is_call(all_[static_cast<std::size_t>(which)]);
    const bool writes_down =
        !transfers && kind == Kind::completion && all_[static_cast<std::size_t>(which)].wrap_up > 0.0;
    if (transfers) transfer(which);
    if (writes_down) hang_up(which);
    if ((kind == Kind::completion && !transfers && !writes_down) || kind == Kind::wrapped_up) complete(which);
    if (kind == Kind::comes) comes(which);
    if (kind == Kind::chase) chase(which);
    if (kind == Kind::loss) lose(which, Outcome::abandoned);
    if (kind == Kind::redial) redial(which);
    if (kind == Kind::offer) accept_callback(which);
    if (kind == Kind::again) call_again(which);
    if (kind == Kind::others) {
        Contact& c = all_[static_cast<std::size_t>(which)];
        const double waited = std::max(c.waits.front(), now_ - c.arrival);
        std::erase_if(c.waits, [&](double wait) { return c.arrival + wait <= now_; });
        if ((is_call(c) || !closed_) && begin_now(which, waited)) stop_waiting(which);
    }
    if (closed_) after_closing();
    return true;
}

void PlainSimulator::finish() {
    closed_ = false;  // who is still at it after a night is not counted as working over
    while (!agents_.empty()) leave(0);
    for (int id = 0; id < static_cast<int>(all_.size()); ++id) {
        const State state = all_[static_cast<std::size_t>(id)].state;
        if (state == State::resting) tell(id, Outcome::not_done);
        if (state != State::waiting) continue;
        stop_waiting(id);
        tell(id, is_call(all_[static_cast<std::size_t>(id)]) ? Outcome::abandoned : Outcome::not_done);
    }
}

}  // namespace freiton::test
