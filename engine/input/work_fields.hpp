// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

Codec<std::vector<Work>> works();
Codec<std::vector<Team>> teams();

}  // namespace freiton::input
