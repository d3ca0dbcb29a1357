// SPDX-License-Identifier: Apache-2.0
// Short runs against the exact Erlang formulas; long ones are a campaign (bench/campaigns).
#include <gtest/gtest.h>

#include "simulation/steady_cases.hpp"

namespace freiton::test {
namespace {

// Cases with more contacts than this in a replication are left to the campaign.
constexpr double most_contacts = 60'000.0;
constexpr double least_events = 20.0;

std::vector<Compared> short_runs(const std::string& family) {
    std::vector<Compared> all;
    int index = 0;
    for (const Json& exact : reference_cases(family)) {
        ++index;
        if (!can_run(family, exact)) continue;
        SteadyRun run{.days = 1, .replications = 30, .seed = static_cast<std::uint64_t>(index), .variant = index};
        const double per_day = SteadyDays{{exact, family}, run}.contacts_per_day();
        if (per_day > most_contacts) continue;
        run.days = static_cast<int>(std::clamp(5'000.0 / per_day, 1.0, 20.0));
        const std::vector<Compared> compared = SteadyDays{{exact, family}, run}.run();
        all.insert(all.end(), compared.begin(), compared.end());
    }
    return all;
}

// Tolerances of the root mean square: values of one case hang together as if there were about two of them, so that it
// is off by 1 / sqrt(2 x 2 x cases) in the mean, and hardly ever by four times that.
TEST(ReferenceErlangB, LinesAsManyAsAgents) { expect_spread(short_runs("erlang_b"), least_events, 0.35); }
TEST(ReferenceErlangC, LongSteadyDays) { expect_spread(short_runs("erlang_c"), least_events, 0.35); }
TEST(ReferenceErlangA, LongSteadyDaysWithLinesAndEveryCountingRule) {
    expect_spread(short_runs("erlang_a"), least_events, 0.25);
}

}  // namespace
}  // namespace freiton::test
