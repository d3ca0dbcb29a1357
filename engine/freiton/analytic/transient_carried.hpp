// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/analytic/transient_layers.hpp"
#include "freiton/analytic/transient_states.hpp"
#include "freiton/analytic/transient_steps.hpp"

namespace freiton::analytic {

/// One of the things that a chain carries: its states now, and the sums that make the end and the integral of a time.
class CarriedStates {
  public:
    CarriedStates(const TransientStates& begin, const ChainExtent& extent);

    void count(double exactly, double more_than);
    void step(const ChainSteps& steps) { steps.step(now_, next_); }

    /// Adds a part of others to what the step brings: those that were there before it and wait, with a line left.
    void join(const StateLayers& others, double part, int lines);

    void go_on() { now_.swap(next_); }
    const StateLayers& now() const { return now_; }
    bool empty() const;
    double weight_at_top() const;
    TransientStates end() const { return states(end_, 1.0); }
    TransientStates integral() const { return states(integral_, 1.0 / extent_.pace); }

  private:
    TransientStates states(const StateLayers& layers, double factor) const;

    ChainExtent extent_;
    StateLayers now_, next_, end_, integral_;
};

}  // namespace freiton::analytic
