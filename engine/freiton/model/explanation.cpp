// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/explanation.hpp"

#include <algorithm>
#include <array>

namespace freiton {

std::string_view left_out_name(LeftOut what) {
    constexpr std::array<std::string_view, 11> names = {
        "queues_carried_over", "redials", "mixed_handling_times", "items_block_calls", "absence", "post_after_calls",
        "help_after_a_wait",   "causes",  "rules_between_kinds",  "lines_held",        "ways"};
    return names[static_cast<std::size_t>(what)];
}

bool Counterfactual::met() const {
    return std::all_of(targets.begin(), targets.end(), [](const TargetResult& target) { return target.met; });
}

}  // namespace freiton
