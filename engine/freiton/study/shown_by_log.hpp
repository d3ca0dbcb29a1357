// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/core/run_control.hpp"
#include "freiton/model/calibration.hpp"
#include "freiton/study/as_it_came.hpp"

namespace freiton::study {

/// A figure that both a log and a simulation of its days show: of one kind of calls in one hour of the day, or over
/// all, on all days together.
struct ShownFigure {
    std::size_t logged_work = 0;
    std::optional<Minutes> hour{};
    Compared figure{};
    double actual = CallFigures::none;
    double calls = 0.0;  // that it is about
};

/// Service level, ASA and abandonment as far as the log has them, by hour where enough calls came, then over all.
std::vector<ShownFigure> shown_figures(const Scenario& scenario, const LoggedCalls& logged);

/// What simulations show in place of these figures: ratios of sums over replications, and how far each replication was
/// off (by the delta method). [figure], [figure][replication]
struct ShownBySimulation {
    std::vector<double> values{};
    std::vector<std::vector<double>> off{};

    /// Standard deviation of a figure in one replication, by chance alone; never quite nothing.
    double noise(std::size_t figure, const ShownFigure& shown) const;
    double covariance(std::size_t one, std::size_t other) const;
};
ShownBySimulation shown_by_simulation(const Scenario& scenario, const AsItCame& days,
                                      const std::vector<ShownFigure>& figures, const Unsaid& trial, int replications,
                                      const RunControl& control);

}  // namespace freiton::study
