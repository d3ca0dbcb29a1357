// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/erlang_case.hpp"
#include "freiton/model/promises.hpp"

#include <cmath>

#include "freiton/analytic/call_queue.hpp"
#include "freiton/analytic/erlang_b.hpp"
#include "freiton/analytic/fewest_agents.hpp"

namespace freiton::analytic {

namespace {

constexpr int most_agents = 1'000'000'000;  // a search ends here

Seconds handling_time(const ErlangCase& question) { return question.handling_time.value_or(Seconds{1.0}); }

// Time is measured in handling times, so that the load is the very number that was given: calls in one of them.
CallDemand demand_of(const ErlangCase& question, Erlangs load) {
    const Seconds unit = handling_time(question);
    CallDemand demand;
    CallStream& calls = demand.first_attempts;
    calls.rate = ArrivalRate{load.value(), Seconds{1.0}};
    calls.handling_time = Seconds{1.0};
    if (question.patience) calls.patience = Seconds{*question.patience / unit};
    calls.lines = question.lines;
    return demand;
}

CallTarget target_of(const ErlangCase& question) {
    CallTarget target = question.target;
    target.within = Seconds{question.threshold() / handling_time(question)};
    if (target.average_wait) *target.average_wait /= handling_time(question).count();
    return target;
}

ErlangFigures lost_calls(Erlangs load, Agents agents) {
    const double ln_blocked = ln_blocking_probability(agents, load);
    const double blocked = blocking_probability(agents, load).value();
    const double answered = -std::expm1(ln_blocked);
    const double busy = load.value() * answered;
    const double n = agents.value();
    return {.wait_probability = 0.0,
            .service_level = answered,
            .asa_s = 0.0,
            .wait_all_s = 0.0,
            .wait_delayed_s = 0.0,
            .abandoned_share = 0.0,
            .blocked_share = blocked,
            .occupancy = n > 0.0 ? busy / n : ErlangFigures::none,
            .queue_mean = 0.0,
            .busy_mean = busy,
            .ln_wait_probability = std::log(0.0),
            .ln_blocked_share = ln_blocked};
}

ErlangFigures waiting_calls(const ErlangCase& question, Erlangs load, Agents agents) {
    const CallQueue queue{demand_of(question, load).first_attempts, agents};
    const double unit_s = handling_time(question).count();
    const CallTarget target = target_of(question);
    const LevelParts level = service_level_parts(queue, *target.within, target.counting);
    const bool answers = load.value() == 0.0 || queue.answered_share() > 0.0;
    const double n = agents.value();
    return {.wait_probability = queue.wait_probability(),
            .service_level = level.base > 0.0 ? level.in_time / level.base : ErlangFigures::none,
            .asa_s = answers ? queue.asa().count() * unit_s : ErlangFigures::none,
            .wait_all_s = queue.wait_all().count() * unit_s,
            .wait_delayed_s = queue.wait_delayed().count() * unit_s,
            .abandoned_share = queue.abandoned_share(),
            .blocked_share = queue.blocked_share(),
            .occupancy = n > 0.0 ? queue.busy_mean() / n : ErlangFigures::none,
            .queue_mean = queue.queue_mean(),
            .busy_mean = queue.busy_mean(),
            .ln_wait_probability = queue.ln_wait_probability(),
            .ln_blocked_share = queue.ln_blocked_share(),
            .stable = queue.stable()};
}

// Nobody waits, so every threshold is kept by those who find a line.
bool lost_calls_keep_promises(const CallTarget& target, Erlangs load, Agents agents) {
    const ErlangFigures figures = lost_calls(load, agents);
    const auto at_most = [](double value, double wanted) { return value <= wanted * (1.0 + promise_slack); };
    return (!target.answered || figures.service_level >= target.answered->value() * (1.0 - promise_slack)) &&
           (!target.blocked || at_most(figures.blocked_share, target.blocked->value())) &&
           (!target.max_occupancy || at_most(figures.busy_mean, target.max_occupancy->value() * agents.value()));
}

bool keeps(const ErlangCase& question, const CallTarget& target, Erlangs load, Agents agents) {
    return question.model == ErlangModel::b ? lost_calls_keep_promises(target, load, agents)
                                            : keeps_promises(demand_of(question, load), target, agents);
}

}  // namespace

std::optional<Agents> fewest_agents(const ErlangCase& question) {
    EXPECTS(question.load && question.promises());
    const CallTarget target = target_of(question);
    const auto enough = [&](Agents agents) { return keeps(question, target, *question.load, agents); };
    if (question.fractional) {
        const auto found = fewest_fractional_agents(enough, most_agents);
        return found ? std::optional{Agents{*found}} : std::nullopt;
    }
    const auto found = question.model == ErlangModel::b
                           ? fewest_agents(enough, question.load->value(), 0, most_agents)
                           : fewest_agents(demand_of(question, *question.load), target, 0, most_agents);
    return found ? std::optional{Agents{static_cast<double>(*found)}} : std::nullopt;
}

Erlangs largest_load(const ErlangCase& question) {
    EXPECTS(question.agents && question.promises());
    const CallTarget target = target_of(question);
    return largest_load([&](Erlangs offered) { return keeps(question, target, offered, *question.agents); },
                        *question.agents);
}

ErlangAnswer answer_at(const ErlangCase& question, Erlangs load, Agents agents) {
    const ErlangFigures figures =
        question.model == ErlangModel::b ? lost_calls(load, agents) : waiting_calls(question, load, agents);
    return {load, agents, figures, !question.promises() || keeps(question, target_of(question), load, agents)};
}

std::optional<ErlangAnswer> answer(const ErlangCase& question) {
    EXPECTS(question.load || question.agents);
    if (question.load && question.agents) return answer_at(question, *question.load, *question.agents);
    EXPECTS(question.promises());
    if (question.load) {
        const std::optional<Agents> agents = fewest_agents(question);
        if (!agents) return std::nullopt;
        return answer_at(question, *question.load, *agents);
    }
    const Erlangs load = largest_load(question);
    if (load.value() == 0.0 || std::isinf(load.value())) return std::nullopt;
    return answer_at(question, load, *question.agents);
}

}  // namespace freiton::analytic
