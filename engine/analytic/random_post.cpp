// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/random_post.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

constexpr double far = 8.0;  // standard deviations: beyond them a normal variable is not

double density(double x) { return std::exp(-0.5 * x * x) * std::numbers::inv_sqrtpi / std::numbers::sqrt2; }
double below(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

// Last slot of each stream whose arrivals come before what is due at `due` in a stream of `urgency`.
class Ahead {
  public:
    Ahead(const std::vector<PostStream>& streams, int urgency) : streams_{streams}, urgency_{urgency} {
        upto_.assign(streams.size(), 0);
    }

    // Due slots must be asked in rising order.
    void move_to(std::size_t due) {
        for (std::size_t k = 0; k < streams_.size(); ++k) {
            const PostStream& stream = streams_[k];
            if (stream.urgency < urgency_) upto_[k] = due + 1;
            if (stream.urgency != urgency_) continue;
            while (upto_[k] < stream.due.size() && stream.due[upto_[k]] <= due) ++upto_[k];
        }
    }

    void add(std::size_t slot, Normal& excess) const {
        for (std::size_t k = 0; k < streams_.size(); ++k) {
            if (slot >= upto_[k]) continue;
            excess.mean += streams_[k].work_h[slot];
            excess.variance += streams_[k].variance[slot];
        }
    }

  private:
    const std::vector<PostStream>& streams_;
    int urgency_;
    std::vector<std::size_t> upto_;
};

// Capacity of the last hours of the slots up to `due`.
double capacity_of_last(const PostCapacity& capacity, double slot_h, std::size_t due, double hours) {
    double work_h = 0.0;
    for (std::size_t slot = due + 1; slot-- > 0 && hours > 0.0; hours -= slot_h)
        work_h += capacity.mean_h[slot] * std::min(1.0, hours / slot_h);
    return work_h;
}

// Spreads what is late at a deadline over its arrivals: who came last is late first.
void spread_late(const PostStream& stream, std::size_t first, std::size_t end, const Normal& excess,
                 std::vector<double>& late_h) {
    double after_h = 0.0;  // of the same deadline, and later arrivals
    double later = mean_of_positive_part(excess);
    for (std::size_t slot = end; slot-- > first;) {
        after_h += stream.work_h[slot];
        const double still = mean_of_positive_part({excess.mean - after_h, excess.variance});
        late_h[slot] = std::clamp(later - still, 0.0, stream.work_h[slot]);
        later = still;
    }
}

}  // namespace

double mean_of_positive_part(const Normal& x) {
    const double deviation = std::sqrt(x.variance);
    if (x.mean >= far * deviation) return x.mean;
    if (x.mean <= -far * deviation) return 0.0;
    const double z = x.mean / deviation;
    return x.mean * below(z) + deviation * density(z);
}

Normal positive_part(const Normal& x) {
    const double deviation = std::sqrt(x.variance);
    if (x.mean >= far * deviation) return x;
    if (x.mean <= -far * deviation) return {};
    const double z = x.mean / deviation;
    const double p = below(z);
    const double d = density(z);
    const double mean = x.mean * p + deviation * d;
    const double square = (x.mean * x.mean + x.variance) * p + x.mean * deviation * d;
    return {mean, std::max(0.0, square - mean * mean)};
}

std::vector<std::vector<double>> late_work(const std::vector<PostStream>& streams, const PostCapacity& capacity,
                                           double slot_h, std::size_t lookback) {
    const std::size_t slots = capacity.mean_h.size();
    std::vector<std::vector<double>> late_h;
    for (const PostStream& stream : streams) {
        EXPECTS(stream.work_h.size() == slots && stream.due.size() == slots);
        std::vector<double> late(slots, 0.0);
        Ahead ahead{streams, stream.urgency};
        for (std::size_t first = 0; first < slots;) {
            const std::size_t due = stream.due[first];
            std::size_t end = first;
            double work_h = 0.0;
            for (; end < slots && stream.due[end] == due; ++end) work_h += stream.work_h[end];
            ahead.move_to(due);
            if (work_h > 0.0) {
                Normal excess;
                for (std::size_t slot = first > lookback ? first - lookback : 0; slot <= due; ++slot) {
                    excess = positive_part(excess);
                    ahead.add(slot, excess);
                    excess.mean -= capacity.mean_h[slot];
                    excess.variance += capacity.variance[slot];
                }
                excess.mean += capacity_of_last(capacity, slot_h, due, stream.last_hours[first]);
                spread_late(stream, first, end, excess, late);
            }
            first = end;
        }
        late_h.push_back(std::move(late));
    }
    return late_h;
}

}  // namespace freiton::analytic
