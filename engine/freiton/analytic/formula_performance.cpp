// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include "freiton/analytic/formula_doubt.hpp"
#include "freiton/analytic/formula_plan.hpp"
#include "freiton/analytic/formula_warnings.hpp"
#include "freiton/analytic/list_figures.hpp"
#include "freiton/analytic/post_course.hpp"
#include "freiton/analytic/wait_quantiles.hpp"
#include "freiton/core/parallel_for.hpp"
#include "freiton/model/call_sums.hpp"
#include "freiton/model/falls_behind.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/model/target_results.hpp"

namespace freiton::analytic {

namespace {

// Calls of one work in one interval: of one stream, or of several sites that stand alone.
struct IntervalCalls {
    CallSums sums;
    std::vector<KindOutcome> streams;

    void beside(KindOutcome outcome, double open_s) {
        sums += outcome.sums;
        sums.open_s = open_s;
        streams.push_back(std::move(outcome));
    }
};

using CallsByInterval = std::vector<IntervalCalls>;

CallFigures figures_of(const std::vector<QuantileFigure<CallFigures>>& quantiles, const CallsByInterval& calls,
                       std::size_t first, std::size_t end, const RunControl& control) {
    CallSums all;
    std::vector<const KindOutcome*> mixture;
    for (std::size_t i = first; i < end; ++i) {
        all += calls[i].sums;
        for (const KindOutcome& outcome : calls[i].streams) mixture.push_back(&outcome);
    }
    CallFigures figures = all.figures();
    add_wait_quantiles(figures, quantiles, mixture, control);
    return figures;
}

Course<CallFigures> course_of(const Scenario& scenario, const CallsByInterval& calls, const RunControl& control) {
    const Calendar& calendar = scenario.calendar();
    const auto quantiles = wait_quantiles(scenario.quantiles());
    Course<CallFigures> course;
    for (std::size_t i = 0; i < calls.size(); ++i)
        course.by_interval.emplace_back(figures_of(quantiles, calls, i, i + 1, control));
    std::size_t open = 0;
    for (int day = 0; day < calendar.days(); ++day) {
        course.by_day.emplace_back(
            figures_of(quantiles, calls, calendar.first_interval(day), calendar.first_interval(day + 1), control));
        if (calendar.is_open(day)) open = static_cast<std::size_t>(day);
    }
    course.total =
        calendar.open_days() == 1 ? course.by_day[open] : figures_of(quantiles, calls, 0, calls.size(), control);
    return course;
}

Course<BacklogFigures> course_of(const Scenario& scenario, const std::vector<PostSums>& sums,
                                 const RunControl& control) {
    const Calendar& calendar = scenario.calendar();
    const auto quantiles = turnaround_quantiles(scenario.quantiles());
    Course<BacklogFigures> course;
    PostSums all;
    for (const PostSums& interval : sums) course.by_interval.emplace_back(interval.figures(quantiles));
    for (int day = 0; day < calendar.days(); ++day) {
        control.stop_if_asked();
        PostSums of_day;
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i)
            of_day.then(sums[i]);
        if (calendar.is_open(day)) all.then(of_day);
        course.by_day.emplace_back(of_day.figures(quantiles));
    }
    course.total = all.figures(quantiles);
    return course;
}

// Busy agents of a pool by interval.
struct Busy {
    std::vector<double> calls;
    std::vector<double> post;
};

double there_share(const Team& team) { return 1.0 - (team.absence ? team.absence->share.value() : 0.0); }

TeamPerformance team_performance(const Scenario& scenario, const Team& team, const std::vector<int>& agents,
                                 const std::vector<double>& of_pool, const Busy& busy) {
    TeamPerformance result;
    const double hours = Hours{scenario.calendar().interval_length()}.count();
    const double there = there_share(team);
    double busy_hours = 0.0;
    double call_hours = 0.0;
    for (std::size_t i = 0; i < agents.size(); ++i) {
        const double on_duty = agents[i] * there;
        const double share = of_pool[i] > 0.0 ? on_duty / of_pool[i] : 0.0;
        call_hours += share * busy.calls[i] * hours;
        busy_hours += share * (busy.calls[i] + busy.post[i]) * hours;
        const auto occupied = [&](double people) {
            return on_duty > 0.0 ? share * people / on_duty : CallFigures::none;
        };
        result.occupancy_calls_by_interval.push_back(occupied(busy.calls[i]));
        result.occupancy_by_interval.push_back(occupied(busy.calls[i] + busy.post[i]));
    }
    set_staff_figures(scenario, team, agents, result);
    if (result.agent_hours > 0.0) {
        result.occupancy = busy_hours / (result.agent_hours * there);
        result.occupancy_calls = call_hours / (result.agent_hours * there);
    }
    return result;
}

// Gathers streams of several pools into the kinds of work, and by site where contacts stay there.
class Gathering {
  public:
    explicit Gathering(const Scenario& scenario)
        : scenario_{scenario}, calls_(scenario.work().size()), post_(scenario.work().size()) {}

