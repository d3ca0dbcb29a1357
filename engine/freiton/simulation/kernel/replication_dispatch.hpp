// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who gets what: a part of replication.cpp, apart for its idea and included there so that all of it is inlined.

#include <algorithm>

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

inline bool Replication::leaves_enough_idle(int p) const {
    const Pool& pool = world_.pools[static_cast<std::size_t>(p)];
    if (world_.keep_free == 0 || !pool.handles_calls) return true;
    int idle = 0;
    for (const int peer : pool.peers) idle += staff_.idle(peer);
    return idle > world_.keep_free;
}

/// Whether an agent of the pool may begin this work, putting aside that one (none: he is idle), and still leave those
/// who are kept for other work. They are kept while the office is open.
inline bool Replication::may_spare(int p, int work, int given_up) const {
    const int team = world_.pools[static_cast<std::size_t>(p)].team;
    const TeamRecord& record = world_.teams[static_cast<std::size_t>(team)];
    if (record.kept.empty() || closed_) return true;
    int spare = staff_.idle(p) - (given_up == none ? 1 : 0);
    for (const Kept& kept : record.kept) {
        if (kept.work == work) continue;
        const int busy =
            busy_[static_cast<std::size_t>(team) * world_.work.size() + static_cast<std::size_t>(kept.work)] -
            (kept.work == given_up ? 1 : 0);
        spare -= std::max(0, kept.people[static_cast<std::size_t>(slot_)] - busy);
    }
    return spare >= 0;
}

/// The idle agent whom an arriving contact prefers: the first tier that has one, in it the longest idle.
template <bool simple>
inline const PoolRef* Replication::idle_agent_for(const ClassRecord& cls, double waited) const {
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
    const bool gated = !simple && !work.call && !work.interruptible && !work.callback;
    if (!simple && work.dials && !may_call_now(work)) return nullptr;
    const PoolRef* best = nullptr;
    double best_since = endless;
    for (const PoolRef& ref : cls.pools) {
        if (best != nullptr && ref.tier != best->tier) break;
        if (staff_.idle(ref.pool) == 0) continue;
        if (!simple && (ref.after_s > waited || (ref.stand_in && !owner_away(cls)))) continue;
        if (gated && !leaves_enough_idle(ref.pool)) continue;
        if (!simple && world_.reserves && !may_spare(ref.pool, work.counts_as, none)) continue;
        const double since = staff_.idle_since(ref.pool);
        if (best == nullptr || since < best_since) {
            best = &ref;
            best_since = since;
        }
    }
    return best;
}

/// The item of the pool that was begun last, of those that may be given up for this work.
inline ContactId Replication::latest_to_put_aside(int p, int work) const {
    ContactId latest = served_items_[static_cast<std::size_t>(p)].tail;
    if (!world_.reserves) return latest;
    while (latest != nobody && !may_spare(p, work, class_of(contacts_[latest]).work))
        latest = contacts_[latest].previous;
    return latest;
}

/// Where a call that finds nobody idle puts an item aside: the first tier that has one, in it the latest begun.
inline const PoolRef* Replication::interruption_for(const ClassRecord& cls, double waited) const {
    const PoolRef* best = nullptr;
    std::uint32_t best_begun = 0;  // the running number of its completion, given when it was begun
    for (const PoolRef& ref : cls.pools) {
        if (best != nullptr && ref.tier != best->tier) break;
        const ContactId latest = latest_to_put_aside(ref.pool, cls.work);
        if (latest == nobody || ref.after_s > waited || (ref.stand_in && !owner_away(cls))) continue;
        if (best == nullptr || contacts_[latest].event > best_begun) {
            best = &ref;
            best_begun = contacts_[latest].event;
        }
    }
    return best;
}

