// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/report/explanation_parts.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(const FormulaView& formula, Language language) {
    const Scenario scenario{test::one_hour_of_sales()};
    const PlanResult result = test::small_plan();
    const Explanation why{.formula = formula};
    return formula_sentences({{scenario, result, language}, why});
}

// The small plan has 3 agent hours.
TEST(FormulaSentences, SayHowManyPeopleWhatIsLeftOutAndWhereTheyDiffer) {
    const FormulaView formula{.agent_hours = 4.0,
                              .in_time = {0.9},
                              .in_time_simulated = {0.8},
                              .left_out = {LeftOut::redials, LeftOut::absence}};
    EXPECT_THAT(sentences(formula, Language::en),
                ElementsAre("The formulas ask for 4.0 agent hours, 1.0 more.",
                            "They leave out: redials that come later; people who are absent all day.",
                            "By formula this plan would be in time: sales 90.0 % (simulated 80.0 %)."));
    EXPECT_THAT(sentences(formula, Language::de),
                ElementsAre("Die Formeln verlangen 4,0 Personenstunden, 1,0 mehr.",
                            "Nicht berücksichtigt sind: Wiederanrufe, die später kommen; Abwesenheit für ganze Tage.",
                            "Nach Formel wären mit diesem Plan rechtzeitig: sales 90,0 % (simuliert 80,0 %)."));
}

TEST(FormulaSentences, PassOverWhatDoesNotDiffer) {
    const FormulaView formula{.agent_hours = 2.5, .in_time = {0.801}, .in_time_simulated = {0.8}};
    EXPECT_THAT(sentences(formula, Language::en), ElementsAre("The formulas ask for 2.5 agent hours, 0.5 fewer."));
    const FormulaView same{.agent_hours = 3.01};
    EXPECT_THAT(sentences(same, Language::en), ElementsAre("The formulas ask for 3.0 agent hours, just as many."));
}

}  // namespace
}  // namespace freiton::report