    void add(const Stream& stream, std::size_t interval, const KindOutcome& outcome) {
        const double open_s = scenario_.calendar().interval_length().count();
        for (CallsByInterval* to : places(stream, calls_[stream.work], calls_by_site_))
            (*to)[interval].beside(outcome, open_s);
    }

    void add(const Stream& stream, std::size_t interval, const PostSums& sums) {
        for (std::vector<PostSums>* to : places(stream, post_[stream.work], post_by_site_))
            (*to)[interval].beside(sums);
    }

    /// Each course is a job of its own.
    std::vector<WorkPerformance> result(const RunControl& control) {
        std::vector<WorkPerformance> works(scenario_.work().size());
        std::vector<std::function<void()>> jobs;
        for (std::size_t w = 0; w < works.size(); ++w) {
            calls_[w].resize(scenario_.intervals());
            post_[w].resize(scenario_.intervals());
            if (scenario_.work()[w].answered_now())
                jobs.emplace_back([&, w] { works[w].calls = course_of(scenario_, calls_[w], control); });
            else
                jobs.emplace_back([&, w] { works[w].backlog = course_of(scenario_, post_[w], control); });
        }
        for (const auto& entry : calls_by_site_) {
            Course<CallFigures>& to = works[entry.first.first].calls_by_site[entry.first.second];
            jobs.emplace_back([&] { to = course_of(scenario_, entry.second, control); });
        }
        for (const auto& entry : post_by_site_) {
            Course<BacklogFigures>& to = works[entry.first.first].backlog_by_site[entry.first.second];
            jobs.emplace_back([&] { to = course_of(scenario_, entry.second, control); });
        }
        parallel_for(jobs.size(), control.threads, [&](std::size_t j) { jobs[j](); });
        for (std::size_t w = 0; w < works.size(); ++w) add_list_figures(scenario_.work()[w], works[w]);
        return works;
    }

  private:
    using Place = std::pair<std::size_t, std::string>;

    template <class Intervals>
    std::vector<Intervals*> places(const Stream& stream, Intervals& all, std::map<Place, Intervals>& by_site) {
        all.resize(scenario_.intervals());
        std::vector<Intervals*> to = {&all};
        if (!stream.site || stream.site->empty()) return to;
        Intervals& own = by_site[{stream.work, *stream.site}];
        own.resize(scenario_.intervals());
        to.push_back(&own);
        return to;
    }

