// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freiton {

/// What a reader of a result must know: an approximation that was made, a gap in the input, an answer that is not
/// finished. report/ owns the sentences.
enum class WarningCode {
    precision_not_reached,
    load_uncovered,
    planned_by_weeks,
    interrupted,
    headroom_interrupted,
    headroom_without_targets,
    staff_table_has_gaps,
    volumes_have_gaps,
    holidays_of_other_years,
    holidays_listed_of_other_years,
    owners_without_reach,
    site_without_part,
    volumes_outside_horizon,
    staff_outside_horizon,
    virtual_counted_as_offered,
    steady_state,
    handling_time_stretched,
    handling_time_of_the_day_as_volume,
    handling_time_two_phases,
    handling_time_two_equal_phases,
    patience_exponential,
    redial_at_once,
    caused_at_once,
    caused_left_aside,
    warm_left_aside,
    lines_until_wrapped_up,
    ages_left_aside,
    chats_as_calls,
    chats_balanced,
    callbacks_left_aside,
    list_as_post,
    kept_left_aside,
    switching_left_aside,
    mean_wait_infinite,
    calls_pooled,
    priorities_stepwise,
    post_as_fluid,
    deadlines_capped,
    post_slows_calls,
    overflow_as_own_site,
    own_site_first_as_pool,
    owners_as_parts,
    skills_by_preference,
    assurance_mean,
    absence_by_nodes,
    team_handling_time_mixed,
    away_as_at_home,
    overload,
    work_left,
    falls_behind,
    falls_behind_by_chance,
    post_after_last_closing,
    closed_post_by_wall_clock,
    repeats_by_formula,
    turnaround_leaves_out,
    queue_left_over,
    calls_beside_post,
    persons_own,
    helpers_differ,
    occupancy_beside_post,
};
constexpr std::size_t warning_codes = static_cast<std::size_t>(WarningCode::occupancy_beside_post) + 1;

/// The code as results spell it, and back.
std::string_view warning_name(WarningCode code);
std::optional<WarningCode> warning_code(std::string_view name);

struct Warning {
    WarningCode code{};
    std::vector<std::string> arguments{};
};

}  // namespace freiton
