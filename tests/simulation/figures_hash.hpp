// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/simulation/simulate.hpp"
#include "simulation/random_organisation.hpp"

namespace freiton::test {

/// FNV-1a over the bits of every figure of a performance, half-widths and quantiles included.
class FiguresHash {
  public:
    explicit FiguresHash(const Performance& performance) {
        for (const WorkPerformance& work : performance.work) {
            add(work.calls, call_figure_names());
            add(work.backlog, backlog_figure_names());
            for (const auto& [site, course] : work.calls_by_site) add(course, call_figure_names());
            for (const auto& [site, course] : work.backlog_by_site) add(course, backlog_figure_names());
        }
        for (const TeamPerformance& team : performance.teams) {
            for (const auto& value : {std::optional{team.occupancy}, team.occupancy_half_width, team.on_duty_hours,
                                      team.overtime_hours, team.overtime_hours_half_width})
                add(value.value_or(-1.0));
            for (const double value : team.on_duty_by_interval) add(value);
        }
        for (const TargetResult& target : performance.targets) {
            add(target.reached);
            add(target.half_width.value_or(-1.0));
            add(target.days_met.value_or(-1.0));
        }
        add(performance.replications);
    }

    std::uint64_t value() const { return hash_; }

  private:
    template <class Figures>
    void add(const Course<Figures>& course, const std::vector<FigureName<Figures>>& names) {
        add(course.total, names);
        for (const auto& figures : course.by_interval) add(figures, names);
        for (const auto& figures : course.by_day) add(figures, names);
    }
    template <class Figures>
    void add(const Measured<Figures>& figures, const std::vector<FigureName<Figures>>& names) {
        for (const auto& [key, member] : names) {
            add(figures.*member);
            if (figures.half_width) add(*figures.half_width.*member);
        }
    }
    void add(double value) {
        const std::uint64_t bits = std::isnan(value) ? 1 : std::bit_cast<std::uint64_t>(value);
        for (int byte = 0; byte < 8; ++byte) hash_ = (hash_ ^ (bits >> (8 * byte) & 255)) * 1'099'511'628'211U;
    }

    std::uint64_t hash_ = 14'695'981'039'346'656'037U;
};

inline std::uint64_t hash_of(const RandomOrganisation::Staffed& staffed, int replications, int threads) {
    ScenarioParts parts = staffed.scenario.parts();
    parts.simulation.replications = replications;
    const Scenario scenario{std::move(parts)};
    return FiguresHash{simulation::simulate(scenario, staffed.plan, RunControl{.threads = threads})}.value();
}

}  // namespace freiton::test
