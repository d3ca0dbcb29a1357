// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/batch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace freiton::staffing {

NumberEffect& effect_on(Candidate& person, std::size_t instance) {
    for (NumberEffect& effect : person.effects)
        if (effect.instance == instance) return effect;
    return person.effects.emplace_back(NumberEffect{instance});
}

namespace {

constexpr double more_than_seen = 1.1;  // of what failed, taken back: effects do not quite add up

bool is_one_person(const Saving& saving) { return saving.steps.size() == 1; }

using TimeOfDay = std::pair<std::size_t, std::size_t>;  // team, place in the day

std::vector<std::size_t> times_of_day(const SearchSpace& space) {
    std::vector<std::size_t> times;
    for (std::size_t i = 0; i < space.intervals(); ++i)
        times.push_back(i > 0 && space.day_of_interval[i] == space.day_of_interval[i - 1] ? times.back() + 1 : 0);
    return times;
}

constexpr int whole_horizon = -1;

using PromiseOnDay = std::pair<std::size_t, int>;

// By promise and day, or over the horizon: the number, where it is not of one interval.
std::map<PromiseOnDay, std::size_t> numbers_of_days(const Evaluation& now) {
    std::map<PromiseOnDay, std::size_t> numbers;
    for (std::size_t k = 0; k < now.instances.size(); ++k)
        if (const Instance& number = now.instances[k]; !number.interval)
            numbers[{number.promise, number.day.value_or(whole_horizon)}] = k;
    return numbers;
}

// People of one time of day: what each does to a promise over the horizon, or on the day that they are there.
class SharedEffects {
  public:
    SharedEffects(const SearchSpace& space, const std::map<PromiseOnDay, std::size_t>& numbers, const Evaluation& now)
        : space_{space}, numbers_{numbers}, now_{now} {}

    void share_out(const std::vector<Candidate*>& people) const {
        std::map<PromiseOnDay, NumberEffect> sums;  // by promise, and 0 for days
        for (const Candidate* person : people)
            for (const NumberEffect& effect : person->effects)
                if (const Instance& number = now_.instances[effect.instance]; is_shared(*person, number)) {
                    NumberEffect& sum = sums[{number.promise, number.day ? 0 : whole_horizon}];
                    sum.mean += effect.mean;
                    sum.error = std::hypot(sum.error, effect.error);
                }
        const auto count = static_cast<double>(people.size());
        for (Candidate* person : people)
            for (const auto& [promise, sum] : sums) {
                const double own = promise.second == whole_horizon ? 0.0 : 0.5;
                const auto number = numbers_.find({promise.first, own > 0.0 ? day_of(*person) : whole_horizon});
                if (number == numbers_.end()) continue;
                NumberEffect& effect = effect_on(*person, number->second);
                effect.mean = own * effect.mean + (1.0 - own) * sum.mean / count;
                effect.error = std::hypot(own * effect.error, (1.0 - own) * sum.error / count);
            }
    }

  private:
    int day_of(const Candidate& person) const { return space_.day_of_interval[person.saving.steps.front().interval]; }
    bool is_shared(const Candidate& person, const Instance& number) const {
        return !number.interval && (!number.day || *number.day == day_of(person));
    }

