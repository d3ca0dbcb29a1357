// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/core/units.hpp"
#include "freiton/model/targets.hpp"

namespace freiton {

/// Of those who are called, the share that answers: always the same, or a list by hour, of the window's hours or of the
/// day's 24.
struct Answering {
    std::vector<Share> shares{Share{1.0}};
    bool same_for_all = true;  // then `shares` holds one value
    friend bool operator==(const Answering&, const Answering&) = default;
};

double mean_of(const Answering& answering);  // of its hours

/// What becomes of a call that nobody answers.
struct NoAnswer {
    Seconds takes{30.0};          // of the agent
    Seconds again_after{7200.0};  // opening hours until the next attempt
    int attempts = 3;             // the most for one customer, the first included
    friend bool operator==(const NoAnswer&, const NoAnswer&) = default;
};

/// An offer to waiting callers: to hang up and be called back.
struct Callback {
    Seconds offer_after{};  // of waiting
    Share accepts{};        // of those who are asked
    Deadline within{};      // what they are promised, from then on
    Answering reached{};
    NoAnswer no_answer{};
    friend bool operator==(const Callback&, const Callback&) = default;
};

/// What a call list costs and brings, for each entry, where every call is answered with this share, whatever happened
/// before: attempts 1 + q + ... + q^(n-1) with q = 1 - share, and the chance that one of n reaches somebody.
struct Attempts {
    double calls = 1.0;
    double reached = 1.0;
    double unanswered() const { return calls - reached; }
};
Attempts attempts_of(const Answering& answering, const NoAnswer& no_answer);

}  // namespace freiton
