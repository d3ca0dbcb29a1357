// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/promises.hpp"
#include "freiton/model/warning.hpp"

namespace freiton {

/// So many quantiles may be asked for beside those that every scenario has (quantile_figures.hpp).
inline constexpr std::size_t most_asked_quantiles = 4;

/// What happened to calls during some time (an interval, a day, the horizon). Counts are expected numbers, waits are in
/// seconds. NaN where there is nothing to speak of (no calls), infinite where a queue grows for ever.
struct CallFigures {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    double offered = 0.0;
    double answered = 0.0;
    double abandoned = 0.0;
    double blocked = 0.0;
    double service_level = none;
    double reachability = none;
    double asa_s = none;       // mean wait of the answered
    double wait_all_s = none;  // mean wait of all admitted
    double wait_p50_s = none;  // quantiles of the wait of all admitted, however it ended
    double wait_p90_s = none;
    double wait_p95_s = none;
    double wait_asked_1_s = none, wait_asked_2_s = none, wait_asked_3_s = none, wait_asked_4_s = none;
    double wait_probability = none;  // of all offered: admitted, and not answered at once
    double abandoned_share = none;   // of all offered
    double blocked_share = none;
    double queue_mean = 0.0;           // callers waiting, over open time
    double queue_at_end = none;        // callers waiting at the end of the interval, day or horizon
    double busy_mean = 0.0;            // agents handling calls, over open time
    double load_erlang = 0.0;          // over open time
    double away_share = none;          // of the answered: by another site than the caller's
    double customers_offered = none;   // people, where they try again: each counted once
    double lost_later = none;          // handed back when staff dropped, after an answer, and lost then
    double customers_answered = none;  // of those, the ones that reached an agent in the end
    double short_abandoned = none;     // of the abandoned, so early that they count in no share
    double wrap_up_mean = none;        // of busy_mean, agents wrapping up
    double caused = none;              // of the offered: what other contacts led to
    double callbacks = none;           // of the offered: who hung up to be called back
    double called_back_share = none;   // of those: called back in time
    double callbacks_reached = none;   // of those: spoken to in the end
    double conversations_mean = none;  // chats that agents hold, over open time
    double holding_mean = none;        // of busy_mean, agents with a caller whom they transfer, until somebody answers

    static constexpr std::array<double CallFigures::*, most_asked_quantiles> of_asked_quantiles() {
        return {&CallFigures::wait_asked_1_s, &CallFigures::wait_asked_2_s, &CallFigures::wait_asked_3_s,
                &CallFigures::wait_asked_4_s};
    }

    /// The figures of which a simulation tells single days.
    static constexpr std::array<double CallFigures::*, 6> of_single_days() {
        return {&CallFigures::service_level, &CallFigures::asa_s,    &CallFigures::abandoned_share,
                &CallFigures::offered,       &CallFigures::answered, &CallFigures::abandoned};
    }
};

/// What happened to items of post that arrived during some time. Turnaround runs from arrival to completion on the
/// clock of the target (opening hours for deadlines in working days), in hours.
struct BacklogFigures {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    double offered = 0.0;
    double done = 0.0;
    double done_in_time = 0.0;
    double done_in_time_share = none;  // of all offered
    double turnaround_mean_h = none;
    double turnaround_p50_h = none;
    double turnaround_p90_h = none;
    double turnaround_p95_h = none;
    double turnaround_asked_1_h = none, turnaround_asked_2_h = none;
    double turnaround_asked_3_h = none, turnaround_asked_4_h = none;
    double completed = none;       // finished during this time, whenever they arrived
    double waiting_mean = none;    // items that nobody works on, over open time
    double busy_mean = none;       // agents working on them, over open time
    double load_erlang = 0.0;      // over open time
    double backlog_at_end = none;  // items not done at the end of the interval, day or horizon
    double oldest_max_h = none;    // greatest age of a waiting item, on the same clock
    double due = none;             // items promised for this time, whenever they arrived
    double away_share = none;      // of the done: by another site than the item's
    double caused = none;          // of the offered: what other contacts led to
    // Of call lists.
    double tried = none;                  // entries that were called at least once
    double tried_in_time_share = none;    // of all offered
    double reached = none;                // entries that answered
    double reached_in_time_share = none;  // of all offered
    double attempts = none;               // calls made

