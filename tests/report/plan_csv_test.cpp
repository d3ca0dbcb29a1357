// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "freiton/core/csv.hpp"
#include "freiton/report/plan_report.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::ElementsAre;

std::vector<NamedBytes> small_csv() { return plan_csv(Scenario{test::one_hour_of_sales()}, test::small_plan()); }

CsvTable table(std::size_t file) { return CsvTable::parse(small_csv()[file].bytes, small_csv()[file].name); }

// Cells by row and title.
auto cells_of(const CsvTable& of) {
    return [&of](std::size_t row, std::string_view column) {
        return of.rows()[row].cells[static_cast<std::size_t>(of.column(column))];
    };
}

TEST(PlanCsv, WritesFourFiles) {
    const auto files = small_csv();
    ASSERT_EQ(files.size(), 4u);
    EXPECT_EQ(files[0].name, "staffing.csv");
    EXPECT_EQ(files[1].name, "intervals.csv");
    EXPECT_EQ(files[2].name, "days.csv");
    EXPECT_EQ(files[3].name, "occupancy.csv");
}

TEST(PlanCsv, StaffingIsWhatAScenarioCanReadBack) {
    EXPECT_EQ(small_csv()[0].bytes,
              "date,start,team,agents\n"
              "2026-03-02,09:00,desk,2\n"
              "2026-03-02,09:30,desk,4\n");
}

TEST(PlanCsv, ColumnsAreTheKeysOfTheJson) {
    std::vector<std::string> columns = {"date", "start", "work", "site"};
    for (const auto& [key, member] : call_figure_names()) columns.emplace_back(key);
    for (const auto& [key, member] : backlog_figure_names())
        if (std::find(columns.begin(), columns.end(), key) == columns.end()) columns.emplace_back(key);
    EXPECT_EQ(table(1).columns(), columns);
    columns.erase(columns.begin() + 1);
    EXPECT_EQ(table(2).columns(), columns);
}

TEST(PlanCsv, OccupancyIsThatOfTeams) {
    EXPECT_EQ(small_csv()[3].bytes,
              "date,start,team,occupancy\n"
              "2026-03-02,09:00,desk,0.5\n"
              "2026-03-02,09:30,desk,\n");
}

// Where days were simulated, their quantiles stand beside the figure and its half-width; a day as a whole has no start.
TEST(PlanCsv, SingleDaysStandBesideTheFigures) {
    PlanResult result = test::small_plan();
    result.performance.source = Source::simulation;
    result.performance.single_days = 60;
    auto& first = result.performance.work[0].calls.by_interval[0];
    first.single_days = {{{0.5, 0.9}, {1.0, 2.0}, {0.0, 0.25}, {8.0, 12.0}}};
    TeamPerformance& desk = result.performance.teams[0];
    desk.occupancy_by_day = {0.5};
    desk.occupancy_single_days_by_interval = {{0.25, 0.75}, {}};
    desk.occupancy_single_days_by_day = {{0.375, 0.625}};
    const auto files = plan_csv(Scenario{test::one_hour_of_sales()}, result);
    const CsvTable intervals = CsvTable::parse(files[1].bytes, "intervals.csv");
    const auto cell = cells_of(intervals);
    EXPECT_EQ(cell(0, "service_level_p05"), "0.5");
    EXPECT_EQ(cell(0, "service_level_p95"), "0.9");
    EXPECT_EQ(cell(0, "asa_s_p95"), "2");
    EXPECT_EQ(cell(0, "abandoned_share_p95"), "0.25");
    EXPECT_EQ(cell(0, "turnaround_mean_h_p05"), "");
    EXPECT_EQ(cell(1, "service_level_p05"), "");
    EXPECT_EQ(intervals.column("service_level_p05"), intervals.column("service_level_half_width") + 1);
    EXPECT_EQ(cell(0, "offered_p05"), "8");
    EXPECT_THAT(intervals.columns(), testing::Not(testing::Contains("wait_all_s_p05")));
    EXPECT_EQ(files[3].bytes,
              "date,start,team,occupancy,occupancy_p05,occupancy_p95\n"
              "2026-03-02,09:00,desk,0.5,0.25,0.75\n"
              "2026-03-02,09:30,desk,,,\n"
              "2026-03-02,,desk,0.5,0.375,0.625\n");
}

TEST(PlanCsv, NumbersReadBackAndInfiniteOrUndefinedOnesAreEmptyCells) {
    const CsvTable intervals = table(1);
    const auto cell = cells_of(intervals);
    ASSERT_EQ(intervals.rows().size(), 2u);
    EXPECT_EQ(cell(0, "start"), "09:00");
    EXPECT_EQ(cell(0, "work"), "sales");
    EXPECT_EQ(cell(0, "offered"), "10");
    EXPECT_EQ(cell(0, "service_level"), "0.8125");
    EXPECT_EQ(cell(0, "asa_s"), "6.5");
    EXPECT_EQ(cell(1, "asa_s"), "");
    EXPECT_EQ(cell(1, "wait_all_s"), "");
    EXPECT_EQ(cell(1, "service_level"), "0");
}

// Friday to Monday: four calendar days, two of them open.
TEST(PlanCsv, ClosedDaysHaveNoRow) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.first_day += std::chrono::days{4};
    parts.calendar.days = 4;
    PlanResult result = test::small_plan();
    Course<CallFigures>& work = result.performance.work[0].calls;
    work.by_interval.resize(4);
    work.by_day.resize(4);
    result.plan.agents = {{1, 2, 3, 4}};
    const auto files = plan_csv(Scenario{parts}, result);
    const CsvTable days = CsvTable::parse(files[2].bytes, "days.csv");
    ASSERT_EQ(days.rows().size(), 2u);
    EXPECT_EQ(days.rows()[0].cells[0], "2026-03-06");
    EXPECT_EQ(days.rows()[1].cells[0], "2026-03-09");
    EXPECT_THAT(files[0].bytes, testing::HasSubstr("2026-03-09,09:00,desk,3\n"));
}

}  // namespace
}  // namespace freiton::report
