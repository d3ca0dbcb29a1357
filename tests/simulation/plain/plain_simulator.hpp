// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "freiton/model/staffing_plan.hpp"
#include "freiton/simulation/kernel/absence.hpp"
#include "freiton/simulation/kernel/arrival_streams.hpp"
#include "freiton/simulation/kernel/replication.hpp"
#include "simulation/plain/plain_routing.hpp"

namespace freiton::test {

/// The oracle of the kernel: one replication by the rules of DESIGN section 4, written down as plainly as possible.
/// Everybody is a record in a list, every question is answered by looking at all of them, whoever gives up does so at
/// that moment. Only what chance decides (arrivals, handling, patience, absence) comes from the same streams.
class PlainSimulator {
  public:
    PlainSimulator(const Scenario& scenario, const simulation::kernel::World& chance);

    void run(std::uint64_t seed, std::uint64_t replication);

    struct Span {  // of waiting
        int cls;
        double from;
        double to;
    };
    std::vector<simulation::kernel::ContactRecord> contacts{};
    std::vector<int> answered_by{};  // by contact: the first team, -1 for none
    std::vector<simulation::kernel::ServiceRecord> services{};
    std::vector<Span> waits{};
    struct Share {  // of somebody's time, for one of the contacts that he holds; cls -1: for what he could hold beside
        int cls;
        int team;
        double from;
        double to;
        double part;
        bool wrapping;
        bool holding = false;
    };
    std::vector<Share> shares{};
    std::vector<Span> line_holds{};  // of those who hold one call: on the line with a caller for somebody else
    std::vector<bool> at_desk{};     // by service: of somebody who held several
    struct Call {                    // that the office made
        int cls;
        int slot;  // of the contact
        double time;
        double due;
        bool first;
        bool reached;
    };
    std::vector<Call> calls_made{};
    std::vector<std::vector<double>> on_duty_s{};  // [team][slot]
    std::vector<double> overtime_s{};              // [team]
    double ended = simulation::kernel::endless;    // the time line, in the midst of a day

  private:
    enum class State { waiting, served, holding, wrapping_up, redialling, coming, resting, gone };
    struct Contact {
        int cls = 0;
        Origin origin{};
        int attempt = 1;
        std::uint32_t serial = 0;
        int returns = 0;  // how often it was handed back
        int slot = 0;
        double arrival = 0.0;
        bool balks = false;  // if nobody is free
        double patience_ends = simulation::kernel::endless;
        double due = simulation::kernel::endless;
        std::vector<double> handling{};  // by team, seconds
        double left = 1.0;
        double wrap_up = 0.0;
        double setup = 0.0;  // that the agent lost before it
        double until = 0.0;  // when the wrap-up is over, or when it comes
        double chase_at = simulation::kernel::endless;
        long chase_rank = 0;
        int chases = 0;
        bool caused = false;   // by another contact
        bool at_once = false;  // by one on the line
        double redial_after = -1.0;
        double redial_at = 0.0;
        double first_begin = -1.0;
        bool answered = false;
        bool callback = false;  // has hung up to be called back
        bool reached = false;   // answers, when called
        double offer_at = simulation::kernel::endless;
        double whole = 0.0;  // seconds of what somebody who holds several does with it now, undisturbed
        State state = State::gone;
        double since = 0.0;  // waiting, or served
        long rank = 0;       // among those who wait and are equal in everything else
        long begun = 0;      // running number of its last beginning
        int team = -1;
        int first_team = -1;
        std::vector<double> waits{};  // those that are not over yet
    };
    struct Agent {
        int team = 0;
        int person = -1;
        int contact = -1;  // idle
        double idle_since = 0.0;
        double present_since = 0.0;
        bool leaves = false;      // when he has finished what he has begun
        int did = -1;             // the work that he did last
        std::vector<int> held{};  // of one who chats: chats, and a call; `contact` is one of them
        double changed = 0.0;     // since then they are these
        long change = 0;          // running number of that
        int began_with = -1;      // work
    };
    struct Streams {
        simulation::kernel::Generator handling{}, patience{}, wrap_up{}, balk{}, redial{}, owner{};
        std::uint32_t contacts = 0;
        std::vector<simulation::kernel::Generator> other{};
    };
    const Work& work(const Contact& c) const { return scenario_.work()[static_cast<std::size_t>(c.origin.work)]; }
    bool is_call(const Contact& c) const { return work(c).answered_now() && !c.callback; }
    bool is_chat(const Contact& c) const { return work(c).kind == WorkKind::chat; }
    bool dials(const Contact& c) const { return c.callback || work(c).kind == WorkKind::outbound; }
    bool may_be_called(const Contact& c) const;
    bool is_gated(const Contact& c) const;
    bool interruptible(const Work& work) const;
    const simulation::kernel::Slot& slot() const { return world_.slots[static_cast<std::size_t>(slot_)]; }

    // time
    void begin_slot(int s);
    void take_in();
    void run_until(double end);
    bool next_event(double end);
    void close();
    void after_closing();
    bool settled() const;
    void finish();

