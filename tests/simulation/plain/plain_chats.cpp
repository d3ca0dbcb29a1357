// SPDX-License-Identifier: Apache-2.0
// The oracle's people who hold several contacts at once.
#include <algorithm>
#include <tuple>

#include "simulation/plain/plain_simulator.hpp"

namespace freiton::test {

using namespace simulation::kernel;

double PlainSimulator::slowed(const Contact& c, const Agent& agent) const {
    return is_chat(c) ? work(c).slowdown_of(static_cast<int>(agent.held.size())) : 1.0;
}

int PlainSimulator::most_held(const Agent& agent) const {
    int most = 1;
    for (const Work& kind : scenario_.work()) most = std::max(most, kind.concurrency);
    for (const int id : agent.held)
        if (is_chat(all_[static_cast<std::size_t>(id)]))
            most = std::min(most, work(all_[static_cast<std::size_t>(id)]).concurrency);
    return most;
}

bool PlainSimulator::on_the_phone(const Agent& agent) const {
    return std::any_of(agent.held.begin(), agent.held.end(),
                       [&](int id) { return !is_chat(all_[static_cast<std::size_t>(id)]); });
}

// Of those who chat, as many as are too many take nothing more: those who hold the fewest, then the longest unchanged.
bool PlainSimulator::is_leaving(const Agent& agent) const {
    if (agent.person >= 0) return agent.leaves;
    const int surplus = present(agent.team) - wanted_[static_cast<std::size_t>(agent.team)];
    const auto key = [](const Agent& one) { return std::tuple{one.held.size(), one.changed, one.change}; };
    const auto before = std::count_if(agents_.begin(), agents_.end(), [&](const Agent& other) {
        return other.team == agent.team && !other.held.empty() && !on_the_phone(other) && key(other) < key(agent);
    });
    return before < surplus;
}

bool PlainSimulator::may_join(const Agent& agent, const Contact& c, double waited) const {
    if (agent.held.empty() || on_the_phone(agent) || !is_call(c) || !may_take_now(agent, c, waited)) return false;
    const int held = static_cast<int>(agent.held.size());
    if (held >= most_held(agent) || (is_chat(c) && held >= work(c).concurrency)) return false;
    const Team& team = scenario_.teams()[static_cast<std::size_t>(agent.team)];
    if (!is_chat(c) && team.while_chatting == WhileChatting::nothing) return false;
    return !is_leaving(agent);
}

int PlainSimulator::agent_with_room(const Contact& c, double waited) const {
    int best = -1;
    const auto key = [&](const Agent& agent) {
        return std::tuple{routing_.rank(agent.team, c.origin),
                          agent.held.size(),
                          agent.changed,
                          agent.team,
                          agent.person,
                          agent.change};
    };
    for (int a = 0; a < static_cast<int>(agents_.size()); ++a)
        if (may_join(agents_[static_cast<std::size_t>(a)], c, waited) &&
            (best < 0 || key(agents_[static_cast<std::size_t>(a)]) < key(agents_[static_cast<std::size_t>(best)])))
            best = a;
    return best;
}

// What was done since the last change; each contact had its part of his time.
void PlainSimulator::settle(Agent& agent) {
    const auto held = static_cast<double>(agent.held.size());
    const double seconds = now_ - agent.changed;
    for (const int id : agent.held) {
        Contact& c = all_[static_cast<std::size_t>(id)];
        shares.push_back({c.cls, agent.team, agent.changed, now_, 1.0 / held, c.state == State::wrapping_up,
                          c.state == State::holding});
        const double whole = c.whole * slowed(c, agent);
        c.left = whole > 0.0 ? std::max(0.0, c.left - seconds / whole) : 0.0;
    }
    if (!agent.held.empty())
        shares.push_back({-1, agent.team, agent.changed, now_, 1.0 - held / most_held(agent), false});
    agent.changed = now_;
    agent.change = ++counter_;
}

void PlainSimulator::hold(int a, int id) {
    Agent& agent = agents_[static_cast<std::size_t>(a)];
    Contact& c = all_[static_cast<std::size_t>(id)];
    settle(agent);
    if (agent.held.empty()) agent.began_with = c.origin.work;
    agent.held.push_back(id);
    agent.contact = agent.held.front();
    c.whole = whole_of(c);
    if (c.whole > 0.0) c.left += c.setup / c.whole;
    c.setup = 0.0;
}

void PlainSimulator::let_go(int a, int id, bool finished) {
    Agent& agent = agents_[static_cast<std::size_t>(a)];
    const Contact& c = all_[static_cast<std::size_t>(id)];
    services.push_back({c.cls, c.team, c.arrival, c.since, now_, finished, 0.0});
    at_desk.push_back(true);
    std::erase(agent.held, id);
    agent.contact = agent.held.empty() ? -1 : agent.held.front();
    if (agent.held.empty()) agent.idle_since = now_;
}

// His place is free before what it leads to comes; he himself is not, if it was the last.
void PlainSimulator::complete_chat(int a, int id) {
    settle(agents_[static_cast<std::size_t>(a)]);
    let_go(a, id, true);
    Agent& agent = agents_[static_cast<std::size_t>(a)];
    const bool last = agent.held.empty();
    if (last) agent.contact = id;
    const bool wrapped_up = all_[static_cast<std::size_t>(id)].state == State::wrapping_up;
    all_[static_cast<std::size_t>(id)].state = State::gone;
    if (!wrapped_up) {
        cause(id);
        tell(id, Outcome::answered);
    }
    const int team = agents_[static_cast<std::size_t>(a)].team;
    const int person = agents_[static_cast<std::size_t>(a)].person;
    if (last) {
        agents_[static_cast<std::size_t>(a)].contact = -1;
        agents_[static_cast<std::size_t>(a)].did = all_[static_cast<std::size_t>(id)].origin.work;
        freed(a);
    } else {
        take_next(a);
    }
    if (person < 0 && present(team) > wanted_[static_cast<std::size_t>(team)]) dispatch_chats(team, person);
}

// Those who chat take what waits and fits, the emptiest first.
bool PlainSimulator::dispatch_chats(int team, int person) {
    bool any = false;
    for (bool again = true; again;) {
        again = false;
        std::vector<int> order;
        for (int a = 0; a < static_cast<int>(agents_.size()); ++a) {
            const Agent& agent = agents_[static_cast<std::size_t>(a)];
            if (agent.team == team && agent.person == person && !agent.held.empty()) order.push_back(a);
        }
        std::sort(order.begin(), order.end(), [&](int a, int b) {
            const auto key = [&](int which) {
                const Agent& agent = agents_[static_cast<std::size_t>(which)];
                return std::tuple{agent.held.size(), agent.changed, agent.change};
            };
            return key(a) < key(b);
        });
        for (const int a : order)
            if (!again && take_next(a)) any = again = true;
    }
    return any;
}

}  // namespace freiton::test
