// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/post_course.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/plan_post.hpp"

namespace freiton::analytic {

namespace {

constexpr double none = CallFigures::none;

double quantile(const std::map<double, double>& turnarounds, double items, double p) {
    double sum = 0.0;
    for (const auto& [hours, count] : turnarounds)
        if ((sum += count) >= p * items * (1.0 - 1e-9)) return hours;
    return none;
}

double larger(double a, double b) { return std::isnan(a) ? b : std::isnan(b) ? a : std::max(a, b); }

// All post of a pool as cohorts; `origin` names stream and interval of each.
struct PoolCohorts {
    std::vector<Cohort> cohorts;
    std::vector<std::size_t> stream;  // in PoolPost
};

PoolCohorts cohorts_of_pool(const Pool& pool, const PoolPost& post) {
    PoolCohorts all;
    for (std::size_t k = 0; k < post.streams.size(); ++k) {
        const PostStream& stream = post.streams[k];
        for (std::size_t s = 0; s < stream.work_h.size(); ++s) {
            if (stream.work_h[s] <= 0.0) continue;
            all.cohorts.push_back({s, stream.due[s], stream.work_h[s] * pool.parts, 0, stream.urgency});
            all.stream.push_back(k);
        }
    }
    return all;
}

class PostCourse {
  public:
    PostCourse(const Scenario& scenario, const Pool& pool, PostTime& time, const std::vector<int>& agents)
        : scenario_{scenario},
          pool_{pool},
          post_{pool_post(scenario, pool)},
          slots_{open_slots(scenario.calendar())},
          slot_h_{Hours{slots_.length}.count()},
          sums_(pool.post.size(), std::vector<PostSums>(slots_.size())) {
        for (std::size_t s = 0; s < agents.size(); ++s) {
            const PostHours hours = time.hours(s, agents[s]);
            capacity_h_.push_back(hours.mean_h * pool.parts);
        }
        late_ = late_items(pool, post_, time, slot_h_, agents);
    }

    std::vector<std::vector<PostSums>> sums() {
        add_arrivals();
        const PoolCohorts all = cohorts_of_pool(pool_, post_);
        const FluidOutcome outcome = earliest_due_first(all.cohorts, capacity_h_);
        for (const FluidPortion& portion : outcome.portions) add_done(all, portion);
        add_backlogs(all, outcome);
        add_endless(outcome);
        return std::move(sums_);
    }

  private:
    // On opening hours, or in real time for deadlines on the wall clock.
    double hours_between(std::size_t stream, std::size_t from, std::size_t to) const {
        const auto& target = scenario_.work()[pool_.post[stream].work].backlog_target;
        if (target && target->within.clock == Clock::wall) return Hours{slots_.start[to] - slots_.start[from]}.count();
        return static_cast<double>(to - from) * slot_h_;
    }

    void add_arrivals() {
        for (std::size_t k = 0; k < pool_.post.size(); ++k)
            for (std::size_t s = 0; s < slots_.size(); ++s) {
                PostSums& sums = sums_[k][s];
                const Stream& stream = pool_.post[k];
                sums.open_h = slot_h_;
                sums.offered = stream.arrivals[s] + (s == 0 ? stream.opening_backlog : 0.0);
                sums.in_time = std::max(0.0, sums.offered - late_[k][s]);
                sums.load_h = sums.offered * Hours{handling_time(scenario_, pool_, stream.work).mean}.count();
            }
        for (std::size_t p = 0; p < post_.streams.size(); ++p)
            for (std::size_t s = 0; s < slots_.size(); ++s)
                sums_[post_.stream_of[p]][post_.streams[p].due[s]].due +=
                    post_.streams[p].work_h[s] / post_.item_h[p] * pool_.parts;
    }

    // Work done in a slot: items that came at the start of theirs are done in its middle, after their own length.
    void add_done(const PoolCohorts& all, const FluidPortion& portion) {
        const std::size_t p = all.stream[portion.cohort];
        const std::size_t k = post_.stream_of[p];
        const std::size_t came = all.cohorts[portion.cohort].release;
        const double items = portion.work_h / post_.item_h[p];
        const double waited_h = portion.slot == came ? 0.25 * slot_h_ : hours_between(k, came, portion.slot);
        const double turnaround_h = waited_h + post_.item_h[p];
        PostSums& arrived = sums_[k][came];
        arrived.done += items;
        arrived.turnaround_h += items * turnaround_h;
        arrived.turnarounds[turnaround_h] += items;
        sums_[k][portion.slot].completed += items;
        sums_[k][portion.slot].busy_h += portion.work_h;
    }

