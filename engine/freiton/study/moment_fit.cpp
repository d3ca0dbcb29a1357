// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/moment_fit.hpp"

#include <algorithm>
#include <cmath>

namespace freiton::study {

namespace {

constexpr int most_moves = 8;
constexpr int most_halvings = 4;
constexpr double straight_from = 2.0;  // in units of noise
constexpr double near_enough = 0.05;   // of a standard error

using Gradient = std::vector<std::vector<double>>;  // [figure][value]

// Sums over the figures that are fitted: those by hour.
class FittedMoments {
  public:
    FittedMoments(const std::vector<ShownFigure>& figures, const Show& show) : figures_{figures}, show_{show} {
        for (std::size_t f = 0; f < figures.size(); ++f)
            if (figures[f].hour) fitted_.push_back(f);
    }

    ShownBySimulation shown_at(const std::vector<TriedValue>& tried) const { return show_(tried); }

    // Huber's: squares near by, straight further off.
    double distance(const ShownBySimulation& shown, const ShownBySimulation& noise_of) const {
        double sum = 0.0;
        for (const std::size_t f : fitted_) {
            const double off = std::abs(figures_[f].actual - shown.values[f]) / noise_of.noise(f, figures_[f]);
            sum += off <= straight_from ? off * off : straight_from * (2.0 * off - straight_from);
        }
        return sum;
    }

    Gradient slopes(const std::vector<TriedValue>& tried) const {
        Gradient slopes(fitted_.size(), std::vector<double>(tried.size()));
        for (std::size_t k = 0; k < tried.size(); ++k) {
            std::vector<TriedValue> up = tried, down = tried;
            up[k].value = std::min(tried[k].most, tried[k].value + tried[k].step);
            down[k].value = std::max(tried[k].least, tried[k].value - tried[k].step);
            const ShownBySimulation above = show_(up);
            const ShownBySimulation below = show_(down);
            for (std::size_t j = 0; j < fitted_.size(); ++j)
                slopes[j][k] = (above.values[fitted_[j]] - below.values[fitted_[j]]) / (up[k].value - down[k].value);
        }
        return slopes;
    }

    // (G' W G)^-1, and that times G' W off: the step.
    SquareMatrix bread(const Gradient& slopes, const ShownBySimulation& shown) const {
        const std::size_t n = slopes.empty() ? 0 : slopes.front().size();
        SquareMatrix matrix(n, std::vector<double>(n, 0.0));
        for (std::size_t j = 0; j < fitted_.size(); ++j)
            for (std::size_t a = 0; a < n; ++a)
                for (std::size_t b = 0; b < n; ++b) matrix[a][b] += slopes[j][a] * slopes[j][b] * weight(j, shown);
        return inverse_of(std::move(matrix));
    }

    std::vector<double> step(const Gradient& slopes, const SquareMatrix& inverse,
                             const ShownBySimulation& shown) const {
        std::vector<double> pull(inverse.size(), 0.0), step(inverse.size(), 0.0);
        for (std::size_t j = 0; j < fitted_.size(); ++j)
            for (std::size_t a = 0; a < pull.size(); ++a)
                pull[a] += slopes[j][a] * weight(j, shown) * (figures_[fitted_[j]].actual - shown.values[fitted_[j]]);
        for (std::size_t a = 0; a < step.size(); ++a)
            for (std::size_t b = 0; b < step.size(); ++b) step[a] += inverse[a][b] * pull[b];
        return step;
    }

