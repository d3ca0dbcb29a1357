// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "freiton/simulation/kept_promises.hpp"
#include "freiton/simulation/kernel/tally.hpp"
#include "freiton/simulation/numbers.hpp"
#include "freiton/simulation/single_days.hpp"
#include "freiton/simulation/views.hpp"

namespace freiton::simulation {

/// Sums over replications of the numbers of one place, of their squares, and of the products that ratios need: all that
/// means, ratios and their half-widths are made of, in constant memory.
struct Sums {
    Numbers sum{};
    Numbers square{};
    std::array<double, call_ratios.size()> product{};  // numerator x denominator, in the order of the ratio figures

    void add(const Numbers& numbers, bool call);
    Sums& operator+=(const Sums& other);
};

/// One team: time busy with calls, busy with backlog, on duty; for the horizon also overtime.
struct TeamSums {
    double calls = 0.0, backlog = 0.0, on_duty = 0.0, overtime = 0.0;
    double calls2 = 0.0, busy2 = 0.0, on_duty2 = 0.0, overtime2 = 0.0;  // squares
    double calls_on_duty = 0.0, busy_on_duty = 0.0;                     // products
    double slots = 0.0, slots2 = 0.0, slots_on_duty = 0.0;              // busy, less what those who chat had free

    void add(const kernel::TeamCell& cell, double overtime_s);
    TeamSums& operator+=(const TeamSums& other);
};

/// What many replications add up to. Merged in a fixed order, so that the bytes never depend on who counted.
class Moments {
  public:
    /// With `samples` it keeps, for each replication, what every promise is judged by (see InstanceSample), in place of
    /// the squares and products of the numbers of work.
    Moments(const Views& views, std::size_t teams, bool samples = false);

    /// One more replication, whose figures are written into `day` too.
    void add(const kernel::Tally& tally, SingleDays::Row day = {});
    Moments& operator+=(const Moments& other);
    void clear();

    std::int64_t replications() const { return replications_; }
    std::int64_t contacts() const { return contacts_; }
    const Sums& place(std::size_t view, std::size_t place) const { return places_[view * views_->places() + place]; }
    const TeamSums& team(std::size_t team, std::size_t interval) const {
        return teams_[team * (views_->intervals + 1) + interval];
    }
    const TeamSums& team_total(std::size_t t) const { return team(t, views_->intervals); }

    /// Which days keep a promise: each as a whole, also where it is for each interval; of a promise over the horizon
    /// horizons. Days without demand, or without the team, do not count. With `samples` only what shares of days are
    /// promised of.
    double days_met(std::size_t promise) const { return kept_.days_met(promise); }
    Estimate kept_days(std::size_t promise) const { return kept_.kept_days(promise, replications_); }

    /// Share of the single intervals that keep it, where it is for each of them; not counted with `samples`.
    double intervals_met(std::size_t promise) const { return kept_.intervals_met(promise); }

    /// One number of a promise in one replication: a ratio's two parts, for each instance of views.instances in turn.
    struct InstanceSample {
        float numerator = 0.0F;
        float denominator = 0.0F;
    };
    const std::vector<InstanceSample>& samples() const { return samples_; }

  private:
    void add_place(std::size_t v, const Numbers& numbers, std::size_t place, SingleDays::Row day);
    void sample_view(std::size_t v, const Numbers& numbers, std::size_t place);
    void sample_team(std::size_t t, std::size_t interval, const kernel::TeamCell& cell);
    void sample_kept_days();
    void add_view(std::size_t v, const kernel::Tally& tally, SingleDays::Row day);
    void add_team(std::size_t t, const kernel::Tally& tally, SingleDays::Row day);
    void judge(std::size_t view, const Numbers& numbers, Scope place);
    void judge_team(std::size_t t, std::size_t interval, const kernel::TeamCell& cell);
    void judge_team_day(std::size_t t, std::size_t day, const kernel::Tally& tally);
    bool judges_days() const { return !sampled_ || kept_.days_are_promised(); }

    const Views* views_;
    std::size_t team_count_;
    std::vector<Sums> places_;
    std::vector<TeamSums> teams_;
    KeptPromises kept_;
    std::vector<Numbers> day_numbers_;  // of the replication at hand
    std::vector<kernel::TeamCell> team_days_;
    bool sampled_;
    std::vector<std::vector<std::size_t>> instances_;  // by view and place; of views.instances
    std::vector<InstanceSample> samples_;              // [replication][instance]
    std::int64_t replications_ = 0;
    std::int64_t contacts_ = 0;
};

}  // namespace freiton::simulation
