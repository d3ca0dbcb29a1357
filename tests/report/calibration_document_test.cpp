// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "freiton/report/calibration_report.hpp"
#include "freiton/report/html_writer.hpp"
#include "freiton/report/text_writer.hpp"
#include "report/small_calibration.hpp"

namespace freiton::report {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string text_in(const Calibration& calibration, Language language) {
    return text_of(calibration_document(calibration, language), {1000, 1000});
}

FittedValue& value_of(Calibration& calibration, Fitted what) {
    for (FittedValue& value : calibration.work[0].values)
        if (value.what == what) return value;
    throw std::logic_error{"no such value"};
}

// AIC: 2 * 2 + 2 * 1015 less 2 * 3 + 2 * 1000 is 28.
TEST(CalibrationDocument, SaysWhatWasFound) {
    const std::string text = text_in(test::small_calibration(), Language::en);
    EXPECT_THAT(text,
                HasSubstr("Patience: a lognormal law with mean 150 s (standard error 6.5 s) and cv 1.50 (standard "
                          "error 0.12). The next law, exponential + balk, explains the waits clearly less (AIC 28.0 "
                          "more)."));
    EXPECT_THAT(text, HasSubstr("The longest wait was 300 s; by this law 12 % of the callers would wait longer."));
    EXPECT_THAT(text, HasSubstr("5.0 % (standard error 0.4 %) of the callers hang up at once when nobody is idle."));
    EXPECT_THAT(text, HasSubstr("Wrap-up beyond the log's handling times: 75.0 s (standard error 3.5 s). For validate "
                                "with such a log: --wrap-up \"75 s\"."));
    EXPECT_THAT(text, Not(HasSubstr("may be 0")));
}

TEST(CalibrationDocument, SaysWhatCannotBeToldApartAndWhatStaysUnexplained) {
    const std::string text = text_in(test::small_calibration(), Language::en);
    EXPECT_THAT(text, HasSubstr("cannot be told apart by this log (correlation -0.97): 10 s of wrap-up do what being "
                                "away 4.0 % of the time does. Only wrap-up was fitted"));
    EXPECT_THAT(text, HasSubstr("1 of 2 figures of single hours lie beyond twice their noise"));
    EXPECT_THAT(text,
                HasSubstr("The largest: ASA in the hour from 08:00, 30 s in the log and 20 s simulated (5.0 times "
                          "the noise)."));
}

// An ASA that was 10 % off is 55 % off now, and its days leave 30 % in doubt.
TEST(CalibrationDocument, SaysHowNearItComesAndWhatWasNotTaken) {
    Calibration calibration = test::small_calibration();
    calibration.work[0].checks = {{.figure = Compared::asa_s,
                                   .actual = 20.0,
                                   .before = 22.0,
                                   .after = 31.0,
                                   .bias_before = 0.1,
                                   .bias_after = 0.55,
                                   .doubt = 0.3},
                                  {.figure = Compared::service_level,
                                   .actual = 0.8,
                                   .before = 0.82,
                                   .after = 0.79,
                                   .bias_before = 0.02,
                                   .bias_after = -0.01,
                                   .doubt = 0.05}};
    calibration.work[0].outliers = {{.day = 0, .interval = IntervalIndex{0}, .came = 400.0, .usual = 51.2}};
    const std::string text = text_in(calibration, Language::en);
    EXPECT_THAT(text, HasSubstr("ASA lies further from this log than before, by more than its days leave in doubt."));
    EXPECT_THAT(text, HasSubstr("ASA: 31 s with these values, 22 s without, 20 s in the log."));
    EXPECT_THAT(text, Not(HasSubstr("SL 20 s lies further")));
    EXPECT_THAT(text, HasSubstr(": 400 in place of 51."));
    EXPECT_THAT(text_in(calibration, Language::de),
                HasSubstr("ASA liegt weiter von diesem Protokoll entfernt als vorher"));
    value_of(calibration, Fitted::day_cv).withheld = Withheld::further_off;
    EXPECT_THAT(text_in(calibration, Language::en), HasSubstr("Not taken: arrivals.day_cv 0.120."));
    for (const FittedLine& line : fitted_lines(calibration)) EXPECT_NE(line.key, "work.sales.arrivals.day_cv");
}

TEST(CalibrationDocument, CountsByIntervalCannotTellBalkFromPatience) {
    Calibration calibration = test::small_calibration();
    calibration.work[0].patience.clear();
    EXPECT_THAT(
        text_in(calibration, Language::en),
        HasSubstr("Patience: mean 150 s (standard error 6.5 s), by simulation, with the law of the scenario and "
                  "its balk of 5.0 % as stated."));
}

TEST(CalibrationDocument, SpeaksGerman) {
    const std::string text = text_in(test::small_calibration(), Language::de);
    EXPECT_THAT(text, HasSubstr("Geduld: lognormal mit Mittel 150 s (Standardfehler 6,5 s) und cv 1,50"));
    EXPECT_THAT(text, HasSubstr("5,0 % (Standardfehler 0,4 %) der Anrufer legen sofort auf, wenn niemand frei ist."));
    EXPECT_THAT(text, HasSubstr("kann dieses Protokoll nicht trennen (Korrelation -0,97)"));
    EXPECT_THAT(text, HasSubstr("in der Stunde ab 08:00"));
    EXPECT_THAT(text, Not(HasSubstr("standard error")));
}

// The exponential law is chosen though another's criterion is a little less: that is said.
TEST(CalibrationDocument, ALawThatExplainsHardlyBetterIsSaidTo) {
    Calibration calibration = test::small_calibration();
    auto& laws = calibration.work[0].patience;
    laws[1].log_likelihood = -1002.0;
    EXPECT_THAT(text_in(calibration, Language::en), HasSubstr("explains the waits nearly as well (AIC 2.0 more)"));
    std::swap(laws[0].chosen, laws[1].chosen);
    value_of(calibration, Fitted::patience_mean).value = 140.0;
    const std::string text = text_in(calibration, Language::en);
    EXPECT_THAT(text, HasSubstr("Patience: exponential with mean 140 s"));
    EXPECT_THAT(text, HasSubstr("lognormal + balk, explains the waits hardly better (AIC 2.0 less)"));
}

TEST(CalibrationDocument, WhatMayBeNothingIsSaidTo) {
    Calibration calibration = test::small_calibration();
    value_of(calibration, Fitted::day_cv).at_most = 0.15;
    value_of(calibration, Fitted::wrap_up).at_most = 82.0;
    calibration.work[0].hours[0].actual = 21.0;
    const std::string text = text_in(calibration, Language::en);
    EXPECT_THAT(text, HasSubstr("The day_cv of volumes may be 0: chance alone makes such differences; it is hardly "
                                "above 0.150."));
    EXPECT_THAT(text, HasSubstr("75.0 s; none at all is possible, more than 82.0 s hardly."));
    EXPECT_THAT(text, Not(HasSubstr("The largest"))) << "no hour is off by more than chance";
}

TEST(CalibrationDocument, WhatWasNotFoundIsSaid) {
    Calibration calibration = test::small_calibration();
    calibration.work[0].not_fitted = {NotFitted::no_people, NotFitted::no_days_alike};
    calibration.interrupted = true;
    const std::string text = text_in(calibration, Language::en);
    EXPECT_THAT(text, HasSubstr("The scenario does not say who was there"));
    EXPECT_THAT(text, HasSubstr("Too few days to tell how much they vary."));
    EXPECT_THAT(text, HasSubstr("STOPPED"));
}

// As --set takes them, and a scenario file.
TEST(CalibrationDocument, TellsTheLinesForTheScenario) {
    std::vector<std::string> lines;
    for (const FittedLine& line : fitted_lines(test::small_calibration()))
        lines.push_back(line.key + ": " + line.value());
    EXPECT_THAT(lines,
                testing::ElementsAre("work.sales.patience: {law: lognormal, mean: 150 s, cv: 1.5}",
                                     "work.sales.balk: 5 %", "work.sales.arrivals.day_cv: 0.12",
                                     "work.sales.handling_time: {mean: 165 s}", "work.sales.wrap_up: {mean: 75 s}"));
}

TEST(CalibrationDocument, ProgramsGetAllOfIt) {
    const auto json = nlohmann::json::parse(calibration_json(test::small_calibration()));
    const auto& work = json.at("work").at("sales");
    EXPECT_EQ(work.at("values").at("wrap_up.mean").at("value"), 75.0);
    EXPECT_EQ(work.at("values").at("wrap_up.mean").at("scenario"), nullptr);
    EXPECT_EQ(work.at("values").at("arrivals.day_cv").at("from"), "days");
    EXPECT_EQ(work.at("laws").at(0).at("chosen"), true);
    EXPECT_EQ(work.at("laws").at(0).at("aic"), 2006.0);
    EXPECT_EQ(work.at("patience").at(1).at("share"), 0.5);
    EXPECT_EQ(work.at("by_hour").at(0).at("hour"), "08:00");
    EXPECT_EQ(work.at("alike").at(0).at("other"), "away");
    EXPECT_EQ(json.at("keys").at("work.sales.patience").at("mean"), "150 s");
    EXPECT_EQ(json.at("keys").at("work.sales.balk"), "5 %");
}

TEST(CalibrationDocument, TablesHaveALineForEachValueLawAndPoint) {
    const std::vector<NamedBytes> files = calibration_csv(test::small_calibration());
    ASSERT_EQ(files.size(), 4U);
    EXPECT_THAT(files[0].bytes, HasSubstr("\nsales,wrap_up.mean,,75,3.5,,simulation,\n"));
    EXPECT_THAT(files[1].bytes, HasSubstr("\nsales,lognormal,150.25,"));
    EXPECT_EQ(files[2].bytes,
              "work,wait_s,share,standard_error,at_risk\nsales,0,0.95,0.01,100\nsales,60,0.5,0.02,50\n");
    EXPECT_THAT(files[3].bytes, HasSubstr("\nsales,08:00,asa_s,30,20,2\n"));
}

TEST(CalibrationDocument, APageHasTheCurveWithItsLaws) {
    const std::string page = html_of(calibration_document(test::small_calibration(), Language::en));
    EXPECT_THAT(page, HasSubstr("sales: how long callers are willing to wait"));
    EXPECT_THAT(page, HasSubstr("seen (Kaplan and Meier)"));
    EXPECT_THAT(page, HasSubstr("lognormal + balk"));
}

// Before the first point all are still willing; after it what it says, until the next.
TEST(CalibrationDocument, TheCurveHoldsUntilItsNextPoint) {
    const Calibration calibration = test::small_calibration();
    WorkCalibration work = calibration.work[0];
    EXPECT_EQ(work.survival_at(59.9)->share, 0.95);
    EXPECT_EQ(work.survival_at(60.0)->share, 0.5);
    work.survival.erase(work.survival.begin());
    EXPECT_EQ(work.survival_at(59.9), nullptr);
}

}  // namespace
}  // namespace freiton::report
