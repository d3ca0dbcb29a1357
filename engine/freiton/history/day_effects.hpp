// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/history/work_history.hpp"

namespace freiton::history {

/// What a date brings along that level and trend do not know, as terms of a linear model. Columns: weekdays; days from
/// and to the turn of the month; time of the year; for each event the days before, on and after it.
class DayEffects {
  public:
    enum class Group { weekday, month, season, event };
    enum class Side { before, on, after };

    struct Term {
        std::size_t column;
        double value;
        Group group;
    };
    using Terms = std::vector<Term>;

    explicit DayEffects(const Setting& setting) : setting_{setting} {}

    /// As they are known on the day `seen`.
    Terms terms_of(Date date, Date seen) const;

    std::size_t columns() const;
    std::size_t event_column(std::size_t event, Side side) const;

    /// By how much a column is drawn to nothing: variance of the noise of a day over that of the effect. Weekdays and
    /// days of an event all but not: they are what the data say. Days beside an event and at the turn of the month are
    /// as the others unless several say otherwise.
    double ridge(std::size_t column) const;

  private:
    const Setting& setting_;
};

}  // namespace freiton::history
