// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/report/plan_report.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<std::string> headline_of(const PlanResult& result) {
    const Document document = plan_document(Scenario{test::one_hour_of_sales()}, result, Language::en);
    for (const auto& block : document.blocks)
        if (const auto* headline = std::get_if<Headline>(&block)) return headline->sentences;
    return {};
}

PlanResult kept_plan() {
    PlanResult result = test::small_plan();
    result.performance.targets[0].met = true;
    result.performance.targets[0].reached = 0.9;
    return result;
}

TEST(Headline, CallsKeptWhatIsKept) {
    EXPECT_THAT(headline_of(kept_plan()), Contains(StartsWith("All promises are kept; the nearest: ")));
}

TEST(Headline, DoesNotCallKeptWhatFormulasOnlyExpect) {
    PlanResult result = kept_plan();
    result.performance.targets[0].may_be_off = 0.2;
    EXPECT_THAT(headline_of(result),
                Contains(StartsWith("All promises should be kept, but the formulas cannot vouch for it")));
    EXPECT_THAT(headline_of(result), Not(Contains(HasSubstr("are kept"))));
}

TEST(Headline, CountsOnlyWhatIsKeptWhereAnotherPromiseIsMissed) {
    PlanResult result = kept_plan();
    result.performance.targets[0].may_be_off = 0.2;
    result.performance.targets.push_back(test::small_plan().performance.targets[0]);
    EXPECT_THAT(headline_of(result), Contains(StartsWith("0 of 2 promises are kept")));
}

TEST(Headline, OfAStoppedRunSaysSoAndDoesNotJudge) {
    PlanResult result = kept_plan();
    result.performance.interrupted = true;
    EXPECT_THAT(headline_of(result), Contains(StartsWith("Stopped before it was done")));
    EXPECT_THAT(headline_of(result), Not(Contains(HasSubstr("are kept"))));
}

TEST(Headline, ByTheChainOfTheDaySpeaksOfNoSimulation) {
    PlanResult result = kept_plan();
    result.performance.source = Source::transient;
    EXPECT_THAT(headline_of(result), Contains(StartsWith("By the exact chain of the day")));
    EXPECT_THAT(headline_of(result), Not(Contains(HasSubstr("imulated"))));
}

}  // namespace
}  // namespace freiton::report