    void add_backlogs(const PoolCohorts& all, const FluidOutcome& outcome) {
        std::vector<std::vector<double>> change(pool_.post.size(), std::vector<double>(slots_.size(), 0.0));
        std::vector<double> left_h;
        std::vector<std::size_t> gone(all.cohorts.size(), slots_.size());  // last slot that works on it
        for (const Cohort& cohort : all.cohorts) left_h.push_back(cohort.work_h);
        for (const FluidPortion& portion : outcome.portions) {
            change[post_.stream_of[all.stream[portion.cohort]]][portion.slot] -=
                portion.work_h / post_.item_h[all.stream[portion.cohort]];
            left_h[portion.cohort] -= portion.work_h;
            if (left_h[portion.cohort] <= 1e-9 * all.cohorts[portion.cohort].work_h)
                gone[portion.cohort] = portion.slot;
        }
        for (std::size_t c = 0; c < all.cohorts.size(); ++c) {
            const Cohort& cohort = all.cohorts[c];
            const std::size_t k = post_.stream_of[all.stream[c]];
            change[k][cohort.release] += cohort.work_h / post_.item_h[all.stream[c]];
            for (std::size_t s = cohort.release; s < gone[c] && s < slots_.size(); ++s)
                sums_[k][s].oldest_h = larger(sums_[k][s].oldest_h, hours_between(k, cohort.release, s) + slot_h_);
        }
        for (std::size_t k = 0; k < change.size(); ++k) {
            double backlog = 0.0;
            for (std::size_t s = 0; s < slots_.size(); ++s) {
                const double before = backlog + std::max(0.0, sums_[k][s].offered);
                backlog = std::max(0.0, backlog + change[k][s]);
                sums_[k][s].backlog = backlog;
                sums_[k][s].waiting_h = std::max(0.0, 0.5 * (before + backlog) * slot_h_ - sums_[k][s].busy_h);
            }
        }
    }

    // Work without end gets what is left.
    void add_endless(const FluidOutcome& outcome) {
        if (!post_.endless) return;
        for (std::size_t k = 0; k < pool_.post.size(); ++k) {
            const Stream& stream = pool_.post[k];
            if (!scenario_.work()[stream.work].arrivals.unlimited) continue;
            const double item_h = Hours{handling_time(scenario_, pool_, stream.work).mean}.count();
            for (std::size_t s = 0; s < slots_.size(); ++s) {
                const double left_h = capacity_h_[s] - outcome.completed_h[s];
                sums_[k][s].busy_h += left_h;
                sums_[k][s].completed += left_h / item_h;
            }
            return;
        }
    }

    const Scenario& scenario_;
    const Pool& pool_;
    PoolPost post_;
    OpenSlots slots_;
    double slot_h_;
    std::vector<std::vector<PostSums>> sums_;
    std::vector<double> capacity_h_;
    std::vector<std::vector<double>> late_;
};

}  // namespace

PostSums& PostSums::then(const PostSums& next) {
    offered += next.offered;
    done += next.done;
    in_time += next.in_time;
    turnaround_h += next.turnaround_h;
    completed += next.completed;
    busy_h += next.busy_h;
    load_h += next.load_h;
    waiting_h += next.waiting_h;
    backlog = next.backlog;
    due += next.due;
    oldest_h = larger(oldest_h, next.oldest_h);
    open_h += next.open_h;
    for (const auto& [hours, items] : next.turnarounds) turnarounds[hours] += items;
    return *this;
}

PostSums& PostSums::beside(const PostSums& other) {
    const double both = backlog + other.backlog;
    const double open = std::max(open_h, other.open_h);
    then(other);
    backlog = both;
    open_h = open;
    return *this;
}

BacklogFigures PostSums::figures() const {
    BacklogFigures figures{.offered = offered, .done = done, .done_in_time = in_time};
    if (offered > 0.0) figures.done_in_time_share = in_time / offered;
    if (done > 0.0) {
        figures.turnaround_mean_h = turnaround_h / done;
        figures.turnaround_p50_h = quantile(turnarounds, done, 0.50);
        figures.turnaround_p90_h = quantile(turnarounds, done, 0.90);
        figures.turnaround_p95_h = quantile(turnarounds, done, 0.95);
    }
    figures.completed = completed;
    figures.backlog_at_end = backlog;
    figures.due = due;
    figures.oldest_max_h = oldest_h;
    if (open_h > 0.0) {
        figures.waiting_mean = waiting_h / open_h;
        figures.busy_mean = busy_h / open_h;
        figures.load_erlang = load_h / open_h;
    }
    return figures;
}

std::vector<std::vector<PostSums>> post_sums(const Scenario& scenario, const Pool& pool, PostTime& time,
                                             const std::vector<int>& agents) {
    return PostCourse{scenario, pool, time, agents}.sums();
}

}  // namespace freiton::analytic
