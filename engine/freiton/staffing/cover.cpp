// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/cover.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "freiton/core/max_flow.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::staffing {

namespace {

constexpr std::size_t most_pairs = 2'000'000;
constexpr double small_part = 0.001;  // of what is wanted: rounding, and a call that ends a moment later

// Flow is in milliseconds of handling.
std::int64_t milliseconds(double seconds) { return static_cast<std::int64_t>(std::llround(seconds * 1000.0)); }

// What comes from one place and is promised: how much of each interval's load must be handled, and until when.
struct Demand {
    WorkIndex work;
    std::string site;
    double share;                     // that must be handled
    double handling_s;                // the least of the teams that may take it
    std::vector<std::size_t> takers;  // teams
};

double promised_share(const Work& work) {
    // What a chat takes of its agent depends on the others; an entry of a list may need one call, or many; who is
    // called back waits on no line.
    if (work.kind == WorkKind::chat || work.kind == WorkKind::outbound || work.callback) return 0.0;
    if (work.backlog_target) return work.backlog_target->done->value();
    if (!work.call_target || work.arrivals.unlimited) return 0.0;
    const CallTarget& target = *work.call_target;
    const bool early = target.counting == Counting::early_counts || target.counting == Counting::offered_without_early;
    if (target.answered && !early) return target.answered->value();
    if (target.abandoned) return 1.0 - target.abandoned->value();
    return 0.0;
}

// None of its teams may have as many people as it likes.
bool is_limited(const Scenario& scenario, const std::vector<std::size_t>& takers) {
    return std::all_of(takers.begin(), takers.end(), [&](std::size_t t) {
        const std::vector<int> most = staff_bounds(scenario, TeamIndex{t}).most;
        return std::any_of(most.begin(), most.end(), [](int people) { return people < most_people; });
    });
}

std::vector<Demand> limited_demands(const Scenario& scenario) {
    std::vector<Demand> demands;
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        for (const std::string& site : sites) {
            const Work& work = scenario.work()[w];
            if (!scenario.comes_from(w, site) || promised_share(work) <= 0.0) continue;
            Demand demand{w, site, promised_share(work), busy_time(work).mean.count(), {}};
            for (TeamIndex t{0}; t < scenario.teams().size(); ++t) {
                if (!may_take(scenario, t, work, site)) continue;
                demand.takers.push_back(t);
                demand.handling_s = std::min(demand.handling_s, busy_time(scenario.teams()[t], work).mean.count());
            }
            if (is_limited(scenario, demand.takers)) demands.push_back(std::move(demand));
        }
    return demands;
}

// The last interval in which what comes in interval i may be handled; none: after the horizon.
std::size_t last_interval(const Scenario& scenario, const Work& work, std::size_t i) {
    const Calendar& calendar = scenario.calendar();
    const std::size_t end = scenario.intervals();
    if (work.answered_now()) return std::min(i + 1, end - 1);
    const Deadline& within = work.backlog_target->within;
    const double interval_s = calendar.interval_length().count();
    if (within.clock == Clock::opening_hours)
        return i + 1 + static_cast<std::size_t>(std::ceil(within.time.count() / interval_s));
    std::size_t last = i;
    if (within.clock == Clock::wall) {
        const auto& intervals = calendar.intervals();
        while (last < end &&
               intervals[last].since_start <= intervals[i].since_start + calendar.interval_length() + within.time)
            ++last;
        return last;
    }
    int days = -1;
    for (; last < end; ++last)
        if ((last == i || calendar.intervals()[last].day != calendar.intervals()[last - 1].day) &&
            ++days > within.working_days)
            return last - 1;
    return days == within.working_days ? end - 1 : end;
}

class Cover {
  public:
    explicit Cover(const Scenario& scenario)
        : scenario_{scenario}, demands_{limited_demands(scenario)}, intervals_{scenario.intervals()} {}

