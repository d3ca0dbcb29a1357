// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "freiton/report/text_writer.hpp"

namespace freiton::report {

std::string bar_text(double value, double most, std::size_t width) {
    constexpr std::array<std::string_view, 8> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (most <= 0.0) return {};
    const long eighths = std::lround(value / most * static_cast<double>(width) * 8.0);
    std::string text;
    for (long i = 0; i < eighths / 8; ++i) text += "█";
    return text += parts[static_cast<std::size_t>(eighths % 8)];
}

std::string curve_text(const Curve& curve, std::size_t width) {
    constexpr std::array<std::string_view, 9> heights = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const std::size_t values = curve.values.size();
    const std::size_t columns = std::min(values, width);
    std::string text;
    for (std::size_t c = 0; c < columns; ++c) {
        const auto from = curve.values.begin() + static_cast<std::ptrdiff_t>(c * values / columns);
        const auto to = curve.values.begin() + static_cast<std::ptrdiff_t>((c + 1) * values / columns);
        // whatever is there is seen: heights are rounded up, but not for a last digit of the division
        const double height = curve.most > 0.0 ? std::ceil(8.0 * *std::max_element(from, to) / curve.most - 1e-9) : 0.0;
        text += heights[static_cast<std::size_t>(std::clamp(height, 0.0, 8.0))];
    }
    return text;
}

}  // namespace freiton::report
