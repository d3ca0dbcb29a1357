// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

namespace freiton {

/// The greatest flow from a source to a sink through edges with whole capacities (Boykov, Kolmogorov 2004, by
/// Boost.Graph). Vertices are numbers; the source is 0, the sink 1.
class MaxFlow {
  public:
    static constexpr std::size_t source = 0;
    static constexpr std::size_t sink = 1;

    explicit MaxFlow(std::size_t vertices);  // at least two
    ~MaxFlow();

    std::size_t add_vertex();

    /// Gives the edge's number.
    std::size_t connect(std::size_t from, std::size_t to, std::int64_t capacity);

    std::int64_t solve();

    // After solve():
    std::int64_t left_of(std::size_t edge) const;      // capacity that is not used
    bool is_on_source_side(std::size_t vertex) const;  // of a least cut

  private:
    struct Network;
    std::unique_ptr<Network> network_;
};

}  // namespace freiton
