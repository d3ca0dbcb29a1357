// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/call_sums.hpp"

namespace freiton {

namespace {
double ratio(double numerator, double denominator) {
    return denominator > 0.0 ? numerator / denominator : CallFigures::none;
}
}  // namespace

CallSums& CallSums::operator+=(const CallSums& other) {
    offered += other.offered;
    answered += other.answered;
    abandoned += other.abandoned;
    short_abandoned += other.short_abandoned;
    blocked += other.blocked;
    in_time += other.in_time;
    level_base += other.level_base;
    waited += other.waited;
    answered_wait_s += other.answered_wait_s;
    admitted_wait_s += other.admitted_wait_s;
    queue_s += other.queue_s;
    busy_s += other.busy_s;
    wrap_up_s += other.wrap_up_s;
    load_s += other.load_s;
    caused += other.caused;
    open_s += other.open_s;
    conversations_s += other.conversations_s;
    return *this;
}

CallFigures CallSums::figures() const {
    const double counted = offered - short_abandoned;
    return {
        .offered = offered,
        .answered = answered,
        .abandoned = abandoned,
        .blocked = blocked,
        .service_level = ratio(in_time, level_base),
        .reachability = ratio(answered, counted),
        .asa_s = ratio(answered_wait_s, answered),
        .wait_all_s = ratio(admitted_wait_s, offered - blocked),
        .wait_probability = ratio(waited - short_abandoned, counted),
        .abandoned_share = ratio(abandoned - short_abandoned, counted),
        .blocked_share = ratio(blocked, counted),
        .queue_mean = open_s > 0.0 ? queue_s / open_s : 0.0,
        .busy_mean = open_s > 0.0 ? busy_s / open_s : 0.0,
        .load_erlang = open_s > 0.0 ? load_s / open_s : 0.0,
        .short_abandoned = short_abandoned,
        .wrap_up_mean = open_s > 0.0 ? wrap_up_s / open_s : 0.0,
        .caused = caused,
        .conversations_mean = conversations_s > 0.0 ? conversations_s / open_s : CallFigures::none,
    };
}

}  // namespace freiton
