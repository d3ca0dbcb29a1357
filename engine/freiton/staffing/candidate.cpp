// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/candidate.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace freiton::staffing {

double used_of(const Candidate& candidate, std::size_t instance) {
    for (const NumberEffect& effect : candidate.effects)
        if (effect.instance == instance) return std::max(0.0, -effect.mean);
    return 0.0;
}

NumberEffect& effect_on(Candidate& person, std::size_t instance) {
    for (NumberEffect& effect : person.effects)
        if (effect.instance == instance) return effect;
    return person.effects.emplace_back(NumberEffect{instance});
}

std::vector<std::size_t> times_of_day(const SearchSpace& space) {
    std::vector<std::size_t> times;
    for (std::size_t i = 0; i < space.intervals(); ++i)
        times.push_back(i > 0 && space.day_of_interval[i] == space.day_of_interval[i - 1] ? times.back() + 1 : 0);
    return times;
}

namespace {

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

}  // namespace freiton::staffing
