// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/enumerate.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <set>

namespace freiton::staffing {

namespace {

constexpr std::size_t most_variables = 10;
constexpr std::size_t most_plans = 50'000;  // that are cheaper and may hold
constexpr std::int64_t most_looks = 20;     // all of them together take no longer than so many close looks at one plan

using Counts = std::vector<int>;  // all teams and intervals in one row

class Enumeration {
  public:
    Enumeration(const SearchSpace& space, const Ask& evaluate, SearchResult& result)
        : evaluate_{evaluate}, result_{result} {
        for (std::size_t t = 0; t < space.teams(); ++t)
            for (std::size_t i = 0; i < space.intervals(); ++i) {
                found_.push_back(result.plan.agents[t][i]);
                most_.push_back(space.most[t][i]);
                low_.push_back(space.least[t][i]);
                cost_.push_back(space.cost[t] * space.times(i));
            }
    }

    bool run(const std::function<bool()>& stopped) {
        if (std::any_of(cost_.begin(), cost_.end(), [](double cost) { return cost <= 0.0; }))
            return false;  // who costs nothing is in cheaper plans without bound
        high_ = most_in_a_cheaper_plan();
        raise_lower_bounds();
        high_ = most_in_a_cheaper_plan();
        const double limit = cost_of(found_) * (1.0 - 1e-12);
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        std::set<Counts> seen = {low_};
        open.push({cost_of(low_), low_});
        while (!open.empty()) {
            if (stopped() || seen.size() > most_plans || is_long()) return false;
            const Entry entry = open.top();
            open.pop();
            if (entry.cost >= limit) return true;  // nothing cheaper is left
            if (holds(entry.counts)) return true;
            for (std::size_t k = 0; k < entry.counts.size(); ++k) {
                Counts more = entry.counts;
                if (++more[k] <= high_[k] && cost_of(more) < limit && seen.insert(more).second)
                    open.push({cost_of(more), std::move(more)});
            }
        }
        return true;
    }

  private:
    struct Entry {
        double cost;
        Counts counts;
        friend bool operator>(const Entry& a, const Entry& b) {
            return a.cost != b.cost ? a.cost > b.cost : a.counts > b.counts;
        }
    };

    double cost_of(const Counts& counts) const {
        double sum = 0.0;
        for (std::size_t k = 0; k < counts.size(); ++k) sum += cost_[k] * counts[k];
        return sum;
    }

    StaffingPlan plan_of(const Counts& counts) const {
        StaffingPlan plan = result_.plan;
        std::size_t k = 0;
        for (auto& team : plan.agents)
            for (int& agents : team) agents = counts[k++];
        return plan;
    }

    // As many as can be paid where everybody else is at the least.
    Counts most_in_a_cheaper_plan() const {
        const double left = cost_of(found_) - cost_of(low_);
        Counts most = most_;
        for (std::size_t k = 0; k < most.size(); ++k)
            most[k] = static_cast<int>(std::min<double>(most[k], low_[k] + std::floor(left / cost_[k] + 1e-9)));
        return most;
    }

    // With everybody else at the most: fewer than that can never hold.
    void raise_lower_bounds() {
        for (std::size_t k = 0; k < low_.size(); ++k) {
            Counts counts = high_;
            for (counts[k] = found_[k] - 1; counts[k] >= low_[k]; --counts[k])
                if (!evaluated(plan_of(counts)).holds()) {
                    low_[k] = counts[k] + 1;
                    break;
                }
        }
    }

    Evaluation evaluated(const StaffingPlan& plan) {
        Evaluation evaluation = evaluate_(plan, Effort::whole);
        replications_ += evaluation.replications;
        return evaluation;
    }

    bool is_long() const { return replications_ > most_looks * std::max<std::int64_t>(1, result_.replications); }

    bool holds(const Counts& counts) {
        StaffingPlan plan = plan_of(counts);
        Evaluation evaluation = evaluated(plan);
        if (!evaluation.holds()) return false;
        result_.plan = std::move(plan);
        result_.evaluation = std::move(evaluation);
        return true;
    }

    const Ask& evaluate_;
    SearchResult& result_;
    std::int64_t replications_ = 0;
    Counts found_, most_, low_, high_;
    std::vector<double> cost_;
};

}  // namespace

bool enumerate_cheaper(const SearchSpace& space, const Ask& evaluate, SearchResult& result,
                       const std::function<bool()>& stopped) {
    if (space.teams() * space.intervals() > most_variables) return false;
    return Enumeration{space, evaluate, result}.run(stopped);
}

}  // namespace freiton::staffing
