// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/call_log.hpp"
#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// What explains the errors of a validation, into its works.
///
/// What came is put in the place of what was predicted: the calls at the moments at which they came (of counts by
/// interval at random moments within it), not rates that chance draws from once more; then their handling times, both
/// ways round; then patience. What chance is left in such days is averaged over `replays`.
///
/// `logged` has the wrap-up that is added to its handling times, `talk` the same calls without. Stopped, it leaves the
/// causes empty. Cost: a simulation of means, and three times `replays` horizons.
void find_causes(const LoggedCalls& logged, const LoggedCalls& talk, const CallLog& log, const RunControl& control,
                 Validation& validation);

inline constexpr int replays = 50;

}  // namespace freiton::study
