// SPDX-License-Identifier: Apache-2.0
// What the kernel counts, counted again from the oracle's lists.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "simulation/own_rules.hpp"
#include "simulation/own_ways.hpp"
#include "simulation/plain/both_simulators.hpp"

namespace freiton::simulation {
namespace {

using namespace kernel;
using test::BothSimulators;
using test::RandomOrganisation;

class Count {
  public:
    explicit Count(const BothSimulators& both) : world_{both.world}, ended_{both.plain.ended} {
        cells_.resize(static_cast<std::size_t>(world_.rows * (world_.cells + 1)));
        teams_.resize(world_.teams.size() * static_cast<std::size_t>(world_.cells + 1));
        for (std::size_t i = 0; i < both.plain.contacts.size(); ++i) {
            const ContactRecord& record = both.plain.contacts[i];
            if (work(record.cls).callback) continue;  // counted with the calls of the office
            work(record.cls).call ? add_call(record, both.plain.answered_by[i]) : add_item(record);
        }
        for (const auto& call : both.plain.calls_made) add_outbound_call(call);
        for (const auto& share : both.plain.shares) add_share(share);
        for (const auto& held : both.plain.line_holds)
            for (std::size_t s = 0; s < world_.slots.size(); ++s)
                cell(cls(held.cls).row, s)[call_holding_s] +=
                    std::max(0.0, std::min(held.to, world_.slots[s].end) - std::max(held.from, world_.slots[s].start));
        for (const auto& wait : both.plain.waits) add_wait(wait.cls, wait.from, wait.to);
        for (std::size_t i = 0; i < both.plain.services.size(); ++i)
            if (!both.plain.at_desk[i]) add_service(both.plain.services[i]);
        for (std::size_t t = 0; t < world_.teams.size(); ++t)
            for (std::size_t s = 0; s < world_.slots.size(); ++s)
                team(static_cast<int>(t), s).on_duty_s += both.plain.on_duty_s[t][s];
    }

    Cell& cell(int row, std::size_t slot) {
        return cells_[static_cast<std::size_t>(row * (world_.cells + 1) + world_.slots[slot].cell)];
    }
    TeamCell& team(int t, std::size_t slot) {
        return teams_[static_cast<std::size_t>(t * (world_.cells + 1) + world_.slots[slot].cell)];
    }

  private:
    const ClassRecord& cls(int index) const { return world_.classes[static_cast<std::size_t>(index)]; }
    const WorkKindRecord& work(int index) const { return world_.work[static_cast<std::size_t>(cls(index).work)]; }
    bool served_away(const ContactRecord& r, int team) const {
        const int site =
            world_.pools[static_cast<std::size_t>(world_.teams[static_cast<std::size_t>(team)].first_pool)].site;
        return cls(r.cls).site != none && site != none && site != cls(r.cls).site;
    }

