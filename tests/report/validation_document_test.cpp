// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "freiton/report/html_writer.hpp"
#include "freiton/report/text_writer.hpp"
#include "freiton/report/validation_report.hpp"
#include "report/small_validation.hpp"

namespace freiton::report {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string text_in(const Validation& validation, Language language) {
    return text_of(validation_document(validation, language), {1000, 1000});
}

FigureFit& fit_of(Validation& validation, Compared figure) {
    for (FigureFit& fit : validation.work[0].fits)
        if (fit.figure == figure) return fit;
    throw std::logic_error{"no such figure"};
}

TEST(ValidationDocument, SaysHowFarOffItWasAndWhy) {
    const std::string text = text_in(test::small_validation(), Language::en);
    EXPECT_THAT(text, HasSubstr("SL 20 s: the prediction is too good by 10.0 points: 80.0 % predicted, 70.0 % came."));
    EXPECT_THAT(text, HasSubstr("Mostly because of handling times: with what came in their place it is off by 2.0 "
                                "points (in place of 10.0 points)."));
    EXPECT_THAT(text, HasSubstr("ASA: the prediction is too good by 20.0 %: 20 s predicted, 25 s came."));
    EXPECT_THAT(text, HasSubstr("Volumes hold: 1000 predicted, 990 came."));
    EXPECT_THAT(text, HasSubstr("Handling times: predicted 20.0 % too short (200 s, 250 s)."));
    EXPECT_THAT(text, HasSubstr("Bands of SL 20 s hold: 90.0 % of 100 intervals lie within bands of 90 %."));
    EXPECT_THAT(text, Not(HasSubstr("of a day"))) << "there is one";
}

TEST(ValidationDocument, SpeaksGerman) {
    const std::string text = text_in(test::small_validation(), Language::de);
    EXPECT_THAT(text, HasSubstr("SL 20 s: die Vorhersage ist um 10,0 Punkte zu gut: 80,0 % vorhergesagt, 70,0 % "
                                "eingetreten."));
    EXPECT_THAT(text, HasSubstr("Vor allem wegen: Bearbeitungszeiten."));
    EXPECT_THAT(text, HasSubstr("Mengen halten"));
    EXPECT_THAT(text, HasSubstr("um 20,0 % zu kurz vorhergesagt"));
}

TEST(ValidationDocument, WhatHoldsIsSaidToHoldAndWhatMayBeChanceIsNot) {
    Validation validation = test::small_validation();
    fit_of(validation, Compared::service_level).bias_half_width = 0.11;
    fit_of(validation, Compared::asa_s).bias = 0.04;
    const std::string text = text_in(validation, Language::en);
    EXPECT_THAT(text,
                HasSubstr("SL 20 s: the prediction is too good by 10.0 points, which may be chance: 80.0 % predicted, "
                          "70.0 % came."));
    EXPECT_THAT(text, HasSubstr("ASA: the prediction holds"));
    EXPECT_THAT(text, Not(HasSubstr("Mostly"))) << "nothing is to be explained";
}

TEST(ValidationDocument, APredictionMayBeTooBadToo) {
    Validation validation = test::small_validation();
    fit_of(validation, Compared::service_level).bias = -0.1;
    fit_of(validation, Compared::asa_s).bias = 0.2;
    const std::string text = text_in(validation, Language::en);
    EXPECT_THAT(text, HasSubstr("SL 20 s: the prediction is too bad by 10.0 points"));
    EXPECT_THAT(text, HasSubstr("ASA: the prediction is too bad by 20.0 %"));
}

TEST(ValidationDocument, WhatNoCauseExplainsIsLeftToPeopleAndTheRest) {
    Validation validation = test::small_validation();
    ErrorParts& parts = validation.work[0].causes[0].bias;
    parts = {.whole = 0.1, .volume = 0.01, .handling_time = 0.02};
    EXPECT_THAT(text_in(validation, Language::en),
                HasSubstr("It is not from volumes and handling times: with what came in their place it is off by 7.0 "
                          "points (in place of 10.0 points), for people and what else this log does not tell."));
    parts = {.whole = 0.1, .volume = 0.045, .handling_time = 0.02};
    EXPECT_THAT(text_in(validation, Language::en),
                HasSubstr("No single cause explains half of it; most comes from volumes."));
}

// Of a cause that explains more than all the rest points the other way: no "12 points of 10".
TEST(ValidationDocument, ACauseMayExplainMoreThanAll) {
    Validation validation = test::small_validation();
    validation.work[0].causes[0].bias = {.whole = 0.1, .volume = 0.12};
    EXPECT_THAT(
        text_in(validation, Language::en),
        HasSubstr("Mostly because of volumes: with what came in their place it is off by 2.0 points (in place of "
                  "10.0 points)."));
}

TEST(ValidationDocument, OfFewSimulationsBandsAreNotJudged) {
    Validation validation = test::small_validation();
    validation.predicted.performance.replications = 30;
    fit_of(validation, Compared::service_level).intervals = {.inside = 70, .below = 20, .above = 10};
    const std::string text = text_in(validation, Language::en);
    EXPECT_THAT(text, Not(HasSubstr("too narrow: 70")));
    EXPECT_THAT(text, HasSubstr("sales: whether bands hold is not judged, as bands of 30 simulations are too narrow by "
                                "themselves: --set simulation.replications=400."));
}

// Predicted are 225 s, 180 of them talk; the log has 180.
TEST(ValidationDocument, AWrapUpThatIsStatedApartIsNamed) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].wrap_up = DurationLaw{.mean = Seconds{45.0}};
    Validation validation = test::small_validation();
    validation.scenario = Scenario{parts};
    fit_of(validation, Compared::handling_time_s) = test::small_fit(Compared::handling_time_s, 225.0, 180.0, 0.25);
    EXPECT_THAT(text_in(validation, Language::en),
                HasSubstr("predicted 25.0 % too long (225 s, 180 s). The scenario states 45 s of wrap-up apart; if the "
                          "log leaves it out, add it with --wrap-up \"45 s\"."));
    validation.work[0].wrap_up_s = 45.0;
    const std::string text = text_in(validation, Language::en);
    EXPECT_THAT(text, HasSubstr("sales: the log has talk alone, so the scenario's wrap-up of 45 s was added to it"));
    EXPECT_THAT(text, Not(HasSubstr("add it with")));
}

