// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace freiton::analytic {

/// A queue with patience, seen from the moment when all agents are busy, in units of the mean patience:
/// c = agents x patience / aht (services), y = load x patience / aht (arrivals).
struct QueueShape {
    double c = 0.0;
    double y = 0.0;
};

/// Weights of the states with k callers waiting, t_k = y^k / ((c+1) ... (c+k)), t_0 = 1, added up over those arrivals
/// that find k waiting and join. All are scaled by exp(-ln_scale), as they overflow under heavy overload.
struct QueueSums {
    double ln_scale = 0.0;
    double mass = 0.0;            // sum of t_k: an arrival joins the queue
    double served = 0.0;          // sum of t_k P(is answered)
    double abandoned = 0.0;       // sum of t_k P(gives up)
    double served_wait = 0.0;     // sum of t_k E[wait; answered], in mean patiences
    double abandoned_wait = 0.0;  // sum of t_k E[wait; gives up]
    double last = 0.0;            // t at k = waiting places: the arrival is blocked; 0 without a limit
};

/// The sums state by state. With k callers ahead P(gives up) = (k+1) / (c+k+1), and exp(-virtual wait) follows a
/// Beta(c, k+1) law, whence the mean waits.
///
/// Source:   Palm (1957); Riordan, "Stochastic Service Systems" (1962), p. 111; the Beta law from the sum of
/// exponential
///           stages with rates (c+i), Zeltyn and Mandelbaum (2005).
/// Domain:   c > 0, y >= 0; `places` >= 0 waiting places, may be infinite.
/// Accuracy: relative error about 1e-15 (1 + ln of the largest t): all terms are positive.
/// Cost:     O(sqrt(y)) states near c = y; 37 / ln(c/y) where y < c.
QueueSums sum_queue_states(QueueShape shape, double places);

/// The same where nobody gives up and the waiting places are limited: t_k = (load / agents)^k; waits in units of
/// aht / agents. Domain: load_per_agent >= 0, places >= 0 and finite. Cost: O(places), fewer states if t falls fast.
QueueSums sum_endless_queue_states(double load_per_agent, double places);

}  // namespace freiton::analytic
