// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a scenario does not use shall cost nothing. The loop of a replication is compiled twice, for any world and for a
// simple one; in the latter the compiler knows every `!simple && ...` to be false. It plays a fifth more calls a second
// (bench/README.md), contact by contact the same (SimpleWorld.*).

#include <algorithm>

#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

/// Calls that are answered once, by whoever is free, in a queue that they leave only when it is their turn.
inline bool is_simple(const WorkKindRecord& work) {
    const bool comes_once = work.redial_share == 0.0 && work.lines == 0 && work.balk == 0.0;
    return work.call && !work.chat && !work.unlimited && !work.eager && !work.has_wrap_up && !work.dials &&
           !work.callback && !work.interruptible && comes_once && work.other_laws == 0 && work.handling_day_cv == 0.0;
}

/// Nor do they lead to anything else.
inline bool is_simple(const Source& source) {
    return source.owners == 1 && source.leads.empty() && source.redials_to == none && source.chased_by == none;
}

/// Whoever may take them may do so at once.
inline bool is_simple(const ClassRecord& cls) {
    const auto at_once = [](const PoolRef& ref) {
        return ref.after_s == 0.0 && !ref.stand_in && ref.other_law == none;
    };
    return cls.callbacks == none && cls.stages.empty() && std::all_of(cls.pools.begin(), cls.pools.end(), at_once);
}

inline bool is_simple(const Pool& pool) {
    const auto at_once = [](const Candidate& candidate) {
        return candidate.call && candidate.after_s == 0.0 && !candidate.stand_in && !candidate.gated &&
               candidate.other_law == none;
    };
    return !pool.ages && std::all_of(pool.candidates.begin(), pool.candidates.end(), at_once);
}

/// A world that the simple loop can play.
inline bool is_simple(const World& world) {
    const auto all_are = [](const auto& records) {
        return std::all_of(records.begin(), records.end(), [](const auto& one) { return is_simple(one); });
    };
    return !world.has_backlog && !world.reserves && !world.switches && !world.chats && all_are(world.work) &&
           all_are(world.sources) && all_are(world.classes) && all_are(world.pools);
}

}  // namespace freiton::simulation::kernel
