// SPDX-License-Identifier: Apache-2.0
#pragma once

// What contacts lead to: a part of replication.cpp, included there so that all of it is inlined.

#include <algorithm>

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

/// What a contact that is done leads to. Chance decides by who it is, whatever happens to others. What comes at once
/// comes before the agent who has done it is free.
inline void Replication::cause(ContactId done) {
    const Source& source = world_.sources[static_cast<std::size_t>(class_of(contacts_[done]).source)];
    if (source.leads.empty()) return;
    const std::uint64_t who = contacts_[done].identity();
    Generator chance{seed_, replication_, Purpose::caused, source.work_key, source.site_key, who};
    for (const Lead& lead : source.leads) {
        const bool comes = chance.uniform() < lead.share;
        const auto serial = static_cast<std::uint32_t>(chance.bits() >> 32);
        const double after = lead.after_s > 0.0 ? lead.after_s * exponential(chance) : 0.0;
        if (!comes) continue;
        const ContactId sent = send(lead.source, serial, after);
        if (lead.warm) hold(done, sent);
    }
}

/// A contact that another has caused comes after this time, or at once. Tells its place, at which it may be no more.
inline ContactId Replication::send(int source, std::uint32_t serial, double after) {
    const ContactId id = contacts_.make();
    Contact& contact = contacts_[id];
    const Source& its = world_.sources[static_cast<std::size_t>(source)];
    contact.cls = class_of_next(its, streams_of_caused(its, serial));
    contact.serial = serial;
    contact.caused = true;
    contact.state = ContactState::coming;
    if (after > 0.0)
        contact.event = events_.add(now_ + after, id);
    else
        caused_comes(id, true);
    return id;
}

/// An item that may be late has somebody who will ask for it: a record that names it, and waits for its deadline.
inline void Replication::await_lateness(ContactId id) {
    if (world_.sources[static_cast<std::size_t>(class_of(contacts_[id]).source)].chased_by == none) return;
    const double late = std::max(now_, contacts_[id].limit);
    if (late == endless) return;
    const ContactId chaser_id = contacts_.make();
    const Contact& item = contacts_[id];
    Contact& chaser = contacts_[chaser_id];
    chaser.state = ContactState::chasing;
    chaser.cls = item.cls;
    chaser.serial = item.serial;
    chaser.caused = item.caused;
    chaser.arrival = item.arrival;
    chaser.next = id;
    chaser.since_slot = 0;  // how often he has thought of it
    chaser.event = events_.add(late, chaser_id);
}

/// The item is late, or he thinks of it again: if it is still there he may call, and will think of it once more.
inline void Replication::chase(ContactId id) {
    const Contact chaser = contacts_[id];
    const Contact& item = contacts_[chaser.next];
    const bool there = item.cls == chaser.cls && item.serial == chaser.serial && item.caused == chaser.caused &&
                       item.arrival == chaser.arrival && item.state != ContactState::chasing;
    if (!there || ending_) return contacts_.release(id);
    const Source& source = world_.sources[static_cast<std::size_t>(class_of(chaser).source)];
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(source.work)];
    const std::uint64_t which = chaser.identity() << 20 | static_cast<std::uint64_t>(chaser.since_slot);
    Generator chance{seed_, replication_, Purpose::chased, source.work_key, source.site_key, which};
    const bool calls = chaser.since_slot > 0 && chance.uniform() < work.chased_share;
    const auto serial = static_cast<std::uint32_t>(chance.bits() >> 32);
    const double next = open_moment(slot_, now_, work.chased_every_s * exponential(chance));
    ++contacts_[id].since_slot;
    if (next < endless)
        contacts_[id].event = events_.add(next, id);
    else
        contacts_.release(id);
    if (calls) send(source.chased_by, serial, 0.0);
}

/// Calls come while they are accepted, or with a caller who is on the line; post that comes while closed waits for the
/// next opening.
inline void Replication::caused_comes(ContactId id, bool on_the_line) {
    Contact& contact = contacts_[id];
    const ClassRecord& cls = class_of(contact);
    const Source& source = world_.sources[static_cast<std::size_t>(cls.source)];
    const bool call = world_.work[static_cast<std::size_t>(cls.work)].call;
    const bool accepted = !closed_ && (source.accepts.empty() || source.accepts[static_cast<std::size_t>(slot_)] != 0);
    contact.arrival = now_;
    if (call && !accepted && !on_the_line) return contacts_.release(id);
    if (!call && closed_) return come_while_closed_.push_back(id);
    recorder_.cell(cls.row, slot_)[static_cast<std::size_t>(call ? int{call_caused} : int{item_caused})] += 1.0;
    draw(id, streams_of_caused(source, contact.serial), nullptr);
    admit(id);
}

/// A contact's own streams, as those of a source: from who it is.
inline Replication::SourceStreams& Replication::streams_of_caused(const Source& source, std::uint32_t serial) {
    const auto stream = [&](Purpose purpose, std::uint32_t law = 0) {
        return Generator{seed_, replication_, purpose, source.work_key, source.site_key + law, serial};
    };
    caused_streams_.handling = stream(Purpose::handling);
    caused_streams_.patience = stream(Purpose::patience);
    caused_streams_.wrap_up = stream(Purpose::wrap_up);
    caused_streams_.balk = stream(Purpose::balk);
    caused_streams_.redial = stream(Purpose::redial);
    caused_streams_.owner = stream(Purpose::choice);
    std::uint32_t law = 0;
    for (Generator& other : caused_streams_.other_handling) other = stream(Purpose::other_handling, ++law);
    return caused_streams_;
}

}  // namespace freiton::simulation::kernel
