// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/outbound.hpp"

#include <cmath>
#include <numeric>

namespace freiton {

double mean_of(const Answering& answering) {
    const auto add = [](double sum, Share share) { return sum + share.value(); };
    return std::accumulate(answering.shares.begin(), answering.shares.end(), 0.0, add) /
           static_cast<double>(answering.shares.size());
}

Attempts attempts_of(const Answering& answering, const NoAnswer& no_answer) {
    const double share = mean_of(answering);
    const double never = std::pow(1.0 - share, no_answer.attempts);
    return {share > 0.0 ? (1.0 - never) / share : no_answer.attempts, 1.0 - never};
}

}  // namespace freiton
