// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "freiton/input/read_scenario.hpp"
#include "freiton/input/read_study.hpp"

namespace freiton {
namespace {

TEST(Docs, TheReferencePageIsWhatTheTablesSay) {
    std::ifstream file{FREITON_SOURCE_DIR "/docs/reference.md"};
    std::ostringstream page;
    page << file.rdbuf();
    const std::string generated =
        "# Scenario files\n" + input::scenario_reference() + "\n# Study files\n" + input::study_reference();
    ASSERT_GT(page.str().size(), generated.size());
    EXPECT_EQ(page.str().substr(page.str().size() - generated.size()), generated)
        << "write it anew: freiton schema --markdown";
}

}  // namespace
}  // namespace freiton
