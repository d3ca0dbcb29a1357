// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_titles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "freiton/input/log_totals.hpp"

namespace freiton::input {
namespace {

LogColumn column_of_title(const char* title) { return meaning_of(title).column; }

TEST(LogTitles, AreKnownInBothLanguagesWhateverTheirCaseSignsAndUnits) {
    for (const char* title :
         {"AHT (s)", "aht_s", "Average Handle Time", "AvgHandleTime", "Mittlere Bearbeitungszeit [hh:mm:ss]",
          "\u00D8 Bearbeitungszeit", "Handle Time (Avg) in seconds"})
        EXPECT_EQ(column_of_title(title), LogColumn::handling) << title;
    for (const char* title :
         {"Calls_Offered", "ContactsOffered", "Angebotene Anrufe", "CALLS PRESENTED", "Total Calls"})
        EXPECT_EQ(column_of_title(title), LogColumn::offered) << title;
    for (const char* title : {"Warteschlange", "Split/Skill", "CSQ Name", "QueueName"})
        EXPECT_EQ(column_of_title(title), LogColumn::queue) << title;
    EXPECT_EQ(column_of_title("Gespr\u00E4chszeit"), LogColumn::talk);
    EXPECT_EQ(column_of_title("Gespraechszeit"), LogColumn::talk);
    EXPECT_EQ(column_of_title("Agent"), LogColumn::count_);
}

TEST(LogTitles, SayUnitsMeansAndSums) {
    EXPECT_EQ(meaning_of("AHT (min)").unit_s, 60.0);
    EXPECT_EQ(meaning_of("Bearbeitungszeit [Sek.]").unit_s, 1.0);
    EXPECT_EQ(meaning_of("Talk Time (ms)").unit_s, 0.001);
    EXPECT_EQ(meaning_of("AHT").unit_s, std::nullopt);
    EXPECT_EQ(meaning_of("Handle Time (h)").unit_s, 3600.0);
    EXPECT_EQ(meaning_of("Handle Time (m)").unit_s, 60.0);
    EXPECT_EQ(meaning_of("Handle Time (h:mm)").unit_s, std::nullopt);
    EXPECT_EQ(column_of_title("AHT [hh:mm:ss]"), LogColumn::handling);
    EXPECT_TRUE(meaning_of("Handle Time (h:mm)").hours_minutes);
    EXPECT_TRUE(meaning_of("Wartezeit [hh:mm]").hours_minutes);
    EXPECT_FALSE(meaning_of("Wartezeit [hh:mm:ss]").hours_minutes);
    EXPECT_EQ(meaning_of("Total Handle Time").amount, Amount::sum);
    EXPECT_EQ(meaning_of("ACD Time").amount, Amount::sum) << "Avaya's, beside Avg ACD Time";
    EXPECT_EQ(meaning_of("Avg ACD Time").amount, Amount::mean);
    EXPECT_EQ(meaning_of("Talk Duration (AVG)").amount, Amount::mean);
}

// A share read as a count would make 3 % of 200 calls three abandoned ones; the longest wait is nobody's mean.
TEST(LogTitles, SharesAndExtremesAreNone) {
    for (const char* title : {"Abandoned (%)", "% Aban Calls", "Answer Rate", "Max Wait Time", "Longest Queue Time"})
        EXPECT_EQ(column_of_title(title), LogColumn::count_) << title;
    EXPECT_EQ(column_of_title("Average Answer Time"), LogColumn::wait) << "a mean is no moment";
}

TEST(LogTitles, SumsAreToldFromQueuesThatAreCalledSo) {
    for (const char* cell : {"Total", "Summe", "Gesamt:", "Grand Total", "Sales Total", "Durchschnitt",
                             "Gesamtergebnis", "02.03.2026 Ergebnis", "Tagessumme", "Max"})
        EXPECT_TRUE(may_be_total(cell) && is_total(cell)) << cell;
    for (const char* cell : {"", "sales", "08:00", "Totalschaden"}) EXPECT_FALSE(is_total(cell)) << cell;
}

// Each title leads to its own column, and to no other: two entries for one title would hide the second.
TEST(LogTitles, EveryTitleOfTheTableIsFoundAndThereOnce) {
    std::map<std::string_view, int> seen;
    for (const KnownColumn& known : known_columns()) {
        EXPECT_EQ(column_named(known.name), known.column) << known.name;
        for (const auto& titles : {known.english, known.german})
            for (const std::string_view title : titles) {
                EXPECT_EQ(plain_title(title), title) << "could never be met";
                EXPECT_EQ(meaning_of(title).column, known.column) << title;
                ++seen[title];
            }
    }
    for (const auto& [title, times] : seen) EXPECT_EQ(times, 1) << title;
    EXPECT_GT(seen.size(), 250U);
}

}  // namespace
}  // namespace freiton::input
