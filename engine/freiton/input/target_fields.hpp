// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/model/work.hpp"

namespace freiton::input {

Codec<CallTarget> call_target();
Codec<BacklogTarget> backlog_target();

}  // namespace freiton::input
