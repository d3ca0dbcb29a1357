// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/numbers.hpp"

#include <algorithm>

namespace freiton::simulation {

using namespace kernel;

void add_cell(Numbers& sum, const Cell& cell, bool call, bool later) {
    const std::size_t stock = call ? std::size_t{call_queue_end} : std::size_t{item_backlog_end};
    const double stock_before = sum[stock];
    const double oldest_before = sum[item_oldest_s];
    for (std::size_t i = 0; i < cell.size(); ++i) sum[i] += cell[i];
    if (later) sum[stock] -= stock_before;
    if (!call) sum[item_oldest_s] = std::max(oldest_before, cell[item_oldest_s]);
}

void complete_numbers(Numbers& n, bool call, Counting counting) {
    if (!call) return;
    n[number::admitted] = n[call_offered] - n[call_blocked];
    n[number::counted] = n[call_offered] - n[call_short];
    n[number::abandoned_counted] = n[call_abandoned] - n[call_short];
    n[number::waited_counted] = n[call_waited] - n[call_short];
    switch (counting) {
        case Counting::answered:
            n[number::level_base] = n[call_answered];
            break;
        case Counting::offered_without_early:
            n[number::level_base] = n[call_offered] - std::max(n[call_early], n[call_short]);
            break;
        case Counting::early_counts:
            n[number::level_base] = n[number::counted];
            n[number::in_time] += std::max(0.0, n[call_early] - n[call_short]);
            break;
        default:  // virtual waits are for formulas; here they are counted as offered, and the result says so
            n[number::level_base] = n[number::counted];
    }
}

}  // namespace freiton::simulation
