// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/model/duration_law.hpp"

namespace freiton::input {

/// What a law may say beyond itself: factors by interval, and how days differ.
enum class LawVaries { never, by_interval, by_interval_and_day };

/// A law of durations: a duration alone is the mean of an exponential law. `unit` reads and writes its durations,
/// `from_zero` those that may be zero (the least and the most likely value).
Codec<DurationLaw> duration_law(const Codec<Seconds>& unit, const Codec<Seconds>& from_zero,
                                LawVaries varies = LawVaries::never);

/// Whole or broken days such as "3 d", kept as 24 h each.
Codec<Seconds> day_count();

}  // namespace freiton::input
