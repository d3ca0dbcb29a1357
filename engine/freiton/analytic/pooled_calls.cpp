// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/pooled_calls.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "freiton/analytic/blend.hpp"
#include "freiton/analytic/chat_sums.hpp"
#include "freiton/analytic/pooled_streams.hpp"

namespace freiton::analytic {

namespace {

constexpr double little_variation = 0.15;  // of a day's demand

// Demand times a factor, and people there, with a probability.
struct Node {
    double factor;
    double there;
    double probability;
};

std::vector<Node> nodes_of(const PooledDemand& demand, double agents) {
    const double there = agents * (1.0 - demand.absence);
    const double spread = std::sqrt(3.0 * there * demand.absence);  // three-point rule: sd x sqrt(3)
    const bool absent = demand.absence > 0.0 && agents > 0.0;
    const double high = std::min(agents, there + spread);
    const double low = std::max(0.0, there - spread);
    if (demand.day_cv > little_variation || !absent) {
        std::vector<Node> nodes;
        for (const DayFactor& day : day_factors(demand.day_cv)) {
            nodes.push_back({day.factor, there, day.probability * (absent ? 2.0 / 3.0 : 1.0)});
            if (!absent) continue;
            nodes.push_back({day.factor, low, day.probability / 6.0});
            nodes.push_back({day.factor, high, day.probability / 6.0});
        }
        return nodes;
    }
    if (demand.day_cv == 0.0) return {{1.0, there, 2.0 / 3.0}, {1.0, low, 1.0 / 6.0}, {1.0, high, 1.0 / 6.0}};
    const double factor = std::sqrt(3.0) * demand.day_cv;
    return {{1.0, there, 1.0 / 3.0},
            {1.0 - factor, there, 1.0 / 6.0},
            {1.0 + factor, there, 1.0 / 6.0},
            {1.0, low, 1.0 / 6.0},
            {1.0, high, 1.0 / 6.0}};
}

double blended_wait_probability(const PooledDemand& demand, const CallStream& calls, int agents) {
    BlendedWork work{.agents = agents,
                     .call_load = calls.load(),
                     .call_time = calls.handling_time,
                     .patience = calls.patience,
                     .item_load = demand.items,
                     .item_time = demand.item_time,
                     .keep_free = demand.keep_free};
    if (demand.endless_items) work.item_load.reset();
    return estimated_wait_probability(work);
}

// How much more often callers find all busy than if they were alone, taken as if nobody hung up at once and patience
// were exponential. Between whole numbers of agents geometrically.
double wait_factor(const PooledDemand& demand, CallStream calls, double agents) {
    if ((demand.items.value() == 0.0 && !demand.endless_items) || agents < 1.0 || calls.load().value() == 0.0)
        return 1.0;
    calls.balk = 0.0;
    calls.patience_law.reset();
    const CallQueue alone{calls, Agents{agents}};
    const double p = alone.wait_probability();
    if (p < 1e-250 || !alone.stable()) return 1.0;
    const int low = static_cast<int>(std::floor(agents));
    const double p_low = blended_wait_probability(demand, calls, low);
    const double beyond = agents - low;
    const double p_blend =
        beyond < 1e-9 ? p_low : p_low * std::pow(blended_wait_probability(demand, calls, low + 1) / p_low, beyond);
    return std::max(1.0, p_blend / p);
}

CallSums sums_of(const CallQueue& queue, const CallStream& calls, double t, const CallKind& kind) {
    const double n = calls.rate.per_second() * t;
    CallSums sums;
    if (n == 0.0) return sums;
    const LevelParts level = service_level_parts(queue, kind.threshold, kind.counting, kind.short_s);
    const double answered = n * queue.answered_share();
    const double admitted = n * (1.0 - queue.blocked_share());
    sums.offered = n;
    sums.answered = answered;
    sums.abandoned = n * queue.abandoned_share();
    if (kind.short_s >= 0.0) sums.short_abandoned = n * queue.within(Seconds{kind.short_s}).abandoned;
    sums.blocked = n * queue.blocked_share();
    sums.in_time = n * level.in_time;
    sums.level_base = n * level.base;
    sums.waited = n * queue.wait_probability();
    sums.answered_wait_s = answered > 0.0 ? answered * queue.asa().count() : 0.0;
    sums.admitted_wait_s = admitted > 0.0 ? admitted * queue.wait_all().count() : 0.0;
    sums.queue_s = queue.queue_mean() * t;
    return sums;
}

CallSums scaled(CallSums sums, double by) {
    for (double* value : {&sums.offered, &sums.answered, &sums.abandoned, &sums.short_abandoned, &sums.blocked,
                          &sums.in_time, &sums.level_base, &sums.waited, &sums.answered_wait_s, &sums.admitted_wait_s,
                          &sums.queue_s, &sums.busy_s, &sums.load_s, &sums.open_s})
        *value *= by;
    return sums;
}

double left_over(double all, double urgent) { return std::isinf(all) ? all : std::max(0.0, all - urgent); }

CallSums difference(const CallSums& all, const CallSums& urgent) {
    CallSums rest;
    rest.offered = left_over(all.offered, urgent.offered);
    rest.answered = left_over(all.answered, urgent.answered);
    rest.abandoned = left_over(all.abandoned, urgent.abandoned);
    rest.short_abandoned = left_over(all.short_abandoned, urgent.short_abandoned);
    rest.blocked = left_over(all.blocked, urgent.blocked);
    rest.in_time = left_over(all.in_time, urgent.in_time);
    rest.level_base = left_over(all.level_base, urgent.level_base);
    rest.waited = left_over(all.waited, urgent.waited);
    rest.answered_wait_s = left_over(all.answered_wait_s, urgent.answered_wait_s);
    rest.admitted_wait_s = left_over(all.admitted_wait_s, urgent.admitted_wait_s);
    rest.queue_s = left_over(all.queue_s, urgent.queue_s);
    return rest;
}

// One node, all kinds by rising urgency number; adds to the outcomes.
class NodeOfKinds {
  public:
    NodeOfKinds(const PooledDemand& demand, const Node& node, double t, bool with_waits)
        : demand_{demand}, node_{node}, t_{t}, with_waits_{with_waits}, agents_{node.there / demand.parts} {}

