// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/temporary_folder.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/input/read_study.hpp"
#include "places.hpp"

namespace freiton {
namespace {

TEST(Docs, TheReferencePageIsWhatTheTablesSay) {
    std::ifstream file{test::in_source("docs/reference.md")};
    std::ostringstream page;
    page << file.rdbuf();
    const std::string generated =
        "# Scenario files\n" + input::scenario_reference() + "\n# Study files\n" + input::study_reference();
    ASSERT_GT(page.str().size(), generated.size());
    EXPECT_EQ(page.str().substr(page.str().size() - generated.size()), generated)
        << "write it anew: freiton schema --markdown";
}

// What the tutorial shows of a command: its lines in order, "..." for lines left out.
struct Shown {
    std::string arguments;
    std::vector<std::string> lines;
};

std::vector<Shown> shown_in(const std::string& page) {
    const std::string prompt = "$ ./run.sh ";
    std::vector<Shown> all;
    bool inside = false;
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(prompt)) {
            inside = true;
            all.push_back({line.substr(prompt.size()), {}});
        } else if (line.starts_with("```")) {
            inside = false;
        } else if (inside && line != "...") {
            all.back().lines.push_back(line);
        }
    }
    return all;
}

// The first two steps; the others take the simulator ten seconds and more.
bool is_quick(const Shown& shown) {
    return shown.arguments.find("/1_") != std::string::npos || shown.arguments.find("/2_") != std::string::npos;
}

TEST(Docs, TheTutorialShowsWhatTheProgramPrints) {
    const test::TemporaryFolder folder;
    const std::string printed = (folder.path() / "printed").string();
    int run = 0;
    for (const Shown& shown : shown_in(test::bytes_of(test::in_source("docs/tutorial.md")))) {
        if (!is_quick(shown)) continue;
        const std::string command =
            "cd '" + test::in_source("") + "' && '" + test::program() + "' " + shown.arguments + " >'" + printed + "'";
        ASSERT_EQ(std::system(command.c_str()), 0) << shown.arguments;
        const std::string output = test::bytes_of(printed);
        std::size_t from = 0;
        for (const std::string& line : shown.lines) {
            const std::size_t at = output.find(line + "\n", from);
            ASSERT_NE(at, std::string::npos) << shown.arguments << " does not print, or not there: " << line;
            from = at + line.size();
        }
        ++run;
    }
    EXPECT_EQ(run, 2);
}

}  // namespace
}  // namespace freiton
