// SPDX-License-Identifier: Apache-2.0
#pragma once

// The contacts of a replication and the queues in which they wait. Contacts are records in one array, named by their
// place; a free one is reused, so that a replication allocates nothing once it has been as crowded as it gets. Queues
// are lists through the records: taking from the head, the tail or the middle costs the same.

#include <cstdint>
#include <vector>

#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

using ContactId = std::uint32_t;
constexpr ContactId nobody = 0xffffffffU;

enum class ContactState : std::uint8_t { queued, served, holding, wrapping_up, redialling, coming, chasing, resting };

struct Contact {
    double arrival = 0.0;        // seconds
    double limit = 0.0;          // calls: the moment when patience ends; backlog: when it is due
    double handling = 0.0;       // seconds, by the law of its work
    double left = 1.0;           // share of the handling that is still to do
    double since = 0.0;          // joined the queue, or was begun
    double full = 0.0;           // seconds that the whole handling takes with the agent who does it
    double wrap_up = 0.0;        // seconds after it, of calls
    double setup = 0.0;          // seconds that the agent lost before it, coming from other work
    double first_begin = -1.0;   // when it first reached somebody
    double redial_after = -1.0;  // seconds after a loss; negative: does not try again
    std::uint32_t event = 0;     // running number of its completion, loss or next attempt
    std::uint32_t timer = 0;     // of the moment when other sites may take it
    ContactId next = nobody;     // in its queue, or in the list of items that may be put aside
    ContactId previous = nobody;
    std::int32_t slot = 0;        // of its arrival
    std::int32_t since_slot = 0;  // of `since`
    std::int32_t cls = 0;
    std::int32_t pool = none;
    std::int32_t desk = none;  // of somebody who holds several
    std::uint32_t serial = 0;  // of its source, in the order of arrival: who it is, in whatever world
    std::uint8_t attempt = 1;
    std::uint8_t returns = 0;  // how often it was handed back
    ContactState state = ContactState::queued;
    bool answered = false;  // it has reached somebody before
    bool caused = false;    // by another contact; then `serial` is drawn
    bool on_hold = false;   // in the queue, with somebody who transfers it

    /// Who it is among those of its source, in 33 bits.
    std::uint64_t identity() const { return std::uint64_t{caused ? 1U : 0U} << 32 | serial; }
};

struct ContactQueue {
    ContactId head = nobody;
    ContactId tail = nobody;
    std::int32_t count = 0;
};

class ContactStore {
  public:
    Contact& operator[](ContactId id) { return contacts_[id]; }
    const Contact& operator[](ContactId id) const { return contacts_[id]; }

    void clear() {
        contacts_.clear();
        free_ = nobody;
    }

    /// Room for so many contacts at once, each with `others` handling times of teams that differ.
    void reserve(std::size_t contacts) { contacts_.reserve(contacts); }
    std::size_t capacity() const { return contacts_.capacity(); }
    std::size_t size() const { return contacts_.size(); }

    ContactId make() {
        if (free_ != nobody) {
            const ContactId id = free_;
            free_ = contacts_[id].next;
            contacts_[id] = Contact{};
            return id;
        }
        contacts_.emplace_back();
        return static_cast<ContactId>(contacts_.size() - 1);
    }

    void release(ContactId id) {
        contacts_[id].event = 0;
        contacts_[id].timer = 0;
        contacts_[id].cls = none;
        contacts_[id].next = free_;
        free_ = id;
    }

    void append(ContactQueue& queue, ContactId id) { insert_after(queue, queue.tail, id); }

    void remove(ContactQueue& queue, ContactId id) {
        Contact& contact = contacts_[id];
        (contact.previous == nobody ? queue.head : contacts_[contact.previous].next) = contact.next;
        (contact.next == nobody ? queue.tail : contacts_[contact.next].previous) = contact.previous;
        --queue.count;
    }

    /// Puts it before the first that `belongs_behind` it, looked for from the head.
    template <class BelongsBehind>
    void insert_from_head(ContactQueue& queue, ContactId id, BelongsBehind belongs_behind) {
        ContactId before = nobody;
        for (ContactId at = queue.head; at != nobody && !belongs_behind(contacts_[at]); at = contacts_[at].next)
            before = at;
        insert_after(queue, before, id);
    }

  private:
    // `before` nobody: at the head.
    void insert_after(ContactQueue& queue, ContactId before, ContactId id) {
        const ContactId behind = before == nobody ? queue.head : contacts_[before].next;
        contacts_[id].previous = before;
        contacts_[id].next = behind;
        (before == nobody ? queue.head : contacts_[before].next) = id;
        (behind == nobody ? queue.tail : contacts_[behind].previous) = id;
        ++queue.count;
    }

    std::vector<Contact> contacts_;
    ContactId free_ = nobody;
};

}  // namespace freiton::simulation::kernel
