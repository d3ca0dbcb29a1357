// SPDX-License-Identifier: Apache-2.0
#pragma once

// Those who hold several contacts at once: a part of replication.cpp, included there so that all of it is inlined. What
// they hold takes longer the more it is, so that each change of a desk settles what has been done until then, and
// schedules whatever is finished next.

#include <algorithm>

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

/// Factor on the time of one contact on a desk that holds so many.
inline double Replication::slowed(const Contact& contact, int held) const {
    const WorkKindRecord& work = work_of(contact);
    return work.chat ? work.slowdown[static_cast<std::size_t>(held - 1)] : 1.0;  // a call goes on as ever
}

/// What has been done since the last change.
inline void Replication::settle(Desk& desk) {
    const int held = desk.held.count;
    const double seconds = now_ - desk.since;
    const int team = world_.pools[static_cast<std::size_t>(desk.pool)].team;
    if (seconds > 0.0 && held > 0) {
        for (ContactId id = desk.held.head; id != nobody; id = contacts_[id].next) {
            Contact& contact = contacts_[id];
            const int also = contact.state == ContactState::wrapping_up ? int{call_wrap_up_s}
                             : contact.state == ContactState::holding   ? int{call_holding_s}
                                                                        : none;
            recorder_.conversed(class_of(contact).row, team, desk.since, desk.since_slot, now_, slot_, 1.0 / held,
                                also);
            const double full = contact.full * slowed(contact, held);
            contact.left = full > 0.0 ? std::max(0.0, contact.left - seconds / full) : 0.0;
        }
        recorder_.had_room(team, desk.since, desk.since_slot, now_, slot_,
                           1.0 - static_cast<double>(held) / static_cast<double>(desk.most));
    }
    desk.since = now_;
    desk.since_slot = slot_;
}

/// The next of what it holds to be finished has the desk's only event.
inline void Replication::schedule(Desk& desk) {
    ContactId next = nobody;
    double least = endless;
    for (ContactId id = desk.held.head; id != nobody; id = contacts_[id].next) {
        Contact& contact = contacts_[id];
        contact.event = 0;
        if (contact.state == ContactState::holding) continue;
        const double left = contact.left * contact.full * slowed(contact, desk.held.count);
        if (left < least) {
            least = left;
            next = id;
        }
    }
    if (next != nobody) contacts_[next].event = events_.add(now_ + least, next);
}

/// How many may be held beside others of this work.
inline int Replication::most_beside(const WorkKindRecord& work, int pool) const {
    if (work.chat) return work.concurrency;
    const TeamRecord& team = world_.teams[static_cast<std::size_t>(world_.pools[static_cast<std::size_t>(pool)].team)];
    return work.call && team.calls_while_chatting ? desks_.most() : 0;
}

/// Where somebody who chats has room, if nobody is idle: the first tier that has one, in it the emptiest, then the
/// longest unchanged.
inline Replication::Room Replication::room_for(const ClassRecord& cls, double waited) const {
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
    Room best;
    for (const PoolRef& ref : cls.pools) {
        if (best.ref != nullptr && ref.tier != best.ref->tier) break;
        if (ref.after_s > waited || (ref.stand_in && !owner_away(cls))) continue;
        const int desk = desks_.emptiest(ref.pool, most_beside(work, ref.pool), staff_.surplus(ref.pool));
        if (desk == none) continue;
        if (best.ref != nullptr) {
            const Desk& other = desks_[best.desk];
            const Desk& ours = desks_[desk];
            const bool better =
                ours.held.count != other.held.count ? ours.held.count < other.held.count : ours.since < other.since;
            if (!better) continue;
        }
        best = {&ref, desk};
    }
    return best;
}

/// Whether the desk may take one more of this work.
inline bool Replication::may_join(int id, const WorkKindRecord& work) const {
    const Desk& desk = desks_[id];
    return !desk.on_the_phone && desk.held.count < desk.most && desk.held.count < most_beside(work, desk.pool) &&
           !desks_.leaves(id, staff_.surplus(desk.pool));
}

/// Begins a contact, beside what the desk holds, or (none) as the first of a new one.
inline void Replication::sit_down(ContactId id, int p, int desk_id) {
    const WorkKindRecord& work = work_of(contacts_[id]);
    if (desk_id == none) {
        desk_id = desks_.open(p, class_of(contacts_[id]).work, now_, slot_);
    } else {
        settle(desks_[desk_id]);
        desks_.unlist(desk_id);
    }
    Contact& contact = contacts_[id];
    Desk& desk = desks_[desk_id];
    contact.desk = desk_id;
    if (contact.full > 0.0) contact.left += contact.setup / contact.full;
    contact.setup = 0.0;
    contacts_.append(desk.held, id);
    if (work.chat)
        desk.most = std::min(desk.most, static_cast<std::int32_t>(work.concurrency));
    else
        desk.on_the_phone = true;
    desks_.list(desk_id);
    schedule(desk);
}

/// Takes a contact off its desk; a desk that holds nothing more is no desk.
inline void Replication::stand_up(ContactId id) {
    Contact& contact = contacts_[id];
    const int desk_id = contact.desk;
    Desk& desk = desks_[desk_id];
    desks_.unlist(desk_id);
    contacts_.remove(desk.held, id);
    contact.desk = none;
    contact.event = 0;
    if (!work_of(contact).chat) desk.on_the_phone = false;
    desk.most = desks_.most();
    for (ContactId other = desk.held.head; other != nobody; other = contacts_[other].next)
        if (const WorkKindRecord& work = work_of(contacts_[other]); work.chat)
            desk.most = std::min(desk.most, static_cast<std::int32_t>(work.concurrency));
    if (desk.held.count > 0) {
        desks_.list(desk_id);
        schedule(desk);
        return;
    }
    if (world_.reserves) {
        const auto team = static_cast<std::size_t>(world_.pools[static_cast<std::size_t>(desk.pool)].team);
        --busy_[team * world_.work.size() + static_cast<std::size_t>(desk.first_work)];
    }
    desks_.close(desk_id);
}

/// One of the contacts of a desk is done; its place is free before what it leads to comes.
inline void Replication::complete_at_desk(ContactId id) {
    const int desk_id = contacts_[id].desk;
    const int pool = contacts_[id].pool;
    const int work = class_of(contacts_[id]).work;
    settle(desks_[desk_id]);
    tell_service(contacts_[id], true);
    stand_up(id);
    const bool empty = desks_[desk_id].pool == none;
    if (contacts_[id].state == ContactState::wrapping_up) {
        contacts_.release(id);
    } else {
        --in_system_[static_cast<std::size_t>(work)];
        cause(id);
        end_contact(id, Outcome::answered, now_);
    }
    if (empty)
        agent_free(pool, work);
    else
        take_next(pool, false, desk_id);
    if (staff_.has_surplus(pool)) dispatch_desks(pool);  // others may be the emptiest now
}

/// Whether somebody has gone of whom there is something to write down, or waits on the line for others.
inline bool Replication::is_tied(int desk) const {
    for (ContactId id = desks_[desk].held.head; id != nobody; id = contacts_[id].next)
        if (contacts_[id].state != ContactState::served) return true;
    return false;
}

/// Those who chat take what waits and fits, the emptiest first.
inline bool Replication::dispatch_desks(int p) {
    bool any = false;
    for (int count = 1; count < desks_.most(); ++count)
        for (int desk = desks_.first(p, count); desk != none;) {
            if (take_next(p, false, desk)) {
                any = true;
                desk = desks_.first(p, count);
            } else {
                desk = desks_[desk].next;
            }
        }
    return any;
}

}  // namespace freiton::simulation::kernel
