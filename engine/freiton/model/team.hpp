// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/model/duration_law.hpp"
#include "freiton/model/varying.hpp"

namespace freiton {

/// Given staff, from a table with the columns date, start, team, agents.
struct StaffRow {
    Date date{};
    Minutes start{};
    int agents = 0;
    int line = 0;
    friend bool operator==(const StaffRow&, const StaffRow&) = default;
};

/// Given staff: the same number always, a list by interval of an open day, or a table. None: find it.
struct Staff {
    std::vector<int> agents{};
    bool same_for_all = false;          // then `agents` holds one value
    std::optional<std::string> path{};  // of a table
    std::string found_at{};
    std::vector<StaffRow> rows{};
    friend bool operator==(const Staff&, const Staff&) = default;
};

/// Unplanned absence, whole days, person by person.
struct Absence {
    Share share{};
    std::optional<DurationLaw> length{};  // in working days, one "day" being 24 h here; none: single days
    friend bool operator==(const Absence&, const Absence&) = default;
};

/// Planned share of paid time not on duty: paid hours = required hours / (1 - share). Parts compound: of who is left
/// after the first, the second takes its share.
struct Shrinkage {
    Varying<Share> all{Share{}};  // nothing where it is stated in parts
    std::vector<std::pair<std::string, Varying<Share>>> parts{};
    Shrinkage() = default;
    Shrinkage(Share always) : all{always} {}  // NOLINT(google-explicit-constructor): the usual case
    friend bool operator==(const Shrinkage&, const Shrinkage&) = default;
};
double shrinkage_at(const Shrinkage& shrinkage, const Calendar& calendar, IntervalIndex interval);

/// How long contacts that are not of its own site wait before a team takes them: one duration, or by work.
struct HelpAfter {
    std::optional<Seconds> all{};
    std::map<std::string, Seconds> by_work{};
    friend bool operator==(const HelpAfter&, const HelpAfter&) = default;
};

/// How contacts of other sites differ for a team.
struct Away {
    double handling_time = 1.0;  // factor on their handling times
    friend bool operator==(const Away&, const Away&) = default;
};

/// People of a team who are kept for one kind of its work while it is open: what the others do at any moment leaves so
/// many of them idle or busy with it.
struct Reservation {
    std::string work{};
    int people = 1;
    std::optional<OpenWeek> hours{};  // none: always
    friend bool operator==(const Reservation&, const Reservation&) = default;
};

/// In which intervals they are kept.
OpenMask reserved_when(const Reservation& reservation, const Calendar& calendar);

/// What may come to somebody who holds chats, beside further chats.
enum class WhileChatting { nothing, calls };

/// People with the same skills, sharing one roster.
struct Team {
    std::string name{};
    std::optional<std::string> site{};
    std::vector<std::string> handles{};                  // names of work, in order of preference
    std::map<std::string, DurationLaw> handling_time{};  // by work, where this team differs
    std::optional<Staff> staff{};
    std::optional<OpenWeek> open{};  // when people may be there; none: when their site is open
    Varying<int> least{0};           // `min`
    Varying<int> most{};             // `max`; nothing: none
    Shrinkage shrinkage{};
    std::optional<Absence> absence{};
    HelpAfter after{};
    Away away{};
    std::vector<Reservation> reserved{};
    Seconds switching{};  // lost each time that a person goes from one kind of work to another
    WhileChatting while_chatting = WhileChatting::nothing;
    std::optional<double> cost_per_hour{};  // of a paid hour
    Varying<Share> max_occupancy{};
    friend bool operator==(const Team&, const Team&) = default;
};

/// Paid time over time on duty, in the mean of all open intervals.
double paid_per_hour(const Team& team, const Calendar& calendar);

}  // namespace freiton
