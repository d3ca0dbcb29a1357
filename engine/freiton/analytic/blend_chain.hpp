// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/analytic/blend.hpp"

namespace freiton::analytic {

/// The chains behind exact_blend.
BlendFigures uninterrupted_chain(const BlendedWork& work, Seconds threshold);

/// Mean number of items that are not in service, if calls interrupt them; and the probability of the states cut off.
struct ItemsWaiting {
    double mean = 0.0;
    double cut_off = 0.0;
};
ItemsWaiting interrupted_items(const BlendedWork& work);

}  // namespace freiton::analytic
