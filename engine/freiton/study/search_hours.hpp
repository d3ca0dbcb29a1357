// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::study {

/// Contacts that one question of the search about a plan may take.
double most_contacts_of_a_look(const Scenario& scenario);

/// Contacts that come over the horizon; call lists without end are not counted.
double contacts_of_replication(const Scenario& scenario);

/// Contacts that finding the staffing by simulation will play: of each part that is planned alone, what each person
/// does is played in some replications, and the plan is simulated at length a few times.
///
/// Source:   what searches played (bench/README.md, Plans by simulation).
/// Accuracy: a factor of two for weeks; a year took more than twice as long.
double contacts_of_search(const Scenario& scenario);

/// How long that takes on a machine that plays five million contacts a second on each thread.
double hours_of_search(const Scenario& scenario, int threads);

/// How long planning it takes where that goes by simulation from the beginning (method_for), with numbers that days
/// share twice as long; or through the day with handling times of two phases, which one thread does. Formulas take
/// none.
double hours_to_plan(const Scenario& scenario, int threads);

/// Throws InputError where that is more than an hour and the caller did not allow it.
void refuse_hours(double hours, const RunControl& control);

}  // namespace freiton::study
