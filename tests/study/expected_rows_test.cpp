// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/small_study.hpp"

namespace freiton::study {
namespace {

// Letters that may not be interrupted, beside calls: the formulas cannot vouch for the calls.
TEST(Sweep, RowsThatAFormulaOnlyExpectsAreNeitherMetNorMissed) {
    const test::SmallStudy small{"vary:\n  plan.method: [formula]\n  teams.office.staff: [3, 12]\nquestion: plan\n"};
    const StudyTable table = sweep(small.variations());
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_FALSE(table.rows[0].met);
    EXPECT_FALSE(table.rows[0].expected());
    EXPECT_TRUE(table.rows[1].expected());
    EXPECT_EQ(table.rows[1].value("targets_expected"), 1.0);
    const std::string csv = test::csv_of(table);
    EXPECT_THAT(csv, testing::HasSubstr("plan,formula,0,false,"));
    EXPECT_THAT(csv, testing::HasSubstr("plan,formula,0,,"));
}

}  // namespace
}  // namespace freiton::study
