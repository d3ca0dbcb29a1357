// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/random_post.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

// Beyond so many standard deviations a normal variable is not: the mean of the part left out is below 5e-8 of one.
constexpr double far_squared = 5.0 * 5.0;

double density(double x) { return std::exp(-0.5 * x * x) * (std::numbers::inv_sqrtpi / std::numbers::sqrt2); }

// P(standard normal <= x), from its density at x, to 8e-8: enough beside the normal approximation itself, and a third
// of the time of erfc. Source: Abramowitz and Stegun (1964), 26.2.17.
double below(double x, double density_at_x) {
    const double t = 1.0 / (1.0 + 0.2316419 * std::abs(x));
    const double tail = density_at_x * t *
                        (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return x < 0.0 ? tail : 1.0 - tail;
}

bool surely_positive(const Normal& x) { return x.mean >= 0.0 && x.mean * x.mean >= far_squared * x.variance; }
bool surely_negative(const Normal& x) { return x.mean <= 0.0 && x.mean * x.mean >= far_squared * x.variance; }

// Last slot of each stream whose arrivals come before what is due at `due` in a stream of `urgency`.
class Ahead {
  public:
    Ahead(const std::vector<PostStream>& streams, int urgency, std::size_t first_due)
        : streams_{streams}, urgency_{urgency} {
        for (const PostStream& stream : streams) {
            const auto upto = std::upper_bound(stream.due.begin(), stream.due.end(), first_due);
            upto_.push_back(stream.urgency == urgency ? static_cast<std::size_t>(upto - stream.due.begin()) : 0);
        }
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

// Excess of what goes before a deadline over the capacity until an item must have been begun; `slot` ends there.
Normal excess_at(const Ahead& ahead, const PostStream& stream, const PostCapacity& capacity, double slot_h,
                 std::size_t due, double last_hours, std::size_t& slot) {
    Normal excess;
    for (; slot <= due; ++slot) {
        const double part = part_before(slot, due, last_hours, slot_h);
        if (part == 0.0) break;
        excess = positive_part(excess);
        ahead.add(slot, excess);
        excess.mean -= part * std::max(0.0, capacity.mean_h[slot] - stream.reserve_h);
        excess.variance += part * capacity.variance[slot];
    }
    return excess;
}

// By slot: the last one before it, or itself, at whose begin nothing of this urgency or a smaller number lay there, if
// everything came as its mean.
std::vector<std::size_t> last_empty(const std::vector<PostStream>& streams, const PostStream& judged,
                                    const PostCapacity& capacity) {
    std::vector<std::size_t> empty;
    double backlog_h = 0.0;
    std::size_t last = 0;
    for (std::size_t s = 0; s < capacity.mean_h.size(); ++s) {
        if (backlog_h <= 0.0) last = s;
        empty.push_back(last);
        for (const PostStream& stream : streams)
            if (stream.urgency <= judged.urgency) backlog_h += stream.work_h[s];
        backlog_h = std::max(0.0, backlog_h - std::max(0.0, capacity.mean_h[s] - judged.reserve_h));
    }
    return empty;
}

// All deadlines of a stream, or those whose walks pass a changed slot.
void judge(const std::vector<PostStream>& streams, const PostCapacity& capacity, double slot_h, std::size_t chance,
           const PostStream& stream, std::optional<std::size_t> changed, std::vector<double>& late) {
    const std::size_t slots = capacity.mean_h.size();
    std::size_t first = 0;
    if (changed)
        first = static_cast<std::size_t>(std::lower_bound(stream.due.begin(), stream.due.end(), *changed) -
                                         stream.due.begin());
    if (first == slots) return;
    const std::vector<std::size_t> empty = last_empty(streams, stream, capacity);
    Ahead ahead{streams, stream.urgency, stream.due[first]};
    for (std::size_t end = first; first < slots; first = end) {
        const std::size_t due = stream.due[first];
        double work_h = 0.0;
        for (; end < slots && stream.due[end] == due; ++end) work_h += stream.work_h[end];
        std::size_t slot = empty[first > chance ? first - chance : 0];
        if (changed && slot > *changed) return;
        if (work_h == 0.0) continue;
        ahead.move_to(due);
        const Normal excess = excess_at(ahead, stream, capacity, slot_h, due, stream.last_hours[first], slot);
        const std::size_t in_vain = std::clamp(slot, first, end);
        spread_late(stream, first, in_vain, excess, late);
        for (std::size_t s = in_vain; s < end; ++s) late[s] = stream.work_h[s];
    }
}

}  // namespace

double part_before(std::size_t slot, std::size_t due, double hours, double slot_h) {
    const double to_the_end = static_cast<double>(due - slot + 1) * slot_h;  // from the start of the slot
    return std::clamp((to_the_end - hours) / slot_h, 0.0, 1.0);
}

double mean_of_positive_part(const Normal& x) {
    if (surely_negative(x)) return 0.0;
    if (surely_positive(x)) return x.mean;
    const double deviation = std::sqrt(x.variance);
    const double z = x.mean / deviation;
    const double d = density(z);
    return std::max(0.0, x.mean * below(z, d) + deviation * d);
}

Normal positive_part(const Normal& x) {
    if (surely_negative(x)) return {};
    if (surely_positive(x)) return x;
    const double deviation = std::sqrt(x.variance);
    const double z = x.mean / deviation;
    const double d = density(z);
    const double p = below(z, d);
    const double mean = std::max(0.0, x.mean * p + deviation * d);
    const double square = (x.mean * x.mean + x.variance) * p + x.mean * deviation * d;
    return {mean, std::max(0.0, square - mean * mean)};
}

void update_late_work(const std::vector<PostStream>& streams, const PostCapacity& capacity, double slot_h,
                      std::size_t chance, std::size_t stream, std::size_t changed, std::vector<double>& late_h) {
    judge(streams, capacity, slot_h, chance, streams[stream], changed, late_h);
}

std::vector<std::vector<double>> late_work(const std::vector<PostStream>& streams, const PostCapacity& capacity,
                                           double slot_h, std::size_t chance) {
    std::vector<std::vector<double>> late_h;
    for (const PostStream& stream : streams) {
        EXPECTS(stream.work_h.size() == capacity.mean_h.size() && stream.due.size() == capacity.mean_h.size());
        late_h.emplace_back(stream.work_h.size(), 0.0);
        judge(streams, capacity, slot_h, chance, stream, std::nullopt, late_h.back());
    }
    return late_h;
}

}  // namespace freiton::analytic
