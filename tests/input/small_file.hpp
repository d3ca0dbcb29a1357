// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/complaints.hpp"
#include "freiton/input/read_scenario.hpp"

namespace freiton::test {

/// A valid scenario file of twelve lines.
inline const std::string small_file = R"(freiton: 1
title: Sales
calendar: {first_day: 2026-03-02, open: "09:00-10:00"}
work:
  sales:
    kind: call
    arrivals: {per_interval: [10, 20]}
    handling_time: 3 min
    patience: {mean: 2 min}
    target: {answered: 80 %, within: 20 s}
teams:
  desk: {handles: [sales], shrinkage: 20 %, min: 1, max: 9}
)";

/// The small file with something replaced; everything that is replaced must be there.
inline std::string with(const std::vector<std::pair<std::string, std::string>>& changes) {
    std::string yaml = small_file;
    for (const auto& [from, to] : changes) {
        const auto at = yaml.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at != std::string::npos) yaml.replace(at, from.size(), to);
    }
    return yaml;
}

/// What a scenario called "hotline.yaml" is told.
inline std::vector<std::string> said(const std::string& yaml, const std::filesystem::path& directory = ".") {
    return complaints([&] { input::parse_scenario(yaml, "hotline.yaml", directory); });
}

}  // namespace freiton::test
