// SPDX-License-Identifier: Apache-2.0
#include "simulation/plain/plain_simulator.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/closed_post.hpp"
#include "simulation/own_callers.hpp"
#include "simulation/own_routing.hpp"
#include "simulation/own_rules.hpp"
#include "simulation/own_ways.hpp"
#include "simulation/plain/both_simulators.hpp"

namespace freiton::simulation {
namespace {

using namespace kernel;
using test::RandomOrganisation;

constexpr double tolerance_s = 1e-5;  // rounding of moments in a week of seconds, over some interruptions

std::string text(const ContactRecord& r) {
    char buffer[200];
    std::snprintf(buffer, sizeof buffer,
                  "cls %d slot %d attempt %d arrival %.6f begin %.6f end %.6f due %.3f outcome %d", r.cls, r.slot,
                  r.attempt, r.arrival, r.begin, r.end, r.due, static_cast<int>(r.outcome));
    return buffer;
}
std::string text(const ServiceRecord& r) {
    char buffer[200];
    std::snprintf(buffer, sizeof buffer, "cls %d arrival %.6f team %d begin %.6f end %.6f finished %d", r.cls,
                  r.arrival, r.pool, r.begin, r.end, static_cast<int>(r.finished));
    return buffer;
}

bool near(double a, double b) { return a == b || std::abs(a - b) <= tolerance_s; }
bool same(const ContactRecord& a, const ContactRecord& b) {
    return a.cls == b.cls && a.slot == b.slot && a.attempt == b.attempt && near(a.arrival, b.arrival) &&
           near(a.begin, b.begin) && (near(a.end, b.end) || a.outcome == Outcome::not_done) && near(a.due, b.due) &&
           a.outcome == b.outcome;
}
bool same(const ServiceRecord& a, const ServiceRecord& b) {
    return a.cls == b.cls && a.pool == b.pool && near(a.arrival, b.arrival) && near(a.begin, b.begin) &&
           near(a.end, b.end) && a.finished == b.finished;
}

// Those of the first that the second has not. Contacts that come at one moment are told apart by what becomes of them.
template <class Record>
std::vector<Record> missing(const std::vector<Record>& those, std::vector<Record> in_these) {
    std::vector<Record> left;
    for (const Record& one : those) {
        const auto found =
            std::find_if(in_these.begin(), in_these.end(), [&](const Record& other) { return same(one, other); });
        if (found == in_these.end())
            left.push_back(one);
        else
            in_these.erase(found);
    }
    return left;
}

// The first in which they differ; empty if they are alike.
template <class Record>
std::string first_difference(const std::vector<Record>& kernel, const std::vector<Record>& plain) {
    const auto earlier = [](const Record& a, const Record& b) { return a.end < b.end; };
    const auto first = [&](const char* who, const std::vector<Record>& records) {
        const auto found = std::min_element(records.begin(), records.end(), earlier);
        return found == records.end() ? std::string{} : std::string{who} + " alone: " + text(*found) + "\n";
    };
    return first("kernel", missing(kernel, plain)) + first("plain", missing(plain, kernel));
}

// The first in which kernel and oracle differ; how many contacts there were.
std::string difference(const RandomOrganisation::Staffed& staffed, std::size_t& contacts) {
    const test::BothSimulators both{staffed};
    contacts += both.told.contacts.size();
    std::vector<ServiceRecord> by_team = both.told.services;
    for (ServiceRecord& service : by_team) service.pool = both.world.pools[static_cast<std::size_t>(service.pool)].team;
    return first_difference(by_team, both.plain.services) + first_difference(both.told.contacts, both.plain.contacts);
}

TEST(PlainSimulator, SeesTheSameAsTheKernelContactByContact) {
    std::size_t contacts = 0;
    for (std::uint64_t i = 0; i < 1000; ++i)
        ASSERT_EQ(difference(RandomOrganisation{i}.make(), contacts), "") << "organisation " << i;
    EXPECT_GT(contacts, 200'000U);
}

using Changed = std::optional<Scenario> (*)(const Scenario&, std::uint64_t);

// Of so many organisations those that can be changed like that; at least some must be, and much must happen in them.
void compare_with(Changed changed, std::uint64_t organisations, int least_offices, std::size_t least_contacts) {
    std::size_t contacts = 0;
    int offices = 0;
    for (std::uint64_t i = 0; i < organisations; ++i) {
        RandomOrganisation::Staffed staffed = RandomOrganisation{i}.make();
        std::optional<Scenario> own = changed(staffed.scenario, i);
        if (!own) continue;
        ++offices;
        ASSERT_EQ(difference({std::move(*own), std::move(staffed.plan)}, contacts), "") << "organisation " << i;
    }
    EXPECT_GT(offices, least_offices);
    EXPECT_GT(contacts, least_contacts);
}

TEST(PlainSimulator, SeesTheSameWhereWorkAndTeamsHaveARoutingOfTheirOwn) {
    compare_with(test::with_own_routing, 1000, 400, 80'000);
}

TEST(PlainSimulator, SeesTheSameWhereCallersHangUpAtOnceAndTimesDifferByIntervalAndDay) {
    compare_with(test::with_own_callers, 500, 300, 60'000);
}

TEST(PlainSimulator, SeesTheSameWithEveryRuleOfWorkAndTeams) { compare_with(test::with_own_rules, 1000, 700, 150'000); }

TEST(PlainSimulator, SeesTheSameWithChatsCallbacksAndLists) { compare_with(test::with_own_ways, 1000, 700, 150'000); }

TEST(PlainSimulator, SeesTheSameWithChatsCallbacksAndListsByEveryRule) {
    compare_with(test::with_ways_and_rules, 1000, 500, 150'000);
}

TEST(PlainSimulator, SeesTheSameWherePostComesWhileClosedAndWeeksRepeat) {
    compare_with(test::with_closed_post, 150, 50, 20'000);
}

}  // namespace
}  // namespace freiton::simulation
