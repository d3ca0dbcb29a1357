// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/problem.hpp"

namespace freiton {

/// Rules that only those name who read files: apart from `Rule`, which everybody includes, so that one more of them
/// does not compile everything anew.
enum class ReadRule {
    file_is_workbook,
    file_is_pipe,
    comma_in_brackets,
    blank_after_colon,
    key_unknown_here,
    key_of_another_calculator,
    column_unknown,
    date_ambiguous,
    duration_cell_expected,
    contacts_while_closed,
    contacts_too_many,
    load_too_large,
    rows_coarser,
    log_without_handling_time,
    log_interval_unclear,
    log_interval_too_short,
    count_
};

/// As one of all rules: behind those of `Rule`.
constexpr Rule as_rule(ReadRule rule) {
    return static_cast<Rule>(static_cast<int>(Rule::count_) + 1 + static_cast<int>(rule));
}

}  // namespace freiton
