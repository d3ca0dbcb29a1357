// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_guide.hpp"

#include <algorithm>

namespace freiton::analytic {

namespace {

constexpr double of_calls = 0.005;
constexpr double of_change = 0.1;

}  // namespace

TransientGuide::TransientGuide(const TransientPromises& promises, TransientDemand demand, std::vector<int> agents,
                               const RunControl& control)
    : promises_{promises},
      control_{control},
      day_{with_exponential_times(std::move(demand))},
      effects_{day_, std::move(agents), promises.depth(), control} {}

/// What a promise misses is linear in the sums. Mean waits themselves differ by (1 + cv^2) / 2, and so do changes.
bool TransientGuide::is_too_little(const Promise& promise, std::size_t intervals, const CallSums& plan,
                                   const CallSums& now, const CallSums& then) const {
    if (promise.is_time()) return false;
    const double change = shortfall(promise, then) - shortfall(promise, now);
    const double missed = shortfall(promise, plan);
    return missed + change >
           std::max(0.0, missed) + of_calls * plan.offered / static_cast<double>(intervals) + of_change * change;
}

bool TransientGuide::breaks(const TransientEffects& plan, std::size_t i, const TransientInterval& then) const {
    return std::any_of(promises_.all().begin(), promises_.all().end(), [&](const CallPromise& one) {
        return one.promise.over == Scope::interval &&
               is_too_little(one.promise, 1, plan.at(i).sums, effects_.at(i).sums, then.sums);
    });
}

bool TransientGuide::is_hopeless(const TransientEffects& plan, const std::vector<int>& agents) const {
    const auto change =
        effects_.change(agents, [&](std::size_t i, const TransientInterval& then) { return !breaks(plan, i, then); });
    if (!change) return true;
    return std::any_of(promises_.together().begin(), promises_.together().end(), [&](const PromiseTogether& one) {
        return is_too_little(*one.promise, one.group.end - one.group.first, sums_of(one.group, plan, nullptr),
                             sums_of(one.group, effects_, nullptr), sums_of(one.group, effects_, &*change));
    });
}

std::vector<bool> TransientGuide::cannot_be_spared(const TransientEffects& plan) const {
    std::vector<int> more = effects_.agents();
    for (int& agents : more) ++agents;
    const TransientEffects best{day_, more, promises_.depth(), control_};
    std::vector<bool> stays;
    for (std::size_t j = 0; j < more.size(); ++j) {
        more[j] -= 2;
        stays.push_back(more[j] < 0 || breaks(plan, j, best.looked_at(j, more)));
        more[j] += 2;
    }
    return stays;
}

double TransientGuide::miss(const PromiseTogether& together, const TransientEffects& plan,
                            const TransientEffects::Change& change) const {
    const Promise& promise = *together.promise;
    const double more = shortfall(promise, sums_of(together.group, effects_, &change)) -
                        shortfall(promise, sums_of(together.group, effects_, nullptr));
    return std::max(0.0, shortfall(promise, sums_of(together.group, plan, nullptr)) + more);
}

TransientEffects::Change TransientGuide::change_to(const std::vector<int>& agents) const {
    return *effects_.change(agents, [](std::size_t, const TransientInterval&) { return true; });
}

void TransientGuide::follow(const std::vector<int>& agents) { effects_.accept(change_to(agents)); }

}  // namespace freiton::analytic
