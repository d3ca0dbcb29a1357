// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/indices.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton {

/// Part of a promise by which a value may miss it, for rounding: 70 % is met by 7 out of 10.
constexpr double promise_slack = 1e-12;

enum class PromiseKind {
    answered,
    abandoned,
    average_wait,
    wait_probability,
    called_back,
    done,
    tried,
    reached,
    kept_days,
    max_occupancy
};
std::string_view promise_name(PromiseKind kind);  // as in the scenario file and in results
std::string_view scope_name(Scope scope);

/// One number that one kind of work (or one team) must reach, or must not exceed, in every interval, on every day or
/// over the horizon.
struct Promise {
    PromiseKind kind = PromiseKind::answered;
    std::optional<WorkIndex> work{};  // none: it concerns a team
    std::optional<TeamIndex> team{};
    std::optional<std::string> site{};  // of the contacts; none: over all sites
    Scope over = Scope::interval;
    double wanted = 0.0;               // a share, or seconds
    std::optional<Seconds> within{};   // threshold of a share that is answered or done
    std::optional<int> within_days{};  // the same in working days
    std::vector<bool> when{};          // of a team: in which intervals; empty: always
    // Of `kept_days`: the promise that single days are to keep, each as a whole (or horizons, if it is for them);
    // `wanted` is the share of them that must.
    std::shared_ptr<const Promise> each_day{};

    bool holds_in(std::size_t interval) const { return when.empty() || when[interval]; }

    /// Whether it is about what is worked off by a deadline, in whatever way.
    bool of_backlog() const {
        return each_day ? each_day->of_backlog()
                        : kind == PromiseKind::done || kind == PromiseKind::tried || kind == PromiseKind::reached;
    }
    /// Whether a deadline decides, so that what happens later than its interval matters.
    bool by_deadline() const {
        return each_day ? each_day->by_deadline() : of_backlog() || kind == PromiseKind::called_back;
    }
    bool at_least() const {
        return each_day || kind == PromiseKind::answered || kind == PromiseKind::called_back || of_backlog();
    }
    bool is_time() const { return kind == PromiseKind::average_wait; }  // `wanted` is in seconds, not a share
    const Promise& of_one_day() const { return each_day ? *each_day : *this; }

    /// Whether both ask the same of their work or team, whose names are for the caller to compare: by how much, apart.
    bool is_like(const Promise& other) const;

    /// The same to the last digit.
    bool asks_as_much_as(const Promise& other) const;

    /// Whether this value keeps it. An undefined one does: where nothing came, nothing was broken. Comparisons allow
    /// for 1e-12 of the promise, so that 70 % is met by 7 out of 10.
    bool kept_by(double value) const;
};

/// Every promise of a scenario, in the order of its file: for each site on its own where contacts stay at their site or
/// with their owner, else for the work as a whole; then the occupancy limits of the teams. With `plan.assurance` each
/// promise of work is followed by the share of days that are to keep it.
std::vector<Promise> promises_of(const Scenario& scenario);

}  // namespace freiton
