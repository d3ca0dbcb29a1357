// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/as_it_came.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "freiton/model/law_functions.hpp"
#include "freiton/model/volumes.hpp"
#include "freiton/simulation/kernel/generator.hpp"
#include "freiton/simulation/one_horizon.hpp"

namespace freiton::study {

namespace {

using simulation::kernel::Generator;
using simulation::kernel::Purpose;

std::function<double(double)> unit_quantile(const DurationLaw& law) {
    return [quantile = law_quantile_function(law), mean = law.mean_duration().count()](double p) {
        return quantile(p) / mean;
    };
}

// What the log holds already must not come again, and what single calls say leaves no room for factors of days.
void leave_out_what_is_logged(const LoggedCalls& logged, ScenarioParts& parts) {
    std::set<std::string> names;
    for (const LoggedWork& own : logged.work) names.insert(parts.work[own.work].name);
    const auto is_logged_work = [&](const std::string& name) { return names.contains(name); };
    for (Work& work : parts.work) {
        std::erase_if(work.leads_to, [&](const LeadsTo& next) { return is_logged_work(next.work); });
        if (work.chased && is_logged_work(work.chased->work)) work.chased.reset();
        if (work.redial && is_logged_work(work.redial->as.value_or(work.name))) work.redial.reset();
        if (!is_logged_work(work.name)) continue;
        work.arrivals = {.file = VolumeFile{.path = "log"}, .recorded = true};
        work.handling_time.by_interval.clear();
        work.handling_time.day_cv = 0.0;
        work.wrap_up.reset();
    }
}

VolumeRow row_at(const Calendar& calendar, std::size_t interval, double after_s) {
    const Interval& at = calendar.intervals()[interval];
    const int minutes = static_cast<int>(after_s / 60.0);
    return {.date = calendar.date(at.day),
            .start = at.start + Minutes{minutes},
            .second_s = after_s - 60.0 * minutes,
            .arrivals = 1.0};
}

}  // namespace

AsItCame::AsItCame(const Scenario& scenario, const StaffingPlan& plan, const CallLog& log, const LoggedCalls& logged)
    : scenario_{scenario}, plan_{plan}, log_{log}, logged_{logged}, parts_{scenario.parts()} {
    leave_out_what_is_logged(logged, parts_);
    for (const LoggedWork& own : logged.work) {
        const Work& work = scenario.work()[own.work];
        LoggedTalk& talk = works_.emplace_back();
        talk.talk_quantile = unit_quantile(work.handling_time);
        talk.wrap_up_quantile = unit_quantile(work.wrap_up.value_or(DurationLaw{.mean = Seconds{1.0}}));
        std::vector<std::string> sites = scenario.sites();
        sites.emplace_back();
        for (const std::string& site : sites)
            talk.by_site.push_back(scenario.comes_from(own.work, site)
                                       ? scenario.arrivals_of_site(own.work, site)
                                       : std::vector<double>(scenario.intervals(), 0.0));
        talk.usual_s.assign(scenario.intervals(), work.handling_time.mean_duration().count());
        const std::vector<double> factors = handling_factors_of_site(work, scenario.calendar(), "");
        for (std::size_t i = 0; i < factors.size(); ++i) talk.usual_s[i] *= factors[i];
        for (const PlacedCall& placed : own.calls)
            if (const auto& time = log.calls[placed.call].handling_s; time && *time > 0.0)
                talk.recorded.push_back(*time);
        talk.of_usual = talk_of_usual(own, talk.usual_s);
        LoggedSums sums;
        for (const LoggedSums& interval : own.intervals) sums += interval;
        talk.talk_s = sums.handled > 0.0 ? sums.handling_s / sums.handled : work.handling_time.mean_duration().count();
    }
}

// Of a day without any, that of all days.
std::vector<double> AsItCame::talk_of_usual(const LoggedWork& own, const std::vector<double>& usual_s) const {
    const Calendar& calendar = scenario_.calendar();
    const auto mean_between = [&](std::size_t from, std::size_t to, double otherwise) {
        double talk_s = 0.0, usual = 0.0;
        for (std::size_t i = from; i < to; ++i) {
            talk_s += own.intervals[i].handling_s;
            usual += own.intervals[i].handled * usual_s[i];
        }
        return usual > 0.0 ? talk_s / usual : otherwise;
    };
    const double of_all = mean_between(0, own.intervals.size(), 1.0);
    std::vector<double> of_usual(own.intervals.size(), of_all);
    for (int day = 0; day < calendar.days(); ++day) {
        const std::size_t from = calendar.first_interval(day), to = calendar.first_interval(day + 1);
        std::fill(of_usual.begin() + static_cast<std::ptrdiff_t>(from),
                  of_usual.begin() + static_cast<std::ptrdiff_t>(to), mean_between(from, to, of_all));
    }
    return of_usual;
}

std::string AsItCame::site_of(const LoggedTalk& work, std::size_t interval, double chance) const {
    double all = 0.0;
    for (const std::vector<double>& of_site : work.by_site) all += of_site[interval];
    double up_to = 0.0;
    for (std::size_t s = 0; s + 1 < work.by_site.size(); ++s) {
        up_to += work.by_site[s][interval];
        if (chance * all < up_to) return scenario_.sites()[s];
    }
    return {};
}

void AsItCame::add_single_calls(std::size_t logged_work, const Unsaid& trial, std::uint64_t replication,
                                VolumeFile& file) const {
    const LoggedTalk& talk = works_[logged_work];
    const auto stream = static_cast<std::uint32_t>(logged_work);
    const std::uint64_t seed = parts_.simulation.seed;
    Generator chance{seed, replication, Purpose::sample, stream, 0};
    Generator wraps{seed, replication, Purpose::wrap_up, stream, 0};
    for (const auto& [interval, index] : logged_.work[logged_work].calls) {
        const LoggedCall& call = log_.calls[index];
        const double for_talk = chance.uniform();
        const double for_site = chance.uniform();
        const double wrap_up_s = trial.wrap_up_s[logged_work] * talk.wrap_up_quantile(wraps.uniform());
        const bool as_logged = trial.talk_of_log && call.handling_s && *call.handling_s > 0.0;
        const bool by_law = !trial.talk_of_log || talk.recorded.empty();
        const double talk_s =
            as_logged ? *call.handling_s
            : by_law  ? talk.talk_quantile(for_talk) * talk.usual_s[interval]
                      : talk.recorded[static_cast<std::size_t>(for_talk * static_cast<double>(talk.recorded.size()))];
        const Interval& at = scenario_.calendar().intervals()[interval];
        VolumeRow row = row_at(scenario_.calendar(), interval, call.arrival_s - Seconds{at.start}.count());
        row.site = site_of(talk, interval, for_site);
        row.handling_time_s = talk_s + wrap_up_s;
        file.rows.push_back(std::move(row));
    }
}

void AsItCame::add_counts(std::size_t logged_work, const Unsaid& trial, std::uint64_t replication,
                          VolumeFile& file) const {
    const LoggedTalk& talk = works_[logged_work];
    const auto stream = static_cast<std::uint32_t>(logged_work);
    const std::uint64_t seed = parts_.simulation.seed;
    const double length_s = scenario_.calendar().interval_length().count();
    Generator chance{seed, replication, Purpose::sample, stream, 0};
    Generator wraps{seed, replication, Purpose::wrap_up, stream, 0};
    for (std::size_t i = 0; i < scenario_.intervals(); ++i) {
        const double came = logged_.work[logged_work].intervals[i].numbers[simulation::kernel::call_offered];
        for (double left = came; left > 0.0; left -= 1.0) {
            VolumeRow row = row_at(scenario_.calendar(), i, chance.uniform() * length_s);
            const double talk_s =
                talk.talk_quantile(chance.uniform()) * talk.usual_s[i] * (trial.talk_of_log ? talk.of_usual[i] : 1.0);
            row.arrivals = std::min(1.0, left);
            row.site = site_of(talk, i, chance.uniform());
            row.handling_time_s = talk_s + trial.wrap_up_s[logged_work] * talk.wrap_up_quantile(wraps.uniform());
            file.rows.push_back(std::move(row));
        }
    }
}

// Of n people who are away a part a of their time, n (1 - a) are there: the whole ones, and one more with that chance.
StaffingPlan AsItCame::people(const Unsaid& trial, std::uint64_t replication) const {
    StaffingPlan there = plan_;
    if (trial.away <= 0.0) return there;
    for (std::size_t t = 0; t < there.agents.size(); ++t) {
        Generator chance{parts_.simulation.seed, replication, Purpose::absence, static_cast<std::uint32_t>(t), 0};
        for (int& agents : there.agents[t])
            agents = static_cast<int>(std::floor(agents * (1.0 - trial.away) + chance.uniform()));
    }
    return there;
}

std::vector<std::vector<simulation::Numbers>> AsItCame::play(const Unsaid& trial, std::uint64_t replication) const {
    ScenarioParts parts = parts_;
    for (std::size_t k = 0; k < logged_.work.size(); ++k) {
        Work& work = parts.work[logged_.work[k].work];
        if (logged_.work[k].single)
            add_single_calls(k, trial, replication, *work.arrivals.file);
        else
            add_counts(k, trial, replication, *work.arrivals.file);
        work.patience = trial.patience[k];
        work.balk = Share{trial.balk[k]};
    }
    const Scenario scenario{std::move(parts)};
    auto all =
        simulation::numbers_of_horizon(scenario, people(trial, replication), parts_.simulation.seed, replication);
    std::vector<std::vector<simulation::Numbers>> numbers;
    for (const LoggedWork& own : logged_.work) numbers.push_back(std::move(all[own.work]));
    return numbers;
}

}  // namespace freiton::study
