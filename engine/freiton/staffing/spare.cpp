// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/spare.hpp"

namespace freiton::staffing {

namespace {

constexpr Taking roughly{.contacts = 60'000, .replications = 8, .part_at_once = 0.8, .to_the_end = false};
constexpr Taking to_the_end{};
constexpr int most_rounds_back = 3;  // until what is left is for the repair

}  // namespace

void thin_out(const SearchSpace& space, SavingsTaker& taker) {
    taker.take([&](const StaffingPlan& plan) { return one_fewer(space, plan); }, roughly);
}

void spare(const SearchSpace& space, const Ask& ask, SavingsTaker& taker, SearchResult& result,
           const std::function<bool()>& stopped) {
    result.needed.clear();
    taker.take([&](const StaffingPlan& plan) { return one_fewer(space, plan); }, to_the_end);
    result.evaluation = ask(result.plan, Effort::reference);
    for (int round = 0; round < most_rounds_back && !result.evaluation.holds() && !stopped(); ++round) {
        taker.give_back(std::size_t{1} << round);
        result.evaluation = ask(result.plan, Effort::reference);
    }
}

bool trade(const SearchSpace& space, SavingsTaker& taker, const SearchResult& result) {
    const std::vector<Needed> needed = result.needed;
    return taker.take([&](const StaffingPlan& plan) { return two_for_one(space, plan, needed); }, to_the_end);
}

bool exchange(const SearchSpace& space, SavingsTaker& taker) {
    return taker.take([&](const StaffingPlan& plan) { return cheap_for_dear(space, plan); }, to_the_end);
}

}  // namespace freiton::staffing