    std::vector<Uncovered> uncovered() {
        if (demands_.empty() || pairs() > most_pairs) return {};
        network_.emplace(2 + intervals_ * scenario_.teams().size());
        add_people();
        std::vector<std::vector<std::size_t>> entries;
        std::vector<double> wanted_s;
        for (const Demand& demand : demands_) {
            std::vector<std::size_t>& edges = entries.emplace_back();
            wanted_s.push_back(add_demand(demand, edges));
        }
        network_->solve();
        std::vector<Uncovered> list;
        for (std::size_t d = 0; d < demands_.size(); ++d) {
            double missing_s = 0.0;
            for (const std::size_t edge : entries[d])
                missing_s += static_cast<double>(network_->left_of(edge)) / 1000.0;
            if (missing_s > small_part * wanted_s[d])
                list.push_back({scenario_.work()[demands_[d].work].name, demands_[d].site, wanted_s[d] / 3600.0,
                                missing_s / 3600.0});
        }
        return list;
    }

  private:
    std::size_t place(std::size_t team, std::size_t interval) const { return 2 + team * intervals_ + interval; }

    std::size_t pairs() const {
        std::size_t pairs = 0;
        for (const Demand& demand : demands_)
            for (std::size_t i = 0; i < intervals_; ++i)
                pairs += demand.takers.size() *
                         (std::min(last_interval(scenario_, scenario_.work()[demand.work], i), intervals_ - 1) + 1 - i);
        return pairs;
    }

    // Whoever is there after absence. At closing time what is being handled is still brought to its end.
    void add_people() {
        for (std::size_t t = 0; t < scenario_.teams().size(); ++t) {
            const Team& team = scenario_.teams()[t];
            const std::vector<int> most = staff_bounds(scenario_, TeamIndex{t}).most;
            const double there = team.absence ? 1.0 - team.absence->share.value() : 1.0;
            for (std::size_t i = 0; i < intervals_; ++i) {
                const double agents = most[i] * there;
                const bool closes = i + 1 == intervals_ || scenario_.calendar().intervals()[i + 1].day !=
                                                               scenario_.calendar().intervals()[i].day;
                const double overtime_s = closes ? longest_handling_s() : 0.0;
                network_->connect(place(t, i), MaxFlow::sink,
                                  milliseconds(agents * (scenario_.calendar().interval_length().count() + overtime_s)));
            }
        }
    }

    double longest_handling_s() const {
        double longest = 0.0;
        for (const Work& work : scenario_.work())
            if (work.answered_now()) longest = std::max(longest, busy_time(work).mean.count());
        return longest;
    }

    // Seconds of handling that are promised; what is due after the horizon is not asked for.
    double add_demand(const Demand& demand, std::vector<std::size_t>& entries) {
        const Work& work = scenario_.work()[demand.work];
        const std::vector<double> arrivals = scenario_.first_arrivals_of_site(demand.work, demand.site);
        const bool by_interval = work.call_target && work.call_target->over == Scope::interval;
        std::vector<double> load_s(intervals_, 0.0);
        double all_s = 0.0, asked_s = 0.0;
        for (std::size_t i = 0; i < intervals_; ++i) {
            const double load = arrivals[i] * demand.handling_s;
            all_s += load;
            if (last_interval(scenario_, work, i) < intervals_) asked_s += load_s[i] = load;
        }
        // Of a share over the horizon the part that is due later may be what is done.
        const double wanted_s =
            by_interval ? demand.share * asked_s : std::max(0.0, asked_s - (1.0 - demand.share) * all_s);
        const std::size_t hub = by_interval ? MaxFlow::source : network_->add_vertex();
        if (!by_interval) entries.push_back(network_->connect(MaxFlow::source, hub, milliseconds(wanted_s)));
        for (std::size_t i = 0; i < intervals_; ++i) {
            if (load_s[i] <= 0.0) continue;
            const std::size_t cohort = network_->add_vertex();
            const auto entry =
                network_->connect(hub, cohort, milliseconds(by_interval ? demand.share * load_s[i] : load_s[i]));
            if (by_interval) entries.push_back(entry);
            for (const std::size_t t : demand.takers)
                for (std::size_t j = i; j <= last_interval(scenario_, work, i); ++j)
                    network_->connect(cohort, place(t, j), milliseconds(load_s[i]));
        }
        return wanted_s;
    }

    const Scenario& scenario_;
    std::vector<Demand> demands_;
    std::size_t intervals_;
    std::optional<MaxFlow> network_{};
};

}  // namespace

std::vector<Uncovered> uncovered_load(const Scenario& scenario) { return Cover{scenario}.uncovered(); }

}  // namespace freiton::staffing
