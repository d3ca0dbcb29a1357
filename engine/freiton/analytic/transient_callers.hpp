// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "freiton/analytic/transient_chain.hpp"
#include "freiton/analytic/transient_demand.hpp"

namespace freiton::analytic {

/// Marked callers on their way through the intervals, until they are answered or give up. What comes after them does
/// not matter, only who is there.
class FollowedCallers {
  public:
    /// `left_s` is what is left of the interval in which they are. `demand` and `agents` must outlive this.
    FollowedCallers(const TransientDemand& demand, const std::vector<int>& agents, std::size_t interval, double left_s,
                    TransientFlow callers);

    /// Goes on for so many seconds, or until nobody is left.
    void follow(double seconds);

    double answered() const { return answered_; }
    double answered_wait_s() const { return answered_wait_s_; }  // of those, where `waited` is carried
    double wait_s() const { return wait_s_; }                    // of all, from here on
    double remaining() const { return flow_.waiting->sum(); }

  private:
    void advance(double seconds);
    void go_on();
    void lose_stranded();

    const TransientDemand& demand_;
    const std::vector<int>& agents_;
    ChainRates rates_;
    std::size_t interval_;
    double left_s_;
    bool closed_ = false;
    TransientFlow flow_;
    double answered_ = 0.0;
    double answered_wait_s_ = 0.0;
    double wait_s_ = 0.0;
};

/// Of marked callers over some time (an integral over it): who is answered in it.
double answered_of(const TransientStates& integral, const ChainRates& rates);

}  // namespace freiton::analytic
