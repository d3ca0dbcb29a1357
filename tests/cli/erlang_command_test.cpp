// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/erlang_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>

#include "core/temporary_folder.hpp"
#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"
#include "reference.hpp"

namespace freiton::cli {
namespace {

using test::bytes_of;
using test::expect_close;
using test::Json;
using testing::HasSubstr;

struct Outcome {
    int exit_code;
    std::string out;
    std::string err;
};

// Runs the real program as a shell would.
Outcome erlang(const std::string& arguments, const std::string& to = "") {
    const test::TemporaryFolder folder;
    const std::string out = to.empty() ? (folder.path() / "out").string() : to;
    const std::string err = (folder.path() / "err").string();
    const std::string command = "'" FREITON_PROGRAM "' erlang " + arguments + " >'" + out + "' 2>'" + err + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, to.empty() ? bytes_of(out) : "", bytes_of(err)};
}

Json json_of(const std::string& arguments) { return Json::parse(erlang(arguments + " --json").out); }

// One Erlang, two agents: a third waits; those wait 180 s in the mean, (n - a) / aht = 1/180 per second.
TEST(ErlangCommand, AnswersASingleCaseForProgramsAndForPeople) {
    const Json json = json_of("c --load 1 --aht 180s --agents 2 --within 20s");
    EXPECT_NEAR(json["wait_probability"].get<double>(), 1.0 / 3, 1e-15);
    EXPECT_NEAR(json["asa_s"].get<double>(), 60.0, 1e-12);
    EXPECT_NEAR(json["service_level"].get<double>(), 1.0 - std::exp(-20.0 / 180) / 3, 1e-15);
    EXPECT_EQ(json["stable"], true);
    EXPECT_EQ(json["one_more"]["agents"], 3.0);
    EXPECT_EQ(json["one_fewer"]["stable"], false);
    const Outcome run = erlang("c --load 1 --aht 180s --agents 2 --within 20s");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("2  <-   70.2 %   60 s     33.3 %"));
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(json_of("c --calls 10 --per 30min --aht 3min --agents 2")["wait_probability"], json["wait_probability"]);
}

TEST(ErlangCommand, FindsTheFewestAgentsAndTheLargestLoad) {
    EXPECT_EQ(json_of("c --load 10 --aht 180s --answered 80% --within 20s")["agents"], 14);
    EXPECT_EQ(json_of("b --load 10 --blocked 1%")["agents"], 18);  // B(18, 10) = 0.0071, B(17, 10) = 0.0129
    const double fractional = json_of("c --load 10 --aht 180s --answered 80% --within 20s --fractional")["agents"];
    EXPECT_GT(fractional, 13.0);
    EXPECT_LT(fractional, 14.0);
    for (const std::string& arguments : {std::string{"b --load-for 14 --blocked 1%"},
                                         std::string{"c --load-for 14 --aht 3min --answered 80% --within 20s"},
                                         std::string{"a --load-for 14 --aht 3min --patience 1min --abandoned 5%"}}) {
        const Json json = json_of(arguments);
        EXPECT_EQ(json["agents"], 14) << arguments;
        EXPECT_EQ(json["met"], true) << arguments;
        EXPECT_EQ(json["one_fewer"]["met"], false) << arguments;
        const std::string back =
            arguments.substr(0, 2) + "--load " + number_text(json["load"]) + arguments.substr(arguments.find("14") + 2);
        EXPECT_EQ(json_of(back)["agents"], 14) << back;
    }
}

TEST(ErlangCommand, AnOverloadIsSaidInASentence) {
    const Json json = json_of("c --load 10 --aht 180s --agents 10");
    EXPECT_EQ(json["stable"], false);
    EXPECT_EQ(json["wait_probability"], 1.0);
    EXPECT_EQ(json["service_level"], 0.0);
    EXPECT_TRUE(json["asa_s"].is_null());
    EXPECT_TRUE(json["queue_mean"].is_null());
    EXPECT_THAT(erlang("c --load 10 --aht 180s --agents 10").out, HasSubstr("the queue grows without end"));
    EXPECT_THAT(erlang("c --load 10 --aht 180s --agents 10 --lang de").out, HasSubstr("Die Schlange wächst endlos"));
}

// 12 lines turn away 5 % of 10 Erlang and more, however many people are there.
TEST(ErlangCommand, WhatNobodyCanMeetIsExitCodeOne) {
    const Outcome run = erlang("a --load 10 --aht 180s --lines 12 --blocked 1%");
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_EQ(run.out, "No number of agents keeps these promises.\n");
    EXPECT_TRUE(json_of("a --load 10 --aht 180s --lines 12 --blocked 1%")["agents"].is_null());
}

