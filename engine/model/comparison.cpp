// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/comparison.hpp"

#include <algorithm>

namespace freiton {

bool Comparison::met() const {
    return std::all_of(organisations.begin(), organisations.end(),
                       [](const OrganisationResult& one) { return one.result.met(); });
}

}  // namespace freiton
