// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/least_agents_for_share.hpp"

// g++ 12 takes the empty optional in boost's edge iterator for one that is read.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>

#include "freiton/analytic/critical_interval.hpp"
#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Flow = std::int64_t;
using Vertex = boost::property<boost::vertex_color_t, boost::default_color_type,
                               boost::property<boost::vertex_distance_t, long,
                                               boost::property<boost::vertex_predecessor_t, Traits::edge_descriptor>>>;
using Edge = boost::property<boost::edge_capacity_t, Flow,
                             boost::property<boost::edge_residual_capacity_t, Flow,
                                             boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Vertex, Edge>;

void connect(Graph& graph, std::size_t from, std::size_t to, Flow capacity) {
    const auto there = boost::add_edge(from, to, graph).first;
    const auto back = boost::add_edge(to, from, graph).first;
    boost::put(boost::edge_capacity, graph, there, capacity);
    boost::put(boost::edge_capacity, graph, back, Flow{0});
    boost::put(boost::edge_reverse, graph, there, back);
    boost::put(boost::edge_reverse, graph, back, there);
}

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
    Graph graph(at.all());
    Flow wanted = 0;
    for (std::size_t g = 0; g < wanted_h.size(); ++g) {
        connect(graph, 0, at.group(static_cast<int>(g)), units(wanted_h[g]));
        wanted += units(wanted_h[g]);
    }
    for (std::size_t c = 0; c < cohorts.size(); ++c) {
        const Flow work = units(cohorts[c].work_h);
        connect(graph, at.group(cohorts[c].group), at.cohort(c), work);
        for (std::size_t s = cohorts[c].release; s <= cohorts[c].due; ++s)
            if (one_agent_h[s] > 0.0) connect(graph, at.cohort(c), at.slot(s), work);
    }
    for (std::size_t s = 0; s < one_agent_h.size(); ++s) connect(graph, at.slot(s), 1, units(agents * one_agent_h[s]));
    const Flow flow = boost::boykov_kolmogorov_max_flow(graph, std::size_t{0}, std::size_t{1});
    if (wanted - flow <= static_cast<Flow>(at.all())) return std::nullopt;  // edges were rounded down, by a unit each
    std::vector<std::size_t> near;
    const auto source_side = boost::get(boost::vertex_color, graph, std::size_t{0});
    for (std::size_t s = 0; s < one_agent_h.size(); ++s)
        if (boost::get(boost::vertex_color, graph, at.slot(s)) == source_side) near.push_back(s);
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
