// SPDX-License-Identifier: Apache-2.0
// How the staff of a replication comes and goes: at the begin of a slot, and after closing. Not in the hot loop.

#include <algorithm>

#include "freiton/simulation/kernel/replication.hpp"
#include "freiton/simulation/kernel/replication_arrivals.hpp"
#include "freiton/simulation/kernel/replication_calling.hpp"
#include "freiton/simulation/kernel/replication_causes.hpp"
#include "freiton/simulation/kernel/replication_chats.hpp"
#include "freiton/simulation/kernel/replication_contacts.hpp"
#include "freiton/simulation/kernel/replication_dispatch.hpp"
#include "freiton/simulation/kernel/replication_losses.hpp"
#include "freiton/simulation/kernel/replication_transfers.hpp"

namespace freiton::simulation::kernel {

/// As the roster says, less who is absent. The idle leave first; what becomes of the others routing says.
void Replication::set_staff(int p) {
    const Pool& pool = world_.pools[static_cast<std::size_t>(p)];
    const int rostered = world_.teams[static_cast<std::size_t>(pool.team)].staff[static_cast<std::size_t>(slot_)] +
                         change_.at(pool.team, slot_);
    const int there = pool.person == none ? absences_.there(pool.team, rostered, day_)
                                          : (pool.person < rostered && owner_away_[static_cast<std::size_t>(p)] == 0);
    staff_.set_target(p, there);
    staff_.count_until(p, now_, slot_);
    const int come = there - staff_.present(p);
    if (come > 0) {
        staff_.change_present(p, come, now_, slot_);
        for (int i = 0; i < come; ++i) staff_.add_idle(p, now_);
    }
    while (staff_.has_surplus(p) && staff_.idle(p) > 0) {
        staff_.take_longest_idle(p);
        staff_.change_present(p, -1, now_, slot_);
    }
    if (world_.hand_back && staff_.has_surplus(p)) hand_back(p, staff_.present(p) - there);
}

/// Orders those in `scratch_`, who are served, so that each may return before those that were begun after it.
void Replication::latest_begun_first() {
    std::sort(scratch_.begin(), scratch_.end(),
              [&](ContactId a, ContactId b) { return contacts_[a].event > contacts_[b].event; });
}

/// So many busy agents leave at once, the latest begun first, or who changed last of those who hold several; their
/// contacts return to the head of their queues. Whoever writes down what a customer wanted finishes that.
void Replication::hand_back(int p, int surplus) {
    scratch_.clear();
    events_.for_each([&](double, std::uint32_t sequence, ContactId id) {
        const Contact& contact = contacts_[id];
        if (contact.event == sequence && contact.state == ContactState::served && contact.pool == p &&
            (contact.desk == none || !is_tied(contact.desk)))
            scratch_.push_back(id);
    });
    latest_begun_first();
    for (int i = 0; i < surplus && i < static_cast<int>(scratch_.size()); ++i) {
        const ContactId id = scratch_[static_cast<std::size_t>(i)];
        if (contacts_[id].desk == none) {
            put_aside(id);
            return_to_queue(id);
        } else {
            hand_back_desk(contacts_[id].desk);
        }
        staff_.change_present(p, -1, now_, slot_);
    }
}

/// All that somebody holds; the order in which it was begun is the order in the queue anyway.
void Replication::hand_back_desk(int desk_id) {
    settle(desks_[desk_id]);
    while (desks_[desk_id].pool != none) {
        const ContactId id = desks_[desk_id].held.head;
        tell_service(contacts_[id], false);
        stand_up(id);
        contacts_[id].pool = none;
        return_to_queue(id);
    }
}

void Replication::return_to_queue(ContactId id) {
    Contact& contact = contacts_[id];
    const WorkKindRecord& work = work_of(contact);
    if (work.gives_up) {
        Generator chance = later_draws_of(contact);
        ++contact.returns;
        contact.limit = patience_ends(work, now_, chance);
    }
    put_back(id);
    if (work.eager && contacts_[id].limit < endless) contacts_[id].event = events_.add(contacts_[id].limit, id);
}

/// Everybody who is idle takes what he may, the pools in turn.
void Replication::dispatch_idle() {
    for (bool any = true; any;) {
        any = false;
        for (int p = 0; p < static_cast<int>(world_.pools.size()); ++p)
            if ((staff_.idle(p) > 0 && take_next(p, false)) || (world_.chats && dispatch_desks(p))) any = true;
    }
}

bool Replication::calls_wait_for(int p) {
    for (const Candidate& candidate : world_.pools[static_cast<std::size_t>(p)].candidates)
        if (candidate.call && first_waiting(candidate.cls) != nobody) return true;
    return false;
}

/// After closing whoever is idle goes home, unless a caller will still come to him.
void Replication::send_home() {
    for (int p = 0; p < static_cast<int>(world_.pools.size()); ++p) {
        const int idle = staff_.idle(p);
        if (idle == 0 || calls_wait_for(p)) continue;
        for (int i = 0; i < idle; ++i) staff_.take_longest_idle(p);
        staff_.change_present(p, -idle, now_, slot_);
        recorder_.overtime(world_.pools[static_cast<std::size_t>(p)].team, idle * (now_ - closed_at_));
    }
}

/// Callers to whom nobody is left who could answer.
void Replication::lose_stranded() {
    for (std::size_t c = 0; c < world_.classes.size(); ++c) {
        const ClassRecord& cls = world_.classes[c];
        if (!world_.work[static_cast<std::size_t>(cls.work)].call || first_waiting(static_cast<int>(c)) == nobody)
            continue;
        const bool somebody = std::any_of(cls.pools.begin(), cls.pools.end(),
                                          [&](const PoolRef& ref) { return staff_.present(ref.pool) > 0; });
        while (!somebody && first_waiting(static_cast<int>(c)) != nobody)
            lose(queues_[c].head, now_, Outcome::lost_at_close);
    }
}

}  // namespace freiton::simulation::kernel
