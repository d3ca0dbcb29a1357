// SPDX-License-Identifier: Apache-2.0
#pragma once

// The whole state of a replication at the start of a slot, before the staff changes: what is needed to go on from
// there, and what tells whether another world has come to the same. Plain copies, whose room is used again.

#include <cstdint>
#include <vector>

#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation::kernel {

/// An event that is still wanted.
struct PendingEvent {
    double time = 0.0;
    std::uint32_t sequence = 0;
    ContactId contact = nobody;
    bool timer = false;  // of the moment when other sites may take it
};

struct Snapshot {
    std::vector<Staff::State> staff{};
    ArrivalStreams::Position arrivals{};
    EventHeap events{};
    ContactStore contacts{};
    std::vector<Replication::SourceStreams> streams{};
    std::vector<ContactQueue> queues{};
    std::vector<ContactQueue> served_items{};
    Desks desks{};
    std::vector<Replication::Transfer> transfers{};
    std::vector<int> in_system{};
    std::vector<int> busy{};
    std::vector<ContactId> come_while_closed{};
    std::vector<std::uint8_t> owner_away{};
    std::vector<double> other_handling{};
    double now = 0.0;
    double closed_at = 0.0;
    double last_due = 0.0;
    int slot = 0;
    int day = none;
    int open_items = 0;
    bool closed = true;

    // What follows from the above, in an order that does not depend on the way here.
    std::vector<PendingEvent> pending{};       // by time; at one moment in the order in which they were scheduled
    std::vector<std::uint32_t> begun_order{};  // places in `pending`, in the order in which they were scheduled
    std::vector<int> idle_order{};             // pools of those who are idle, the longest idle first; empty: no matter

    // What comes later may still change the numbers of these slots.
    std::vector<int> from{};  // by row: of the arrival of the earliest contact that is there
    int team_from = 0;        // of the earliest service that goes on
};

}  // namespace freiton::simulation::kernel
