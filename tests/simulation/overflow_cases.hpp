// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "simulation/steady_cases.hpp"

namespace freiton::test {

/// Two sites that help each other (model X), or of which only the first is helped (model N): home first, for callers
/// and for agents. The handling time belongs to the site that answers.
class OverflowDays {
  public:
    OverflowDays(const Json& exact, const SteadyRun& run) : exact_(exact), run_{run} {
        const double handling = std::max(aht(0), aht(1));
        const double patience = number_or(exact_["patience_s"], handling);
        stretch_ = stretch(10.0 * (std::max(handling, patience) + handling));
    }

    Scenario scenario() const {
        ScenarioParts parts = steady_days(run_.days);
        parts.sites = {"one", "two"};
        parts.routing.prefer = Prefer::site;
        const bool both_ways = exact_["model"] == "X";
        for (std::size_t i = 0; i < 2; ++i) {
            const double load = exact_["load_erlang"][i];
            Work calls = steady_calls(parts, load, aht(i) * stretch_, Json());
            calls.name = "calls_" + parts.sites[i];
            const PerInterval volumes = *calls.arrivals.per_interval->everywhere;
            calls.arrivals.per_interval = BySite<PerInterval>{.sites = {{parts.sites[i], volumes}}};
            if (exact_["patience_s"].is_number())
                calls.patience = DurationLaw{.mean = Seconds{exact_["patience_s"].get<double>() * stretch_}};
            calls.call_target->within = Seconds{exact_["sl_threshold_s"].get<double>() * stretch_};
            parts.work.push_back(calls);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            const std::string other = "calls_" + parts.sites[1 - i];
            Team team{.name = parts.sites[i], .site = parts.sites[i], .handles = {"calls_" + parts.sites[i]}};
            if (both_ways || i == 1) {
                team.handles.push_back(other);
                team.handling_time[other] = DurationLaw{.mean = Seconds{aht(i) * stretch_}};
            }
            parts.teams.push_back(team);
        }
        parts.simulation.replications = run_.replications;
        parts.simulation.seed = run_.seed;
        return Scenario{std::move(parts)};
    }

    std::vector<Compared> run(const RunControl& control = {}) const {
        const Scenario scenario = this->scenario();
        const Performance performance =
            simulation::simulate(scenario, constant_staff(scenario, exact_["agents"].get<std::vector<int>>()), control);
        std::vector<Compared> list;
        const double episodes = run_.replications * run_.days * 20.0;
        for (std::size_t i = 0; i < 2; ++i) {
            const auto& calls = performance.work[i].calls.total;
            const std::string at = exact_["id"].get<std::string>() + " site " + std::to_string(i + 1) + " ";
            const auto add = [&](const char* figure, double exact, double CallFigures::*member, double share,
                                 double scale = 1.0) {
                compare(list, at + figure, Json(exact), calls, member, run_.replications,
                        episodes * std::min(share, 1.0 - share), scale);
            };
            const auto value = [&](const char* key) { return exact_[key][i].get<double>(); };
            add("wait_probability", value("p_wait"), &CallFigures::wait_probability, value("p_wait"));
            add("service_level", value("sl20"), &CallFigures::service_level, value("sl20"));
            add("wait_all_s", value("asa_all_s"), &CallFigures::wait_all_s, value("p_wait"), 1.0 / stretch_);
            add("abandoned_share", value("p_abandon"), &CallFigures::abandoned_share, value("p_abandon"));
            add("queue_mean", value("mean_queue"), &CallFigures::queue_mean, value("p_wait"));
            const double away = value("overflow_fraction");
            if (away > 0.0) add("away_share", away / (1.0 - value("p_abandon")), &CallFigures::away_share, away);
            const TeamPerformance& team = performance.teams[i];
            list.push_back({at + "occupancy", value("occupancy"), team.occupancy, *team.occupancy_half_width,
                            run_.replications, episodes});
        }
        return list;
    }

  private:
    double aht(std::size_t i) const { return exact_["aht_s"][i]; }

    Json exact_;
    SteadyRun run_;
    double stretch_ = 1.0;
};

}  // namespace freiton::test
