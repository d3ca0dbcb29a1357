// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "freiton/analytic/closed_post.hpp"
#include "freiton/analytic/pool_work.hpp"
#include "freiton/model/beyond_horizon.hpp"
#include "freiton/model/eligibility.hpp"

namespace freiton::analytic {

namespace {

// The variance of a whole day's factor, shared out over its slots by their size.
std::vector<double> day_variance(const OpenSlots& slots, const std::vector<double>& hours, double cv) {
    std::vector<double> variance(hours.size(), 0.0);
    for (std::size_t first = 0; first < hours.size();) {
        std::size_t end = first;
        double of_day = 0.0;
        for (; end < hours.size() && slots.day[end] == slots.day[first]; ++end) of_day += hours[end];
        for (std::size_t s = first; s < end; ++s) variance[s] = cv * cv * hours[s] * of_day;
        first = end;
    }
    return variance;
}

// Without a promise it is due some day, after all that comes in the horizon.
std::size_t due_of(const Work& work, const OpenSlots& slots, std::size_t slot) {
    return work.backlog_target ? due_slot(slots, work.backlog_target->within, slot) : slots.size() - 1;
}

// Whether the promise ends with the last slot, before its time: then nobody asks when an item was begun.
bool is_capped(const OpenSlots& slots, const Deadline& deadline, std::size_t slot) {
    if (deadline.clock == Clock::opening_hours)
        return static_cast<double>(slot) + deadline.time / slots.length > static_cast<double>(slots.size());
    if (deadline.clock == Clock::wall) return slots.start[slot] + deadline.time > slots.start.back() + slots.length;
    int days_after = 0;
    for (std::size_t s = slot + 1; s < slots.size(); ++s) days_after += slots.day[s] != slots.day[s - 1] ? 1 : 0;
    return days_after < deadline.working_days;
}

// Items of a stream by interval, and until when they are to be done.
struct Arriving {
    std::vector<double> items{};
    const std::vector<Seconds>* closed_for = nullptr;  // how long before the opening they came; none: not while closed
    bool late_already = false;
};

PostStream arriving_stream(const Work& work, const Stream& stream, const Arriving& arriving, const BusyTime& time,
                           const OpenSlots& slots, double parts) {
    const double item_h = Hours{time.mean}.count();
    const double square = time.second_moment() / (3600.0 * 3600.0);
    PostStream post{.work_h = {}, .variance = {}, .due = {}, .last_hours = {}, .urgency = work.urgency()};
    for (const std::size_t i : slots.interval)
        post.work_h.push_back(arriving.items[i] / parts * item_h * stream.factor(i));
    const double of_day = work.day_variation();
    post.variance = day_variance(slots, post.work_h, of_day);
    const double of_interval = work.load_variation() * work.load_variation() - of_day * of_day;
    for (std::size_t s = 0; s < slots.size(); ++s) {
        const std::size_t i = slots.interval[s];
        post.variance[s] += of_interval * post.work_h[s] * post.work_h[s];
        post.variance[s] += arriving.items[i] / parts * square * stream.factor(i) * stream.factor(i);
        const std::size_t due =
            arriving.late_already ? s
            : arriving.closed_for ? due_slot_of_closed(slots, work.backlog_target->within, s, (*arriving.closed_for)[i])
                                  : due_of(work, slots, s);
        post.due.push_back(post.due.empty() ? due : std::max(due, post.due.back()));
        const bool asked = work.backlog_target && !is_capped(slots, work.backlog_target->within, s);
        post.last_hours.push_back(arriving.late_already ? already_late : asked ? item_h * stream.factor(i) : 0.0);
    }
    return post;
}

// What waits for one opening varies together: each part has its share of the variance of all.
PostStream part_of(const PostStream& together, PostStream part) {
    for (std::size_t s = 0; s < part.work_h.size(); ++s)
        part.variance[s] =
            together.work_h[s] > 0.0 ? together.variance[s] * (part.work_h[s] / together.work_h[s]) : 0.0;
    return part;
}

// Whether what lay there at the beginning was late by then.
bool is_late_already(const Deadline& deadline, Seconds closed_for) {
    return deadline.clock == Clock::wall ? deadline.time <= closed_for
                                         : deadline.clock == Clock::working_days && deadline.working_days == 0;
}

PostStream opening_stream(const Work& work, const Stream& stream, const BusyTime& time, const OpenSlots& slots,
                          const Calendar& calendar, double parts) {
    const double items = stream.opening_backlog / parts;
    const Seconds closed_for = closed_before(calendar);
    PostStream post{.work_h = std::vector<double>(slots.size(), 0.0),
                    .variance = std::vector<double>(slots.size(), 0.0),
                    .due = std::vector<std::size_t>(slots.size(), slots.size() - 1),
                    .last_hours = std::vector<double>(slots.size(), 0.0),
                    .urgency = work.urgency()};
    if (work.backlog_target) {
        post.due[0] = due_slot_of_opening_backlog(slots, work.backlog_target->within, closed_for);
        if (is_late_already(work.backlog_target->within, closed_for)) post.last_hours[0] = already_late;
    }
    post.work_h[0] = items * Hours{time.mean}.count();
    post.variance[0] = items * time.second_moment() / (3600.0 * 3600.0) * time.cv * time.cv / (1.0 + time.cv * time.cv);
    return post;
}

// Items that wait until enough people are idle come after all that is done meanwhile: whoever gets free takes those.
constexpr int after_all_others = 1'000'000;

// Each person's day is a coin, but days of one spell go together: the variance of absent days in a window of so many,
// over that of days on their own. Geometric spells of m days in the mean: correlation (1 - 1/m)^k after k days.
double spell_variance(double mean_days, std::size_t window_days) {
    const double stays = 1.0 - 1.0 / mean_days;
    const double window = static_cast<double>(window_days);
    double sum = window;
    double correlation = 1.0;
    for (std::size_t k = 1; k < window_days; ++k) {
        correlation *= stays;
        sum += 2.0 * (window - static_cast<double>(k)) * correlation;
    }
    return sum / window;
}

}  // namespace

PoolPost pool_post(const Scenario& scenario, const Pool& pool, int days_after) {
    const OpenSlots slots = open_slots(scenario.calendar(), days_after);
    PoolPost post;
    for (std::size_t k = 0; k < pool.post.size(); ++k) {
        const Stream& stream = pool.post[k];
        const Work& work = scenario.work()[stream.work];
        const BusyTime time = busy_time_in(scenario, pool, stream.work);
        post.endless = post.endless || work.arrivals.unlimited;
        const bool gated = scenario.routing().keep_free > 0 && !pool.calls.empty() &&
                           !may_be_interrupted(scenario, scenario.work()[stream.work]);
        const auto add = [&](PostStream made, bool opening, const std::vector<Seconds>* closed_for = nullptr) {
            if (gated) {
                made.urgency += after_all_others;
                made.reserve_h = scenario.routing().keep_free * Hours{slots.length}.count() / pool.parts;
            }
            for (std::size_t s = 0; s < slots.size() && work.backlog_target; ++s)
                if (made.work_h[s] > 0.0) post.longest = std::max(post.longest, made.due[s] - s);
            post.streams.push_back(std::move(made));
            post.stream_of.push_back(k);
            post.item_h.emplace_back();
            for (const std::size_t i : slots.interval)
                post.item_h.back().push_back(Hours{time.mean}.count() * (opening ? 1.0 : stream.factor(i)));
            post.closed_h.emplace_back(slots.size(), 0.0);
            for (std::size_t s = 0; s < slots.size() && closed_for != nullptr; ++s)
                post.closed_h.back()[s] = Hours{(*closed_for)[slots.interval[s]]}.count();
        };
        const auto closed = closed_items(scenario, stream);
        Arriving arriving{.items = stream.arrivals};
        std::vector<double> waited(arriving.items.size(), 0.0);  // closed, and not late by the opening
        for (std::size_t i = 0; i < arriving.items.size() && closed; ++i) {
            for (const ClosedPart& part : closed->in_time) waited[i] += part.items[i];
            arriving.items[i] = std::max(0.0, arriving.items[i] - closed->late.items[i] - waited[i]);
        }
        add(arriving_stream(work, stream, arriving, time, slots, pool.parts), false);
        if (closed) {
            const PostStream together = arriving_stream(work, stream, {waited}, time, slots, pool.parts);
            for (const ClosedPart& part : closed->in_time)
                add(part_of(together,
                            arriving_stream(work, stream, {part.items, &part.first}, time, slots, pool.parts)),
                    false, &part.since);
            add(arriving_stream(work, stream, {closed->late.items, &closed->late.first, true}, time, slots, pool.parts),
                false, &closed->late.since);
        }
        if (stream.opening_backlog > 0.0)
            add(opening_stream(work, stream, time, slots, scenario.calendar(), pool.parts), true);
    }
    for (int day = 0; day < scenario.calendar().days(); ++day)
        post.day =
            std::max(post.day, scenario.calendar().first_interval(day + 1) - scenario.calendar().first_interval(day));
    return post;
}

UninterruptedPost uninterrupted_post(const Scenario& scenario, const Pool& pool) {
    const OpenSlots slots = open_slots(scenario.calendar(), days_until_all_is_due(scenario));
    const double slot_h = Hours{slots.length}.count();
    UninterruptedPost result{std::vector<double>(scenario.intervals(), 0.0), {}};
    std::vector<double> items(scenario.intervals(), 0.0);
    Seconds usual{60.0};  // where nothing but endless work lies there
    for (const Stream& stream : pool.post) {
        if (may_be_interrupted(scenario, scenario.work()[stream.work])) continue;
        const Work& work = scenario.work()[stream.work];
        const BusyTime time = busy_time_in(scenario, pool, stream.work);
        const auto spread = [&](double number, double factor, std::size_t from, std::size_t to) {
            const double part = number / static_cast<double>(to - from + 1);
            for (std::size_t s = from; s <= to && s < scenario.intervals(); ++s) {
                items[s] += part;
                result.load[s] += part * factor * Hours{time.mean}.count() / slot_h;
            }
        };
        for (std::size_t s = 0; s < scenario.intervals(); ++s)
            if (stream.arrivals[s] > 0.0) spread(stream.arrivals[s], stream.factor(s), s, due_of(work, slots, s));
        if (stream.opening_backlog > 0.0) {
            const Seconds closed_for = closed_before(scenario.calendar());
            spread(stream.opening_backlog, 1.0, 0,
                   work.backlog_target ? due_slot_of_opening_backlog(slots, work.backlog_target->within, closed_for)
                                       : slots.size() - 1);
        }
        result.endless = result.endless || work.arrivals.unlimited;
        if (work.arrivals.unlimited) usual = time.mean;
    }
    for (std::size_t s = 0; s < scenario.intervals(); ++s)
        result.item_time.push_back(items[s] > 0.0 ? Seconds{Hours{result.load[s] * slot_h / items[s]}} : usual);
    return result;
}

PostTime::PostTime(const Scenario& scenario, const Pool& pool, PoolCalls& calls)
    : calls_{calls},
      slot_h_{Hours{scenario.calendar().interval_length()}.count()},
      absence_{absence_share(scenario, pool)},
      limits_{occupancy_limits(scenario, pool)},
      parts_{pool.parts},
      most_{pool.most} {
    const OpenSlots slots = open_slots(scenario.calendar());
    std::vector<double> call_h;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        double variance = 0.0;  // of the integral of busy agents: 2 a h t (M/M/infinity)
        for (const CallKind& kind : calls.demand(i).kinds)
            variance +=
                2.0 * kind.first_attempts.load().value() * Hours{kind.first_attempts.handling_time}.count() * slot_h_;
        call_h.push_back(calls.load(i) * slot_h_);
        call_variance_.push_back(variance);
    }
    double cv = 0.0;
    for (std::size_t i = 0; i < slots.size(); ++i) cv = std::max(cv, calls.demand(i).day_cv);
    const std::vector<double> of_days = day_variance(slots, call_h, cv);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        call_variance_[i] += of_days[i];
        const int day = slots.day[i];
        hours_of_day_.push_back(
            static_cast<double>(scenario.calendar().first_interval(day + 1) - scenario.calendar().first_interval(day)) *
            slot_h_);
    }
    double spell_days = 1.0;
    for (const std::size_t t : pool.teams)
        if (const auto& absence = scenario.teams()[t].absence; absence && absence->length)
            spell_days = std::max(spell_days, absence->length->mean_duration() / std::chrono::days{1});
    const PoolPost post = pool_post(scenario, pool);
    spells_ = spell_variance(spell_days, 1 + post.longest / std::max<std::size_t>(post.day, 1));
}

PostHours PostTime::hours(std::size_t interval, int agents) {
    return hours_beside(interval, agents, calls_.busy(interval, agents));
}

PostHours PostTime::rough_hours(std::size_t interval, int agents, int calls_of) {
    const double busy = calls_.busy(interval, std::min(agents, calls_of));
    return hours_beside(interval, agents, agents > calls_of ? std::max(busy, calls_.load(interval)) : busy);
}

PostHours PostTime::hours_beside(std::size_t interval, int agents, double busy) const {
    const double people = std::min(agents, most_);
    const double there = people * (1.0 - absence_);
    const double absent = people * absence_ * (1.0 - absence_) * spells_;
    PostHours hours;
    hours.mean_h = std::max(0.0, limits_[interval].value_or(1.0) * there - busy) * slot_h_ / parts_;
    hours.variance = (call_variance_[interval] + absent * slot_h_ * hours_of_day_[interval]) / parts_;
    if (agents == 0) hours.variance = 0.0;
    return hours;
}

}  // namespace freiton::analytic
