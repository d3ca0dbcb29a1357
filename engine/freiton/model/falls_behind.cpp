// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/falls_behind.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "freiton/core/text.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

constexpr std::size_t most_for_all_groups = 12;
constexpr double rounding_h = 1e-6;

// Work of one kind from one site: hours that it asks for, and which teams may take it.
struct Demand {
    WorkIndex work{};
    std::string site{};
    std::vector<bool> takers{};
    double item_h = 0.0;    // with the fastest of them
    double hours = 0.0;     // in a horizon
    double variance = 0.0;  // of those
};

// The least mean handling time of those who may take it, and the second moment that goes with it.
struct FastestLaw {
    double mean_h = std::numeric_limits<double>::infinity();
    double square_h2 = 0.0;
};

FastestLaw fastest_law(const Scenario& scenario, const Work& work, const std::vector<bool>& takers) {
    FastestLaw fastest;
    for (TeamIndex t{0}; t < takers.size(); ++t) {
        if (!takers[t]) continue;
        const auto own = scenario.teams()[t].handling_time.find(work.name);
        const DurationLaw& law = own == scenario.teams()[t].handling_time.end() ? work.handling_time : own->second;
        const double mean_h = Hours{law.mean_duration()}.count();
        if (mean_h < fastest.mean_h) fastest = {mean_h, mean_h * mean_h * (1.0 + law.variation() * law.variation())};
    }
    return fastest;
}

void set_hours(const Scenario& scenario, Demand& demand) {
    const Work& work = scenario.work()[demand.work];
    const Calendar& calendar = scenario.calendar();
    const std::vector<double> arrivals = scenario.arrivals_of_site(demand.work, demand.site);
    const std::vector<double> factors = handling_factors_of_site(work, calendar, demand.site);
    const FastestLaw law = fastest_law(scenario, work, demand.takers);
    demand.item_h = law.mean_h;
    const double day_square = work.arrivals.day_cv * work.arrivals.day_cv;
    const double interval_square = work.arrivals.interval_cv * work.arrivals.interval_cv * (1.0 + day_square);
    for (int day = 0; day < calendar.days(); ++day) {
        double of_day = 0.0;
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
            if (arrivals[i] <= 0.0) continue;
            const double factor = factors.empty() ? 1.0 : factors[i];
            of_day += arrivals[i] * factor * law.mean_h;
            const double numbers = work.arrivals.recorded ? arrivals[i] * (law.square_h2 - law.mean_h * law.mean_h)
                                                          : arrivals[i] * law.square_h2;
            const double hours = arrivals[i] * factor * law.mean_h;
            demand.variance += numbers * factor * factor + interval_square * hours * hours;
        }
        demand.hours += of_day;
        demand.variance += day_square * of_day * of_day;
    }
}

std::vector<Demand> demands_of(const Scenario& scenario, WorkKind kind) {
    std::vector<Demand> demands;
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        if (work.kind != kind || work.arrivals.unlimited) continue;
        for (const std::string& site : sites) {
            if (!scenario.comes_from(w, site)) continue;
            Demand demand{.work = w, .site = site};
            for (TeamIndex t{0}; t < scenario.teams().size(); ++t)
                demand.takers.push_back(may_take(scenario, t, work, site));
            set_hours(scenario, demand);
            demands.push_back(std::move(demand));
        }
    }
    return demands;
}

// Of a team, and their variance by absence: each person's day is a coin.
struct OnDuty {
    double hours = 0.0;
    double variance = 0.0;
};

