// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/analytic/pool_work.hpp"
#include "freiton/model/law_parameters.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::analytic {

namespace {

CallKind call_kind(const Scenario& scenario, const Pool& pool, const Stream& stream) {
    const Work& work = scenario.work()[stream.work];
    const BusyTime time = busy_time_in(scenario, pool, stream.work);
    CallKind kind{.first_attempts = {},
                  .redial = work.redial && work.redial->as ? std::nullopt : work.redial,
                  .urgency = work.urgency()};
    kind.first_attempts.handling_time = time.mean;
    kind.first_attempts.handling_cv = time.cv;
    kind.first_attempts.lines = work.lines;
    kind.first_attempts.balk = work.balk.value();
    if (work.patience) kind.first_attempts.patience = work.patience->mean_duration();
    const CallTarget target = work.call_target.value_or(CallTarget{});
    kind.threshold = work.service_threshold();
    kind.counting = target.counting;
    kind.short_s = work.short_wait_s();
    if (only_chats(scenario, pool)) kind.chat = ChatHolding{work.concurrency, work.slowdown, {}};
    return kind;
}

bool is_law_used(const Scenario& scenario, const Pool& pool) {
    return !pool.calls.empty() && !only_chats(scenario, pool) &&
           std::all_of(pool.calls.begin(), pool.calls.end(), [&](const Stream& stream) {
               const Work& work = scenario.work()[stream.work];
               return work.patience && !work.lines && !is_exponential(*work.patience);
           });
}

// Variation of a day's calls together: their own factors are independent.
double pooled_day_cv(const Scenario& scenario, const Pool& pool, const PooledDemand& demand) {
    double square = 0.0;
    double sum = 0.0;
    for (std::size_t k = 0; k < demand.kinds.size(); ++k) {
        const double load = demand.kinds[k].first_attempts.load().value();
        const double cv = scenario.work()[pool.calls[k].work].load_variation();
        square += cv * load * cv * load;
        sum += load;
    }
    if (demand.kinds.size() == 1) return scenario.work()[pool.calls[0].work].load_variation();
    return sum > 0.0 ? std::sqrt(square) / sum : 0.0;
}

}  // namespace

std::shared_ptr<const PatienceLaw> common_patience_law(const Scenario& scenario, const Pool& pool) {
    if (!is_law_used(scenario, pool)) return nullptr;
    // A plan asks again and again for the same one, and a study's scenarios as well.
    thread_local std::shared_ptr<const PatienceLaw> law;
    const DurationLaw& first = *scenario.work()[pool.calls.front().work].patience;
    if (!law || !law->has_shape_of(first)) law = std::make_shared<const PatienceLaw>(first);
    const bool common = std::all_of(pool.calls.begin(), pool.calls.end(), [&](const Stream& stream) {
        return law->has_shape_of(*scenario.work()[stream.work].patience);
    });
    return common ? law : nullptr;
}

PoolCalls::PoolCalls(const Scenario& scenario, const Pool& pool, const RunControl& control)
    : control_{control}, kinds_{pool.calls.size()}, length_{scenario.calendar().interval_length()} {
    const UninterruptedPost items = uninterrupted_post(scenario, pool);
    PooledDemand demand{.kinds = {}, .absence = absence_share(scenario, pool), .parts = pool.parts};
    const std::shared_ptr<const PatienceLaw> law = common_patience_law(scenario, pool);
    for (const Stream& stream : pool.calls) {
        demand.kinds.push_back(call_kind(scenario, pool, stream));
        demand.kinds.back().first_attempts.patience_law = law;
    }
    demand.endless_items = items.endless;
    demand.keep_free = scenario.routing().keep_free;
    std::vector<std::vector<double>> patience(kinds_);  // factors by interval
    for (std::size_t k = 0; k < kinds_; ++k)
        if (const Work& work = scenario.work()[pool.calls[k].work]; work.patience)
            patience[k] = factors_by_interval(*work.patience, scenario.calendar());
    std::map<std::vector<double>, std::size_t> seen;
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        constexpr double steps = 256.0;  // of an Erlang: finer differences between days do not matter
        std::vector<double> key = {std::round(items.load[i] * steps) / steps, std::round(items.item_time[i].count())};
        for (std::size_t k = 0; k < kinds_; ++k) {
            key.push_back(pool.calls[k].arrivals[i]);
            key.push_back(pool.calls[k].factor(i));
            if (!patience[k].empty()) key.push_back(patience[k][i]);
        }
        const auto [place, is_new] = seen.try_emplace(key, demands_.size());
        demand_of_.push_back(place->second);
        if (!is_new) continue;
        demand.items = Erlangs{key[0] / pool.parts};
        demand.item_time = Seconds{std::max(1.0, key[1])};
        for (std::size_t k = 0; k < kinds_; ++k) {
            const Stream& stream = pool.calls[k];
            CallStream& calls = demand.kinds[k].first_attempts;
            calls.rate = ArrivalRate{stream.arrivals[i], length_};
            calls.handling_time = busy_time_in(scenario, pool, stream.work).mean * stream.factor(i);
            if (std::optional<ChatHolding>& chat = demand.kinds[k].chat)
                chat->alone =
                    calls.handling_time * (chat->concurrency / slowdown_at(chat->slowdown, chat->concurrency));
            if (!patience[k].empty())
                calls.patience = scenario.work()[stream.work].patience->mean_duration() * patience[k][i];
        }
        demand.day_cv = pooled_day_cv(scenario, pool, demand);
        demands_.push_back(demand);
    }
    known_.resize(demands_.size());
}

double PoolCalls::load(std::size_t interval) const {
    control_.stop_if_asked();
    double load = 0.0;
    for (const CallKind& kind : demand(interval).kinds) load += kind.first_attempts.load().value();
    return load;
}

const std::vector<CallSums>& PoolCalls::sums(std::size_t interval, int agents) {
    control_.stop_if_asked();
    auto& known = known_[demand_of_[interval]];
    const auto found = known.find(agents);
    if (found != known.end()) return found->second;
    std::vector<CallSums> sums;
    if (kinds_ > 0)
        for (KindOutcome& outcome : pooled_calls(demand(interval), agents, length_, false))
            sums.push_back(outcome.sums);
    return known.emplace(agents, std::move(sums)).first->second;
}

double PoolCalls::busy(std::size_t interval, int agents) {
    double busy_s = 0.0;
    for (const CallSums& kind : sums(interval, agents)) busy_s += kind.busy_s;
    return busy_s / length_.count();
}

}  // namespace freiton::analytic
