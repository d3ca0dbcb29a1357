// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/performance.hpp"

#include <algorithm>

namespace freiton {

const std::vector<CallFigureName>& call_figure_names() {
    using F = CallFigures;
    static const std::vector<CallFigureName> names = {
        {"offered", &F::offered},
        {"answered", &F::answered},
        {"abandoned", &F::abandoned},
        {"blocked", &F::blocked},
        {"service_level", &F::service_level},
        {"reachability", &F::reachability},
        {"asa_s", &F::asa_s},
        {"wait_all_s", &F::wait_all_s},
        {"wait_p50_s", &F::wait_p50_s},
        {"wait_p90_s", &F::wait_p90_s},
        {"wait_p95_s", &F::wait_p95_s},
        {"wait_probability", &F::wait_probability},
        {"abandoned_share", &F::abandoned_share},
        {"blocked_share", &F::blocked_share},
        {"queue_mean", &F::queue_mean},
        {"busy_mean", &F::busy_mean},
        {"load_erlang", &F::load_erlang},
    };
    return names;
}

bool Performance::met() const {
    return std::all_of(targets.begin(), targets.end(), [](const TargetResult& target) { return target.met; });
}

}  // namespace freiton