    void add_call(const ContactRecord& r, int answered_by) {
        Cell& c = cell(cls(r.cls).row, static_cast<std::size_t>(r.slot));
        c[call_offered] += 1;
        if (r.caused && r.attempt == 1) c[call_caused] += 1;
        if (r.attempt == 1) c[call_customers] += 1;
        if (r.outcome == Outcome::blocked) {
            c[call_blocked] += 1;
            return;
        }
        const double wait = (r.begin < 0.0 ? r.end : r.begin) - r.arrival;
        const bool early = wait <= work(r.cls).threshold_s;
        c[call_admitted_wait] += wait;
        if (r.begin < 0.0 || wait > 0.0) c[call_waited] += 1;
        if (r.outcome == Outcome::to_call_back) {
            c[call_callbacks] += 1;
            return;
        }
        if (r.begin < 0.0) {
            c[call_abandoned] += 1;
            if (early) c[call_early] += 1;
            if (wait <= work(r.cls).short_s) c[call_short] += 1;
            return;
        }
        c[call_answered] += 1;
        c[call_customers_answered] += 1;
        c[call_answered_wait] += wait;
        if (early) c[call_in_time] += 1;
        if (served_away(r, answered_by)) c[call_away] += 1;
        if (r.outcome == Outcome::lost_later) c[call_lost_later] += 1;
    }
    // Open seconds between two moments; the clock of the promise.
    double open_between(double from, double to) const {
        double sum = 0.0;
        const double until = std::min(to, ended_);
        for (const Slot& s : world_.slots) sum += std::max(0.0, std::min(until, s.end) - std::max(from, s.start));
        return sum;
    }
    // Whether something happens later than a slot, and than the closed time after it.
    bool is_after(std::size_t s, double time) const {
        if (s + 1 == world_.slots.size()) return false;
        return world_.slots[s].closes ? time >= world_.slots[s + 1].start : time > world_.slots[s].end;
    }
    std::size_t slot_of_promise(const ContactRecord& r) const {
        auto s = static_cast<std::size_t>(r.slot);
        while (s + 1 < world_.slots.size() && world_.slots[s + 1].start + 1e-6 < r.due) ++s;
        return s;
    }
    void add_item(const ContactRecord& r) {
        const int row = cls(r.cls).row;
        Cell& c = cell(row, static_cast<std::size_t>(r.slot));
        c[item_offered] += 1;
        if (r.caused) c[item_caused] += 1;
        const bool of_no_end = work(r.cls).unlimited && !r.caused;  // somebody takes it up, it never comes
        if (!of_no_end && r.due <= world_.slots.back().end + 1e-6) cell(row, slot_of_promise(r))[item_due] += 1;
        const bool done = r.outcome == Outcome::done || r.outcome == Outcome::given_up;
        for (std::size_t s = static_cast<std::size_t>(r.slot); s < world_.slots.size(); ++s)
            if (!done || is_after(s, r.end)) cell(row, s)[item_backlog_end] += 1;
        if (!done) return;
        const double opening = world_.slots[static_cast<std::size_t>(r.slot)].start;
        const double turnaround =
            work(r.cls).due == DueClock::wall ? r.end - r.arrival : open_between(std::max(r.arrival, opening), r.end);
        c[item_done] += 1;
        c[item_turnaround_s] += turnaround;
        if (r.end <= r.due) c[item_in_time] += 1;
        if (served_away(r, r.pool)) c[item_away] += 1;
        for (std::size_t s = 0; s < world_.slots.size(); ++s)
            if (!is_after(s, r.end) && (s == 0 || is_after(s - 1, r.end))) cell(row, s)[item_completed] += 1;
    }
    void add_outbound_call(const test::PlainSimulator::Call& call) {
        Cell& c = cell(cls(call.cls).row, static_cast<std::size_t>(call.slot));
        const bool in_time = call.time <= call.due + 1e-6;
        if (work(call.cls).callback) {
            if (call.first && in_time) c[call_called_back] += 1;
            if (call.reached) c[call_callbacks_reached] += 1, c[call_customers_answered] += 1;
            return;
        }
        c[item_attempts] += 1;
        if (call.first) c[item_tried] += 1;
        if (call.first && in_time) c[item_tried_in_time] += 1;
        if (call.reached) c[item_reached] += 1;
        if (call.reached && in_time) c[item_reached_in_time] += 1;
    }
    void add_share(const test::PlainSimulator::Share& share) {
        for (std::size_t s = 0; s < world_.slots.size(); ++s) {
            const Slot& slot = world_.slots[s];
            const double seconds = std::max(0.0, std::min(share.to, slot.end) - std::max(share.from, slot.start));
            if (share.cls < 0) {
                team(share.team, s).spare_slots_s += share.part * seconds;
                continue;
            }
            Cell& c = cell(cls(share.cls).row, s);
            c[call_busy_s] += share.part * seconds;
            c[call_conversation_s] += seconds;
            if (share.wrapping) c[call_wrap_up_s] += share.part * seconds;
            if (share.holding) c[call_holding_s] += share.part * seconds;
            team(share.team, s).busy_calls_s += share.part * seconds;
        }
    }
    void add_wait(int index, double from, double to) {
        const bool is_call = work(index).call;
        for (std::size_t s = 0; s < world_.slots.size(); ++s) {
            const Slot& slot = world_.slots[s];
            Cell& c = cell(cls(index).row, s);
            c[is_call ? int{call_queue_s} : int{item_waiting_s}] +=
                std::max(0.0, std::min(to, slot.end) - std::max(from, slot.start));
            if (is_call && from < slot.end && to >= slot.end) c[call_queue_end] += 1;
        }
    }
    void add_service(const ServiceRecord& service) {
        const bool is_call = work(service.cls).call || work(service.cls).callback;
        for (std::size_t s = 0; s < world_.slots.size(); ++s) {
            const Slot& slot = world_.slots[s];
            const double seconds = std::max(0.0, std::min(service.end, slot.end) - std::max(service.begin, slot.start));
            cell(cls(service.cls).row, s)[is_call ? int{call_busy_s} : int{item_busy_s}] += seconds;
            const double wrap_from = service.end - service.wrap_up_s;
            if (is_call)
                cell(cls(service.cls).row, s)[call_wrap_up_s] +=
                    std::max(0.0, std::min(service.end, slot.end) - std::max(wrap_from, slot.start));
            TeamCell& t = team(service.pool, s);
            (is_call ? t.busy_calls_s : t.busy_backlog_s) += seconds;
        }
    }

