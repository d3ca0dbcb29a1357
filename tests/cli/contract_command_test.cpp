// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/run_freiton.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* hour = R"(freiton: 1
calendar: {first_day: 2026-03-02, days: 1, open: "08:00-09:00", interval: 30 min}
work: {w: {kind: call, customer: Sales, arrivals: {per_interval: 10}, handling_time: 4 min, target: 80/20}}
teams: {t: {handles: [w], cost: 30 / h}}
)";

TEST(ContractCommand, WritesTablesAPageAndAWorkbookWhereItIsTold) {
    const test::TemporaryFolder folder;
    const auto tables = folder.path() / "tables", page = folder.path() / "page.html", book = folder.path() / "b.xlsx";
    const ProgramRun run =
        freiton("contract '" + folder.write("s.yaml", hour).string() + "' --csv '" + tables.string() + "' --html '" +
                page.string() + "' --xlsx '" + book.string() + "' --lang de");
    ASSERT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Leistungsvereinbarung"));
    EXPECT_THAT(test::bytes_of(tables / "services.csv"), StartsWith("work,kind,customer,"));
    EXPECT_THAT(test::bytes_of(tables / "sums.csv"), HasSubstr("\ncustomer,Sales,"));
    EXPECT_THAT(test::bytes_of(tables / "prices.csv"), HasSubstr("\nw,tighter,85 % answered within 20 s,true,"));
    EXPECT_THAT(test::bytes_of(tables / "staffing.csv"), StartsWith("date,start,team,agents"));
    EXPECT_THAT(test::bytes_of(page), HasSubstr("<html lang=\"de\">"));
    EXPECT_THAT(test::bytes_of(book), StartsWith("PK"));
}

TEST(ContractCommand, EndsAsAPlanDoes) {
    const test::TemporaryFolder folder;
    const std::string scenario = "'" + folder.write("s.yaml", hour).string() + "'";
    EXPECT_EQ(freiton("contract " + scenario).exit_code, 0);
    EXPECT_EQ(freiton("contract " + scenario + " --set teams.t.max=1").exit_code, 1);
    EXPECT_EQ(freiton("contract " + scenario + " --organisation none").exit_code, 2);
    EXPECT_EQ(freiton("contract " + scenario + " --method guess").exit_code, 2);
}

TEST(ContractCommand, SaysWhatWasSet) {
    const test::TemporaryFolder folder;
    const std::string scenario = "'" + folder.write("s.yaml", hour).string() + "'";
    EXPECT_THAT(freiton("contract " + scenario + " --set work.w.arrivals.scale=1.2").out,
                HasSubstr("work.w.arrivals.scale"));
}

}  // namespace
}  // namespace freiton::cli
