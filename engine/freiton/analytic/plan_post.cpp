// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/plan_post.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "freiton/analytic/pool_fluid.hpp"
#include "freiton/analytic/post_accounts.hpp"

namespace freiton::analytic {

namespace {

struct Due {
    std::size_t stream;
    std::size_t slot;
    std::size_t first;  // earliest arrival that is due then
    double last_hours;
};

class PostPlanner {
  public:
    PostPlanner(const Scenario& scenario, const Pool& pool, PoolCalls& calls, PostTime& time, const StaffBounds& bounds,
                const CallStaff& for_calls)
        : scenario_{scenario},
          pool_{pool},
          calls_{calls},
          time_{time},
          bounds_{bounds},
          post_{pool_post(scenario, pool)},
          accounts_{post_accounts(scenario, pool)},
          call_promises_{call_promises(scenario, pool)},
          for_calls_{for_calls.agents},
          floor_{for_calls.floor},
          slot_h_{Hours{scenario.calendar().interval_length()}.count()} {
        for (std::size_t k = 0; k < post_.streams.size(); ++k) collect_deadlines(k);
        std::stable_sort(deadlines_.begin(), deadlines_.end(),
                         [](const Due& a, const Due& b) { return a.slot < b.slot; });
        for (const CallPromise& one : call_promises_) {
            if (one.promise.over == Scope::day) over_day_.push_back(&one);
            if (one.promise.over == Scope::horizon) over_horizon_.push_back(&one);
        }
        for (const Due& due : deadlines_)
            if (post_.streams[due.stream].work_h[due.first] > 0.0)
                furthest_ = std::max(furthest_, due.slot - due.first);
    }

    std::vector<int> plan() {
        if (post_.empty()) return for_calls_;
        std::vector<int> best = with_buffer(most_buffer);
        if (in_time(best)) {
            double low = least_buffer;
            double high = most_buffer;
            for (int step = 0; step < 7; ++step) {
                const double z = 0.5 * (low + high);
                std::vector<int> tried = with_buffer(z);
                const bool enough = in_time(tried);
                (enough ? high : low) = z;
                if (enough) best = std::move(tried);
            }
            rough_ = false;
            const std::vector<int> enough = best;
            if (in_time(best)) take_away(best);
            if (!in_time(best)) best = enough;  // by the fluid alone
        }
        return best;
    }

  private:
    static constexpr double least_buffer = -2.0;  // standard deviations
    static constexpr double most_buffer = 5.0;

    void collect_deadlines(std::size_t k) {
        const PostStream& stream = post_.streams[k];
        for (std::size_t s = 0; s < stream.due.size();) {
            const std::size_t first = s;
            double work_h = 0.0;
            for (; s < stream.due.size() && stream.due[s] == stream.due[first]; ++s) work_h += stream.work_h[s];
            if (work_h > 0.0) deadlines_.push_back({k, stream.due[first], first, stream.last_hours[first]});
        }
    }

    // Work that goes before what is due at the end of a slot, by arrival.
    Normal ahead(const Due& due, std::size_t slot) const {
        const int urgency = post_.streams[due.stream].urgency;
        Normal sum;
        for (const PostStream& other : post_.streams)
            if (other.urgency < urgency || (other.urgency == urgency && other.due[slot] <= due.slot)) {
                sum.mean += other.work_h[slot];
                sum.variance += other.variance[slot];
            }
        return sum;
    }

    // The slot from which on the excess over the capacity is largest, where there is any.
    std::optional<std::size_t> short_from(const Due& due, double z, const PostCapacity& capacity) const {
        double mean = 0.0;
        double variance = 0.0;
        double most = 1e-9 * slot_h_;
        std::optional<std::size_t> from;
        const double reserve_h = post_.streams[due.stream].reserve_h;
        const std::size_t back = post_.longest + post_.day;  // a buffer against more is not sought
        const std::size_t last = due.first > back ? due.first - back : 0;
        for (std::size_t s = due.slot + 1; s-- > last;) {
            const double part = part_before(s, due.slot, due.last_hours, slot_h_);
            if (part == 0.0) continue;
            const Normal work = ahead(due, s);
            mean += work.mean - part * std::max(0.0, capacity.mean_h[s] - reserve_h);
            variance += work.variance + part * capacity.variance[s];
            if (work.mean == 0.0 || part < 1.0) continue;
            if (const double excess = mean + z * std::sqrt(variance); excess > most) {
                most = excess;
                from = s;
            }
        }
        return from;
    }

    void set(std::size_t slot, int agents, PostCapacity& capacity) {
        const PostHours hours = rough_ ? time_.rough_hours(slot, agents, for_calls_[slot]) : time_.hours(slot, agents);
        capacity.mean_h[slot] = hours.mean_h;
        capacity.variance[slot] = hours.variance;
    }

    PostCapacity capacity_of(const std::vector<int>& agents) {
        PostCapacity capacity{std::vector<double>(agents.size()), std::vector<double>(agents.size())};
        for (std::size_t s = 0; s < agents.size(); ++s) set(s, agents[s], capacity);
        return capacity;
    }

    std::vector<int> with_buffer(double z) {
        std::vector<int> agents = for_calls_;
        PostCapacity capacity = capacity_of(agents);
        for (const Due& due : deadlines_) {
            const bool promised =
                scenario_.work()[pool_.post[post_.stream_of[due.stream]].work].backlog_target.has_value();
            while (const auto from = short_from(due, promised ? z : 0.0, capacity)) {
                std::optional<std::size_t> fewest;
                for (std::size_t s = *from; s <= due.slot; ++s)
                    if (part_before(s, due.slot, due.last_hours, slot_h_) == 1.0 && agents[s] < bounds_.most[s] &&
                        (!fewest || agents[s] <= agents[*fewest]))
                        fewest = s;
                if (!fewest) break;  // all that there may be are there
                ++agents[*fewest];
                set(*fewest, agents[*fewest], capacity);
            }
        }
        return agents;
    }

