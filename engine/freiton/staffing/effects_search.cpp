// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/effects_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "freiton/staffing/looks.hpp"
#include "freiton/staffing/master.hpp"

namespace freiton::staffing {

namespace {

constexpr int most_rounds = 12;
constexpr int most_failures = 6;  // of plans that seemed to hold, one after the other
constexpr double part_moved_at_once = 0.25;
constexpr double small_beside = 0.4;  // an effect's doubt by that of the slack that it is added to
constexpr std::size_t few_teams = 4;  // for which each is tried alone

using Agents = std::vector<std::vector<int>>;

class EffectsSearch {
  public:
    EffectsSearch(const SearchSpace& space, const StaffingPlan& start, const LookAt& look_at, const Sureness& sureness,
                  const std::function<bool()>& stop, const Found& found)
        : space_{space}, start_{space.within_limits(start)}, looks_{space, look_at, sureness, stop, found} {}

    std::optional<SearchResult> run() {
        if (!looks_.could_hold(start_)) return std::nullopt;
        Seen best = best_start();
        looks_.settle_last(*best.look);
        const auto middle = static_cast<std::int64_t>(
            std::sqrt(static_cast<double>(looks_.first()) * static_cast<double>(looks_.last())));
        if (!looks_.stopped()) best = descend(best.plan, middle, 2);
        if (!looks_.stopped()) best = descend(best.plan, looks_.last(), 1);
        if (!best.holds) return std::nullopt;
        improve(best);
        return result_of(best);
    }

  private:
    std::int64_t step_replications(std::int64_t n) const {
        return n <= looks_.first() ? std::max<std::int64_t>(16, n / 2) : std::min(n, 2 * looks_.first());
    }

    // In one team either those who can be spared are wanted, where everything holds, or those who help.
    void play_steps(const Seen& at, std::int64_t n) {
        std::vector<StaffStep> steps = steps_from(space_, at.plan);
        if (space_.teams() == 1) std::erase_if(steps, [&](const StaffStep& step) { return (step.by < 0) != at.holds; });
        at.look->play_steps(steps, std::min(at.look->replications(), step_replications(n)));
    }

    static double people(const StaffingPlan& plan) {
        double sum = 0.0;
        for (const auto& team : plan.agents)
            for (const int agents : team) sum += agents;
        return sum;
    }

    // From plan to plan until the programme has nothing new; the cheapest that holds, or the last. After a plan that
    // should have held and does not, smaller steps are made.
    Seen descend(StaffingPlan plan, std::int64_t n, int reach) {
        std::set<Agents> seen;
        std::optional<Seen> best;
        Seen at;
        double moves = std::max(8.0, part_moved_at_once * people(plan));
        for (int round = 0; round < most_rounds; ++round) {
            const bool held = at.holds;
            at = looks_.at(plan, n);
            if (held && !at.holds) moves = std::max(2.0, moves / 2.0);
            play_steps(at, n);
            if (at.holds && (!best || at.cost < best->cost)) best = at;
            if (!seen.insert(plan.agents).second || looks_.stopped()) break;
            const auto least = looks_.needed(*at.look);
            auto next = next_plan({space_, plan, start_, *at.look, least, reach, {}, moves});
            if (!next || seen.contains(next->agents)) break;
            plan = *std::move(next);
        }
        return best ? *best : at;
    }

    Seen best_start() {
        Seen best = descend(start_, looks_.first(), 3);
        for (std::size_t t = 0; space_.teams() > 1 && space_.teams() <= few_teams && t < space_.teams(); ++t) {
            const auto serves = [&](const std::vector<bool>& teams) { return teams[t]; };
            if (looks_.stopped() || !std::all_of(space_.helps.begin(), space_.helps.end(), serves)) continue;
            StaffingPlan alone = start_;
            for (std::size_t i = 0; i < space_.intervals(); ++i) {
                int all = 0;
                for (auto& team : alone.agents) all += std::exchange(team[i], 0);
                alone.agents[t][i] = all;
            }
            Seen other = descend(space_.within_limits(std::move(alone)), looks_.first(), 3);
            if (other.holds && (!best.holds || other.cost < best.cost)) best = std::move(other);
        }
        return best;
    }

    void take(Seen& best, Seen other) {
        other.look->play_steps(steps_from(space_, other.plan), step_replications(looks_.last()));
        best = std::move(other);
    }