    // bread x (G' W covariance W G) x bread
    SquareMatrix sandwich(const Gradient& slopes, const SquareMatrix& inverse, const ShownBySimulation& shown,
                          double widened) const {
        const std::size_t n = inverse.size();
        std::vector<std::vector<double>> influence(n, std::vector<double>(fitted_.size(), 0.0));
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t j = 0; j < fitted_.size(); ++j)
                for (std::size_t b = 0; b < n; ++b) influence[a][j] += inverse[a][b] * slopes[j][b] * weight(j, shown);
        const std::size_t replications = shown.off.front().size();
        std::vector<std::vector<double>> by_replication(n, std::vector<double>(replications, 0.0));
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t j = 0; j < fitted_.size(); ++j)
                for (std::size_t r = 0; r < replications; ++r)
                    by_replication[a][r] += influence[a][j] * shown.off[fitted_[j]][r];
        SquareMatrix covariance(n, std::vector<double>(n, 0.0));
        const double count = static_cast<double>(replications);
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b) {
                for (std::size_t r = 0; r < replications; ++r)
                    covariance[a][b] += by_replication[a][r] * by_replication[b][r] / (count - 1.0);
                covariance[a][b] *= (1.0 + 1.0 / count) * widened;
            }
        return covariance;
    }

    double degrees_of_freedom(std::size_t values) const {
        return std::max(1.0, static_cast<double>(fitted_.size()) - static_cast<double>(values));
    }

  private:
    double weight(std::size_t j, const ShownBySimulation& shown) const {
        const std::size_t f = fitted_[j];
        const double noise = shown.noise(f, figures_[f]);
        const double off = std::abs(figures_[f].actual - shown.values[f]) / noise;
        return std::min(1.0, straight_from / off) / (noise * noise);
    }

    const std::vector<ShownFigure>& figures_;
    const Show& show_;
    std::vector<std::size_t> fitted_{};
};

// Moves along the step, by half of it and half again where that leads upwards; says whether it found a better place.
bool move_along(const FittedMoments& moments, const std::vector<double>& step, MomentFit& fit) {
    const double before = moments.distance(fit.shown, fit.shown);
    double part = 1.0;
    for (int halvings = 0; halvings < most_halvings; ++halvings, part *= 0.5) {
        std::vector<TriedValue> to = fit.tried;
        for (std::size_t k = 0; k < to.size(); ++k)
            to[k].value = std::clamp(to[k].value + part * step[k], to[k].least, to[k].most);
        ShownBySimulation shown = moments.shown_at(to);
        if (moments.distance(shown, fit.shown) >= before) continue;
        fit.tried = std::move(to);
        fit.shown = std::move(shown);
        return true;
    }
    return false;
}

MomentFit moved(const std::vector<ShownFigure>& figures, std::vector<TriedValue> start, const Show& show, int most) {
    const FittedMoments moments{figures, show};
    MomentFit fit{.tried = std::move(start)};
    fit.shown = moments.shown_at(fit.tried);
    for (int moves = 0; moves <= most; ++moves) {
        const Gradient slopes = moments.slopes(fit.tried);
        const SquareMatrix inverse = moments.bread(slopes, fit.shown);
        fit.unexplained = moments.distance(fit.shown, fit.shown) / moments.degrees_of_freedom(fit.tried.size());
        if (inverse.empty()) break;  // nothing that is tried changes anything
        fit.covariance = moments.sandwich(slopes, inverse, fit.shown, std::max(1.0, fit.unexplained));
        const std::vector<double> step = moments.step(slopes, inverse, fit.shown);
        bool near = true;
        for (std::size_t k = 0; k < step.size(); ++k) {
            const double to = std::clamp(fit.tried[k].value + step[k], fit.tried[k].least, fit.tried[k].most);
            near = near && std::abs(to - fit.tried[k].value) <= near_enough * std::sqrt(fit.covariance[k][k]);
        }
        if (near || moves == most || !move_along(moments, step, fit)) break;
    }
    return fit;
}

}  // namespace

MomentFit fit_moments(const std::vector<ShownFigure>& figures, std::vector<TriedValue> start, const Show& show) {
    return moved(figures, std::move(start), show, most_moves);
}

MomentFit look_around(const std::vector<ShownFigure>& figures, std::vector<TriedValue> there, const Show& show) {
    return moved(figures, std::move(there), show, 0);
}

}  // namespace freiton::study
