// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/model/team.hpp"

namespace freiton::input {

Codec<std::vector<Team>> teams();

}  // namespace freiton::input
