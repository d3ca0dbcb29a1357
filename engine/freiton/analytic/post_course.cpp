// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/post_course.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/pool_fluid.hpp"
#include "freiton/model/beyond_horizon.hpp"

namespace freiton::analytic {

namespace {

constexpr double no_figure = CallFigures::none;

double quantile(const std::map<double, double>& turnarounds, double items, double p) {
    double sum = 0.0;
    for (const auto& [hours, count] : turnarounds)
        if ((sum += count) >= p * items * (1.0 - 1e-9)) return hours;
    return no_figure;
}

double larger(double a, double b) { return std::isnan(a) ? b : std::isnan(b) ? a : std::max(a, b); }

// The slots of the horizon, and after it its last day until all is due: what is done then was still done, but in no
// interval of the horizon.
class PostCourse {
  public:
    PostCourse(const Scenario& scenario, const Pool& pool, PostTime& time, const std::vector<int>& agents)
        : scenario_{scenario},
          pool_{pool},
          post_{pool_post(scenario, pool, days_until_all_is_due(scenario))},
          slots_{open_slots(scenario.calendar(), days_until_all_is_due(scenario))},
          slot_h_{Hours{slots_.length}.count()},
          sums_(pool.post.size(), std::vector<PostSums>(scenario.intervals())) {
        for (const std::size_t i : slots_.interval) {
            const PostHours hours = time.hours(i, agents[i]);
            capacity_.mean_h.push_back(hours.mean_h);
            capacity_.variance.push_back(hours.variance);
        }
        fluid_ = pool_fluid(post_, capacity_.mean_h);
    }

    std::vector<std::vector<PostSums>> sums() {
        add_arrivals();
        for (const FluidPortion& portion : fluid_.outcome.portions) add_done(portion);
        add_backlogs();
        add_endless();
        return std::move(sums_);
    }

  private:
    bool in_horizon(std::size_t slot) const { return slot < scenario_.intervals(); }

    double items_of(std::size_t cohort, double work_h) const {
        return work_h / post_.item_h[fluid_.stream[cohort]][fluid_.cohorts[cohort].release] * pool_.parts;
    }

    // On opening hours, or in real time for deadlines on the wall clock.
    double hours_between(std::size_t stream, std::size_t from, std::size_t to) const {
        const auto& target = scenario_.work()[pool_.post[stream].work].backlog_target;
        if (target && target->within.clock == Clock::wall) return Hours{slots_.start[to] - slots_.start[from]}.count();
        return static_cast<double>(to - from) * slot_h_;
    }

    // Of the work itself, as a load is offered before anybody takes it.
    double usual_h(std::size_t stream) const {
        return Hours{busy_time(scenario_.work()[pool_.post[stream].work]).mean}.count();
    }

    void add_arrivals() {
        const auto late_h = late_hours(post_, fluid_, capacity_, slot_h_);
        for (auto& stream : sums_)
            for (PostSums& sums : stream) sums.open_h = slot_h_;
        for (std::size_t p = 0; p < post_.streams.size(); ++p)
            for (std::size_t s = 0; s < scenario_.intervals(); ++s) {
                const double per_hour = pool_.parts / post_.item_h[p][s];
                std::vector<PostSums>& stream = sums_[post_.stream_of[p]];
                const double work_h = post_.streams[p].work_h[s];
                stream[s].offered += work_h * per_hour;
                stream[s].in_time += (work_h - late_h[p][s]) * per_hour;
                stream[s].load_h +=
                    work_h * per_hour * usual_h(post_.stream_of[p]) * post_.item_h[p][s] /
                    Hours{busy_time_in(scenario_, pool_, pool_.post[post_.stream_of[p]].work).mean}.count();
                const std::size_t due = post_.streams[p].due[s];
                if (in_horizon(due)) stream[due].due += work_h * per_hour;
            }
    }

    // Work done in a slot: items that came at the start of theirs are done in its middle, after their own length.
    void add_done(const FluidPortion& portion) {
        const std::size_t came = fluid_.cohorts[portion.cohort].release;
        if (!in_horizon(came)) return;
        const std::size_t p = fluid_.stream[portion.cohort];
        const std::size_t k = post_.stream_of[p];
        const double items = items_of(portion.cohort, portion.work_h);
        const double waited_h = portion.slot == came ? 0.25 * slot_h_ : hours_between(k, came, portion.slot);
        const double turnaround_h = post_.closed_h[p][came] + waited_h + post_.item_h[p][came];
        PostSums& arrived = sums_[k][came];
        arrived.done += items;
        arrived.turnaround_h += items * turnaround_h;
        arrived.turnarounds[turnaround_h] += items;
        if (!in_horizon(portion.slot)) return;
        sums_[k][portion.slot].completed += items;
        sums_[k][portion.slot].busy_h += portion.work_h * pool_.parts;
    }

    // The last slot that works on each cohort.
    std::vector<std::size_t> last_slots() const {
        std::vector<std::size_t> last(fluid_.cohorts.size(), slots_.size());
        std::vector<double> left_h;
        for (const Cohort& cohort : fluid_.cohorts) left_h.push_back(cohort.work_h);
        for (const FluidPortion& portion : fluid_.outcome.portions) {
            left_h[portion.cohort] -= portion.work_h;
            if (left_h[portion.cohort] <= 1e-9 * fluid_.cohorts[portion.cohort].work_h)
                last[portion.cohort] = portion.slot;
        }
        return last;
    }

    void add_backlogs() {
        const std::vector<std::size_t> last = last_slots();
        for (std::size_t c = 0; c < fluid_.cohorts.size(); ++c) {
            const std::size_t came = fluid_.cohorts[c].release;
            const std::size_t k = post_.stream_of[fluid_.stream[c]];
            for (std::size_t s = came; s < last[c] && in_horizon(s); ++s)
                sums_[k][s].oldest_h = larger(sums_[k][s].oldest_h, hours_between(k, came, s) + slot_h_);
        }
        for (auto& stream : sums_) {
            double backlog = 0.0;
            for (PostSums& sums : stream) {
                const double before = backlog + sums.offered;
                backlog = std::max(0.0, before - sums.completed);
                sums.backlog = backlog;
                sums.waiting_h = std::max(0.0, 0.5 * (before + backlog) * slot_h_ - sums.busy_h);
            }
        }
    }

    // Work without end gets what is left.
    void add_endless() {
        if (!post_.endless) return;
        for (std::size_t k = 0; k < pool_.post.size(); ++k) {
            const Stream& stream = pool_.post[k];
            if (!scenario_.work()[stream.work].arrivals.unlimited) continue;
            const double item_h = Hours{busy_time_in(scenario_, pool_, stream.work).mean}.count();
            for (std::size_t s = 0; s < scenario_.intervals(); ++s) {
                const double left_h = (capacity_.mean_h[s] - fluid_.outcome.completed_h[s]) * pool_.parts;
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
    PostCapacity capacity_;
    PoolFluid fluid_;
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

BacklogFigures PostSums::figures(const std::vector<QuantileFigure<BacklogFigures>>& quantiles) const {
    BacklogFigures figures{.offered = offered, .done = done, .done_in_time = in_time};
    if (offered > 0.0) figures.done_in_time_share = in_time / offered;
    if (done > 0.0) {
        figures.turnaround_mean_h = turnaround_h / done;
        for (const auto& wanted : quantiles) figures.*wanted.member = quantile(turnarounds, done, wanted.share);
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
