// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/effects_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "freiton/staffing/master.hpp"

namespace freiton::staffing {

namespace {

constexpr double errors_ahead = 2.5;  // standard errors that a promise must be ahead
constexpr double errors_beyond_doubt = 4.0;
constexpr double contacts_of_first_look = 60'000;
constexpr std::int64_t least_replications = 40;
constexpr std::int64_t most_of_first_look = 500;
constexpr int most_rounds = 12;
constexpr int most_failures = 6;  // of plans that seemed to hold, one after the other
constexpr double part_moved_at_once = 0.25;
constexpr double near_its_promise = 0.1;  // share of its base within which a slack decides how closely is looked
constexpr double small_beside = 0.4;      // an effect's doubt by that of the slack that it is added to
constexpr std::size_t few_teams = 4;      // for which each is tried alone

using Agents = std::vector<std::vector<int>>;

struct Seen {
    StaffingPlan plan{};
    std::shared_ptr<Look> look{};
    bool holds = false;
    double cost = 0.0;
};

class EffectsSearch {
  public:
    EffectsSearch(const SearchSpace& space, const StaffingPlan& start, const LookAt& look_at, const Sureness& sureness,
                  const std::function<bool()>& stop)
        : space_{space}, start_{space.within_limits(start)}, look_at_{look_at}, sureness_{sureness}, stop_{stop} {}

    std::optional<SearchResult> run() {
        if (!plan_first_look()) return std::nullopt;
        Seen best = best_start();
        plan_last_look(*best.look);
        const auto middle =
            static_cast<std::int64_t>(std::sqrt(static_cast<double>(first_) * static_cast<double>(last_)));
        if (!stopped()) best = descend(best.plan, middle, 2);
        if (!stopped()) best = descend(best.plan, last_, 1);
        if (!best.holds) return std::nullopt;
        improve(best);
        return result_of(best);
    }

  private:
    bool stopped() const { return stop_ && stop_(); }

    std::shared_ptr<Look> new_look(const StaffingPlan& plan) {
        ++plans_tried_;
        return look_at_(plan);
    }

    // Whether more people than could be of use are enough.
    bool plan_first_look() {
        int peak = 0;
        for (const auto& team : start_.agents) peak = std::max(peak, *std::max_element(team.begin(), team.end()));
        StaffingPlan plenty = start_;
        for (auto& team : plenty.agents) std::fill(team.begin(), team.end(), 3 * peak + 50);
        const auto look = new_look(space_.within_limits(std::move(plenty)));
        look->play(least_replications);
        const auto wanted = static_cast<std::int64_t>(contacts_of_first_look / std::max(1.0, look->contacts()));
        first_ = std::clamp(wanted, least_replications, most_of_first_look);
        last_ = most_replications(*look);
        extra_.assign(look->slacks().size(), 0.0);
        const auto slacks = look->slacks();
        return std::none_of(slacks.begin(), slacks.end(), [](const Slack& slack) {
            return slack.base > 0.0 && slack.mean + errors_ahead * slack.error < 0.0;
        });
    }

    std::int64_t most_replications(const Look& look) const {
        return std::max(first_, static_cast<std::int64_t>(sureness_.most_contacts / std::max(1.0, look.contacts())));
    }

    // The last decisions rest on so many replications that every number near its promise is known well.
    void plan_last_look(const Look& look) {
        auto most = static_cast<double>(first_);
        for (const Slack& s : look.slacks()) {
            if (s.base <= 0.0) continue;
            const bool time = s.wanted > 1.0;
            if (!time && std::abs(s.mean) > near_its_promise * s.base) continue;
            const double known = time ? sureness_.half_width_time * s.wanted : sureness_.half_width_share;
            const double ratio = 1.96 * s.error / s.base / known;
            most = std::max(most, static_cast<double>(look.replications()) * ratio * ratio);
        }
        last_ = static_cast<std::int64_t>(std::min(most, static_cast<double>(most_replications(look))));
    }

    // The slack that each number needs: as much as will be sure once the last number of replications is there.
    std::vector<double> needed(const Look& look) const {
        const double part = static_cast<double>(look.replications()) / static_cast<double>(last_);
        std::vector<double> needed;
        for (const Slack& slack : look.slacks())
            needed.push_back(errors_ahead * slack.error * std::sqrt(std::min(1.0, part)) -
                             1e-12 * slack.base * slack.wanted + extra_[needed.size()]);
        return needed;
    }

    bool holds(const Look& look) const {
        const auto slacks = look.slacks();
        const auto least = needed(look);
        for (std::size_t k = 0; k < slacks.size(); ++k)
            if (slacks[k].base > 0.0 && slacks[k].mean < least[k]) return false;
        return true;
    }

    static bool clearly_fails(const Look& look) {
        const auto slacks = look.slacks();
        return std::any_of(slacks.begin(), slacks.end(), [](const Slack& slack) {
            return slack.base > 0.0 && slack.mean + errors_beyond_doubt * slack.error < 0.0;
        });
    }

    // Fewer where it is clear sooner that the plan fails.
    Seen looked(const StaffingPlan& plan, std::int64_t n) {
        Seen seen{plan, new_look(plan), false, space_.cost_of(plan)};
        for (std::int64_t at = std::min(n, first_);; at = std::min(n, 3 * at)) {
            seen.look->play(at);
            if (at == n || stopped() || clearly_fails(*seen.look)) break;
        }
        seen.holds = holds(*seen.look);
        return seen;
    }

