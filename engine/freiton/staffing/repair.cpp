// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/repair.hpp"

#include <algorithm>

#include "freiton/staffing/mend.hpp"

namespace freiton::staffing {

namespace {

class Repair {
  public:
    Repair(const SearchSpace& space, SearchResult& result)
        : space_{space}, result_{result}, steps_(result.evaluation.instances.size(), 0) {}

    // One round of additions for all that fails; false if nothing could be added.
    bool round() {
        pressure_ = result_.evaluation.misses;
        bool any = false;
        for (std::size_t k = 0; k < result_.evaluation.instances.size(); ++k) {
            const Instance& instance = result_.evaluation.instances[k];
            if (instance.holds) continue;
            const int step = std::min(1 << std::min(steps_[k]++, 12), 4096);
            for (int i = 0; i < (instance.close ? 1 : step); ++i) any = add_for(instance) || any;
        }
        return any;
    }

  private:
    bool add_for(const Instance& instance) {
        if (instance.interval) {
            const std::size_t here = *instance.interval;
            for (std::size_t back = 0; back <= std::min(here, reach_of_interval); ++back) {
                const std::size_t i = here - back;
                if (space_.day_of_interval[i] != space_.day_of_interval[here]) break;
                if (add_at(instance.promise, i)) return true;
            }
            return false;
        }
        return add_where_most_is_missed(instance);
    }

    // Misses by interval, shared out: an interval that was given somebody already counts for less.
    bool add_where_most_is_missed(const Instance& instance) {
        std::vector<double>& misses = pressure_[instance.promise];
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < space_.intervals(); ++i)
            if (!instance.day || space_.day_of_interval[i] == *instance.day) order.push_back(i);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return misses[a] > misses[b]; });
        for (const std::size_t i : order) {
            if (!add_at(instance.promise, i)) continue;
            misses[i] *= 0.7;
            return true;
        }
        return false;
    }

    bool add_at(std::size_t promise, std::size_t i) {
        std::optional<std::size_t> best;
        for (std::size_t t = 0; t < space_.teams(); ++t) {
            if (!space_.helps[promise][t] || result_.plan.agents[t][i] >= space_.most[t][i]) continue;
            if (!best || cheaper(t, *best, i)) best = t;
        }
        if (!best) return false;
        ++result_.plan.agents[*best][i];
        return true;
    }

    // Lower cost first; at equal cost the team that is farther below its share of the people.
    bool cheaper(std::size_t a, std::size_t b, std::size_t i) const {
        if (space_.cost[a] != space_.cost[b]) return space_.cost[a] < space_.cost[b];
        const auto fill = [&](std::size_t t) {
            return (result_.plan.agents[t][i] + 1) / std::max(1e-9, space_.share[t]);
        };
        return fill(a) < fill(b);
    }

    const SearchSpace& space_;
    SearchResult& result_;
    std::vector<int> steps_;                     // rounds in which the instance failed already
    std::vector<std::vector<double>> pressure_;  // misses of this round
};

}  // namespace

bool repair(const SearchSpace& space, const Ask& evaluate, const LookAt& look_at, SearchResult& result,
            const std::function<bool()>& stopped) {
    for (const Effort effort : {Effort::quick, Effort::reference}) {  // far from the answer a rough look is enough
        result.evaluation = evaluate(result.plan, effort);
        if (effort == Effort::reference && look_at && mend(space, evaluate, look_at, result, stopped)) return true;
        Repair repair{space, result};
        while (!result.evaluation.holds() && !stopped()) {
            if (!repair.round()) return false;
            result.evaluation = evaluate(result.plan, effort);
        }
    }
    return result.evaluation.holds();
}

}  // namespace freiton::staffing
