// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/comparison_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/input/read_scenario.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/report/comparison_report.hpp"
#include "freiton/study/compare.hpp"
#include "places.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;
using report::ComparisonRow;

// Two organisations of three sites over one hour, by formula, with what they cost.
const Comparison& apart_and_pooled() {
    static const Comparison comparison = [] {
        ScenarioParts parts = input::read_scenario(test::in_source("scenarios/three_sites.yaml")).parts();
        parts.calendar.open.fill({{9h, 10h}});
        parts.plan.method = Method::formula;
        parts.organisations = {parts.organisations.front(), parts.organisations.back()};
        for (Team& team : parts.teams) team.cost_per_hour = 40.0;
        return compare(Scenario{parts});
    }();
    return comparison;
}

const ComparisonRow& row_of(const std::vector<ComparisonRow>& rows, const std::string& organisation,
                            const std::string& site, const std::string& work) {
    for (const ComparisonRow& row : rows)
        if (row.organisation == organisation && row.site == site && row.work == work) return row;
    ADD_FAILURE() << "no row of " << organisation << ", " << site << ", " << work;
    return rows.front();
}

double value(const ComparisonRow& row, std::string_view column) {
    const auto& columns = report::comparison_columns();
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (columns[c].key == column) return row.values[c];
    ADD_FAILURE() << "no column " << column;
    return 0.0;
}

double difference(const Comparison& comparison, const std::string& figure) {
    for (const Difference& d : comparison.differences)
        if (d.figure == figure) return d.difference;
    ADD_FAILURE() << "no difference in " << figure;
    return 0.0;
}

TEST(ComparisonTable, PeopleOfTheSitesAddUpToThoseOfTheOrganisation) {
    const Comparison& comparison = apart_and_pooled();
    const std::vector<ComparisonRow> rows = report::comparison_rows(comparison);
    for (const OrganisationResult& one : comparison.organisations)
        for (const char* column : {"agent_hours", "paid_hours", "paid_fte", "cost", "peak_agents"}) {
            double sum = 0.0;
            for (const std::string& site : one.scenario.sites()) sum += value(row_of(rows, one.name, site, ""), column);
            EXPECT_NEAR(sum, value(row_of(rows, one.name, "", ""), column), 1e-9 * sum) << one.name << column;
        }
    EXPECT_EQ(value(row_of(rows, "per_site", "", ""), "agent_hours"), 42.0);
    EXPECT_EQ(value(row_of(rows, "pooled", "", ""), "agent_hours"), 35.0);
}

TEST(ComparisonTable, DifferencesAreThoseOfTheComparison) {
    const Comparison& comparison = apart_and_pooled();
    const std::vector<ComparisonRow> rows = report::comparison_rows(comparison);
    const ComparisonRow& people = row_of(rows, "pooled", "", "");
    EXPECT_EQ(value(people, "agent_hours_difference"), -7.0);
    EXPECT_EQ(value(people, "cost_difference"), difference(comparison, "cost"));
    const Scenario& scenario = comparison.organisations[0].scenario;
    const std::string& work = scenario.work()[0].name;
    const ComparisonRow& service = row_of(rows, "pooled", "", work);
    EXPECT_EQ(value(service, "in_time_share_difference"), difference(comparison, "work." + work + ".service_level"));
    EXPECT_GT(value(service, "in_time_share_difference_half_width"), 0.0);
    EXPECT_TRUE(std::isnan(value(row_of(rows, "per_site", "", work), "in_time_share_difference")));
    const std::string& site = scenario.sites()[0];
    EXPECT_EQ(value(row_of(rows, "pooled", site, ""), "agent_hours_difference"),
              difference(comparison, "by_site." + site + ".agent_hours"));
    for (const Difference& d : comparison.differences)
        if (d.figure == "work." + work + ".by_site." + site + ".service_level") {
            EXPECT_GT(d.half_width.value_or(0.0), 0.0);
        }
}

// Judged by site one promise for each of them, judged as a whole one.
TEST(ComparisonTable, PromisesAreCountedWhereTheyAreMade) {
    const std::vector<ComparisonRow> rows = report::comparison_rows(apart_and_pooled());
    EXPECT_EQ(value(row_of(rows, "per_site", "", ""), "promises"), 3.0);
    EXPECT_EQ(value(row_of(rows, "per_site", "", ""), "promises_kept"), 3.0);
    EXPECT_EQ(value(row_of(rows, "pooled", "", ""), "promises"), 1.0);
    const std::string& work = apart_and_pooled().organisations[0].scenario.work()[0].name;
    const std::string& site = apart_and_pooled().organisations[0].scenario.sites()[0];
    const ComparisonRow& there = row_of(rows, "per_site", site, work);
    EXPECT_EQ(value(there, "promises"), 1.0);
    EXPECT_GE(value(there, "reached_share"), value(there, "promised_share"));
}

TEST(ComparisonTable, TheFileHasARowForEachAndItsColumnsByName) {
    const std::string csv = report::comparison_csv(apart_and_pooled());
    EXPECT_THAT(csv, testing::StartsWith("organisation,site,work,peak_agents,agent_hours,"));
    const auto rows = report::comparison_rows(apart_and_pooled());
    EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')), rows.size() + 1);
    EXPECT_THAT(csv, testing::HasSubstr("\npooled,,,35,35,"));
}

}  // namespace
}  // namespace freiton::study
