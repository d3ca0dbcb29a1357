// SPDX-License-Identifier: Apache-2.0
#pragma once

// One replication: the horizon simulated once, by the rules of DESIGN section 4. The general event loop: arrivals come
// from their own streams, completions from a heap; a caller whose patience ends is found when his turn would have come,
// unless lines or redials depend on the moment. Figures: bench/README.md (replication_bench).

#include <algorithm>
#include <cstdint>
#include <vector>

#include "freiton/simulation/kernel/absence.hpp"
#include "freiton/simulation/kernel/arrival_streams.hpp"
#include "freiton/simulation/kernel/contacts.hpp"
#include "freiton/simulation/kernel/desks.hpp"
#include "freiton/simulation/kernel/event_heap.hpp"
#include "freiton/simulation/kernel/recorder.hpp"
#include "freiton/simulation/kernel/staff.hpp"
#include "freiton/simulation/kernel/tally.hpp"
#include "freiton/simulation/kernel/trace.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

/// So many people more or less of a team in some slots.
struct StaffChange {
    int team = none;
    int by = 0;
    std::vector<int> slots{};

    int at(int t, int slot) const {
        return t == team && std::find(slots.begin(), slots.end(), slot) != slots.end() ? by : 0;
    }
};

class Replication {
  public:
    /// Counts into these; all must outlive the replication.
    Replication(const World& world, Tally& tally, DurationCounts& durations, Trace* trace = nullptr);
    Replication(const Replication&) = delete;
    Replication& operator=(const Replication&) = delete;

    void run(std::uint64_t seed, std::uint64_t replication);

    /// What chance decides about the contacts of one source.
    struct SourceStreams {
        Generator handling{};
        Generator patience{};
        Generator wrap_up{};
        Generator balk{};
        Generator redial{};
        Generator owner{};
        std::vector<Generator> other_handling{};
        std::uint32_t contacts = 0;  // that came
    };

    /// Somebody stays on the line with a caller whom he has transferred.
    struct Transfer {
        ContactId holder = nobody;
        ContactId caller = nobody;  // in the queue
        double since = 0.0;
        std::int32_t since_slot = 0;
    };

  private:
    friend class Branches;

    // the time line
    void restart(std::uint64_t seed, std::uint64_t replication);
    void pass_slot(int slot);
    bool ends_before(int slot) const;
    void end();
    void enter_slot(int slot);
    void leave_slot();
    void run_until(double end, bool open);
    template <bool simple>
    void play_until(double end, bool open);
    void close();
    void take_in();
    void take_in_caused(ContactId id);
    void find_absent_owners();
    bool settled() const;
    void add_opening_backlog();
    void add_steady_pile(int part);
    void finish();

    // arrivals and ends
    template <bool simple = false>
    void arrive(int source, double time, const Moment* recorded);
    template <bool simple = false>
    void admit(ContactId id);
    template <bool simple = false>
    int class_of_next(const Source& source, SourceStreams& streams) const;
    template <bool simple = false>
    ContactId new_contact(int source, double time, const Moment* recorded);
    template <bool simple = false>
    ContactId make_contact(int source, int cls, double time, const Moment* recorded);
    template <bool simple = false>
    void draw(ContactId id, SourceStreams& streams, const Moment* recorded);
    void cause(ContactId done);
    ContactId send(int source, std::uint32_t serial, double after);
    void item_comes(ContactId id);
    void await_lateness(ContactId id);
    void count_promise(ContactId id);
    void chase(ContactId chaser);
    void caused_comes(ContactId id, bool on_the_line);
    SourceStreams& streams_of_caused(const Source& source, std::uint32_t serial);
    double patience_ends(const WorkKindRecord& work, double time, Generator& chance) const;
    void set_other_handling(ContactId id, const WorkKindRecord& work, double usual);
    template <bool simple = false>
    void set_handling(ContactId id, const Source& source, SourceStreams& streams, const Moment* recorded);
    template <bool simple = false>
    void admit_call(ContactId id);
    template <bool simple = false>
    void handle_event();
    void redial(ContactId id);
    void hang_up(ContactId id);
    void write_down(ContactId id);
    template <bool simple = false>
    void complete(ContactId id);
    void other_sites_may_take(ContactId id);
    void await_next_stage(ContactId id);
    double stage_of(const Contact& contact) const;
    void lose(ContactId id, double time, Outcome outcome);
    void try_again(ContactId id, double time, Outcome outcome);
    Generator later_draws_of(const Contact& contact) const;
    void tell(ContactId id, Outcome outcome, double time);
    void tell_service(const Contact& contact, bool finished);
    void end_contact(ContactId id, Outcome outcome, double time);

