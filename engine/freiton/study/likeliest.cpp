// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/likeliest.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace freiton::study {

namespace {

using Point = std::vector<double>;
using Height = std::function<double(const Point&)>;

constexpr double difference_step = 1e-3;  // rounding 1e-11 of a height of 1e5 is 1e-5 of its second difference
constexpr double small_step = 1e-6;
constexpr double longest_step = 1.0;  // a factor e of what the parameters are logarithms of
constexpr int most_steps = 60;

struct Slopes {
    Point first{};
    SquareMatrix second{};
};

Slopes slopes_at(const Height& function, const Point& at, double height) {
    const std::size_t n = at.size();
    const double h = difference_step;
    const auto moved = [&](std::size_t i, double by, std::size_t j, double and_by) {
        Point to = at;
        to[i] += by;
        to[j] += and_by;
        return function(to);
    };
    Slopes slopes{Point(n), SquareMatrix(n, Point(n))};
    for (std::size_t i = 0; i < n; ++i) {
        const double up = moved(i, h, i, 0.0);
        const double down = moved(i, -h, i, 0.0);
        slopes.first[i] = (up - down) / (2.0 * h);
        slopes.second[i][i] = (up - 2.0 * height + down) / (h * h);
        for (std::size_t j = 0; j < i; ++j) {
            const double mixed =
                (moved(i, h, j, h) - moved(i, h, j, -h) - moved(i, -h, j, h) + moved(i, -h, j, -h)) / (4.0 * h * h);
            slopes.second[i][j] = slopes.second[j][i] = mixed;
        }
    }
    return slopes;
}

SquareMatrix information_of(const Slopes& slopes) {
    SquareMatrix matrix = slopes.second;
    for (std::vector<double>& row : matrix)
        for (double& entry : row) entry = -entry;
    return matrix;
}

double along(const Point& a, const Point& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

// Newton's step; where the function does not bend down, along the slope.
Point step_up(const Slopes& slopes) {
    const SquareMatrix inverse = inverse_of(information_of(slopes));
    if (inverse.empty()) return slopes.first;
    Point step;
    step.reserve(inverse.size());
    for (const Point& row : inverse) step.push_back(along(row, slopes.first));
    bool bends_down = along(step, slopes.first) > 0.0;
    for (std::size_t i = 0; i < inverse.size(); ++i) bends_down = bends_down && inverse[i][i] > 0.0;
    return bends_down ? step : slopes.first;
}

double length_of(const Point& step) {
    double longest = 0.0;
    for (const double part : step) longest = std::max(longest, std::abs(part));
    return longest;
}

}  // namespace

SquareMatrix inverse_of(SquareMatrix matrix) {
    const std::size_t n = matrix.size();
    SquareMatrix inverse(n, Point(n, 0.0));
    for (std::size_t i = 0; i < n; ++i) inverse[i][i] = 1.0;
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t i = column; i < n; ++i)
            if (std::abs(matrix[i][column]) > std::abs(matrix[pivot][column])) pivot = i;
        if (!(std::abs(matrix[pivot][column]) > 0.0)) return {};
        std::swap(matrix[pivot], matrix[column]);
        std::swap(inverse[pivot], inverse[column]);
        const double by = matrix[column][column];
        for (std::size_t j = 0; j < n; ++j) {
            matrix[column][j] /= by;
            inverse[column][j] /= by;
        }
        for (std::size_t i = 0; i < n; ++i) {
            const double times = matrix[i][column];
            if (i == column || times == 0.0) continue;
            for (std::size_t j = 0; j < n; ++j) {
                matrix[i][j] -= times * matrix[column][j];
                inverse[i][j] -= times * inverse[column][j];
            }
        }
    }
    return inverse;
}

Summit climb(const std::function<double(const std::vector<double>&)>& function, std::vector<double> start) {
    Summit summit{.at = std::move(start)};
    summit.height = function(summit.at);
    if (summit.at.empty()) return summit;
    Slopes slopes = slopes_at(function, summit.at, summit.height);
    for (int steps = 0; steps < most_steps; ++steps) {
        Point step = step_up(slopes);
        double part = std::min(1.0, longest_step / std::max(small_step, length_of(step)));
        bool higher = false;
        while (!higher && part * length_of(step) > small_step) {
            Point to = summit.at;
            for (std::size_t i = 0; i < to.size(); ++i) to[i] += part * step[i];
            const double height = function(to);
            higher = height > summit.height;
            if (higher) {
                summit.at = std::move(to);
                summit.height = height;
            }
            part *= 0.5;
        }
        if (!higher) break;
        slopes = slopes_at(function, summit.at, summit.height);
    }
    summit.covariance = inverse_of(information_of(slopes));
    for (std::size_t i = 0; i < summit.covariance.size(); ++i)
        if (!(summit.covariance[i][i] > 0.0)) {
            summit.covariance.clear();
            break;
        }
    return summit;
}

}  // namespace freiton::study
