// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <string>

#include "freiton/report/language.hpp"

namespace freiton::report {

/// A number that knows what it is. Not a number: there is nothing to speak of, and a reader sees a dash.
struct Figure {
    enum class Unit { none, share, seconds, minutes, hours };  // shares as fractions

    double value = std::numeric_limits<double>::quiet_NaN();
    Unit unit = Unit::none;
    int decimals = 0;                    // of plain numbers and shares; times, and all that has a half-width, choose
    std::optional<double> half_width{};  // of a 95 % interval, in the same unit

    static Figure number(double value, int decimals = 0) { return {value, Unit::none, decimals, {}}; }
    static Figure share(double value, int decimals = 1) { return {value, Unit::share, decimals, {}}; }
    static Figure seconds(double value) { return {value, Unit::seconds, 1, {}}; }
    static Figure minutes(double value) { return {value, Unit::minutes, 1, {}}; }
    static Figure hours(double value) { return {value, Unit::hours, 1, {}}; }

    Figure with(double known_to) const {
        Figure figure = *this;
        figure.half_width = known_to;
        return figure;
    }
};

/// As people of that language read it: "92.3 ± 1.1 %", "12,5 min", "-", "∞".
std::string figure_text(const Figure& figure, Language language);

}  // namespace freiton::report
