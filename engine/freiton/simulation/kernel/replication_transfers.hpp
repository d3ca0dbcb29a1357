// SPDX-License-Identifier: Apache-2.0
#pragma once

// Warm transfers: whoever transfers a call stays with the caller, busy, until somebody answers, the caller gives up, or
// the office closes. A part of replication.cpp, included there so that all of it is inlined.

#include <algorithm>

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

/// Callers who are called back are not held: what they lead to comes as from anybody.
inline bool Replication::leads_warm(const Contact& contact) const {
    const ClassRecord& cls = class_of(contact);
    return world_.sources[static_cast<std::size_t>(cls.source)].leads_warm &&
           world_.work[static_cast<std::size_t>(cls.work)].call;
}

inline bool Replication::is_holding(ContactId holder) const {
    return std::any_of(transfers_.begin(), transfers_.end(),
                       [&](const Transfer& transfer) { return transfer.holder == holder; });
}

/// The talk is over, and the caller may go on to others.
inline void Replication::transfer(ContactId id) {
    {
        Contact& contact = contacts_[id];
        if (contact.desk != none) settle(desks_[contact.desk]);
        --in_system_[static_cast<std::size_t>(class_of(contact).work)];
        contact.event = 0;
        tell(id, Outcome::answered, now_);
    }
    cause(id);
    Contact& contact = contacts_[id];
    contact.state = ContactState::holding;
    if (!is_holding(id)) return let_go({id, nobody, now_, slot_});
    if (contact.desk == none) return;
    desks_.unlist(contact.desk);
    desks_.list(contact.desk);  // behind those unchanged for longer
    schedule(desks_[contact.desk]);
}

/// A caller who has just been sent on waits, and his agent with him: unless everybody who could answer does the same.
inline void Replication::hold(ContactId holder, ContactId caller) {
    Contact& contact = contacts_[caller];
    if (!work_of(contacts_[holder]).call || closed_ || contact.cls == none || contact.state != ContactState::queued ||
        contact.limit <= now_)
        return;
    transfers_.push_back({holder, caller, now_, slot_});
    if (hopeless_transfer() == none)
        contact.on_hold = true;
    else
        transfers_.pop_back();
}

/// A caller on hold has an agent, or has gone.
inline Replication::Transfer Replication::take_off_hold(ContactId caller) {
    const auto found = std::find_if(transfers_.begin(), transfers_.end(),
                                    [&](const Transfer& transfer) { return transfer.caller == caller; });
    const Transfer over = *found;
    transfers_.erase(found);
    contacts_[caller].on_hold = false;
    return over;
}

/// Whoever held the line goes on, if he holds no other.
inline void Replication::line_is_free(const Transfer& over) {
    if (contacts_[over.holder].state == ContactState::holding && !is_holding(over.holder)) let_go(over);
}

/// Nobody waits on the line any more: there is something to write down, or his agent is free.
inline void Replication::let_go(const Transfer& over) {
    const ContactId id = over.holder;
    Contact& contact = contacts_[id];
    if (contact.desk != none)
        settle(desks_[contact.desk]);
    else
        recorder_.held(class_of(contact).row, over.since, over.since_slot, now_, slot_);
    if (contact.wrap_up > 0.0) return write_down(id);
    contact.state = ContactState::wrapping_up;
    complete(id);
}

/// So many of a pool's people are kept for other work than this, at any moment.
inline int Replication::kept_for_others(int p, int work) const {
    int people = 0;
    for (const Kept& kept : world_.teams[static_cast<std::size_t>(world_.pools[static_cast<std::size_t>(p)].team)].kept)
        if (kept.work != work) people += kept.people[static_cast<std::size_t>(slot_)];
    return people;
}

/// The place of a transfer that nobody will ever take, since all who could hold one themselves and wait for each
/// other, are kept for other work, or have gone; none: all will be taken, if their callers wait long enough.
inline int Replication::hopeless_transfer() {
    pool_frees_.assign(world_.pools.size(), 0);  // whether somebody of it does not hold, or will be free
    for (std::size_t p = 0; p < world_.pools.size(); ++p) pool_frees_[p] = staff_.present(static_cast<int>(p));
    transfer_ends_.assign(transfers_.size(), 0);
    const auto holds_others = [&](std::size_t k) {  // that were not looked at, or have no end
        for (std::size_t j = 0; j < transfers_.size(); ++j)
            if (j != k && transfers_[j].holder == transfers_[k].holder && transfer_ends_[j] == 0) return true;
        return false;
    };
    for (std::size_t k = 0; k < transfers_.size(); ++k) {
        const auto first = std::find_if(transfers_.begin(), transfers_.end(),
                                        [&](const Transfer& t) { return t.holder == transfers_[k].holder; });
        if (first == transfers_.begin() + static_cast<std::ptrdiff_t>(k))
            --pool_frees_[static_cast<std::size_t>(contacts_[transfers_[k].holder].pool)];
    }
    for (bool more = true; more;) {
        more = false;
        for (std::size_t k = 0; k < transfers_.size(); ++k) {
            if (transfer_ends_[k] != 0) continue;
            const ClassRecord& cls = class_of(contacts_[transfers_[k].caller]);
            const bool ends = std::any_of(cls.pools.begin(), cls.pools.end(), [&](const PoolRef& ref) {
                return pool_frees_[static_cast<std::size_t>(ref.pool)] > kept_for_others(ref.pool, cls.work) &&
                       !(ref.stand_in && !owner_away(cls));
            });
            if (!ends) continue;
            transfer_ends_[k] = 1;
            more = true;
            if (!holds_others(k)) ++pool_frees_[static_cast<std::size_t>(contacts_[transfers_[k].holder].pool)];
        }
    }
    const auto hopeless = std::find(transfer_ends_.begin(), transfer_ends_.end(), 0);
    return hopeless == transfer_ends_.end() ? none : static_cast<int>(hopeless - transfer_ends_.begin());
}

/// Somebody has left: those whom nobody will answer any more are not held, the longest first.
inline void Replication::let_go_of_hopeless() {
    while (!transfers_.empty()) {
        const int hopeless = hopeless_transfer();
        if (hopeless == none) return;
        line_is_free(take_off_hold(transfers_[static_cast<std::size_t>(hopeless)].caller));
    }
}

/// The office closes: nobody is held any longer, though whoever waits is still served.
inline void Replication::let_all_go() {
    while (!transfers_.empty()) line_is_free(take_off_hold(transfers_.front().caller));
}

}  // namespace freiton::simulation::kernel
