// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/critical_interval.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

// Largest sum of the last entries of an array, under changes of single entries.
class SuffixSums {
  public:
    explicit SuffixSums(std::size_t size) {
        while (leaves_ < size) leaves_ *= 2;
        nodes_.assign(2 * leaves_, Node{});
        for (std::size_t i = 0; i < leaves_; ++i) nodes_[leaves_ + i].from = i;
    }

    void add(std::size_t at, double value) {
        std::size_t node = leaves_ + at;
        nodes_[node].sum += value;
        nodes_[node].largest = nodes_[node].sum;
        for (node /= 2; node > 0; node /= 2) {
            const Node& left = nodes_[2 * node];
            const Node& right = nodes_[2 * node + 1];
            const bool longer = left.largest + right.sum > right.largest;
            nodes_[node] = {left.sum + right.sum, longer ? left.largest + right.sum : right.largest,
                            longer ? left.from : right.from};
        }
    }

    double largest() const { return nodes_[1].largest; }
    std::size_t from() const { return nodes_[1].from; }

  private:
    struct Node {
        double sum = 0.0;
        double largest = 0.0;  // over its suffixes that are not empty
        std::size_t from = 0;
    };
    std::size_t leaves_ = 1;
    std::vector<Node> nodes_;
};

struct Excess {
    double hours = 0.0;
    std::size_t release = 0;
    std::size_t due = 0;
};

// The interval whose work exceeds most what so many agents do. An infinite number does everything where anybody can.
Excess largest_excess(const std::vector<Cohort>& cohorts, const std::vector<std::size_t>& by_due,
                      const std::vector<double>& one_agent_h, double agents) {
    SuffixSums work_from{one_agent_h.size()};
    Excess largest;
    auto next = by_due.begin();
    for (std::size_t due = 0; due < one_agent_h.size(); ++due) {
        work_from.add(due, -agents * one_agent_h[due]);
        const bool any = next != by_due.end() && cohorts[*next].due == due;
        for (; next != by_due.end() && cohorts[*next].due == due; ++next)
            work_from.add(cohorts[*next].release, cohorts[*next].work_h);
        if (any && work_from.largest() > largest.hours) largest = {work_from.largest(), work_from.from(), due};
    }
    return largest;
}

CriticalInterval interval_of(const std::vector<Cohort>& cohorts, const std::vector<double>& one_agent_h,
                             const Excess& excess) {
    CriticalInterval interval{.release = excess.release, .due = excess.due};
    for (const Cohort& cohort : cohorts)
        if (excess.release <= cohort.release && cohort.due <= excess.due) interval.work_h += cohort.work_h;
    for (std::size_t slot = excess.release; slot <= excess.due; ++slot) interval.one_agent_h += one_agent_h[slot];
    interval.agents =
        interval.one_agent_h > 0.0 ? interval.work_h / interval.one_agent_h : std::numeric_limits<double>::infinity();
    return interval;
}

}  // namespace

std::optional<CriticalInterval> critical_interval(const std::vector<Cohort>& cohorts,
                                                  const std::vector<double>& one_agent_h) {
    std::vector<std::size_t> by_due;
    for (std::size_t c = 0; c < cohorts.size(); ++c) {
        EXPECTS(cohorts[c].release <= cohorts[c].due && cohorts[c].due < one_agent_h.size());
        if (cohorts[c].work_h > 0.0) by_due.push_back(c);
    }
    if (by_due.empty()) return std::nullopt;
    std::stable_sort(by_due.begin(), by_due.end(),
                     [&](std::size_t a, std::size_t b) { return cohorts[a].due < cohorts[b].due; });
    CriticalInterval critical = interval_of(cohorts, one_agent_h, {0.0, 0, one_agent_h.size() - 1});
    constexpr int most_steps = 1000;  // each one raises the ratio; a handful is usual
    for (int step = 0; step < most_steps && critical.one_agent_h > 0.0; ++step) {
        const Excess excess = largest_excess(cohorts, by_due, one_agent_h, critical.agents);
        if (excess.hours <= 0.0) break;
        const CriticalInterval next = interval_of(cohorts, one_agent_h, excess);
        if (next.agents <= critical.agents * (1.0 + 1e-13)) break;  // an excess of rounding
        critical = next;
    }
    return critical;
}

}  // namespace freiton::analytic
