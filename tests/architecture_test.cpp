// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "places.hpp"

namespace {

namespace fs = std::filesystem;

// Which rooms a room may include, beside itself.
const std::map<std::string, std::set<std::string>> allowed = {
    {"core", {}},
    {"model", {"core"}},
    {"input", {"core", "model"}},
    {"analytic", {"core", "model"}},
    {"simulation", {"core", "model"}},
    {"staffing", {"core", "model"}},
    {"history", {"core", "model"}},
    {"report", {"core", "model"}},
    {"study", {"core", "model", "input", "analytic", "simulation", "staffing", "history", "report"}},
    {"cli", {"core", "model", "input", "analytic", "simulation", "staffing", "history", "report", "study"}},
    {"freiton.hpp", {"core", "model", "input", "analytic", "report", "study"}},
};

// Which third party may be included where; anything else that is not of the standard library has no room yet.
const std::map<std::string, std::set<std::string>> third_parties = {
    {"yaml-cpp/", {"input"}},
    {"boost/math/", {"model", "analytic", "simulation"}},
    {"Eigen/", {"analytic"}},
    {"boost/random/", {"study"}},
    {"boost/graph/", {"core", "staffing"}},
    {"coin/", {"staffing"}},
    {"fmt/", {"report"}},
    {"nlohmann/", {"input", "report"}},
    {"CLI/", {"cli"}},
    {"date/", {"core"}},
    {"xlsxwriter", {"report"}},
    {"zip.h", {"input"}},
    {"expat.h", {"input"}},
};

template <class Visit>
void for_each_include(const fs::path& root, Visit visit) {
    const std::regex include{R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"};
    for (const auto& entry : fs::recursive_directory_iterator{root}) {
        const std::string extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".hpp") continue;
        const std::string room = fs::relative(entry.path(), root).begin()->string();  // or freiton.hpp
        std::ifstream file{entry.path()};
        std::smatch match;
        for (std::string line; std::getline(file, line);)
            if (std::regex_search(line, match, include)) visit(entry.path(), room, match[2].str());
    }
}

TEST(Architecture, EveryIncludeFollowsTheArrows) {
    std::string forbidden;
    int seen = 0;
    bool seen_kernel = false;  // a room's inner folder belongs to the room
    for_each_include(freiton::test::in_source("engine/freiton"),
                     [&](const fs::path& file, const std::string& room, const std::string& name) {
                         if (!name.starts_with("freiton/")) return;
                         ++seen;
                         seen_kernel |= file.parent_path().filename() == "kernel" && room == "simulation";
                         const std::string target = name.substr(8, name.find('/', 8) - 8);
                         ASSERT_TRUE(allowed.contains(room)) << room << " is not a known room";
                         if (target != room && !allowed.at(room).contains(target))
                             forbidden += file.string() + " includes " + name + "\n";
                     });
    EXPECT_EQ(forbidden, "");
    EXPECT_GT(seen, 50);
    EXPECT_TRUE(seen_kernel);
}

TEST(Architecture, AnIncludeNamesAFileThatIsThere) {
    std::string missing;
    const fs::path root = freiton::test::in_source("engine");
    for_each_include(root / "freiton", [&](const fs::path& file, const std::string&, const std::string& name) {
        if (name.starts_with("freiton/") && !fs::exists(root / name))
            missing += file.string() + " includes " + name + "\n";
    });
    EXPECT_EQ(missing, "");
}

// What freiton.hpp includes, directly or not, is installed: it must not draw in the event loop or the command line.
TEST(Architecture, WhatStrangersMayIncludeLeavesOutTheKernelAndTheCommandLine) {
    std::map<std::string, std::set<std::string>> includes;
    const fs::path root = freiton::test::in_source("engine");
    for_each_include(root / "freiton", [&](const fs::path& file, const std::string&, const std::string& name) {
        if (name.starts_with("freiton/")) includes[fs::relative(file, root).generic_string()].insert(name);
    });
    std::set<std::string> open_to_all{"freiton/freiton.hpp"};
    for (std::set<std::string> unread = open_to_all; !unread.empty();) {
        const std::string header = unread.extract(unread.begin()).value();
        for (const std::string& name : includes[header])
            if (open_to_all.insert(name).second) unread.insert(name);
    }
    EXPECT_GT(open_to_all.size(), 30U);
    for (const std::string& header : open_to_all) {
        EXPECT_EQ(header.find("/kernel/"), std::string::npos) << header;
        EXPECT_EQ(header.find("/cli/"), std::string::npos) << header;
    }
}

TEST(Architecture, ThirdPartiesStayInTheirRoomsAndOutOfHeaders) {
    std::string forbidden;
    int seen = 0;
    for_each_include(freiton::test::in_source("engine/freiton"),
                     [&](const fs::path& file, const std::string& room, const std::string& name) {
                         for (const auto& [prefix, rooms] : third_parties) {
                             if (!name.starts_with(prefix)) continue;
                             ++seen;
                             if (!rooms.contains(room) || file.extension() == ".hpp")
                                 forbidden += file.string() + " includes " + name + "\n";
                         }
                     });
    EXPECT_EQ(forbidden, "");
    EXPECT_GT(seen, 5);
}

}  // namespace
