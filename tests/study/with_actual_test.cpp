// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/with_actual.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "study/drawn_log.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// One call in four leads to another: 80 first contacts in a hundred calls.
TEST(WithActual, WhatOthersLeadToIsNoFirstContact) {
    ScenarioParts parts = test::two_weeks_of_sales();
    parts.work[0].leads_to = {{.work = parts.work[0].name, .share = Share{0.2}}};
    const Scenario scenario{parts};
    const LoggedCalls logged = logged_calls(scenario, test::drawn_log(parts), "log.csv", {});
    const double first = sum(scenario.first_arrivals_of_site(WorkIndex{0}, ""));
    ASSERT_LT(first, 0.81 * sum(scenario.arrivals(WorkIndex{0})));
    Performance predicted;
    predicted.work.resize(1);
    predicted.work[0].calls.total.offered = first / 0.8;
    const Scenario as_predicted = with_actual(scenario, logged, predicted, {.handling_time = true});
    EXPECT_NEAR(sum(as_predicted.first_arrivals_of_site(WorkIndex{0}, "")), first, 1e-6 * first);
    double came = 0.0;
    for (const LoggedSums& sums : logged.work[0].intervals) came += sums.numbers[simulation::kernel::call_offered];
    const Scenario as_it_came = with_actual(scenario, logged, predicted, {.volume = true});
    EXPECT_NEAR(sum(as_it_came.first_arrivals_of_site(WorkIndex{0}, "")), 0.8 * came, 1e-6 * came);
}

// What an agent spends on a chat of several is no part of how long the chat takes.
TEST(WithActual, ChatsTakeAsLongAsTheLogSays) {
    ScenarioParts parts = test::two_weeks_of_sales();
    const CallLog log = test::drawn_log(parts);
    const auto mean_of = [&](WorkKind kind) {
        parts.work[0].kind = kind;
        parts.work[0].concurrency = kind == WorkKind::chat ? 3 : 1;
        const Scenario scenario{parts};
        const LoggedCalls logged = logged_calls(scenario, log, "log.csv", {});
        const Scenario actual = with_actual(scenario, logged, {}, {.handling_time = true});
        double seconds = 0.0, rows = 0.0;
        for (const VolumeRow& row : actual.work()[0].arrivals.file->rows) seconds += *row.handling_time_s, rows += 1.0;
        return seconds / rows;
    };
    EXPECT_NEAR(mean_of(WorkKind::chat), mean_of(WorkKind::call), 1e-9);
}

}  // namespace
}  // namespace freiton::study
