// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/take_savings.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace freiton::staffing {

namespace {

constexpr std::int64_t most_times_as_many = 8;
constexpr int most_tries = 4;         // of a batch, each time without those to blame
constexpr std::size_t few_part = 30;  // a thirtieth of those who are open is not many: effects are still about the same
constexpr std::size_t without_limit = std::numeric_limits<std::size_t>::max();

}  // namespace

SavingsTaker::Key SavingsTaker::key_of(const Saving& saving) {
    Key key;
    for (const StaffStep& step : saving.steps) key.emplace_back(step.team, step.interval, step.by);
    return key;
}

void SavingsTaker::begin() {
    at_first_ = 0;
    most_at_once_ = without_limit;
    missed_.clear();
    taken_.clear();
    together_.forget();
    forget_look();
}

bool SavingsTaker::take(const Savings& savings, const Taking& taking) {
    begin();
    while (!stopped_()) {
        const std::vector<Saving> open = open_savings(savings);
        if (open.empty() && changed_.empty()) break;
        at_first_ = std::max(at_first_, open.size());
        if (!look_) look(open, taking);
        if (stopped_()) break;
        std::vector<Candidate> batch = chosen(candidates_of(open), taking);
        if (!taking.to_the_end && batch.size() * few_part < at_first_) break;
        if (!batch.empty())
            try_batch(std::move(batch));
        else if (changed_.empty() && (in_doubt_.empty() || !look_closer(taking)))
            break;
        else if (!changed_.empty())
            forget_look();  // what was seen of another plan decides nothing in the end
        if (changed_.size() * few_part > open.size()) forget_look();
    }
    forget_look();
    return !taken_.empty();
}

std::vector<Saving> SavingsTaker::open_savings(const Savings& savings) const {
    std::vector<Saving> open = savings(result_.plan);
    std::erase_if(open, [&](const Saving& saving) {
        const auto has_changed = [&](const StaffStep& step) { return changed_.contains({step.team, step.interval}); };
        return missed_.contains(key_of(saving)) || std::any_of(saving.steps.begin(), saving.steps.end(), has_changed);
    });
    return open;
}

// The fewer are left, the closer.
void SavingsTaker::look(const std::vector<Saving>& open, const Taking& taking) {
    look_.emplace(space_, look_at_(result_.plan), taking.replications);
    const auto more = static_cast<std::int64_t>(at_first_ / std::max<std::size_t>(1, open.size()));
    look_->play(open,
                look_->replications_of(taking.contacts) * (taking.to_the_end ? std::min(more, most_times_as_many) : 1));
}

// Those who seem to be possible. Who is known to be missed is settled, who is not known is in doubt.
std::vector<Candidate> SavingsTaker::candidates_of(const std::vector<Saving>& open) {
    in_doubt_.clear();
    std::vector<Candidate> candidates;
    for (Candidate& one : look_->effects(open, result_.evaluation)) {
        const Fate fate = fate_of(one.effects, result_.evaluation);
        if (fate == Fate::missed && changed_.empty()) settle(one);
        if (fate == Fate::missed) continue;
        (fate == Fate::kept ? candidates : in_doubt_).push_back(std::move(one));
    }
    return candidates;
}

// At those in doubt, in twice as many replications. False once these are as many as tell the numbers themselves: who
// is still in doubt seems to be missed, and stays.
bool SavingsTaker::look_closer(const Taking& taking) {
    if (!taking.to_the_end) return false;
    const std::int64_t most = std::max(result_.replications, result_.evaluation.replications);
    if (look_->replications() >= most) {
        for (const Candidate& one : in_doubt_) settle(one);
        return false;
    }
    std::vector<Saving> savings;
    savings.reserve(in_doubt_.size());
    for (const Candidate& one : in_doubt_) savings.push_back(one.saving);
    look_->play(savings, std::min(2 * look_->replications(), most));
    return true;
}

