// SPDX-License-Identifier: Apache-2.0
// Post that lies there already: when an office opens, when the horizon begins, where a week comes again and again. Not
// in the hot loop.

#include <cmath>

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

/// Post that came while closed lies there at the opening.
void Replication::take_in() {
    std::size_t next = 0;
    const auto next_caused = [&] {
        return next < come_while_closed_.size() ? contacts_[come_while_closed_[next]].arrival : endless;
    };
    while (next < come_while_closed_.size() || arrivals_.next_time() < slot().start) {
        if (next_caused() <= arrivals_.next_time()) {
            take_in_caused(come_while_closed_[next++]);
            continue;
        }
        const int source = arrivals_.next_source();
        const double time = arrivals_.next_time();
        item_comes(new_contact(source, time, arrivals_.advance()));
    }
    come_while_closed_.clear();
}

void Replication::take_in_caused(ContactId id) {
    const Contact& contact = contacts_[id];
    const ClassRecord& cls = class_of(contact);
    recorder_.cell(cls.row, slot_)[item_caused] += 1.0;
    draw(id, streams_of_caused(world_.sources[static_cast<std::size_t>(cls.source)], contact.serial), nullptr);
    item_comes(id);
}

/// What may lie there in the steady state, where the time line begins: one exponential factor for all of a part.
/// Warming up makes it what it should be. Its chance is its own, so that what comes later is the same whatever lies
/// there.
void Replication::add_steady_pile(int part) {
    Generator generator{seed_, replication_, Purpose::backlog, 0, static_cast<std::uint32_t>(part)};
    const double factor = exponential(generator);
    for (const Source& source : world_.sources) {
        if (source.pile_part != part) continue;
        const WorkKindRecord& work = world_.work[static_cast<std::size_t>(source.work)];
        const auto items = static_cast<int>(source.steady_pile * factor);
        for (int i = 0; i < items; ++i) {
            const ContactId id = contacts_.make();
            Contact& contact = contacts_[id];
            contact.cls = source.first_class + i % source.owners;
            contact.arrival = 0.0;  // before whatever comes
            contact.serial = ~static_cast<std::uint32_t>(i);
            contact.slot = slot_;
            contact.handling = work.handling(generator);
            contact.limit = due_of(work, slot_, contact.arrival);
            set_other_handling(id, work, contact.handling);
            recorder_.contact_came();
            recorder_.cell(class_of(contact).row, slot_)[item_offered] += 1.0;
            recorder_.there_from(class_of(contact).row, slot_);
            item_comes(id);
        }
    }
}

/// Items that lie there when the horizon begins: they came at the end of the open day before it.
void Replication::add_opening_backlog() {
    for (std::size_t s = 0; s < world_.sources.size(); ++s) {
        const Source& source = world_.sources[s];
        if (source.opening_backlog <= 0.0) continue;
        const WorkKindRecord& work = world_.work[static_cast<std::size_t>(source.work)];
        const double whole = std::floor(source.opening_backlog);
        const bool one_more = streams_[s].owner.uniform() < source.opening_backlog - whole;
        const int items = static_cast<int>(whole) + (one_more ? 1 : 0);
        for (int i = 0; i < items; ++i) {
            const ContactId id =
                make_contact(static_cast<int>(s), source.first_class + i % source.owners, now_, nullptr);
            Contact& contact = contacts_[id];
            contact.arrival = world_.opening_arrival_s;
            if (work.due == DueClock::wall) contact.limit = contact.arrival + work.due_s;
            if (work.due == DueClock::working_days)  // the first day after its arrival is the first of the horizon
                contact.limit = work.due_days > 0
                                    ? world_.day_close[static_cast<std::size_t>(slot().day + work.due_days - 1)]
                                    : contact.arrival;
            item_comes(id);
        }
    }
}

}  // namespace freiton::simulation::kernel