/// Begins a contact that is in no queue, or in its queue, if somebody may take it at once.
template <bool simple>
inline bool Replication::begin_now(ContactId id, double waited) {
    const ClassRecord& cls = class_of(contacts_[id]);
    if (const PoolRef* ref = idle_agent_for<simple>(cls, waited)) {
        const int did = staff_.take_longest_idle(ref->pool);
        begin<simple>(id, ref->pool, ref->other_law, ref->away, ref->pace, did);
        if (!simple) fill_desk(id);
        return true;
    }
    if (simple) return false;
    if (!world_.work[static_cast<std::size_t>(cls.work)].call) return false;
    if (world_.chats)
        if (const Room room = room_for(cls, waited); room.ref != nullptr) {
            begin(id, room.ref->pool, room.ref->other_law, room.ref->away, room.ref->pace, none, room.desk);
            return true;
        }
    const PoolRef* ref = interruption_for(cls, waited);
    if (ref == nullptr) return false;
    const ContactId item = latest_to_put_aside(ref->pool, cls.work);
    put_aside(item);
    begin(id, ref->pool, ref->other_law, ref->away, ref->pace, class_of(contacts_[item]).work);
    fill_desk(id);
    // somebody who does not take calls may be idle
    if (!begin_now(item, now_ - contacts_[item].arrival)) put_back(item);
    return true;
}

/// The next of a class who still waits; callers whose patience has ended are counted on the way.
template <bool simple>
inline ContactId Replication::first_waiting(int c) {
    ContactQueue& queue = queues_[static_cast<std::size_t>(c)];
    if (queue.head == nobody) return nobody;
    const WorkKindRecord& work =
        world_.work[static_cast<std::size_t>(world_.classes[static_cast<std::size_t>(c)].work)];
    if (!work.gives_up || (!simple && work.eager)) return queue.head;
    while (queue.head != nobody && contacts_[queue.head].limit <= now_)
        lose(queue.head, contacts_[queue.head].limit, Outcome::abandoned);
    return queue.head;
}

/// How urgent what has waited since then is: smaller comes first.
inline double Replication::urgency(const Candidate& candidate, const WorkKindRecord& work, double arrival) const {
    return work.ages_s > 0.0 ? candidate.priority - (now_ - arrival) / work.ages_s : candidate.priority;
}

/// An idle agent of the pool, or one who chats and has room at his desk, takes what comes first: smaller priority; own
/// site where preferred; the longest waiting call or the item due earliest, of equals the one that came first. False if
/// there is nothing that he may take.
template <bool simple>
inline bool Replication::take_next(int p, bool latest_idle, int desk) {
    const Pool& pool = world_.pools[static_cast<std::size_t>(p)];
    const Candidate* best = nullptr;
    ContactId best_id = nobody;
    double best_urgency = endless;
    double best_key = endless;
    double best_arrival = endless;
    for (const Candidate& candidate : pool.candidates) {
        if (best != nullptr && candidate.priority != best->priority && (simple || !pool.ages)) break;
        const ClassRecord& cls = world_.classes[static_cast<std::size_t>(candidate.cls)];
        const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
        const bool unlimited = !simple && work.unlimited;
        if (queues_[static_cast<std::size_t>(candidate.cls)].count == 0 && !unlimited) continue;
        if (!simple && closed_ && !candidate.call) continue;
        if (!simple && candidate.stand_in && !owner_away(cls)) continue;
        if (!simple && work.dials && !may_call_now(work)) continue;
        if (!simple && desk != none && !may_join(desk, work)) continue;
        const ContactId id = first_waiting<simple>(candidate.cls);
        if (id == nobody && !unlimited) continue;
        if (!simple && candidate.after_s > 0.0 && id != nobody && now_ - contacts_[id].arrival < candidate.after_s)
            continue;
        if (!simple && candidate.gated && !leaves_enough_idle(p)) continue;
        if (!simple && world_.reserves && desk == none && !may_spare(p, work.counts_as, none)) continue;
        const double key = id == nobody               ? endless
                           : simple || candidate.call ? contacts_[id].arrival
                                                      : contacts_[id].limit;
        const double arrival = id == nobody ? now_ : contacts_[id].arrival;
        const double how_urgent =
            !simple && pool.ages ? urgency(candidate, work, arrival) : 0.0;  // else the same for all
        const bool better = best == nullptr || (how_urgent != best_urgency         ? how_urgent < best_urgency
                                                : candidate.second != best->second ? best->second
                                                : candidate.call != best->call     ? candidate.call
                                                : key != best_key                  ? key < best_key
                                                                                   : arrival < best_arrival);
        if (!better) continue;
        best = &candidate;
        best_urgency = how_urgent;
        best_id = id;
        best_key = key;
        best_arrival = arrival;
    }
    if (best == nullptr) return false;
    if (!simple && best_id == nobody) {
        best_id = make_contact(world_.classes[static_cast<std::size_t>(best->cls)].source, best->cls, now_, nullptr);
    } else {
        leave_queue(best_id, now_, slot_);
    }
    const int did = !simple && desk != none ? none
                    : latest_idle           ? staff_.take_latest_idle(p)
                                            : staff_.take_longest_idle(p);
    begin<simple>(best_id, p, best->other_law, best->away, best->pace, did, desk);
    if (!simple) fill_desk(best_id);
    return true;
}

