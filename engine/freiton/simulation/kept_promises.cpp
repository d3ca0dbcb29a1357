// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kept_promises.hpp"

#include <algorithm>

#include "freiton/model/performance.hpp"

namespace freiton::simulation {

namespace {

double share_of(std::int64_t kept, std::int64_t asked) {
    return asked > 0 ? static_cast<double>(kept) / static_cast<double>(asked) : CallFigures::none;
}

}  // namespace

KeptPromises::KeptPromises(const std::vector<Promise>& promises)
    : promises_{&promises},
      counts_(promises.size()),
      days_are_promised_{std::any_of(promises.begin(), promises.end(),
                                     [](const Promise& promise) { return promise.each_day != nullptr; })} {}

void KeptPromises::judge(std::size_t p, double numerator, double denominator, Scope place) {
    if (denominator <= 0.0) return;
    const Promise& promise = (*promises_)[p];
    const std::int64_t kept = promise.of_one_day().kept_by(numerator / denominator) ? 1 : 0;
    Count& count = counts_[p];
    if (place == Scope::interval) {
        count.intervals_kept += kept;
        ++count.intervals_asked;
        return;
    }
    count.days_kept += kept;
    ++count.days_asked;
    if (!promise.each_day) return;
    count.kept_here += kept;
    ++count.asked_here;
}

KeptPromises::Days KeptPromises::days_here(std::size_t p) const {
    return {static_cast<double>(counts_[p].kept_here), static_cast<double>(counts_[p].asked_here)};
}

void KeptPromises::next() {
    if (!days_are_promised_) return;
    for (std::size_t p = 0; p < counts_.size(); ++p) {
        const Days here = days_here(p);
        Count& count = counts_[p];
        count.kept2 += here.kept * here.kept;
        count.asked2 += here.asked * here.asked;
        count.kept_asked += here.kept * here.asked;
        count.kept_here = count.asked_here = 0;
    }
}

KeptPromises& KeptPromises::operator+=(const KeptPromises& other) {
    for (std::size_t p = 0; p < counts_.size(); ++p) {
        Count& count = counts_[p];
        const Count& more = other.counts_[p];
        count.days_kept += more.days_kept;
        count.days_asked += more.days_asked;
        count.intervals_kept += more.intervals_kept;
        count.intervals_asked += more.intervals_asked;
        count.kept2 += more.kept2;
        count.asked2 += more.asked2;
        count.kept_asked += more.kept_asked;
    }
    return *this;
}

void KeptPromises::clear() { std::fill(counts_.begin(), counts_.end(), Count{}); }

double KeptPromises::days_met(std::size_t p) const { return share_of(counts_[p].days_kept, counts_[p].days_asked); }

double KeptPromises::intervals_met(std::size_t p) const {
    return share_of(counts_[p].intervals_kept, counts_[p].intervals_asked);
}

Estimate KeptPromises::kept_days(std::size_t p, std::int64_t replications) const {
    const Count& count = counts_[p];
    return share_of_days(ratio_estimate(static_cast<double>(count.days_kept), static_cast<double>(count.days_asked),
                                        count.kept2, count.asked2, count.kept_asked, replications, true),
                         replications);
}

}  // namespace freiton::simulation
