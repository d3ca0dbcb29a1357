// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"

namespace freiton::study {

/// Whether one more person, anywhere, never makes a promise of this scenario worse, by a theorem: then a plan with no
/// more people anywhere than one that fails, fails too, and need not be tried.
///
/// True for one team with one kind of calls that all wait as long as it takes (no patience, no lines), in the order of
/// their arrival. With given arrivals and handling times each call then begins no later with more people (Kiefer,
/// Wolfowitz 1955, Transactions of the American Mathematical Society 78: the ordered vector of the times until each
/// person is free is nowhere greater), so that no wait is longer.
///
/// Not so elsewhere: who is served in place of giving up holds up those behind him; a trainee who is free takes a call
/// from an expert who would soon be; with two kinds of work people of one team help the other's queue and are missing
/// in their own; and a person more in one interval may be busier there than before, against an occupancy limit.
bool more_never_hurts(const Scenario& scenario);

}  // namespace freiton::study
