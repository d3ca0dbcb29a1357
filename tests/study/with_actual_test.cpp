// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/with_actual.hpp"

#include <gtest/gtest.h>

#include "study/drawn_log.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

// What an agent spends on a chat of several is no part of how long the chat takes.
TEST(WithActual, ChatsTakeAsLongAsTheLogSays) {
    ScenarioParts parts = test::two_weeks_of_sales();
    const CallLog log = test::drawn_log(parts);
    const auto mean_of = [&](WorkKind kind) {
        parts.work[0].kind = kind;
        parts.work[0].concurrency = kind == WorkKind::chat ? 3 : 1;
        const Scenario scenario{parts};
        const LoggedCalls logged = logged_calls(scenario, log, "log.csv", {});
        const Scenario actual = with_actual_handling(scenario, logged);
        double seconds = 0.0, rows = 0.0;
        for (const VolumeRow& row : actual.work()[0].arrivals.file->rows) seconds += *row.handling_time_s, rows += 1.0;
        return seconds / rows;
    };
    EXPECT_NEAR(mean_of(WorkKind::chat), mean_of(WorkKind::call), 1e-9);
}

}  // namespace
}  // namespace freiton::study
