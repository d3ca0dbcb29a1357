// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/comparison_table.hpp"

#include <gtest/gtest.h>

#include "freiton/report/comparison_report.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

double value_of(const ComparisonRow& row, std::string_view column) {
    for (std::size_t k = 0; k < comparison_columns().size(); ++k)
        if (comparison_columns()[k].key == column) return row.values[k];
    throw std::out_of_range{std::string{column}};
}

// 80 % are promised and nobody is reached; that at most 5 % give up is a promise too, but no share that is in time.
TEST(ComparisonRows, APromiseOfFewWhoGiveUpIsCountedButIsNoShareInTime) {
    PlanResult result = test::small_plan();
    result.performance.targets.push_back(
        {.promise = {.kind = PromiseKind::abandoned, .work = WorkIndex{0}, .wanted = 0.05},
         .reached = 0.02,
         .met = true});
    Comparison comparison;
    comparison.organisations.push_back({"a", Scenario{test::one_hour_of_sales()}, result});
    const std::vector<ComparisonRow> rows = comparison_rows(comparison);
    ASSERT_EQ(rows.size(), 2u) << "people, and calls";
    EXPECT_EQ(value_of(rows[1], "promised_share"), 0.8);
    EXPECT_EQ(value_of(rows[1], "reached_share"), 0.0);
    EXPECT_EQ(value_of(rows[1], "promises"), 2.0);
    EXPECT_EQ(value_of(rows[1], "promises_kept"), 1.0);
}

}  // namespace
}  // namespace freiton::report
