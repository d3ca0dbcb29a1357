// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/performance.hpp"

namespace freiton {

/// Sums over calls and time, from which every figure is a ratio: over several intervals or days they are added up first
/// and divided last, so that a quiet hour does not count as much as a busy one.
struct CallSums {
    double offered = 0.0;
    double answered = 0.0;
    double abandoned = 0.0;
    double short_abandoned = 0.0;  // of those, so early that they do not count
    double blocked = 0.0;
    double in_time = 0.0;     // numerator of the service level
    double level_base = 0.0;  // its denominator; differs by counting rule
    double waited = 0.0;      // not answered at once
    double answered_wait_s = 0.0;
    double admitted_wait_s = 0.0;
    double queue_s = 0.0;    // integral of the queue over time
    double busy_s = 0.0;     // integral of the agents handling calls
    double wrap_up_s = 0.0;  // of it, after the callers have gone
    double load_s = 0.0;     // integral of the offered load
    double caused = 0.0;     // of the offered
    double open_s = 0.0;
    double conversations_s = 0.0;  // integral of the chats that agents hold, by the chain of chats

    CallSums& operator+=(const CallSums& other);

    /// All figures but the quantiles.
    CallFigures figures() const;
};

}  // namespace freiton
