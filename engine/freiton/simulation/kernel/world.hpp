// SPDX-License-Identifier: Apache-2.0
#pragma once

// A scenario with its staffing, made ready to be simulated: plain records with indices, times as raw seconds. Nothing
// in it changes during a replication, so that all threads share one. Made by compile_world(); see DESIGN section 4 for
// the rules behind the fields.

#include <cstdint>
#include <limits>
#include <vector>

#include "freiton/simulation/kernel/sampler.hpp"

namespace freiton::simulation::kernel {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr int none = -1;
constexpr double clock_rounding_s = 1e-6;  // of moments that are compared with deadlines

/// One open interval of the time line: the warm-up, the horizon, and days after it that repeat its last open day. All
/// slots are equally long. Times are seconds from midnight of the time line's first day, never negative.
struct Slot {
    double start = 0.0;
    double end = 0.0;
    int day = 0;          // of the time line: open days only, counted from 0
    int cell = 0;         // interval of the horizon; outside it one past the last, whose figures nobody reads
    bool opens = false;   // the office was closed just before
    bool closes = false;  // it is closed just after
    int interval = 0;     // of the horizon, which it is or repeats
};

/// Arrivals of one source over some time: `mean` of them, evenly from start to end, or all at start if they are equal.
struct Segment {
    double start = 0.0;
    double end = 0.0;
    double mean = 0.0;
    int day = 0;   // of the time line
    int slot = 0;  // with which it counts
};

/// A contact of a recorded list: it comes then, for certain or with some chance, and takes that long.
struct Moment {
    double time = 0.0;
    double chance = 1.0;
    double handling_s = -1.0;  // negative: drawn
};

/// What a contact of a source may cause once it is done.
struct Lead {
    int source = 0;
    double share = 0.0;
    double after_s = 0.0;  // mean; 0: at once
    bool warm = false;     // whoever has done it stays on the line until somebody answers
};

/// A stream of arrivals: one kind of work from one site (or from none).
struct Source {
    int work = 0;
    int site = none;
    std::uint32_t work_key = 0;  // of its random streams: from the names, so that a part of a scenario draws the same
    std::uint32_t site_key = 0;
    int first_class = 0;
    int owners = 1;  // classes first_class ... first_class + owners - 1, in equal shares
    std::vector<Segment> segments{};
    std::vector<Moment> moments{};          // in the order of time, in place of segments
    std::vector<double> handling_factor{};  // by slot, where the mean differs; empty: 1
    std::vector<Lead> leads{};
    bool leads_warm = false;              // one of them is
    int redials_to = none;                // the source of second attempts that are other work
    int chased_by = none;                 // the source of those who ask for what is late
    std::vector<std::uint8_t> accepts{};  // by slot, where it is not always accepted
    double opening_backlog = 0.0;         // items there when the horizon begins
    double steady_pile = 0.0;             // mean of those that lie there at the beginning of the time line
    int pile_part = 0;                    // those of one part are many or few together
};

enum class DueClock : std::uint8_t { nothing, opening_hours, working_days, wall };

/// One kind of work.
struct WorkKindRecord {
    bool call = true;
    bool interruptible = false;
    bool unlimited = false;
    bool has_patience = false;
    bool gives_up = false;  // has patience, or hangs up at once
    bool eager = false;     // losses are events: lines, redials or people who hold depend on their moment
    bool has_wrap_up = false;
    bool chat = false;
    bool dials = false;     // calls somebody, who may not answer: a call list, or callers who were promised a call
    bool callback = false;  // the latter: counted with the calls from which they come
    int counts_as = 0;      // the work to which it belongs: itself, or those calls
    int priority = 0;
    double ages_s = 0.0;  // after each such wait its priority is smaller by one; 0: it stays
    int lines = 0;        // most in the system; 0: no limit
    int other_laws = 0;   // handling-time laws of teams that differ
    Sampler handling{};
    double handling_mean_s = 0.0;
    Sampler patience{};
    Sampler wrap_up{};
    std::vector<Sampler> other_handling{};
    std::vector<double> other_scale{};      // their means over the usual one
    std::vector<double> patience_factor{};  // by slot; empty: 1
    double balk = 0.0;                      // share that hangs up at once when nobody is free
    double threshold_s = 20.0;
    double short_s = -1.0;  // who gives up by then does not count; negative: all do
    double redial_share = 0.0;
    double redial_after_s = 0.0;
    int attempts = 1;  // of a caller, or for somebody who is called
    double day_cv = 0.0;
    double interval_cv = 0.0;
    double handling_day_cv = 0.0;
    double chased_share = 0.0;
    double chased_every_s = 0.0;
    int concurrency = 1;             // most chats of one person at once
    std::vector<double> slowdown{};  // factor on handling times with 1, 2, ... at once, as many as there may be
    double offer_after_s = 0.0;      // of a callback
    double accepts = 0.0;
    std::vector<double> answers{};       // of calls, by slot: the share that reaches somebody
    std::vector<std::uint8_t> window{};  // by slot, where calls are not begun always
    double no_answer_s = 0.0;
    double again_after_s = 0.0;
    std::uint32_t key = 0;  // of its random streams
    DueClock due = DueClock::nothing;
    double due_s = 0.0;
    int due_days = 0;
};

/// Who may take a class, in order of preference.
struct PoolRef {
    int pool = 0;
    int tier = 0;           // smaller is preferred; within a tier the longest idle
    double after_s = 0.0;   // only after this wait
    bool stand_in = false;  // only while the owner is absent
    int other_law = none;   // index of the team's own handling-time law
    bool away = false;      // another site than the contact's
    double pace = 1.0;      // factor on handling times: of what comes from other sites
};

/// Contacts that are alike in everything: work, site, owner. Each has a queue.
struct ClassRecord {
    int work = 0;
    int site = none;
    int row = 0;  // of the statistics: work by site
    int source = 0;
    int owner_pool = none;
    int callbacks = none;          // the class that they become who are to be called back
    std::vector<PoolRef> pools{};  // by tier
    std::vector<double> stages{};  // waits after which further pools may take it, rising; none: all at once
};

/// What an agent of a pool may take.
struct Candidate {
    int cls = 0;
    int priority = 0;
    bool call = true;
    bool gated = false;  // may not be interrupted, and so must leave `keep_free` idle
    double after_s = 0.0;
    bool stand_in = false;
    bool away = false;
    bool second = false;  // own site first is preferred, and this is none: after the others of its priority
    int other_law = none;
    double pace = 1.0;
};

/// Agents who are alike: a team, or one person of it where owners matter.
struct Pool {
    int team = 0;
    int site = none;
    int person = none;                    // of the team, from 0; none: all
    std::vector<Candidate> candidates{};  // by priority; in it own site first where preferred
    std::vector<int> peers{};             // pools, itself included, who could take at once a call that it could take
    bool handles_calls = false;           // without waiting for others to fail
    bool has_gated = false;
    bool ages = false;  // some of it grows more urgent while it waits
};

/// People of a team kept for one kind of work.
struct Kept {
    int work = 0;
    std::vector<int> people{};  // by slot
};

struct TeamRecord {
    std::vector<int> staff{};  // rostered, by slot
    int most = 0;
    double absence_share = 0.0;
    bool absence_has_length = false;
    std::uint32_t key = 0;   // of its random streams
    Sampler absence_days{};  // in seconds, a day of 24 h for each working day
    double absence_mean_days = 1.0;
    int first_pool = 0;
    int pools = 1;
    std::vector<Kept> kept{};  // teams whose people are all alike only
    double switching_s = 0.0;  // lost when a person goes to another kind of work
    bool calls_while_chatting = false;
};

struct World {
    std::vector<Slot> slots{};
    double slot_length = 0.0;
    int days = 0;  // open days of the time line
    int first_horizon_slot = 0;
    int end_horizon_slot = 0;         // one past
    int cells = 0;                    // intervals of the horizon
    std::vector<double> day_close{};  // by day of the time line
    std::vector<WorkKindRecord> work{};
    std::vector<Source> sources{};
    std::vector<ClassRecord> classes{};
    std::vector<Pool> pools{};
    std::vector<TeamRecord> teams{};
    int rows = 0;
    std::vector<int> row_work{};
    std::vector<int> row_site{};
    int keep_free = 0;
    bool hand_back = false;
    bool drop_at_close = false;
    bool has_backlog = false;
    bool reserves = false;           // some team keeps people for some work
    bool switches = false;           // some team loses time between kinds of work
    bool chats = false;              // somebody may hold several contacts at once
    bool simple = false;             // is_simple(), for which the loop is compiled apart
    int pile_parts = 0;              // of what lies there at the beginning of the time line
    double origin_s = 0.0;           // midnight of the first calendar day
    double opening_arrival_s = 0.0;  // when the opening backlog came: the close of the open day before

    /// Open seconds from the beginning of the time line until `time`, which lies in this slot or in the closed time
    /// beside it.
    double open_time(int slot, double time) const {
        const Slot& s = slots[static_cast<std::size_t>(slot)];
        const double inside = time < s.end ? time - s.start : slot_length;
        return static_cast<double>(slot) * slot_length + (inside > 0.0 ? inside : 0.0);
    }
};

}  // namespace freiton::simulation::kernel
