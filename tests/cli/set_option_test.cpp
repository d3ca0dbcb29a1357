// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/run_freiton.hpp"
#include "places.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;

const std::string with_quickstart = "check --resolved '" + test::in_source("scenarios/quickstart.yaml") + "' ";

// 15 % more calls and another threshold, as the resolved scenario shows them.
TEST(SetOption, EveryCommandThatReadsAScenarioTakesOtherValues) {
    const Outcome run =
        freiton(with_quickstart + "--set 'work.*.arrivals.scale=1.15' --set work.hotline.target.within='30 s'");
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("scale: 1.15"));
    EXPECT_THAT(run.out, HasSubstr("within: 30 s"));
    const std::string quickstart = "'" + test::in_source("scenarios/quickstart.yaml") + "'";
    const Outcome planned =
        freiton("plan " + quickstart + " --method formula --json --set work.hotline.handling_time='{mean: 2 min}'");
    const Outcome as_it_is = freiton("plan " + quickstart + " --method formula --json");
    EXPECT_EQ(planned.exit_code, 0) << planned.err;
    EXPECT_NE(planned.out, as_it_is.out);
}

TEST(SetOption, AKeyThatNamesNothingAWrongValueAndNoValueAreProblemsOfTheOption) {
    const Outcome unknown = freiton(with_quickstart + "--set work.hotlin.arrivals.scale=1.15");
    EXPECT_EQ(unknown.exit_code, 2);
    EXPECT_THAT(unknown.err, HasSubstr("--set"));
    EXPECT_THAT(unknown.err, HasSubstr("did you mean \"hotline\"?"));
    const Outcome wrong = freiton(with_quickstart + "--set work.hotline.target.within=20");
    EXPECT_EQ(wrong.exit_code, 2);
    EXPECT_THAT(wrong.err, HasSubstr("work.hotline.target.within"));
    EXPECT_THAT(wrong.err, HasSubstr("20 s"));
    const Outcome none = freiton(with_quickstart + "--set work.hotline.target.within");
    EXPECT_EQ(none.exit_code, 2);
    EXPECT_THAT(none.err, HasSubstr("work.hotline.target.within=VALUE"));
}

}  // namespace
}  // namespace freiton::cli
