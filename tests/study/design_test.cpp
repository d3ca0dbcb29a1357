// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/design.hpp"

#include <gtest/gtest.h>

#include <set>

#include "study/small_study.hpp"

namespace freiton::study {
namespace {

std::string sampled(const std::string& design, int samples) {
    return "vary:\n  work.sales.arrivals.scale: {min: 0.8, max: 1.2}\n  work.sales.handling_time: {min: 3 min, max: 5 "
           "min}\n  teams.office.staff: {min: 4, max: 9}\ndesign: " +
           design + "\nsamples: " + std::to_string(samples) + "\nquestion: simulate\n";
}

std::size_t parts_met(const Design& design, std::size_t samples, std::size_t key) {
    std::set<std::size_t> parts;
    for (std::size_t i = 0; i < samples; ++i)
        parts.insert(static_cast<std::size_t>(design.point(i)[key] * static_cast<double>(samples)));
    return parts.size();
}

TEST(StudyDesign, ALatinHypercubeMeetsEachPartOfEachRangeOnce) {
    const test::SmallStudy study{sampled("latin_hypercube", 37)};
    const Design design{study.read()};
    for (std::size_t key = 0; key < 3; ++key) EXPECT_EQ(parts_met(design, 37, key), 37U);
}

TEST(StudyDesign, SobolPointsOfAPowerOfTwoMeetEachPartOfEachRangeOnce) {
    const test::SmallStudy study{sampled("sobol", 64)};
    const Design design{study.read()};
    for (std::size_t key = 0; key < 3; ++key) EXPECT_EQ(parts_met(design, 64, key), 64U);
}

// The first two of Sobol's dimensions are a (0, m, 2)-net: 16 points meet each of 4 x 4 squares once.
TEST(StudyDesign, SobolPointsMeetEachSquareOfTheFirstTwoKeys) {
    const test::SmallStudy study{sampled("sobol", 16)};
    const Design design{study.read()};
    std::set<std::pair<int, int>> squares;
    for (std::size_t i = 0; i < 16; ++i)
        squares.emplace(static_cast<int>(design.point(i)[0] * 4.0), static_cast<int>(design.point(i)[1] * 4.0));
    EXPECT_EQ(squares.size(), 16U);
}

// A, B, then A with each key from B in turn; A and B are the halves of Sobol points, which meet each part of a range.
TEST(StudyDesign, ASaltelliDesignChangesOneKeyAtATimeFromAToB) {
    const test::SmallStudy study{sampled("saltelli", 8)};
    const input::Study read = study.read();
    ASSERT_EQ(read.variations(), 8U * 5U);
    const Design design{read};
    std::set<int> parts;
    for (std::size_t i = 0; i < 40; i += 5) {
        const std::vector<double> a = design.point(i), b = design.point(i + 1);
        parts.insert(static_cast<int>(a[1] * 8.0));
        for (std::size_t key = 0; key < 3; ++key) {
            std::vector<double> changed = a;
            changed[key] = b[key];
            EXPECT_EQ(design.point(i + 2 + key), changed);
            EXPECT_NE(a[key], b[key]);
        }
    }
    EXPECT_EQ(parts.size(), 8U);
}

TEST(StudyDesign, TheSameSeedDrawsTheSamePointsAndAnotherOthers) {
    for (const char* name : {"latin_hypercube", "sobol", "saltelli"}) {
        const test::SmallStudy study{sampled(name, 8)};
        const Design once{study.read()}, again{study.read()}, other{input::read_study(study.file(), 8)};
        for (std::size_t i = 0; i < 8; ++i) {
            EXPECT_EQ(once.point(i), again.point(i)) << name;
            EXPECT_NE(once.point(i), other.point(i)) << name;
        }
    }
}

TEST(StudyDesign, WhatMustBeWholeIsDrawnWholeAndEveryWholeNumberIsDrawn) {
    const test::SmallStudy study{sampled("latin_hypercube", 60)};
    const Variations variations = study.variations();
    std::set<double> staff;
    for (std::size_t i = 0; i < 60; ++i) {
        const auto settings = variations.settings(i);
        staff.insert(settings[2].number);
        EXPECT_GE(settings[1].number, 3.0);
        EXPECT_LE(settings[1].number, 5.0);
        EXPECT_TRUE(settings[1].text.ends_with(" min")) << settings[1].text;
    }
    EXPECT_EQ(staff, (std::set<double>{4, 5, 6, 7, 8, 9}));
}

TEST(StudyDesign, AGridChangesItsLastKeyFastestAndAListTakesTheValuesTogether) {
    const test::SmallStudy grid{test::staff_grid};
    EXPECT_EQ(grid.variations().count(), 12U);
    EXPECT_EQ(grid.variations().settings(1)[0].number, 0.8);
    EXPECT_EQ(grid.variations().settings(1)[1].number, 6.0);
    EXPECT_EQ(grid.variations().settings(4)[0].number, 1.0);
    const test::SmallStudy list{
        "vary: {work.sales.arrivals.scale: [0.9, 1.1], teams.office.staff: [5, 7]}\ndesign: list\nquestion: "
        "simulate\n"};
    EXPECT_EQ(list.variations().count(), 2U);
    EXPECT_EQ(list.variations().settings(1)[0].number, 1.1);
    EXPECT_EQ(list.variations().settings(1)[1].number, 7.0);
}

}  // namespace
}  // namespace freiton::study
