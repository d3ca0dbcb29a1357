// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "simulation/simulated_cases.hpp"

namespace freiton::test {

/// A reference case as long days in a steady state. Time is stretched so that a day of 24 h lasts as long as the system
/// needs to forget how it began (see forgetting_s); the first day is warm-up, `days` more are counted.
struct SteadyCase {
    Json exact;
    std::string family;  // erlang_b, erlang_c, erlang_a, overflow, blend
    std::string id() const { return exact["id"]; }
};

/// Time after which less than 1e-4 of the beginning is left: ten times the slowest relaxation time, and ten handling
/// times to fill up from empty. Relaxation: M/M/n with endless patience 1 / (sqrt(n mu) - sqrt(lambda))^2 (Karlin,
/// McGregor 1958, a bound for n > 1); without waiting places 1 / mu; with patience never longer than handling time or
/// patience, whichever is longer.
inline double forgetting_s(double agents, double load, double handling_s, std::optional<double> patience_s,
                           bool waiting) {
    double relaxation = handling_s;
    if (waiting) {
        const double gap = std::sqrt(agents) - std::sqrt(load);
        const double endless = gap > 0.0 ? handling_s / (gap * gap) : 1e300;
        relaxation = std::min(endless, patience_s ? std::max(handling_s, *patience_s) : 1e300);
    }
    return 10.0 * (std::max(relaxation, handling_s) + handling_s);
}

/// Which cases a simulator can run: whole agents; load up to 1,000; stable and at most 95 % occupied where nobody gives
/// up and there is no limit of lines. Of no calls at all there is nothing to see.
inline bool can_run(const std::string& family, const Json& c) {
    const double agents = c.value("agents", c.value("servers", 0.0));
    const double load = c["load_erlang"];
    if (agents != std::floor(agents) || load <= 0.0 || load > 1000.0) return false;
    if (family == "erlang_b") return agents >= 1.0;
    if (family == "erlang_c") return agents >= 1.0 && load <= 0.95 * agents;
    return agents >= 1.0 || c["system_size_K"].is_null();
}

/// Seconds of the simulated clock for each second of the case.
inline double stretch(double day_s) { return 86'400.0 / day_s; }

struct SteadyRun {
    int days = 1;
    int replications = 30;
    std::uint64_t seed = 1;
    int variant = 0;  // which threshold and which counting rule
};

class SteadyDays {
  public:
    SteadyDays(const SteadyCase& of, const SteadyRun& run) : exact_(of.exact), family_{of.family}, run_{run} {
        const double agents = exact_.value("agents", exact_.value("servers", 0.0));
        load_ = exact_["load_erlang"];
        handling_s_ = exact_.value("aht_s", 180.0);
        if (exact_.contains("patience_s") && exact_["patience_s"].is_number()) patience_s_ = exact_["patience_s"];
        if (exact_.contains("system_size_K") && exact_["system_size_K"].is_number()) lines_ = exact_["system_size_K"];
        if (family_ == "erlang_b") lines_ = static_cast<int>(agents);
        agents_ = static_cast<int>(agents);
        const bool finite = lines_ && !patience_s_ && load_ >= agents;  // a full waiting room empties at this rate
        const double day = finite ? 10.0 * handling_s_ * (2.0 + (*lines_ - agents) * (*lines_ - agents) / agents)
                                  : forgetting_s(agents, load_, handling_s_, patience_s_, family_ != "erlang_b");
        stretch_ = stretch(day);
        if (agents_ == 0) run_.days *= 10;  // callers who are there at the end are lost then: let there be few of them
        if (exact_.contains("sl")) {
            const auto& levels = exact_["sl"];
            level_ = levels[1 + static_cast<std::size_t>(run_.variant / 4) % (levels.size() - 1)];
        }
    }

    double handling_s() const { return handling_s_ * stretch_; }  // of the simulated clock
    double contacts_per_day() const { return 86'400.0 / stretch_ * load_ / handling_s_; }

    Scenario scenario() const {
        ScenarioParts parts = steady_days(run_.days);
        Work calls = steady_calls(parts, load_, handling_s_ * stretch_, Json());
        if (patience_s_) calls.patience = DurationLaw{.mean = Seconds{*patience_s_ * stretch_}};
        calls.lines = lines_;
        if (level_.is_object()) calls.call_target->within = Seconds{level_["t_s"].get<double>() * stretch_};
        if (family_ == "erlang_a") calls.call_target->counting = counting();
        parts.work.push_back(calls);
        parts.teams.push_back({.name = "team", .handles = {"calls"}});
        parts.simulation.replications = run_.replications;
        parts.simulation.seed = run_.seed;
        return Scenario{std::move(parts)};
    }

    std::vector<Compared> run(const RunControl& control = {}) const { return run(scenario(), control); }

    /// With the same days in a scenario that was changed, as in how long to go on.
    std::vector<Compared> run(const Scenario& scenario, const RunControl& control = {}) const {
        const Performance performance = simulation::simulate(scenario, constant_staff(scenario, {agents_}), control);
        const auto& calls = performance.work[0].calls.total;
        // What is seldom comes in heaps: only one episode in each relaxation time counts as an event of its own.
        const double episodes = performance.replications * run_.days * 20.0;
        const double offered = std::min(calls.offered * performance.replications, episodes);
        std::vector<Compared> list;
        const auto add = [&](const char* figure, const Json& value, double CallFigures::*member, double events,
                             double scale = 1.0) {
            compare(list, exact_["id"].get<std::string>() + " " + figure, value, calls, member,
                    performance.replications, events, scale);
        };
        const auto share = [&](const char* figure, const Json& value, double CallFigures::*member) {
            const double p = value.is_number() ? value.get<double>() : 0.0;
            add(figure, value, member, offered * std::min(p, 1.0 - p));
        };
        if (family_ == "erlang_b") {
            share("blocked_share", exact_["blocking"], &CallFigures::blocked_share);
            add("busy_mean", exact_["carried_erlang"], &CallFigures::busy_mean,
                idle(exact_["carried_erlang"], offered));
            return list;
        }
        const double waiting = offered * exact_["p_wait"].get<double>();
        share("wait_probability", exact_["p_wait"], &CallFigures::wait_probability);
        if (exact_.contains("p_abandon")) share("abandoned_share", exact_["p_abandon"], &CallFigures::abandoned_share);
        if (exact_.contains("p_served")) share("reachability", exact_["p_served"], &CallFigures::reachability);
        if (lines_ && exact_.contains("p_block"))
            share("blocked_share", exact_["p_block"], &CallFigures::blocked_share);
        if (level_.is_object()) share("service_level", level_value(), &CallFigures::service_level);
        const bool c = family_ == "erlang_c";
        add("wait_all_s", exact_[c ? "asa_s" : "asa_all_s"], &CallFigures::wait_all_s, waiting, 1.0 / stretch_);
        add("asa_s", exact_[c ? "asa_s" : "asa_served_s"], &CallFigures::asa_s, waiting, 1.0 / stretch_);
        add("queue_mean", exact_["mean_queue"], &CallFigures::queue_mean, waiting);
        if (exact_.contains("mean_busy"))
            add("busy_mean", exact_["mean_busy"], &CallFigures::busy_mean, idle(exact_["mean_busy"], offered));
        return list;
    }

  private:
    double idle(double busy, double offered) const { return offered * std::min(1.0, agents_ - busy); }
    Counting counting() const {
        constexpr std::array rules = {Counting::offered, Counting::answered, Counting::offered_without_early,
                                      Counting::early_counts};
        return rules[static_cast<std::size_t>(run_.variant % 4)];
    }
    const Json& level_value() const {
        if (family_ == "erlang_c") return level_["value"];
        constexpr std::array keys = {"sl_offered", "sl_answered", "sl_excl_short_ab", "sl_incl_ab"};
        return level_[keys[static_cast<std::size_t>(run_.variant % 4)]];
    }

    Json exact_;
    std::string family_;
    SteadyRun run_;
    double load_ = 0.0;
    double handling_s_ = 0.0;
    std::optional<double> patience_s_{};
    std::optional<int> lines_{};
    int agents_ = 0;
    double stretch_ = 1.0;
    Json level_{};
};

}  // namespace freiton::test
