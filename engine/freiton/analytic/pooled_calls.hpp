// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/call_demand.hpp"

namespace freiton::analytic {

/// People who hold several chats at once, alone with them.
struct ChatHolding {
    int concurrency = 1;
    std::vector<double> slowdown{1.0};
    Seconds alone{};  // mean handling time of one alone
};

/// One kind of calls in an interval. Patience has a law other than the exponential only if all kinds have it, up to
/// their means.
struct CallKind {
    CallStream first_attempts{};
    std::optional<Redial> redial{};
    int urgency = 10;
    Seconds threshold{};
    Counting counting = Counting::offered;
    double short_s = -1.0;  // who hangs up by then does not count; negative: they all do
    std::optional<ChatHolding> chat{};
};

/// All calls that the same people answer in an interval, and what else is on their desks or keeps them away.
struct PooledDemand {
    std::vector<CallKind> kinds;
    double day_cv = 0.0;   // of an interval's volume from day to day, all of them together
    double absence = 0.0;  // share of the people on the roster who are not there
    double parts = 1.0;    // equal groups that do not help each other
    Erlangs items{};       // of post that calls cannot interrupt
    Seconds item_time{60.0};
    int keep_free = 0;
    bool endless_items = false;
};

struct KindOutcome {
    CallSums sums;
    std::vector<WaitPart> waits;  // by whose mixture the admitted calls wait

    double waiting() const;  // admitted calls that wait at all
    double waiting_after(Seconds t) const;
    double admitted() const;
};

/// How the calls of an interval fare with so many people on the roster.
///
/// One kind alone is DemandParts. Several kinds of one urgency are one stream: mean rate, mixture of handling times,
/// mean rate of giving up; all wait alike. Of several urgencies, those up to one of them are a stream of their own who
/// find all busy as often as everybody does (nobody is interrupted) and then wait as if alone; a kind has what is left
/// when the more urgent are taken off (exact for mean waits with equal handling times and endless patience: Cobham
/// 1954). Days and absence: one cross of nodes round the mean (a factor of demand, people there), each with the moments
/// of its law; demand that varies by more than 15 % has the full quadrature of day_factors. Cost: one or two CallQueues
/// a node and urgency; five nodes with day_cv and absence.
std::vector<KindOutcome> pooled_calls(const PooledDemand& demand, int agents, Seconds length, bool with_waits);

}  // namespace freiton::analytic
