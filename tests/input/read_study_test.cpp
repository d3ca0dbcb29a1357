// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_study.hpp"

#include <gtest/gtest.h>

#include "core/temporary_folder.hpp"

namespace freiton::input {
namespace {

TEST(IsStudy, IsAFileThatSaysSo) {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(is_study(folder.write("study.yaml", "freiton-study: 1\nscenario: base.yaml\n")));
    EXPECT_FALSE(is_study(folder.write("base.yaml", "freiton: 1\ntitle: freiton-study\n")));
}

// What comes through a pipe can be read once only: looking would take it away from whoever reads the scenario.
TEST(IsStudy, IsNeverAPipeAndThatIsNotRead) { EXPECT_FALSE(is_study("/dev/null")) << "an empty file is refused"; }

TEST(IsStudy, AFileThatIsNotThereIsRefused) { EXPECT_THROW(is_study("/no/such/file.yaml"), InputError); }

}  // namespace
}  // namespace freiton::input
