// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whoever is called by the office: entries of a call list, and callers who were promised a callback. A part of
// replication.cpp, included there so that all of it is inlined.

#include <algorithm>

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

/// By who it is and how often he was called, whatever happens to others.
inline Generator Replication::chance_of(const Contact& contact, Purpose purpose) const {
    const Source& source = world_.sources[static_cast<std::size_t>(class_of(contact).source)];
    const std::uint64_t which = contact.identity() << 8 | contact.attempt;
    return {seed_, replication_, purpose, source.work_key, source.site_key, which};
}

/// When a caller in the queue will hang up to be called back; endless: he never will.
inline double Replication::offer_of(const Contact& contact, const WorkKindRecord& work) const {
    const double offered = contact.arrival + work.offer_after_s;
    if (contact.answered || offered >= contact.limit) return endless;
    Generator chance = chance_of(contact, Purpose::offer);
    return chance.uniform() < work.accepts ? std::max(now_, offered) : endless;
}

/// He leaves the line, and is an item with a deadline from now on. His agent will write down what he has to in one go
/// with the call.
inline void Replication::accept_callback(ContactId id) {
    Contact& contact = contacts_[id];
    const ClassRecord& cls = class_of(contact);
    leave_queue(id, now_, slot_);
    const Transfer over = contact.on_hold ? take_off_hold(id) : Transfer{};
    --in_system_[static_cast<std::size_t>(cls.work)];
    const double wait = now_ - contact.arrival;
    Cell& cell = recorder_.cell(cls.row, contact.slot);
    cell[call_callbacks] += 1.0;
    cell[call_waited] += 1.0;
    cell[call_admitted_wait] += wait;
    recorder_.wait(cls.row, contact.slot, wait);
    tell(id, Outcome::to_call_back, now_);
    const WorkKindRecord& talk = world_.work[static_cast<std::size_t>(cls.work)];
    contact.handling += contact.wrap_up;
    for (std::size_t law = 0; law < static_cast<std::size_t>(talk.other_laws); ++law)
        other_handling_[static_cast<std::size_t>(id) * other_laws_ + law] += contact.wrap_up;
    contact.wrap_up = 0.0;
    contact.cls = cls.callbacks;
    contact.limit = due_of(work_of(contact), slot_, now_);
    contact.attempt = 1;
    contact.event = contact.timer = 0;
    if (recorder_.cell_of(contact.slot) < world_.cells) {
        ++open_items_;
        last_due_ = std::max(last_due_, contact.limit);
    }
    put_back(id);
    if (over.holder != nobody) line_is_free(over);
}

/// A call is begun, or goes on: if nobody answers it takes its own time.
inline void Replication::dial(ContactId id) {
    Contact& contact = contacts_[id];
    const WorkKindRecord& work = work_of(contact);
    if (contact.left == 1.0) {
        Generator chance = chance_of(contact, Purpose::reached);
        contact.answered = chance.uniform() < work.answers[static_cast<std::size_t>(slot_)];
        count_call(contact, work);
    }
    if (!contact.answered) contact.full = work.no_answer_s;
}

inline void Replication::count_call(const Contact& contact, const WorkKindRecord& work) {
    Cell& cell = recorder_.cell(class_of(contact).row, contact.slot);
    const double in_time = now_ <= contact.limit + clock_rounding_s ? 1.0 : 0.0;
    const double first = contact.attempt == 1 ? 1.0 : 0.0;
    const double reached = contact.answered ? 1.0 : 0.0;
    if (work.callback) {
        cell[call_called_back] += first * in_time;
        cell[call_callbacks_reached] += reached;
        cell[call_customers_answered] += reached;
        return;
    }
    cell[item_attempts] += 1.0;
    cell[item_tried] += first;
    cell[item_tried_in_time] += first * in_time;
    cell[item_reached] += reached;
    cell[item_reached_in_time] += reached * in_time;
}

/// Nobody has answered, and he will be called again.
inline void Replication::rest(ContactId id) {
    Contact& contact = contacts_[id];
    ++contact.attempt;
    contact.state = ContactState::resting;
    contact.pool = none;
    contact.event = 0;
    contact.left = 1.0;
    const double again = open_moment(slot_, now_, work_of(contact).again_after_s);
    if (again < endless)
        contact.event = events_.add(again, id);
    else
        end_contact(id, Outcome::not_done, now_);
}

inline void Replication::call_again(ContactId id) {
    contacts_[id].event = 0;
    if (closed_ || !begin_now(id, stage_of(contacts_[id]))) put_back(id);
}

/// He was spoken to, or could not be reached: his part of the office's promises is over.
inline void Replication::complete_callback(ContactId id) {
    const Contact& contact = contacts_[id];
    if (recorder_.cell_of(contact.slot) < world_.cells) --open_items_;
    if (contact.answered) cause(id);
    end_contact(id, contacts_[id].answered ? Outcome::done : Outcome::given_up, now_);
}

}  // namespace freiton::simulation::kernel
