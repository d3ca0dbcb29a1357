// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "freiton/analytic/fewest_agents.hpp"
#include "reference.hpp"

namespace freiton::analytic {

inline Counting counting_of(const std::string& definition) {
    static const std::map<std::string, Counting> rules = {{"sl_offered", Counting::offered},
                                                          {"sl_answered", Counting::answered},
                                                          {"sl_excl_short_ab", Counting::offered_without_early},
                                                          {"sl_incl_ab", Counting::early_counts},
                                                          {"sl_virtual", Counting::virtual_wait}};
    return rules.at(definition);
}

/// The targets of a reference case in our words.
inline CallTarget target_of(const test::Json& targets) {
    CallTarget target;
    if (targets.contains("sl")) {
        target.answered = Share{targets["sl"]["fraction"].get<double>()};
        target.within = Seconds{targets["sl"]["t_s"].get<double>()};
        target.counting = counting_of(targets["sl"].value("sl_definition", "sl_offered"));
    }
    if (targets.contains("asa")) target.average_wait = Seconds{targets["asa"].get<double>()};
    if (targets.contains("abandon")) target.abandoned = Share{targets["abandon"].get<double>()};
    if (targets.contains("occupancy")) target.max_occupancy = Share{targets["occupancy"].get<double>()};
    if (targets.contains("p_wait")) target.wait_probability = Share{targets["p_wait"].get<double>()};
    return target;
}

/// Calls of a given load; without patience where that is null or absent.
inline CallDemand demand_of(double load, double handling_time_s, const test::Json& patience_s) {
    CallDemand demand;
    demand.first_attempts.rate = ArrivalRate{load, Seconds{handling_time_s}};
    demand.first_attempts.handling_time = Seconds{handling_time_s};
    if (!patience_s.is_null()) demand.first_attempts.patience = Seconds{patience_s.get<double>()};
    return demand;
}

}  // namespace freiton::analytic
