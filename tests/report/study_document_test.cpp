// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/report/study_columns.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/report/text_writer.hpp"

namespace freiton::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string study_text(const StudyTable& table, const StudySummary& summary, Language language) {
    return text_of(study_document(table, summary, language));
}

StudyInput input(const std::string& key) { return {key, key, true}; }

StudyTable table_of(const std::vector<StudyInput>& inputs) {
    StudyTable table{.question = "plan", .design = "saltelli", .variations = 1, .inputs = inputs};
    StudyRow row{.met = true};
    row.names = std::make_shared<const std::vector<std::string>>(
        std::vector<std::string>{"agent_hours", "cost", std::string{study_service}});
    row.values = {100.0, 4000.0, 0.9};
    table.rows = {row};
    table.settings = {std::vector<StudyValue>(inputs.size(), StudyValue{"1", 1.0})};
    return table;
}

StudyEffect effect(const std::string& output, const std::string& input, double least, double most) {
    return {.output = output,
            .input = input,
            .measure = StudyEffect::Measure::sobol_index,
            .value = 0.25,
            .total = 0.75,
            .least_mean = least,
            .most_mean = most};
}

TEST(StudyDocument, NamesOfInputsAreTheirLastTwoPartsAndAStarIsNone) {
    EXPECT_THAT(short_names({input("work.orders.arrivals.scale"), input("teams.*.absence"), input("routing.reach")}),
                ElementsAre("arrivals.scale", "teams.*.absence", "routing.reach"));
    EXPECT_THAT(short_names({input("work.orders.arrivals.scale"), input("work.faxes.arrivals.scale")}),
                ElementsAre("orders.arrivals.scale", "faxes.arrivals.scale"));
    EXPECT_THAT(short_names({input("title")}), ElementsAre("title"));
}

TEST(StudyDocument, AnOutputThatNothingMovesIsNotExplained) {
    const StudyTable table = table_of({input("routing.reach")});
    const StudySummary summary{.effects = {effect("cost", "routing.reach", 4000.0, 4200.0),
                                           effect("work.faxes.done_in_time_share", "routing.reach", 0.99998, 1.0)},
                               .cost = "cost"};
    const std::string text = study_text(table, summary, Language::en);
    EXPECT_THAT(text, HasSubstr("cost       routing.reach               25 %            75 %  4000 - 4200\n"));
    EXPECT_THAT(text, HasSubstr("with interplay"));
    EXPECT_THAT(text, Not(HasSubstr("faxes")));
    const StudySummary flat{.effects = {summary.effects[1]}, .cost = "cost"};
    EXPECT_THAT(study_text(table, flat, Language::en), Not(HasSubstr("effect on")));
}

}  // namespace
}  // namespace freiton::report