    // contacts
    int new_contact(int source, int owner);
    void draw(Contact& c, int source, Streams& streams);
    Streams streams_of_caused(int source, std::uint32_t serial) const;
    int owner_of_next(int source, Streams& streams) const;
    void hang_up(int id);
    void cause(int id);
    void comes(int id);
    int source_of(const std::string& name, const Contact& cause) const;
    int send(int source, std::uint32_t serial, double after);
    void await_lateness(int id);
    void chase(int id);
    void steady_pile(int part);
    void arrive(int source);
    void opening_backlog();
    void admit(int id);
    void wait(int id, bool at_head);
    void stop_waiting(int id);
    void lose(int id, simulation::kernel::Outcome outcome);
    simulation::kernel::Generator later_draws(const Contact& c) const;
    void try_again(int id, simulation::kernel::Outcome outcome);
    void redial(int id);
    double patience_ends(const Work& kind, const simulation::kernel::WorkKindRecord& laws, double from,
                         simulation::kernel::Generator& chance) const;
    void tell(int id, simulation::kernel::Outcome outcome);
    double due_of(const Work& work, double arrival) const;
    double due_by(const Deadline& within, double arrival) const;

    // who gets what
    bool owner_absent(const Contact& c) const;
    double whole_of(const Contact& c) const;  // seconds of work in the team that has it
    bool may_take_now(const Agent& agent, const Contact& c, double waited) const;
    bool leaves_enough_idle(const Agent& agent) const;
    bool may_spare(const Agent& agent, const Contact& c) const;
    double urgency(const Contact& c) const;
    int best_idle_agent(const Contact& c, double waited) const;
    int agent_to_interrupt(const Contact& c, double waited) const;
    bool begin_now(int id, double waited);
    bool may_begin(const Agent& agent, const Contact& c) const;
    int best_contact_for(const Agent& agent);
    bool take_next(int agent);
    void begin(int agent, int id);
    void served(int id, bool finished);
    void complete(int id);
    int put_aside(int id);
    void freed(int agent);
    void dispatch();

    // who is called
    const NoAnswer& no_answer(const Contact& c) const;
    double offer_at(const Contact& c) const;
    void accept_callback(int id);
    void dial(int id);
    bool calls_again(int id);
    void call_again(int id);
    double open_moment(double after) const;

    // who stays on the line
    struct Transfer {
        int holder;
        int caller;
        double since;
    };
    bool leads_warm(int id) const;
    bool holds(int holder) const;
    void transfer(int id);
    void hold_for(int holder, int caller);
    Transfer taken(int caller);
    void end_hold(const Transfer& over);
    void off_hold(int caller);
    std::vector<int> waited_for_in_vain() const;
    int kept_for_others(int team, const Contact& c) const;
    void let_go_of_hopeless();
    void write_down(int id);

    // who holds several
    double slowed(const Contact& c, const Agent& agent) const;
    int most_held(const Agent& agent) const;
    bool on_the_phone(const Agent& agent) const;
    bool is_leaving(const Agent& agent) const;
    bool may_join(const Agent& agent, const Contact& c, double waited) const;
    int agent_with_room(const Contact& c, double waited) const;
    void settle(Agent& agent);
    void hold(int agent, int id);
    void let_go(int agent, int id, bool finished);
    void complete_chat(int agent, int id);
    bool dispatch_chats(int team, int person);

    // staff
    void staff_of_team(int team);
    void staff_of_person(int team, int person);
    void come(int team, int person);
    void leave(int agent);
    int present(int team) const;
    bool is_surplus(const Agent& agent) const;
    int busy_with(int contact) const;
    int longest_idle(int team, int person) const;
    void hand_back(int agent);
    void return_to_queue(int id);
    bool writes_down(const Agent& agent) const;
    int rostered(int team) const {
        return world_.teams[static_cast<std::size_t>(team)].staff[static_cast<std::size_t>(slot_)];
    }

    const Scenario& scenario_;
    const simulation::kernel::World& world_;
    PlainRouting routing_;
    simulation::kernel::ArrivalStreams arrivals_;
    simulation::kernel::Absences absences_;
    std::vector<Streams> streams_;
    std::vector<std::vector<double>> day_efforts_;  // [work][day]: factors on handling times; empty: none
    std::vector<Contact> all_;
    std::vector<Agent> agents_;
    std::vector<Transfer> transfers_;  // the longest first
    int passing_on_ = -1;              // whose talk is just over
    std::vector<int> wanted_;          // people of a team, as the roster says, less who is absent
    double wait_began_ = 0.0;          // of the contact that was begun last
    std::uint64_t seed_ = 0;
    std::uint64_t replication_ = 0;
    double now_ = 0.0;
    double closed_at_ = 0.0;
    double last_due_ = 0.0;
    int slot_ = 0;
    long counter_ = 0;
    bool closed_ = true;
    bool ending_ = false;  // no day comes any more
};

}  // namespace freiton::test
