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
                testing::StartsWith("sales: in manchen"));
    EXPECT_THAT(warning_text({WarningCode::steady_state, {}}, Language::en),
                testing::HasSubstr("queues are not carried over"));
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
