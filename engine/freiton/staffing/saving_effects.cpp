// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/saving_effects.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/staffing/sureness.hpp"

namespace freiton::staffing {

namespace {

constexpr double small_beside_number = 0.5;  // an effect's doubt by that of the number: it adds an eighth
constexpr int days_of_reach = 2;             // a weekend's
constexpr double part_of_half_width_used = 0.1;

// Whether the effect is known well enough beside the number itself, whose doubt is kept anyway. Over a day or the
// horizon one person moves it by little, and is kept by mistake at as little cost.
bool is_known(const NumberEffect& effect, const Instance& number) {
    const double small = small_beside_number * (number.interval ? 1.0 : 2.0);
    return !(number.half_width > 0.0) || effect.error <= small * number.half_width / errors_of_half_width;
}

}  // namespace

bool is_in_reach(const SearchSpace& space, std::size_t interval, const Instance& number) {
    if (number.interval) return interval <= *number.interval && *number.interval - interval <= reach_of_interval;
    const int day = space.day_of_interval[interval];
    return !number.day || (day <= *number.day && *number.day - day <= days_of_reach);
}

double usable_room(const Instance& number) {
    return number.room + (std::isnan(number.half_width) ? 0.0 : part_of_half_width_used * number.half_width);
}

std::vector<NumberEffect> effects_of(const SearchSpace& space, const Saving& saving, const Look& look,
                                     const std::vector<Slack>& slacks, const Evaluation& now) {
    std::vector<NumberEffect> sum;
    for (const StaffStep& step : saving.steps)
        for (const SlackEffect& effect : look.effects(step)) {
            const double base = slacks[effect.instance].base;
            const bool by_chance = std::abs(effect.mean) <= errors_ahead * effect.error;
            if (base <= 0.0 || (by_chance && !is_in_reach(space, step.interval, now.instances[effect.instance])))
                continue;
            const auto same = [&](const NumberEffect& other) { return other.instance == effect.instance; };
            auto found = std::find_if(sum.begin(), sum.end(), same);
            if (found == sum.end()) found = sum.insert(sum.end(), {effect.instance, 0.0, 0.0});
            found->mean += effect.mean / base;
            found->error = std::hypot(found->error, effect.error / base);
        }
    return sum;
}

Fate fate_of(const std::vector<NumberEffect>& effects, const Evaluation& now) {
    Fate fate = Fate::kept;
    for (const NumberEffect& effect : effects) {
        const Instance& number = now.instances[effect.instance];
        const double left = usable_room(number) + effect.mean;
        const double doubt = errors_ahead * effect.error;
        if (effect.mean >= 0.0 || left >= 0.0) continue;  // whoever takes it will see
        if (left + doubt < 0.0 || is_known(effect, number)) return Fate::missed;
        fate = Fate::open;
    }
    return fate;
}

std::optional<Instance> broken_by(const std::vector<NumberEffect>& effects, const Evaluation& now,
                                  const std::vector<Slack>& slacks) {
    std::optional<Instance> broken;
    double most = 0.0;
    for (const NumberEffect& effect : effects) {
        const Instance& number = now.instances[effect.instance];
        const double used = -effect.mean / std::max(usable_room(number), 1e-12);
        if (used <= most) continue;
        most = used;
        broken = number;
        broken->value = std::max(0.0, number.value + (slacks[effect.instance].at_least ? 1.0 : -1.0) * effect.mean);
        broken->half_width = std::hypot(number.half_width, errors_of_half_width * effect.error);
        broken->holds = broken->close = false;
    }
    return broken;
}

}  // namespace freiton::staffing
