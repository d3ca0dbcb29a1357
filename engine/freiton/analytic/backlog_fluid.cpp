// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/backlog_fluid.hpp"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

constexpr double rounding_of_work = 1e-12;  // of the total work

std::vector<std::size_t> by_release(const std::vector<Cohort>& cohorts) {
    std::vector<std::size_t> order(cohorts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cohorts[a].release < cohorts[b].release; });
    return order;
}

// Cohorts that may be worked on, the one that is due earliest on top.
class WaitingItems {
  public:
    explicit WaitingItems(const std::vector<Cohort>& cohorts) : later_{&cohorts}, queue_{later_} {}
    void add(std::size_t cohort) { queue_.push(cohort); }
    bool empty() const { return queue_.empty(); }
    std::size_t first() const { return queue_.top(); }
    void pop() { queue_.pop(); }

  private:
    struct Later {
        const std::vector<Cohort>* cohorts;
        bool operator()(std::size_t a, std::size_t b) const {
            const Cohort& x = (*cohorts)[a];
            const Cohort& y = (*cohorts)[b];
            return std::tie(x.urgency, x.due, x.release, a) > std::tie(y.urgency, y.due, y.release, b);
        }
    };
    Later later_;
    std::priority_queue<std::size_t, std::vector<std::size_t>, Later> queue_;
};

}  // namespace

FluidOutcome earliest_due_first(const std::vector<Cohort>& cohorts, const std::vector<double>& capacity_h) {
    const std::size_t slots = capacity_h.size();
    FluidOutcome result;
    result.on_time_h.assign(cohorts.size(), 0.0);
    result.late_h.assign(slots, 0.0);
    std::vector<double> left_h;
    for (const Cohort& cohort : cohorts) {
        EXPECTS(cohort.release <= cohort.due && cohort.due < slots && cohort.work_h >= 0.0);
        left_h.push_back(cohort.work_h);
        result.total_h += cohort.work_h;
    }
    const double nothing = rounding_of_work * result.total_h;
    const std::vector<std::size_t> arriving = by_release(cohorts);
    auto next = arriving.begin();
    auto oldest = arriving.begin();
    WaitingItems waiting{cohorts};
    double backlog_h = 0.0;
    for (std::size_t slot = 0; slot < slots; ++slot) {
        for (; next != arriving.end() && cohorts[*next].release == slot; ++next) {
            if (left_h[*next] > nothing) waiting.add(*next);
            backlog_h += left_h[*next];
        }
        double free_h = capacity_h[slot];
        while (free_h > 0.0 && !waiting.empty()) {
            const std::size_t first = waiting.first();
            const double done_h = left_h[first] - free_h <= nothing ? left_h[first] : free_h;
            left_h[first] -= done_h;
            free_h = std::max(0.0, free_h - done_h);
            backlog_h -= done_h;
            if (slot <= cohorts[first].due) result.on_time_h[first] += done_h;
            result.portions.push_back({first, slot, done_h});
            if (left_h[first] == 0.0) waiting.pop();
        }
        while (oldest != next && left_h[*oldest] <= nothing) ++oldest;
        if (oldest == next) backlog_h = 0.0;  // what rounding_of_work has left
        result.completed_h.push_back(capacity_h[slot] - free_h);
        result.backlog_h.push_back(backlog_h);
        result.oldest.push_back(oldest == next ? std::nullopt : std::optional{cohorts[*oldest].release});
    }
    for (std::size_t c = 0; c < cohorts.size(); ++c) {
        const double late_h = cohorts[c].work_h - result.on_time_h[c];
        if (late_h <= nothing) continue;
        result.late_h[cohorts[c].due] += late_h;
        result.total_late_h += late_h;
        result.feasible = false;
    }
    return result;
}

}  // namespace freiton::analytic