    // Cheaper plans near one that holds, as the programme sees them; those that turn out to fail teach it caution.
    void improve(Seen& best) {
        best.look->play_steps(steps_from(space_, best.plan), step_replications(looks_.last()));
        for (int failures = 0; failures < most_failures && !looks_.stopped();) {
            const auto least = looks_.needed(*best.look);
            const auto next = next_plan({space_, best.plan, start_, *best.look, least, 1, best.cost});
            if (!next || failed_.contains(next->agents)) break;
            Seen other = looks_.at(*next, looks_.last());
            if (other.holds) {
                take(best, std::move(other));
                failures = 0;
                continue;
            }
            failed_.insert(next->agents);
            looks_.learn(best, other);
            ++failures;
        }
        looks_.forget();
        while (!looks_.stopped() && spare_one(best)) {
        }
    }

    StaffingPlan without(const StaffingPlan& plan, const StaffStep& step) const {
        StaffingPlan fewer = plan;
        fewer.agents[step.team][step.interval] += step.by;
        return fewer;
    }

    // Who might be spared, by what is known so far.
    std::vector<StaffStep> perhaps_spared(const Seen& best) const {
        std::vector<StaffStep> open;
        for (const StaffStep& step : steps_from(space_, best.plan))
            if (step.by < 0 && !failed_.contains(without(best.plan, step).agents) && !is_missed(best, step))
                open.push_back(step);
        return open;
    }

    // Looks at them more and more closely. True if somebody was spared.
    bool spare_one(Seen& best) {
        std::vector<StaffStep> open = perhaps_spared(best);
        for (std::int64_t m = step_replications(looks_.last()); !open.empty() && m < looks_.last() && !looks_.stopped();
             m *= 2) {
            best.look->play_steps(open, std::min(looks_.last(), 2 * m));
            open = perhaps_spared(best);
        }
        for (const StaffStep& step : open) {
            if (looks_.stopped()) return false;
            Seen other = looks_.at(without(best.plan, step), looks_.last());
            if (other.holds) {
                take(best, std::move(other));
                return true;
            }
            failed_.insert(other.plan.agents);
        }
        return false;
    }

    bool is_missed(const Seen& best, const StaffStep& step) const {
        const auto slacks = best.look->slacks();
        const auto least = looks_.needed(*best.look);
        const bool exact = best.look->step_replications(step) >= best.look->replications();
        for (const SlackEffect& e : best.look->effects(step)) {
            const Slack& slack = slacks[e.instance];
            const double doubt = exact || e.error < small_beside * slack.error ? 0.0 : 2.0 * e.error;
            if (slack.base > 0.0 && slack.mean + e.mean + doubt < least[e.instance]) return true;
        }
        return false;
    }

    SearchResult result_of(const Seen& best) const {
        SearchResult result{.plan = best.plan, .evaluation = {}, .evaluations = looks_.plans_tried()};
        result.replications = result.evaluation.replications = best.look->replications();
        const auto slacks = best.look->slacks();
        for (const Slack& s : slacks) result.evaluation.instances.push_back(instance_of(s, s.mean, s.error));
        for (const StaffStep& step : steps_from(space_, best.plan))
            if (const auto broken = most_broken(best, step); step.by < 0 && broken)
                result.needed.push_back({step.team, step.interval, *broken});
        return result;
    }

    static Instance instance_of(const Slack& s, double slack, double error) {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        const bool known = s.base > 0.0;
        return {s.promise, s.interval, s.day, known ? s.value_of(slack) : unknown,
                known ? errors_of_half_width * error / s.base : unknown};
    }

    // Of the numbers that a step moves the one that is least ahead then.
    std::optional<Instance> most_broken(const Seen& best, const StaffStep& step) const {
        const auto slacks = best.look->slacks();
        const auto least = looks_.needed(*best.look);
        std::optional<Instance> broken;
        double worst = 0.0;
        for (const SlackEffect& e : best.look->effects(step)) {
            const Slack& s = slacks[e.instance];
            const double ahead = (s.mean + e.mean - least[e.instance]) / s.base;
            if (s.base <= 0.0 || ahead >= worst) continue;
            worst = ahead;
            broken = instance_of(s, s.mean + e.mean, e.error);
            broken->holds = false;
        }
        return broken;
    }

    const SearchSpace& space_;
    const StaffingPlan start_;
    Looks looks_;
    std::set<Agents> failed_;  // plans that were seen not to hold, at last
};

}  // namespace

std::optional<SearchResult> search_by_effects(const SearchSpace& space, const StaffingPlan& start,
                                              const LookAt& look_at, const Sureness& sureness,
                                              const std::function<bool()>& stop, const Found& found) {
    return EffectsSearch{space, start, look_at, sureness, stop, found}.run();
}

}  // namespace freiton::staffing
