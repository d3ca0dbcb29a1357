// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/erlang_fields.hpp"

namespace freiton::input {

namespace {

using Q = ErlangQuantity;

constexpr double most_lines = 1e6;   // the formulas add up over them
constexpr double shortest_s = 1e-3;  // seconds
constexpr double longest_s = 1e9;    // seconds

}  // namespace

const std::array<ErlangFieldRule, erlang_field_count> erlang_fields = {{
    {"load", "--load", Q::people, 0.0, most_erlangs, "bca"},
    {"calls", "--calls", Q::number, 0.0, longest_s, "bca"},
    {"per_s", "--per", Q::duration, shortest_s, longest_s, "bca"},
    {"aht_s", "--aht", Q::duration, shortest_s, longest_s, "bca"},
    {"agents", "--agents", Q::people, 0.0, most_erlangs, "bca"},
    {"", "--load-for", Q::people, 0.0, most_erlangs, "bca"},
    {"within_s", "--within", Q::duration, 0.0, longest_s, "bca"},
    {"patience_s", "--patience", Q::duration, shortest_s, longest_s, "a"},
    {"lines", "--lines", Q::whole, 1.0, most_lines, "a"},
    {"counting", "--counting", Q::word, 0.0, 0.0, "ca"},
    {"answered", "--answered", Q::share, 0.0, 1.0, "bca"},
    {"average_wait_s", "--average-wait", Q::duration, 0.0, longest_s, "bca"},
    {"abandoned", "--abandoned", Q::share, 0.0, 1.0, "bca"},
    {"max_occupancy", "--max-occupancy", Q::share, 0.0, 1.0, "bca"},
    {"wait_probability_target", "--wait-probability", Q::share, 0.0, 1.0, "bca"},
    {"blocked_target", "--blocked", Q::share, 0.0, 1.0, "bca"},
}};

}  // namespace freiton::input
