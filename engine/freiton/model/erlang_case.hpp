// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string_view>

#include "freiton/core/units.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// Which calculator: calls that are lost, callers who wait for ever, callers who give up.
enum class ErlangModel { b, c, a };

/// One question to a calculator. What is left open is asked: the agents, or the load.
struct ErlangCase {
    static constexpr Seconds usual_threshold{20.0};  // of a service level for which nobody named one

    ErlangModel model = ErlangModel::c;
    std::optional<Erlangs> load{};           // none: the largest load for so many agents
    std::optional<Seconds> handling_time{};  // may be left out for Erlang B
    std::optional<Agents> agents{};          // none: the fewest that keep the promises
    bool fractional = false;                 // the fewest may be a fractional number
    CallTarget target{};                     // its threshold and counting rule also tell which service level to report
    std::optional<Seconds> patience{};       // Erlang A only; none: callers wait for ever
    std::optional<int> lines{};              // Erlang A only; none: nobody finds the centre full

    Seconds threshold() const { return target.within.value_or(usual_threshold); }
    bool promises() const {
        return target.answered || target.abandoned || target.average_wait || target.wait_probability ||
               target.blocked || target.max_occupancy;
    }
};

/// A centre in steady state. Shares are of all offered calls, waits in seconds. NaN where there is nothing to speak of,
/// infinite where a queue grows for ever.
struct ErlangFigures {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    double wait_probability = none;
    double service_level = none;
    double asa_s = none;
    double wait_all_s = none;
    double wait_delayed_s = none;
    double abandoned_share = none;
    double blocked_share = none;
    double occupancy = none;
    double queue_mean = none;
    double busy_mean = none;
    double ln_wait_probability = none;
    double ln_blocked_share = none;
    bool stable = true;
};

/// The figures by name, in the order of every table and file.
struct ErlangFigureName {
    std::string_view key;
    double ErlangFigures::*member;
};
inline constexpr std::array<ErlangFigureName, 12> erlang_figure_names = {{
    {"wait_probability", &ErlangFigures::wait_probability},
    {"service_level", &ErlangFigures::service_level},
    {"asa_s", &ErlangFigures::asa_s},
    {"wait_all_s", &ErlangFigures::wait_all_s},
    {"wait_delayed_s", &ErlangFigures::wait_delayed_s},
    {"abandoned_share", &ErlangFigures::abandoned_share},
    {"blocked_share", &ErlangFigures::blocked_share},
    {"occupancy", &ErlangFigures::occupancy},
    {"queue_mean", &ErlangFigures::queue_mean},
    {"busy_mean", &ErlangFigures::busy_mean},
    {"ln_wait_probability", &ErlangFigures::ln_wait_probability},
    {"ln_blocked_share", &ErlangFigures::ln_blocked_share},
}};

/// The answer to a case whose promises can be kept.
struct ErlangAnswer {
    Erlangs load{};
    Agents agents{};
    ErlangFigures figures{};
    bool met = true;  // every promise; true without one
};

}  // namespace freiton
