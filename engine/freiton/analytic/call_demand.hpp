// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/call_queue.hpp"
#include "freiton/model/call_sums.hpp"

namespace freiton::analytic {

/// A factor on the arrivals and the probability of such days.
struct DayFactor {
    double factor = 1.0;
    double probability = 1.0;
};

inline constexpr int day_factor_nodes = 16;

/// Gauss quadrature over a gamma law of mean 1 and this coefficient of variation; one node of weight 1 for cv 0.
///
/// Source:   G. Golub, J. Welsch, "Calculation of Gauss quadrature rules" (1969), for generalized Laguerre polynomials.
/// Accuracy: exact for polynomials of degree 31 in the factor. A service level that ends at saturation (Erlang C) has a
/// kink
///           there, which costs digits where such days are likely.
std::vector<DayFactor> day_factors(double cv);

/// The calls of an interval with what goes beyond one steady queue: callers who try again, and days that differ.
struct CallDemand {
    CallStream first_attempts{};
    std::optional<Redial> redial{};
    std::vector<DayFactor> days{{1.0, 1.0}};

    bool plain() const { return !redial && days.size() == 1; }
};

/// All attempts of a stream whose losers try again: the fixed point of
///
///   attempts = first (1 + q + ... + q^(m-1)),   q = redial share x P(an attempt is lost),   m attempts at most
///
/// at which the queue sees `attempts`. Redials are taken as a part of the Poisson stream, in the same interval.
/// Source:   Aguir, Karaesmen, Aksin, Chauvet, "The impact of retrials on call center performance" (2004), in steady
/// state. Accuracy: relative 1e-13; convergence is a postcondition.
CallStream with_redials(const CallStream& first_attempts, const Redial& redial, Agents agents);

/// A queue that some calls meet. Weights of a mixture may be negative: where a kind has what is left of several.
struct WaitPart {
    double admitted = 0.0;
    CallQueue queue;
};

/// The queues of one interval, one for each kind of day, and sums over them: E[factor SL(factor)] / E[factor] and its
/// kin come out as ratios of sums.
class DemandParts {
  public:
    DemandParts(const CallDemand& demand, Agents agents);

    /// Expected sums during `length`, with the service level of this threshold and counting rule.
    CallSums sums(Seconds length, Seconds threshold, Counting counting, double short_s = -1.0) const;

    /// The queues of the calls that find a line, with the number of calls that meet each.
    std::vector<WaitPart> waits(Seconds length) const;

  private:
    struct Part {
        CallStream calls;
        CallQueue queue;
        double probability;
    };
    std::vector<Part> parts_;
};

}  // namespace freiton::analytic
