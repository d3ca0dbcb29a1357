// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/simulated_performance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/falls_behind.hpp"
#include "freiton/model/quantile_figures.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/model/target_results.hpp"
#include "freiton/simulation/half_width.hpp"
#include "freiton/simulation/handling_means.hpp"

namespace freiton::simulation {

namespace {

template <class Figures, std::size_t R, std::size_t M>
Measured<Figures> figures_of(const Sums& sums, std::int64_t n, double open_s,
                             const std::array<RatioFigure<Figures>, R>& ratios,
                             const std::array<MeanFigure<Figures>, M>& means) {
    Measured<Figures> figures;
    figures.half_width.emplace();
    for (std::size_t k = 0; k < R; ++k) {
        const auto& [member, top, bottom, scale, share] = ratios[k];
        const Estimate estimate = ratio_estimate(sums.sum[top], sums.sum[bottom], sums.square[top], sums.square[bottom],
                                                 sums.product[k], n, share);
        figures.*member = estimate.value * scale;
        *figures.half_width.*member = estimate.half_width * scale;
    }
    for (const auto& [member, which, scale, per_open_time] : means) {
        const Estimate estimate = mean_estimate(sums.sum[which], sums.square[which], n, !per_open_time);
        const double factor = per_open_time ? (open_s > 0.0 ? 1.0 / open_s : 0.0) : scale;
        figures.*member = estimate.value * factor;
        *figures.half_width.*member = estimate.half_width * factor;
    }
    return figures;
}

// Quantiles at one place: of the whole from all sections, their spread from the sections one by one.
class PlaceQuantiles {
  public:
    PlaceQuantiles(const Durations& durations, std::size_t view, std::size_t place) {
        std::vector<double> counts;
        std::vector<double> of_all(kernel::DurationBins::count, 0.0);
        double zeros = 0.0;
        for (int section = 0; section < Durations::sections; ++section) {
            durations.count(view, place, section, counts);
            const double zeros_here = durations.zeros(view, place, section);
            sections_[static_cast<std::size_t>(section)] = {zeros_here, counts};
            std::transform(counts.begin(), counts.end(), of_all.begin(), of_all.begin(), std::plus<>{});
            zeros += zeros_here;
        }
        all_ = {zeros, of_all};
    }

    Estimate at(double p) const {
        double sum = 0.0, square = 0.0;
        std::int64_t filled = 0;
        for (const BinnedDurations& section : sections_) {
            const double value = section.quantile(p);
            if (std::isnan(value)) continue;
            ++filled;
            sum += value;
            square += value * value;
        }
        const double all = all_.quantile(p);
        if (filled < 2) return {all, CallFigures::none};
        const double mean = sum / static_cast<double>(filled);
        const double variance = std::max(0.0, square - sum * mean) / static_cast<double>(filled - 1);
        const double half_width = student_t95(filled - 1) * std::sqrt(variance / static_cast<double>(filled));
        return {all, half_width > 0.0 ? half_width : CallFigures::none};
    }

  private:
    std::array<BinnedDurations, Durations::sections> sections_{};
    BinnedDurations all_{};
};

// Builds the courses of one view: every interval, every day, the whole.
class CourseBuilder {
  public:
    CourseBuilder(const Scenario& scenario, const Views& views, const Moments& moments, const Durations& durations)
        : scenario_{scenario},
          views_{views},
          moments_{moments},
          durations_{durations},
          waits_{wait_quantiles(scenario.quantiles())},
          turnarounds_{turnaround_quantiles(scenario.quantiles())} {}

    Course<CallFigures> calls(std::size_t view) const { return course<CallFigures>(view, call_figures, waits_, 1.0); }
    Course<BacklogFigures> backlog(std::size_t view) const {
        return course<BacklogFigures>(view, backlog_figures, turnarounds_, per_hour);
    }

