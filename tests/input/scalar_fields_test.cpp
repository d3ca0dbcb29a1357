// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/scalar_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/codec_outcome.hpp"

namespace freiton::input {
namespace {

using test::read;
using testing::ElementsAre;

TEST(ScalarFields, WholeNumbersAreWhole) {
    EXPECT_EQ(read(integer(1, 10), "10").value, 10);
    EXPECT_EQ(read(integer(1, 10), "1e1").value, 10);
    EXPECT_THAT(read(integer(1, 10), "2.5").said, ElementsAre("f.yaml:1  key: got \"2.5\", must be a whole number"));
    EXPECT_THAT(read(integer(1, 10), "0").said, ElementsAre("f.yaml:1  key: got \"0\", must be at least 1"));
    EXPECT_THAT(read(integer(1, 10), "1e30").said, ElementsAre("f.yaml:1  key: got \"1e30\", must be at most 10"));
}

TEST(ScalarFields, SharesOfAllAreAllowedWhereTheyMakeSense) {
    EXPECT_EQ(read(share(), "100 %").value, Share{1});
    EXPECT_THAT(read(share(false), "100 %").said, ElementsAre("f.yaml:1  key: got \"100 %\", must be less than 100 %"));
    EXPECT_EQ(read(share(false), "99 %").value, Share{0.99});
}

TEST(ScalarFields, DatesExist) {
    EXPECT_EQ(date_text(read(date(), "2026-03-02").value), "2026-03-02");
    EXPECT_THAT(read(date(), "2026-02-30").said,
                ElementsAre("f.yaml:1  key: got \"2026-02-30\", this date does not exist"));
    EXPECT_THAT(read(date(), "monday").said,
                ElementsAre("f.yaml:1  key: got \"monday\", must be a date such as 2026-03-02"));
}

}  // namespace
}  // namespace freiton::input