TEST(ErlangCommand, WrongOptionsAreExitCodeTwoWithEveryProblem) {
    const Outcome run =
        erlang("a --load -1 --aht 0s --patience 60 --answered 80 --within 20sec --lines 1.5 --counting ofered");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err,
              "--load: got \"-1\", must be at least 0\n"
              "--aht: got \"0s\", must be greater than 0 s\n"
              "--within: got \"20sec\", must be a duration such as 20 s, 4 min or 2 h; did you mean \"20 s\"?\n"
              "--patience: got \"60\", needs a unit; did you mean \"60 s\"?\n"
              "--lines: got \"1.5\", must be a whole number\n"
              "--counting: got \"ofered\", must be one of: offered, answered, offered_without_early, early_counts, "
              "virtual; did you mean \"offered\"?\n"
              "--answered: got \"80\", must be at most 100 %; did you mean \"80 %\"?\n"
              "7 problems; nothing was computed.\n");
    for (const char* arguments :
         {"", "d", "c", "c --load 10", "c --load 10 --calls 3 --aht 1min --agents 3",
          "c --load 10 --aht 1min --answered 80%", "c --calls 3 --aht 1min --agents 3",
          "c --load 10 --aht 1min --patience 1min --agents 3", "a --load 10 --aht 1min --agents 3.5 --lines 5",
          "a --load 10 --aht 1min --fractional --lines 5 --blocked 1%", "c --load-for 3 --aht 1min",
          "c --load '' --aht 1min --agents 3", "c --load nan --aht 1min --agents 3",
          "c --load 1e300 --aht 1min --agents 3", "c --cases no/such.csv", "c --cases x.csv --load 3"}) {
        const Outcome wrong = erlang(arguments);
        EXPECT_EQ(wrong.exit_code, 2) << arguments;
        EXPECT_EQ(wrong.out, "") << arguments;
        EXPECT_NE(wrong.err, "") << arguments;
    }
}

// The cells of a reference case's column.
std::string cell(const Json& value) { return value.is_null() ? "" : number_text(value.get<double>()); }

struct Answers {
    CsvTable table;
    std::string text(std::size_t row, const std::string& column) const {
        return std::string{table.rows()[row].cells[static_cast<std::size_t>(table.column(column))]};
    }
    double number(std::size_t row, const std::string& column) const {
        const std::string cell = text(row, column);
        return cell.empty() ? std::numeric_limits<double>::quiet_NaN() : parse_number(cell).value();
    }
};

Answers answers(const std::string& model, const std::string& cases) {
    const test::TemporaryFolder folder;
    const Outcome run = erlang(model + " --cases '" + folder.write("cases.csv", cases).string() + "'");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.err, "");
    return {CsvTable::parse(run.out, "answers")};
}

constexpr double tolerance = 1e-9;

TEST(ErlangCases, MatchTheErlangBTable) {
    const Json cases = test::reference_cases("erlang_b");
    std::string csv = "id,load,agents\n";
    for (const Json& c : cases) csv += csv_line({c["id"], cell(c["load_erlang"]), cell(c["servers"])});
    const Answers got = answers("b", csv);
    ASSERT_EQ(got.table.rows().size(), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Json& c = cases[i];
        const std::string id = c["id"];
        ASSERT_EQ(got.text(i, "id"), id);
        expect_close(c["blocking"], got.number(i, "blocked_share"), tolerance, id, 1e-320);
        expect_close(c["ln_blocking"], got.number(i, "ln_blocked_share"), tolerance, id);
        if (c["servers"] != 0) expect_close(c["carried_erlang"], got.number(i, "busy_mean"), tolerance, id);
    }
}

TEST(ErlangCases, MatchTheErlangCTable) {
    const Json cases = test::reference_cases("erlang_c");
    std::string csv = "id;load;aht_s;agents;within_s\n";
    for (const Json& c : cases)
        csv += csv_line({c["id"], cell(c["load_erlang"]), cell(c["aht_s"]), cell(c["agents"]), "20"}, ';');
    const Answers got = answers("c", csv);
    ASSERT_EQ(got.table.rows().size(), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Json& c = cases[i];
        const std::string id = c["id"];
        EXPECT_EQ(got.text(i, "stable"), c["stable"].get<bool>() ? "true" : "false") << id;
        if (!c["stable"].get<bool>()) {
            EXPECT_EQ(got.text(i, "asa_s"), "") << id;
            EXPECT_EQ(got.text(i, "service_level"), "0") << id;
            continue;
        }
        // waits lose the digits that n - a loses
        const double n = c["agents"];
        const double a = c["load_erlang"];
        const double conditioned = tolerance + (n > a ? 4e-16 * a / (n - a) : 0.0);
        expect_close(c["p_wait"], got.number(i, "wait_probability"), tolerance, id, 1e-320);
        expect_close(c["asa_s"], got.number(i, "asa_s"), conditioned, id, 1e-320);
        if (c.contains("mean_wait_if_delayed_s") && n > a)
            expect_close(c["mean_wait_if_delayed_s"], got.number(i, "wait_delayed_s"), conditioned, id);
        expect_close(c["mean_queue"], got.number(i, "queue_mean"), conditioned, id, 1e-320);
        if (n > 0.0) expect_close(c["occupancy"], got.number(i, "occupancy"), tolerance, id);
        if (c.contains("ln_p_wait"))
            expect_close(c["ln_p_wait"], got.number(i, "ln_wait_probability"), tolerance, id, 1e-15);
        if (c["sl"].is_array())
            for (const Json& level : c["sl"])
                if (level["t_s"] == 20.0) expect_close(level["value"], got.number(i, "service_level"), tolerance, id);
    }
}

