// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/fewest_agents.hpp"
#include "freiton/model/promises.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/quick_level.hpp"

namespace freiton::analytic {

namespace {

bool at_least(double value, double wanted) { return value >= wanted * (1.0 - promise_slack); }
bool level_reached(double in_time, double base, Share wanted) {
    return base > 0.0 ? at_least(in_time, wanted.value() * base) : wanted.value() == 0.0;  // nobody is answered at all
}
bool at_most(double value, double wanted) { return value <= wanted * (1.0 + promise_slack); }

bool plain_keeps_promises(const CallStream& calls, const CallTarget& target, Agents agents) {
    const CallQueue queue{calls, agents};
    if (!queue.stable()) return false;
    if (target.answered) {
        const LevelParts level = service_level_parts(queue, *target.within, target.counting);
        if (!level_reached(level.in_time, level.base, *target.answered)) return false;
    }
    return (!target.abandoned || at_most(queue.abandoned_share(), target.abandoned->value())) &&
           (!target.average_wait || at_most(queue.wait_all().count(), target.average_wait->count())) &&
           (!target.wait_probability || at_most(queue.wait_probability(), target.wait_probability->value())) &&
           (!target.blocked || at_most(queue.blocked_share(), target.blocked->value())) &&
           (!target.max_occupancy || at_most(queue.busy_mean(), target.max_occupancy->value() * agents.value()));
}

bool is_plain_erlang_c(const CallDemand& demand) {
    return demand.plain() && !demand.first_attempts.patience && !demand.first_attempts.lines &&
           demand.first_attempts.balk == 0.0;
}

// Times in handling times, stretched as CallQueue stretches them.
QuickLevel quick_level(const CallDemand& demand, const CallTarget& target) {
    const CallStream& calls = demand.first_attempts;
    const Seconds stretched = calls.handling_time * ((1.0 + calls.handling_cv * calls.handling_cv) / 2.0);
    return {calls.load(), *calls.patience / stretched, *target.within / stretched, target.counting};
}

// Where to begin the search; only its cost depends on it.
double first_guess(const CallDemand& demand, const CallTarget& target) {
    const double a = demand.first_attempts.load().value();
    if (!target.answered || !demand.first_attempts.patience) return a + std::sqrt(a);
    QuickLevel quick = quick_level(demand, target);
    double n = std::max(1.0, std::ceil(quick.agents_near(target.answered->value())));
    for (int i = 0; i < 4 && quick.covers(n); ++i)
        n = std::max(1.0, quick.agents_after(n, quick.at(n), target.answered->value()));
    return n;
}

bool only_answered(const CallTarget& target) {
    return target.answered && !target.abandoned && !target.average_wait && !target.wait_probability &&
           !target.blocked && !target.max_occupancy;
}

// Newton's way to the fewest agents that reach a service level: quick levels, ErlangA where they are too near to say.
// Where they do not cover the question, or a level is all but a step, the general search takes over from where it
// stands.
std::optional<int> fewest_agents_by_level(const CallDemand& demand, const CallTarget& target, int least, int most) {
    const double wanted = target.answered->value();
    const auto enough = [&](Agents n) { return keeps_promises(demand, target, n); };
    QuickLevel quick = quick_level(demand, target);
    int low = least - 1;  // is not enough, or below what is allowed
    int high = most + 1;  // is enough, or above
    double next = std::ceil(quick.agents_near(wanted));
    for (int i = 0; i < 12 && high - low > 1; ++i) {
        const double n = std::clamp<double>(next, low + 1, high - 1);
        if (!quick.covers(n)) break;
        const LevelAndSlope found = quick.at(n);
        const double above = found.level - wanted;
        const bool reached = std::abs(above) > quick_level_error ? above > 0.0 : enough(Agents{n});
        (reached ? high : low) = static_cast<int>(n);
        next = quick.agents_after(n, found, wanted);
    }
    if (high - low == 1) return high <= most ? std::optional{high} : std::nullopt;
    return fewest_agents(enough, next, low + 1, std::min(high, most));
}

// The same for patience of another law, of which there is no quick level: exact levels, with the slope that Erlang A
// has there or, from the second one on, that from the last to this one.
std::optional<int> fewest_agents_by_exact_level(const CallDemand& demand, const CallTarget& target, int least,
                                                int most) {
    const double wanted = target.answered->value();
    QuickLevel quick = quick_level(demand, target);
    int low = least - 1;
    int high = most + 1;
    double next = first_guess(demand, target);
    LevelAndSlope last{-1.0, 0.3 / std::sqrt(demand.first_attempts.load().value())};
    double last_n = 0.0;
    for (int i = 0; i < 12 && high - low > 1; ++i) {
        const double n = std::clamp<double>(next, low + 1, high - 1);
        const CallQueue queue{demand.first_attempts, Agents{n}};
        const LevelParts parts = service_level_parts(queue, *target.within, target.counting);
        const bool reached = level_reached(parts.in_time, parts.base, *target.answered);
        (reached ? high : low) = static_cast<int>(n);
        LevelAndSlope found{parts.base > 0.0 ? parts.in_time / parts.base : 0.0, last.slope};
        if (last.level >= 0.0)
            found.slope = (found.level - last.level) / (n - last_n);
        else if (quick.covers(n))
            found.slope = quick.at(n).slope;
        next = quick.agents_after(n, found, wanted);
        last = found;
        last_n = n;
    }
    if (high - low == 1) return high <= most ? std::optional{high} : std::nullopt;
    const auto enough = [&](Agents n) { return keeps_promises(demand, target, n); };
    return fewest_agents(enough, next, low + 1, std::min(high, most));
}

}  // namespace

bool keeps_promises(const CallDemand& demand, const CallTarget& target, Agents agents) {
    if (demand.plain()) return plain_keeps_promises(demand.first_attempts, target, agents);
    const CallStream& calls = demand.first_attempts;
    const bool endless = !calls.patience && !calls.lines;
    if (endless && target.average_wait && demand.days.size() > 1) return false;  // some days are overloaded: no mean
    const CallSums sums =
        DemandParts{demand, agents}.sums(Seconds{1.0}, target.within.value_or(Seconds{0.0}), target.counting);
    return (!target.answered || level_reached(sums.in_time, sums.level_base, *target.answered)) &&
           (!target.abandoned || at_most(sums.abandoned, target.abandoned->value() * sums.offered)) &&
           (!target.average_wait ||
            at_most(sums.admitted_wait_s, target.average_wait->count() * (sums.offered - sums.blocked))) &&
           (!target.wait_probability || at_most(sums.waited, target.wait_probability->value() * sums.offered)) &&
           (!target.blocked || at_most(sums.blocked, target.blocked->value() * sums.offered)) &&
           (!target.max_occupancy || at_most(sums.busy_s, target.max_occupancy->value() * agents.value())) &&
           (!endless || calls.load().value() * (1.0 - calls.balk) < agents.value());
}

std::optional<int> fewest_agents(const CallDemand& demand, const CallTarget& target, int least, int most) {
    EXPECTS(0 <= least && least <= most);
    const CallStream& calls = demand.first_attempts;
    const double a = calls.load().value();
    if (a == 0.0) return least;
    const auto enough = [&](Agents agents) { return keeps_promises(demand, target, agents); };
    if (is_plain_erlang_c(demand) && only_answered(target) && target.answered->value() < 1.0) {
        const double stretch = (1.0 + calls.handling_cv * calls.handling_cv) / 2.0;
        const int n = std::max(
            least,
            fewest_agents_erlang_c(Erlangs{a}, *target.within / (calls.handling_time * stretch), *target.answered));
        return n <= most ? std::optional{n} : std::nullopt;
    }
    if (demand.plain() && only_answered(target) && calls.patience && !calls.lines) {
        if (calls.patience_law) return fewest_agents_by_exact_level(demand, target, least, most);
        if (calls.balk == 0.0) return fewest_agents_by_level(demand, target, least, most);
    }
    return fewest_agents(enough, first_guess(demand, target), least, most);
}

std::optional<double> fewest_fractional_agents(const CallDemand& demand, const CallTarget& target, double most) {
    if (demand.first_attempts.load().value() == 0.0) return 0.0;
    return fewest_fractional_agents([&](Agents agents) { return keeps_promises(demand, target, agents); }, most);
}

Erlangs largest_load(const CallDemand& demand, const CallTarget& target, Agents agents) {
    const auto carried = [&](Erlangs load) {
        CallDemand scaled = demand;
        scaled.first_attempts.rate = ArrivalRate{load.value(), demand.first_attempts.handling_time};
        return keeps_promises(scaled, target, agents);
    };
    return largest_load(carried, agents);
}

}  // namespace freiton::analytic
