// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>

namespace freiton {

/// The place of something in a list, from 0, as a type of its own for each kind of list, so that a team is never taken
/// for an interval. It is made explicitly from a number, and is one by itself where a list is asked.
///
///   for (TeamIndex team{0}; team < plan.agents.size(); ++team) ... plan.agents[team] ...
template <class Tag>
class Index {
  public:
    constexpr Index() = default;
    explicit constexpr Index(std::size_t value) : value_{value} {}

    constexpr operator std::size_t() const { return value_; }  // implicit: lists are indexed by it
    constexpr Index& operator++() {
        ++value_;
        return *this;
    }
    // clang-tidy 14 takes the 0 of a defaulted comparison for a null pointer.
    friend constexpr auto operator<=>(const Index&, const Index&) = default;  // NOLINT(modernize-use-nullptr)

  private:
    std::size_t value_ = 0;
};

}  // namespace freiton
