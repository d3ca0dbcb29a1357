// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/core/units.hpp"

namespace freiton {

/// Which calls count as answered in time, and of how many (A answered, L abandoned, N = A + L + blocked, T threshold).
enum class Counting {
    offered,                // A<=T / N
    answered,               // A<=T / A
    offered_without_early,  // A<=T / (N - L<=T)
    early_counts,           // (A<=T + L<=T) / N
    virtual_wait,           // a caller of endless patience would be answered within T (formulas only)
};

/// Over which time a promise must hold.
enum class Scope { interval, day, horizon };

/// Promises to callers; each one that is given must hold. A share that is `answered` comes with a threshold.
struct CallTarget {
    std::optional<Share> answered{};
    std::optional<Seconds> within{};
    std::optional<Share> abandoned{};         // at most, of all offered
    std::optional<Seconds> average_wait{};    // at most, over all admitted
    std::optional<Share> wait_probability{};  // at most
    std::optional<Share> called_back{};       // in time, of those who took the offer
    std::optional<Share> blocked{};           // at most
    std::optional<Share> max_occupancy{};     // at most; belongs to the team
    Seconds short_wait{};                     // `short`: who hangs up by then does not count in any share; 0 s: all do
    Counting counting = Counting::offered;
    Scope over = Scope::interval;
    friend bool operator==(const CallTarget&, const CallTarget&) = default;
};

/// What a deadline is counted in.
enum class Clock { opening_hours, working_days, wall };

/// A span on some clock: hours of it, or whole working days.
struct Deadline {
    Seconds time{};        // on opening_hours and wall
    int working_days = 0;  // on working_days: ends at the close of the k-th open day after arrival
    Clock clock = Clock::opening_hours;
    friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// Promises on what is worked off by a deadline; each one that is given must hold: of a backlog the share `done`, of an
/// outbound list the shares that are `tried` and `reached` within it.
struct BacklogTarget {
    std::optional<Share> done{};
    std::optional<Share> tried{};
    std::optional<Share> reached{};
    Deadline within{};
    Scope over = Scope::horizon;
    friend bool operator==(const BacklogTarget&, const BacklogTarget&) = default;
};

}  // namespace freiton