    const World& world_;
    double ended_;  // the time line
    std::vector<Cell> cells_;
    std::vector<TeamCell> teams_;
};

constexpr double tolerance_of_sums_s =
    1e-3;  // sums of hundreds of spans, each rounded to 1e-10 s, and boundaries met exactly

void expect_same_counts(const BothSimulators& both, std::uint64_t organisation) {
    Count count{both};
    for (std::size_t s = 0; s < both.world.slots.size(); ++s) {
        const int at = both.world.slots[s].cell;
        if (at == both.world.cells) continue;  // nobody reads it
        for (int row = 0; row < both.world.rows; ++row)
            for (std::size_t n = 0; n < cell_numbers; ++n) {
                const auto work = static_cast<std::size_t>(both.world.row_work[static_cast<std::size_t>(row)]);
                if (!both.world.work[work].call && (n == item_oldest_s || n > item_due)) continue;
                EXPECT_NEAR(both.block.tally.at(row, at)[n], count.cell(row, s)[n], tolerance_of_sums_s)
                    << "organisation " << organisation << ", row " << row << ", interval " << at << ", number " << n;
            }
        for (int t = 0; t < both.block.tally.teams; ++t) {
            const TeamCell& counted = both.block.tally.team(t, at);
            const TeamCell& plain = count.team(t, s);
            EXPECT_NEAR(counted.busy_calls_s, plain.busy_calls_s, tolerance_of_sums_s) << organisation;
            EXPECT_NEAR(counted.busy_backlog_s, plain.busy_backlog_s, tolerance_of_sums_s) << organisation;
            EXPECT_NEAR(counted.on_duty_s, plain.on_duty_s, tolerance_of_sums_s) << organisation;
            EXPECT_NEAR(counted.spare_slots_s, plain.spare_slots_s, tolerance_of_sums_s) << organisation;
        }
    }
}

TEST(Tally, CountsWhatTheOracleCounts) {
    for (std::uint64_t i = 0; i < 300 && !HasFailure(); ++i)
        expect_same_counts(BothSimulators{RandomOrganisation{i}.make()}, i);
}

TEST(Tally, CountsTheSameWithEveryRuleOfWorkAndTeams) {
    int offices = 0;
    for (std::uint64_t i = 0; i < 300 && !HasFailure(); ++i) {
        RandomOrganisation::Staffed staffed = RandomOrganisation{i}.make();
        std::optional<Scenario> own = test::with_own_rules(staffed.scenario, i);
        if (!own) continue;
        ++offices;
        expect_same_counts(BothSimulators{{std::move(*own), std::move(staffed.plan)}}, i);
    }
    EXPECT_GT(offices, 200);
}

TEST(Tally, CountsTheSameWithChatsCallbacksAndLists) {
    int offices = 0;
    for (std::uint64_t i = 0; i < 400 && !HasFailure(); ++i) {
        RandomOrganisation::Staffed staffed = RandomOrganisation{i}.make();
        std::optional<Scenario> own = test::with_ways_and_rules(staffed.scenario, i);
        if (!own) continue;
        ++offices;
        expect_same_counts(BothSimulators{{std::move(*own), std::move(staffed.plan)}}, i);
    }
    EXPECT_GT(offices, 200);
}

// With `after` the kernel looks for people who wait in vain only when something happens, and so a little later.
TEST(Tally, CountsTheSameOvertime) {
    for (std::uint64_t i = 0; i < 300; ++i) {
        const auto staffed = RandomOrganisation{i}.make();
        if (staffed.scenario.routing().after.count() > 0.0) continue;
        const BothSimulators both{staffed};
        for (std::size_t t = 0; t < both.world.teams.size(); ++t)
            ASSERT_NEAR(both.block.tally.overtime_s[t], both.plain.overtime_s[t], tolerance_of_sums_s)
                << "organisation " << i;
    }
}

}  // namespace
}  // namespace freiton::simulation
