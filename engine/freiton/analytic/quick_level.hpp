// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/units.hpp"
#include "freiton/model/work.hpp"

namespace freiton::analytic {

/// A service level and its growth by one agent, both approximate.
struct LevelAndSlope {
    double level = 0.0;
    double slope = 0.0;
};

/// The service level of Erlang A without a limit of lines to about six digits, for searches that try neighbouring
/// numbers of agents: what it saves is that nobody's mean wait is computed, that the density of waits is integrated
/// with ten nodes on each of at most three parts, and that 1/B goes on from the last number asked
/// for by its recurrence, one multiplication an agent. Searches settle near ties by ErlangA
/// (FewestAgents.QuickLevelsAgreeWithTheFormula). With it `fewest_agents` answers 0.63 to 0.90 million questions a
/// second, before 0.11 to 0.27 (fewest_agents_erlang_a in erlang_bench).
///
/// Source:   as ErlangA (Zeltyn and Mandelbaum 2005); 1/B near the load as in erlang_c_march.
/// Domain:   `covers` says; loads from 0.05 to 100,000 Erlang, thresholds up to two mean patiences, at least a fifth of
///           the load as agents.
/// Accuracy: absolute error of the level below `quick_level_error` (QuickLevel.IsAsCloseAsItSays).
/// Cost:     0.4 microseconds, independent of the load.
class QuickLevel {
  public:
    /// Patience and threshold in handling times.
    QuickLevel(Erlangs offered, double patience, double threshold, Counting counting);

    bool covers(double agents) const;
    LevelAndSlope at(double agents);

    /// Roughly how many agents reach a level, as if waits spread normally round those of a fluid: where to begin.
    double agents_near(double level) const;

    /// Newton's next try: whole agents.
    double agents_after(double agents, LevelAndSlope found, double level) const;

  private:
    void move_to(double agents);

    double a_;          // load
    double patience_;   // in handling times
    double y_;          // arrivals in a mean patience
    double threshold_;  // in mean patiences
    double gone_;       // 1 - e^-threshold
    Counting counting_;
    double n_ = -1.0;  // agents for which reciprocal_ holds
    double reciprocal_ = 1.0;
};

inline constexpr double quick_level_error = 1e-5;

}  // namespace freiton::analytic