  private:
    template <class Figures, class Make>
    Course<Figures> course(std::size_t view, Make make, const std::vector<QuantileFigure<Figures>>& quantiles,
                           double scale) const {
        const HandlingMeans handling{scenario_, views_.list[view]};
        const double length = scenario_.calendar().interval_length().count();
        const auto at = [&](std::size_t place, std::size_t from, std::size_t to, bool with_quantiles) {
            const double open_s = static_cast<double>(to - from) * length;
            Measured<Figures> figures = make(views_, moments_, view, place, open_s, handling.of(from, to));
            if (!with_quantiles || quantiles.empty()) return figures;
            const PlaceQuantiles durations{durations_, view, place};
            for (const auto& quantile : quantiles) {
                const Estimate estimate = durations.at(quantile.share);
                figures.*quantile.member = estimate.value * scale;
                *figures.half_width.*quantile.member = estimate.half_width * scale;
            }
            return figures;
        };
        Course<Figures> result;
        for (std::size_t i = 0; i < views_.intervals; ++i)
            result.by_interval.push_back(at(i, i, i + 1, durations_.has_intervals()));
        for (std::size_t d = 0; d < views_.days; ++d) {
            const Calendar& calendar = scenario_.calendar();
            const std::size_t from = calendar.first_interval(static_cast<int>(d));
            const std::size_t to = calendar.first_interval(static_cast<int>(d) + 1);
            result.by_day.push_back(at(views_.day_place(d), from, to, durations_.has_days()));
        }
        result.total = at(views_.total_place(), 0, views_.intervals, true);
        return result;
    }

    const Scenario& scenario_;
    const Views& views_;
    const Moments& moments_;
    const Durations& durations_;
    const std::vector<QuantileFigure<CallFigures>> waits_;
    const std::vector<QuantileFigure<BacklogFigures>> turnarounds_;
};

// Where nobody was ever busy, or ever idle, in n replications: the rule of three for a replication in which somebody
// is.
double occupancy_half_width(double occupancy, const Estimate& estimate, std::int64_t n) {
    return occupancy <= 0.0 || occupancy >= 1.0 ? std::min(1.0, 3.0 / static_cast<double>(n)) : estimate.half_width;
}

std::vector<double> occupancy_by_day(const Calendar& calendar, const Moments& moments, std::size_t t) {
    std::vector<double> days;
    days.reserve(static_cast<std::size_t>(calendar.days()));
    for (int day = 0; day < calendar.days(); ++day) {
        double busy = 0.0, on_duty = 0.0;
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
            const TeamSums& sums = moments.team(t, i);
            busy += sums.calls + sums.backlog;
            on_duty += sums.on_duty;
        }
        days.push_back(occupancy(busy, on_duty));
    }
    return days;
}

TeamPerformance team_performance(const Scenario& scenario, const std::vector<int>& agents, const Team& team,
                                 const Moments& moments, std::size_t t) {
    const double interval_s = scenario.calendar().interval_length().count();
    const std::int64_t n = moments.replications();
    TeamPerformance result;
    for (std::size_t i = 0; i < agents.size(); ++i) {
        const TeamSums& sums = moments.team(t, i);
        result.occupancy_by_interval.push_back(occupancy(sums.calls + sums.backlog, sums.on_duty));
        result.occupancy_calls_by_interval.push_back(occupancy(sums.calls, sums.on_duty));
        result.on_duty_by_interval.push_back(sums.on_duty / static_cast<double>(n) / interval_s);
    }
    set_staff_figures(scenario, team, agents, result);
    result.occupancy_by_day = occupancy_by_day(scenario.calendar(), moments, t);
    const TeamSums& all = moments.team_total(t);
    const Estimate busy =
        ratio_estimate(all.calls + all.backlog, all.on_duty, all.busy2, all.on_duty2, all.busy_on_duty, n, false);
    const Estimate calls =
        ratio_estimate(all.calls, all.on_duty, all.calls2, all.on_duty2, all.calls_on_duty, n, false);
    const Estimate overtime = mean_estimate(all.overtime, all.overtime2, n, false);
    result.occupancy = occupancy(all.calls + all.backlog, all.on_duty);
    result.occupancy_half_width = occupancy_half_width(result.occupancy, busy, n);
    result.occupancy_calls = occupancy(all.calls, all.on_duty);
    result.occupancy_calls_half_width = occupancy_half_width(result.occupancy_calls, calls, n);
    result.on_duty_hours = all.on_duty / static_cast<double>(n) * per_hour;
    if (handles_kind(scenario.work(), team, WorkKind::chat)) {
        result.occupancy_slots = occupancy(all.slots, all.on_duty);
        result.occupancy_slots_half_width =
            ratio_estimate(all.slots, all.on_duty, all.slots2, all.on_duty2, all.slots_on_duty, n, false).half_width;
    }
    result.overtime_hours = overtime.value * per_hour;
    result.overtime_hours_half_width = overtime.half_width * per_hour;
    return result;
}

}  // namespace

