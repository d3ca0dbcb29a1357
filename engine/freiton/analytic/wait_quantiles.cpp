// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/wait_quantiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace freiton::analytic {

namespace {

constexpr double never = 1e9;            // seconds: a queue that grows for ever
constexpr double close_enough = 1e-12;   // of the logarithm
constexpr double close_for_many = 1e-6;  // where kinds, days and absence are themselves taken by few nodes

// What tells a queue from another: with all of these alike to the last bit, one is asked for both.
using Alike = std::array<double, 5>;
Alike alike_in(const KindOutcome& outcome) {
    const CallSums& sums = outcome.sums;
    return {sums.offered, sums.answered, sums.waited, sums.admitted_wait_s, static_cast<double>(outcome.waits.size())};
}

// Logarithm of the share of admitted calls that wait longer than t, over several queues.
class Tail {
  public:
    Tail(const std::vector<const KindOutcome*>& mixture, const RunControl& control) : control_{control} {
        std::map<Alike, std::size_t> known;
        for (const KindOutcome* outcome : mixture) {
            const auto [found, is_new] = known.try_emplace(alike_in(*outcome), queues_.size());
            if (is_new) queues_.push_back({outcome, 0.0});
            queues_[found->second].times += 1.0;
            admitted_ += outcome->admitted();
            nodes_ = nodes_ || outcome->waits.size() > 1;
        }
    }
    double admitted() const { return admitted_; }
    double close() const { return nodes_ ? close_for_many : close_enough; }
    double ln(double t) const {
        double waiting = 0.0;
        for (const Queue& queue : queues_) {
            control_.stop_if_asked();
            waiting += queue.times * (t > 0.0 ? queue.outcome->waiting_after(Seconds{t}) : queue.outcome->waiting());
        }
        return std::log(std::max(waiting / admitted_, 1e-300));
    }

  private:
    struct Queue {
        const KindOutcome* outcome = nullptr;
        double times = 0.0;
    };

    std::vector<Queue> queues_{};
    const RunControl& control_;
    double admitted_ = 0.0;
    bool nodes_ = false;
};

struct Point {
    double t;
    double ln;
};

// Where the tail falls to `wanted`, from a point above it; `guess` is where to look first.
double falls_to(const Tail& tail, double wanted, Point above, double guess) {
    Point last = above;
    Point below{infinity, -infinity};
    Point at{std::max(guess, above.t + 1e-3), 0.0};
    for (int step = 0; step < 100; ++step) {
        at.ln = tail.ln(at.t);
        const double slope = (at.ln - last.ln) / (at.t - last.t);
        if (std::abs(at.ln - wanted) < tail.close() || (below.t - above.t) < 1e-11 * at.t) return at.t;
        (at.ln > wanted ? above : below) = at;
        last = at;
        double next = slope < -1e-12 ? at.t + (wanted - at.ln) / slope : infinity;
        if (std::isinf(below.t))
            next = std::clamp(next, 1.001 * at.t, 16.0 * at.t);
        else if (!(next > above.t && next < below.t) || step > 12)
            next = 0.5 * (above.t + below.t);
        if (next > never) return infinity;
        at.t = next;
    }
    return at.t;
}

}  // namespace

void add_wait_quantiles(CallFigures& figures, const std::vector<QuantileFigure<CallFigures>>& quantiles,
                        const std::vector<const KindOutcome*>& mixture, const RunControl& control) {
    const Tail tail{mixture, control};
    if (tail.admitted() <= 0.0) return;
    Point above{0.0, tail.ln(0.0)};
    const double delayed = figures.wait_probability > 0.0 ? figures.wait_all_s / figures.wait_probability : 0.0;
    for (const auto& quantile : quantiles) {
        const auto member = quantile.member;
        const double wanted = std::log1p(-quantile.share);
        if (above.ln <= wanted) {
            figures.*member = above.t;
            continue;
        }
        const double guess = std::isfinite(delayed) ? above.t + delayed * (above.ln - wanted) : 16.0;
        figures.*member = falls_to(tail, wanted, above, guess);
        if (std::isfinite(figures.*member)) above = {figures.*member, wanted};
    }
}

}  // namespace freiton::analytic