    // who gets what
    template <bool simple = false>
    const PoolRef* idle_agent_for(const ClassRecord& cls, double waited) const;
    ContactId latest_to_put_aside(int pool, int work) const;
    const PoolRef* interruption_for(const ClassRecord& cls, double waited) const;
    template <bool simple = false>
    bool begin_now(ContactId id, double waited);
    template <bool simple = false>
    bool take_next(int pool, bool latest_idle, int desk = none);
    void fill_desk(ContactId id);
    void wake_gated(int pool);
    bool leaves_enough_idle(int pool) const;
    template <bool simple = false>
    void agent_free(int pool, int did);
    bool may_spare(int pool, int work, int given_up) const;
    double urgency(const Candidate& candidate, const WorkKindRecord& work, double arrival) const;
    template <bool simple = false>
    ContactId first_waiting(int cls);
    template <bool simple = false>
    void begin(ContactId id, int pool, int other_law, bool away, double pace, int did, int desk = none);
    void put_aside(ContactId id);
    void put_back(ContactId id);
    template <bool simple = false>
    void enqueue(ContactId id);
    void leave_queue(ContactId id, double time, int slot);

    // who is called
    bool may_call_now(const WorkKindRecord& work) const {
        return work.window.empty() || work.window[static_cast<std::size_t>(slot_)] != 0;
    }
    double offer_of(const Contact& contact, const WorkKindRecord& work) const;
    void accept_callback(ContactId id);
    void dial(ContactId id);
    void count_call(const Contact& contact, const WorkKindRecord& work);
    void rest(ContactId id);
    void call_again(ContactId id);
    void complete_callback(ContactId id);
    Generator chance_of(const Contact& contact, Purpose purpose) const;

    // who stays on the line
    bool leads_warm(const Contact& contact) const;
    bool is_holding(ContactId holder) const;
    void transfer(ContactId id);
    void hold(ContactId holder, ContactId caller);
    Transfer take_off_hold(ContactId caller);
    void line_is_free(const Transfer& over);
    void let_go(const Transfer& over);
    int kept_for_others(int pool, int work) const;
    int hopeless_transfer();
    void let_go_of_hopeless();
    void let_all_go();

    // who holds several
    struct Room {
        const PoolRef* ref = nullptr;
        int desk = none;
    };
    double slowed(const Contact& contact, int held) const;
    void settle(Desk& desk);
    void schedule(Desk& desk);
    int most_beside(const WorkKindRecord& work, int pool) const;
    Room room_for(const ClassRecord& cls, double waited) const;
    bool may_join(int desk, const WorkKindRecord& work) const;
    void sit_down(ContactId id, int pool, int desk);
    void stand_up(ContactId id);
    void complete_at_desk(ContactId id);
    bool dispatch_desks(int pool);
    bool is_tied(int desk) const;
    void hand_back_desk(int desk);
    void return_to_queue(ContactId id);

    // staff
    void set_staff(int pool);
    void hand_back(int pool, int surplus);
    void dispatch_idle();
    bool calls_wait_for(int pool);
    void send_home();
    void lose_stranded();
    void latest_begun_first();

    double due_of(const WorkKindRecord& work, int slot, double time) const;
    double open_moment(int slot, double time, double open_s) const;
    double clock_age(const WorkKindRecord& work, const Contact& contact, double time) const;
    const WorkKindRecord& work_of(const Contact& contact) const {
        return world_.work[static_cast<std::size_t>(class_of(contact).work)];
    }
    const ClassRecord& class_of(const Contact& contact) const {
        return world_.classes[static_cast<std::size_t>(contact.cls)];
    }
    ContactQueue& queue_of(const Contact& contact) { return queues_[static_cast<std::size_t>(contact.cls)]; }
    const Slot& slot() const { return world_.slots[static_cast<std::size_t>(slot_)]; }
    bool owner_away(const ClassRecord& cls) const {
        return cls.owner_pool != none && owner_away_[static_cast<std::size_t>(cls.owner_pool)] != 0;
    }

    const World& world_;
    Recorder recorder_;
    Staff staff_;
    Absences absences_;
    ArrivalStreams arrivals_;
    Trace* trace_;
    EventHeap events_;
    ContactStore contacts_;
    std::vector<SourceStreams> streams_;
    std::vector<ContactQueue> queues_;        // by class
    std::vector<ContactQueue> served_items_;  // by pool: items that may be put aside, in the order they were begun
    Desks desks_;
    std::vector<Transfer> transfers_;  // calls on hold, the longest first
    std::vector<int> in_system_;       // by work
    std::vector<int> busy_;            // by team and work, where people are kept for some work; else empty
    std::vector<ContactId> come_while_closed_;
    std::vector<std::uint8_t> owner_away_;                  // by pool of a person
    std::vector<std::vector<double>> handling_day_factor_;  // [work][day]; empty: all 1
    std::vector<double> other_handling_;                    // [contact][law]
    std::vector<ContactId> scratch_;
    std::vector<int> pool_frees_;     // scratch of hopeless_transfer()
    std::vector<int> transfer_ends_;  // the same
    SourceStreams caused_streams_;    // of one contact that another causes
    std::size_t other_laws_ = 0;
    std::uint64_t seed_ = 0;
    std::uint64_t replication_ = 0;
    StaffChange change_{};
    double now_ = 0.0;
    double closed_at_ = 0.0;
    double last_due_ = 0.0;  // of what came in the horizon
    int slot_ = 0;
    int day_ = none;
    int open_items_ = 0;  // of the horizon's backlog, not done yet
    bool closed_ = true;
    bool ending_ = false;  // no day comes any more
};

}  // namespace freiton::simulation::kernel
