// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace freiton::analytic {

/// Post that comes at random, by the slot of its arrival. Work is in agent hours, variances in agent hours squared.
struct PostStream {
    std::vector<double> work_h;    // mean
    std::vector<double> variance;  // of that work: of a Poisson number n of items of length S it is n E[S^2]
    std::vector<std::size_t> due;  // last slot of each arrival's promise; never falls from slot to slot
    std::vector<double>
        last_hours;          // before the end of that slot an item must have been begun: its own length, in hours
    int urgency = 100;       // smaller comes first, whenever it is due
    double reserve_h = 0.0;  // of each slot's capacity stays unused while this work waits
};

/// What the people can do in each slot, and how far it varies: calls keep them busy now more, now less.
struct PostCapacity {
    std::vector<double> mean_h;
    std::vector<double> variance;
};

/// Work that is late in the mean, by the slot of its arrival: [stream][slot].
///
/// Work ahead of the post that is due at the end of slot d: all that is more urgent, and of its own urgency what is due
/// by then. Its excess over the capacity since any slot r is the random walk whose maximum over r is M(d):
///
///   M_s = max(0, M_(s-1)) + A_s - C_s,  s <= d,      late at d = E[max(0, M_d)] - E[max(0, M_d - W_d)]
///
/// Each M_s is taken as normal, its mean and variance carried on through the maximum (Clark). An item must have been
/// begun `last_hours` before its deadline, so the capacity after that moment does not count for it, and what comes
/// later is late. With variances of 0 and streams of one urgency this is the fluid of earliest_due_first.
///
/// Source:   C. E. Clark, "The greatest of a finite set of random variables" (1961); D. V. Lindley (1952).
/// Domain:   all vectors of one length; work and capacities >= 0.
/// Accuracy: normal approximation, for tens of items in a window; see docs/methods.md. Work that was late stays ahead
/// of
///           what comes later: the walk of a deadline begins where the means of all that goes before it were last
///           nothing, and at least `chance` slots before the first arrival that is judged.
/// Cost:     O(streams x slots x length of the walks) steps of 3 to 20 ns.
std::vector<std::vector<double>> late_work(const std::vector<PostStream>& streams, const PostCapacity& capacity,
                                           double slot_h, std::size_t chance);

/// The same for one stream after the capacity of one slot has changed: only those deadlines are judged anew whose walks
/// pass it.
void update_late_work(const std::vector<PostStream>& streams, const PostCapacity& capacity, double slot_h,
                      std::size_t chance, std::size_t stream, std::size_t changed, std::vector<double>& late_h);

/// Work that came when its deadline had passed: as `last_hours`.
inline constexpr double already_late = 1e9;

/// The part of a slot that lies `hours` or more before the end of slot `due`.
double part_before(std::size_t slot, std::size_t due, double hours, double slot_h);

/// A normal variable, and the positive part of one.
struct Normal {
    double mean = 0.0;
    double variance = 0.0;
};
double mean_of_positive_part(const Normal& x);
Normal positive_part(const Normal& x);  // its mean and variance

}  // namespace freiton::analytic
