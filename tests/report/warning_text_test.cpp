// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/warning_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace freiton::report {
namespace {

TEST(WarningText, IsASentenceInBothLanguagesThatNamesTheWork) {
    EXPECT_THAT(warning_text({WarningCode::overload, {"sales"}}, Language::en),
                testing::StartsWith("sales: in some intervals"));
    EXPECT_THAT(warning_text({WarningCode::overload, {"sales"}}, Language::de),
                testing::StartsWith("sales: In manchen"));
    EXPECT_THAT(warning_text({WarningCode::steady_state, {}}, Language::en),
                testing::HasSubstr("waiting calls are not carried into the next"));
}

TEST(WarningText, DatesAndNumbersAreWrittenAsPeopleOfTheLanguageDo) {
    const Warning gaps{WarningCode::volumes_have_gaps, {"sales", "2", "4", "v.csv", "2026-03-02T09:00:00"}};
    EXPECT_THAT(warning_text(gaps, Language::en), testing::HasSubstr("first on Mon 2 Mar 09:00;"));
    EXPECT_THAT(warning_text(gaps, Language::de), testing::HasSubstr("zuerst am Mo 02.03. 09:00;"));
    const Warning load{WarningCode::load_uncovered, {"letters", "1.5", "12"}};
    EXPECT_THAT(warning_text(load, Language::en), testing::HasSubstr("1.5 of the 12 hours"));
    EXPECT_THAT(warning_text(load, Language::de), testing::HasSubstr("1,5 der 12 Arbeitsstunden"));
}

TEST(WarningText, EveryCodeHasANameAndASentenceInBothLanguages) {
    for (std::size_t k = 0; k < warning_codes; ++k) {
        const auto code = static_cast<WarningCode>(k);
        EXPECT_EQ(warning_code(warning_name(code)), code);
        for (const Language language : {Language::en, Language::de})
            EXPECT_NE(warning_text({code, {"a", "b", "c", "d", "e"}}, language), "") << warning_name(code);
    }
    EXPECT_EQ(warning_code("no_such_code"), std::nullopt);
}

}  // namespace
}  // namespace freiton::report
