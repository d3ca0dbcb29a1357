// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/replication.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/simulation/kernel/replication_arrivals.hpp"
#include "freiton/simulation/kernel/replication_calling.hpp"
#include "freiton/simulation/kernel/replication_causes.hpp"
#include "freiton/simulation/kernel/replication_chats.hpp"
#include "freiton/simulation/kernel/replication_contacts.hpp"
#include "freiton/simulation/kernel/replication_dispatch.hpp"
#include "freiton/simulation/kernel/replication_losses.hpp"
#include "freiton/simulation/kernel/replication_transfers.hpp"

namespace freiton::simulation::kernel {

Replication::Replication(const World& world, Tally& tally, DurationCounts& durations, Trace* trace)
    : world_{world},
      recorder_{world, tally, durations},
      staff_{world, recorder_},
      absences_{world},
      arrivals_{world},
      trace_{trace},
      streams_(world.sources.size()),
      queues_(world.classes.size()),
      served_items_(world.pools.size()),
      desks_{world},
      in_system_(world.work.size()),
      owner_away_(world.pools.size()),
      handling_day_factor_(world.work.size()) {
    int people = 0;
    for (const TeamRecord& team : world.teams) people += team.most;
    for (const WorkKindRecord& work : world.work)
        other_laws_ = std::max(other_laws_, static_cast<std::size_t>(work.other_laws));
    for (std::size_t s = 0; s < streams_.size(); ++s)
        streams_[s].other_handling.resize(
            world.work[static_cast<std::size_t>(world.sources[s].work)].other_handling.size());
    caused_streams_.other_handling.resize(other_laws_);
    if (world.reserves) busy_.resize(world.teams.size() * world.work.size());
    const std::size_t room = 1024 + 4 * static_cast<std::size_t>(people);  // busy, waiting; more is made when needed
    contacts_.reserve(room);
    events_.reserve(room);
    scratch_.reserve(room);
    other_handling_.resize(room * other_laws_);
}

void Replication::restart(std::uint64_t seed, std::uint64_t replication) {
    seed_ = seed;
    replication_ = replication;
    change_ = {};
    recorder_.clear();
    staff_.clear();
    absences_.draw(seed, replication);
    arrivals_.restart(seed, replication);
    events_.clear();
    contacts_.clear();
    desks_.clear();
    transfers_.clear();
    for (std::size_t s = 0; s < streams_.size(); ++s) {
        const std::uint32_t work = world_.sources[s].work_key;
        const std::uint32_t site = world_.sources[s].site_key;
        SourceStreams& streams = streams_[s];
        streams.handling = Generator{seed, replication, Purpose::handling, work, site};
        streams.patience = Generator{seed, replication, Purpose::patience, work, site};
        streams.wrap_up = Generator{seed, replication, Purpose::wrap_up, work, site};
        streams.balk = Generator{seed, replication, Purpose::balk, work, site};
        streams.redial = Generator{seed, replication, Purpose::redial, work, site};
        streams.owner = Generator{seed, replication, Purpose::choice, work, site};
        streams.contacts = 0;
        for (std::size_t law = 0; law < streams.other_handling.size(); ++law)
            streams.other_handling[law] =
                Generator{seed, replication, Purpose::other_handling, work, site + 1 + static_cast<std::uint32_t>(law)};
    }
    for (std::size_t w = 0; w < world_.work.size(); ++w) {
        const WorkKindRecord& work = world_.work[w];
        if (work.handling_day_cv == 0.0) continue;
        handling_day_factor_[w].resize(static_cast<std::size_t>(world_.days));
        Generator generator{seed, replication, Purpose::handling_factor, work.key, 0};
        for (double& factor : handling_day_factor_[w]) factor = gamma_factor(generator, work.handling_day_cv);
    }
    std::fill(queues_.begin(), queues_.end(), ContactQueue{});
    std::fill(served_items_.begin(), served_items_.end(), ContactQueue{});
    std::fill(in_system_.begin(), in_system_.end(), 0);
    std::fill(busy_.begin(), busy_.end(), 0);
    come_while_closed_.clear();
    now_ = closed_at_ = last_due_ = 0.0;
    slot_ = open_items_ = 0;
    day_ = none;
    closed_ = true;
    ending_ = false;
}

void Replication::run(std::uint64_t seed, std::uint64_t replication) {
    restart(seed, replication);
    for (int s = 0; !ends_before(s); ++s) pass_slot(s);
    end();
}

bool Replication::ends_before(int s) const {
    return s == static_cast<int>(world_.slots.size()) || (s >= world_.end_horizon_slot && settled());
}

/// An open interval, and the closed time after it.
void Replication::pass_slot(int s) {
    enter_slot(s);
    run_until(slot().end, true);
    leave_slot();
    if (!slot().closes) return;
    close();
    const bool last = s + 1 == static_cast<int>(world_.slots.size());
    run_until(last ? endless : world_.slots[static_cast<std::size_t>(s) + 1].start, false);
}

void Replication::end() {
    if (!closed_) {
        ending_ = true;
        close();
        run_until(endless, false);
    }
    finish();
}

bool Replication::settled() const { return !world_.has_backlog || open_items_ == 0 || now_ >= last_due_; }

/// A new interval begins: staff changes, and whoever is idle looks for something to do.
void Replication::enter_slot(int s) {
    slot_ = s;
    now_ = slot().start;
    closed_ = false;
    if (slot().day != day_) {
        day_ = slot().day;
        find_absent_owners();
    }
    if (s == 0)
        for (int part = 0; part < world_.pile_parts; ++part) add_steady_pile(part);
    if (s == world_.first_horizon_slot) add_opening_backlog();
    if (slot().opens) take_in();
    for (int p = 0; p < static_cast<int>(world_.pools.size()); ++p) set_staff(p);
    if (!transfers_.empty()) let_go_of_hopeless();
    dispatch_idle();
}

void Replication::find_absent_owners() {
    for (std::size_t p = 0; p < world_.pools.size(); ++p)
        if (world_.pools[p].person != none)
            owner_away_[p] = absences_.away(world_.pools[p].team, world_.pools[p].person, day_) ? 1 : 0;
}

/// Events and, while open, arrivals before `end`. At the same instant events come before the staff changes, arrivals
/// after.
template <bool simple>
void Replication::play_until(double end, bool open) {
    for (;;) {
        const double arrival = open ? arrivals_.next_time() : endless;
        const double event = events_.next_time();
        if (event <= arrival) {
            if (event > end || event == endless) break;
            handle_event<simple>();
            if (open) continue;
            send_home();
            lose_stranded();
        } else {
            if (arrival >= end) break;
            const int source = arrivals_.next_source();
            arrive<simple>(source, arrival, arrivals_.advance());
        }
    }
    if (end < endless) now_ = end;
}

void Replication::run_until(double end, bool open) {
    world_.simple ? play_until<true>(end, open) : play_until<false>(end, open);
}

void Replication::leave_slot() {
    now_ = slot().end;
    for (int p = 0; p < static_cast<int>(world_.pools.size()); ++p) staff_.count_until(p, now_, slot_);
    for (std::size_t c = 0; c < world_.classes.size(); ++c) {
        const ClassRecord& cls = world_.classes[c];
        const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
        if (work.call || work.callback || queues_[c].head == nobody) continue;
        double& oldest = recorder_.cell(cls.row, slot_)[item_oldest_s];
        oldest = std::max(oldest, clock_age(work, contacts_[queues_[c].head], now_));
    }
}

/// Closing time: items are put aside, whoever is spoken to is spoken to to the end, who waits on the phone is still
/// served (or lost), and nobody else comes.
void Replication::close() {
    closed_ = true;
    closed_at_ = now_;
    let_all_go();
    scratch_.clear();
    events_.for_each([&](double, std::uint32_t sequence, ContactId id) {
        const Contact& contact = contacts_[id];
        if (contact.event == sequence && contact.state == ContactState::served && !work_of(contact).call &&
            !work_of(contact).dials)
            scratch_.push_back(id);
    });
    latest_begun_first();
    for (const ContactId id : scratch_) {
        const int pool = contacts_[id].pool;
        put_aside(id);
        put_back(id);
        if (staff_.has_surplus(pool))
            staff_.change_present(pool, -1, now_, slot_);
        else
            staff_.add_idle(pool, now_, class_of(contacts_[id]).work);
    }
    if (world_.drop_at_close)
        for (std::size_t c = 0; c < world_.classes.size(); ++c)
            if (world_.work[static_cast<std::size_t>(world_.classes[c].work)].call)
                while (first_waiting(static_cast<int>(c)) != nobody)
                    lose(queues_[c].head, now_, Outcome::lost_at_close);
    dispatch_idle();
    send_home();
    lose_stranded();
}

/// What nobody has done: counted as waiting to the end. Whoever would have been called again is not.
void Replication::finish() {
    scratch_.clear();
    events_.for_each([&](double, std::uint32_t sequence, ContactId id) {
        if (contacts_[id].event == sequence && contacts_[id].state == ContactState::resting) scratch_.push_back(id);
    });
    for (const ContactId id : scratch_) end_contact(id, Outcome::not_done, now_);
    for (std::size_t c = 0; c < world_.classes.size(); ++c) {
        while (queues_[c].head != nobody) {
            const ContactId id = queues_[c].head;
            if (world_.work[static_cast<std::size_t>(world_.classes[c].work)].call) {
                lose(id, std::min(now_, contacts_[id].limit), Outcome::abandoned);
            } else {
                leave_queue(id, now_, slot_);
                end_contact(id, Outcome::not_done, now_);
            }
        }
    }
    recorder_.finish();
}

}  // namespace freiton::simulation::kernel
