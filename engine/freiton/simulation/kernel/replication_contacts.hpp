// SPDX-License-Identifier: Apache-2.0
#pragma once

// How contacts wait and end: a part of replication.cpp, included there so that all of it is inlined.

#include <algorithm>
#include <cmath>

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

/// Seconds since it came, on the clock of its promise.
inline double Replication::clock_age(const WorkKindRecord& work, const Contact& contact, double time) const {
    if (work.due == DueClock::wall) return time - contact.arrival;
    return world_.open_time(slot_, time) - world_.open_time(contact.slot, contact.arrival);
}

/// Joins the end of its queue; what may happen to it there by the clock is scheduled.
template <bool simple>
inline void Replication::enqueue(ContactId id) {
    Contact& contact = contacts_[id];
    const ClassRecord& cls = class_of(contact);
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
    contact.state = ContactState::queued;
    contact.since = now_;
    contact.since_slot = slot_;
    contacts_.append(queue_of(contact), id);
    if (simple) return;
    double leaves = work.eager ? contact.limit : endless;
    if (cls.callbacks != none) leaves = std::min(leaves, offer_of(contact, work));
    if (leaves < endless) contact.event = events_.add(leaves, id);
    if (!cls.stages.empty()) contact.timer = events_.add(std::max(now_, contact.arrival + cls.stages.front()), id);
}

inline void Replication::leave_queue(ContactId id, double time, int slot) {
    Contact& contact = contacts_[id];
    contacts_.remove(queue_of(contact), id);
    const ClassRecord& cls = class_of(contact);
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
    if (!work.callback) recorder_.waited(cls.row, work.call, contact.since, contact.since_slot, time, slot);
}

/// Returns to its queue by rank: calls by arrival, items by due date, then by arrival; before its equals.
inline void Replication::put_back(ContactId id) {
    Contact& contact = contacts_[id];
    const bool call = work_of(contact).call;
    contact.state = ContactState::queued;
    contact.since = now_;
    contact.since_slot = slot_;
    contacts_.insert_from_head(queue_of(contact), id, [&contact, call](const Contact& waiting) {
        if (!call && waiting.limit != contact.limit) return waiting.limit > contact.limit;
        return waiting.arrival >= contact.arrival;
    });
    await_next_stage(id);
}

/// In a queue: the next moment from which more may take it is scheduled, if there is one.
inline void Replication::await_next_stage(ContactId id) {
    Contact& contact = contacts_[id];
    for (const double stage : class_of(contact).stages)
        if (contact.arrival + stage > now_) {
            contact.timer = events_.add(contact.arrival + stage, id);
            return;
        }
}

/// How long it has waited, as far as it matters who may take it: the last stage that is over. Comparing moments, not
/// differences, so that the moment of a stage itself is never lost to rounding.
inline double Replication::stage_of(const Contact& contact) const {
    double waited = 0.0;
    for (const double stage : class_of(contact).stages)
        if (contact.arrival + stage <= now_) waited = stage;
    return waited;
}

/// Takes it out of service, with what is left to do, into no queue.
inline void Replication::put_aside(ContactId id) {
    Contact& contact = contacts_[id];
    const ClassRecord& cls = class_of(contact);
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
    const int team = world_.pools[static_cast<std::size_t>(contact.pool)].team;
    recorder_.worked(cls.row, work.call || work.callback, team, contact.since, contact.since_slot, now_, slot_);
    tell_service(contact, false);
    if (world_.reserves)
        --busy_[static_cast<std::size_t>(team) * world_.work.size() + static_cast<std::size_t>(work.counts_as)];
    const double at_work_s = std::max(0.0, now_ - contact.since - contact.setup);
    const double done = contact.full > 0.0 ? at_work_s / contact.full : contact.left;
    contact.left = std::max(0.0, contact.left - done);
    contact.event = 0;
    if (work.interruptible) contacts_.remove(served_items_[static_cast<std::size_t>(contact.pool)], id);
    contact.pool = none;
}

/// The earliest event, if it is still wanted: the end of talk, wrap-up or effort, the end of somebody's patience, a
/// redial, what another contact has led to, a callback or another attempt, or the moment when other sites may take a
/// contact.
template <bool simple>
inline void Replication::handle_event() {
    now_ = events_.next_time();
    const EventHeap::Event event = events_.take();
    Contact& contact = contacts_[event.contact];
    if (simple) {  // all there is are ends of talk
        if (contact.event == event.sequence) complete<simple>(event.contact);
    } else if (contact.event == event.sequence) {
        switch (contact.state) {
            case ContactState::served:
                if (leads_warm(contact))
                    transfer(event.contact);
                else if (contact.wrap_up > 0.0)
                    hang_up(event.contact);
                else
                    complete(event.contact);
                break;
            case ContactState::wrapping_up:
                complete(event.contact);
                break;
            case ContactState::queued:
                if (contact.limit <= now_)
                    lose(event.contact, now_, Outcome::abandoned);
                else
                    accept_callback(event.contact);
                break;
            case ContactState::holding:
                break;  // has no event
            case ContactState::redialling:
                redial(event.contact);
                break;
            case ContactState::coming:
                caused_comes(event.contact, false);
                break;
            case ContactState::chasing:
                chase(event.contact);
                break;
            case ContactState::resting:
                call_again(event.contact);
                break;
        }
    } else if (contact.timer == event.sequence && contact.state == ContactState::queued) {
        other_sites_may_take(event.contact);
    }
}

