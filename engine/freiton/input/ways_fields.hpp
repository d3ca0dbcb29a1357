// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/model/work.hpp"

namespace freiton::input {

// What contacts of a kind of work do beside waiting and being served.
Codec<Redial> redial();
Codec<Answering> answering();
Codec<NoAnswer> no_answer();
Codec<Callback> callback();
Codec<Chased> chased();
Codec<LeadsTo> leads_to();
Codec<Seconds> ageing();

}  // namespace freiton::input
