// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/model/contract.hpp"

namespace freiton::study {

/// Five points of a share that is promised; at most half of what is left to its end, so that 97 % becomes 98.5 % and
/// never 102 %.
inline constexpr double share_step = 0.05;

/// Of a mean wait that is promised.
inline constexpr double wait_step = 1.5;

/// The work with every part of its promise one step looser or tighter, or with none; nothing if that is no other
/// promise. Thresholds and deadlines stay: shares and mean waits move.
std::optional<Work> with_price_step(const Work& work, PriceStep step);

}  // namespace freiton::study
