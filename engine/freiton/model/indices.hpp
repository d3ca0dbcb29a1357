// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/index.hpp"

namespace freiton {

using TeamIndex = Index<struct TeamTag>;          // of Scenario::teams
using WorkIndex = Index<struct WorkTag>;          // of Scenario::work
using SiteIndex = Index<struct SiteTag>;          // of Scenario::sites
using IntervalIndex = Index<struct IntervalTag>;  // of Calendar::intervals: open ones, in the order of time

}  // namespace freiton
