// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/formula_doubt.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "freiton/analytic/chat_sums.hpp"
#include "freiton/analytic/left_aside.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/falls_behind.hpp"

namespace freiton::analytic {

namespace {

// How far 19 of 20 plans with such a doubt were off.
constexpr Off off_of_queue{20, 0.4};
constexpr Off off_beside_post{70, 2.5};
constexpr Off off_of_persons{75, 45};
constexpr Off off_of_helpers{75, 40};
constexpr Off off_of_occupancy{20, 0};
constexpr Off off_of_balance{8, 0.1};  // chat.hpp: the largest of its table, not of 19 in 20

class Doubts {
  public:
    Doubts(const Scenario& scenario, const std::vector<Pool>& pools, const std::vector<PoolPeople>& people,
           Performance& performance)
        : scenario_{scenario}, pools_{pools}, people_{people}, performance_{performance}, sites_{scenario.sites()} {
        sites_.emplace_back();
    }

    void add() {
        for (TargetResult& target : performance_.targets) {
            if (target.promise.kind == PromiseKind::called_back) target.may_be_off = 1.0;  // nobody is called back here
            if (!target.met || std::isnan(target.reached)) continue;
            for (std::size_t p = 0; p < pools_.size(); ++p) {
                if (target.promise.team)
                    doubt_occupancy(pools_[p], target);
                else if (target.promise.of_backlog())
                    doubt_post(pools_[p], target);
                else
                    doubt_calls(p, target);
            }
        }
    }

  private:
    void doubt(TargetResult& target, Off off, WarningCode code, std::vector<std::string> arguments) {
        allow(target, off);
        arguments.push_back(std::to_string(std::lround(off.points)));
        const bool known =
            std::any_of(performance_.warnings.begin(), performance_.warnings.end(),
                        [&](const Warning& warning) { return warning.code == code && warning.arguments == arguments; });
        if (!known) performance_.warnings.push_back({code, std::move(arguments)});
    }

    void doubt_occupancy(const Pool& pool, TargetResult& target) {
        const bool its = std::find(pool.teams.begin(), pool.teams.end(), *target.promise.team) != pool.teams.end();
        if (its) doubt_what_is_left_aside(pool, target);
        if (its && may_do_post(pool, false))
            doubt(target, off_of_occupancy, WarningCode::occupancy_beside_post,
                  {scenario_.teams()[*target.promise.team].name});
    }

    void doubt_post(const Pool& pool, TargetResult& target) {
        const Stream* stream = stream_of(pool.post, target.promise);
        if (!stream) return;
        doubt_people(pool, pool.post, target);
        doubt_what_is_left_aside(pool, target);
    }

    static void allow(TargetResult& target, const Off& off) {
        const bool is_time = target.promise.is_time();
        const double by = is_time ? off.of_wait * target.promise.wanted : off.points / 100.0;
        target.may_be_off = std::max(target.may_be_off.value_or(0.0), by);
    }

    // The warnings are there already (formula_warnings.hpp): of all works and teams that have such a thing.
    void doubt_what_is_left_aside(const Pool& pool, TargetResult& target) {
        for (const LeftAside& one : all_left_aside())
            if (one.of_team ? is_of_team(pool, one) : is_of_work(pool, one)) allow(target, one.off);
    }

    bool is_of_team(const Pool& pool, const LeftAside& one) const {
        return std::any_of(pool.teams.begin(), pool.teams.end(),
                           [&](std::size_t team) { return one.of_team(scenario_.teams()[team]); });
    }

    bool is_of_work(const Pool& pool, const LeftAside& one) const {
        const auto& works = scenario_.work();
        if (one.concerns_all) return std::any_of(works.begin(), works.end(), one.of_work);
        if (one.code == WarningCode::chats_as_calls && only_chats(scenario_, pool)) return false;
        const auto its = [&](const Stream& stream) { return one.of_work(works[stream.work]); };
        return std::any_of(pool.calls.begin(), pool.calls.end(), its) ||
               std::any_of(pool.post.begin(), pool.post.end(), its);
    }

    void doubt_calls(std::size_t p, TargetResult& target) {
        const Pool& pool = pools_[p];
        const Stream* stream = stream_of(pool.calls, target.promise);
        if (!stream) return;
        doubt_people(pool, pool.calls, target);
        doubt_what_is_left_aside(pool, target);
        const std::string& name = scenario_.work()[stream->work].name;
        if (may_do_post(pool, true)) doubt(target, off_beside_post, WarningCode::calls_beside_post, {name});
        if (is_balanced(p, *stream)) doubt(target, off_of_balance, WarningCode::chats_balanced, {name});
        if (target.promise.over != Scope::interval) return;
        if (const auto when = queue_left_over(p, *stream))
            doubt(target, off_of_queue, WarningCode::queue_left_over, {name, scenario_.calendar().start_text(*when)});
    }

    // Whether in some interval so many chat that the exact chain would take too long.
    bool is_balanced(std::size_t p, const Stream& stream) const {
        const Work& work = scenario_.work()[stream.work];
        if (!only_chats(scenario_, pools_[p])) return false;
        const int most = *std::max_element(people_[p].agents.begin(), people_[p].agents.end());
        return is_chat_balanced({work.concurrency, work.slowdown, {}}, most);
    }

    void doubt_people(const Pool& pool, const std::vector<Stream>& streams, TargetResult& target) {
        const Work& work = scenario_.work()[*target.promise.work];
        const std::string& name = work.name;
        const bool owned = is_owned(scenario_, work);
        if (owned || pool.parts > 1.0) doubt(target, off_of_persons, WarningCode::persons_own, {name});
        const bool differ = std::any_of(streams.begin(), streams.end(), [&](const Stream& stream) {
            return is_of(stream, target.promise) && helpers_differ(pool, stream);
        });
        if (differ || lends_to_missed(pool)) doubt(target, off_of_helpers, WarningCode::helpers_differ, {name});
    }

