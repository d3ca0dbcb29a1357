// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/price_steps.hpp"

#include <algorithm>

namespace freiton::study {

namespace {

Share higher(Share share) { return Share{share.value() + std::min(share_step, (1.0 - share.value()) / 2.0)}; }
Share lower(Share share) { return Share{share.value() - std::min(share_step, share.value() / 2.0)}; }

void move_shares(std::initializer_list<std::optional<Share>*> at_least, bool tighter) {
    for (std::optional<Share>* share : at_least)
        if (*share) *share = tighter ? higher(**share) : lower(**share);
}

void move_target(BacklogTarget& target, bool tighter) {
    move_shares({&target.done, &target.tried, &target.reached}, tighter);
}

void move_target(CallTarget& target, bool tighter) {
    move_shares({&target.answered, &target.called_back}, tighter);
    for (std::optional<Share>* at_most : {&target.abandoned, &target.wait_probability})
        if (*at_most) *at_most = tighter ? lower(**at_most) : higher(**at_most);
    if (target.average_wait) *target.average_wait *= tighter ? 1.0 / wait_step : wait_step;
}

}  // namespace

std::optional<Work> with_price_step(const Work& work, PriceStep step) {
    Work changed = work;
    if (step == PriceStep::without) {
        changed.call_target.reset();
        changed.backlog_target.reset();
    } else {
        const bool tighter = step == PriceStep::tighter;
        if (changed.call_target) move_target(*changed.call_target, tighter);
        if (changed.backlog_target) move_target(*changed.backlog_target, tighter);
    }
    if (changed == work) return std::nullopt;
    return changed;
}

}  // namespace freiton::study
