// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/warning_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/core/contracts.hpp"

namespace freiton::report {
namespace {

TEST(WarningText, IsASentenceInBothLanguagesThatNamesTheWork) {
    EXPECT_THAT(warning_text({"overload", {"sales"}}, Language::en), testing::StartsWith("sales: in some intervals"));
    EXPECT_THAT(warning_text({"overload", {"sales"}}, Language::de), testing::StartsWith("sales: in manchen"));
    EXPECT_THAT(warning_text({"steady_state", {}}, Language::en), testing::HasSubstr("queues are not carried over"));
}

TEST(WarningText, AnUnknownCodeBreaksTheContract) {
    EXPECT_THROW(warning_text({"no_such_code", {}}, Language::en), ContractViolation);
}

}  // namespace
}  // namespace freiton::report
