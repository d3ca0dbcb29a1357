// SPDX-License-Identifier: Apache-2.0
#pragma once

// How contacts come, with all that chance decides about them: a part of replication.cpp, included there so that all of
// it is inlined.

#include <algorithm>
#include <cmath>

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

/// When an item that comes then is due, in real time. On opening hours the moment lies in the slot that ends last
/// before it, so that "by the close" is not "by the next opening".
inline double Replication::due_of(const WorkKindRecord& work, int s, double time) const {
    switch (work.due) {
        case DueClock::nothing:
            return endless;
        case DueClock::wall:
            return time + work.due_s;
        case DueClock::working_days: {
            const auto day = static_cast<std::size_t>(world_.slots[static_cast<std::size_t>(s)].day) +
                             static_cast<std::size_t>(work.due_days);
            return day < world_.day_close.size() ? world_.day_close[day] : endless;
        }
        case DueClock::opening_hours:
            break;
    }
    return open_moment(s, time, work.due_s);
}

/// So many opening hours later; endless beyond the time line.
inline double Replication::open_moment(int s, double time, double open_s) const {
    const double at = world_.open_time(s, time) + open_s;
    const double slots = at / world_.slot_length;
    const auto index = static_cast<std::size_t>(std::max(0.0, std::ceil(slots) - 1.0));
    if (index >= world_.slots.size()) return endless;
    return world_.slots[index].start + (at - static_cast<double>(index) * world_.slot_length);
}

/// Teams that differ, by the ratio of the means.
inline void Replication::set_other_handling(ContactId id, const WorkKindRecord& work, double usual) {
    if (work.other_laws == 0) return;
    const std::size_t first = static_cast<std::size_t>(id) * other_laws_;
    if (other_handling_.size() < first + other_laws_) other_handling_.resize(2 * (first + other_laws_));
    for (std::size_t law = 0; law < work.other_handling.size(); ++law)
        other_handling_[first + law] = usual * work.other_scale[law];
}

/// When a caller gives up who calls, or begins to wait anew, at this time: now or later.
inline double Replication::patience_ends(const WorkKindRecord& work, double time, Generator& chance) const {
    if (!work.has_patience) return endless;
    const double patience = work.patience(chance);
    if (work.patience_factor.empty()) return time + patience;
    std::size_t s = static_cast<std::size_t>(slot_);
    while (s + 1 < world_.slots.size() && world_.slots[s + 1].start <= time) ++s;
    return time + patience * work.patience_factor[s];
}

/// How long it takes with whom: drawn, or as it was recorded. Teams that differ then differ by the ratio of the means.
template <bool simple>
inline void Replication::set_handling(ContactId id, const Source& source, SourceStreams& streams,
                                      const Moment* recorded) {
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(source.work)];
    Contact& contact = contacts_[id];
    contact.handling = work.handling(streams.handling);
    double factor = source.handling_factor.empty() ? 1.0 : source.handling_factor[static_cast<std::size_t>(slot_)];
    if (!simple && work.handling_day_cv > 0.0)
        factor *= handling_day_factor_[static_cast<std::size_t>(source.work)][static_cast<std::size_t>(slot().day)];
    contact.handling *= factor;
    const bool known = recorded != nullptr && recorded->handling_s >= 0.0;
    if (known) contact.handling = recorded->handling_s;
    if (!simple && work.has_wrap_up)  // long calls have a long wrap-up
        contact.wrap_up =
            work.wrap_up(streams.wrap_up) * (known ? recorded->handling_s / work.handling_mean_s : factor);
    if (simple || work.other_laws == 0) return;
    const std::size_t first = static_cast<std::size_t>(id) * other_laws_;
    if (other_handling_.size() < first + other_laws_) other_handling_.resize(2 * (first + other_laws_));
    for (std::size_t law = 0; law < work.other_handling.size(); ++law) {
        const double drawn = factor * work.other_handling[law](streams.other_handling[law]);
        other_handling_[first + law] = known ? recorded->handling_s * work.other_scale[law] : drawn;
    }
}

