// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "freiton/model/calendar.hpp"

namespace freiton {

/// A value that may change through the week: the same always, a list by interval of an open day, or either of them by
/// weekday. Lists go by the wall clock from the calendar's opening time; a shorter day uses the first ones.
template <class T>
class Varying {
  public:
    /// Of each weekday, Monday first: one value for all day, or a list by interval; nothing where nothing is said.
    using Week = std::array<std::vector<T>, 7>;

    Varying() = default;  // nothing is said
    Varying(T always) {   // NOLINT(google-explicit-constructor): a plain number is the usual case
        week_.fill({std::move(always)});
    }
    explicit Varying(Week week) : week_{std::move(week)} {}

    const Week& week() const { return week_; }
    bool empty() const {
        return std::all_of(week_.begin(), week_.end(), [](const auto& day) { return day.empty(); });
    }
    bool same_every_day() const {
        return std::all_of(week_.begin(), week_.end(), [&](const auto& day) { return day == week_[0]; });
    }

    std::optional<T> at(const Calendar& calendar, IntervalIndex interval) const {
        const Interval& asked = calendar.intervals()[interval];
        const std::vector<T>& day = week_[weekday_index(calendar.date(asked.day))];
        if (day.empty()) return std::nullopt;
        return day[std::min(static_cast<std::size_t>(asked.index_in_day), day.size() - 1)];
    }

    friend bool operator==(const Varying&, const Varying&) = default;

  private:
    Week week_{};
};

}  // namespace freiton
