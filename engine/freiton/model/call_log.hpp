// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/core/dates.hpp"

namespace freiton {

/// One call of a log. Seconds count from midnight of its date.
struct LoggedCall {
    Date date{};
    double arrival_s = 0.0;
    double wait_s = 0.0;
    bool answered = false;               // else abandoned
    std::optional<double> handling_s{};  // of answered calls, where it was recorded
};

/// One interval of an ACD export.
struct LoggedInterval {
    Date date{};
    Minutes start{};
    double offered = 0.0;
    std::optional<double> handling_s{};  // mean
    std::optional<double> abandoned{};
    std::optional<double> asa_s{};
};

/// What a log holds: calls one by one, or intervals.
struct CallLog {
    std::vector<LoggedCall> calls{};
    std::vector<LoggedInterval> intervals{};
    int phantoms = 0;  // entries that are no calls
};

/// What was found in a log, beside the scenario that was made of it.
struct LogFindings {
    double offered = 0.0;
    double left_out = 0.0;  // outside what looks like opening hours
    int phantoms = 0;
    int days = 0;  // with calls
    double abandoned_share = 0.0;
    bool has_waits = false;

    struct Fit {
        std::string law{};
        double distance = 0.0;  // Kolmogorov-Smirnov distance to the recorded times
    };
    double handling_mean_s = 0.0;
    double handling_cv = 1.0;
    std::vector<Fit> handling_fits{};  // best first; empty if only means were recorded

    std::optional<double> patience_mean_s{};        // by Kaplan and Meier, as an exponential mean up to where data end
    std::optional<double> patience_total_wait_s{};  // total waiting / abandoned, the check
    double patience_seen_until_s = 0.0;             // beyond it too few were still waiting
    std::optional<double> day_cv{};                 // none: no weekday was seen twice
};

}  // namespace freiton
