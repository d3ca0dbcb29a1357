// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"
#include "freiton/report/warning_text.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::study {
namespace {

// What a scenario says and the formulas leave aside is named, each by its code, and each code has its sentence.
TEST(Plan, NamesWhatTheFormulasLeaveAside) {
    const Scenario scenario = input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, open: '08:00-10:00'}\n"
        "work: {w: {kind: call, arrivals: {per_interval: 40}, handling_time: {mean: 4 min, cv: 0.7},\n"
        "           target: {answered: 80 %, within: 20 s, over: day}}}\n"
        "teams: {t: {handles: [w], staff: 9, absence: 5 %, handling_time: {w: 5 min}}}\n"
        "plan: {assurance: 95 % of days}\n",
        "f.yaml", ".");
    std::vector<std::string> codes;
    for (const Warning& warning : plan_by_formula(scenario).performance.warnings) {
        codes.push_back(warning.code);
        for (const auto language : {report::Language::en, report::Language::de})
            EXPECT_NE(report::warning_text(warning, language), "");
    }
    EXPECT_THAT(codes,
                testing::ElementsAre("steady_state", "handling_time_stretched", "assurance_mean", "absence_by_nodes"));
}

}  // namespace
}  // namespace freiton::study
