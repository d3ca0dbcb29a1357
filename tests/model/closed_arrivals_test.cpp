// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/closed_arrivals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "core/complaints.hpp"
#include "freiton/model/volumes.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// Monday to Friday from 9 to 17, by the hour.
Calendar office(int days = 7, bool repeats = false) {
    return Calendar{{.first_day = test::monday,
                     .days = days,
                     .open = test::office_week(9h, 17h),
                     .interval = 60min,
                     .repeats = repeats}};
}

double sum_of_closed(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double closed_sum(const ClosedPost& post) {
    double all = 0.0;
    for (const ClosedArrivals& one : post.arrivals) all += one.mean;
    return all;
}

TEST(ClosedPost, AtAMomentAfterClosingCountsWithTheNextOpeningAndKnowsWhenItCame) {
    Arrivals arrivals = test::daily(4);
    arrivals.at = 18h;
    const ClosedPost post = closed_arrivals_of_site(arrivals, office(), "");
    ASSERT_EQ(post.arrivals.size(), 4u);
    EXPECT_EQ(post.arrivals[0].interval, 8u);
    EXPECT_EQ(post.arrivals[0].from, Seconds{15h});
    EXPECT_EQ(post.arrivals[0].to, Seconds{15h});
    EXPECT_EQ(post.after_last_closing, 4.0) << "of Friday";
    EXPECT_EQ(sum_of_closed(volumes_of_site(arrivals, office(), "")), 16.0);
    EXPECT_EQ(sum_of_closed(volumes_while_open(arrivals, office(), "")), 0.0);
}

// On 29 March 2026 clocks skip from 02:00 to 03:00.
TEST(ClosedPost, AMomentThatClocksSkipIsAnHourLater) {
    const OpenHours all_day = {{0h, 24h}};
    const Calendar calendar{{.first_day = test::monday + std::chrono::days{27},
                             .open = {all_day, all_day, all_day, all_day, all_day, all_day, all_day},
                             .time_zone = "Europe/Berlin"}};
    Arrivals arrivals = test::daily(100);
    arrivals.at = 2h + 30min;
    const std::vector<double> mean = volumes_of_site(arrivals, calendar, "");
    EXPECT_EQ(mean[*calendar.interval_at(calendar.date(0), 3h + 30min)], 100.0);
    EXPECT_EQ(sum_of_closed(mean), 100.0);
}

// On 25 October 2026 it is two o'clock twice; on 29 March there is no two o'clock, and 03:00 is another row than 02:00.
TEST(ClosedPost, RowsInClosedTimeGoByTheWallClockWhenClocksChange) {
    const auto problems_of = [](Date day, std::vector<VolumeRow> rows) {
        const Calendar calendar{{.first_day = day,
                                 .open = {OpenHours{}, {}, {}, {}, {}, {}, {{8h, 18h}}},
                                 .interval = 60min,
                                 .time_zone = "Europe/Berlin"}};
        for (VolumeRow& row : rows) row.date = day;
        Problems problems;
        check_volumes({.file = VolumeFile{.path = "v.csv", .rows = rows}}, calendar, "a", problems, {},
                      WorkKind::backlog);
        return problems;
    };
    const VolumeRow two{.start = 2h, .arrivals = 10, .line = 2};
    VolumeRow again = two;
    const Date back = std::chrono::sys_days{2026y / 10 / 25};
    EXPECT_THAT(problems_of(back, {two, again}), IsEmpty());
    EXPECT_EQ(problems_of(back, {two, again, again}).at(0).rule, Rule::row_twice);
    const Date forward = std::chrono::sys_days{2026y / 3 / 29};
    again.start = 3h;
    VolumeRow nothing = two;
    nothing.arrivals = 0;
    EXPECT_THAT(problems_of(forward, {nothing, again}), IsEmpty());
    EXPECT_EQ(problems_of(forward, {two, again}).at(0).rule, Rule::row_not_open);
}

TEST(ClosedPost, WhereTheWeekRepeatsFridayEveningComesWithMonday) {
    Arrivals arrivals = test::daily(4);
    arrivals.at = 18h;
    const ClosedPost post = closed_arrivals_of_site(arrivals, office(7, true), "");
    ASSERT_EQ(post.arrivals.size(), 5u);
    EXPECT_EQ(post.arrivals[0].interval, 0u);
    EXPECT_EQ(post.arrivals[0].from, Seconds{63h});
    EXPECT_EQ(post.after_last_closing, 0.0);
}

// 24 a day, one each hour: the eight hours of Monday, and with each opening what came since the closing before.
TEST(ClosedPost, RoundTheClockNothingIsLost) {
    Arrivals arrivals = test::daily(24);
    arrivals.around_the_clock = true;
    const std::vector<double> open = volumes_while_open(arrivals, office(), "");
    EXPECT_THAT(open, testing::Each(testing::DoubleEq(1.0)));
    const ClosedPost post = closed_arrivals_of_site(arrivals, office(), "");
    EXPECT_NEAR(sum_of_closed(open) + closed_sum(post) + post.after_last_closing, 7 * 24.0, 1e-9);
    EXPECT_NEAR(post.after_last_closing, 7.0 + 48.0, 1e-9);
    EXPECT_NEAR(volumes_of_site(arrivals, office(), "")[0], 9.0 + 1.0, 1e-9);
    EXPECT_NEAR(volumes_of_site(arrivals, office(7, true), "")[0], 7.0 + 48.0 + 9.0 + 1.0, 1e-9);
}

TEST(ClosedPost, ListsRoundTheClockBeginAtMidnightAndWeekdaysCountByTheDayOnWhichItComes) {
    std::vector<double> by_hour(24, 0.0);
    by_hour[3] = 5.0;
    by_hour[10] = 2.0;
    Arrivals arrivals = test::listed(by_hour);
    arrivals.around_the_clock = true;
    arrivals.weekdays[6] = 0.5;
    const ClosedPost post = closed_arrivals_of_site(arrivals, office(8), "");
    EXPECT_EQ(volumes_while_open(arrivals, office(8), "")[1], 2.0);
    EXPECT_EQ(post.arrivals.front().from, Seconds{6h});
    EXPECT_EQ(post.arrivals.front().to, Seconds{5h});
    EXPECT_EQ(volumes_of_site(arrivals, office(8), "")[40], 7.0 + 3.5 + 5.0) << "Saturday, Sunday and Monday morning";
}

TEST(ClosedPost, RowsOfATableInClosedTimeAreOfPostOnly) {
    const VolumeFile file{.path = "v.csv",
                          .rows = {{.date = test::monday, .start = 10h, .arrivals = 3, .line = 2},
                                   {.date = test::monday, .start = 20h, .arrivals = 5, .line = 3}}};
    const Arrivals arrivals{.file = file};
    Problems problems;
    check_volumes(arrivals, office(), "a", problems, {}, WorkKind::backlog);
    EXPECT_THAT(problems, IsEmpty());
    check_volumes(arrivals, office(), "a", problems, {}, WorkKind::call);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].rule, Rule::row_not_open);
    EXPECT_EQ(volumes_of_site(arrivals, office(), "")[8], 5.0);
}

