// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/history/day_effects.hpp"
#include "freiton/history/envelope.hpp"
#include "freiton/history/scale.hpp"
#include "freiton/model/forecast.hpp"

namespace freiton::history {

/// How the level moves, and which effects are looked for.
struct LevelShape {
    bool trend = false;          // the slope moves, not the level itself
    double step_variance = 0.1;  // of the level's (or slope's) steps from week to week, over that of single days
    bool month = false;
    bool season = false;
};

/// The level's last step, too large to be one of its own: from that day on all is higher (or lower) by this.
struct LevelShift {
    Date from{};
    std::size_t days = 0;  // of the history
    double step = 0.0;     // on the scale of the values
};

/// Values of days on a scale on which their noise is about equal.
struct DaySeries {
    std::vector<Date> dates{};  // in order
    std::vector<double> values{};
    std::vector<DayEffects::Terms> terms{};
    double least_noise = 0.5;         // standard deviation that chance alone has on this scale
    std::vector<double> variances{};  // of the days' own values by chance; empty: as their mean tells it

    double chance(std::size_t day, double by_mean) const { return variances.empty() ? by_mean : variances[day]; }
};

/// Level and effects of days, by penalised least squares: the level is a chain of straight lines between points a week
/// apart, whose steps (or changes of slope) are held to their variance; effects are drawn to nothing by their ridge.
/// Days far from the rest weigh little, and ever less (Huber's weights up to 4 spreads, falling faster beyond); days of
/// a year ago weigh half. Where the last `fewest_days_of_shift` days and more are off on the same side, by more than
/// two spreads in the mean, they are the rule and no exception: from the first of them on the level is another one
/// (`shift`). So it is where a step among the last 4 to 20 days explains them better than chance, weekdays and the
/// level's usual steps do: by a likelihood ratio of 200, which days that vary by themselves reach in less than one
/// history of a hundred. (Days that hang together, as real ones do, reach 100 now and then.)
///
/// Source: the smoother of a local level or slope with regressors, as in Harvey (1989), Forecasting, Structural Time
///         Series Models and the Kalman Filter, 2.3 and 7.3, written as one linear system; Huber (1981) for the
///         weights; the likeliest moment of a step is that of Hinkley (1970), Inference about the change-point.
/// Cost:   O(days + weeks x columns^2), five times.
class LevelFit {
  public:
    static constexpr double outlier_beyond = 4.0;  // spreads
    static constexpr std::size_t fewest_days_of_shift = 4;

    /// Of the first `known` days of the series.
    LevelFit(const DaySeries& series, std::size_t known, const DayEffects& effects, const LevelShape& shape);

    double at(Date date, const DayEffects::Terms& terms) const;  // the level goes on as it ended
    double effect(std::size_t column) const { return coefficients_[points_ + column]; }
    const std::vector<double>& residuals() const { return residuals_; }
    const std::vector<double>& weights() const { return weights_; }  // of robustness alone, from 0 to 1
    double spread() const { return spread_; }                        // robust standard deviation of the residuals
    std::vector<bool> outliers() const;                              // days that are further off than outlier_beyond
    double variance() const;                                         // weighted, of the residuals
    const std::optional<LevelShift>& shift() const { return shift_; }

    /// Standard deviation of what comes then about at(), over that of a single day: what level and effects are not
    /// known to, and how far the level may have moved by then. An effect that was never seen is none, without a doubt.
    double growth(Date date, const DayEffects::Terms& terms) const;

    /// Likewise of the residual of a day that was fitted: it drew the fit to itself.
    double growth_of_residual(const DaySeries& series, std::size_t day) const;

  private:
    /// Days from `first` on that are off together, and by how many standard deviations of chance.
    struct Step {
        std::size_t first = 0;
        double deviations = 0.0;
    };
    Step likeliest_step(const DaySeries& series) const;
    double leverage(const DaySeries& series, std::size_t day) const;
    double weight(const DaySeries& series, std::size_t day) const;
    std::vector<double> row_of(Date date, const DayEffects::Terms& terms) const;
    void fit(const DaySeries& series, const DayEffects& effects);    // from equal weights on
    void solve(const DaySeries& series, const DayEffects& effects);  // with the weights as they are
    std::size_t one_sided_end() const;                               // the first day of it; none: behind the last
    void weigh(const DaySeries& series);                             // by residuals as they are
    bool has(DayEffects::Group group) const {
        return (group != DayEffects::Group::month || shape_.month) &&
               (group != DayEffects::Group::season || shape_.season);
    }
    template <class Use>
    void for_each_term(Date date, const DayEffects::Terms& terms, Use use) const;

    LevelShape shape_;
    Date last_;
    std::size_t points_;  // newest first
    std::vector<double> coefficients_{};
    std::vector<double> residuals_{};
    std::vector<double> weights_{};
    std::vector<bool> seen_{};  // by coefficient, whether a day has it
    std::optional<EnvelopeFactor> factor_{};
    double spread_ = 0.0;
    std::optional<LevelShift> shift_{};
};

template <class Use>
void LevelFit::for_each_term(Date date, const DayEffects::Terms& terms, Use use) const {
    const double weeks_back = static_cast<double>((last_ - date).count()) / 7.0;
    if (weeks_back < 0.0) {
        use(0, shape_.trend ? 1.0 - weeks_back : 1.0);
        if (shape_.trend) use(1, weeks_back);
    } else {
        const auto newer = static_cast<std::size_t>(weeks_back);
        const double beyond = weeks_back - static_cast<double>(newer);
        use(newer, 1.0 - beyond);
        if (beyond > 0.0) use(newer + 1, beyond);
    }
    for (const DayEffects::Term& term : terms)
        if (has(term.group)) use(points_ + term.column, term.value);
    if (shift_ && date >= shift_->from) use(coefficients_.size() - 1, 1.0);
}

/// What the last step of a fitted level means on the scale of what was counted; none without one.
std::optional<ForecastShift> shift_of(const DaySeries& series, const LevelFit& fit, const RootScale& scale);

}  // namespace freiton::history