/// A new contact of this class: what chance decides about it is drawn now, whatever becomes of it.
template <bool simple>
inline ContactId Replication::make_contact(int source, int cls, double time, const Moment* recorded) {
    SourceStreams& streams = streams_[static_cast<std::size_t>(source)];
    const ContactId id = contacts_.make();
    Contact& contact = contacts_[id];
    contact.cls = cls;
    contact.arrival = time;
    contact.serial = streams.contacts++;
    draw<simple>(id, streams, recorded);
    return id;
}

/// Whoever has come, in this slot or in the closed time before it, is counted, and chance decides about him.
template <bool simple>
inline void Replication::draw(ContactId id, SourceStreams& streams, const Moment* recorded) {
    Contact& contact = contacts_[id];
    const ClassRecord& cls = class_of(contact);
    const Source& source = world_.sources[static_cast<std::size_t>(cls.source)];
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(source.work)];
    contact.slot = slot_;
    set_handling<simple>(id, source, streams, recorded);
    Cell& cell = recorder_.cell(cls.row, slot_);
    recorder_.contact_came();
    if (simple || work.call) {
        cell[call_offered] += 1.0;
        cell[call_customers] += 1.0;
        contact.limit = patience_ends(work, contact.arrival, streams.patience);
        if (!simple && work.balk > 0.0 && streams.balk.uniform() < work.balk) contact.limit = contact.arrival;
        if (!simple && work.redial_share > 0.0) {
            const bool again = streams.redial.uniform() < work.redial_share;
            const double after = work.redial_after_s * exponential(streams.redial);
            contact.redial_after = again ? after : -1.0;
        }
    } else {
        cell[item_offered] += 1.0;
        recorder_.there_from(cls.row, slot_);
        contact.limit = due_of(work, slot_, contact.arrival);
        if (recorder_.cell_of(slot_) < world_.cells) {
            ++open_items_;
            if (contact.limit > last_due_) last_due_ = contact.limit;
        }
    }
}

/// Whose the next contact of a source is: chance decides among its owners.
template <bool simple>
inline int Replication::class_of_next(const Source& source, SourceStreams& streams) const {
    if (simple || source.owners == 1) return source.first_class;
    return source.first_class + static_cast<int>(streams.owner.uniform() * source.owners);
}

template <bool simple>
inline ContactId Replication::new_contact(int source, double time, const Moment* recorded) {
    const int cls = class_of_next<simple>(world_.sources[static_cast<std::size_t>(source)],
                                          streams_[static_cast<std::size_t>(source)]);
    return make_contact<simple>(source, cls, time, recorded);
}

template <bool simple>
inline void Replication::arrive(int source, double time, const Moment* recorded) {
    now_ = time;
    admit<simple>(new_contact<simple>(source, time, recorded));
}

/// In the last interval that begins before the item is due; nowhere if that is after the time line.
inline void Replication::count_promise(ContactId id) {
    const Contact& item = contacts_[id];
    if (item.limit > world_.slots.back().end + clock_rounding_s) return;
    const auto later =
        std::partition_point(world_.slots.begin() + slot_ + 1, world_.slots.end(),
                             [&](const Slot& slot) { return slot.start + clock_rounding_s < item.limit; });
    const auto due = static_cast<int>(later - world_.slots.begin()) - 1;
    recorder_.cell(class_of(item).row, due)[item_due] += 1.0;
}

template <bool simple>
inline void Replication::admit(ContactId id) {
    if (simple || work_of(contacts_[id]).call) return admit_call<simple>(id);
    count_promise(id);
    await_lateness(id);
    if (!begin_now(id, 0.0)) enqueue(id);
}

/// An item that lies there when they open.
inline void Replication::item_comes(ContactId id) {
    count_promise(id);
    await_lateness(id);
    enqueue(id);
}

template <bool simple>
inline void Replication::admit_call(ContactId id) {
    const ClassRecord& cls = class_of(contacts_[id]);
    const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
    int& in_system = in_system_[static_cast<std::size_t>(cls.work)];
    if (!simple && work.lines > 0 && in_system >= work.lines) {
        recorder_.cell(cls.row, contacts_[id].slot)[call_blocked] += 1.0;
        try_again(id, now_, Outcome::blocked);
        return;
    }
    ++in_system;
    if (!begin_now<simple>(id, 0.0)) enqueue<simple>(id);
}

}  // namespace freiton::simulation::kernel
