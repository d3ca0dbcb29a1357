// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/least_agents_for_share.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>

#include "freiton/analytic/critical_interval.hpp"
#include "freiton/core/contracts.hpp"
#include "freiton/core/max_flow.hpp"

namespace freiton::analytic {

namespace {

using Flow = std::int64_t;

std::vector<double> work_by_group(const std::vector<Cohort>& cohorts, std::size_t groups) {
    std::vector<double> work_h(groups, 0.0);
    for (const Cohort& cohort : cohorts) {
        EXPECTS(cohort.group >= 0 && static_cast<std::size_t>(cohort.group) < groups);
        work_h[static_cast<std::size_t>(cohort.group)] += cohort.work_h;
    }
    return work_h;
}

// Vertices: source, sink, groups, cohorts, slots.
struct Layout {
    std::size_t groups;
    std::size_t cohorts;
    std::size_t slots;
    std::size_t group(int g) const { return 2 + static_cast<std::size_t>(g); }
    std::size_t cohort(std::size_t c) const { return 2 + groups + c; }
    std::size_t slot(std::size_t s) const { return 2 + groups + cohorts + s; }
    std::size_t all() const { return 2 + groups + cohorts + slots; }
};

// The slots that are short when so many agents try to do everybody's share in time; nothing if they can.
std::optional<std::vector<std::size_t>> slots_that_are_short(const std::vector<Cohort>& cohorts,
                                                             const std::vector<double>& one_agent_h,
                                                             const std::vector<double>& wanted_h, double agents) {
    const Layout at{wanted_h.size(), cohorts.size(), one_agent_h.size()};
    const double all_wanted_h = std::accumulate(wanted_h.begin(), wanted_h.end(), 0.0);
    if (all_wanted_h <= 0.0) return std::nullopt;
    const double unit_h = all_wanted_h * 1e-12;
    const auto units = [unit_h](double hours) { return static_cast<Flow>(std::floor(std::min(hours / unit_h, 1e15))); };
    MaxFlow network{at.all()};
    Flow wanted = 0;
    for (std::size_t g = 0; g < wanted_h.size(); ++g) {
        network.connect(MaxFlow::source, at.group(static_cast<int>(g)), units(wanted_h[g]));
        wanted += units(wanted_h[g]);
    }
    for (std::size_t c = 0; c < cohorts.size(); ++c) {
        const Flow work = units(cohorts[c].work_h);
        network.connect(at.group(cohorts[c].group), at.cohort(c), work);
        for (std::size_t s = cohorts[c].release; s <= cohorts[c].due; ++s)
            if (one_agent_h[s] > 0.0) network.connect(at.cohort(c), at.slot(s), work);
    }
    for (std::size_t s = 0; s < one_agent_h.size(); ++s)
        network.connect(at.slot(s), MaxFlow::sink, units(agents * one_agent_h[s]));
    const Flow flow = network.solve();
    if (wanted - flow <= static_cast<Flow>(at.all())) return std::nullopt;  // edges were rounded down, by a unit each
    std::vector<std::size_t> near;
    for (std::size_t s = 0; s < one_agent_h.size(); ++s)
        if (network.is_on_source_side(at.slot(s))) near.push_back(s);
    return near;
}

CriticalSlots critical_slots(const std::vector<Cohort>& cohorts, const std::vector<double>& one_agent_h,
                             const std::vector<double>& work_h, const std::vector<double>& wanted_h,
                             std::vector<std::size_t> slots) {
    std::vector<std::size_t> open_before(one_agent_h.size() + 1, 0);  // slots outside the set where somebody can work
    for (std::size_t s = 0; s < one_agent_h.size(); ++s) {
        const bool outside = !std::binary_search(slots.begin(), slots.end(), s) && one_agent_h[s] > 0.0;
        open_before[s + 1] = open_before[s] + (outside ? 1 : 0);
    }
    std::vector<double> inside_h(work_h.size(), 0.0);
    for (const Cohort& cohort : cohorts)
        if (open_before[cohort.due + 1] == open_before[cohort.release])
            inside_h[static_cast<std::size_t>(cohort.group)] += cohort.work_h;
    CriticalSlots critical{.slots = std::move(slots)};
    for (std::size_t g = 0; g < work_h.size(); ++g)
        critical.work_h += std::max(0.0, inside_h[g] - (work_h[g] - wanted_h[g]));
    double hours = 0.0;
    for (const std::size_t s : critical.slots) hours += one_agent_h[s];
    critical.agents = hours > 0.0 ? critical.work_h / hours : std::numeric_limits<double>::infinity();
    return critical;
}

// All the work, in time or not, by the end of the horizon.
CriticalSlots everything_by_the_end(std::vector<Cohort> cohorts, const std::vector<double>& one_agent_h) {
    for (Cohort& cohort : cohorts) cohort.due = one_agent_h.size() - 1;
    const auto critical = critical_interval(cohorts, one_agent_h);
    if (!critical) return {};
    CriticalSlots slots{.agents = critical->agents, .slots = {}, .work_h = critical->work_h};
    for (std::size_t s = critical->release; s <= critical->due; ++s) slots.slots.push_back(s);
    return slots;
}

}  // namespace

CriticalSlots least_agents_for_share(const std::vector<Cohort>& cohorts, const std::vector<double>& one_agent_h,
                                     const std::vector<double>& share_by_group) {
    const std::vector<double> work_h = work_by_group(cohorts, share_by_group.size());
    std::vector<double> wanted_h;
    for (std::size_t g = 0; g < work_h.size(); ++g) wanted_h.push_back(share_by_group[g] * work_h[g]);
    CriticalSlots critical = everything_by_the_end(cohorts, one_agent_h);
    constexpr int most_steps = 1000;  // each one raises the number; a handful is usual
    for (int step = 0; step < most_steps && std::isfinite(critical.agents) && critical.agents > 0.0; ++step) {
        auto slots = slots_that_are_short(cohorts, one_agent_h, wanted_h, critical.agents);
        if (!slots) break;
        CriticalSlots next = critical_slots(cohorts, one_agent_h, work_h, wanted_h, std::move(*slots));
        if (next.agents <= critical.agents * (1.0 + 1e-12)) break;
        critical = std::move(next);
    }
    return critical;
}

}  // namespace freiton::analytic