    void add_to(std::vector<KindOutcome>& outcomes) const {
        const std::vector<CallStream> streams = all_attempts(demand_, node_.factor / demand_.parts, Agents{agents_});
        const CallStream all = merged_stream(streams);
        const CallQueue everybody{all, Agents{agents_}};
        const double factor = wait_factor(demand_, all, agents_);
        const double wait_probability = everybody.wait_probability() * factor;
        std::vector<CallStream> upto;
        std::optional<std::pair<CallStream, CallQueue>> more_urgent;
        for (const int urgency : urgencies()) {
            std::vector<std::size_t> kinds;
            for (std::size_t k = 0; k < streams.size(); ++k)
                if (demand_.kinds[k].urgency == urgency) {
                    kinds.push_back(k);
                    upto.push_back(streams[k]);
                }
            const CallStream calls = upto.size() == streams.size() ? all : merged_stream(upto);
            const CallQueue alone = upto.size() == streams.size() ? everybody : CallQueue{calls, Agents{agents_}};
            const double p = alone.wait_probability();
            const CallQueue queue = alone.waiting_more_often(p > 1e-250 ? std::max(1.0, wait_probability / p) : 1.0);
            for (const std::size_t k : kinds) add_kind(k, streams, kinds, calls, queue, more_urgent, outcomes[k]);
            more_urgent.emplace(calls, queue);
        }
    }

