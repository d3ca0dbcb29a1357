// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// For people: who is needed when, what callers and post experience, and why.
Document plan_document(const Scenario& scenario, const PlanResult& result, Language language);

/// The largest scale of arrivals at which every target holds; or more than that, where `at_least` the largest that was
/// tried still keeps them.
struct HeadroomScale {
    double scale = 0.0;
    bool at_least = false;
};

/// For programs: one JSON object, keys as in DESIGN section 5; undefined and infinite figures are null. `headroom`:
/// where it was asked for.
std::string plan_json(const Scenario& scenario, const PlanResult& result, std::optional<HeadroomScale> headroom = {});

struct NamedBytes {
    std::string name;
    std::string bytes;
};

/// For spreadsheets: staffing.csv (date, start, team, agents; can be given back to the engine), intervals.csv,
/// days.csv, occupancy.csv (date, start, team, occupancy; a day as a whole has no start), and effects.csv of a plan
/// that was explained.
std::vector<NamedBytes> plan_csv(const Scenario& scenario, const PlanResult& result);

}  // namespace freiton::report
