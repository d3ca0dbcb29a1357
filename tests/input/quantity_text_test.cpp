// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/quantity_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/core/text.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

TEST(Number, IsFiniteAndDecimal) {
    EXPECT_EQ(read_number(" 12 ").value, 12.0);
    EXPECT_EQ(read_number("012").value, 12.0);
    EXPECT_EQ(read_number("1e3").value, 1000.0);
    EXPECT_EQ(read_number("-0.5").value, -0.5);
    for (const std::string_view text : {"nan", ".NaN", "inf", "-.inf", "1e400", "-1e400"}) {
        EXPECT_EQ(read_number(text).value, std::nullopt) << text;
        EXPECT_EQ(read_number(text).rule, Rule::number_not_finite) << text;
    }
}

TEST(Number, ADecimalCommaIsRefusedWithTheNumberThatWasMeant) {
    EXPECT_EQ(read_number("0,8").rule, Rule::number_expected);
    EXPECT_EQ(read_number("0,8").suggestion, "0.8");
    EXPECT_EQ(read_number("1,234,567").suggestion, "");
    EXPECT_EQ(read_number("many").suggestion, "");
}

TEST(Duration, CarriesItsUnit) {
    EXPECT_EQ(read_duration("20 s", "s").value, Seconds{20});
    EXPECT_EQ(read_duration("4min", "s").value, Seconds{240});
    EXPECT_EQ(read_duration(" 1.5  h ", "s").value, Seconds{5400});  // 1.5 x 3600
    EXPECT_EQ(read_duration("1e3 s", "s").value, Seconds{1000});
    EXPECT_EQ(read_duration("-180 s", "s").value, Seconds{-180});  // its field knows whether that may be
}

TEST(Duration, ABareNumberIsRefusedWithTheUsualUnit) {
    for (const std::string unit : {"s", "min", "h"}) {
        const auto reading = read_duration("20", unit);
        EXPECT_EQ(reading.value, std::nullopt);
        EXPECT_EQ(reading.rule, Rule::unit_missing);
        EXPECT_EQ(reading.suggestion, "20 " + unit);
    }
}

TEST(Duration, WhatPeopleWriteForAUnitIsUnderstoodAsASuggestion) {
    const auto meant = [](std::string_view text) {
        const auto reading = read_duration(text, "s");
        EXPECT_EQ(reading.value, std::nullopt) << text;
        EXPECT_EQ(reading.rule, Rule::duration_expected) << text;
        return reading.suggestion;
    };
    EXPECT_EQ(meant("20 sec"), "20 s");
    EXPECT_EQ(meant("20 Sekunden"), "20 s");
    EXPECT_EQ(meant("4 m"), "4 min");
    EXPECT_EQ(meant("4 MIN"), "4 min");
    EXPECT_EQ(meant("2 Std"), "2 h");
    EXPECT_EQ(meant("2 weeks"), "");
    EXPECT_EQ(meant("soon"), "");
    EXPECT_EQ(meant(""), "");
    EXPECT_EQ(meant("4 min 30 s"), "");
}

TEST(Duration, WhatPeopleAbbreviateOrWriteAsAClockIsHinted) {
    for (const std::string text : {"4 Min.", "4:00", "0:04:00"})
        EXPECT_EQ(read_duration(text, "s").suggestion, "4 min") << text;
    EXPECT_EQ(read_duration("4:30", "s").suggestion, "270 s");
}

TEST(Amount, ThreeDigitsAfterAPointMayBeThousands) {
    EXPECT_EQ(read_amount("1.200").rule, Rule::number_ambiguous);
    EXPECT_EQ(read_amount("1.200").suggestion, "1200");
    EXPECT_EQ(read_duration("1.200 s", "s").rule, Rule::number_ambiguous);
    EXPECT_EQ(read_duration("1.200 s", "s").suggestion, "1200 s");
    for (const std::string text : {"0.125", "1.25", "1.2500", "1200", "1234.567", "1e3"})
        EXPECT_EQ(read_amount(text).value, parse_number(text)) << text;
    EXPECT_EQ(read_number("1.200").value, 1.2);  // a factor is no amount
}

TEST(Amount, WhatIsWrittenReadsBackTheSame) {
    for (const double amount : {1.234, 12.345, 0.125, 1200.0, 1.0 / 3.0})
        EXPECT_EQ(read_amount(amount_text(amount)).value, amount);
    EXPECT_EQ(read_duration(duration_text(Seconds{1.234}), "s").value, Seconds{1.234});
}

TEST(Duration, BeyondADoubleIsNotFinite) {
    EXPECT_EQ(read_duration("1e400 s", "s").rule, Rule::number_not_finite);
    EXPECT_EQ(read_duration("1e308 h", "s").rule, Rule::number_not_finite);
}

TEST(ShareText, PercentAndFractionMeanTheSame) {
    EXPECT_EQ(read_share("80 %").value, 0.8);
    EXPECT_EQ(read_share("80%").value, 0.8);
    EXPECT_EQ(read_share("0.8").value, 0.8);
    EXPECT_EQ(read_share("0").value, 0.0);
    EXPECT_EQ(read_share("100 %").value, 1.0);
    EXPECT_EQ(read_share("1").value, 1.0);
    EXPECT_DOUBLE_EQ(read_share("0.8 %").value.value_or(-1), 0.008);
}

TEST(ShareText, ABareEightyIsRefusedWithThePercentSignThatWasForgotten) {
    EXPECT_EQ(read_share("80").rule, Rule::at_most);
    EXPECT_THAT(read_share("80").arguments, ElementsAre("100 %"));
    EXPECT_EQ(read_share("80").suggestion, "80 %");
    EXPECT_EQ(read_share("800").suggestion, "");  // not meant as percent either
    EXPECT_EQ(read_share("120 %").rule, Rule::at_most);
    EXPECT_EQ(read_share("120 %").suggestion, "");
}

TEST(ShareText, WhatIsNoShareIsRefused) {
    EXPECT_EQ(read_share("-5 %").rule, Rule::at_least);
    EXPECT_THAT(read_share("-5 %").arguments, ElementsAre("0 %"));
    EXPECT_EQ(read_share("most").rule, Rule::share_expected);
    EXPECT_EQ(read_share("%").rule, Rule::share_expected);
    EXPECT_EQ(read_share("80 percent").rule, Rule::share_expected);
    EXPECT_EQ(read_share("nan").rule, Rule::number_not_finite);
}

TEST(QuantityText, DurationsAreWrittenInTheLargestUnitThatStaysShort) {
    EXPECT_EQ(duration_text(0s), "0 s");
    EXPECT_EQ(duration_text(20s), "20 s");
    EXPECT_EQ(duration_text(90s), "90 s");
    EXPECT_EQ(duration_text(240s), "4 min");
    EXPECT_EQ(duration_text(1h), "1 h");
    EXPECT_EQ(duration_text(5400s), "1.5 h");
}

TEST(QuantityText, WhatIsWrittenReadsBackTheSame) {
    for (const double seconds : {0.0, 0.1, 7.0, 20.0, 100.0, 240.0, 3600.0, 12345.678, 1.0 / 3.0})
        EXPECT_EQ(read_duration(duration_text(Seconds{seconds}), "s").value, Seconds{seconds}) << seconds;
    for (const double share : {0.0, 0.07, 0.8, 0.999, 1.0 / 3.0, 1.0})
        EXPECT_EQ(read_share(share_text(share)).value, share) << share;
    EXPECT_EQ(share_text(0.8), "80 %");
}

}  // namespace
}  // namespace freiton::input