// The mean handling time of the interval is over what comes in it and what came while closed before it.
TEST(ClosedPost, HandlingTimesOfClosedRowsCountWithTheOpening) {
    const VolumeFile file{
        .path = "v.csv",
        .rows = {{.date = test::monday, .start = 7h, .arrivals = 3, .handling_time_s = 60.0, .line = 2},
                 {.date = test::monday, .start = 9h, .arrivals = 1, .handling_time_s = 180.0, .line = 3}}};
    const Work work{
        .name = "mail", .kind = WorkKind::backlog, .arrivals = {.file = file}, .handling_time = {.mean = 60s}};
    EXPECT_DOUBLE_EQ(handling_factors_of_site(work, office(), "")[0], 1.5);
}

TEST(ClosedPost, AListRoundTheClockHasAValueForEachIntervalOfADay) {
    Arrivals arrivals = test::listed(std::vector<double>(8, 1.0));
    arrivals.around_the_clock = true;
    Problems problems;
    check_volumes(arrivals, office(), "work.mail.arrivals", problems, {}, WorkKind::backlog);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].rule, Rule::list_of_whole_day);
    EXPECT_THAT(problems[0].arguments, ElementsAre("8", "24"));
}

// On 29 March 2026 the clocks of Berlin go forward: the day has 23 hours, and its mean stands.
TEST(ClosedPost, ADayOf23HoursKeepsItsTotal) {
    const Calendar calendar{{.first_day = std::chrono::sys_days{2026y / 3 / 28},
                             .days = 3,
                             .open = test::office_week(9h, 17h),
                             .interval = 60min,
                             .time_zone = "Europe/Berlin"}};
    Arrivals arrivals = test::daily(46);
    arrivals.around_the_clock = true;
    const ClosedPost post = closed_arrivals_of_site(arrivals, calendar, "");
    EXPECT_EQ(post.arrivals.front().from, Seconds{24h + 23h + 9h});
    EXPECT_NEAR(sum_of_closed(volumes_while_open(arrivals, calendar, "")) + closed_sum(post) + post.after_last_closing,
                3 * 46.0, 1e-9);
}

}  // namespace
}  // namespace freiton
