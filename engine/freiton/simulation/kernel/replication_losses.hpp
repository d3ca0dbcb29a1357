// SPDX-License-Identifier: Apache-2.0
#pragma once

// How callers give up and try again: a part of replication.cpp, included there so that all of it is inlined.

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

/// A caller in the queue is lost at this moment, which may be past: he gave up, or the office closed.
inline void Replication::lose(ContactId id, double time, Outcome outcome) {
    Contact& contact = contacts_[id];
    const ClassRecord& cls = class_of(contact);
    int at = slot_;
    while (at > contact.since_slot && world_.slots[static_cast<std::size_t>(at)].start > time) --at;
    leave_queue(id, time, at);
    --in_system_[static_cast<std::size_t>(cls.work)];
    const Transfer over = contact.on_hold ? take_off_hold(id) : Transfer{};
    Cell& cell = recorder_.cell(cls.row, contact.slot);
    if (contact.answered) {
        cell[call_lost_later] += 1.0;
        end_contact(id, Outcome::lost_later, time);
    } else {
        const double wait = time - contact.arrival;
        cell[call_abandoned] += 1.0;
        cell[call_waited] += 1.0;
        cell[call_admitted_wait] += wait;
        if (wait <= work_of(contact).threshold_s) cell[call_early] += 1.0;
        if (wait <= work_of(contact).short_s) cell[call_short] += 1.0;
        recorder_.wait(cls.row, contact.slot, wait);
        try_again(id, time, outcome);
    }
    if (over.holder != nobody) line_is_free(over);
}

/// What chance decides about a contact after its arrival: of later attempts, and of callers who were handed back.
inline Generator Replication::later_draws_of(const Contact& contact) const {
    const Source& source = world_.sources[static_cast<std::size_t>(class_of(contact).source)];
    const std::uint64_t which = std::uint64_t{contact.serial} << 16 | std::uint64_t{contact.attempt} << 8;
    return {seed_, replication_, Purpose::again, source.work_key, source.site_key, which | contact.returns};
}

/// Somebody who gave up or found no line: this attempt is over, and he tries again later, or not.
inline void Replication::try_again(ContactId id, double time, Outcome outcome) {
    Contact& contact = contacts_[id];
    const WorkKindRecord& work = work_of(contact);
    if (contact.redial_after < 0.0 || contact.attempt >= work.attempts || closed_) {
        end_contact(id, outcome, time);
        return;
    }
    Generator chance = later_draws_of(contact);
    const Source& source = world_.sources[static_cast<std::size_t>(class_of(contact).source)];
    if (source.redials_to != none) {
        const double after = contact.redial_after;
        end_contact(id, outcome, time);
        send(source.redials_to, static_cast<std::uint32_t>(chance.bits() >> 32), after);
        return;
    }
    tell(id, outcome, time);
    const double next = time + contact.redial_after;
    ++contact.attempt;
    contact.state = ContactState::redialling;
    contact.timer = 0;
    contact.limit = patience_ends(work, next, chance);
    const bool again = chance.uniform() < work.redial_share;
    const double after = work.redial_after_s * exponential(chance);
    contact.redial_after = again ? after : -1.0;
    if (work.balk > 0.0 && chance.uniform() < work.balk) contact.limit = next;
    contact.event = events_.add(next, id);
}

inline void Replication::redial(ContactId id) {
    if (closed_) {  // as it was told when he gave up; there is no further attempt
        contacts_.release(id);
        return;
    }
    Contact& contact = contacts_[id];
    contact.arrival = now_;
    contact.slot = slot_;
    recorder_.cell(class_of(contact).row, slot_)[call_offered] += 1.0;
    admit_call(id);
}

}  // namespace freiton::simulation::kernel