// With what was learned of many who go together; if nobody fits then, one alone.
std::vector<Candidate> SavingsTaker::chosen(std::vector<Candidate> candidates, const Taking& taking) const {
    const auto batch = [&](std::vector<Candidate> of, const BatchLimits& limits) {
        return batch_of(space_, result_.plan, shape_, result_.evaluation, std::move(of), limits);
    };
    std::vector<Candidate> expected = candidates;
    together_.expect(expected, result_.evaluation);
    std::vector<Candidate> found = batch(std::move(expected), {taking.part_at_once, most_at_once_});
    return found.empty() ? batch(std::move(candidates), {1.0, 1}) : found;
}

void SavingsTaker::forget_look() {
    look_.reset();
    changed_.clear();
}

// All of them, or without those to blame; if that does not help, fewer are tried next time. True if any was taken.
bool SavingsTaker::try_batch(std::vector<Candidate> batch) {
    for (int attempt = 0; attempt < most_tries && !batch.empty() && !stopped_(); ++attempt) {
        StaffingPlan plan = result_.plan;
        for (const Candidate& candidate : batch) plan = with(std::move(plan), candidate.saving);
        Evaluation then = ask_(plan, Effort::rough);
        if (stopped_()) return false;  // it may rest on a few replications
        if (attempt == 0) together_.learn(batch, result_.evaluation, then, look_->slacks());
        const std::vector<bool> failed = failed_of(result_.evaluation, then);
        const auto first = std::find(failed.begin(), failed.end(), true);
        if (first == failed.end()) {
            accept(std::move(plan), std::move(then), std::move(batch));
            if (attempt == 0) most_at_once_ = without_limit;
            return true;
        }
        most_at_once_ = std::max<std::size_t>(1, batch.size() / 2);
        if (batch.size() == 1) {
            settle(batch.front().saving, then.instances[static_cast<std::size_t>(first - failed.begin())]);
            return false;
        }
        batch = without_culprits(space_, std::move(batch), then, failed);
    }
    return false;
}

void SavingsTaker::accept(StaffingPlan plan, Evaluation evaluation, std::vector<Candidate> batch) {
    result_.plan = std::move(plan);
    result_.evaluation = std::move(evaluation);
    for (const Candidate& candidate : batch)
        for (const StaffStep& step : candidate.saving.steps) changed_.emplace(step.team, step.interval);
    std::move(batch.begin(), batch.end(), std::back_inserter(taken_));
}

void SavingsTaker::settle(const Candidate& one) {
    if (const auto broken = broken_by(one.effects, result_.evaluation, look_->slacks())) settle(one.saving, *broken);
}

void SavingsTaker::settle(const Saving& saving, const Instance& broken) {
    const bool is_new = missed_.insert(key_of(saving)).second;
    if (!is_new || saving.steps.size() > 1) return;
    result_.needed.push_back({saving.steps.front().team, saving.steps.front().interval, broken});
}

// Who went last comes back first: those to blame by what they did when they went, as far as it takes, and of the others
// in reach as many as are still to come.
void SavingsTaker::give_back(std::size_t least) {
    for (std::size_t k = 0; k < result_.evaluation.instances.size(); ++k) {
        const Instance broken = result_.evaluation.instances[k];
        if (broken.holds) continue;
        double missing = std::max(1e-300, -broken.room);
        for (std::size_t c = taken_.size(); c-- > 0 && missing > 0.0;)
            if (const double used = used_of(taken_[c], k); used > 0.0) {
                missing -= used;
                least -= std::min<std::size_t>(least, 1);
                bring_back(c, broken);
            }
        for (std::size_t c = taken_.size(); c-- > 0 && least > 0;)
            if (is_in_reach(space_, taken_[c].saving.steps.front().interval, broken)) {
                --least;
                bring_back(c, broken);
            }
    }
}

void SavingsTaker::bring_back(std::size_t taken, const Instance& broken) {
    const Saving saving = taken_[taken].saving;
    for (const StaffStep& step : saving.steps) result_.plan.agents[step.team][step.interval] -= step.by;
    settle(saving, broken);
    taken_.erase(taken_.begin() + static_cast<std::ptrdiff_t>(taken));
}

}  // namespace freiton::staffing
