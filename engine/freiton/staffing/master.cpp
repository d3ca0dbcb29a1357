// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/master.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "freiton/staffing/mip_model.hpp"

namespace freiton::staffing {

namespace {

constexpr int nodes_of_a_master = 200;
constexpr double cost_of_a_missed_point = 1000.0;  // of the dearest person: misses first, cost then
constexpr double caution = 0.5;                    // standard errors
constexpr double less_for_more = 0.75;             // what one more gains, by what one fewer loses
constexpr double weight_of_evenness = 1e-3;        // of the cheapest person

class Programme {
  public:
    explicit Programme(const MasterProblem& problem)
        : problem_{problem}, space_{problem.space}, slacks_{problem.look.slacks()} {
        dearest_ = *std::max_element(space_.cost.begin(), space_.cost.end());
        cheapest_ = *std::min_element(space_.cost.begin(), space_.cost.end());
        add_people();
        for (std::size_t k = 0; k < slacks_.size(); ++k)
            if (slacks_[k].base > 0.0) add_promise(k);
        add_limits();
    }

    std::optional<StaffingPlan> solved() const {
        const auto solution = model_.solve(weight_of_evenness * cheapest_, nodes_of_a_master);
        if (!solution) return std::nullopt;
        StaffingPlan plan = problem_.middle;
        for (std::size_t v = 0; v < moves_.size(); ++v)
            plan.agents[moves_[v].team][moves_[v].interval] +=
                moves_[v].by * static_cast<int>((*solution)[static_cast<std::size_t>(moves_[v].column)]);
        return plan;
    }

  private:
    struct Move {
        std::size_t team;
        std::size_t interval;
        int by;
        int column;
    };

    void add_people() {
        for (std::size_t t = 0; t < space_.teams(); ++t)
            for (std::size_t i = 0; i < space_.intervals(); ++i) {
                const int here = problem_.middle.agents[t][i];
                const int up = std::min(problem_.reach, space_.most[t][i] - here);
                const int down = std::min(problem_.reach, here - space_.least[t][i]);
                const int more = up > 0 ? add_move(t, i, 1, up) : -1;
                const int fewer = down > 0 ? add_move(t, i, -1, down) : -1;
                if (up > 0 || down > 0) add_distance(here - problem_.ideal.agents[t][i], more, fewer);
            }
    }

    int add_move(std::size_t t, std::size_t i, int by, int most) {
        const int column = model_.add_column(by * space_.cost[t], 0.0, most, true);
        moves_.push_back({t, i, by, column});
        add_effects({t, i, by}, column);
        if (by < 0) keep_concave(t, i, column);
        return column;
    }

    // As they seem less half a standard error, for of many steps those that chance makes look good are chosen; more
    // people do no harm. A step that was not played does the opposite of the other, somewhat less or more.
    void add_effects(const StaffStep& step, int column) {
        const bool played = problem_.look.step_replications(step) > 0;
        const StaffStep opposite{step.team, step.interval, -step.by};
        const double factor = played ? 1.0 : step.by > 0 ? -less_for_more : -1.0 / less_for_more;
        for (const SlackEffect& effect : problem_.look.effects(played ? step : opposite)) {
            const double cautious = factor * effect.mean - caution * effect.error;
            effects_[effect.instance][column] = step.by > 0 ? std::max(0.0, cautious) : std::min(0.0, cautious);
        }
    }

    // Who is taken away harms at least as much as one more would help; chance must not make a gain of both.
    void keep_concave(std::size_t t, std::size_t i, int fewer) {
        if (moves_.size() < 2) return;
        const Move& more = moves_[moves_.size() - 2];
        if (more.team != t || more.interval != i || more.by != 1) return;
        for (auto& [instance, weights] : effects_) {
            const auto gain = weights.find(more.column);
            if (gain == weights.end()) continue;
            double& loss = weights[fewer];
            loss = std::min(loss, -gain->second);
        }
    }

    // A column that is at least the distance from the ideal number.
    void add_distance(int beyond, int more, int fewer) {
        for (const int free : {0, 1, 2}) {  // each person farther away counts more than the one before
            const int distance = model_.add_column(weight_of_evenness * cheapest_, 0.0, 1e6, false);
            for (const double sign : {1.0, -1.0}) {
                std::vector<std::pair<int, double>> weights = {{distance, 1.0}};
                if (more >= 0) weights.emplace_back(more, -sign);
                if (fewer >= 0) weights.emplace_back(fewer, sign);
                model_.add_row(std::move(weights), sign * beyond - free);
            }
        }
    }

    // In shares of what was promised, so that all rows are of one size.
    void add_promise(std::size_t k) {
        const Slack& slack = slacks_[k];
        const double scale = 1.0 / (slack.base * (slack.at_least ? 1.0 : std::max(slack.wanted, 1e-9)));
        const double missing = (problem_.needed[k] - slack.mean) * scale;
        std::vector<std::pair<int, double>> weights;
        double worst = 0.0;
        for (const auto& [column, weight] : effects_[k]) {
            weights.emplace_back(column, weight * scale);
            worst += std::min(0.0, weight * scale) * problem_.reach;
        }
        if (worst >= missing) return;  // whatever is done
        if (!problem_.below) {
            const int missed = model_.add_column(cost_of_a_missed_point * dearest_ * 100.0, 0.0, 1e6, false);
            weights.emplace_back(missed, 1.0);
        }
        model_.add_row(std::move(weights), missing);
    }

    void add_limits() {
        std::vector<std::pair<int, double>> cost;
        std::vector<std::pair<int, double>> count;
        for (const Move& move : moves_) {
            cost.emplace_back(move.column, -move.by * space_.cost[move.team]);
            count.emplace_back(move.column, -1.0);
        }
        if (problem_.below)
            model_.add_row(std::move(cost), space_.cost_of(problem_.middle) - *problem_.below + 1e-4 * cheapest_);
        model_.add_row(std::move(count), -problem_.most_moves);
    }

    const MasterProblem& problem_;
    const SearchSpace& space_;
    std::vector<Slack> slacks_;
    double dearest_ = 0.0;
    double cheapest_ = 0.0;
    MipModel model_;
    std::vector<Move> moves_;
    std::map<std::size_t, std::map<int, double>> effects_;  // by instance and column
};

}  // namespace

std::optional<StaffingPlan> next_plan(const MasterProblem& problem) { return Programme{problem}.solved(); }

std::vector<StaffStep> steps_from(const SearchSpace& space, const StaffingPlan& plan) {
    std::vector<StaffStep> steps;
    for (std::size_t t = 0; t < space.teams(); ++t)
        for (std::size_t i = 0; i < space.intervals(); ++i) {
            if (plan.agents[t][i] > space.least[t][i]) steps.push_back({t, i, -1});
            if (plan.agents[t][i] < space.most[t][i]) steps.push_back({t, i, 1});
        }
    return steps;
}

}  // namespace freiton::staffing
