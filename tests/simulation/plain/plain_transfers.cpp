// SPDX-License-Identifier: Apache-2.0
// The oracle's people who stay on the line with a caller whom they transfer.
#include <algorithm>

#include "simulation/plain/plain_simulator.hpp"

namespace freiton::test {

using namespace simulation::kernel;

bool PlainSimulator::leads_warm(int id) const {
    const auto& leads = work(all_[static_cast<std::size_t>(id)]).leads_to;
    return std::any_of(leads.begin(), leads.end(), [](const LeadsTo& lead) { return lead.warm; });
}

bool PlainSimulator::holds(int holder) const {
    return std::any_of(transfers_.begin(), transfers_.end(), [&](const Transfer& t) { return t.holder == holder; });
}

// The talk is over. He is not free before it is known whether he holds.
void PlainSimulator::transfer(int id) {
    if (Agent& agent = agents_[static_cast<std::size_t>(busy_with(id))]; !agent.held.empty()) settle(agent);
    tell(id, Outcome::answered);
    all_[static_cast<std::size_t>(id)].state = State::holding;
    passing_on_ = id;
    cause(id);
    passing_on_ = -1;
    if (!holds(id)) end_hold({id, -1, now_});
}

// Nobody holds a caller whom nobody will ever answer.
void PlainSimulator::hold_for(int holder, int caller) {
    const Contact& c = all_[static_cast<std::size_t>(caller)];
    if (holder != passing_on_ || closed_ || c.state != State::waiting || c.patience_ends <= now_) return;
    transfers_.push_back({holder, caller, now_});
    if (!waited_for_in_vain().empty()) transfers_.pop_back();
}

// A caller has left the queue, if he was on hold.
PlainSimulator::Transfer PlainSimulator::taken(int caller) {
    const auto found =
        std::find_if(transfers_.begin(), transfers_.end(), [&](const Transfer& t) { return t.caller == caller; });
    if (found == transfers_.end()) return {-1, -1, 0.0};
    const Transfer over = *found;
    transfers_.erase(found);
    return over;
}

void PlainSimulator::off_hold(int caller) { end_hold(taken(caller)); }

// Whoever held the line goes on, if he holds no other.
void PlainSimulator::end_hold(const Transfer& over) {
    const int id = over.holder;
    if (id < 0 || id == passing_on_ || holds(id)) return;
    const int a = busy_with(id);
    const bool several = !agents_[static_cast<std::size_t>(a)].held.empty();
    if (several)
        settle(agents_[static_cast<std::size_t>(a)]);
    else
        line_holds.push_back({all_[static_cast<std::size_t>(id)].cls, over.since, now_});
    if (all_[static_cast<std::size_t>(id)].wrap_up > 0.0) return write_down(id);
    all_[static_cast<std::size_t>(id)].state = State::wrapping_up;
    complete(id);
}

// Callers on hold whom nobody will take: everybody who could holds a caller himself who will not be taken.
std::vector<int> PlainSimulator::waited_for_in_vain() const {
    std::vector<int> callers;
    for (const Transfer& t : transfers_) callers.push_back(t.caller);
    for (bool fewer = true; fewer;) {
        fewer = false;
        const auto will_be_free = [&](const Agent& agent) {
            return std::none_of(transfers_.begin(), transfers_.end(), [&](const Transfer& t) {
                const bool his = agent.contact == t.holder ||
                                 std::find(agent.held.begin(), agent.held.end(), t.holder) != agent.held.end();
                return his && std::find(callers.begin(), callers.end(), t.caller) != callers.end();
            });
        };
        for (const int caller : callers) {
            const Contact& c = all_[static_cast<std::size_t>(caller)];
            const bool somebody = std::any_of(agents_.begin(), agents_.end(), [&](const Agent& agent) {
                const auto free = std::count_if(agents_.begin(), agents_.end(), [&](const Agent& other) {
                    return other.team == agent.team && will_be_free(other);
                });
                const bool spared = agent.person >= 0 || free > kept_for_others(agent.team, c);
                return spared && routing_.may_take(agent.team, agent.person, c.origin) && will_be_free(agent) &&
                       (!routing_.stand_in(agent.person, c.origin) || owner_absent(c));
            });
            if (!somebody) continue;
            std::erase(callers, caller);
            fewer = true;
            break;
        }
    }
    return callers;
}

int PlainSimulator::kept_for_others(int team, const Contact& c) const {
    const IntervalIndex interval{static_cast<std::size_t>(slot().interval)};
    int people = 0;
    for (const Reservation& kept : scenario_.teams()[static_cast<std::size_t>(team)].reserved)
        if (kept.work != work(c).name && is_open_in(reserved_when(kept, scenario_.calendar()), interval))
            people += kept.people;
    return people;
}

void PlainSimulator::let_go_of_hopeless() {
    for (std::vector<int> vain = waited_for_in_vain(); !vain.empty(); vain = waited_for_in_vain()) off_hold(vain[0]);
}

void PlainSimulator::write_down(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    if (Agent& agent = agents_[static_cast<std::size_t>(busy_with(id))]; !agent.held.empty()) {
        settle(agent);
        c.whole = c.wrap_up;
        c.left = 1.0;
    }
    c.state = State::wrapping_up;
    c.until = now_ + c.wrap_up;
    c.begun = ++counter_;
}

}  // namespace freiton::test
