// SPDX-License-Identifier: Apache-2.0
// The oracle's people: how they come and leave.
#include <algorithm>
#include <cmath>

#include "simulation/plain/plain_simulator.hpp"

namespace freiton::test {

using namespace simulation::kernel;

void PlainSimulator::staff_of_team(int team) {
    const int wanted = absences_.there(team, rostered(team), slot().day);
    wanted_[static_cast<std::size_t>(team)] = wanted;
    while (present(team) < wanted) come(team, -1);
    while (present(team) > wanted && longest_idle(team, -1) >= 0) leave(longest_idle(team, -1));
    if (scenario_.routing().when_staff_drops == WhenStaffDrops::finish) return;
    while (present(team) > wanted) {
        int latest = -1;  // begun
        for (int a = 0; a < static_cast<int>(agents_.size()); ++a) {
            // Those who hold several by their last change.
            const auto begun = [&](int which) {
                const Agent& busy = agents_[static_cast<std::size_t>(which)];
                const Contact& c = all_[static_cast<std::size_t>(busy.contact)];
                return std::pair{busy.held.empty() ? c.since : busy.changed, c.begun};
            };
            const Agent& agent = agents_[static_cast<std::size_t>(a)];
            if (agent.team != team || writes_down(agent)) continue;
            if (latest < 0 || begun(a) > begun(latest)) latest = a;
        }
        if (latest < 0) return;  // the others end their wrap-up
        hand_back(latest);
    }
}

int PlainSimulator::present(int team) const {
    return static_cast<int>(
        std::count_if(agents_.begin(), agents_.end(), [&](const Agent& a) { return a.team == team; }));
}

// He leaves when he has finished: of a team whoever is the first to finish, where persons do not matter.
bool PlainSimulator::is_surplus(const Agent& agent) const {
    return agent.person >= 0 ? agent.leaves : present(agent.team) > wanted_[static_cast<std::size_t>(agent.team)];
}

void PlainSimulator::staff_of_person(int team, int person) {
    const bool wanted = person < rostered(team) && !absences_.away(team, person, slot().day);
    for (int a = 0; a < static_cast<int>(agents_.size()); ++a) {
        Agent& agent = agents_[static_cast<std::size_t>(a)];
        if (agent.team != team || agent.person != person) continue;
        agent.leaves = !wanted;
        if (wanted) return;
        if (agent.contact < 0)
            leave(a);
        else if (scenario_.routing().when_staff_drops == WhenStaffDrops::hand_back && !writes_down(agent))
            hand_back(a);
        return;
    }
    if (wanted) come(team, person);
}

void PlainSimulator::come(int team, int person) {
    agents_.push_back({.team = team, .person = person, .idle_since = now_, .present_since = now_});
}

void PlainSimulator::leave(int a) {
    const Agent agent = agents_[static_cast<std::size_t>(a)];
    auto& on_duty = on_duty_s[static_cast<std::size_t>(agent.team)];
    for (std::size_t s = 0; s < world_.slots.size(); ++s)
        on_duty[s] +=
            std::max(0.0, std::min(now_, world_.slots[s].end) - std::max(agent.present_since, world_.slots[s].start));
    if (closed_) overtime_s[static_cast<std::size_t>(agent.team)] += now_ - closed_at_;
    agents_.erase(agents_.begin() + a);
}

void PlainSimulator::hand_back(int a) {
    std::vector<int> all = agents_[static_cast<std::size_t>(a)].held;
    if (all.empty()) {
        all = {agents_[static_cast<std::size_t>(a)].contact};
        put_aside(all[0]);
    } else {
        settle(agents_[static_cast<std::size_t>(a)]);
        for (const int id : all) let_go(a, id, false);
    }
    leave(a);
    for (const int id : all) return_to_queue(id);
}

void PlainSimulator::return_to_queue(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    c.state = State::gone;
    c.team = -1;
    Generator chance = later_draws(c);
    if (!c.callback)
        c.patience_ends = patience_ends(work(c), world_.work[static_cast<std::size_t>(c.origin.work)], now_, chance);
    ++c.returns;
    wait(id, true);
}

// Whether somebody has gone of whom there is something to write down, or waits for somebody else.
bool PlainSimulator::writes_down(const Agent& agent) const {
    const auto is_over = [&](int id) { return all_[static_cast<std::size_t>(id)].state != State::served; };
    return is_over(agent.contact) || std::any_of(agent.held.begin(), agent.held.end(), is_over);
}

int PlainSimulator::longest_idle(int team, int person) const {
    int best = -1;
    for (int a = 0; a < static_cast<int>(agents_.size()); ++a) {
        const Agent& agent = agents_[static_cast<std::size_t>(a)];
        if (agent.team != team || agent.person != person || agent.contact >= 0) continue;
        if (best < 0 || agent.idle_since < agents_[static_cast<std::size_t>(best)].idle_since) best = a;
    }
    return best;
}

}  // namespace freiton::test
