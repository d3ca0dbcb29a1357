// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cmath>
#include <limits>

#include "freiton/core/contracts.hpp"

namespace freiton {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A span of time. 20s and 4min convert by themselves; a bare number does not.
using Seconds = std::chrono::duration<double>;
using Hours = std::chrono::duration<double, std::ratio<3600>>;

constexpr double seconds_a_day = 86'400.0;

/// People on duty. Real-valued, because the formulas are: fractional agents are legal there. Never negative.
class Agents {
  public:
    constexpr Agents() = default;
    explicit constexpr Agents(double value) : value_{value} { EXPECTS(value >= 0.0); }
    constexpr double value() const { return value_; }
    friend constexpr auto operator<=>(Agents, Agents) = default;

  private:
    double value_ = 0.0;
};

/// Offered work: the mean number of busy agents if nobody ever waited. Never negative.
class Erlangs {
  public:
    constexpr Erlangs() = default;
    explicit constexpr Erlangs(double value) : value_{value} { EXPECTS(value >= 0.0); }
    constexpr double value() const { return value_; }
    friend constexpr auto operator<=>(Erlangs, Erlangs) = default;

  private:
    double value_ = 0.0;
};

/// Mean number of arrivals per second. Never negative.
class ArrivalRate {
  public:
    constexpr ArrivalRate() = default;
    constexpr ArrivalRate(double arrivals, Seconds during) : per_second_{arrivals / during.count()} {
        EXPECTS(per_second_ >= 0.0);
    }
    constexpr double per_second() const { return per_second_; }

  private:
    double per_second_ = 0.0;
};

constexpr Erlangs operator*(ArrivalRate rate, Seconds mean_handling_time) {
    return Erlangs{rate.per_second() * mean_handling_time.count()};
}

/// A probability or a share: 0.8, never 80.
class Share {
  public:
    constexpr Share() = default;
    explicit constexpr Share(double value) : value_{value} { EXPECTS(value >= 0.0 && value <= 1.0); }
    constexpr double value() const { return value_; }
    friend constexpr auto operator<=>(Share, Share) = default;

  private:
    double value_ = 0.0;
};

}  // namespace freiton
