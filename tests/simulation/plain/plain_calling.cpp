// SPDX-License-Identifier: Apache-2.0
// Whom the oracle's office calls: lists, and callers who were promised it.
#include <algorithm>

#include "freiton/model/opening.hpp"
#include "simulation/plain/plain_simulator.hpp"

namespace freiton::test {

using namespace simulation::kernel;

const NoAnswer& PlainSimulator::no_answer(const Contact& c) const {
    return c.callback ? work(c).callback->no_answer : work(c).no_answer;
}

bool PlainSimulator::may_be_called(const Contact& c) const {
    if (!dials(c)) return true;
    const OpenMask window = window_of(work(c), scenario_.calendar());
    return c.callback || is_open_in(window, static_cast<std::size_t>(slot().interval));
}

bool PlainSimulator::is_gated(const Contact& c) const {
    return !is_call(c) && !c.callback && !interruptible(work(c)) && scenario_.routing().keep_free > 0;
}

// When he will hang up to be called back.
double PlainSimulator::offer_at(const Contact& c) const {
    if (!work(c).callback || !is_call(c) || c.answered) return endless;
    const double offered = c.arrival + work(c).callback->offer_after.count();
    if (offered >= c.patience_ends) return endless;
    const Source& source =
        world_.sources[static_cast<std::size_t>(world_.classes[static_cast<std::size_t>(c.cls)].source)];
    const std::uint64_t who = (c.caused ? std::uint64_t{1} << 32 : 0) + c.serial;
    Generator chance{seed_,           replication_,    Purpose::offer,
                     source.work_key, source.site_key, who * 256U + static_cast<std::uint64_t>(c.attempt)};
    return chance.uniform() < work(c).callback->accepts.value() ? std::max(now_, offered) : endless;
}

void PlainSimulator::accept_callback(int id) {
    stop_waiting(id);
    const Transfer over = taken(id);
    tell(id, Outcome::to_call_back);
    Contact& c = all_[static_cast<std::size_t>(id)];
    for (double& seconds : c.handling) seconds += c.wrap_up;
    c.wrap_up = 0.0;
    c.callback = true;
    c.cls = world_.classes[static_cast<std::size_t>(c.cls)].callbacks;
    c.attempt = 1;
    const Deadline& within = work(c).callback->within;
    c.due = due_by(within, ending_ ? closed_at_ : now_);  // where the time line ends in the midst of a day
    c.offer_at = c.patience_ends = endless;
    if (c.slot >= world_.first_horizon_slot && c.slot < world_.end_horizon_slot) last_due_ = std::max(last_due_, c.due);
    wait(id, true);
    end_hold(over);
}

void PlainSimulator::dial(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    if (c.left != 1.0) return;  // it goes on
    const Source& source =
        world_.sources[static_cast<std::size_t>(world_.classes[static_cast<std::size_t>(c.cls)].source)];
    const std::uint64_t who = (c.caused ? std::uint64_t{1} << 32 : 0) + c.serial;
    Generator chance{seed_,           replication_,    Purpose::reached,
                     source.work_key, source.site_key, who * 256U + static_cast<std::uint64_t>(c.attempt)};
    const std::vector<double> answers =
        answering_by_interval(c.callback ? work(c).callback->reached : work(c).reached,
                              c.callback ? std::optional<OpenWeek>{} : work(c).window, scenario_.calendar());
    c.reached = chance.uniform() < answers[static_cast<std::size_t>(slot().interval)];
    calls_made.push_back({c.cls, c.slot, now_, c.due, c.attempt == 1, c.reached});
}

// Whether nobody has answered and he will be called once more.
bool PlainSimulator::calls_again(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    if (!dials(c) || c.reached || c.attempt >= no_answer(c).attempts) return false;
    ++c.attempt;
    c.left = 1.0;
    c.until = open_moment(no_answer(c).again_after.count());
    c.rank = ++counter_;
    c.state = c.until < endless ? State::resting : State::gone;
    if (c.until == endless) tell(id, Outcome::not_done);
    return true;
}

void PlainSimulator::call_again(int id) {
    if (closed_ || !begin_now(id, now_ - all_[static_cast<std::size_t>(id)].arrival)) wait(id, true);
}

double PlainSimulator::open_moment(double left) const {
    for (std::size_t s = static_cast<std::size_t>(slot_); s < world_.slots.size(); ++s) {
        const double from = std::max(ending_ ? closed_at_ : now_, world_.slots[s].start);
        const double open = std::max(0.0, world_.slots[s].end - from);
        if (left <= open) return from + left;
        left -= open;
    }
    return endless;
}

}  // namespace freiton::test