namespace {

// Figures of ways that the work does not have.
template <class Figures>
void leave_out(Measured<Figures>& figures, std::initializer_list<double Figures::*> members) {
    for (double Figures::*const member : members) figures.*member = figures.half_width.value().*member = Figures::none;
}

// As promises of occupancy see the teams: not where nobody is planned and somebody only finishes what he does, busy all
// the time (views.cpp).
std::vector<TeamPerformance> where_staffed(const StaffingPlan& plan, std::vector<TeamPerformance> teams) {
    for (std::size_t t = 0; t < teams.size(); ++t)
        for (std::size_t i = 0; i < plan.agents[t].size(); ++i)
            if (plan.agents[t][i] == 0) teams[t].occupancy_by_interval[i] = CallFigures::none;
    return teams;
}

}  // namespace

Measured<CallFigures> call_figures(const Views& views, const Moments& moments, std::size_t view, std::size_t place,
                                   double open_s, double handling_s) {
    Measured<CallFigures> figures =
        figures_of(moments.place(view, place), moments.replications(), open_s, call_ratios, call_means);
    figures.load_erlang = open_s > 0.0 ? figures.offered * handling_s / open_s : 0.0;
    figures.half_width->load_erlang = open_s > 0.0 ? figures.half_width->offered * handling_s / open_s : 0.0;
    if (!views.list[view].has_callbacks)
        leave_out<CallFigures>(
            figures, {&CallFigures::callbacks, &CallFigures::called_back_share, &CallFigures::callbacks_reached});
    if (!views.list[view].chat) leave_out<CallFigures>(figures, {&CallFigures::conversations_mean});
    if (!views.list[view].leads_warm) leave_out<CallFigures>(figures, {&CallFigures::holding_mean});
    return figures;
}

Measured<BacklogFigures> backlog_figures(const Views& views, const Moments& moments, std::size_t view,
                                         std::size_t place, double open_s, double handling_s) {
    Measured<BacklogFigures> figures =
        figures_of(moments.place(view, place), moments.replications(), open_s, backlog_ratios, backlog_means);
    figures.load_erlang = open_s > 0.0 ? figures.offered * handling_s / open_s : 0.0;
    figures.half_width->load_erlang = open_s > 0.0 ? figures.half_width->offered * handling_s / open_s : 0.0;
    if (!views.list[view].is_list)
        leave_out<BacklogFigures>(
            figures, {&BacklogFigures::tried, &BacklogFigures::tried_in_time_share, &BacklogFigures::reached,
                      &BacklogFigures::reached_in_time_share, &BacklogFigures::attempts});
    return figures;
}

Performance simulated_performance(const Scenario& scenario, const StaffingPlan& plan, const Views& views,
                                  const Moments& moments, const Durations& durations) {
    Performance result;
    result.source = freiton::Source::simulation;
    result.replications = static_cast<int>(moments.replications());
    result.work.resize(scenario.work().size());
    const CourseBuilder builder{scenario, views, moments, durations};
    for (std::size_t v = 0; v < views.list.size(); ++v) {
        const View& view = views.list[v];
        WorkPerformance& work = result.work[view.work];
        if (view.call)
            (view.site.empty() ? work.calls : work.calls_by_site[view.site]) = builder.calls(v);
        else
            (view.site.empty() ? work.backlog : work.backlog_by_site[view.site]) = builder.backlog(v);
    }
    for (std::size_t t = 0; t < scenario.teams().size(); ++t)
        result.teams.push_back(team_performance(scenario, plan.agents[t], scenario.teams()[t], moments, t));
    result.targets = target_results(scenario, result.work, where_staffed(plan, result.teams));
    for (std::size_t p = 0; p < result.targets.size(); ++p) {
        TargetResult& target = result.targets[p];
        if (target.promise.each_day) {
            const Estimate kept = moments.kept_days(p);
            judge_by(kept.value, kept.half_width, target);
            continue;
        }
        target.days_met = moments.days_met(p);
        target.kept_share = target.promise.over == Scope::interval ? moments.intervals_met(p) : target.days_met;
    }
    judge_what_falls_behind(scenario, plan, result);
    return result;
}

}  // namespace freiton::simulation
