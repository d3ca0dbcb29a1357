// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/performance.hpp"
#include "freiton/model/work.hpp"

namespace freiton::analytic {

/// What a call list adds to the figures of post, which it is taken as: whoever is done was called as often as it takes
/// (model/outbound.hpp), all at once. Nothing for other work.
void add_list_figures(const Work& work, WorkPerformance& performance);

}  // namespace freiton::analytic
