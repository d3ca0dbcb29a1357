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
    std::size_t queue = 0;               // which of CallLog::queues
};

/// One interval of an ACD export.
struct LoggedInterval {
    Date date{};
    Minutes start{};
    double offered = 0.0;
    std::optional<double> handling_s{};  // mean
    std::optional<double> abandoned{};
    std::optional<double> asa_s{};
    std::size_t queue = 0;  // which of CallLog::queues
};

/// What a log holds: calls one by one, or intervals.
struct CallLog {
    std::vector<LoggedCall> calls{};
    std::vector<LoggedInterval> intervals{};
    int phantoms = 0;                     // entries that are no calls
    std::vector<std::string> queues{""};  // names as they stand in the log; one without a name if it has no queues
    std::optional<Minutes> row_length{};  // of intervals, where the rows say when they end
    int totals = 0;                       // rows of sums, which were left out
};

/// What was found about one kind of calls, beside the scenario that was made of the log.
struct LogFindings {
    std::string work{};  // its name in the scenario
    double offered = 0.0;
    double left_out = 0.0;  // outside what looks like opening hours
    double abandoned_share = 0.0;

    struct Fit {
        std::string law{};
        double distance = 0.0;  // Kolmogorov-Smirnov distance to the recorded times
    };
    double handling_mean_s = 0.0;
    double handling_cv = 1.0;
    std::vector<Fit> handling_fits{};  // best first; empty if only means were recorded

    std::optional<double> patience_mean_s{};        // by Kaplan and Meier, as an exponential mean up to where data end
    std::optional<double> patience_total_wait_s{};  // total waiting / abandoned, the check
    bool patience_by_threshold = false;             // the log has no waits: they are taken as the target's threshold
    double patience_seen_until_s = 0.0;             // beyond it too few were still waiting
    std::optional<double> day_cv{};                 // none: no weekday was seen twice
};

/// What was found in a log as a whole.
struct LogSummary {
    int days = 0;  // with calls
    int phantoms = 0;
    int totals = 0;  // rows of sums
    Minutes interval{};
    std::vector<LogFindings> work{};
};

}  // namespace freiton
