// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "freiton/report/contract_report.hpp"
#include "freiton/report/html_writer.hpp"
#include "freiton/report/text_writer.hpp"
#include "report/small_contract.hpp"

namespace freiton::report {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

std::string contract_text(const Contract& contract, Language language) {
    return text_of(contract_document(contract, language), {1000, 1000});
}

std::string small_contract_text(Language language) { return contract_text(test::small_contract(), language); }

TEST(ContractDocument, SaysOfEveryServiceForWhomWhatWhichPromiseHowCountedAndKept) {
    EXPECT_THAT(small_contract_text(Language::en),
                ContainsRegex("\nsales\n"
                              "Customer +Field; sales\n"
                              "Segment +=Trade\n"
                              "Service +Takes <orders> by telephone\\.\n"
                              "Promise +80 % answered within 20 s\\.\n"
                              "Counted +in every interval; in time are calls answered within the threshold, of all "
                              "calls that come in\\.\n"
                              "Verdict +sales: 80 % answered within 20 s, in every interval: NOT met"));
}

TEST(ContractDocument, SpeaksTheGermanOfPlanners) {
    const std::string text = small_contract_text(Language::de);
    EXPECT_THAT(text, HasSubstr("Leistungsvereinbarung; nach Formeln geplant"));
    EXPECT_THAT(text, ContainsRegex("Zusage +80 % innerhalb von 20 s angenommen\\.\n"
                                    "Gezählt +in jedem Intervall; rechtzeitig sind Anrufe, die innerhalb der Frist "
                                    "angenommen werden, von allen eingehenden\\.\n"));
    EXPECT_THAT(text, HasSubstr("nicht zu halten"));
    EXPECT_THAT(text, ContainsRegex("Kunde +Field; sales; Datum, Unterschrift: _+\nAnbieter +Datum, Unterschrift: _"));
}

TEST(ContractDocument, HasARowForEachServiceAndTheSumOfAll) {
    const std::string text = small_contract_text(Language::en);
    // 150 for 30 contacts are 5 each.
    EXPECT_THAT(text, ContainsRegex("sales +30 +3\\.0 +1\\.5 +1\\.2 +0\\.2 +0\\.5 +150 +5\\.00\n"));
    EXPECT_THAT(text, ContainsRegex("in all +30 +3\\.0 +1\\.5 +1\\.2 +0\\.2 +0\\.5 +150 +5\\.00\n"));
    EXPECT_THAT(text, ContainsRegex("Field; sales +30 +3\\.0"));
}

TEST(ContractDocument, PricesEveryStepAndGivesNoneOfWhatCannotBeKept) {
    const std::string text = small_contract_text(Language::en);
    EXPECT_THAT(text, ContainsRegex("looser: 75 % answered within 20 s +-1\\.5 +-0\\.2 +-75\n"));
    EXPECT_THAT(text, ContainsRegex("tighter: 85 % answered within 20 s +- +- +- +cannot be kept\n"));
    EXPECT_THAT(text, ContainsRegex("no promise +-2\\.0 +-0\\.4 +-100 +expected\n"));
    EXPECT_THAT(text, Not(HasSubstr("99")));
}

TEST(ContractDocument, AnExpectedPriceIsNowhereToldAsSure) {
    Contract contract = test::small_contract();
    const auto page = [&] { return html_of(contract_document(contract, Language::en)); };
    EXPECT_THAT(page(), HasSubstr("without it 0.4 FTE fewer should do."));
    EXPECT_THAT(page(), HasSubstr("Some are only expected"));
    contract.services[0].prices[2].expected = false;
    EXPECT_THAT(page(), HasSubstr("without it 0.4 FTE fewer would do."));
    EXPECT_THAT(page(), Not(HasSubstr("Some are only expected")));
}

TEST(ContractDocument, SaysWhatHasNoPrice) {
    Contract contract = test::small_contract();
    contract.services[0].prices.clear();
    contract.priced = false;
    EXPECT_THAT(contract_text(contract, Language::en), HasSubstr("All staff is given"));
    contract.priced = true;
    contract.interrupted = true;
    EXPECT_THAT(contract_text(contract, Language::en), HasSubstr("STOPPED"));
}

TEST(ContractDocument, AServiceWithoutAPromiseSaysNone) {
    Contract contract = test::small_contract();
    contract.plan.performance.targets.clear();
    EXPECT_THAT(contract_text(contract, Language::en), ContainsRegex("Promise +none\\.\n"));
}

TEST(ContractDocument, ShowsItsPicturesOnAPage) {
    const std::string page = html_of(contract_document(test::small_contract(), Language::en));
    for (const char* title : {"Services side by side", "Customers side by side", "The price of each promise"})
        EXPECT_THAT(page, HasSubstr(title));
    EXPECT_THAT(page, Not(HasSubstr("<orders>")));
}

TEST(ContractJson, HasThePlanAndEveryFigure) {
    const auto json = nlohmann::json::parse(contract_json(test::small_contract()));
    EXPECT_EQ(json["plan"]["totals"]["agent_hours"], 3.0);
    EXPECT_EQ(json["met"], false);
    EXPECT_EQ(json["services"][0]["customer"], "Field; sales");
    EXPECT_EQ(json["services"][0]["idle_hours"], 1.25);
    EXPECT_EQ(json["services"][0]["cost_per_contact"], 5.0);
    EXPECT_EQ(json["by_segment"][0]["segment"], "=Trade");
    EXPECT_EQ(json["total"]["paid_fte"], 0.46875);
    ASSERT_EQ(json["prices"].size(), 3U);
    EXPECT_EQ(json["prices"][0]["step"], "looser");
    EXPECT_EQ(json["prices"][0]["cost_difference"], -75.0);
    EXPECT_EQ(json["prices"][1]["met"], false);
    EXPECT_TRUE(json["prices"][1]["agent_hours_difference"].is_null());
    EXPECT_TRUE(json["prices"][2]["met"].is_null()) << "expected, but the formulas cannot vouch for it";
}

TEST(ContractJson, SaysWhatTheCheapestKnownPlanSparesOrThatThereIsNone) {
    Contract contract = test::small_contract();
    const auto spared = [&] { return nlohmann::json::parse(contract_json(contract))["spared"]; };
    EXPECT_TRUE(spared().is_null());
    contract.spared = Spared{.agent_hours = 2.5, .cost = 95.0, .expected = true};
    EXPECT_EQ(spared(), nlohmann::json::parse(R"({"agent_hours": 2.5, "cost": 95.0, "expected": true})"));
    contract.spared->cost.reset();
    EXPECT_TRUE(spared()["cost"].is_null());
}

TEST(ContractCsv, HasServicesSumsAndPrices) {
    const auto files = contract_csv(test::small_contract());
    ASSERT_EQ(files.size(), 3U);
    EXPECT_THAT(files[0].bytes,
                HasSubstr("sales,call,\"Field; sales\",=Trade,Takes <orders> by telephone.,80 % answered within 20 s,"
                          "0.8125,,30,3,1.5,1.25,0.25,3.75,0.46875,150,5"));
    EXPECT_THAT(files[1].bytes, HasSubstr("customer,\"Field; sales\",30,3,1.5,1.25,0.25,3.75,0.46875,150,5"));
    EXPECT_THAT(files[1].bytes, HasSubstr("all,,30,3,"));
    EXPECT_THAT(files[2].bytes, HasSubstr("sales,looser,75 % answered within 20 s,true,-1.5,-0.25,-75"));
    EXPECT_THAT(files[2].bytes, HasSubstr("sales,tighter,85 % answered within 20 s,false,,,"));
}

}  // namespace
}  // namespace freiton::report
