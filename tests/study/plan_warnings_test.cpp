// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/temporary_folder.hpp"
#include "freiton/analytic/formula_plan.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/check_report.hpp"
#include "freiton/report/text_writer.hpp"
#include "freiton/report/warning_text.hpp"
#include "freiton/study/plan.hpp"
#include "freiton/study/simulate.hpp"

namespace freiton::study {
namespace {

// What a scenario says and the formulas leave aside is named, each by its code, and each code has its sentence.
TEST(Plan, NamesWhatTheFormulasLeaveAside) {
    const Scenario scenario = input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, open: '08:00-10:00'}\n"
        "work: {w: {kind: call, arrivals: {per_interval: 40}, handling_time: {mean: 4 min, cv: 0.7},\n"
        "           target: {answered: 80 %, within: 20 s, over: day}}}\n"
        "teams: {t: {handles: [w], staff: 9, absence: 5 %, handling_time: {w: 5 min}}}\n"
        "plan: {assurance: 95 % of days}\n",
        "f.yaml", ".");
    std::vector<std::string> codes;
    for (const Warning& warning : plan_by_formula(scenario).performance.warnings) {
        codes.emplace_back(warning_name(warning.code));
        for (const auto language : {report::Language::en, report::Language::de})
            EXPECT_NE(report::warning_text(warning, language), "");
    }
    EXPECT_THAT(codes,
                testing::ElementsAre("steady_state", "handling_time_stretched", "assurance_mean", "absence_by_nodes"));
}

// Another law of patience is in the formula, but beside limited lines, another law or endless patience.
TEST(Plan, ALawOfPatienceIsLeftAsideOnlyWhereTheFormulaKnowsNone) {
    const auto simplified = [](const std::string& calls, const std::string& more) {
        const Scenario scenario = input::parse_scenario(
            "freiton: 1\n"
            "calendar: {first_day: 2026-03-02, open: '08:00-10:00'}\n"
            "work:\n"
            "  a: {kind: call, arrivals: {per_interval: 40}, handling_time: {mean: 4 min}, target: {answered: 80 %, "
            "within: 20 "
            "s},\n"
            "      " +
                calls + "}\n" + more + "teams: {t: {handles: [a" + (more.empty() ? "" : ", b") + "]}}\n",
            "f.yaml", ".");
        std::vector<std::string> works;
        for (const Warning& warning : plan_by_formula(scenario).performance.warnings)
            if (warning.code == WarningCode::patience_exponential) works.push_back(warning.arguments.front());
        return works;
    };
    const std::string lognormal = "patience: {law: lognormal, mean: 2 min, cv: 1.5}";
    const std::string b = "  b: {kind: call, arrivals: {per_interval: 9}, handling_time: {mean: 4 min}, ";
    const std::vector<std::string> none;
    EXPECT_EQ(simplified(lognormal, ""), none);
    EXPECT_EQ(simplified(lognormal, b + "patience: {law: lognormal, mean: 3 min, cv: 1.5}}\n"), none);
    EXPECT_EQ(simplified("patience: {law: gamma, mean: 2 min, cv: 1}, lines: 30", ""), none);  // it is exponential
    EXPECT_EQ(simplified(lognormal + ", lines: 30", ""), std::vector<std::string>{"a"});
    EXPECT_EQ(simplified(lognormal, b + "patience: {law: lognormal, mean: 2 min, cv: 1}}\n"),
              (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(simplified(lognormal, b + "patience: {mean: 2 min}}\n"), std::vector<std::string>{"a"});
    EXPECT_EQ(simplified(lognormal, b + "balk: 0 %}\n"), std::vector<std::string>{"a"});
}

// 08:00 and 08:30 have a row, 09:00 and 09:30 have none.
TEST(Plan, IntervalsThatATableOfVolumesLeavesOutAreToldAsSuch) {
    const test::TemporaryFolder folder;
    folder.write("v.csv", "date,start,arrivals\n2026-03-02,08:00,20\n2026-03-02,08:30,30\n");
    const Scenario scenario = input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, open: '08:00-10:00'}\n"
        "work: {w: {kind: call, arrivals: {file: v.csv}, handling_time: {mean: 4 min},\n"
        "           target: {answered: 80 %, within: 20 s}}}\n"
        "teams: {t: {handles: [w], staff: 9}}\n"
        "simulation: {replications: 30}\n",
        "f.yaml", folder.path());
    const std::string note =
        "w: 2 of 4 intervals have no row in v.csv, the first on Mon 2 Mar 09:00; no contacts are expected there.";
    for (const PlanResult& result : {plan(scenario), simulate(scenario, given_staffing(scenario))}) {
        ASSERT_FALSE(result.performance.warnings.empty());
        EXPECT_EQ(report::warning_text(result.performance.warnings.back(), report::Language::en), note);
    }
    EXPECT_THAT(report::text_of(report::check_document(scenario, report::Language::en), {1000, 1000}),
                testing::EndsWith("Note     " + note + "\n"));
}

