// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/explanation.hpp"

#include <algorithm>

namespace freiton {

bool Counterfactual::met() const {
    return std::all_of(targets.begin(), targets.end(), [](const TargetResult& target) { return target.met; });
}

}  // namespace freiton