    static constexpr std::array<double BacklogFigures::*, most_asked_quantiles> of_asked_quantiles() {
        return {&BacklogFigures::turnaround_asked_1_h, &BacklogFigures::turnaround_asked_2_h,
                &BacklogFigures::turnaround_asked_3_h, &BacklogFigures::turnaround_asked_4_h};
    }
    static constexpr std::array<double BacklogFigures::*, 3> of_single_days() {
        return {&BacklogFigures::done_in_time_share, &BacklogFigures::turnaround_mean_h, &BacklogFigures::oldest_max_h};
    }
};

/// The figures by name, in the order of every table and file; units as in DESIGN: _s seconds, _h hours, shares as
/// fractions. With the quantiles that a scenario asks for.
template <class Figures>
struct FigureName {
    std::string key;
    double Figures::*member;
};
using CallFigureName = FigureName<CallFigures>;
std::vector<FigureName<CallFigures>> call_figure_names(const std::vector<Share>& quantiles = {});
std::vector<FigureName<BacklogFigures>> backlog_figure_names(const std::vector<Share>& quantiles = {});

/// What single days look like: one in twenty lies below the 5 % quantile, one in twenty above the 95 % quantile. Not
/// the doubt about a mean. NaN where too few days have a value.
struct Band {
    double p05 = CallFigures::none;
    double p95 = CallFigures::none;
};

/// Fewer values have no band: not one day in twenty was seen.
inline constexpr int least_single_days = 20;

/// The band there, none beyond the end: where no single days were looked at, the list is empty.
inline Band band_at(const std::vector<Band>& bands, std::size_t place) {
    return place < bands.size() ? bands[place] : Band{};
}

/// Figures, and how sure they are: half-widths of 95 % intervals where they were simulated, nothing where a formula
/// gave them. Of some also what single days look like, where that was asked for.
template <class Figures>
struct Measured : Figures {
    Measured() = default;
    Measured(const Figures& figures) : Figures{figures} {}  // implicit: a formula's figure is a measured one
    std::optional<Figures> half_width{};
    std::optional<std::array<Band, Figures::of_single_days().size()>> single_days{};  // as of_single_days() has them

    /// Nothing of a figure that has none.
    std::optional<Band> band(double Figures::*member) const {
        if (!single_days) return std::nullopt;
        for (std::size_t k = 0; k < single_days->size(); ++k)
            if (Figures::of_single_days()[k] == member) return (*single_days)[k];
        return std::nullopt;
    }
};

/// The figures of one kind of work, or of its part from one site, in total and over time.
template <class Figures>
struct Course {
    Measured<Figures> total{};
    std::vector<Measured<Figures>> by_interval{};
    std::vector<Measured<Figures>> by_day{};  // one for each calendar day, closed ones without demand
};

/// One kind of work: the calls or the backlog is filled, after its kind.
struct WorkPerformance {
    Course<CallFigures> calls{};
    Course<BacklogFigures> backlog{};
    std::map<std::string, Course<CallFigures>> calls_by_site{};  // by the caller's site
    std::map<std::string, Course<BacklogFigures>> backlog_by_site{};
};

struct TeamPerformance {
    double agent_hours = 0.0;  // required on duty, before absence
    double paid_hours = 0.0;   // with shrinkage
    double paid_fte = 0.0;
    std::optional<double> cost{};  // of the paid hours
    int peak_agents = 0;
    double occupancy = CallFigures::none;  // over all hours on duty
    double occupancy_calls = CallFigures::none;
    std::vector<double> occupancy_by_interval{};  // NaN where nobody is on duty
    std::vector<double> occupancy_calls_by_interval{};
    // From here on only where days were simulated.
    std::optional<double> occupancy_half_width{};
    std::optional<double> occupancy_calls_half_width{};
    std::optional<double> occupancy_slots{};  // of teams with chats: of what they could hold at once, over all hours
    std::optional<double> occupancy_slots_half_width{};
    std::optional<double> on_duty_hours{};   // after absence
    std::optional<double> overtime_hours{};  // after closing, to serve who was waiting
    std::optional<double> overtime_hours_half_width{};
    std::vector<double> on_duty_by_interval{};    // mean number of people after absence
    std::vector<double> occupancy_by_day{};       // NaN where nobody is on duty
    std::optional<Band> occupancy_single_days{};  // over horizons
    std::vector<Band> occupancy_single_days_by_interval{};
    std::vector<Band> occupancy_single_days_by_day{};
};

/// A promise and what came of it: of all intervals or days in its scope the worst.
struct TargetResult {
    Promise promise{};
    double reached = CallFigures::none;
    std::optional<double> half_width{};  // of `reached`, where it was simulated
    std::optional<IntervalIndex> worst_interval{};
    std::optional<int> worst_day{};
    // From here on only where days were simulated; none where nothing came.
    std::optional<double> kept_share{};  // of the single intervals, days or horizons that it is for, as `over` says
    std::optional<double> days_met{};    // of single days, each as a whole; of horizons where it is for the horizon
    bool met = true;
    // Of a formula that cannot vouch for `met`: how far a simulation may fall short of `reached`, in its unit (19 in 20
    // such plans were nearer; bench/README.md). A warning names the reason.
    std::optional<double> may_be_off{};

    /// Whether `met` is beyond the doubt of a simulated mean, or of a formula; where there is no doubt, it is.
    bool sure() const;
    bool expected() const { return met && may_be_off; }  // by a formula that cannot vouch for it
};

/// Where the figures come from.
enum class Source { formula, transient, simulation };
std::string_view source_name(Source source);  // as in the scenario's `plan.method` and in results

struct Performance {
    std::vector<WorkPerformance> work;  // as in the scenario
    std::vector<TeamPerformance> teams;
    std::vector<TargetResult> targets;
    std::vector<Warning> warnings;
    Source source = Source::formula;
    int replications = 0;      // simulated days or weeks, each one horizon
    int single_days = 0;       // of these, on which the bands of single days rest; 0: nobody asked for them
    bool interrupted = false;  // stopped by its user before the wanted precision was reached

    /// Every promise is kept by the figures; those of an interrupted run have not the last word.
    bool met() const;
    /// So it is, but only by a formula that cannot vouch for it.
    bool expected() const;
};

}  // namespace freiton
