// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/team.hpp"
#include "freiton/model/warning.hpp"
#include "freiton/model/work.hpp"

namespace freiton::analytic {

/// How far 19 of 20 plans were off at most, rounded up: points of a share, and parts of a promised mean wait.
struct Off {
    double points;
    double of_wait;
};

/// Something that formulas leave aside, and the warning that says so.
///
/// Source: freiton_agreement_campaign; so far off were offices with it that have none of the other doubts
/// (formula_doubt.hpp, bench/README.md).
struct LeftAside {
    WarningCode code;
    Off off;
    bool (*of_work)(const Work&);  // whether a kind of work has it; none: it is of teams
    bool (*of_team)(const Team&);
    bool concerns_all = false;  // what contacts lead to may come to anybody
};

/// All of it. Chats are none where their chain is used (only_chats).
const std::vector<LeftAside>& all_left_aside();

/// The one of that warning, which must be one of them.
const LeftAside& left_aside(WarningCode code);

}  // namespace freiton::analytic