    std::int64_t step_replications(std::int64_t n) const {
        return n <= first_ ? std::max<std::int64_t>(16, n / 2) : std::min(n, 2 * first_);
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
            at = looked(plan, n);
            if (held && !at.holds) moves = std::max(2.0, moves / 2.0);
            play_steps(at, n);
            if (at.holds && (!best || at.cost < best->cost)) best = at;
            if (!seen.insert(plan.agents).second || stopped()) break;
            const auto least = needed(*at.look);
            auto next = next_plan({space_, plan, start_, *at.look, least, reach, {}, moves});
            if (!next || seen.contains(next->agents)) break;
            plan = *std::move(next);
        }
        return best ? *best : at;
    }

    Seen best_start() {
        Seen best = descend(start_, first_, 3);
        for (std::size_t t = 0; space_.teams() > 1 && space_.teams() <= few_teams && t < space_.teams(); ++t) {
            const auto serves = [&](const std::vector<bool>& teams) { return teams[t]; };
            if (stopped() || !std::all_of(space_.helps.begin(), space_.helps.end(), serves)) continue;
            StaffingPlan alone = start_;
            for (std::size_t i = 0; i < space_.intervals(); ++i) {
                int all = 0;
                for (auto& team : alone.agents) all += std::exchange(team[i], 0);
                alone.agents[t][i] = all;
            }
            Seen other = descend(space_.within_limits(std::move(alone)), first_, 3);
            if (other.holds && (!best.holds || other.cost < best.cost)) best = std::move(other);
        }
        return best;
    }

    void take(Seen& best, Seen other) {
        other.look->play_steps(steps_from(space_, other.plan), step_replications(last_));
        best = std::move(other);
    }

    // Cheaper plans near one that holds, as the programme sees them; those that turn out to fail teach it caution.
    void improve(Seen& best) {
        best.look->play_steps(steps_from(space_, best.plan), step_replications(last_));
        for (int failures = 0; failures < most_failures && !stopped();) {
            const auto least = needed(*best.look);
            const auto next = next_plan({space_, best.plan, start_, *best.look, least, 1, best.cost});
            if (!next || failed_.contains(next->agents)) break;
            Seen other = looked(*next, last_);
            if (other.holds) {
                take(best, std::move(other));
                failures = 0;
                continue;
            }
            failed_.insert(next->agents);
            learn(best, other);
            ++failures;
        }
        std::fill(extra_.begin(), extra_.end(), 0.0);
        while (!stopped() && spare_one(best)) {
        }
    }

    // What was predicted of the plan that failed, less what came.
    void learn(const Seen& best, const Seen& other) {
        std::vector<double> predicted;
        for (const Slack& slack : best.look->slacks()) predicted.push_back(slack.mean);
        for (std::size_t t = 0; t < space_.teams(); ++t)
            for (std::size_t i = 0; i < space_.intervals(); ++i) {
                const int by = other.plan.agents[t][i] - best.plan.agents[t][i];
                if (by == 0) continue;
                for (const SlackEffect& e : best.look->effects({t, i, by})) predicted[e.instance] += e.mean;
            }
        const auto slacks = other.look->slacks();
        const auto least = needed(*other.look);
        for (std::size_t k = 0; k < slacks.size(); ++k)
            if (slacks[k].base > 0.0 && slacks[k].mean < least[k])
                extra_[k] += std::max(0.0, predicted[k] - slacks[k].mean) + 1e-6 * slacks[k].base;
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
        for (std::int64_t m = step_replications(last_); !open.empty() && m < last_ && !stopped(); m *= 2) {
            best.look->play_steps(open, std::min(last_, 2 * m));
            open = perhaps_spared(best);
        }
        for (const StaffStep& step : open) {
            if (stopped()) return false;
            Seen other = looked(without(best.plan, step), last_);
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
        const auto least = needed(*best.look);
        const bool exact = best.look->step_replications(step) >= best.look->replications();
        for (const SlackEffect& e : best.look->effects(step)) {
            const Slack& slack = slacks[e.instance];
            const double doubt = exact || e.error < small_beside * slack.error ? 0.0 : 2.0 * e.error;
            if (slack.base > 0.0 && slack.mean + e.mean + doubt < least[e.instance]) return true;
        }
        return false;
    }

    SearchResult result_of(const Seen& best) const {
        SearchResult result{.plan = best.plan, .evaluation = {}, .evaluations = plans_tried_};
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
                known ? 1.96 * error / s.base : unknown};
    }

    // Of the numbers that a step moves the one that is least ahead then.
    std::optional<Instance> most_broken(const Seen& best, const StaffStep& step) const {
        const auto slacks = best.look->slacks();
        const auto least = needed(*best.look);
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
    const LookAt& look_at_;
    const Sureness& sureness_;
    const std::function<bool()>& stop_;
    std::vector<double> extra_;  // slack that failures have taught to keep
    std::set<Agents> failed_;    // plans that were seen not to hold, at last
    int plans_tried_ = 0;
    std::int64_t first_ = least_replications;
    std::int64_t last_ = least_replications;
};

}  // namespace

std::optional<SearchResult> search_by_effects(const SearchSpace& space, const StaffingPlan& start,
                                              const LookAt& look_at, const Sureness& sureness,
                                              const std::function<bool()>& stop) {
    return EffectsSearch{space, start, look_at, sureness, stop}.run();
}

}  // namespace freiton::staffing
