// SPDX-License-Identifier: Apache-2.0
// Tables of questions: freiton erlang --cases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cli/run_erlang.hpp"
#include "freiton/core/text.hpp"
#include "places.hpp"

namespace freiton::cli {
namespace {

using test::bytes_of;
using test::erlang;
using test::Outcome;
using testing::HasSubstr;

TEST(ErlangCases, KeepEveryColumnAndRowAsItWas) {
    const test::TemporaryFolder folder;
    const std::string csv =
        "Id;load;aht_s;note\n7;10;180;\"a;\"\"b\"\"\"\n\n8;2,5;60;\xC3\xA4\n";  // no agents, no promise: see below
    const auto bad = folder.write("bad.csv", csv);
    EXPECT_EQ(erlang("c --cases '" + bad.string() + "'").exit_code, 2);
    const auto path =
        folder.write("good.csv", "Id;load;aht_s;max_occupancy;note\n7;10;180;0,8;\"a;\"\"b\"\"\"\n\n8;2,5;60;0;x\n");
    const Outcome run = erlang("c --cases '" + path.string() + "'");
    EXPECT_THAT(run.out,
                testing::StartsWith("Id;load;aht_s;max_occupancy;note;agents;wait_probability;service_level;asa_s;"
                                    "wait_all_s;wait_delayed_s;abandoned_share;blocked_share;occupancy;queue_mean;"
                                    "busy_mean;ln_wait_probability;ln_blocked_share;stable\n"
                                    "7;10;180;0,8;\"a;\"\"b\"\"\";13;0.28"));
    EXPECT_THAT(run.out, HasSubstr("\n8;2,5;60;0;x;;;;;;;;;;;;;;\n"));  // nobody is busy no time at all
    const auto again = folder.write("again.csv", run.out.substr(0, run.out.find("\n8;")) + "\n");
    EXPECT_EQ(erlang("c --cases '" + again.string() + "'").out, bytes_of(again));  // an answer is a question, too
    EXPECT_EQ(erlang("c --cases - <'" + path.string() + "'").out, run.out);
}

TEST(ErlangCases, BadRowsAreNamedAndNothingIsPrinted) {
    const test::TemporaryFolder folder;
    const std::string path = folder
                                 .write("bad.csv",
                                        "load,aht_s,agents,counting\n10,180,12,\n10,180,many,\n10,,12,\n-1,180,12,\n"
                                        "10,180,12,offred\n10,180\n")
                                 .string();
    const Outcome run = erlang("c --cases '" + path + "'");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err, path + ":3:3  agents: got \"many\", must be a number\n" + path + ":4:2  aht_s: is missing\n" +
                           path + ":5:1  load: got \"-1\", must be at least 0\n" + path +
                           ":6:4  counting: got \"offred\", must be one of: offered, answered, offered_without_early, "
                           "early_counts, virtual; did you mean \"offered\"?\n" +
                           path + ":7  has 2 cells, needs 4\n5 problems; nothing was computed.\n");
    const Outcome piped = erlang("c --cases - <'" + path + "'");
    EXPECT_EQ(piped.exit_code, 2);
    EXPECT_EQ(piped.err, "stdin:3:3  agents: got \"many\", must be a number\n");
    EXPECT_EQ(std::count(piped.out.begin(), piped.out.end(), '\n'), 2);  // header and the row before
    for (const std::string columns :
         {"aht_s,agents", "load,load,aht_s,agents", "load,aht,agents", "load,aht_s,patience"})
        EXPECT_EQ(erlang("c --cases '" + folder.write("c.csv", columns + "\n").string() + "'").exit_code, 2) << columns;
    EXPECT_THAT(
        erlang("c --cases '" + folder.write("c.csv", "load,aht_s,patience_s,agents\n1,60,60,2\n").string() + "'").err,
        HasSubstr(":2:3  patience_s: got \"60\", belongs to another calculator; did you mean \"freiton erlang a\"?"));
    EXPECT_THAT(erlang("c --cases '" + folder.write("c.csv", "load,aht_s,agents\n").string() + "'").err,
                HasSubstr("has no rows"));
}

TEST(ErlangCases, OutputThatCannotBeWrittenIsExitCodeThree) {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("c.csv", "load,aht_s,agents\n1,60,2\n").string();
    EXPECT_EQ(erlang("c --cases '" + path + "'", "/dev/full").exit_code, 3);
    EXPECT_EQ(erlang("c --load 1 --aht 1min --agents 2", "/dev/full").exit_code, 3);
}

// Peak memory of the program over a table, in KB.
long peak_memory(const std::filesystem::path& cases) {
    const std::string path = cases.string();
    const pid_t child = fork();
    if (child == 0) {
        setenv("ASAN_OPTIONS", "quarantine_size_mb=1", 1);  // a sanitizer would keep what is freed
        if (std::freopen("/dev/null", "w", stdout) == nullptr) _exit(99);
        execl(test::program(), "freiton", "erlang", "c", "--cases", path.c_str(), static_cast<char*>(nullptr));
        _exit(99);
    }
    int status = 0;
    rusage usage{};
    EXPECT_EQ(wait4(child, &status, 0, &usage), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    return usage.ru_maxrss;
}

TEST(ErlangCases, AHundredThousandRowsNeedNoMoreMemoryThanAThousand) {
    const test::TemporaryFolder folder;
    const auto table = [&](int rows) {
        std::string csv = "load,aht_s,within_s,answered\n";
        for (int i = 1; i <= rows; ++i) csv += number_text(1.0 + i % 1000 / 10.0) + ",180,20,0.8\n";
        return folder.write(std::to_string(rows) + ".csv", csv);
    };
    const auto few = table(1000);
    const auto many = table(100'000);
    EXPECT_LT(peak_memory(many), peak_memory(few) + 4096);
}

}  // namespace
}  // namespace freiton::cli
