// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace freiton {

/// What a piece of input must obey. The sentences belong to report/, by language.
enum class Rule {
    // the file
    file_exists,
    file_missing,
    file_is_directory,
    file_unreadable,
    file_empty,
    file_binary,
    file_is_workbook,
    workbook_old,
    workbook_broken,
    sheet_unknown,
    file_is_pipe,
    file_encoding,
    table_encoding,
    file_too_large,
    ics_without_events,
    holiday_has_time,
    yaml_syntax,
    yaml_tab,
    yaml_no_break_space,
    yaml_sign,
    yaml_second_colon,
    yaml_no_key,
    yaml_indentation,
    yaml_list_and_keys,
    yaml_after_quote,
    yaml_backslash,
    yaml_bracket_open,
    yaml_after_bracket,
    yaml_comma_missing,
    yaml_too_deep,
    yaml_alias,
    yaml_merge_key,
    yaml_documents,
    key_duplicate,
    too_many_values,
    // shape and spelling
    key_unknown,
    key_missing,
    keys_exclusive,
    keys_one_of,
    must_be_mapping,
    must_be_list,
    must_be_text,
    value_missing,
    list_empty,
    is_study,
    is_scenario,
    name_invalid,
    version_unknown,
    // quantities
    number_expected,
    integer_expected,
    number_not_finite,
    number_ambiguous,
    unit_missing,
    duration_expected,
    share_expected,
    date_expected,
    date_does_not_exist,
    hours_expected,
    half_hours_expected,
    list_of_whole_day,
    time_expected,
    moment_expected,
    word_unknown,
    yes_no_expected,
    deadline_expected,
    cost_expected,
    staff_expected,
    assurance_expected,
    whole_days_expected,
    greater_than,
    at_least,
    at_most,
    less_than,
    // meaning, across fields
    interval_must_divide_hour,
    hours_must_fit_interval,
    hours_overlap,
    hours_outside_calendar,
    value_while_closed,
    weekday_closed,
    no_open_interval,
    no_hours,
    horizon_too_long,
    weekday_unknown,
    weekday_twice,
    alike_too_few,
    weekday_of_list,
    time_zone_unknown,
    list_too_short,
    list_too_long,
    profile_all_zero,
    work_missing,
    team_missing,
    comma_in_brackets,
    blank_after_colon,
    key_unknown_here,
    key_of_another_calculator,
    unknown_name,
    name_twice,
    work_without_team,
    target_incomplete,
    redial_without_loss,
    not_for_kind,
    leads_to_unlimited,
    leads_elsewhere,
    warm_only_at_once,
    leads_to_no_site,
    leads_without_end,
    chased_only_by_calls,
    chased_without_end,
    reserved_beside_owners,
    ageing_expected,
    list_by_hour,
    slowdown_too_long,
    quantiles_too_many,
    scope_not_for_backlog,
    clock_needs_days,
    law_needs,
    law_unwanted,
    law_order,
    site_needed,
    no_team_at_site,
    owners_needed,
    backup_too_large,
    interrupt_only_backlog,
    goes_with,
    contacts_while_closed,
    contacts_too_many,
    load_too_large,
    // tables (CSV)
    column_missing,
    row_too_short,
    row_too_long,
    row_outside_horizon,
    row_not_open,
    moment_not_open,
    row_twice,
    table_empty,
    no_rows_about,
    log_unknown,
    log_without_calls,
    log_ends_before,
    log_number_ambiguous,
    log_date_missing,
    log_time_of_day_missing,
    log_work_unnamed,
    log_clock_unclear,
    log_counts_on,
    log_hours_unclear,
    log_half_day_unclear,
    log_year_missing,
    log_period_unclear,
    log_begin_missing,
    log_abandoned_unnamed,
    log_dates_differ,
    log_date_far,
    log_count_unnamed,
    log_amount_unclear,
    log_row_twice,
    log_titles_twice,
    log_date_unnamed,
    log_time_unnamed,
    quote_not_closed,
    text_after_quote,
    column_unknown,
    date_ambiguous,
    duration_cell_expected,
    rows_coarser,
    log_without_handling_time,
    log_interval_unclear,
    log_interval_too_short,
    history_too_short,
    forecast_of_the_past,
    log_of_other_days,
    log_without_dates,
    log_of_other_queues,
    log_of_whole_days,
    log_coarser,
    log_of_other_zone,
    // studies
    study_key_unknown,
    study_needs_samples,
    study_lists_differ,
    study_range,
    study_range_units,
    study_range_order,
    study_too_large,
    study_runs,
    study_finished,
    study_unfinished,
    study_changed,
    // what a question needs
    staff_needed,
    staff_needed_by_study,
    organisation_unknown,
    organisation_other_work,
    not_for_transient,
    takes_hours,
    // the command line
    option_unknown,
    option_takes_no_value,
    argument_surplus,
    usage_wrong,
    count_
};

/// Where a problem was found. Lines and columns count from 1; 0 means that there is none to name.
struct Place {
    std::string file = {};
    int line = 0;
    int column = 0;
};

/// One thing that is wrong with the input: where, which key, what was written, which rule it breaks, and what was
/// probably meant. Arguments fill the rule's sentence, for instance the limit that was exceeded.
struct Problem {
    explicit Problem(Rule broken) : rule{broken} {}

    Problem&& at(Place where) &&;
    Problem&& on(std::string which_key) &&;
    Problem&& got(std::string written) &&;
    Problem&& with(std::vector<std::string> values) &&;
    Problem&& meant(std::string probably) &&;

    Rule rule;
    Place place;
    std::string key;                   // "work.sales.target.within", or the column of a table
    std::optional<std::string> value;  // as it was written
    std::vector<std::string> arguments;
    std::string suggestion;  // "20 s"
};

using Problems = std::vector<Problem>;

/// A file with more problems than this is not read on.
inline constexpr std::size_t most_problems = 100'000;
inline bool are_enough(const Problems& problems) { return problems.size() > most_problems; }

/// Each problem once, in the order in which they were found: several kinds of work may share a table.
Problems without_repetitions(Problems problems);

/// The nearest_word for the next problem, or nothing. Nobody reads beyond the first hundred problems, and hostile input
/// holds hundreds of thousands of words that are nothing: there no more suggestions are looked for.
std::string suggested_word(std::string_view written, const std::vector<std::string>& candidates,
                           const Problems& problems_so_far);

/// The input is wrong; nothing was computed. Carries every problem that was found, not only the first.
class InputError : public std::runtime_error {
  public:
    explicit InputError(Problems problems);
    explicit InputError(const Problem& problem);
    const Problems& problems() const { return problems_; }

  private:
    Problems problems_;
};

/// Throws InputError with this one problem.
[[noreturn]] void refuse(Rule rule, Place place, std::vector<std::string> arguments = {});

}  // namespace freiton