    static bool is_of(const Stream& stream, const Promise& promise) {
        return stream.work == *promise.work && (!promise.site || !stream.site || stream.site == promise.site);
    }

    // What a promise speaks of, where this pool does it: the first of it.
    static const Stream* stream_of(const std::vector<Stream>& streams, const Promise& promise) {
        const auto found =
            std::find_if(streams.begin(), streams.end(), [&](const Stream& stream) { return is_of(stream, promise); });
        return found == streams.end() ? nullptr : &*found;
    }

    // Whether people of the pool may be busy with post, or with post that no call interrupts, whoever it was planned
    // for.
    bool may_do_post(const Pool& pool, bool that_stays) const {
        for (WorkIndex w{0}; w < scenario_.work().size(); ++w) {
            const Work& work = scenario_.work()[w];
            if (work.answered_now() || (that_stays && may_be_interrupted(scenario_, work))) continue;
            if (may_come_to(pool, w)) return true;
        }
        return false;
    }

    // Whether somebody in the pool may take it, wherever it comes from and whoever it was planned for.
    bool may_come_to(const Pool& pool, WorkIndex work) const {
        return std::any_of(sites_.begin(), sites_.end(), [&](const std::string& site) {
            return scenario_.comes_from(work, site) &&
                   std::any_of(pool.teams.begin(), pool.teams.end(), [&](std::size_t team) {
                       return may_take(scenario_, TeamIndex{team}, scenario_.work()[work], site);
                   });
        });
    }

    // Whether others than the teams of the pool may take it, or not all of them, or some only after a wait.
    bool helpers_differ(const Pool& pool, const Stream& stream) const {
        return std::any_of(sites_.begin(), sites_.end(), [&](const std::string& site) {
            if (stream.site ? *stream.site != site : !scenario_.comes_from(stream.work, site)) return false;
            const Work& work = scenario_.work()[stream.work];
            const std::vector<TeamIndex> teams = takers(scenario_, work, site);
            return !std::equal(teams.begin(), teams.end(), pool.teams.begin(), pool.teams.end()) ||
                   std::any_of(teams.begin(), teams.end(), [&](TeamIndex team) {
                       return help_after(scenario_, scenario_.teams()[team], work, site).count() > 0.0;
                   });
        });
    }

    // Whether people of the pool may also take work that others plan for and have too few people for: it draws them
    // away.
    bool lends_to_missed(const Pool& pool) const {
        return std::any_of(performance_.targets.begin(), performance_.targets.end(), [&](const TargetResult& other) {
            if (other.met || other.promise.team) return false;
            const bool planned_here = stream_of(pool.calls, other.promise) || stream_of(pool.post, other.promise);
            return !planned_here && may_come_to(pool, *other.promise.work);
        });
    }

    // The interval at whose beginning people are most exceeded by calls still going on, if they are.
    std::optional<IntervalIndex> queue_left_over(std::size_t p, const Stream& stream) const {
        const std::vector<Interval>& intervals = scenario_.calendar().intervals();
        const double there = 1.0 - absence_share(scenario_, pools_[p]);
        std::optional<IntervalIndex> when;
        double most = 0.0;
        for (std::size_t i = 1; i < intervals.size(); ++i) {
            const bool goes_on =
                intervals[i].since_start - intervals[i - 1].since_start == scenario_.calendar().interval_length();
            const double beyond = people_[p].busy_with_calls[i - 1] - there * people_[p].agents[i];
            if (!goes_on || stream.arrivals[i] == 0.0 || beyond <= most) continue;
            most = beyond;
            when = IntervalIndex{i};
        }
        return when;
    }

    const Scenario& scenario_;
    const std::vector<Pool>& pools_;
    const std::vector<PoolPeople>& people_;
    Performance& performance_;
    std::vector<std::string> sites_;  // from which contacts come; the last: from none
};

// The part of a horizon's working time that a promise leaves.
double part_within(const Calendar& calendar, const Deadline& within) {
    if (within.clock == Clock::working_days) return static_cast<double>(within.working_days) / calendar.open_days();
    if (within.clock == Clock::wall) return within.time / calendar.length();
    return within.time / (static_cast<double>(calendar.intervals().size()) * calendar.interval_length());
}

// An exponential pile whose mean is such a part of what comes in a horizon.
void doubt_what_is_left_over(const Scenario& scenario, const StaffingPlan& plan, Performance& performance) {
    constexpr double least = 0.005;
    for (const SteadyPile& pile : steady_pile(scenario, plan)) {
        const std::vector<double> arrivals = scenario.arrivals_of_site(pile.work, pile.site);
        const double offered = std::accumulate(arrivals.begin(), arrivals.end(), 0.0);
        for (TargetResult& target : performance.targets) {
            const Promise& promise = target.promise;
            if (!target.met || !promise.of_backlog() || *promise.work != pile.work) continue;
            const Deadline& within = scenario.work()[pile.work].backlog_target->within;
            const double late = std::exp(-part_within(scenario.calendar(), within) * offered / pile.items);
            if (late >= least) target.may_be_off = std::max(target.may_be_off.value_or(0.0), late);
        }
    }
}

}  // namespace

void add_doubts(const Scenario& scenario, const StaffingPlan& plan, const std::vector<Pool>& pools,
                const std::vector<PoolPeople>& people, Performance& performance) {
    Doubts{scenario, pools, people, performance}.add();
    doubt_what_is_left_over(scenario, plan, performance);
}

}  // namespace freiton::analytic
