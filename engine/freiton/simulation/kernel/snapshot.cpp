// SPDX-License-Identifier: Apache-2.0
// How branches keep the state of a replication, return to it, and tell whether another is the same.

#include <algorithm>
#include <numeric>

#include "freiton/simulation/kernel/branches.hpp"
#include "freiton/simulation/kernel/replication_calling.hpp"
#include "freiton/simulation/kernel/replication_causes.hpp"
#include "freiton/simulation/kernel/replication_chats.hpp"
#include "freiton/simulation/kernel/replication_contacts.hpp"
#include "freiton/simulation/kernel/replication_losses.hpp"
#include "freiton/simulation/kernel/replication_transfers.hpp"

namespace freiton::simulation::kernel {

void Branches::keep(Snapshot& snapshot) {
    const Replication& r = replication_;
    snapshot.staff = r.staff_.pools();
    r.arrivals_.keep(snapshot.arrivals);
    snapshot.events = r.events_;
    snapshot.contacts = r.contacts_;
    snapshot.streams = r.streams_;
    snapshot.queues = r.queues_;
    snapshot.served_items = r.served_items_;
    if (world_.chats) snapshot.desks = r.desks_;
    snapshot.transfers = r.transfers_;
    snapshot.in_system = r.in_system_;
    snapshot.busy = r.busy_;
    snapshot.come_while_closed = r.come_while_closed_;
    snapshot.owner_away = r.owner_away_;
    const auto used =
        static_cast<std::ptrdiff_t>(std::min(r.other_handling_.size(), r.contacts_.size() * r.other_laws_));
    snapshot.other_handling.assign(r.other_handling_.begin(), r.other_handling_.begin() + used);
    snapshot.now = r.now_;
    snapshot.closed_at = r.closed_at_;
    snapshot.last_due = r.last_due_;
    snapshot.slot = r.slot_;
    snapshot.day = r.day_;
    snapshot.open_items = r.open_items_;
    snapshot.closed = r.closed_;
    describe(snapshot);
    find_ranges(snapshot);
}

void Branches::restore(const Snapshot& snapshot) {
    Replication& r = replication_;
    r.staff_.restore(snapshot.staff);
    r.arrivals_.restore(snapshot.arrivals);
    r.events_ = snapshot.events;
    r.contacts_ = snapshot.contacts;
    r.streams_ = snapshot.streams;
    r.queues_ = snapshot.queues;
    r.served_items_ = snapshot.served_items;
    if (world_.chats) r.desks_ = snapshot.desks;
    r.transfers_ = snapshot.transfers;
    r.in_system_ = snapshot.in_system;
    r.busy_ = snapshot.busy;
    r.come_while_closed_ = snapshot.come_while_closed;
    r.owner_away_ = snapshot.owner_away;
    std::copy(snapshot.other_handling.begin(), snapshot.other_handling.end(), r.other_handling_.begin());
    r.now_ = snapshot.now;
    r.closed_at_ = snapshot.closed_at;
    r.last_due_ = snapshot.last_due;
    r.slot_ = snapshot.slot;
    r.day_ = snapshot.day;
    r.open_items_ = snapshot.open_items;
    r.closed_ = snapshot.closed;
    r.ending_ = false;
}

/// Callers whose patience has ended are found when their turn would have come: which is at different moments in two
/// worlds that are the same otherwise.
void Branches::forget_who_hung_up() {
    Replication& r = replication_;
    for (std::size_t c = 0; c < world_.classes.size(); ++c) {
        const WorkKindRecord& work = world_.work[static_cast<std::size_t>(world_.classes[c].work)];
        if (!work.gives_up || work.eager) continue;
        for (ContactId id = r.queues_[c].head; id != nobody;) {
            const ContactId next = r.contacts_[id].next;
            if (r.contacts_[id].limit < r.now_) r.lose(id, r.contacts_[id].limit, Outcome::abandoned);
            id = next;
        }
    }
}

void Branches::describe(Snapshot& snapshot) {
    Replication& r = replication_;
    snapshot.pending.clear();
    r.events_.for_each([&](double time, std::uint32_t sequence, ContactId id) {
        const Contact& contact = r.contacts_[id];
        if (contact.event == sequence)
            snapshot.pending.push_back({time, sequence, id, false});
        else if (contact.timer == sequence && contact.state == ContactState::queued)
            snapshot.pending.push_back({time, sequence, id, true});
    });
    const auto earlier = [](const PendingEvent& a, const PendingEvent& b) {
        return a.time != b.time ? a.time < b.time : a.sequence < b.sequence;
    };
    std::sort(snapshot.pending.begin(), snapshot.pending.end(), earlier);
    snapshot.begun_order.resize(snapshot.pending.size());
    std::iota(snapshot.begun_order.begin(), snapshot.begun_order.end(), 0U);
    std::sort(snapshot.begun_order.begin(), snapshot.begun_order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return snapshot.pending[a].sequence < snapshot.pending[b].sequence;
    });
    order_idle(snapshot);
}

