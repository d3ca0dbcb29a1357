// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/model/promises.hpp"
#include "freiton/simulation/half_width.hpp"
#include "freiton/staffing/savings_look.hpp"
#include "freiton/staffing/sureness.hpp"
#include "freiton/study/explain.hpp"
#include "freiton/study/more_never_hurts.hpp"
#include "freiton/study/search_space.hpp"

namespace freiton::study {

namespace {

// The same promise in the whole scenario, where works and teams have other indices.
std::size_t index_in_whole(const Scenario& whole, const std::vector<Promise>& promises, const Scenario& part,
                           const Promise& promise) {
    const auto same = [&](const Promise& other) {
        if (!promise.is_like(other)) return false;
        return promise.team ? whole.teams()[*other.team].name == part.teams()[*promise.team].name
                            : whole.work()[*other.work].name == part.work()[*promise.work].name;
    };
    return static_cast<std::size_t>(std::find_if(promises.begin(), promises.end(), same) - promises.begin());
}

// What one person more does, by branches on other random numbers than those by which the plan was judged.
class OneMore {
  public:
    OneMore(const staffing::Part& part, const staffing::SearchResult& found, const staffing::LookAt& look_at)
        : promises_{promises_of(part.scenario)},
          space_{search_space(part.scenario)},
          found_{found},
          look_{space_, look_at(found.plan), staffing::least_of_effects} {}

    // [team of the part][interval]
    std::vector<std::vector<std::optional<Effect>>> effects() {
        std::vector<std::vector<std::optional<Effect>>> effects(space_.teams(),
                                                                std::vector<std::optional<Effect>>(space_.intervals()));
        const std::vector<staffing::Saving> people = staffing::one_more(space_, found_.plan);
        look_.play(people, look_.replications_of(staffing::contacts_of_effects));
        for (const staffing::Saving& person : people) {
            const StaffStep& step = person.steps.front();
            effects[step.team][step.interval] = tightest({person, look_.effects_alone(person, found_.evaluation)});
        }
        return effects;
    }

  private:
    // Of the promises that a person there serves the one that is kept by the least: of a share in points, of a time in
    // parts of what was promised.
    std::optional<Effect> tightest(const staffing::Candidate& person) const {
        const StaffStep& step = person.saving.steps.front();
        std::optional<std::size_t> found;
        double least = 0.0;
        for (std::size_t k = 0; k < found_.evaluation.instances.size(); ++k) {
            const staffing::Instance& number = found_.evaluation.instances[k];
            if (!space_.helps[number.promise][step.team] || std::isnan(number.value)) continue;
            if (number.interval && *number.interval != step.interval) continue;
            if (number.day && *number.day != space_.day_of_interval[step.interval]) continue;
            const Promise& promise = promises_[number.promise];
            const double ahead = (promise.at_least() ? number.value - promise.wanted : promise.wanted - number.value) /
                                 std::max(1.0, promise.wanted);
            if (found && ahead >= least) continue;
            least = ahead;
            found = k;
        }
        return found ? std::optional{effect_on(person, *found)} : std::nullopt;
    }

    Effect effect_on(const staffing::Candidate& person, std::size_t instance) const {
        const staffing::Instance& number = found_.evaluation.instances[instance];
        const Promise& promise = promises_[number.promise];
        staffing::NumberEffect by{instance};
        for (const staffing::NumberEffect& effect : person.effects)
            if (effect.instance == instance) by = effect;
        const double change = promise.at_least() ? by.mean : -by.mean;
        // The change is from fewer replications than the value: their sum may leave what there can be.
        const double most = promise.is_time() ? std::numeric_limits<double>::infinity() : 1.0;
        const double reached = std::clamp(number.value + change, 0.0, most);
        const double unseen =
            promise.is_time() ? 0.0 : simulation::never_seen / static_cast<double>(look_.replications());
        const double change_half_width = std::max(staffing::errors_of_half_width * by.error, unseen);
        const double known = std::isnan(number.half_width) ? 0.0 : number.half_width;
        const double half_width = std::hypot(known, change_half_width);
        return {number.promise,
                number.interval,
                number.day,
                number.value,
                reached,
                half_width,
                promise.kept_by(reached),
                std::abs(reached - promise.wanted) > half_width,
                change_half_width};
    }

    std::vector<Promise> promises_;
    staffing::SearchSpace space_;
    const staffing::SearchResult& found_;
    staffing::SavingsLook look_;
};

double value_in(const staffing::Evaluation& evaluation, const staffing::Instance& instance) {
    for (const staffing::Instance& other : evaluation.instances)
        if (other.promise == instance.promise && other.interval == instance.interval && other.day == instance.day)
            return other.value;
    return instance.value;
}

// Where in the whole scenario an effect belongs that was seen in a part: its target there, on each day like the part's.
class InWhole {
  public:
    InWhole(const Scenario& whole, const staffing::Part& part)
        : whole_{whole},
          part_{part},
          of_whole_{promises_of(whole)},
          of_part_{promises_of(part.scenario)},
          first_day_{part.scenario.calendar().intervals().front().day} {}

    void put(std::size_t team, std::size_t interval, const Effect& effect,
             std::vector<std::vector<std::optional<Effect>>>& effects) const {
        if (interval < part_.lead_in) return;                          // who is there has other numbers
        if (part_.in_turn && !effect.interval && !effect.day) return;  // of one week, and not of the whole
        for (const std::size_t begin : part_.begins) {
            Effect there = effect;
            there.target = index_in_whole(whole_, of_whole_, part_.scenario, of_part_[effect.target]);
            if (there.interval) there.interval = IntervalIndex{begin + *there.interval};
            if (there.day) *there.day += whole_.calendar().intervals()[begin].day - first_day_;
            effects[part_.teams[team]][begin + interval] = there;
        }
    }

    Effect effect_of(const staffing::Instance& broken, double before) const {
        const Promise& promise = of_part_[broken.promise];
        return {broken.promise,
                broken.interval,
                broken.day,
                before,
                broken.value,
                broken.half_width,
                promise.kept_by(broken.value),
                std::abs(broken.value - promise.wanted) > broken.half_width};
    }

  private:
    const Scenario& whole_;
    const staffing::Part& part_;
    std::vector<Promise> of_whole_;
    std::vector<Promise> of_part_;
    int first_day_;
};

}  // namespace

void explain_part(const Scenario& scenario, const staffing::Part& part, const staffing::SearchResult& found,
                  const staffing::LookAt& look_at, const RunControl& control, Explanation& explanation) {
    const InWhole whole{scenario, part};
    explanation.plans_tried += found.evaluations;
    explanation.proven = explanation.proven && found.proven && !part.in_turn && more_never_hurts(part.scenario);
    for (const staffing::Needed& needed : found.needed)
        whole.put(needed.team, needed.interval,
                  whole.effect_of(needed.broken, value_in(found.evaluation, needed.broken)), explanation.one_fewer);
    if (found.plan.agents.empty() || control.stopped()) return;
    const auto effects = OneMore{part, found, look_at}.effects();
    for (std::size_t t = 0; t < part.teams.size(); ++t)
        for (std::size_t i = 0; i < effects[t].size(); ++i)
            if (effects[t][i]) whole.put(t, i, *effects[t][i], explanation.one_more);
}

}  // namespace freiton::study
