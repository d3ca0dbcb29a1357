// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/log_gaps.hpp"

#include <algorithm>

namespace freiton::study {

namespace {

// Wrap-up is in a handling time by interval, and where it is one of the parts.
bool tells_wrap_up(const LogReading& reading) {
    const auto is_taken = [&](const std::string& name) {
        return std::any_of(reading.columns.begin(), reading.columns.end(),
                           [&](const auto& column) { return column.taken_for == name; });
    };
    return is_taken("wrap_up") || (reading.shape == LogShape::intervals && is_taken("handling_time"));
}

}  // namespace

std::vector<LogGap> gaps_of(const CallLog& log, const LogSummary& summary) {
    const auto any = [&](auto is) { return std::any_of(summary.work.begin(), summary.work.end(), is); };
    const bool items = !log.items.empty();
    std::vector<LogGap> gaps;
    if (any([](const LogFindings& one) { return one.handling_fits.empty(); })) gaps.push_back(LogGap::handling_law);
    if (!items && !tells_wrap_up(log.reading)) gaps.push_back(LogGap::wrap_up);
    if (!items) {
        const auto unknown = [](const LogFindings& one) { return !one.patience_mean_s && !one.patience_total_wait_s; };
        gaps.push_back(any(unknown) ? LogGap::patience : LogGap::patience_law);
        gaps.push_back(LogGap::redials);
        if (any([](const LogFindings& one) { return !one.day_cv; })) gaps.push_back(LogGap::day_variation);
    }
    if (items) gaps.push_back(LogGap::working_hours);
    gaps.push_back(LogGap::staff);
    gaps.push_back(LogGap::targets);
    return gaps;
}

}  // namespace freiton::study
