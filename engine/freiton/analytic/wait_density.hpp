// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/analytic/queue_states.hpp"

namespace freiton::analytic {

/// Integrals over virtual waits v between two bounds, in mean patiences, of exp(y (1 - e^-v) - c v): the density of the
/// virtual wait of Erlang A up to a factor. Scaled by exp(-ln_scale).
struct WaitIntegrals {
    double mass = 0.0;            // of the density
    double served = 0.0;          // times e^-v: the caller is still there
    double abandoned = 0.0;       // times 1 - e^-v
    double served_wait = 0.0;     // times v e^-v
    double abandoned_wait = 0.0;  // times 1 - e^-v (1 + v)
};

/// Scale of the integrals: the largest exponent, so that nothing overflows.
double largest_exponent(QueueShape shape);

/// Integrates from `from` to `to` (may be infinite) by Gauss-Legendre on panels as wide as the density allows; the two
/// mean waits only if asked for.
///
/// Source:   Zeltyn and Mandelbaum, "Call centers with impatient customers" (2005), section 3: their J(t) and kin, with
///           H(x) = patience (1 - e^-v).
/// Domain:   c > 0, y > 0, 0 <= from <= to.
/// Accuracy: relative error about 1e-14: all terms are positive, and the exponent is written so that nothing cancels.
/// Cost:     O(1): a few panels, whatever the load (up to 40 where c < 1).
WaitIntegrals integrate_wait_density(QueueShape shape, double from, double to, bool with_waits);

}  // namespace freiton::analytic
