// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/analytic/transient_chain.hpp"
#include "freiton/model/routing.hpp"
#include "freiton/model/work.hpp"

namespace freiton::analytic {

/// A second phase of handling times, which some calls have.
struct SecondPhase {
    double share = 0.0;
    Seconds mean{};
};

/// One kind of calls and one team, interval by interval. Patience is exponential; so are handling times, or each of
/// their two phases.
struct TransientDemand {
    double interval_s = 0.0;
    std::vector<double> arrivals{};  // mean number by interval
    std::vector<double> closed_s{};  // by interval: time until the next one begins; infinite after the last
    Seconds handling_time{};         // mean
    std::optional<SecondPhase> second_phase{};
    std::optional<Seconds> patience{};
    std::optional<int> lines{};
    Seconds threshold{};
    Counting counting = Counting::offered;
    WhenStaffDrops when_staff_drops = WhenStaffDrops::finish;
    AtClose at_close = AtClose::serve;
};

/// The chain while so many calls come in an interval.
inline ChainRates chain_rates(const TransientDemand& demand, double arrivals) {
    ChainRates rates{.arrival = arrivals / demand.interval_s, .service = 1.0 / demand.handling_time.count()};
    if (const auto& second = demand.second_phase) {
        rates.service = 1.0 / (demand.handling_time - second->share * second->mean).count();
        rates.goes_on = second->share;
        rates.second = 1.0 / second->mean.count();
    }
    if (demand.patience) rates.abandon = 1.0 / demand.patience->count();
    if (demand.lines) rates.lines = *demand.lines;
    return rates;
}

/// The same with exponential handling times of the same mean.
inline TransientDemand with_exponential_times(TransientDemand demand) {
    demand.second_phase.reset();
    return demand;
}

/// Closed time may have no end: after so long it is looked whether anybody is left.
inline double closed_spell_s(const TransientDemand& demand) { return 10.0 * demand.handling_time.count(); }

}  // namespace freiton::analytic