const std::map<std::string, std::string> counting_words = {{"sl_offered", "offered"},
                                                           {"sl_answered", "answered"},
                                                           {"sl_excl_short_ab", "offered_without_early"},
                                                           {"sl_incl_ab", "early_counts"},
                                                           {"sl_virtual", "virtual"}};

TEST(ErlangCases, MatchTheErlangATableUnderEveryCountingRule) {
    const Json cases = test::reference_cases("erlang_a");
    struct Row {
        const Json* c;
        const Json* level;
        std::string rule;
    };
    std::vector<Row> rows;
    std::string csv = "load,aht_s,agents,patience_s,lines,within_s,counting\n";
    for (const Json& c : cases)
        for (const Json& level : c["sl"])
            for (const auto& [rule, word] : counting_words) {
                if (!level.contains(rule)) continue;
                rows.push_back({&c, &level, rule});
                csv += csv_line({cell(c["load_erlang"]), cell(c["aht_s"]), cell(c["agents"]), cell(c["patience_s"]),
                                 cell(c["system_size_K"]), cell(level["t_s"]), word});
            }
    const Answers got = answers("a", csv);
    ASSERT_EQ(got.table.rows().size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Json& c = *rows[i].c;
        const std::string id = c["id"].get<std::string>() + " " + rows[i].rule;
        expect_close((*rows[i].level)[rows[i].rule], got.number(i, "service_level"), tolerance, id, 1e-50);
        expect_close(c["p_wait"], got.number(i, "wait_probability"), tolerance, id);
        expect_close(c["p_abandon"], got.number(i, "abandoned_share"), tolerance, id, 1e-50);
        expect_close(c["asa_all_s"], got.number(i, "wait_all_s"), tolerance, id);
        expect_close(c["asa_served_s"], got.number(i, "asa_s"), tolerance, id);
        expect_close(c["mean_queue"], got.number(i, "queue_mean"), tolerance, id);
        expect_close(c["mean_busy"], got.number(i, "busy_mean"), tolerance, id);
        expect_close(c["occupancy"], got.number(i, "occupancy"), tolerance, id);
        if (c.contains("p_block")) expect_close(c["p_block"], got.number(i, "blocked_share"), tolerance, id);
    }
}

TEST(ErlangCases, FindTheFewestAgentsOfTheTable) {
    const Json cases = test::reference_cases("min_agents");
    std::string csv =
        "load,aht_s,patience_s,within_s,counting,answered,average_wait_s,abandoned,max_occupancy,wait_probability_"
        "target\n";
    for (const Json& c : cases) {
        const Json& t = c["targets"];
        const Json level = t.value("sl", Json::object());
        const auto target = [&](const std::string& key) { return t.contains(key) ? cell(t[key]) : ""; };
        csv += csv_line({cell(c["load_erlang"]), cell(c["aht_s"]), cell(c["patience_s"]),
                         level.empty() ? "" : cell(level["t_s"]),
                         level.empty() ? "" : counting_words.at(level.value("sl_definition", "sl_offered")),
                         level.empty() ? "" : cell(level["fraction"]), target("asa"), target("abandon"),
                         target("occupancy"), target("p_wait")});
    }
    const Answers got = answers("a", csv);  // without patience and lines this is Erlang C
    ASSERT_EQ(got.table.rows().size(), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i)
        EXPECT_THAT(cases[i]["accept"].get<std::vector<double>>(), testing::Contains(got.number(i, "agents")))
            << cases[i]["id"];
}

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

TEST(ErlangCases, FewerLinesThanAgentsKeepTheRestIdle) {
    const Answers got = answers("a", "load,aht_s,agents,patience_s,lines\n10,180,14,60,12\n10,180,12,60,12\n");
    EXPECT_EQ(got.text(0, "blocked_share"), got.text(1, "blocked_share"));
    EXPECT_NEAR(got.number(0, "occupancy") * 14, got.number(1, "occupancy") * 12, 1e-12);
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
        HasSubstr(":2:3  patience_s: got \"60\", unknown key; did you mean \"freiton erlang a\"?"));
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
        execl(FREITON_PROGRAM, "freiton", "erlang", "c", "--cases", path.c_str(), static_cast<char*>(nullptr));
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
