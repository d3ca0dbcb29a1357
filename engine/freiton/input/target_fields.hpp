// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/model/work.hpp"

namespace freiton::input {

Codec<CallTarget> call_target();
Codec<BacklogTarget> backlog_target();
Codec<BacklogTarget> outbound_target();
Codec<Deadline> deadline();  // hours of opening, or working days

}  // namespace freiton::input
