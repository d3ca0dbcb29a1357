// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "freiton/staffing/candidate.hpp"

namespace freiton::staffing {

/// How much may be taken at once. Effects do not quite add up, so that only a part of what a number has to spare is
/// used where several share it.
struct BatchLimits {
    double part = 1.0;
    std::size_t most = 0;  // savings
};

/// Those candidates that are taken together: first who uses up least for what is saved, and no more of any number than
/// there is room for. People of the same time of day are ranked by what they use on the mean of the days, so that days
/// that are alike lose the same people. An interval may lose one person more than its neighbours have lost of `shape`,
/// so that the numbers keep its course; where that lets nobody go, anybody may.
std::vector<Candidate> batch_of(const SearchSpace& space, const StaffingPlan& plan, const StaffingPlan& shape,
                                const Evaluation& now, std::vector<Candidate> candidates, const BatchLimits& limits);

/// By instance: whether it held and does not, by more than may be used up.
std::vector<bool> failed_of(const Evaluation& now, const Evaluation& then);

/// The batch without those who use up most of what has failed in `then`: as many as it takes by their effects; where
/// nobody is seen to use it, without those in reach of it, and where that is everybody, without the dearer half.
std::vector<Candidate> without_culprits(const SearchSpace& space, std::vector<Candidate> batch, const Evaluation& then,
                                        const std::vector<bool>& failed);

}  // namespace freiton::staffing
