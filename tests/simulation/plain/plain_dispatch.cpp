// SPDX-License-Identifier: Apache-2.0
// The oracle's rules of who gets what.
#include <algorithm>
#include <tuple>

#include "simulation/plain/plain_simulator.hpp"

namespace freiton::test {

using namespace simulation::kernel;

bool PlainSimulator::interruptible(const Work& kind) const {
    const auto& names = scenario_.routing().interrupt;
    return std::find(names.begin(), names.end(), kind.name) != names.end();
}

bool PlainSimulator::owner_absent(const Contact& c) const {
    return absences_.away(routing_.first_team(c.origin), c.origin.owner, slot().day);
}

bool PlainSimulator::may_take_now(const Agent& agent, const Contact& c, double waited) const {
    return routing_.may_take(agent.team, agent.person, c.origin) &&
           waited >= routing_.wait_before(agent.team, c.origin) &&
           (!routing_.stand_in(agent.person, c.origin) || owner_absent(c));
}

// More than keep_free of those who could take at once a call that this one could take at once are idle.
bool PlainSimulator::leaves_enough_idle(const Agent& agent) const {
    std::vector<bool> peers(scenario_.teams().size(), false);
    for (const Source& source : world_.sources) {
        const Origin origin{source.work, source.site, -1};
        const bool call = scenario_.work()[static_cast<std::size_t>(source.work)].answered_now();
        if (!call || !routing_.could_take_at_once(agent.team, origin)) continue;
        for (std::size_t t = 0; t < peers.size(); ++t)
            if (routing_.could_take_at_once(static_cast<int>(t), origin)) peers[t] = true;
    }
    if (!peers[static_cast<std::size_t>(agent.team)]) return true;  // he takes no calls
    const auto idle = std::count_if(agents_.begin(), agents_.end(), [&](const Agent& other) {
        return other.contact < 0 && peers[static_cast<std::size_t>(other.team)];
    });
    return idle > scenario_.routing().keep_free;
}

// What the team keeps for other work is left, counting who is busy with it.
bool PlainSimulator::may_spare(const Agent& agent, const Contact& c) const {
    if (closed_) return true;
    const Team& team = scenario_.teams()[static_cast<std::size_t>(agent.team)];
    const IntervalIndex interval{static_cast<std::size_t>(slot().interval)};
    int left = 0;  // idle, once this agent is not
    for (const Agent& other : agents_)
        if (other.team == agent.team && other.contact < 0 && &other != &agent) ++left;
    for (const Reservation& kept : team.reserved) {
        if (kept.work == work(c).name || !is_open_in(reserved_when(kept, scenario_.calendar()), interval)) continue;
        int busy = 0;
        for (const Agent& other : agents_) {
            if (other.team != agent.team || other.contact < 0 || &other == &agent) continue;
            if (!other.held.empty()) {
                busy += scenario_.work()[static_cast<std::size_t>(other.began_with)].name == kept.work ? 1 : 0;
                continue;
            }
            const Contact& doing = all_[static_cast<std::size_t>(other.contact)];
            const bool at_it =
                doing.state == State::served || doing.state == State::holding || doing.state == State::wrapping_up;
            if (at_it && work(doing).name == kept.work) ++busy;
        }
        left -= std::max(0, kept.people - busy);
    }
    return left >= 0;
}

double PlainSimulator::urgency(const Contact& c) const {
    const double number = work(c).urgency();
    return work(c).ages && !c.callback ? number - (now_ - c.arrival) / work(c).ages->count() : number;
}

// Own site first if preferred, then the team that names it earliest, then the longest idle.
int PlainSimulator::best_idle_agent(const Contact& c, double waited) const {
    const bool gated = is_gated(c);
    if (!may_be_called(c)) return -1;
    int best = -1;
    const auto key = [&](const Agent& agent) {
        const int behind =  // its owner, then those who stand in for him in turn
            c.origin.owner < 0 ? agent.person : (agent.person - c.origin.owner + *work(c).owners) % *work(c).owners;
        return std::tuple{routing_.rank(agent.team, c.origin), agent.idle_since, agent.team, behind};
    };
    for (int a = 0; a < static_cast<int>(agents_.size()); ++a) {
        const Agent& agent = agents_[static_cast<std::size_t>(a)];
        if (agent.contact >= 0 || !may_take_now(agent, c, waited)) continue;
        if (gated && !leaves_enough_idle(agent)) continue;
        if (!may_spare(agent, c)) continue;
        if (best < 0 || key(agent) < key(agents_[static_cast<std::size_t>(best)])) best = a;
    }
    return best;
}

// Of the items that may be put aside the latest begun, with the agent who would come first.
int PlainSimulator::agent_to_interrupt(const Contact& c, double waited) const {
    int best = -1;
    const auto key = [&](const Agent& agent) {
        return std::tuple{routing_.rank(agent.team, c.origin), -all_[static_cast<std::size_t>(agent.contact)].begun};
    };
    for (int a = 0; a < static_cast<int>(agents_.size()); ++a) {
        const Agent& agent = agents_[static_cast<std::size_t>(a)];
        if (agent.contact < 0 || !interruptible(work(all_[static_cast<std::size_t>(agent.contact)]))) continue;
        if (all_[static_cast<std::size_t>(agent.contact)].state != State::served) continue;
        if (!may_take_now(agent, c, waited) || !may_spare(agent, c)) continue;
        if (best < 0 || key(agent) < key(agents_[static_cast<std::size_t>(best)])) best = a;
    }
    return best;
}

bool PlainSimulator::begin_now(int id, double waited) {
    const int idle = best_idle_agent(all_[static_cast<std::size_t>(id)], waited);
    if (idle >= 0) {
        begin(idle, id);
        if (!agents_[static_cast<std::size_t>(idle)].held.empty()) take_next(idle);
        return true;
    }
    if (!is_call(all_[static_cast<std::size_t>(id)])) return false;
    const int chatting = agent_with_room(all_[static_cast<std::size_t>(id)], waited);
    if (chatting >= 0) {
        begin(chatting, id);
        return true;
    }
    const int interrupted = agent_to_interrupt(all_[static_cast<std::size_t>(id)], waited);
    if (interrupted < 0) return false;
    const int item = agents_[static_cast<std::size_t>(interrupted)].contact;
    put_aside(item);
    begin(interrupted, id);
    if (!agents_[static_cast<std::size_t>(interrupted)].held.empty()) take_next(interrupted);
    if (!begin_now(item, now_ - all_[static_cast<std::size_t>(item)].arrival)) wait(item, true);
    return true;
}

bool PlainSimulator::may_begin(const Agent& agent, const Contact& c) const {
    if (!agent.held.empty()) return may_join(agent, c, now_ - c.arrival);
    if ((closed_ && !is_call(c)) || !may_be_called(c)) return false;
    if (!may_take_now(agent, c, now_ - c.arrival) || !may_spare(agent, c)) return false;
    return !is_gated(c) || leaves_enough_idle(agent);
}

// Smaller priority; own site if preferred; calls before items; the longest waiting call or the item due earliest.
int PlainSimulator::best_contact_for(const Agent& agent) {
    const auto key = [&](const Contact& c) {
        const double when = is_call(c) ? c.arrival : c.due;
        return std::tuple{urgency(c),  routing_.prefers_site(c.origin) && routing_.away(agent.team, c.origin),
                          !is_call(c), when,
                          c.arrival,   c.cls,
                          c.rank};
    };
    int best = -1;
    for (int id = 0; id < static_cast<int>(all_.size()); ++id) {
        const Contact& c = all_[static_cast<std::size_t>(id)];
        if (c.state != State::waiting || !may_begin(agent, c)) continue;
        if (best < 0 || key(c) < key(all_[static_cast<std::size_t>(best)])) best = id;
    }
    Contact least;  // of what is always there
    int least_source = -1;
    for (int source = 0; source < static_cast<int>(world_.sources.size()); ++source) {
        const Source& from = world_.sources[static_cast<std::size_t>(source)];
        if (!world_.work[static_cast<std::size_t>(from.work)].unlimited) continue;
        for (int owner = 0; owner < from.owners; ++owner) {  // there is always another item
            Contact another;
            another.cls = from.first_class + owner;
            another.origin = {from.work, from.site, routing_.owned(from.work) ? owner : -1};
            another.arrival = now_;
            if (!may_begin(agent, another)) continue;
            if (best >= 0 && key(all_[static_cast<std::size_t>(best)]) <= key(another)) continue;
            if (least_source >= 0 && key(least) <= key(another)) continue;
            least = another;
            least_source = source;
        }
    }
    return least_source >= 0 ? new_contact(least_source, least.origin.owner) : best;
}

bool PlainSimulator::take_next(int a) {
    const int id = best_contact_for(agents_[static_cast<std::size_t>(a)]);
    if (id < 0) return false;
    if (all_[static_cast<std::size_t>(id)].state == State::waiting) stop_waiting(id);
    begin(a, id);
    if (!agents_[static_cast<std::size_t>(a)].held.empty()) take_next(a);  // he may have room for more
    return true;
}

void PlainSimulator::begin(int a, int id) {
    Agent& agent = agents_[static_cast<std::size_t>(a)];
    Contact& c = all_[static_cast<std::size_t>(id)];
    if (c.state == State::waiting) wait_began_ = c.since;
    const bool beside = !agent.held.empty();
    if (!beside) agent.contact = id;
    const bool other_work = !beside && agent.did >= 0 && agent.did != c.origin.work;
    c.setup = other_work ? scenario_.teams()[static_cast<std::size_t>(agent.team)].switching.count() : 0.0;
    agent.did = c.origin.work;
    c.state = State::served;
    c.since = now_;
    c.begun = ++counter_;
    c.team = agent.team;
    c.answered = c.answered || is_call(c);
    if (c.first_begin < 0.0) c.first_begin = now_, c.first_team = agent.team;
    if (dials(c)) dial(id);
    if (beside || is_chat(c)) hold(a, id);
    off_hold(id);
}

int PlainSimulator::busy_with(int contact) const {
    for (int a = 0; a < static_cast<int>(agents_.size()); ++a)
        if (const Agent& agent = agents_[static_cast<std::size_t>(a)];
            agent.contact == contact || std::find(agent.held.begin(), agent.held.end(), contact) != agent.held.end())
            return a;
    return -1;
}

void PlainSimulator::served(int id, bool finished) {
    const Contact& c = all_[static_cast<std::size_t>(id)];
    const double wrap_up_s = c.state == State::wrapping_up ? c.wrap_up : 0.0;
    services.push_back({c.cls, c.team, c.arrival, c.since, now_, finished, wrap_up_s});
    at_desk.push_back(false);
    Agent& agent = agents_[static_cast<std::size_t>(busy_with(id))];
    agent.contact = -1;
    agent.idle_since = now_;
}

double PlainSimulator::whole_of(const Contact& c) const {
    if (dials(c) && !c.reached) return no_answer(c).takes.count();
    return c.handling[static_cast<std::size_t>(c.team)] * routing_.pace(c.team, c.origin);
}

int PlainSimulator::put_aside(int id) {
    const int agent = busy_with(id);
    served(id, false);
    Contact& c = all_[static_cast<std::size_t>(id)];
    const double whole = whole_of(c);
    c.left = whole > 0.0 ? std::max(0.0, c.left - std::max(0.0, now_ - c.since - c.setup) / whole) : 0.0;
    c.state = State::gone;
    c.team = -1;
    return agent;
}

void PlainSimulator::complete(int id) {
    const int agent = busy_with(id);
    if (!agents_[static_cast<std::size_t>(agent)].held.empty()) return complete_chat(agent, id);
    const bool wrapped_up = all_[static_cast<std::size_t>(id)].state == State::wrapping_up;
    if (!wrapped_up) {
        const bool call = is_call(all_[static_cast<std::size_t>(id)]);
        const bool never = dials(all_[static_cast<std::size_t>(id)]) && !all_[static_cast<std::size_t>(id)].reached;
        if (calls_again(id)) {
            served(id, true);
            return freed(agent);
        }
        tell(id, call ? Outcome::answered : never ? Outcome::given_up : Outcome::done);
        all_[static_cast<std::size_t>(id)].state = State::gone;
        if (!never) cause(id);
    }
    served(id, true);
    all_[static_cast<std::size_t>(id)].state = State::gone;
    freed(agent);
}

// The caller has gone, the agent has not finished.
void PlainSimulator::hang_up(int id) {
    tell(id, Outcome::answered);
    write_down(id);
    cause(id);
}

// Takes what is next; otherwise somebody else may begin an item that had to leave one more idle.
void PlainSimulator::freed(int a) {
    if (is_surplus(agents_[static_cast<std::size_t>(a)])) {
        const Agent agent = agents_[static_cast<std::size_t>(a)];
        leave(a);
        dispatch_chats(agent.team, agent.person);
        return let_go_of_hopeless();
    }
    if (!take_next(a) && scenario_.routing().keep_free > 0 && !closed_) dispatch();
}

// Whoever is idle takes what he may: the teams in turn, in each the longest idle.
void PlainSimulator::dispatch() {
    for (bool any = true; any;) {
        any = false;
        for (int team = 0; team < static_cast<int>(scenario_.teams().size()); ++team) {
            const int persons = routing_.has_persons(team) ? world_.teams[static_cast<std::size_t>(team)].most : 0;
            for (int person = persons == 0 ? -1 : 0; person < std::max(0, persons); ++person) {
                const int agent = longest_idle(team, person);
                if ((agent >= 0 && take_next(agent)) || dispatch_chats(team, person)) any = true;
            }
        }
    }
}

}  // namespace freiton::test
