// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "freiton/core/dates.hpp"
#include "freiton/core/units.hpp"
#include "freiton/input/fields.hpp"

namespace freiton::input {

/// Bounds of a quantity, as the message words them; an exclusive bound is not itself allowed.
struct Bounds {
    std::optional<double> least{};
    std::optional<double> most{};
    bool least_exclusive = false;
    double smallest = 0.0;  // of what is above an exclusive bound
};
inline const Bounds not_negative{.least = 0.0};
inline const Bounds positive{.least = 0.0, .least_exclusive = true};

// Beyond these nobody means a time or what varies it, and formulas would look for an answer for ever.
inline const Bounds time_s{.least = 0.0, .most = 1e9, .least_exclusive = true, .smallest = 1e-3};
inline const Bounds time_or_none_s{.least = 0.0, .most = 1e9};
inline const Bounds factors_of_times{.least = 0.0, .most = 1e3, .least_exclusive = true, .smallest = 1e-3};
inline const Bounds most_day_cv{.least = 0.0, .most = 10.0};

Codec<std::string> text();
Codec<std::string> name();  // of a thing that the author names: what is_name allows
Codec<bool> yes_no();
Codec<double> number(Bounds bounds);
Codec<double> amount(Bounds bounds);  // of contacts: "1.200" is refused
Codec<int> integer(int least, int most);
Codec<Seconds> duration(Bounds bounds_s, const std::string& usual_unit);
Codec<Share> share(bool one_allowed = true);
Codec<double> variation(Bounds bounds);  // "8 %" or 1.2: may exceed one
Codec<Date> date();
Codec<Minutes> clock_time();

}  // namespace freiton::input
