// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// From which site a contact of this work comes that one from that site leads to: the same, if such contacts come from
/// there at all, else none (an empty name).
std::string site_of_caused(const Scenario& scenario, WorkIndex caused, const std::string& site);

/// Means by site (an empty name: none), then by interval.
using ArrivalsBySite = std::map<std::string, std::vector<double>>;

/// What contacts lead to, on average, by kind of work, with what that leads to in turn, if every contact is done at
/// once: begun when it comes, for its mean handling time; then the time of `after` passes. `whatever_is_lost`: also
/// what contacts lead to of which some may be lost. Calls that would come while they are not accepted do not; post
/// comes with the next opening.
///
/// Accuracy: 1e-9 of the first contacts for each kind, as whatever is left by then is not followed any further.
std::vector<ArrivalsBySite> caused_arrivals(const Scenario& scenario, bool whatever_is_lost);

}  // namespace freiton