/// Whoever holds several may have room for more of what waits.
inline void Replication::fill_desk(ContactId id) {
    if (const int desk = contacts_[id].desk; desk != none) take_next(contacts_[id].pool, false, desk);
}

/// One more is idle, so that another may begin an item that must leave some idle.
inline void Replication::wake_gated(int p) {
    if (world_.keep_free == 0 || closed_) return;
    for (const int peer : world_.pools[static_cast<std::size_t>(p)].peers)
        if (peer != p && world_.pools[static_cast<std::size_t>(peer)].has_gated)
            while (staff_.idle(peer) > 0 && take_next(peer, false)) {
            }
}

/// An agent has ended what he did: leaves if he is one too many, takes what is next, or is idle.
template <bool simple>
inline void Replication::agent_free(int p, int did) {
    if (staff_.has_surplus(p)) {
        staff_.change_present(p, -1, now_, slot_);
        if (closed_) recorder_.overtime(world_.pools[static_cast<std::size_t>(p)].team, now_ - closed_at_);
        if (!simple && world_.chats) dispatch_desks(p);  // fewer are to leave
        if (!simple && !transfers_.empty()) let_go_of_hopeless();
        return;
    }
    staff_.add_idle(p, now_, did);
    if (!take_next<simple>(p, true) && !simple) wake_gated(p);
}

/// An agent of the pool, who is no longer counted as idle, begins or goes on with a contact that is in no queue.
template <bool simple>
inline void Replication::begin(ContactId id, int p, int other_law, bool away, double pace, int did, int desk) {
    Contact& contact = contacts_[id];
    const ClassRecord& cls = class_of(contact);
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
    contact.full =
        simple || other_law == none
            ? contact.handling
            : other_handling_[static_cast<std::size_t>(id) * other_laws_ + static_cast<std::size_t>(other_law)];
    contact.full *= pace;
    contact.state = ContactState::served;
    contact.since = now_;
    contact.since_slot = slot_;
    contact.pool = p;
    if (!simple && (world_.reserves || world_.switches)) {
        const auto team = static_cast<std::size_t>(world_.pools[static_cast<std::size_t>(p)].team);
        if (world_.reserves && desk == none)
            ++busy_[team * world_.work.size() + static_cast<std::size_t>(work.counts_as)];
        contact.setup = did == none || did == work.counts_as ? 0.0 : world_.teams[team].switching_s;
    }
    if (simple || work.call) {
        if (!contact.answered) {
            Cell& cell = recorder_.cell(cls.row, contact.slot);
            const double wait = now_ - contact.arrival;
            cell[call_answered] += 1.0;
            if (wait > 0.0) {
                cell[call_waited] += 1.0;
                cell[call_answered_wait] += wait;
                cell[call_admitted_wait] += wait;
                recorder_.wait(cls.row, contact.slot, wait);
            }
            if (wait <= work.threshold_s) cell[call_in_time] += 1.0;
            if (away) cell[call_away] += 1.0;
            cell[call_customers_answered] += 1.0;
            contact.answered = true;
            contact.first_begin = now_;
        }
    } else {
        if (!work.callback) {
            const double age = clock_age(work, contact, now_);
            double& oldest = recorder_.cell(cls.row, slot_)[item_oldest_s];
            if (age > oldest) oldest = age;
        }
        if (contact.first_begin < 0.0) contact.first_begin = now_;
        if (work.dials) dial(id);
        if (work.interruptible) contacts_.append(served_items_[static_cast<std::size_t>(p)], id);
    }
    if (!simple && world_.chats && (work.chat || desk != none))
        sit_down(id, p, desk);
    else
        contact.event = events_.add(now_ + contact.setup + contact.full * contact.left, id);
    if (!simple && contact.on_hold) line_is_free(take_off_hold(id));
}

}  // namespace freiton::simulation::kernel
