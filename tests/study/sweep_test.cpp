// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "study/small_study.hpp"

namespace freiton::study {
namespace {

using test::bytes_of;
using test::csv_of;
using test::SmallStudy;
using testing::HasSubstr;

SweepOptions kept(const SmallStudy& study, bool resume = false, int threads = 2) {
    return {.directory = study.out(), .resume = resume, .control = {.threads = threads}};
}

Rule refusal(const std::function<void()>& call) {
    try {
        call();
    } catch (const InputError& error) {
        return error.problems().at(0).rule;
    }
    return Rule::count_;
}

// Stops as soon as so many variations are done.
StudyTable stopped_after(const SmallStudy& study, std::size_t done, bool resume) {
    std::atomic<bool> stop{false};
    SweepOptions options = kept(study, resume);
    std::size_t ended = 0;
    options.control.stop = &stop;
    options.control.progress = [&](double) { stop = ++ended >= done; };
    return sweep(study.variations(), options);
}

TEST(Sweep, TheTableIsTheSameOnAnyNumberOfThreadsAndInTheFolder) {
    const SmallStudy study{test::staff_grid};
    const std::string one = csv_of(sweep(study.variations(), {.directory = {}, .control = {.threads = 1}}));
    EXPECT_EQ(csv_of(sweep(study.variations(), {.directory = {}, .control = {.threads = 3}})), one);
    EXPECT_EQ(csv_of(sweep(study.variations(), {.directory = {}, .control = {.threads = 40}})), one);
    sweep(study.variations(), kept(study));
    EXPECT_EQ(bytes_of(study.out() / "table.csv"), one);
}

TEST(Sweep, ARunThatWasStoppedTwiceEndsWithTheBytesOfAnUndisturbedOne) {
    const SmallStudy study{test::staff_grid};
    const std::string undisturbed = csv_of(sweep(study.variations()));
    const StudyTable first = stopped_after(study, 3, false);
    EXPECT_TRUE(first.interrupted);
    EXPECT_GE(first.rows.size(), 3U);
    EXPECT_FALSE(std::filesystem::exists(study.out() / "table.csv"));
    const StudyTable second = stopped_after(study, 2, true);
    EXPECT_GE(second.rows.size(), first.rows.size() + 2);
    EXPECT_FALSE(sweep(study.variations(), kept(study, true)).interrupted);
    EXPECT_EQ(bytes_of(study.out() / "table.csv"), undisturbed);
}

TEST(Sweep, NothingThatIsDoneIsDoneTwice) {
    const SmallStudy study{test::staff_grid};
    stopped_after(study, 5, false);
    const StudyRun before{study.variations(), study.out(), true};
    const std::size_t missing = before.missing().size();
    EXPECT_LE(missing, 7U);
    EXPECT_EQ(before.done() + missing, 12U);
}

// A variation has one arrival stream whatever is varied: more staff, the same callers.
TEST(Sweep, VariationsShareTheirRandomNumbers) {
    const SmallStudy study{"vary: {teams.office.staff: [5, 6, 7, 8]}\nquestion: simulate\n"};
    const StudyTable table = sweep(study.variations());
    for (const StudyRow& row : table.rows) {
        EXPECT_EQ(row.value("work.sales.offered"), table.rows[0].value("work.sales.offered"));
        EXPECT_EQ(row.seed, 7U);
    }
    EXPECT_LT(table.rows[0].value("work.sales.service_level"), table.rows[3].value("work.sales.service_level"));
}

// 6 persons may be absent, but min 6 and max 5 cannot both be: each value is well on its own.
TEST(Sweep, AVariationThatFailsIsARowWithItsError) {
    const SmallStudy study{"vary: {teams.office.min: [0, 6], teams.office.max: [5, 9]}\nquestion: simulate\n"};
    const StudyTable table = sweep(study.variations(), kept(study));
    ASSERT_EQ(table.rows.size(), 4U);
    EXPECT_EQ(table.failed(), 1U);
    EXPECT_THAT(table.rows[2].error, HasSubstr("teams.office"));
    EXPECT_THAT(table.rows[2].error, testing::Not(HasSubstr(study.folder().string())));
    EXPECT_EQ(sweep(study.variations(), kept(study, true)).failed(), 1U);
}

TEST(Sweep, AnUnfinishedRunIsNotBegunAnewAndAFinishedOneNotDoneAgain) {
    const SmallStudy study{test::staff_grid};
    stopped_after(study, 2, false);
    const std::string before = bytes_of(study.out() / Checkpoint::file_name);
    EXPECT_EQ(refusal([&] { sweep(study.variations(), kept(study)); }), Rule::study_unfinished);
    EXPECT_EQ(bytes_of(study.out() / Checkpoint::file_name), before);
    sweep(study.variations(), kept(study, true));
    EXPECT_EQ(refusal([&] { sweep(study.variations(), kept(study)); }), Rule::study_finished);
}

TEST(Sweep, AChangedStudyScenarioTableOrSeedIsNotGoneOnWith) {
    const SmallStudy study{test::staff_grid};
    study.files().write("staff.csv", "date,start,team,agents\n2026-03-02,08:00,office,6\n");
    const std::string with_table =
        "freiton-study: 1\nscenario: base.yaml\nvary: {teams.office.staff: [5, staff.csv]}\nquestion: simulate\n";
    study.files().write("study.yaml", with_table);
    sweep(study.variations(), kept(study));
    const auto again = [&] { return refusal([&] { sweep(study.variations(), kept(study, true)); }); };
    EXPECT_EQ(again(), Rule::count_);
    study.files().write("study.yaml", "title: Only a title\n" + with_table);
    EXPECT_EQ(again(), Rule::count_);
    study.files().write("staff.csv", "date,start,team,agents\n2026-03-02,08:00,office,7\n");
    EXPECT_EQ(again(), Rule::study_changed);
    study.files().write("staff.csv", "date,start,team,agents\n2026-03-02,08:00,office,6\n");
    study.files().write("base.yaml", test::small_scenario(31));
    EXPECT_EQ(again(), Rule::study_changed);
    study.files().write("base.yaml", test::small_scenario());
    EXPECT_EQ(again(), Rule::count_);
    EXPECT_EQ(refusal([&] { sweep(Variations{input::read_study(study.file(), 8)}, kept(study, true)); }),
              Rule::study_changed);
}

TEST(Sweep, TwoRunsDoNotWriteIntoOneFolder) {
    const SmallStudy study{test::staff_grid};
    const Variations variations = study.variations();
    const StudyRun running{variations, study.out(), false};
    EXPECT_EQ(refusal([&] { sweep(variations, kept(study, true)); }), Rule::study_runs);
}

// Whatever byte a machine that lost power leaves last, the run goes on and ends the same.
TEST(Sweep, ACheckpointThatIsCutAnywhereIsGoneOnWith) {
    const SmallStudy study{"vary: {teams.office.staff: [5, 6, 7]}\nquestion: simulate\n"};
    const Variations variations = study.variations();
    sweep(variations, kept(study));
    const std::string table = bytes_of(study.out() / "table.csv");
    const std::string whole = bytes_of(study.out() / Checkpoint::file_name);
    for (std::size_t cut = 0; cut < whole.size(); cut += 1 + whole.size() / 60) {
        std::filesystem::remove(study.out() / "table.csv");
        std::ofstream{study.out() / Checkpoint::file_name, std::ios::binary} << whole.substr(0, cut);
        sweep(variations, kept(study, true));
        ASSERT_EQ(bytes_of(study.out() / "table.csv"), table) << cut;
    }
}

TEST(Sweep, ADamagedLineIsDoneAgain) {
    const SmallStudy study{"vary: {teams.office.staff: [5, 6, 7]}\nquestion: simulate\n"};
    const Variations variations = study.variations();
    sweep(variations, kept(study));
    const std::string table = bytes_of(study.out() / "table.csv");
    std::string bytes = bytes_of(study.out() / Checkpoint::file_name);
    bytes[bytes.find("row\t0\t") + 40] ^= 1;
    std::ofstream{study.out() / Checkpoint::file_name, std::ios::binary} << bytes;
    { EXPECT_EQ((StudyRun{variations, study.out(), true}.missing()), std::vector<std::size_t>{0}); }
    sweep(variations, kept(study, true));
    EXPECT_EQ(bytes_of(study.out() / "table.csv"), table);
}

TEST(Sweep, ARowThatComesTwiceChangesNothing) {
    const SmallStudy study{"vary: {teams.office.staff: [5, 6]}\nquestion: simulate\n"};
    const Variations variations = study.variations();
    StudyRun run{variations, study.out(), false};
    for (const std::size_t variation : {1U, 0U, 1U}) run.add(*variations.row(variation, {.threads = 1}));
    EXPECT_EQ(run.done(), 2U);
    EXPECT_EQ(csv_of(run.finish(false)), csv_of(sweep(variations)));
}

TEST(Sweep, PlansAreTabledToo) {
    const SmallStudy study{"vary: {work.sales.arrivals.scale: [0.5, 2.0]}\nquestion: plan\n"};
    const StudyTable table = sweep(study.variations());
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.failed(), 0U);
    EXPECT_EQ(table.question, "plan");
}

}  // namespace
}  // namespace freiton::study
