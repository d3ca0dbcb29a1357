// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/max_flow.hpp"

// g++ 12 takes the empty optional in boost's edge iterator for one that is read.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <vector>

#include "freiton/core/contracts.hpp"

namespace freiton {

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

}  // namespace

struct MaxFlow::Network {
    Graph graph;
    std::vector<Traits::edge_descriptor> edges{};
};

MaxFlow::MaxFlow(std::size_t vertices) : network_{std::make_unique<Network>(Network{Graph(vertices)})} {
    EXPECTS(vertices >= 2);
}
MaxFlow::~MaxFlow() = default;

std::size_t MaxFlow::add_vertex() { return boost::add_vertex(network_->graph); }

std::size_t MaxFlow::connect(std::size_t from, std::size_t to, Flow capacity) {
    EXPECTS(capacity >= 0);
    Graph& graph = network_->graph;
    const auto there = boost::add_edge(from, to, graph).first;
    const auto back = boost::add_edge(to, from, graph).first;
    boost::put(boost::edge_capacity, graph, there, capacity);
    boost::put(boost::edge_capacity, graph, back, Flow{0});
    boost::put(boost::edge_reverse, graph, there, back);
    boost::put(boost::edge_reverse, graph, back, there);
    network_->edges.push_back(there);
    return network_->edges.size() - 1;
}

Flow MaxFlow::solve() { return boost::boykov_kolmogorov_max_flow(network_->graph, source, sink); }

Flow MaxFlow::left_of(std::size_t edge) const {
    return boost::get(boost::edge_residual_capacity, network_->graph, network_->edges[edge]);
}

bool MaxFlow::is_on_source_side(std::size_t vertex) const {
    const Graph& graph = network_->graph;
    return boost::get(boost::vertex_color, graph, vertex) == boost::get(boost::vertex_color, graph, source);
}

}  // namespace freiton
