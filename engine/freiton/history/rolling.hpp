// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/history/level_fit.hpp"
#include "freiton/history/scale.hpp"
#include "freiton/history/to_come.hpp"

namespace freiton::history {

/// Forecasts from one day within the history, of nothing but what was known then. Dates that somebody states are taken
/// as known at any time.
struct Origin {
    std::size_t known = 0;          // days before it
    std::vector<double> weights{};  // of those days, by their fit
    struct Tried {
        std::size_t day = 0;
        double mean = 0.0;     // of the value
        double growth = 1.0;   // of the doubt, as LevelFit tells it
        bool foreseen = true;  // which events it or the days beside it have
    };
    std::vector<Tried> tried{};
};

struct Rolling {
    std::vector<Origin> origins{};
    LevelShape choice{};  // of all that was known at the end
};

/// Days after the last known one that a forecast is asked for.
struct Ahead {
    int first = 1;
    int last = 14;
};

/// Forecasts from up to a hundred days, spread evenly once `warm_up_days` have passed, for the days so far ahead. Of
/// the shapes each origin takes that whose forecasts had been off least by then; a trend must be a quarter better. So
/// no forecast knows, or was chosen by, what came in after it.
Rolling roll(const DaySeries& series, const std::vector<double>& actuals, const RootScale& scale,
             const DayEffects& effects, const std::vector<LevelShape>& shapes, const Ahead& ahead);

inline constexpr int warm_up_days = 28;

/// The shapes that are tried; those with a season only for histories of more than a year.
std::vector<LevelShape> shapes_for(const DaySeries& series);

/// Errors of one shape after the other, of forecasts whose days have come.
class ShapeChoice {
  public:
    explicit ShapeChoice(const std::vector<LevelShape>& shapes) : shapes_{shapes}, off_(shapes.size(), 0.0) {}

    void note(std::size_t day, std::vector<double> off_by_shape) { to_come_.add(day, std::move(off_by_shape)); }
    void come_to(std::size_t known);  // days
    std::size_t best() const;

  private:
    const std::vector<LevelShape>& shapes_;
    ToCome<std::vector<double>> to_come_{};
    std::vector<double> off_;
    std::size_t noted_ = 0;
};

}  // namespace freiton::history
