// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freiton {

/// What happened to calls during some time (an interval, a day, the horizon). Counts are expected numbers, waits are in
/// seconds. NaN where there is nothing to speak of (no calls), infinite where a queue grows for ever.
struct CallFigures {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    double offered = 0.0;
    double answered = 0.0;
    double abandoned = 0.0;
    double blocked = 0.0;
    double service_level = none;
    double reachability = none;
    double asa_s = none;       // mean wait of the answered
    double wait_all_s = none;  // mean wait of all admitted
    double wait_p50_s = none;  // quantiles of the wait of all admitted, however it ended
    double wait_p90_s = none;
    double wait_p95_s = none;
    double wait_probability = none;  // of all offered: admitted, and not answered at once
    double abandoned_share = none;   // of all offered
    double blocked_share = none;
    double queue_mean = 0.0;   // callers waiting, over open time
    double busy_mean = 0.0;    // agents handling calls, over open time
    double load_erlang = 0.0;  // over open time
};

/// The figures by name, in the order of every table and file; units as in DESIGN: _s seconds, shares as fractions.
struct CallFigureName {
    std::string_view key;
    double CallFigures::*member;
};
const std::vector<CallFigureName>& call_figure_names();

struct WorkPerformance {
    CallFigures total;
    std::vector<CallFigures> by_interval;
    std::vector<CallFigures> by_day;  // one for each calendar day, closed ones without calls
};

struct TeamPerformance {
    double agent_hours = 0.0;  // required on duty
    double paid_hours = 0.0;   // with shrinkage
    double paid_fte = 0.0;
    int peak_agents = 0;
    double occupancy = CallFigures::none;       // over all agent hours
    std::vector<double> occupancy_by_interval;  // NaN where nobody is on duty
};

/// A promise and what came of it: for a scope of intervals the worst of them.
struct TargetResult {
    std::string work{};
    std::string kind{};   // "answered", "abandoned", "average_wait", "wait_probability", "max_occupancy"
    std::string scope{};  // "interval"
    double within_s = 0.0;
    double wanted = 0.0;
    double reached = CallFigures::none;
    std::optional<std::size_t> worst_interval{};
    bool met = true;
};

/// An approximation that was made, by code; report/ owns the sentences.
struct Warning {
    std::string code;
    std::vector<std::string> arguments;
};

struct Performance {
    std::vector<WorkPerformance> work;  // as in the scenario
    std::vector<TeamPerformance> teams;
    std::vector<TargetResult> targets;
    std::vector<Warning> warnings;

    bool met() const;
};

}  // namespace freiton
