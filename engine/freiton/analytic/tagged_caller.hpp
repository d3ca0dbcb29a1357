// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace freiton::analytic {

/// A caller who finds all agents busy, some of them with items of another mean length, and others waiting before him.
struct TaggedCaller {
    int agents;
    double call_rate;     // completions per second of an agent on a call
    double item_rate;     // and on an item
    double abandon_rate;  // of each waiting caller
};

/// Sum over (i, k) of weight[i][k] x P(the caller is answered within the threshold), where i agents are on calls, the
/// others on items, and k callers wait before him. Whoever is free next takes a call.
///
/// Uniformization: the chain of (i, k) is watched at Poisson times; the sum over them is cut at 1e-16.
double answered_within(const TaggedCaller& caller, std::vector<std::vector<double>> weight, double threshold_s);

}  // namespace freiton::analytic