    bool in_time(const std::vector<int>& agents) {
        std::vector<PostAccount> list = accounts_;
        const PostCapacity capacity = capacity_of(agents);
        const PoolFluid fluid = pool_fluid(post_, capacity.mean_h);
        book_late_work(post_, pool_, late_hours(post_, fluid, capacity, slot_h_), list);
        return keeps_up(capacity) && std::all_of(list.begin(), list.end(), is_kept);
    }

    // Where the horizon comes again and again, all that comes in it is done by somebody some day.
    bool keeps_up(const PostCapacity& capacity) const {
        if (!scenario_.calendar().parts().repeats) return true;
        double left_h = -std::accumulate(capacity.mean_h.begin(), capacity.mean_h.end(), 0.0);
        for (const PostStream& stream : post_.streams)
            left_h += std::accumulate(stream.work_h.begin(), stream.work_h.end(), 0.0);
        return left_h < 0.0;
    }

    // Whether the post is in time after a change in one slot; keeps late work and accounts up to date if so. The
    // promise that failed last is asked first.
    bool still_in_time(std::size_t slot, const PostCapacity& capacity, std::vector<std::vector<double>>& late_h,
                       std::vector<PostAccount>& list) {
        std::vector<std::pair<std::size_t, std::vector<double>>> before;  // of streams that were judged anew
        std::vector<std::vector<double>> missed_before;
        const std::size_t first = slot > furthest_ ? slot - furthest_ : 0;
        const std::size_t end = capacity.mean_h.size();
        const auto range = [&](std::vector<double>& values, std::size_t at) {
            return values.begin() + static_cast<std::ptrdiff_t>(at);
        };
        bool kept_all = true;
        std::size_t asked = 0;
        for (; asked < list.size() && kept_all; ++asked) {
            PostAccount& account = list[asked];
            missed_before.push_back(account.missed);
            for (std::size_t k = 0; k < post_.streams.size(); ++k) {
                if (post_.stream_of[k] != account.stream) continue;
                before.emplace_back(k, std::vector<double>(range(late_h[k], first), range(late_h[k], end)));
                update_late_work(post_.streams, capacity, slot_h_, post_.day, k, slot, late_h[k]);
                for (std::size_t s = first; s < end; ++s)
                    account.missed[account.group_of[s]] +=
                        (late_h[k][s] - before.back().second[s - first]) / post_.item_h[k][s] * pool_.parts;
            }
            kept_all = is_kept(account);
        }
        if (kept_all) return true;
        for (std::size_t a = 0; a < asked; ++a) list[a].missed = missed_before[a];
        for (auto& [k, values] : before) std::copy(values.begin(), values.end(), range(late_h[k], first));
        std::rotate(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(asked) - 1,
                    list.begin() + static_cast<std::ptrdiff_t>(asked));
        return false;
    }

    bool calls_can_do(std::size_t slot, const std::vector<int>& agents) {
        for (const Scope over : {Scope::day, Scope::horizon}) {
            const auto& promises = over == Scope::day ? over_day_ : over_horizon_;
            if (promises.empty()) continue;
            const Calendar& calendar = scenario_.calendar();
            const int day = calendar.intervals()[slot].day;
            const Group group = over == Scope::day
                                    ? Group{calendar.first_interval(day), calendar.first_interval(day + 1)}
                                    : Group{0, agents.size()};
            if (!keeps_over(group, promises, calls_, agents)) return false;
        }
        return true;
    }

    // Highest intervals first, each once.
    void take_away(std::vector<int>& agents) {
        PostCapacity capacity = capacity_of(agents);
        std::vector<std::vector<double>> late_h = late_work(post_.streams, capacity, slot_h_, post_.day);
        std::vector<PostAccount> list = accounts_;
        book_late_work(post_, pool_, late_h, list);
        std::vector<std::size_t> order(agents.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return agents[a] > agents[b]; });
        for (const std::size_t slot : order) {
            while (agents[slot] > floor_[slot]) {
                set(slot, --agents[slot], capacity);
                if (keeps_up(capacity) && calls_can_do(slot, agents) && still_in_time(slot, capacity, late_h, list))
                    continue;
                set(slot, ++agents[slot], capacity);
                break;
            }
        }
    }

    const Scenario& scenario_;
    const Pool& pool_;
    PoolCalls& calls_;
    PostTime& time_;
    const StaffBounds& bounds_;
    PoolPost post_;
    std::vector<PostAccount> accounts_;  // nothing missed yet
    std::vector<CallPromise> call_promises_;
    std::vector<int> for_calls_;
    std::vector<int> floor_;
    double slot_h_;
    std::vector<Due> deadlines_;
    std::vector<const CallPromise*> over_day_;
    std::vector<const CallPromise*> over_horizon_;
    std::size_t furthest_ = 0;  // slots from an arrival to its deadline
    bool rough_ = true;         // while the buffer is sought
};

}  // namespace

std::vector<int> least_for_post(const Scenario& scenario, const Pool& pool, PoolCalls& calls, PostTime& time,
                                const StaffBounds& bounds, const CallStaff& for_calls) {
    return PostPlanner{scenario, pool, calls, time, bounds, for_calls}.plan();
}

}  // namespace freiton::analytic
