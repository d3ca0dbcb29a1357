// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "places.hpp"

namespace freiton::test {

using Json = nlohmann::json;

/// The cases of one family of tests/reference; where they come from stands in its README.
inline Json reference_cases(const std::string& family) {
    std::ifstream file{test::in_source("tests/reference/") + family + ".json"};
    return Json::parse(file).at("cases");
}

/// A number, or `otherwise` where the reference says null.
inline double number_or(const Json& value, double otherwise) {
    return value.is_null() ? otherwise : value.get<double>();
}

/// Relative closeness, with an absolute floor for values that the reference itself lost to cancellation.
inline void expect_close(const Json& wanted, double got, double relative, const std::string& what, double floor = 0.0) {
    if (wanted.is_null()) return;
    if (!wanted.is_number()) FAIL() << what << " is no number: " << wanted;
    const double value = wanted.get<double>();
    EXPECT_LE(std::abs(got - value), relative * std::abs(value) + floor)
        << what << ": wanted " << value << ", got " << got;
}

}  // namespace freiton::test