std::vector<OnDuty> hours_on_duty(const Scenario& scenario, const StaffingPlan& plan) {
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

// What a group of post asks for beyond the hours of its people.
struct Excess {
    double asked_h = 0.0;
    double hours = 0.0;
    double variance = 0.0;

    bool grows() const { return hours > rounding_h || (variance > 0.0 && hours > -rounding_h); }
    double left_over() const { return variance / (-2.0 * hours); }
};

class Groups {
  public:
    Groups(const Scenario& scenario, const StaffingPlan& plan)
        : post_{demands_of(scenario, WorkKind::backlog)},
          calls_{demands_of(scenario, WorkKind::call)},
          on_duty_{hours_on_duty(scenario, plan)} {}

    const std::vector<Demand>& post() const { return post_; }

    // All groups where they are few, else each on its own and all together.
    template <class Ask>
    void for_each(Ask ask) const {
        const std::size_t kinds = std::min<std::size_t>(post_.size(), 63);
        const std::uint64_t all = (std::uint64_t{1} << kinds) - 1;
        if (kinds <= most_for_all_groups) {
            for (std::uint64_t group = 1; group <= all; ++group) ask(group, excess(group));
            return;
        }
        for (std::size_t d = 0; d < kinds; ++d) ask(std::uint64_t{1} << d, excess(std::uint64_t{1} << d));
        ask(all, excess(all));
    }

    std::vector<WorkIndex> work_of(std::uint64_t group) const {
        std::vector<WorkIndex> work;
        for (std::size_t d = 0; d < post_.size(); ++d)
            if ((group >> d & 1U) != 0 && (work.empty() || work.back() != post_[d].work)) work.push_back(post_[d].work);
        return work;
    }

  private:
    Excess excess(std::uint64_t group) const {
        std::vector<bool> people(on_duty_.size(), false);
        Excess excess;
        for (std::size_t d = 0; d < post_.size(); ++d) {
            if ((group >> d & 1U) == 0) continue;
            excess.asked_h += post_[d].hours;
            excess.variance += post_[d].variance;
            for (std::size_t t = 0; t < people.size(); ++t) people[t] = people[t] || post_[d].takers[t];
        }
        excess.hours = excess.asked_h;
        for (std::size_t t = 0; t < people.size(); ++t) {
            excess.hours -= people[t] ? on_duty_[t].hours : 0.0;
            excess.variance += people[t] ? on_duty_[t].variance : 0.0;
        }
        for (const Demand& calls : calls_) {
            bool only_these = true;
            for (std::size_t t = 0; t < people.size(); ++t) only_these = only_these && (!calls.takers[t] || people[t]);
            excess.hours += only_these ? calls.hours : 0.0;
            excess.variance += only_these ? calls.variance : 0.0;
        }
        return excess;
    }

    std::vector<Demand> post_;
    std::vector<Demand> calls_;
    std::vector<OnDuty> on_duty_;
};

}  // namespace

std::optional<FallsBehind> falls_behind(const Scenario& scenario, const StaffingPlan& plan) {
    if (!scenario.calendar().parts().repeats) return std::nullopt;
    const Groups groups{scenario, plan};
    std::uint64_t most = 0;
    Excess worst{.hours = -std::numeric_limits<double>::infinity()};
    groups.for_each([&](std::uint64_t group, const Excess& excess) {
        if (!excess.grows() || excess.hours <= worst.hours) return;
        worst = excess;
        most = group;
    });
    if (most == 0) return std::nullopt;
    return FallsBehind{groups.work_of(most), worst.asked_h, std::max(0.0, worst.hours)};
}

std::vector<SteadyPile> steady_pile(const Scenario& scenario, const StaffingPlan& plan) {
    std::vector<SteadyPile> pile;
    if (!scenario.calendar().parts().repeats) return pile;
    constexpr double most_horizons = 4.0;
    const Groups groups{scenario, plan};
    std::uint64_t most = 0;
    double left_h = 0.0;
    groups.for_each([&](std::uint64_t group, const Excess& excess) {
        const double left = excess.grows() ? std::numeric_limits<double>::infinity() : excess.left_over();
        if (left <= left_h) return;
        left_h = left;
        most = group;
    });
    double load_h = 0.0;
    for (std::size_t d = 0; d < groups.post().size(); ++d)
        load_h += (most >> d & 1U) != 0 ? groups.post()[d].hours : 0.0;
    if (load_h <= 0.0) return pile;
    const double part = std::min(left_h / load_h, most_horizons);
    for (std::size_t d = 0; d < groups.post().size(); ++d) {
        const Demand& demand = groups.post()[d];
        if ((most >> d & 1U) != 0 && demand.hours > 0.0)
            pile.push_back({demand.work, demand.site, part * demand.hours / demand.item_h});
    }
    return pile;
}

void judge_what_falls_behind(const Scenario& scenario, const StaffingPlan& plan, Performance& performance) {
    const auto behind = falls_behind(scenario, plan);
    if (!behind) return;
    std::string names;
    for (const WorkIndex w : behind->work) names.append(names.empty() ? "" : ", ").append(scenario.work()[w].name);
    for (TargetResult& target : performance.targets) {
        if (target.promise.kind != PromiseKind::done || !behind->concerns(*target.promise.work)) continue;
        target.reached = 0.0;
        target.half_width.reset();
        target.met = false;
    }
    const double fte = behind->hours / scenario.calendar().hours_per_fte().count();
    const auto one_decimal = [](double value) { return number_text(std::round(value * 10.0) / 10.0); };
    performance.warnings.push_back({WarningCode::falls_behind,
                                    {names, one_decimal(behind->asked_h), one_decimal(behind->asked_h - behind->hours),
                                     one_decimal(behind->hours), one_decimal(fte)}});
}

}  // namespace freiton
