// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "freiton/core/elementary.hpp"

namespace freiton::simulation::kernel {

/// A falling density f cut into 256 layers of equal area (Marsaglia, Tsang 2000), built at compile time with our own
/// arithmetic. Layer 0 is the rectangle [0, x_1] under f(x_1) with the tail beyond x_1, drawn as if it were a rectangle
/// of width x_0; layer i > 0 lies between f(x_i) and f(x_{i+1}) and is x_i wide.
struct Ziggurat {
    static constexpr std::size_t layers = 256;
    struct Layer {
        double width;   // x_i
        double inside;  // x_{i+1} / x_i: below this part of the width a point is under f for certain
    };
    std::array<Layer, layers> layer{};
    std::array<double, layers + 1> height{};  // f(x_i), height[0] unused

    /// Height of the point at part `upright` of layer i > 0.
    constexpr double point(std::size_t i, double upright) const {
        return height[i] + upright * (height[i + 1] - height[i]);
    }
};

namespace detail {

/// `tail_begin` is x_1 and `area` that of each layer; both solve "the last layer ends at f(0) = 1" and were computed
/// with 50 digits (ZigguratOf.ClosesAtTheTop).
template <class Density, class Inverse>
constexpr Ziggurat make_ziggurat(double tail_begin, double area, Density density, Inverse inverse) {
    Ziggurat z;
    std::array<double, Ziggurat::layers + 1> x{};
    x[0] = area / density(tail_begin);
    x[1] = tail_begin;
    for (std::size_t i = 1; i + 1 < Ziggurat::layers; ++i) x[i + 1] = inverse(area / x[i] + density(x[i]));
    x[Ziggurat::layers] = 0.0;
    for (std::size_t i = 0; i < Ziggurat::layers; ++i) z.layer[i] = {x[i], x[i + 1] / x[i]};
    for (std::size_t i = 0; i <= Ziggurat::layers; ++i) z.height[i] = density(x[i]);
    return z;
}

constexpr double root(double square) {  // Newton's; std::sqrt is not constexpr
    double x = square < 1.0 ? 1.0 : square;
    for (int i = 0; i < 60; ++i) x = 0.5 * (x + square / x);
    return x;
}

}  // namespace detail

inline constexpr double exponential_tail_begin = 7.697117470131049714;
inline constexpr double exponential_layer_area = 0.003949659822581557220;
inline constexpr Ziggurat exponential_ziggurat = detail::make_ziggurat(
    exponential_tail_begin, exponential_layer_area, [](double x) { return portable_exp(-x); },
    [](double y) { return -portable_log(y); });

inline constexpr double normal_tail_begin = 3.654152885361008772;
inline constexpr double normal_layer_area = 0.004928673233974655347;
inline constexpr Ziggurat normal_ziggurat = detail::make_ziggurat(
    normal_tail_begin, normal_layer_area, [](double x) { return portable_exp(-0.5 * x * x); },
    [](double y) { return detail::root(-2.0 * portable_log(y)); });

}  // namespace freiton::simulation::kernel
