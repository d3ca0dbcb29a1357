// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/work_demand.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "freiton/model/closed_arrivals.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/recorded.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

// Sets item_h and pace, and gives the variation of the fastest: that of the work if nobody may take it.
double set_pace(const Scenario& scenario, const Work& work, WorkDemand& demand) {
    const std::vector<Team>& teams = scenario.teams();
    demand.pace.assign(teams.size(), 0.0);
    std::optional<double> fastest_cv;
    demand.item_h = Hours{busy_time(work).mean}.count();
    double least_h = std::numeric_limits<double>::infinity();
    for (TeamIndex t{0}; t < teams.size(); ++t) {
        if (!may_take(scenario, t, work, demand.site)) continue;
        const BusyTime busy = busy_time(teams[t], work);
        const double away = is_away(teams[t], demand.site) ? teams[t].away.handling_time : 1.0;
        demand.pace[t] = Hours{busy.mean}.count() * away;
        if (demand.pace[t] >= least_h) continue;
        least_h = demand.pace[t];
        fastest_cv = busy.cv;
    }
    if (!fastest_cv) return busy_time(work).cv;
    demand.item_h = least_h;
    for (double& pace : demand.pace) pace /= least_h;
    return *fastest_cv;
}

// What chance in single contacts adds, in squares of an item's hours: by their number and by their handling times.
std::vector<double> squares_of_contacts(const Work& work, const Calendar& calendar, const std::string& site, double cv,
                                        const std::vector<double>& arrivals, const std::vector<double>& factors) {
    std::vector<double> squares(arrivals.size(), 0.0);
    if (!work.arrivals.recorded) {
        for (std::size_t i = 0; i < squares.size(); ++i)
            squares[i] = arrivals[i] * factors[i] * factors[i] * (1.0 + cv * cv);
        return squares;
    }
    const auto contacts = recorded_contacts_of_site(work.arrivals, calendar, site);
    for (std::size_t i = 0; i < squares.size(); ++i)
        for (const RecordedContact& row : contacts[i]) {
            const double usual_s = work.handling_time.mean_duration().count();
            const double items = row.handling_time_s ? *row.handling_time_s / usual_s : 1.0;
            const double part = row.contacts - std::floor(row.contacts);  // one more with that chance
            squares[i] += part * (1.0 - part) * items * items + (row.handling_time_s ? 0.0 : row.contacts * cv * cv);
        }
    return squares;
}

// By interval, of the steps that have a factor of their own: it, and those of the closed time before it.
std::vector<double> squares_of_steps(const Scenario& scenario, const WorkDemand& demand) {
    std::vector<double> squares = scenario.arrivals_while_open(demand.work, demand.site);
    for (double& square : squares) square *= square;
    for (const ClosedArrivals& one : scenario.closed_arrivals(demand.work, demand.site).arrivals)
        squares[one.interval] += one.mean * one.mean;
    return squares;
}

void set_hours(const Scenario& scenario, WorkDemand& demand) {
    const Work& work = scenario.work()[demand.work];
    const Calendar& calendar = scenario.calendar();
    const double cv = set_pace(scenario, work, demand);
    const std::vector<double> arrivals = scenario.certain_arrivals_of_site(demand.work, demand.site);
    std::vector<double> factors = handling_factors_of_site(work, calendar, demand.site);
    if (factors.empty()) factors.assign(arrivals.size(), 1.0);
    const std::vector<double> squares = squares_of_contacts(work, calendar, demand.site, cv, arrivals, factors);
    const std::vector<double> steps = squares_of_steps(scenario, demand);
    const double day_square = work.day_variation() * work.day_variation();
    const double interval_square = work.arrivals.interval_cv * work.arrivals.interval_cv * (1.0 + day_square);
    for (int day = 0; day < calendar.days(); ++day) {
        double of_day = 0.0;
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
            const double item_h = factors[i] * demand.item_h;
            of_day += arrivals[i] * item_h;
            demand.variance +=
                squares[i] * demand.item_h * demand.item_h + interval_square * steps[i] * item_h * item_h;
        }
        demand.hours += of_day;
        demand.variance += day_square * of_day * of_day;
    }
}

}  // namespace

bool WorkDemand::has_people_of(const WorkDemand& other) const {
    constexpr double rounding = 1e-9;
    return owners == other.owners &&
           std::equal(pace.begin(), pace.end(), other.pace.begin(), other.pace.end(),
                      [](double one, double two) { return std::fabs(one - two) <= rounding; });
}

std::vector<WorkDemand> demands_of(const Scenario& scenario, WorkKind kind) {
    std::vector<WorkDemand> demands;
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        if (work.answered_now() != is_answered_now(kind) || work.arrivals.unlimited) continue;
        for (const std::string& site : sites) {
            if (!scenario.comes_from(w, site)) continue;
            WorkDemand demand{.work = w, .site = site, .urgency = work.urgency()};
            demand.owners = is_owned(scenario, work) ? *work.owners : 0;
            set_hours(scenario, demand);
            demands.push_back(std::move(demand));
        }
    }
    return demands;
}

}  // namespace freiton
