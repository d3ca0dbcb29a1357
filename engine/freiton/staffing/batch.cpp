// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/batch.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace freiton::staffing {

namespace {

constexpr double more_than_seen = 1.1;  // of what failed, taken back: effects do not quite add up

class Batch {
  public:
    Batch(const SearchSpace& space, const StaffingPlan& plan, const StaffingPlan& shape, const Evaluation& now,
          const BatchLimits& limits)
        : space_{space},
          now_{now},
          limits_{limits},
          used_(now.instances.size(), 0.0),
          time_of_day_{times_of_day(space)} {
        for (std::size_t t = 0; t < space.teams(); ++t) {
            agents_.push_back(plan.agents[t]);
            lost_.emplace_back();
            can_lose_.emplace_back();
            for (std::size_t i = 0; i < space.intervals(); ++i) {
                lost_.back().push_back(shape.agents[t][i] - plan.agents[t][i]);
                can_lose_.back().push_back(plan.agents[t][i] > space.least[t][i]);
            }
        }
    }

    std::vector<Candidate> of(std::vector<Candidate> candidates) {
        const std::vector<double> used = used_by_time(candidates);
        std::vector<std::size_t> order(candidates.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return used[a] < used[b]; });
        std::vector<Candidate> batch;
        for (bool any = true; std::exchange(any, false);)  // again: whoever was too far below the neighbours
            for (std::size_t& c : order)
                if (c < candidates.size() && may_go(candidates[c], batch.size(), true)) {
                    batch.push_back(taken(candidates[std::exchange(c, candidates.size())]));
                    any = true;
                }
        for (std::size_t k = 0; batch.empty() && k < order.size(); ++k)
            if (may_go(candidates[order[k]], 0, false)) batch.push_back(taken(candidates[order[k]]));
        return batch;
    }

  private:
    bool is_same_day(std::size_t a, std::size_t b) const {
        return space_.day_of_interval[a] == space_.day_of_interval[b];
    }

    // Shares of the room that it uses up, by what it saves.
    double used_for(const Candidate& candidate) const {
        double sum = 0.0;
        for (const NumberEffect& effect : candidate.effects)
            sum += std::max(0.0, -effect.mean) / std::max(usable_room(now_.instances[effect.instance]), 1e-12);
        return sum / candidate.saving.saves;
    }

    // Of people of the same time of day their mean.
    std::vector<double> used_by_time(const std::vector<Candidate>& candidates) const {
        std::vector<double> used;
        std::map<TimeOfDay, std::pair<double, double>> of_time;  // sum, count
        for (const Candidate& candidate : candidates) {
            used.push_back(used_for(candidate));
            auto& [sum, count] = of_time[time_of(candidate)];
            sum += used.back();
            count += 1.0;
        }
        for (std::size_t c = 0; c < candidates.size(); ++c)
            if (is_one_person(candidates[c].saving)) {
                const auto& [sum, count] = of_time[time_of(candidates[c])];
                used[c] = sum / count;
            }
        return used;
    }

    TimeOfDay time_of(const Candidate& candidate) const {
        const StaffStep& step = candidate.saving.steps.front();
        return {step.team, time_of_day_[step.interval]};
    }

    bool may_go(const Candidate& candidate, std::size_t others, bool in_shape) const {
        if (others >= limits_.most || !is_within_limits(candidate.saving)) return false;
        if (in_shape && is_one_person(candidate.saving) && !keeps_shape(candidate.saving.steps.front())) return false;
        return std::all_of(candidate.effects.begin(), candidate.effects.end(), [&](const NumberEffect& effect) {
            if (effect.mean >= 0.0) return true;
            const Instance& number = now_.instances[effect.instance];
            const double room = usable_room(number);
            const double used = used_[effect.instance];
            return used - effect.mean <= (used > 0.0 ? limits_.part * room : room);
        });
    }

    // With those who were taken before.
    bool is_within_limits(const Saving& saving) const {
        return std::all_of(saving.steps.begin(), saving.steps.end(), [&](const StaffStep& step) {
            const int agents = agents_[step.team][step.interval] + step.by;
            return agents >= space_.least[step.team][step.interval] && agents <= space_.most[step.team][step.interval];
        });
    }

    // A neighbour of whom nobody can go is none.
    bool keeps_shape(const StaffStep& step) const {
        const auto& lost = lost_[step.team];
        const auto& can_lose = can_lose_[step.team];
        const std::size_t i = step.interval;
        const bool after = i == 0 || !is_same_day(i - 1, i) || !can_lose[i - 1] || lost[i] <= lost[i - 1];
        const bool before =
            i + 1 == lost.size() || !is_same_day(i, i + 1) || !can_lose[i + 1] || lost[i] <= lost[i + 1];
        return after && before;
    }

    Candidate taken(Candidate& candidate) {
        for (const NumberEffect& effect : candidate.effects) used_[effect.instance] += std::max(0.0, -effect.mean);
        for (const StaffStep& step : candidate.saving.steps) {
            agents_[step.team][step.interval] += step.by;
            lost_[step.team][step.interval] -= step.by;
        }
        return std::move(candidate);
    }

    const SearchSpace& space_;
    const Evaluation& now_;
    const BatchLimits& limits_;
    std::vector<double> used_;              // by instance
    std::vector<std::vector<int>> agents_;  // [team][interval]
    std::vector<std::vector<int>> lost_;
    std::vector<std::vector<bool>> can_lose_;
    std::vector<std::size_t> time_of_day_;  // by interval
};

}  // namespace

std::vector<Candidate> batch_of(const SearchSpace& space, const StaffingPlan& plan, const StaffingPlan& shape,
                                const Evaluation& now, std::vector<Candidate> candidates, const BatchLimits& limits) {
    return Batch{space, plan, shape, now, limits}.of(std::move(candidates));
}

// What was overdrawn by as much as may be used up is guarded as what held.
std::vector<bool> failed_of(const Evaluation& now, const Evaluation& then) {
    std::vector<bool> failed;
    for (std::size_t k = 0; k < now.instances.size(); ++k) {
        const Instance& before = now.instances[k];
        const Instance& after = then.instances[k];
        const bool held = before.holds || (before.room < 0.0 && usable_room(before) >= 0.0);
        const bool is_spent = usable_room(after) < 0.0 || after.room >= 0.0;  // with room it fails for another reason
        failed.push_back(held && !after.holds && is_spent);
    }
    return failed;
}

std::vector<Candidate> without_culprits(const SearchSpace& space, std::vector<Candidate> batch, const Evaluation& then,
                                        const std::vector<bool>& failed) {
    for (std::size_t k = 0; k < failed.size(); ++k) {
        if (!failed[k]) continue;
        std::stable_sort(batch.begin(), batch.end(),
                         [&](const Candidate& a, const Candidate& b) { return used_of(a, k) < used_of(b, k); });
        const double missing = more_than_seen * std::max(0.0, -then.instances[k].room);
        double back = 0.0;
        while (!batch.empty() && used_of(batch.back(), k) > 0.0 && back <= missing) {
            back += used_of(batch.back(), k);
            batch.pop_back();
        }
        if (back > 0.0) continue;
        const std::size_t all = batch.size();
        const auto reaches = [&](const Candidate& one) {
            return is_in_reach(space, one.saving.steps.front().interval, then.instances[k]);
        };
        if (!std::all_of(batch.begin(), batch.end(), reaches)) std::erase_if(batch, reaches);
        if (batch.size() == all) batch.resize(all / 2);
    }
    return batch;
}

}  // namespace freiton::staffing