    const SearchSpace& space_;
    const std::map<PromiseOnDay, std::size_t>& numbers_;
    const Evaluation& now_;
};

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
            lost_.emplace_back();
            can_lose_.emplace_back();
            for (std::size_t i = 0; i < space.intervals(); ++i) {
                lost_.back().push_back(shape.agents[t][i] - plan.agents[t][i]);
                can_lose_.back().push_back(plan.agents[t][i] > space.least[t][i]);
            }
        }
    }

    std::vector<Candidate> of(std::vector<Candidate> candidates) {
        const std::vector<double> price = prices_of(candidates);
        std::vector<std::size_t> order(candidates.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return price[a] < price[b]; });
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

    // Shares of the room, by what is saved.
    double price_of(const Candidate& candidate) const {
        double sum = 0.0;
        for (const NumberEffect& effect : candidate.effects)
            sum += std::max(0.0, -effect.mean) / std::max(usable_room(now_.instances[effect.instance]), 1e-12);
        return sum / candidate.saving.saves;
    }

    // Of people of the same time of day their mean.
    std::vector<double> prices_of(const std::vector<Candidate>& candidates) const {
        std::vector<double> prices;
        std::map<TimeOfDay, std::pair<double, double>> of_time;  // sum, count
        for (const Candidate& candidate : candidates) {
            prices.push_back(price_of(candidate));
            auto& [sum, count] = of_time[time_of(candidate)];
            sum += prices.back();
            count += 1.0;
        }
        for (std::size_t c = 0; c < candidates.size(); ++c)
            if (is_one_person(candidates[c].saving)) {
                const auto& [sum, count] = of_time[time_of(candidates[c])];
                prices[c] = sum / count;
            }
        return prices;
    }

    TimeOfDay time_of(const Candidate& candidate) const {
        const StaffStep& step = candidate.saving.steps.front();
        return {step.team, time_of_day_[step.interval]};
    }

    bool may_go(const Candidate& candidate, std::size_t others, bool in_shape) const {
        if (others >= limits_.most) return false;
        if (in_shape && is_one_person(candidate.saving) && !keeps_shape(candidate.saving.steps.front())) return false;
        return std::all_of(candidate.effects.begin(), candidate.effects.end(), [&](const NumberEffect& effect) {
            if (effect.mean >= 0.0) return true;
            const Instance& number = now_.instances[effect.instance];
            const double room = usable_room(number);
            const double used = used_[effect.instance];
            return used - effect.mean <= (used > 0.0 ? limits_.part * room : room);
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
        for (const StaffStep& step : candidate.saving.steps) lost_[step.team][step.interval] -= step.by;
        return std::move(candidate);
    }

    const SearchSpace& space_;
    const Evaluation& now_;
    const BatchLimits& limits_;
    std::vector<double> used_;            // by instance
    std::vector<std::vector<int>> lost_;  // [team][interval]
    std::vector<std::vector<bool>> can_lose_;
    std::vector<std::size_t> time_of_day_;  // by interval
};

}  // namespace

void share_out_over_days(const SearchSpace& space, const Evaluation& now, std::vector<Candidate>& candidates) {
    if (!space.stands_for.empty()) return;  // one number for many days already
    const std::vector<std::size_t> times = times_of_day(space);
    std::map<TimeOfDay, std::vector<Candidate*>> of_time;
    for (Candidate& candidate : candidates)
        if (const StaffStep& step = candidate.saving.steps.front(); is_one_person(candidate.saving))
            of_time[{step.team, times[step.interval]}].push_back(&candidate);
    const auto numbers = numbers_of_days(now);
    const SharedEffects shared{space, numbers, now};
    for (const auto& [time, people] : of_time) shared.share_out(people);
}

double used_of(const Candidate& candidate, std::size_t instance) {
    for (const NumberEffect& effect : candidate.effects)
        if (effect.instance == instance) return std::max(0.0, -effect.mean);
    return 0.0;
}

std::vector<Candidate> batch_of(const SearchSpace& space, const StaffingPlan& plan, const StaffingPlan& shape,
                                const Evaluation& now, std::vector<Candidate> candidates, const BatchLimits& limits) {
    return Batch{space, plan, shape, now, limits}.of(std::move(candidates));
}

std::vector<bool> failed_of(const Evaluation& now, const Evaluation& then) {
    std::vector<bool> failed;
    for (std::size_t k = 0; k < now.instances.size(); ++k) {
        const Instance& number = then.instances[k];
        const bool is_spent = usable_room(number) < 0.0 || number.room >= 0.0;  // with room it fails for another reason
        failed.push_back(now.instances[k].holds && !number.holds && is_spent);
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
