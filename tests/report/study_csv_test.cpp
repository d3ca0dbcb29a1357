// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "freiton/report/study_report.hpp"

namespace freiton::report {
namespace {

// Three variations of a word and a number; the second failed.
StudyTable three_rows() {
    const auto names =
        std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"cost", std::string{study_service}});
    StudyTable table{
        .question = "simulate",
        .design = "list",
        .variations = 3,
        .inputs = {{"routing.reach", "routing.reach", false}, {"work.a.patience.mean", "work.a.patience.mean_s", true}},
        .rows = {{.variation = 0, .met = true, .names = names, .values = {80, 0.7}},
                 {.variation = 1, .error = "no"},
                 {.variation = 2, .met = false, .names = names, .values = {75, 0.5}}},
        .settings = {{{"site", 0}, {"1 min", 60}}, {{"all", 0}, {"2 min", 120}}, {{"all", 0}, {"3 min", 180}}}};
    return table;
}

const std::string service{study_service};

TEST(StudyCsv, ARowThatFailedHasItsSettingsAndItsErrorButNoFigures) {
    std::string csv;
    study_csv(three_rows(), [&](std::string_view bytes) { csv += bytes; });
    EXPECT_EQ(csv, "variation,routing.reach,work.a.patience.mean_s,question,method,replications,met,cost," + service +
                       ",seed,engine_version,error\n"
                       "1,site,60,simulate,formula,0,true,80,0.7,1,,\n"
                       "2,all,120,simulate,,,,,,1,,no\n"
                       "3,all,180,simulate,formula,0,false,75,0.5,1,,\n");
}

TEST(TradeoffCsv, HasTheSettingsOfEachVariationThatNoOtherBeats) {
    const StudySummary summary{.cost = "cost", .tradeoff = {{2, 75, 0.5, false}, {0, 80, 0.7, true}}};
    EXPECT_EQ(tradeoff_csv(three_rows(), summary), "variation,routing.reach,work.a.patience.mean_s,cost," +
                                                       std::string{study_service} +
                                                       ",met\n"
                                                       "3,all,180,75,0.5,false\n"
                                                       "1,site,60,80,0.7,true\n");
}

}  // namespace
}  // namespace freiton::report
