// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/durations.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace freiton::simulation {

using kernel::DurationBins;

namespace {

std::size_t bytes_of(std::size_t places, int rows) {
    return static_cast<std::size_t>(rows) * (places + 1) * DurationBins::count * sizeof(std::uint32_t) *
           Durations::sections;
}

}  // namespace

Durations::Durations(const Views& views, int rows, std::size_t most_bytes) : views_{&views}, places_{1} {
    if (bytes_of(views.intervals, rows) <= most_bytes)
        places_ = views.intervals;
    else if (bytes_of(views.days, rows) <= most_bytes)
        places_ = views.days;
    for (std::size_t i = 0; i < views.intervals; ++i)
        place_of_cell_.push_back(has_intervals() ? static_cast<int>(i) : has_days() ? views.day_of_interval[i] : 0);
    place_of_cell_.push_back(static_cast<int>(places_));
    for (auto& section : counts_)
        section.assign(static_cast<std::size_t>(rows) * (places_ + 1) * DurationBins::count, 0);
    for (auto& section : zeros_) section.assign(views.list.size() * views.places(), 0.0);
}

kernel::DurationCounts Durations::block() const {
    return {static_cast<int>(places_) + 1, place_of_cell_, std::vector<std::uint32_t>(counts_[0].size(), 0)};
}

void Durations::add(const kernel::DurationCounts& counts, const Moments& moments, int section) {
    auto& into = counts_[static_cast<std::size_t>(section)];
    for (std::size_t i = 0; i < into.size(); ++i) into[i] += counts.counts[i];
    auto& zeros = zeros_[static_cast<std::size_t>(section)];
    for (std::size_t view = 0; view < views_->list.size(); ++view) {
        if (!views_->list[view].call) continue;  // nothing is done in no time
        for (std::size_t place = 0; place < views_->places(); ++place) {
            const Numbers& sum = moments.place(view, place).sum;
            zeros[view * views_->places() + place] += sum[number::admitted] - sum[kernel::call_waited];
        }
    }
}

double Durations::zeros(std::size_t view, std::size_t place, int section) const {
    return zeros_[static_cast<std::size_t>(section)][view * views_->places() + place];
}

void Durations::count(std::size_t view, std::size_t place, int section, std::vector<double>& counts) const {
    counts.assign(DurationBins::count, 0.0);
    const std::vector<std::uint32_t>& in_section = counts_[static_cast<std::size_t>(section)];
    const auto add_place = [&](std::size_t counted) {
        for (const int row : views_->list[view].rows) {
            const std::uint32_t* here =
                &in_section[(static_cast<std::size_t>(row) * (places_ + 1) + counted) * DurationBins::count];
            for (std::size_t b = 0; b < DurationBins::count; ++b) counts[b] += here[b];
        }
    };
    if (place == views_->total_place()) {
        for (std::size_t counted = 0; counted < places_; ++counted) add_place(counted);
    } else if (place < views_->intervals) {
        add_place(place);
    } else if (!has_intervals()) {
        add_place(place - views_->intervals);
    } else {
        for (std::size_t i = 0; i < views_->intervals; ++i)
            if (static_cast<std::size_t>(views_->day_of_interval[i]) == place - views_->intervals) add_place(i);
    }
}

BinnedDurations::BinnedDurations(double zeros, const std::vector<double>& counts) : zeros_{zeros}, upto_{counts} {
    upto_.front() += zeros;
    std::partial_sum(upto_.begin(), upto_.end(), upto_.begin());
}

double BinnedDurations::quantile(double p) const {
    if (upto_.back() <= 0.0) return std::numeric_limits<double>::quiet_NaN();
    const double wanted = p * upto_.back();
    if (wanted <= zeros_) return 0.0;
    const auto found = std::lower_bound(upto_.begin(), upto_.end(), wanted);
    const double below = found == upto_.begin() ? zeros_ : *(found - 1);
    const auto bin = static_cast<int>(found - upto_.begin());
    const double low = DurationBins::lower_edge(bin);
    return low + (DurationBins::lower_edge(bin + 1) - low) * (wanted - below) / (*found - below);
}

}  // namespace freiton::simulation
