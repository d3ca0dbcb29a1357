// SPDX-License-Identifier: Apache-2.0
// Quantiles that a scenario asks for are told wherever waits are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/run_freiton.hpp"
#include "places.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string planned(const std::string& scenario, const std::string& options) {
    return "plan '" + test::in_source("scenarios/" + scenario) +
           "' --method formula --set 'quantiles=[80 %, 99.5 %]' " + options;
}

TEST(Quantiles, StandInTheTablesOfAHotline) {
    const ProgramRun text = freiton(planned("quickstart.yaml", ""));
    EXPECT_THAT(text.out, HasSubstr("ASA  wait p80  wait p99.5"));
    EXPECT_THAT(freiton(planned("quickstart.yaml", "--lang de")).out, HasSubstr("ASA  Warten p80  Warten p99,5"));
    const ProgramRun day =
        freiton("plan '" + test::in_source("scenarios/quickstart.yaml") + "' --set 'quantiles=80 %'");
    EXPECT_THAT(day.out, HasSubstr("This method tells no quantiles of waits"));  // and stays what it was
    EXPECT_THAT(day.out, HasSubstr("Queues carried through the day"));
    const ProgramRun json = freiton(planned("quickstart.yaml", "--json"));
    EXPECT_THAT(json.out, HasSubstr("\"wait_p80_s\": "));
    EXPECT_THAT(json.out, HasSubstr("\"wait_p99.5_s\": "));
}

TEST(Quantiles, StandInTheTablesOfCallsAndPost) {
    const test::TemporaryFolder folder;
    const ProgramRun text = freiton(planned("quote_desk.yaml", "--csv '" + (folder.path() / "t").string() + "'"));
    EXPECT_THAT(text.out, HasSubstr("p80"));
    const std::string csv = test::bytes_of(folder.path() / "t" / "intervals.csv");
    EXPECT_THAT(csv, HasSubstr(",turnaround_p80_h,"));
    EXPECT_THAT(csv, HasSubstr(",turnaround_p99.5_h,"));
}

TEST(Quantiles, AreThoseOfEveryScenarioWhereNoneAreAskedFor) {
    const ProgramRun json = freiton("plan '" + test::in_source("scenarios/quickstart.yaml") + "' --json");
    EXPECT_THAT(json.out, HasSubstr("\"wait_p90_s\": "));
    EXPECT_THAT(json.out, Not(HasSubstr("asked")));
}

}  // namespace
}  // namespace freiton::cli
