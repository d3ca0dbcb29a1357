// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/temporary_folder.hpp"
#include "freiton/input/log_titles.hpp"
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

TEST(Docs, ThePageOnImportHasTheTableOfTitles) {
    const std::string page = test::bytes_of(test::in_source("docs/import.md"));
    const std::string table = input::log_columns_markdown();
    EXPECT_TRUE(page.ends_with(table)) << "it should end with:\n" << table;
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

// What a formula answers, or a simulation of one day; the others take ten seconds and more, and are run by
// tests/published.
bool is_quick(const Shown& shown) {
    for (const char* quick : {"/1_", "/2_", "quickstart.yaml"})
        if (shown.arguments.find(quick) != std::string::npos) return true;
    return false;
}

// Runs in a folder of its own, in which scenarios/ lies and what earlier commands have written.
void expect_printed(const Shown& shown, const std::filesystem::path& folder) {
    const std::string printed = (folder / "printed").string();
    const std::string command =
        "cd '" + folder.string() + "' && '" + test::program() + "' " + shown.arguments + " >'" + printed + "'";
    ASSERT_EQ(std::system(command.c_str()), 0) << shown.arguments;
    const std::string output = test::bytes_of(printed);
    std::size_t from = 0;
    for (const std::string& line : shown.lines) {
        const std::size_t at = output.find(line + "\n", from);
        ASSERT_NE(at, std::string::npos) << shown.arguments << " does not print, or not there: " << line;
        from = at + line.size();
    }
}

int quick_commands_of(const char* page) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory_symlink(test::in_source("scenarios"), folder.path() / "scenarios");
    int run = 0;
    for (const Shown& shown : shown_in(test::bytes_of(test::in_source(page)))) {
        if (!is_quick(shown)) continue;
        expect_printed(shown, folder.path());
        ++run;
    }
    return run;
}

TEST(Docs, TheTutorialShowsWhatTheProgramPrints) { EXPECT_EQ(quick_commands_of("docs/tutorial.md"), 4); }

TEST(Docs, TheReadmeShowsWhatTheProgramPrints) { EXPECT_EQ(quick_commands_of("README.md"), 3); }

// The words that scenarios, tables and reports are written in.
TEST(Docs, TheGlossaryHasEveryWord) {
    const std::string page = test::bytes_of(test::in_source("docs/glossary.md"));
    std::string first_cells;
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("| ")) first_cells += line.substr(0, line.find('|', 2)) + "\n";
    for (const char* word : {"work",
                             "call",
                             "backlog",
                             "offered",
                             "answered",
                             "abandoned",
                             "blocked",
                             "handling time",
                             "AHT",
                             "Erlang",
                             "patience",
                             "service level",
                             "SL",
                             "reachability",
                             "ASA",
                             "turnaround",
                             "team",
                             "agent",
                             "site",
                             "required",
                             "staff",
                             "shrinkage",
                             "absence",
                             "occupancy",
                             "interval",
                             "organisation",
                             "plan",
                             "simulate",
                             "compare",
                             "sweep",
                             "cv",
                             "day_cv",
                             "reach",
                             "locate",
                             "share of variance",
                             "standard error",
                             "p95",
                             "FTE",
                             "headroom",
                             "half-width"})
        EXPECT_NE(first_cells.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace freiton
