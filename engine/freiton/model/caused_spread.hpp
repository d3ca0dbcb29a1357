// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// Parts of the first contacts that are not followed any further.
inline constexpr double negligible_contacts = 1e-9;

/// A kind of work from one site, with what comes of it.
struct ComingStream {
    WorkIndex work;
    std::string site;
    OpenMask accepted{};
    std::vector<double> first{};
    std::vector<double> caused{};
    std::vector<double> pending{};  // has come, and what it leads to has not been followed
    std::vector<double> again{};    // the same in the next repetition
};

/// One entry of a kind of work from one site: how what it causes spreads over the intervals.
class Spread {
  public:
    Spread(const Scenario& scenario, const Work& cause, const LeadsTo& lead, std::size_t from, std::size_t to,
           bool call);

    std::size_t from() const { return from_; }
    std::size_t to() const { return to_; }

    /// What so many that are begun in the interval lead to in the same one.
    double at_once(std::size_t i, double number, const ComingStream& to) const {
        return number * share_ * (is_taken(i, to) ? part(i, i, over_after(0)) : 0.0);
    }

    /// The rest: in later ones.
    void later(std::size_t i, double number, ComingStream& to) const {
        const std::size_t intervals = begins_.size();
        double over = over_after(1);
        for (std::size_t k = i + 1; over < 1.0 && (repeats_ || k < intervals); ++k) {
            const std::size_t j = k % intervals;
            const double caused = is_taken(j, to) ? number * share_ * part(i, k, over) : 0.0;
            over = over_after(steps(i, k) + 1);
            if (caused <= 0.0) continue;
            to.caused[j] += caused;
            (k < intervals ? to.pending : to.again)[j] += caused;
        }
    }

  private:
    double over_after(std::size_t step) const { return over_[std::min(step, over_.size() - 1)]; }
    bool is_taken(std::size_t j, const ComingStream& to) const {
        return !call_ || on_the_line_ || is_open_in(to.accepted, j);
    }

    // Steps from the beginning of interval i to that of the k-th, counted on where the calendar repeats.
    std::size_t steps(std::size_t i, std::size_t k) const {
        return begins_[k % begins_.size()] + k / begins_.size() * period_ - begins_[i];
    }

    // Of what is begun in interval i, what is over in the k-th. With it comes the post of the closed time before, and
    // who is transferred when it has closed.
    double part(std::size_t i, std::size_t k, double over_before) const {
        const double by_end = over_after(steps(i, k) + 1);
        if (!call_) return by_end - over_before;
        const double by_begin = over_after(steps(i, k));
        if (!on_the_line_) return by_end - by_begin;
        const bool last = !repeats_ && k + 1 == begins_.size();
        return (last ? 1.0 : over_after(steps(i, k + 1))) - by_begin;
    }

    std::size_t from_;
    std::size_t to_;
    double share_;
    bool call_;
    bool on_the_line_;
    bool repeats_;
    std::vector<std::size_t> begins_;
    std::size_t period_ = 0;
    std::vector<double> over_{};  // by steps
};

}  // namespace freiton
