// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/left_aside.hpp"

#include <algorithm>
#include <vector>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

const std::vector<LeftAside>& all_left_aside() {
    using W = WarningCode;
    static const std::vector<LeftAside> all = {
        {W::caused_at_once, {7, 0.1}, [](const Work& w) { return !w.leads_to.empty(); }, nullptr, true},
        {W::caused_left_aside,
         {10, 0.1},
         [](const Work& w) { return (w.redial && w.redial->as) || w.chased; },
         nullptr,
         true},
        {W::warm_left_aside, {14, 0.1}, [](const Work& w) { return w.leads_warm(); }, nullptr, true},
        {W::lines_until_wrapped_up, {4, 0.1}, [](const Work& w) { return w.wrap_up && w.lines; }, nullptr},
        {W::ages_left_aside, {7, 0.1}, [](const Work& w) { return w.ages.has_value(); }, nullptr},
        {W::chats_as_calls, {26, 1.4}, [](const Work& w) { return w.kind == WorkKind::chat; }, nullptr},
        {W::list_as_post, {45, 1.4}, [](const Work& w) { return w.kind == WorkKind::outbound; }, nullptr},
        {W::callbacks_left_aside, {5, 0.1}, [](const Work& w) { return w.callback.has_value(); }, nullptr},
        {W::kept_left_aside, {13, 0.4}, nullptr, [](const Team& t) { return !t.reserved.empty(); }},
        {W::switching_left_aside, {12, 0.3}, nullptr, [](const Team& t) { return t.switching.count() > 0.0; }}};
    return all;
}

const LeftAside& left_aside(WarningCode code) {
    const auto& all = all_left_aside();
    const auto found = std::find_if(all.begin(), all.end(), [&](const LeftAside& one) { return one.code == code; });
    EXPECTS(found != all.end());
    return *found;
}

}  // namespace freiton::analytic