TEST(ValidationDocument, BandsThatDoNotHoldAreTold) {
    Validation validation = test::small_validation();
    fit_of(validation, Compared::service_level).intervals = {.inside = 70, .below = 20, .above = 10};
    fit_of(validation, Compared::asa_s).intervals = {.inside = 199, .below = 1};
    fit_of(validation, Compared::answered).intervals = {.inside = 9, .below = 1};
    const std::string text = text_in(validation, Language::en);
    EXPECT_THAT(text, HasSubstr("Bands of SL 20 s are too narrow: 70.0 % of 100 intervals"));
    EXPECT_THAT(text, HasSubstr("Bands of ASA are wider than need be: 99.5 % of 200 intervals"));
    EXPECT_THAT(text, Not(HasSubstr("Bands of answered"))) << "ten are too few to say";
}

TEST(ValidationDocument, VolumesAndHandlingTimesAreToldInTheirDirection) {
    Validation validation = test::small_validation();
    fit_of(validation, Compared::offered).bias = 0.2;
    fit_of(validation, Compared::handling_time_s).bias = 0.1;
    std::string text = text_in(validation, Language::en);
    EXPECT_THAT(text, HasSubstr("Volumes: 20.0 % more were predicted than came (1000, 990)."));
    EXPECT_THAT(text, HasSubstr("predicted 10.0 % too long (200 s, 250 s). If the log leaves out wrap-up, add it"));
    validation.wrap_up_s = 30.0;
    fit_of(validation, Compared::offered).bias = -0.2;
    text = text_in(validation, Language::en);
    EXPECT_THAT(text, HasSubstr("Volumes: 20.0 % fewer were predicted than came (1000, 990)."));
    EXPECT_THAT(text, Not(HasSubstr("If the log leaves out wrap-up")));
    EXPECT_THAT(text, HasSubstr("30 s of wrap-up added to its handling times"));
    fit_of(validation, Compared::offered).actual = 0.0;
    EXPECT_THAT(text_in(validation, Language::en), HasSubstr("Volumes: 1000 predicted, none came."));
}

TEST(ValidationDocument, HasDaysAndFiguresAndMarksWhatIsOutside) {
    const std::string text = text_in(test::small_validation(), Language::en);
    EXPECT_THAT(text,
                ContainsRegex("SL 20 s +80\\.0 % +70\\.0 % +10\\.0 ± 1\\.0 % +12\\.5 % +6\\.2 % +90\\.0 ± 6\\.1 % "
                              "+9 of 10\n"));
    EXPECT_THAT(text, ContainsRegex("Mon 2 Mar +10 +12 +75\\.0 % +50\\.0 % to 87\\.5 % +25\\.0 % \\* +20 s +10 s to 30 "
                                    "s +25 s"));
    EXPECT_THAT(text, HasSubstr("* outside its band"));
}

TEST(ValidationDocument, SeveralDaysAreToldByTimeOfDayToo) {
    Validation validation = test::small_validation();
    EXPECT_THAT(text_in(validation, Language::en), Not(HasSubstr("ASA in band")));
    validation.days = {0, 0};
    validation.work[0].days.push_back(validation.work[0].days[0]);
    validation.work[0].intervals.push_back(validation.work[0].intervals[0]);
    const std::string text = text_in(validation, Language::en);
    EXPECT_THAT(text, ContainsRegex("09:00 +20 +24 +75\\.0 % +25\\.0 % +20 s +25 s +2 of 2\n"));
    EXPECT_THAT(text, ContainsRegex("09:30 +10 +12 +75\\.0 % +25\\.0 % +20 s +25 s +1 of 1\n"));
    EXPECT_THAT(text, HasSubstr("ASA of a day: within a quarter on 8 of 2 days.")) << "as the figures have it";
}