/// Between pools that are asked alike whoever has been idle longest comes first. Where two became idle at the same
/// moment, a place without a pool stands before the second.
void Branches::order_idle(Snapshot& snapshot) const {
    snapshot.idle_order.clear();
    if (!idle_order_matters_) return;
    std::vector<std::pair<double, int>> idle;
    const auto& pools = replication_.staff_.pools();
    for (std::size_t p = 0; p < pools.size(); ++p)
        for (std::size_t k = 0; k < pools[p].idle(); ++k)
            idle.emplace_back(pools[p].idle_since(k), static_cast<int>(p));
    std::sort(idle.begin(), idle.end());
    for (std::size_t k = 0; k < idle.size(); ++k) {
        if (k > 0 && idle[k].first == idle[k - 1].first && idle[k].second != idle[k - 1].second)
            snapshot.idle_order.push_back(none);
        snapshot.idle_order.push_back(idle[k].second);
    }
}

void Branches::find_ranges(Snapshot& snapshot) const {
    const Replication& r = replication_;
    const int next = slots_;
    snapshot.from.assign(static_cast<std::size_t>(world_.rows), next);
    snapshot.team_from = next;
    const auto is_there = [&](const Contact& contact) {
        int& from = snapshot.from[static_cast<std::size_t>(world_.classes[static_cast<std::size_t>(contact.cls)].row)];
        from = std::min(from, contact.slot);
    };
    for (const ContactQueue& queue : r.queues_)
        for (ContactId id = queue.head; id != nobody; id = r.contacts_[id].next) is_there(r.contacts_[id]);
    for (const PendingEvent& event : snapshot.pending) {
        const Contact& contact = r.contacts_[event.contact];
        if (contact.state == ContactState::resting) is_there(contact);
        if (contact.state != ContactState::served && contact.state != ContactState::wrapping_up) continue;
        is_there(contact);
        snapshot.team_from = std::min(snapshot.team_from, contact.since_slot);
    }
    for (const auto& transfer : r.transfers_) {
        is_there(r.contacts_[transfer.holder]);
        snapshot.team_from = std::min(snapshot.team_from, r.contacts_[transfer.holder].since_slot);
    }
    for (int d = 0; d < r.desks_.size(); ++d) {
        const Desk& desk = r.desks_[d];
        if (desk.pool == none) continue;
        for (ContactId id = desk.held.head; id != nobody; id = r.contacts_[id].next) is_there(r.contacts_[id]);
        snapshot.team_from = std::min(snapshot.team_from, desk.since_slot);
    }
}

bool Branches::is_same(const Snapshot& there) {
    if (!looks_same(there)) return false;
    describe(ours_);
    return ours_.idle_order == there.idle_order && same_pending(there) && same_queues(there) &&
           same_desk_order(there) && same_transfers(there);
}

/// What a glance tells.
bool Branches::looks_same(const Snapshot& there) const {
    const Replication& r = replication_;
    const auto& pools = r.staff_.pools();
    for (std::size_t p = 0; p < pools.size(); ++p)
        if (pools[p].present != there.staff[p].present || pools[p].idle() != there.staff[p].idle()) return false;
    for (std::size_t c = 0; c < r.queues_.size(); ++c)
        if (r.queues_[c].count != there.queues[c].count) return false;
    if (end_depends_on_staff_ && r.last_due_ != there.last_due) return false;
    if (r.open_items_ != there.open_items || r.in_system_ != there.in_system) return false;
    if (r.come_while_closed_.size() != there.come_while_closed.size()) return false;
    for (std::size_t p = 0; world_.switches && p < pools.size(); ++p)
        for (std::size_t k = 0; !pools[p].did.empty() && k < pools[p].idle(); ++k)
            if (pools[p].did_last(k) != there.staff[p].did_last(k)) return false;
    for (std::size_t s = 0; draws_depend_on_staff_ && s < r.streams_.size(); ++s)
        if (r.streams_[s].contacts != there.streams[s].contacts ||
            !(r.streams_[s].handling == there.streams[s].handling) ||
            r.streams_[s].other_handling != there.streams[s].other_handling)
            return false;
    return true;
}