// One row of volumes and one of staff lie on the day after.
TEST(Plan, RowsOfTablesThatLieOutsideTheHorizonAreToldAsSuch) {
    const test::TemporaryFolder folder;
    folder.write("v.csv", "date,start,arrivals\n2026-03-02,08:00,20\n2026-03-02,08:30,30\n2026-03-03,08:00,999\n");
    folder.write("s.csv", "date,start,team,agents\n2026-03-02,08:00,t,9\n2026-03-02,08:30,t,9\n2026-03-03,08:00,t,4\n");
    const Scenario scenario = input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, open: '08:00-09:00'}\n"
        "work: {w: {kind: call, arrivals: {file: v.csv}, handling_time: {mean: 4 min},\n"
        "           target: {answered: 80 %, within: 20 s}}}\n"
        "teams: {t: {handles: [w], staff: s.csv}}\n"
        "simulation: {replications: 30}\n",
        "f.yaml", folder.path());
    for (const PlanResult& result : {plan(scenario), simulate(scenario, given_staffing(scenario))}) {
        std::vector<std::string> notes;
        for (const Warning& warning : result.performance.warnings)
            notes.push_back(report::warning_text(warning, report::Language::en));
        EXPECT_THAT(notes, testing::IsSupersetOf(
                               {"w: 1 rows of v.csv lie outside the horizon, with 999 contacts; they are not counted.",
                                "t: 1 rows of s.csv lie outside the horizon; they are not used."}));
    }
}

// A table may give each interval's mean handling time: simulation and formulas take it, load and all.
TEST(Plan, TakesTheHandlingTimesOfATable) {
    ScenarioParts parts = input::parse_scenario(
                              "freiton: 1\n"
                              "calendar: {first_day: 2026-03-02, open: '08:00-09:00'}\n"
                              "work: {w: {kind: call, arrivals: {per_interval: 0}, handling_time: {mean: 4 min},\n"
                              "           target: {answered: 80 %, within: 20 s}}}\n"
                              "teams: {t: {handles: [w], staff: 8}}\n",
                              "f.yaml", ".")
                              .parts();
    parts.work[0].arrivals.per_interval.reset();
    VolumeRow row{.date = parts.calendar.first_day, .start = std::chrono::hours{8}, .arrivals = 40.0};
    row.handling_time_s = 120.0;
    parts.work[0].arrivals.file = VolumeFile{.rows = {row}};
    row.start += std::chrono::minutes{30};
    row.handling_time_s.reset();
    parts.work[0].arrivals.file->rows.push_back(row);
    parts.simulation.replications = 400;
    const Scenario scenario{parts};
    const auto simulated = simulate(scenario, given_staffing(scenario)).performance.work[0].calls;
    // 40 calls of 120 s, then 40 of 240 s, in half hours; offered is Poisson: within five standard errors of 400 days.
    const double spread = 5.0 / std::sqrt(40.0 * 400.0);
    EXPECT_NEAR(simulated.by_interval[0].load_erlang, 40.0 * 120.0 / 1800.0, 2.67 * spread);
    EXPECT_NEAR(simulated.by_interval[1].load_erlang, 40.0 * 240.0 / 1800.0, 5.34 * spread);
    EXPECT_NEAR(simulated.total.load_erlang, 40.0 * 360.0 / 3600.0, 4.0 * spread);
    EXPECT_GT(simulated.by_interval[0].service_level, simulated.by_interval[1].service_level);
    const auto by_formula = analytic::performance(scenario, given_staffing(scenario)).work[0].calls;
    EXPECT_DOUBLE_EQ(by_formula.by_interval[0].load_erlang, 40.0 * 120.0 / 1800.0);
    EXPECT_DOUBLE_EQ(by_formula.by_interval[1].load_erlang, 40.0 * 240.0 / 1800.0);
}

}  // namespace
}  // namespace freiton::study
