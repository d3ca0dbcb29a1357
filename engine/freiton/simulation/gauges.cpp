// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/gauges.hpp"

namespace freiton::simulation {

namespace {

using namespace kernel;

// As complete_numbers has it: who hung up so early that it does not count is in no share.
void weigh_answered(const View& view, Cell& numerator, Cell& denominator) {
    numerator[call_in_time] = 1.0;
    const int left_out = view.short_is_longer ? int{call_short} : int{call_early};  // the larger of the two
    switch (view.counting) {
        case Counting::answered:
            denominator[call_answered] = 1.0;
            return;
        case Counting::offered_without_early:
            denominator[call_offered] = 1.0;
            denominator[static_cast<std::size_t>(left_out)] = -1.0;
            return;
        case Counting::early_counts:
            if (!view.short_is_longer) numerator[call_early] = 1.0, numerator[call_short] = -1.0;
            [[fallthrough]];
        default:
            denominator[call_offered] = 1.0;
            denominator[call_short] = -1.0;
    }
}

void weigh_calls(PromiseKind kind, const View& view, Cell& numerator, Cell& denominator) {
    if (kind == PromiseKind::answered) return weigh_answered(view, numerator, denominator);
    if (kind == PromiseKind::called_back) {
        numerator[call_called_back] = 1.0;
        denominator[call_callbacks] = 1.0;
        return;
    }
    denominator[call_offered] = 1.0;
    if (kind == PromiseKind::average_wait) {
        numerator[call_admitted_wait] = 1.0;
        denominator[call_blocked] = -1.0;
        return;
    }
    numerator[static_cast<std::size_t>(kind == PromiseKind::abandoned ? int{call_abandoned} : int{call_waited})] = 1.0;
    numerator[call_short] = -1.0;
    denominator[call_short] = -1.0;
}

Gauge gauge_of(const Promise& promise, const View& view) {
    Gauge gauge;
    if (promise.team) {
        gauge.team = static_cast<int>(*promise.team);
        gauge.most_occupied = promise.wanted;
        gauge.when = promise.when;
        return gauge;
    }
    gauge.rows = view.rows;
    Cell numerator{};
    if (promise.of_backlog()) {
        const int kept = promise.kind == PromiseKind::done    ? int{item_in_time}
                         : promise.kind == PromiseKind::tried ? int{item_tried_in_time}
                                                              : int{item_reached_in_time};
        numerator[static_cast<std::size_t>(kept)] = 1.0;
        gauge.base[item_offered] = 1.0;
    } else {
        weigh_calls(promise.kind, view, numerator, gauge.base);
    }
    const double sign = promise.at_least() ? 1.0 : -1.0;
    for (std::size_t k = 0; k < numerator.size(); ++k)
        gauge.ahead[k] = sign * (numerator[k] - promise.wanted * gauge.base[k]);
    return gauge;
}

}  // namespace

std::vector<Gauge> gauges_of(const Views& views) {
    std::vector<Gauge> gauges;
    for (std::size_t p = 0; p < views.promises.size(); ++p)
        gauges.push_back(gauge_of(views.promises[p].of_one_day(), views.list[views.view_of_promise[p]]));
    return gauges;
}

SlackCounter::SlackCounter(const Views& views) : views_{views} {
    std::size_t instance = 0;
    for (std::size_t p = 0; p < views.promises.size(); ++p) {
        const Promise& promise = views.promises[p];
        first_unit_.push_back(promise_of_unit_.size());
        const bool shared = promise.each_day != nullptr;  // one instance counts all its days
        const Scope over = promise.of_one_day().over;
        const bool by_interval = over == Scope::interval && !shared;
        const std::size_t units = by_interval ? views.intervals : over == Scope::horizon ? 1 : views.days;
        for (std::size_t u = 0; u < units; ++u) {
            promise_of_unit_.push_back(p);
            instance_of_unit_.push_back(shared ? instance : instance + u);
        }
        instance += shared ? 1 : units;
    }
    units_.resize(promise_of_unit_.size());
    difference_.resize(promise_of_unit_.size());
}

std::size_t SlackCounter::unit_of(std::size_t p, std::size_t interval) const {
    const std::size_t first = first_unit_[p];
    const std::size_t units = (p + 1 < first_unit_.size() ? first_unit_[p + 1] : promise_of_unit_.size()) - first;
    if (units == views_.intervals) return first + interval;
    return units == 1 ? first : first + static_cast<std::size_t>(views_.day_of_interval[interval]);
}

/// Of kept days a day counts as one on which the promise is kept or not; days without demand do not.
SlackCounter::Value SlackCounter::counted(std::size_t p, const GaugeValue& sum) const {
    const Promise& promise = views_.promises[p];
    if (!promise.each_day) return {sum.ahead, sum.base};
    if (sum.base <= 0.0) return {};
    const bool kept = sum.ahead >= -promise_slack * promise.each_day->wanted * sum.base;
    return {(kept ? 1.0 : 0.0) - promise.wanted, 1.0};
}

void SlackCounter::count(const std::vector<GaugeValue>& played, std::vector<Value>& values) {
    std::fill(units_.begin(), units_.end(), GaugeValue{});
    for (std::size_t p = 0; p < views_.promises.size(); ++p)
        for (std::size_t i = 0; i < views_.intervals; ++i) units_[unit_of(p, i)] += played[p * views_.intervals + i];
    values.assign(views_.instances.size(), {});
    for (std::size_t u = 0; u < units_.size(); ++u) {
        const Value value = counted(promise_of_unit_[u], units_[u]);
        values[instance_of_unit_[u]].slack += value.slack;
        values[instance_of_unit_[u]].base += value.base;
    }
}

const std::vector<SlackCounter::Change>& SlackCounter::changes(const std::vector<Branches::Difference>& differences) {
    touched_.clear();
    changes_.clear();
    for (const Branches::Difference& d : differences) {
        const std::size_t unit = unit_of(static_cast<std::size_t>(d.gauge), static_cast<std::size_t>(d.interval));
        if (difference_[unit].ahead == 0.0 && difference_[unit].base == 0.0) touched_.push_back(unit);
        difference_[unit] += d.by;
    }
    for (const std::size_t unit : touched_) {
        GaugeValue changed = units_[unit];
        changed += difference_[unit];
        const std::size_t p = promise_of_unit_[unit];
        const double by = counted(p, changed).slack - counted(p, units_[unit]).slack;
        if (by != 0.0) changes_.push_back({instance_of_unit_[unit], by});
        difference_[unit] = {};
    }
    return changes_;
}

}  // namespace freiton::simulation
