// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/post_groups.hpp"

#include "freiton/model/eligibility.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

// Of those who may take it the one with the least mean; that of the work if there is nobody.
const DurationLaw& fastest_law(const Scenario& scenario, const Work& work, const std::vector<bool>& takers) {
    const DurationLaw* fastest = nullptr;
    for (TeamIndex t{0}; t < takers.size(); ++t) {
        if (!takers[t]) continue;
        const auto own = scenario.teams()[t].handling_time.find(work.name);
        const DurationLaw& law = own == scenario.teams()[t].handling_time.end() ? work.handling_time : own->second;
        if (fastest == nullptr || law.mean_duration() < fastest->mean_duration()) fastest = &law;
    }
    return fastest == nullptr ? work.handling_time : *fastest;
}

void set_hours(const Scenario& scenario, WorkDemand& demand) {
    const Work& work = scenario.work()[demand.work];
    const Calendar& calendar = scenario.calendar();
    const std::vector<double> arrivals = scenario.arrivals_of_site(demand.work, demand.site);
    const std::vector<double> factors = handling_factors_of_site(work, calendar, demand.site);
    const DurationLaw& law = fastest_law(scenario, work, demand.takers);
    const double item_h = Hours{law.mean_duration()}.count();
    const double numbers = work.arrivals.recorded ? 0.0 : 1.0;  // a recorded list leaves them nothing to vary by
    const double square_h2 = item_h * item_h * (numbers + law.variation() * law.variation());
    demand.item_h = item_h;
    const double day_square = work.arrivals.day_cv * work.arrivals.day_cv;
    const double interval_square = work.arrivals.interval_cv * work.arrivals.interval_cv * (1.0 + day_square);
    for (int day = 0; day < calendar.days(); ++day) {
        double of_day = 0.0;
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
            if (arrivals[i] <= 0.0) continue;
            const double factor = factors.empty() ? 1.0 : factors[i];
            const double hours = arrivals[i] * factor * item_h;
            of_day += hours;
            demand.variance += arrivals[i] * factor * factor * square_h2 + interval_square * hours * hours;
        }
        demand.hours += of_day;
        demand.variance += day_square * of_day * of_day;
    }
}

std::vector<WorkDemand> demands_of(const Scenario& scenario, WorkKind kind) {
    std::vector<WorkDemand> demands;
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        if (work.kind != kind || work.arrivals.unlimited) continue;
        for (const std::string& site : sites) {
            if (!scenario.comes_from(w, site)) continue;
            WorkDemand demand{.work = w, .site = site};
            for (TeamIndex t{0}; t < scenario.teams().size(); ++t)
                demand.takers.push_back(may_take(scenario, t, work, site));
            set_hours(scenario, demand);
            demands.push_back(std::move(demand));
        }
    }
    return demands;
}

}  // namespace

PostGroups::PostGroups(const Scenario& scenario, const StaffingPlan& plan)
    : post_{demands_of(scenario, WorkKind::backlog)},
      calls_{demands_of(scenario, WorkKind::call)},
      on_duty_{on_duty(scenario, plan)} {}

PostGroups::PostGroups(const Scenario& scenario, const StaffingPlan& plan, const std::vector<WorkPerformance>& results)
    : PostGroups{scenario, plan} {
    for (WorkDemand& calls : calls_) {
        const CallFigures& figures = results[calls.work].calls.total;
        if (figures.offered > 0.0) calls.hours *= std::min(1.0, figures.answered / figures.offered);
    }
}

// Each person's day is a coin.
std::vector<PostGroups::OnDuty> PostGroups::on_duty(const Scenario& scenario, const StaffingPlan& plan) {
    const Calendar& calendar = scenario.calendar();
    const double length_h = Hours{calendar.interval_length()}.count();
    std::vector<OnDuty> teams;
    for (std::size_t t = 0; t < scenario.teams().size(); ++t) {
        const auto& absence = scenario.teams()[t].absence;
        const double away = absence ? absence->share.value() : 0.0;
        OnDuty& team = teams.emplace_back();
        for (int day = 0; day < calendar.days(); ++day) {
            double of_day = 0.0;
            double open_h = 0.0;
            for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
                of_day += plan.agents[t][i] * length_h;
                open_h += length_h;
            }
            team.hours += of_day * (1.0 - away);
            team.variance += of_day * open_h * away * (1.0 - away);
        }
    }
    return teams;
}

std::vector<WorkIndex> PostGroups::work_of(std::uint64_t group) const {
    std::vector<WorkIndex> work;
    for (std::size_t d = 0; d < post_.size(); ++d)
        if (has(group, d) && (work.empty() || work.back() != post_[d].work)) work.push_back(post_[d].work);
    return work;
}

Excess PostGroups::excess(std::uint64_t group) const {
    std::vector<bool> people(on_duty_.size(), false);
    Excess excess;
    for (std::size_t d = 0; d < post_.size(); ++d) {
        if (!has(group, d)) continue;
        excess.asked_h += post_[d].hours;
        excess.variance += post_[d].variance;
        for (std::size_t t = 0; t < people.size(); ++t) people[t] = people[t] || post_[d].takers[t];
    }
    excess.hours = excess.asked_h;
    for (std::size_t t = 0; t < people.size(); ++t) {
        excess.hours -= people[t] ? on_duty_[t].hours : 0.0;
        excess.variance += people[t] ? on_duty_[t].variance : 0.0;
    }
    for (const WorkDemand& calls : calls_) {
        bool only_these = true;
        for (std::size_t t = 0; t < people.size(); ++t) only_these = only_these && (!calls.takers[t] || people[t]);
        excess.hours += only_these ? calls.hours : 0.0;
        excess.variance += only_these ? calls.variance : 0.0;
    }
    return excess;
}

}  // namespace freiton