    const Scenario& scenario_;
    std::vector<CallsByInterval> calls_;
    std::vector<std::vector<PostSums>> post_;
    std::map<Place, CallsByInterval> calls_by_site_;
    std::map<Place, std::vector<PostSums>> post_by_site_;
};

// What becomes of a pool's work, by stream and interval.
struct PoolOutcome {
    std::vector<int> agents;
    std::vector<double> on_duty;                  // of them, after absence
    std::vector<std::vector<KindOutcome>> calls;  // [interval][stream]
    std::vector<std::vector<PostSums>> post;      // [stream][interval]
    Busy busy;
};

PoolOutcome outcome_of(const Scenario& scenario, const Pool& pool, const StaffingPlan& plan,
                       const RunControl& control) {
    PoolOutcome outcome{.agents = std::vector<int>(scenario.intervals(), 0),
                        .on_duty = std::vector<double>(scenario.intervals(), 0.0),
                        .calls = {},
                        .post = {},
                        .busy = {}};
    for (const std::size_t t : pool.teams) {
        EXPECTS(plan.agents[t].size() == scenario.intervals());
        for (std::size_t i = 0; i < scenario.intervals(); ++i) {
            outcome.agents[i] += plan.agents[t][i];
            outcome.on_duty[i] += plan.agents[t][i] * there_share(scenario.teams()[t]);
        }
    }
    outcome.busy = {std::vector<double>(scenario.intervals(), 0.0), std::vector<double>(scenario.intervals(), 0.0)};
    PoolCalls calls{scenario, pool, control};
    const Seconds length = scenario.calendar().interval_length();
    for (std::size_t i = 0; i < scenario.intervals() && calls.kinds() > 0; ++i) {
        control.stop_if_asked();
        outcome.calls.push_back(pooled_calls(calls.demand(i), outcome.agents[i], length, true));
        std::vector<CallSums> sums;
        for (std::size_t k = 0; k < calls.kinds(); ++k) {
            CallSums& kind = outcome.calls.back()[k].sums;
            const Work& work = scenario.work()[pool.calls[k].work];
            kind.load_s = kind.offered * busy_time(work).mean.count() * pool.calls[k].factor(i);
            if (work.wrap_up)
                kind.wrap_up_s = kind.answered * work.wrap_up->mean_duration().count() * pool.calls[k].factor(i);
            kind.caused = pool.calls[k].caused[i];
            outcome.busy.calls[i] += kind.busy_s / length.count();
            sums.push_back(kind);
        }
        calls.remember(i, outcome.agents[i], sums);
    }
    if (pool.post.empty()) return outcome;
    PostTime time{scenario, pool, calls};
    outcome.post = post_sums(scenario, pool, time, outcome.agents);
    for (const auto& stream : outcome.post)
        for (std::size_t i = 0; i < scenario.intervals(); ++i)
            outcome.busy.post[i] += stream[i].busy_h / Hours{length}.count();
    return outcome;
}

// Of a team that only chats: of all the conversations that its people could hold, over all hours, those that they do.
void set_slots(const Scenario& scenario, const Pool& pool, const PoolOutcome& outcome, TeamPerformance& team) {
    if (!only_chats(scenario, pool) || team.agent_hours <= 0.0) return;
    double held_s = 0.0;
    for (const auto& interval : outcome.calls) held_s += interval[0].sums.conversations_s;
    const double could_hold_h = team.agent_hours * scenario.work()[pool.calls[0].work].concurrency;
    team.occupancy_slots = Hours{Seconds{held_s}}.count() / could_hold_h;
}

}  // namespace

Performance performance(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control) {
    EXPECTS(plan.agents.size() == scenario.teams().size());
    Performance result;
    result.teams.resize(scenario.teams().size());
    Pools pools = pools_of(scenario);
    for (Pool& pool : pools.pools) {
        std::vector<std::vector<int>> people;
        people.reserve(pool.teams.size());
        for (const std::size_t t : pool.teams) people.push_back(plan.agents[t]);
        weigh_teams(pool, people);
    }
    std::vector<PoolOutcome> outcomes(pools.pools.size());
    parallel_for(outcomes.size(), control.threads,
                 [&](std::size_t p) { outcomes[p] = outcome_of(scenario, pools.pools[p], plan, control); });
    Gathering gathering{scenario};
    for (std::size_t p = 0; p < outcomes.size(); ++p) {
        const Pool& pool = pools.pools[p];
        const PoolOutcome& outcome = outcomes[p];
        for (std::size_t i = 0; i < outcome.calls.size(); ++i)
            for (std::size_t k = 0; k < pool.calls.size(); ++k) gathering.add(pool.calls[k], i, outcome.calls[i][k]);
        for (std::size_t k = 0; k < outcome.post.size(); ++k)
            for (std::size_t i = 0; i < scenario.intervals(); ++i) gathering.add(pool.post[k], i, outcome.post[k][i]);
        for (const std::size_t t : pool.teams) {
            result.teams[t] =
                team_performance(scenario, scenario.teams()[t], plan.agents[t], outcome.on_duty, outcome.busy);
            set_slots(scenario, pool, outcome, result.teams[t]);
        }
    }
    result.work = gathering.result(control);
    result.targets = target_results(scenario, result.work, result.teams);
    for (TargetResult& target : result.targets)
        if (target.promise.kind == PromiseKind::average_wait &&
            mean_wait_is_infinite(scenario.work()[*target.promise.work])) {
            target.reached = infinity;
            target.met = false;
        }
    result.warnings = formula_warnings(scenario, pools, plan);
    std::vector<PoolPeople> people;
    people.reserve(outcomes.size());
    for (PoolOutcome& outcome : outcomes) people.push_back({std::move(outcome.agents), std::move(outcome.busy.calls)});
    add_doubts(scenario, plan, pools.pools, people, result);
    judge_what_falls_behind(scenario, plan, result);
    return result;
}

}  // namespace freiton::analytic
