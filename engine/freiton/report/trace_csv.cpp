// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/trace_csv.hpp"

#include <cmath>

#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"

namespace freiton::report {

std::string trace_csv(const std::vector<TracedContact>& contacts, const RunControl& control) {
    const auto cell = [](double value) { return std::isfinite(value) ? number_text(value) : std::string{}; };
    std::string csv = csv_line(std::vector<std::string>(trace_titles.begin(), trace_titles.end()));
    for (const TracedContact& c : contacts) {
        control.stop_if_asked();
        const double waited = (std::isnan(c.begin_s) ? c.end_s : c.begin_s) - c.arrival_s;
        csv += csv_line({c.work, c.site, std::to_string(c.attempt), cell(c.arrival_s), cell(c.begin_s), cell(c.end_s),
                         cell(waited), cell(c.due_s), c.team,
                         std::string{ending_names[static_cast<std::size_t>(c.outcome)]}});
    }
    return csv;
}

}  // namespace freiton::report
