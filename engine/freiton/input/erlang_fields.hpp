// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "freiton/core/problem.hpp"
#include "freiton/model/erlang_case.hpp"

namespace freiton::input {

/// What a calculator's case may state, in the order of `erlang_fields`.
enum class ErlangField {
    load,
    calls,
    per,
    handling_time,
    agents,
    load_for,
    within,
    patience,
    lines,
    counting,
    answered,
    average_wait,
    abandoned,
    max_occupancy,
    wait_probability,
    blocked,
    count_
};
inline constexpr auto erlang_field_count = static_cast<std::size_t>(ErlangField::count_);

inline constexpr double most_erlangs = 1e9;         // of load and people
inline constexpr double smallest_erlangs = 1e-100;  // but for 0: products with it must not vanish

enum class ErlangQuantity { number, people, whole, duration, share, word };

/// How a field is called in a table and on the command line, and what values it takes.
struct ErlangFieldRule {
    std::string_view column;  // empty: not in tables
    std::string_view option;
    ErlangQuantity quantity;
    double least;
    double most;
    std::string_view models;  // the calculators that know it
};
extern const std::array<ErlangFieldRule, erlang_field_count> erlang_fields;

/// A case as it was written, and where.
struct ErlangText {
    std::array<std::string_view, erlang_field_count> texts{};  // empty: not given
    bool options = false;                                      // quantities with units, as on the command line
    bool fractional = false;
    char separator = ',';                           // of the table
    Place place{};                                  // of the row
    std::array<int, erlang_field_count> columns{};  // of the cells, from 1
};

/// The case, or nothing; adds what is wrong with it.
std::optional<ErlangCase> read_erlang_case(ErlangModel model, const ErlangText& text, Problems& problems);

}  // namespace freiton::input