TEST(ValidationDocument, TellsWhatCouldNotBeCompared) {
    Validation validation = test::small_validation();
    EXPECT_THAT(text_in(validation, Language::en), Not(HasSubstr("Left out")));
    validation.left_out = {.days_only_in_log = {test::monday - std::chrono::days{1}},
                           .calls_on_them = 7.0,
                           .days_only_in_scenario = {test::monday + std::chrono::days{1}},
                           .calls_while_closed = 3.0,
                           .queues = {"Back_office"},
                           .calls_in_them = 5.0,
                           .works = {"mail"}};
    validation.work[0].only_chance = true;
    const std::string text = text_in(validation, Language::en);
    for (const char* part :
         {"scenario is closed or ends: 1 (Sun 1 Mar), with 7 calls.",
          "Open days of the scenario that the log does not have: 1 (Tue 3 Mar).", "3 calls outside the opening hours",
          "no work of the scenario: Back_office, with 5 calls.", "this log does not have: mail.",
          "sales: not in this log, or not to be counted from it: abandoned.",
          "sales: the scenario knows no variation but that of single calls"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(ValidationDocument, CausesAreATableThatAddsUp) {
    const std::string text = text_in(test::small_validation(), Language::en);
    EXPECT_THAT(text, ContainsRegex("nothing: as predicted +10\\.0 % +10\\.0 % +-20\\.0 % +20\\.0 %\n"
                                    "volumes take off +1\\.0 % +1\\.0 % +0\\.0 % +0\\.0 %\n"
                                    "handling times take off +8\\.0 % +7\\.0 % +-15\\.0 % +10\\.0 %\n"
                                    "remains: people and the rest +1\\.0 % +2\\.0 % +-5\\.0 % +10\\.0 %\n"));
    EXPECT_THAT(text, Not(HasSubstr("patience take off"))) << "too few gave up to say";
}

TEST(ValidationDocument, APageShowsDotsOverTheBand) {
    const std::string page = html_of(validation_document(test::small_validation(), Language::en));
    EXPECT_THAT(page, HasSubstr("sales: answered in time, predicted and actual"));
    EXPECT_THAT(page, ContainsRegex("class=\"c1 dots\" d=\"M[0-9. ]+h0M[0-9. ]+h0\""));
}

TEST(ValidationTables, ListEveryIntervalWithBandAndActual) {
    const auto files = validation_csv(test::small_validation());
    ASSERT_EQ(files.size(), 4U);
    EXPECT_THAT(files[0].bytes, StartsWith("work,figure,predicted,actual,bias,bias_half_width,"));
    EXPECT_THAT(files[0].bytes,
                HasSubstr("\nsales,service_level,0.8,0.7,0.1,0.01,0.125,0.0625,100,90,4,6,10,9,0,1,8\n"));
    EXPECT_THAT(files[1].bytes, HasSubstr("\nsales,service_level,handling_time,0.08,0.07\n"));
    EXPECT_THAT(files[2].bytes, StartsWith("date,work,offered,offered_p05,offered_p95,offered_actual,"));
    EXPECT_THAT(files[3].bytes,
                HasSubstr("\n2026-03-02,09:30,sales,10,,,12,9,,,8,,,,,0.75,0.5,0.875,0.25,20,10,30,25,,\n"));
}

TEST(ValidationJson, HasEverythingByName) {
    const auto json = nlohmann::json::parse(validation_json(test::small_validation()));
    const auto& work = json.at("work").at("sales");
    EXPECT_EQ(work.at("queue"), "Hotline");
    EXPECT_THAT(work.at("verdict").at(0).get<std::string>(), HasSubstr("too good by 10.0 points"));
    const auto& level = work.at("figures").at("service_level");
    EXPECT_EQ(level.at("verdict"), "more_predicted");
    EXPECT_EQ(level.at("intervals").at("inside_share"), 0.9);
    EXPECT_EQ(level.at("intervals").at("verdict"), "as_meant");
    EXPECT_EQ(work.at("causes").at("service_level").at("bias").at("main"), "handling_time");
    EXPECT_NEAR(work.at("causes").at("asa_s").at("bias").at("rest").get<double>(), -0.05, 1e-12);
    EXPECT_EQ(work.at("not_in_log").at(0), "abandoned");
    EXPECT_EQ(work.at("by_interval").at(1).at("start"), "2026-03-02T09:30:00");
    EXPECT_EQ(work.at("by_day").at(0).at("asa_s_actual"), 25.0);
    EXPECT_TRUE(work.at("by_day").at(0).at("handling_time_s").is_null());
    EXPECT_EQ(json.at("days").at(0), "2026-03-02");
    EXPECT_EQ(json.at("replications"), 400);
}

}  // namespace
}  // namespace freiton::report
