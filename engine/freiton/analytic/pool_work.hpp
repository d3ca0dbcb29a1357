// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "freiton/analytic/open_slots.hpp"
#include "freiton/analytic/pooled_calls.hpp"
#include "freiton/analytic/pools.hpp"
#include "freiton/analytic/random_post.hpp"
#include "freiton/core/run_control.hpp"
#include "freiton/model/promises.hpp"

namespace freiton::analytic {

/// The calls of a pool, interval by interval, asked for any number of people. Equal intervals are computed once. Each
/// question is an occasion to stop: `load`, `sums` and `busy` throw Stopped then, and so does all that builds on them.
class PoolCalls {
  public:
    PoolCalls(const Scenario& scenario, const Pool& pool, const RunControl& control);

    std::size_t kinds() const { return kinds_; }
    const PooledDemand& demand(std::size_t interval) const { return demands_[demand_of_[interval]]; }
    double load(std::size_t interval) const;  // Erlang of first attempts

    /// Sums of each kind in the interval, with so many people on the roster.
    const std::vector<CallSums>& sums(std::size_t interval, int agents);
    double busy(std::size_t interval, int agents);  // agents on calls

    /// Sums that were computed elsewhere.
    void remember(std::size_t interval, int agents, const std::vector<CallSums>& sums) {
        known_[demand_of_[interval]].try_emplace(agents, sums);
    }

  private:
    const RunControl& control_;
    std::size_t kinds_;
    Seconds length_;
    std::vector<PooledDemand> demands_;                        // each one once
    std::vector<std::size_t> demand_of_;                       // by interval
    std::vector<std::map<int, std::vector<CallSums>>> known_;  // by demand and agents
};

/// The law of patience that all calls of the pool have, up to their means; none where it is the exponential, or where
/// formulas take it for that: laws that differ, limited lines, chats.
std::shared_ptr<const PatienceLaw> common_patience_law(const Scenario& scenario, const Pool& pool);

/// The post of a pool: one stream for each stream of the pool, and others where there is an opening backlog, or what
/// came while closed is promised by the wall clock: for each opening what is late by then, and the rest by the time
/// that is left to it. By slot: those of the horizon, then its last open day again so many times. What has no promise
/// is due in the last slot.
struct PoolPost {
    std::vector<PostStream> streams;
    std::vector<std::size_t> stream_of;         // index in Pool::post
    std::vector<std::vector<double>> item_h;    // [stream][slot]: of an item that comes then
    std::vector<std::vector<double>> closed_h;  // the same: how long it has waited by the wall clock until it opens
    std::size_t longest = 0;                    // slots from an arrival to its deadline
    std::size_t day = 0;                        // slots of the longest day
    bool endless = false;                       // some of it never ends

    bool empty() const { return streams.empty(); }
};

/// `days_after` 0: deadlines are cut at the end of the horizon.
PoolPost pool_post(const Scenario& scenario, const Pool& pool, int days_after = 0);

/// Post that calls cannot interrupt, spread evenly over the time that each arrival has, deadlines after the horizon
/// included: its load in Erlang and the mean time of an item, by interval. Another day changes nothing before it.
struct UninterruptedPost {
    std::vector<double> load;
    std::vector<Seconds> item_time;
    bool endless = false;
};
UninterruptedPost uninterrupted_post(const Scenario& scenario, const Pool& pool);

/// What people can do for the post in an interval beside calls: mean and variance, for one part of the pool.
struct PostHours {
    double mean_h = 0.0;
    double variance = 0.0;
};
class PostTime {
  public:
    PostTime(const Scenario& scenario, const Pool& pool, PoolCalls& calls);
    PostHours hours(std::size_t interval, int agents);

    /// The same with the calls of so many people (`calls_of`), or fewer, answered: with more people all of them are.
    PostHours rough_hours(std::size_t interval, int agents, int calls_of);

  private:
    PostHours hours_beside(std::size_t interval, int agents, double busy) const;

    PoolCalls& calls_;
    std::vector<double> hours_of_day_;   // of the interval's day
    std::vector<double> call_variance_;  // of the hours that calls take in the interval
    double slot_h_;
    double absence_;
    double spells_ = 1.0;                        // factor of the variance of absence by its spells
    std::vector<std::optional<double>> limits_;  // of occupancy, by interval
    double parts_;
    int most_;
};

}  // namespace freiton::analytic