bool Branches::same_contact(const Snapshot& there, ContactId its, ContactId ours) const {
    const Contact& a = there.contacts[its];
    const Contact& b = replication_.contacts_[ours];
    return a.cls == b.cls && a.serial == b.serial && a.arrival == b.arrival && a.state == b.state &&
           a.attempt == b.attempt && a.returns == b.returns && a.limit == b.limit && a.handling == b.handling &&
           a.left == b.left && a.since == b.since && a.full == b.full && a.first_begin == b.first_begin &&
           a.redial_after == b.redial_after && a.slot == b.slot && a.since_slot == b.since_slot && a.pool == b.pool &&
           a.answered == b.answered && a.caused == b.caused && a.setup == b.setup && a.wrap_up == b.wrap_up &&
           (a.desk == none) == (b.desk == none);
}

/// All that somebody holds.
bool Branches::same_desk(const Snapshot& there, int its, int ours) const {
    const Desk& a = there.desks[its];
    const Desk& b = replication_.desks_[ours];
    if (a.pool != b.pool || a.held.count != b.held.count || a.since != b.since || a.since_slot != b.since_slot ||
        a.most != b.most || a.first_work != b.first_work || a.on_the_phone != b.on_the_phone)
        return false;
    ContactId other = b.held.head;
    for (ContactId id = a.held.head; id != nobody; id = there.contacts[id].next) {
        if (!same_contact(there, id, other)) return false;
        other = replication_.contacts_[other].next;
    }
    return true;
}

/// Who takes the next is the same.
bool Branches::same_desk_order(const Snapshot& there) const {
    if (!world_.chats) return true;
    for (int p = 0; p < static_cast<int>(world_.pools.size()); ++p)
        for (int count = 1; count <= there.desks.most(); ++count) {
            int ours = replication_.desks_.first(p, count);
            for (int its = there.desks.first(p, count); its != none; its = there.desks[its].next) {
                if (ours == none || !same_desk(there, its, ours)) return false;
                ours = replication_.desks_[ours].next;
            }
            if (ours != none) return false;
        }
    return true;
}

bool Branches::same_transfers(const Snapshot& there) const {
    const auto& ours = replication_.transfers_;
    if (there.transfers.size() != ours.size()) return false;
    for (std::size_t k = 0; k < ours.size(); ++k) {
        const auto& its = there.transfers[k];
        if (its.since != ours[k].since || its.since_slot != ours[k].since_slot ||
            !same_contact(there, its.holder, ours[k].holder) || !same_contact(there, its.caller, ours[k].caller))
            return false;
    }
    return true;
}

bool Branches::same_pending(const Snapshot& there) const {
    if (ours_.pending.size() != there.pending.size() || ours_.begun_order != there.begun_order) return false;
    for (std::size_t k = 0; k < there.pending.size(); ++k) {
        const PendingEvent& its = there.pending[k];
        const PendingEvent& ours = ours_.pending[k];
        if (its.time != ours.time || its.timer != ours.timer || !same_contact(there, its.contact, ours.contact))
            return false;
        const int desk = there.contacts[its.contact].desk;  // each has one event
        if (desk != none && !same_desk(there, desk, replication_.contacts_[ours.contact].desk)) return false;
    }
    return true;
}

bool Branches::same_queues(const Snapshot& there) const {
    for (std::size_t c = 0; c < there.queues.size(); ++c) {
        ContactId ours = replication_.queues_[c].head;
        for (ContactId its = there.queues[c].head; its != nobody; its = there.contacts[its].next) {
            if (!same_contact(there, its, ours)) return false;
            ours = replication_.contacts_[ours].next;
        }
    }
    for (std::size_t k = 0; k < there.come_while_closed.size(); ++k)
        if (!same_contact(there, there.come_while_closed[k], replication_.come_while_closed_[k])) return false;
    return true;
}

}  // namespace freiton::simulation::kernel
