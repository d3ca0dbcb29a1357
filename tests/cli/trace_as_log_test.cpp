// SPDX-License-Identifier: Apache-2.0
// What `simulate` writes of several days, `validate` and `calibrate` read whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_freiton.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;

constexpr const char* five_days = R"(freiton: 1
calendar: {first_day: 2026-03-02, days: 7, open: {mon-fri: "09:00-17:00"}}
work:
  sales:
    kind: call
    arrivals: {per_interval: 24}
    handling_time: {mean: 3 min}
    patience: {mean: 2 min}
    target: {answered: 80 %, within: 20 s}
  letters:
    kind: backlog
    arrivals: {per_day: 20}
    handling_time: {mean: 5 min}
    target: {done: 95 %, within: 2 d}
teams:
  desk: {handles: [sales, letters], staff: 5}
simulation: {replications: 30}
)";

class TraceAsLog : public testing::Test {
  protected:
    TraceAsLog() {
        const ProgramRun run = freiton("simulate '" + scenario_ + "' --seed 9 --trace '" + trace_ + "'");
        EXPECT_EQ(run.exit_code, 0) << run.err;
    }
    ProgramRun held(const std::string& command, const std::string& more = "") const {
        return freiton(command + " '" + scenario_ + "' --against '" + trace_ + "' " + more);
    }

    test::TemporaryFolder folder_;
    std::string scenario_ = folder_.write("week.yaml", five_days);
    std::string trace_ = (folder_.path() / "trace.csv").string();
};

// 5 days of 16 half hours of 24 calls; the letters are no calls.
TEST_F(TraceAsLog, AWeekIsValidatedWhole) {
    const ProgramRun run = held("validate", "--json");
    ASSERT_EQ(run.exit_code, 0) << run.err;
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json.at("days").size(), 5U);
    const double offered = json.at("work").at("sales").at("figures").at("offered").at("actual");
    EXPECT_NEAR(offered, 5 * 16 * 24.0, 4 * std::sqrt(5 * 16 * 24.0));
    EXPECT_THAT(held("validate").out, HasSubstr("its times count on from the midnight of"));
}

TEST_F(TraceAsLog, AWeekIsCalibratedWhole) {
    const ProgramRun run = held("calibrate", "--json");
    ASSERT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(nlohmann::json::parse(run.out).at("days").size(), 5U);
}

TEST_F(TraceAsLog, OfOtherDaysItIsRefused) {
    const ProgramRun run = held("validate", "--first-day 2027-03-01");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, HasSubstr("has no day of the scenario"));
}

// What nothing dates is about no day in particular.
TEST_F(TraceAsLog, ADayWithoutADateIsAskedAbout) {
    trace_ = folder_.write("day.csv", "time,wait,outcome\n09:00,5,answered\n09:10,5,answered\n");
    const ProgramRun run = held("validate");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, HasSubstr("say which day it is about: --first-day 2026-03-02"));
}

TEST_F(TraceAsLog, ImportAsksForItsFirstDay) {
    const ProgramRun run = freiton("import '" + trace_ + "' --out '" + (folder_.path() / "out").string() + "'");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, HasSubstr("--first-day 2026-03-02"));
}

}  // namespace
}  // namespace freiton::cli
