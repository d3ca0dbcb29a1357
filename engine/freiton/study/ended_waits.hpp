// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/calibration.hpp"

namespace freiton::study {

/// How the waits of one kind of calls ended, of those who found nobody idle.
struct EndedWaits {
    /// Callers who were answered, or gave up, after about so long.
    struct Count {
        double wait_s = 0.0;
        double gave_up = 0.0;
        double answered = 0.0;
    };
    std::vector<Count> counts{};  // in order
    double at_once = 0.0;         // gave up without any wait
    double half_step_s = 0.0;     // a recorded wait stands for what lies so much around it
    bool whole_seconds = false;   // as the log has them: then who gave up at once may have waited half a second
    double gave_up() const;
    double waited() const;  // all of them
};

/// Counts single waits. Whole seconds stay what they are, finer ones are counted by the tenth of a second, or by as
/// many as make a thousand steps. Who was answered without any wait says nothing about patience, and who was turned
/// away neither.
EndedWaits ended_waits(const std::vector<const LoggedCall*>& calls);

/// Kaplan and Meier's curve (1958) with Greenwood's errors, at each wait after which somebody gave up; where callers
/// hung up at once it begins below 1.
std::vector<SurvivalPoint> survival_curve(const EndedWaits& waits);

}  // namespace freiton::study
