// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/model/promises.hpp"
#include "freiton/simulation/promise_simulation.hpp"
#include "freiton/study/explain.hpp"
#include "freiton/study/more_never_hurts.hpp"
#include "freiton/study/search_space.hpp"

namespace freiton::study {

namespace {

using simulation::PromiseEstimate;
using simulation::PromiseSimulation;

constexpr std::int64_t effect_replications = 30;

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

// Of a share the points, of a time the part of what was promised that a value lies on the good side.
double slack_of(const PromiseEstimate& estimate, double value) {
    return estimate.ahead(value) / std::max(1.0, estimate.wanted);
}

class OneMore {
  public:
    OneMore(const staffing::Part& part, const staffing::SearchResult& found, const RunControl& control)
        : part_{part},
          promises_{promises_of(part.scenario)},
          space_{search_space(part.scenario)},
          found_{found},
          control_{control},
          base_{part.scenario, found.plan} {
        base_.run(effect_replications, control);
        before_ = base_.estimates();
    }

    // [team of the part][interval]
    std::vector<std::vector<std::optional<Effect>>> effects() {
        std::vector<std::vector<std::optional<Effect>>> effects(space_.teams(),
                                                                std::vector<std::optional<Effect>>(space_.intervals()));
        for (std::size_t t = 0; t < space_.teams(); ++t)
            for (const std::vector<std::size_t>& group : groups_of(t)) {
                if (control_.stopped()) return effects;
                StaffingPlan plan = found_.plan;
                for (const std::size_t i : group) ++plan.agents[t][i];
                PromiseSimulation more{part_.scenario, plan};
                more.run(effect_replications, control_);
                const auto differences = more.differences(base_, effect_replications);
                for (const std::size_t i : group) effects[t][i] = tightest(t, i, group.size(), differences);
            }
        return effects;
    }

  private:
    // Intervals whose people may be added at the same time: where promises are for intervals, far enough apart; where
    // they are for days, one a day; else those of one time of day, whose common effect is shared out.
    std::vector<std::vector<std::size_t>> groups_of(std::size_t team) const {
        const bool by_interval = std::any_of(before_.begin(), before_.end(), [&](const PromiseEstimate& e) {
            return e.interval && space_.helps[e.promise][team];
        });
        std::vector<std::vector<std::size_t>> groups;
        std::size_t of_day = 0;
        for (std::size_t i = 0; i < space_.intervals(); ++i) {
            of_day = i > 0 && space_.day_of_interval[i] == space_.day_of_interval[i - 1] ? of_day + 1 : 0;
            if (found_.plan.agents[team][i] >= space_.most[team][i]) continue;
            const std::size_t g = by_interval ? i % (2 * staffing::reach_of_interval) : of_day;
            if (groups.size() <= g) groups.resize(g + 1);
            groups[g].push_back(i);
        }
        std::erase_if(groups, [](const auto& group) { return group.empty(); });
        return groups;
    }

    // Of the promises that a person there serves the one that is kept by the least.
    std::optional<Effect> tightest(std::size_t team, std::size_t interval, std::size_t together,
                                   const std::vector<PromiseEstimate>& differences) const {
        std::optional<Effect> found;
        double least = 0.0;
        for (std::size_t k = 0; k < before_.size(); ++k) {
            const PromiseEstimate& e = before_[k];
            const double change = differences[k].value;
            if (!space_.helps[e.promise][team] || std::isnan(e.value) || std::isnan(change)) continue;
            if (e.interval && *e.interval != interval) continue;
            if (e.day && *e.day != space_.day_of_interval[interval]) continue;
            const double slack = slack_of(e, value_found(k));
            if (found && slack >= least) continue;
            least = slack;
            const double shared = e.interval || e.day ? 1.0 : static_cast<double>(together);
            const double reached = within_bounds(e, value_found(k) + change / shared);
            found = Effect{e.promise,
                           e.interval,
                           e.day,
                           value_found(k),
                           reached,
                           differences[k].half_width / shared,
                           e.kept_by(reached),
                           std::abs(e.ahead(reached)) > differences[k].half_width / shared};
        }
        return found;
    }

    // The difference is from fewer replications than the value: their sum may leave what there can be.
    double within_bounds(const PromiseEstimate& e, double value) const {
        return promises_[e.promise].is_time() ? std::max(0.0, value) : std::clamp(value, 0.0, 1.0);
    }

    // The number that the search last saw, from far more replications than here.
    double value_found(std::size_t k) const {
        const double seen = found_.evaluation.instances[k].value;
        return std::isnan(seen) ? before_[k].value : seen;
    }

    const staffing::Part& part_;
    std::vector<Promise> promises_;
    staffing::SearchSpace space_;
    const staffing::SearchResult& found_;
    const RunControl& control_;
    PromiseSimulation base_;
    std::vector<PromiseEstimate> before_;
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
                  const RunControl& control, Explanation& explanation) {
    const InWhole whole{scenario, part};
    explanation.plans_tried += found.evaluations;
    explanation.proven = explanation.proven && found.proven && more_never_hurts(part.scenario);
    for (const staffing::Needed& needed : found.needed)
        whole.put(needed.team, needed.interval,
                  whole.effect_of(needed.broken, value_in(found.evaluation, needed.broken)), explanation.one_fewer);
    if (found.plan.agents.empty() || control.stopped()) return;
    const auto effects = OneMore{part, found, control}.effects();
    for (std::size_t t = 0; t < part.teams.size(); ++t)
        for (std::size_t i = 0; i < effects[t].size(); ++i)
            if (effects[t][i]) whole.put(t, i, *effects[t][i], explanation.one_more);
}

}  // namespace freiton::study
