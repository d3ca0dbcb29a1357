// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace freiton {

/// How a simulated contact ended.
enum class Ending { answered, abandoned, blocked, to_call_back, done, given_up, lost_at_close, lost_later, not_done };

/// As a trace writes them, in the order of Ending.
inline constexpr std::array<std::string_view, 9> ending_names = {
    "answered", "abandoned", "blocked", "to_call_back", "done", "given_up", "lost_at_close", "lost_later", "not_done"};

/// By these titles a trace is known from other lists of calls.
inline constexpr std::array<std::string_view, 10> trace_titles = {"work",  "site",   "attempt", "arrival_s", "begin_s",
                                                                  "end_s", "wait_s", "due_s",   "team",      "outcome"};

}  // namespace freiton
