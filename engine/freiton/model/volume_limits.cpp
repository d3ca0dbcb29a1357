// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volume_limits.hpp"

#include <algorithm>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

struct Stated {
    double largest = 0.0;
    std::set<std::string> sites{};  // empty: what belongs to none
    std::string key{};
};

template <class T, class Largest>
void add_by_site(const BySite<T>& values, const std::string& key, Stated& stated, Largest largest) {
    stated.key = key;
    if (values.everywhere) {
        stated.largest = std::max(stated.largest, largest(*values.everywhere));
        stated.sites.insert("");
    }
    for (const auto& [site, value] : values.sites) {
        stated.largest = std::max(stated.largest, largest(value));
        stated.sites.insert(site);
    }
}

Stated stated_arrivals(const Arrivals& arrivals) {
    Stated stated;
    if (arrivals.per_interval)
        add_by_site(*arrivals.per_interval, "per_interval", stated, [](const PerInterval& given) {
            return given.means.empty() ? 0.0 : *std::max_element(given.means.begin(), given.means.end());
        });
    if (arrivals.per_day)
        add_by_site(*arrivals.per_day, "per_day", stated, [](const double& per_day) { return per_day; });
    if (!arrivals.file) return stated;
    stated.key = "file";
    for (const VolumeRow& row : arrivals.file->rows) {
        stated.largest = std::max(stated.largest, row.arrivals);
        stated.sites.insert(row.site);
    }
    if (arrivals.recorded) stated.largest *= static_cast<double>(arrivals.file->rows.size());  // all in one interval
    return stated;
}

void check_opening_backlog(const Work& work, Problems& problems) {
    Stated stated;
    add_by_site(work.opening_backlog, "", stated, [](const double& items) { return items; });
    if (stated.largest > most_contacts)
        problems.push_back(Problem{Rule::contacts_too_many}
                               .on("work." + work.name + ".opening_backlog")
                               .got(number_text(stated.largest))
                               .with({std::to_string(static_cast<int>(most_contacts))}));
}

// Laws that are not complete are told where they stand; nothing can be counted with them.
bool says_how_long(const Work& work) {
    return !duration_law_problem(work.handling_time) && (!work.wrap_up || !duration_law_problem(*work.wrap_up));
}

// The largest product of a mean and its factor; without factors, the largest mean.
double longest_of(const std::vector<double>& means, const std::vector<double>& factors) {
    double longest = 0.0;
    for (std::size_t i = 0; i < means.size(); ++i)
        longest = std::max(longest, factors.empty() ? means[i] : means[i] * factors[i]);
    return longest;
}

}  // namespace

bool promised_by_wall_clock(const Work& work) {
    return work.backlog_target && work.backlog_target->within.clock == Clock::wall;
}

void check_volume_limits(const Work& work, const Calendar& calendar, const std::string& key, Problems& problems,
                         const AcceptedHours& accepted) {
    check_opening_backlog(work, problems);
    const Arrivals& arrivals = work.arrivals;
    const Stated stated = stated_arrivals(arrivals);
    const auto& factors = arrivals.weekdays;
    const double largest = stated.largest * arrivals.scale * *std::max_element(factors.begin(), factors.end());
    const bool takes_time = work.answered_now() && says_how_long(work);
    const double busy_per_contact = takes_time ? busy_time(work).mean / calendar.interval_length() : 0.0;
    // What comes while closed counts with one interval; at most all of the horizon does.
    const double at_once = work.answered_now() ? largest : largest * (calendar.length() / calendar.interval_length());
    const bool changing = takes_time && has_handling_times(work);
    if (at_once <= most_contacts && largest * busy_per_contact <= most_busy_people && !changing)
        return;  // nearly always
    for (const std::string& site : stated.sites) {
        const std::vector<double> means = volumes_of_site(arrivals, calendar, site, accepted.from(site));
        const double most = means.empty() ? 0.0 : *std::max_element(means.begin(), means.end());
        const bool too_many = most > most_contacts;
        const double longest = changing ? longest_of(means, handling_factors_of_site(work, calendar, site)) : most;
        if (!too_many && longest * busy_per_contact <= most_busy_people) continue;
        const double limit = too_many ? most_contacts : most_busy_people;
        problems.push_back(Problem{too_many ? Rule::contacts_too_many : Rule::load_too_large}
                               .on(key + "." + stated.key)
                               .got(number_text(most))
                               .with({std::to_string(static_cast<int>(limit))}));
        return;
    }
}

void check_moment_of_calls(const Work& work, const Calendar& calendar, const std::string& key, Problems& problems,
                           const AcceptedHours& accepted) {
    const bool only_while_accepted = work.answered_now() || work.open;
    if (!only_while_accepted || !work.arrivals.at || !work.arrivals.per_day) return;
    const Minutes at = *work.arrivals.at;
    WallClock clock{calendar};
    const auto is_open = [&](int day, const std::string& site) {
        const Calendar::Opening opening = calendar.opening_at(*clock.moment(calendar.date(day), at));
        return opening.open && is_open_in(accepted.from(site), *opening.interval);
    };
    std::vector<std::string> sites;
    if (work.arrivals.per_day->everywhere) sites.emplace_back();
    for (const auto& [site, mean] : work.arrivals.per_day->sites) sites.push_back(site);
    for (const std::string& site : sites)
        for (int day = 0; day < calendar.days(); ++day) {
            if (!calendar.is_open(day, accepted.from(site)) || is_open(day, site)) continue;
            problems.push_back(Problem{Rule::contacts_while_closed}.on(key + ".at").got(clock_text(at)));
            return;
        }
}

}  // namespace freiton
