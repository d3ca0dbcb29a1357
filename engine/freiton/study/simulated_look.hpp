// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/staffing/effects_search.hpp"
#include "freiton/study/search_watch.hpp"

namespace freiton::study {

/// Looks at plans by the simulation of effects. Scenario, watch and control must outlive them.
staffing::LookAt simulated_looks(const Scenario& scenario, SearchWatch& watch, const RunControl& control);

/// The same on other random numbers than any plan is judged by, so that who seems to be spared by chance is seen not to
/// be.
staffing::LookAt looks_apart(const Scenario& scenario, SearchWatch& watch, const RunControl& control);

/// How well the search must know the numbers of a scenario, by the half-widths that it asks for.
staffing::Sureness sureness_of(const Scenario& scenario);

}  // namespace freiton::study
