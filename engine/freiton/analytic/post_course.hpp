// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "freiton/analytic/pool_work.hpp"
#include "freiton/model/quantile_figures.hpp"

namespace freiton::analytic {

/// Sums over the items that arrive in an interval, and over what happens during it; ratios come last.
struct PostSums {
    double offered = 0.0;
    double done = 0.0;
    double in_time = 0.0;
    double turnaround_h = 0.0;  // of the done
    double completed = 0.0;
    double busy_h = 0.0;
    double load_h = 0.0;
    double waiting_h = 0.0;  // item hours
    double backlog = 0.0;    // at the end
    double due = 0.0;
    double oldest_h = CallFigures::none;
    double open_h = 0.0;
    std::map<double, double> turnarounds;  // hours, items

    PostSums& then(const PostSums& next);     // the next interval of the same work
    PostSums& beside(const PostSums& other);  // the same interval of another site
    BacklogFigures figures(const std::vector<QuantileFigure<BacklogFigures>>& quantiles) const;
};

/// What a pool's people make of its post: by stream of the pool, by interval.
std::vector<std::vector<PostSums>> post_sums(const Scenario& scenario, const Pool& pool, PostTime& time,
                                             const std::vector<int>& agents);

}  // namespace freiton::analytic