  private:
    std::vector<int> urgencies() const {
        std::vector<int> list;
        for (const CallKind& kind : demand_.kinds) list.push_back(kind.urgency);
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        return list;
    }

    void add_kind(std::size_t k, const std::vector<CallStream>& streams, const std::vector<std::size_t>& equals,
                  const CallStream& upto, const CallQueue& queue,
                  const std::optional<std::pair<CallStream, CallQueue>>& more_urgent, KindOutcome& outcome) const {
        const double own_rate = streams[k].rate.per_second();
        if (own_rate == 0.0) return;
        double rate = 0.0;
        for (const std::size_t other : equals) rate += streams[other].rate.per_second();
        const double share = own_rate / rate;  // of its equals
        CallSums sums = sums_of(queue, upto, t_, demand_.kinds[k]);
        if (more_urgent)
            sums = difference(sums, sums_of(more_urgent->second, more_urgent->first, t_, demand_.kinds[k]));
        sums.busy_s = sums.answered * streams[k].handling_time.count();
        const double weight = node_.probability * demand_.parts;
        outcome.sums += scaled(sums, share * weight);
        if (!with_waits_) return;
        const auto admitted = [&](const CallStream& calls, const CallQueue& q) {
            return calls.rate.per_second() * t_ * (1.0 - q.blocked_share()) * share * weight;
        };
        outcome.waits.push_back({admitted(upto, queue), queue});
        if (more_urgent)
            outcome.waits.push_back({-admitted(more_urgent->first, more_urgent->second), more_urgent->second});
    }

    const PooledDemand& demand_;
    const Node& node_;
    double t_;
    bool with_waits_;
    double agents_;
};

bool is_one_plain_kind(const PooledDemand& demand) {
    return demand.kinds.size() == 1 && demand.absence == 0.0 && demand.parts == 1.0 && demand.items.value() == 0.0 &&
           !demand.endless_items;
}

}  // namespace

double KindOutcome::waiting() const {
    return std::accumulate(waits.begin(), waits.end(), 0.0, [](double sum, const WaitPart& part) {
        const double admitted = 1.0 - part.queue.blocked_share();
        return admitted > 0.0 ? sum + part.admitted * part.queue.wait_probability() / admitted : sum;
    });
}

double KindOutcome::waiting_after(Seconds t) const {
    return std::accumulate(waits.begin(), waits.end(), 0.0, [t](double sum, const WaitPart& part) {
        return sum + part.admitted * part.queue.waiting_after(t);
    });
}

double KindOutcome::admitted() const {
    return std::accumulate(waits.begin(), waits.end(), 0.0,
                           [](double sum, const WaitPart& part) { return sum + part.admitted; });
}

std::vector<KindOutcome> pooled_calls(const PooledDemand& demand, int agents, Seconds length, bool with_waits) {
    std::vector<KindOutcome> outcomes(demand.kinds.size());
    const double t = length.count();
    if (is_one_plain_kind(demand)) {
        const CallKind& kind = demand.kinds.front();
        if (kind.chat) return {chat_outcome(kind, demand.day_cv, agents, length, with_waits)};
        const CallDemand alone{kind.first_attempts, kind.redial, day_factors(demand.day_cv)};
        const DemandParts parts{alone, Agents{static_cast<double>(agents)}};
        outcomes.front() = {parts.sums(length, kind.threshold, kind.counting, kind.short_s), {}};
        if (with_waits) outcomes.front().waits = parts.waits(length);
        return outcomes;
    }
    for (const Node& node : nodes_of(demand, agents)) NodeOfKinds{demand, node, t, with_waits}.add_to(outcomes);
    for (std::size_t k = 0; k < outcomes.size(); ++k) {
        const CallStream& first = demand.kinds[k].first_attempts;
        CallSums& sums = outcomes[k].sums;
        sums.load_s = sums.offered * first.handling_time.count();
        sums.open_s = t;
    }
    return outcomes;
}

}  // namespace freiton::analytic