/// The caller has what he wanted, and his agent has something to write down.
inline void Replication::hang_up(ContactId id) {
    --in_system_[static_cast<std::size_t>(class_of(contacts_[id]).work)];
    write_down(id);
    tell(id, Outcome::answered, now_);
    cause(id);
}

/// Beside the other contacts, if he holds several.
inline void Replication::write_down(ContactId id) {
    Contact& contact = contacts_[id];
    if (contact.desk == none) {
        contact.state = ContactState::wrapping_up;
        contact.event = events_.add(now_ + contact.wrap_up, id);
        return;
    }
    Desk& desk = desks_[contact.desk];
    settle(desk);
    contact.state = ContactState::wrapping_up;
    contact.full = contact.wrap_up;
    contact.left = 1.0;
    desks_.unlist(contact.desk);
    desks_.list(contact.desk);  // behind those unchanged for longer
    schedule(desk);
}

template <bool simple>
inline void Replication::complete(ContactId id) {
    Contact& contact = contacts_[id];
    if (!simple && contact.desk != none) return complete_at_desk(id);
    const ClassRecord& cls = class_of(contact);
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
    const int pool = contact.pool;
    const int team = world_.pools[static_cast<std::size_t>(pool)].team;
    recorder_.worked(cls.row, simple || work.call || work.callback, team, contact.since, contact.since_slot, now_,
                     slot_);
    if (!simple && world_.reserves)
        --busy_[static_cast<std::size_t>(team) * world_.work.size() + static_cast<std::size_t>(work.counts_as)];
    tell_service(contact, true);
    if (!simple && contact.state == ContactState::wrapping_up) {
        int first = slot_;
        const double from = now_ - contact.wrap_up;
        while (first > contact.since_slot && world_.slots[static_cast<std::size_t>(first)].start > from) --first;
        recorder_.wrapped_up(cls.row, from, first, now_, slot_);
        contacts_.release(id);
    } else if (simple || work.call) {
        --in_system_[static_cast<std::size_t>(cls.work)];
        if (!simple) cause(id);
        end_contact(id, Outcome::answered, now_);
    } else if (work.dials && !contact.answered && contact.attempt < work.attempts) {
        rest(id);
    } else if (work.callback) {
        complete_callback(id);
    } else {
        Cell& cell = recorder_.cell(cls.row, contact.slot);
        const double turnaround = clock_age(work, contact, now_);
        cell[item_done] += 1.0;
        cell[item_turnaround_s] += turnaround;
        if (now_ <= contact.limit + clock_rounding_s) cell[item_in_time] += 1.0;
        if (cls.site != none && world_.pools[static_cast<std::size_t>(pool)].site != cls.site) cell[item_away] += 1.0;
        recorder_.wait(cls.row, contact.slot, turnaround);
        recorder_.cell(cls.row, slot_)[item_completed] += 1.0;
        recorder_.gone_at(cls.row, slot_);
        if (recorder_.cell_of(contact.slot) < world_.cells) --open_items_;
        if (work.interruptible) contacts_.remove(served_items_[static_cast<std::size_t>(pool)], id);
        const bool never = work.dials && !contact.answered;
        if (!never) cause(id);
        end_contact(id, never ? Outcome::given_up : Outcome::done, now_);
    }
    agent_free<simple>(pool, work.counts_as);
}

inline void Replication::other_sites_may_take(ContactId id) {
    const ClassRecord& cls = class_of(contacts_[id]);
    if (contacts_[id].limit <= now_ && work_of(contacts_[id]).gives_up) return;  // has hung up
    if (closed_ && !work_of(contacts_[id]).call) return;                         // they look at it when they open
    const double waited = stage_of(contacts_[id]);
    if (idle_agent_for(cls, waited) == nullptr && !(world_.chats && room_for(cls, waited).ref != nullptr) &&
        (!work_of(contacts_[id]).call || interruption_for(cls, waited) == nullptr)) {
        await_next_stage(id);
        return;
    }
    leave_queue(id, now_, slot_);
    begin_now(id, waited);
}

inline void Replication::tell(ContactId id, Outcome outcome, double time) {
    if (trace_ == nullptr) return;
    const Contact& contact = contacts_[id];
    trace_->contact({contact.cls, contact.slot, contact.attempt, contact.arrival, contact.first_begin, time,
                     work_of(contact).call ? endless : contact.limit, contact.pool, outcome, contact.caused});
}

inline void Replication::tell_service(const Contact& contact, bool finished) {
    if (trace_ == nullptr) return;
    const double wrap_up_s = contact.state == ContactState::wrapping_up ? contact.wrap_up : 0.0;
    trace_->service({contact.cls, contact.pool, contact.arrival, contact.since, now_, finished, wrap_up_s});
}

inline void Replication::end_contact(ContactId id, Outcome outcome, double time) {
    tell(id, outcome, time);
    contacts_.release(id);
}

}  // namespace freiton::simulation::kernel
