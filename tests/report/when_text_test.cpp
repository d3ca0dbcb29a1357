// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/when_text.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton::report {
namespace {

const Date second_of_march = *parse_date("2026-03-02").date;

TEST(WhenText, DaysAreWrittenAsPeopleOfTheLanguageDo) {
    EXPECT_EQ(day_text(second_of_march, Language::en), "Mon 2 Mar");
    EXPECT_EQ(day_text(second_of_march, Language::de), "Mo 02.03.");
    EXPECT_EQ(day_and_year_text(second_of_march, Language::en), "Mon 2 Mar 2026");
    EXPECT_EQ(day_and_year_text(second_of_march, Language::de), "Mo 02.03.2026");
    EXPECT_EQ(day_text(*parse_date("2026-12-31").date, Language::en), "Thu 31 Dec");
}

TEST(WhenText, AMomentIsTheStartOfAnInterval) {
    const Scenario scenario{test::one_hour_of_sales()};
    EXPECT_EQ(at_moment_text(scenario.calendar(), IntervalIndex{1}, Language::en), "on Mon 2 Mar at 09:30");
    EXPECT_EQ(at_moment_text(scenario.calendar(), IntervalIndex{1}, Language::de), "am Mo 02.03. um 09:30");
}

TEST(WhenText, APeriodOfOneDayIsTheDay) {
    ScenarioParts parts = test::one_hour_of_sales();
    EXPECT_EQ(period_text(Scenario{parts}.calendar(), Language::en), "Mon 2 Mar 2026");
    parts.calendar.days = 5;
    EXPECT_EQ(period_text(Scenario{parts}.calendar(), Language::de), "Mo 02.03.2026 bis Fr 06.03.2026");
}

}  // namespace
}  // namespace freiton::report
