// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_plan.hpp"

#include <algorithm>
#include <numeric>

#include "freiton/analytic/locate.hpp"
#include "freiton/analytic/transient_guide.hpp"
#include "freiton/analytic/transient_office.hpp"

namespace freiton::analytic {

namespace {

constexpr double hardly_worse = 1e-9;  // calls by which a broken promise may be missed by more

class TransientPlanner {
  public:
    TransientPlanner(const StaffBounds& bounds, const TransientPromises& promises, const TransientDay& day,
                     std::vector<int> start, const RunControl& control)
        : bounds_{bounds},
          promises_{promises},
          day_{day},
          control_{control},
          effects_{day, std::move(start), promises.depth(), control} {
        if (day.demand().second_phase) guide_.emplace(promises, day.demand(), effects_.agents(), control);
    }

    std::vector<int> plan() {
        repair_forward();
        control_.report(0.4);
        repair_together();
        for (bool better = true; better;) {
            spare();
            control_.report(0.7);
            better = two_for_one();
        }
        control_.report(0.9);
        while (flatten()) {
        }
        return effects_.agents();
    }

  private:
    using Change = TransientEffects::Change;

    // A change after which every promise is kept, or missed no more than before.
    std::optional<Change> harmless(std::vector<int> agents) const {
        if (guide_ && guide_->is_hopeless(effects_, agents)) return std::nullopt;
        const auto good = [&](std::size_t i, const TransientInterval& then) {
            const double missed = promises_.miss(then, i);
            return missed <= 0.0 || missed <= promises_.miss(effects_.at(i), i) + hardly_worse;
        };
        std::optional<Change> change = effects_.change(std::move(agents), good);
        if (!change) return change;
        for (const PromiseTogether& one : promises_.together()) {
            const double missed = promises_.miss(one, effects_, &*change);
            if (missed > 0.0 && missed > promises_.miss(one, effects_, nullptr) + hardly_worse) return std::nullopt;
        }
        return change;
    }

    bool take(std::vector<int> agents) {
        std::optional<Change> change = harmless(std::move(agents));
        if (change) accept(std::move(*change));
        return change.has_value();
    }

    void accept(Change change) {
        if (guide_) guide_->follow(change.agents);
        effects_.accept(std::move(change));
    }

    Change change_to(std::vector<int> agents) const {
        return *effects_.change(std::move(agents), [](std::size_t, const TransientInterval&) { return true; });
    }

    std::vector<int> with(std::initializer_list<std::pair<std::size_t, int>> more) const {
        std::vector<int> agents = effects_.agents();
        for (const auto& [i, people] : more) agents[i] += people;
        return agents;
    }
    bool may(std::size_t i, int more) const {
        const int agents = effects_.agents()[i] + more;
        return agents >= bounds_.least[i] && agents <= bounds_.most[i];
    }

    void repair_forward() {
        for (std::size_t i = 0; i < day_.intervals(); ++i) {
            control_.report(0.2 + 0.2 * static_cast<double>(i) / static_cast<double>(day_.intervals()));
            while (may(i, 1) && promises_.miss(effects_.at(i), i) > 0.0) accept(change_to(with({{i, 1}})));
        }
    }

    void repair_together() {
        for (const PromiseTogether& one : promises_.together())
            for (double missing = missed(one); missing > 0.0; missing = missed(one)) {
                std::optional<Change> best;
                double least = missing;
                for (std::size_t i = one.group.first; i < one.group.end; ++i) {
                    if (!may(i, 1)) continue;
                    Change change = guide_ ? guide_->change_to(with({{i, 1}})) : change_to(with({{i, 1}}));
                    const double then = guide_ ? guide_->miss(one, effects_, change)  //
                                               : promises_.miss(one, effects_, &change);
                    if (then >= least) continue;
                    least = then;
                    best = std::move(change);
                }
                if (!best) break;
                accept(guide_ ? change_to(best->agents) : std::move(*best));
                if (missed(one) >= missing) break;  // a wrong guess
            }
    }
    double missed(const PromiseTogether& one) const { return promises_.miss(one, effects_, nullptr); }

    // People beyond what the load asks for, by interval.
    std::vector<double> beyond_load() const {
        const std::vector<int>& agents = effects_.agents();
        double people = 0.0;
        double load = 0.0;
        for (std::size_t i = 0; i < agents.size(); ++i) {
            people += agents[i];
            load += effects_.at(i).sums.load_s;
        }
        std::vector<double> beyond;
        for (std::size_t i = 0; i < agents.size(); ++i)
            beyond.push_back(agents[i] - (load > 0.0 ? people * effects_.at(i).sums.load_s / load : 0.0));
        return beyond;
    }

    // Until nobody can be spared. Who is missed mostly stays missed while others go, so that all are asked again only
    // in the end: where patience is short, calls that are lost in one interval leave people free in the next.
    void spare() {
        for (bool any = true; any;) {
            any = false;
            std::vector<bool> missed(day_.intervals(), false);
            while (spare_once(missed)) any = true;
        }
    }

    // Where most are beyond the load first.
    bool spare_once(std::vector<bool>& missed) {
        bool any = false;
        const std::vector<double> beyond = beyond_load();
        std::vector<std::size_t> order(beyond.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return beyond[a] > beyond[b]; });
        for (const std::size_t i : order) {
            if (missed[i] || !may(i, -1)) continue;
            missed[i] = !take(with({{i, -1}}));
            any = any || !missed[i];
        }
        return any;
    }

    // Intervals close enough that people there do something for each other's callers.
    std::vector<std::size_t> near(std::size_t i) const {
        std::vector<std::size_t> others;
        for (std::size_t j = i > 2 ? i - 2 : 0; j < std::min(i + 3, day_.intervals()); ++j)
            if (j != i) others.push_back(j);
        return others;
    }

    // Where one person less breaks the interval's own promises even with one more in every other interval: there no
    // exchange is tried.
    std::vector<bool> cannot_be_spared() const {
        if (guide_) {
            std::vector<bool> stays = guide_->cannot_be_spared(effects_);
            for (std::size_t j = 0; j < stays.size(); ++j) stays[j] = stays[j] || !may(j, -1);
            return stays;
        }
        std::vector<int> more = effects_.agents();
        for (int& agents : more) ++agents;
        const TransientEffects best{day_, more, promises_.depth(), control_};
        std::vector<bool> stays(day_.intervals(), true);
        for (std::size_t j = 0; j < stays.size(); ++j) {
            if (!may(j, -1)) continue;
            more[j] -= 2;
            const double missed = promises_.miss(best.looked_at(j, more), j);
            stays[j] = missed > 0.0 && missed > promises_.miss(effects_.at(j), j) + hardly_worse;
            more[j] += 2;
        }
        return stays;
    }

    bool two_for_one() {
        const std::vector<bool> stays = cannot_be_spared();
        for (std::size_t i = 0; i < day_.intervals(); ++i) {
            if (!may(i, 1)) continue;
            std::vector<std::size_t> spared;
            for (const std::size_t j : near(i))
                if (!stays[j] && harmless(with({{i, 1}, {j, -1}}))) spared.push_back(j);
            for (std::size_t a = 0; a < spared.size(); ++a)
                for (std::size_t b = a; b < spared.size(); ++b) {
                    if (a == b && !may(spared[a], -2)) continue;
                    if (take(with({{i, 1}, {spared[a], -1}, {spared[b], -1}}))) return true;
                }
        }
        return false;
    }

    bool flatten() {
        const std::vector<double> beyond = beyond_load();
        for (std::size_t i = 0; i < day_.intervals(); ++i)
            for (const std::size_t j : near(i))
                if (beyond[j] - beyond[i] > 1.0 + 1e-9 && may(i, 1) && may(j, -1) && take(with({{i, 1}, {j, -1}})))
                    return true;
        return false;
    }

    const StaffBounds& bounds_;
    const TransientPromises& promises_;
    const TransientDay& day_;
    const RunControl& control_;
    TransientEffects effects_;
    std::optional<TransientGuide> guide_{};  // where that is much quicker
};

}  // namespace

FormulaPlan transient_plan(const Scenario& scenario, const RunControl& control) {
    FormulaPlan plan = least_plan(scenario, control);
    const Pools pools = pools_of(scenario);
    const TransientDay day = transient_day_of(scenario);
    const StaffBounds bounds = bounds_of(scenario, pools.pools.front());
    std::vector<int>& agents = plan.staffing.agents.front();
    const TransientPromises promises{scenario, pools.pools.front(), day.demand()};
    if (day.demand().second_phase) {
        const TransientDay quick{with_exponential_times(day.demand())};
        agents = TransientPlanner{bounds, promises, quick, agents, control}.plan();
    }
    agents = TransientPlanner{bounds, promises, day, agents, control}.plan();
    for (std::size_t i = 0; i < agents.size(); ++i)
        plan.drivers.front()[i] = bounds.least[i] == bounds.most[i] ? Driver::given
                                  : agents[i] == bounds.most[i]     ? Driver::most
                                  : agents[i] > bounds.least[i]     ? Driver::calls
                                  : agents[i] > 0                   ? Driver::least
                                                                    : Driver::nothing;
    forget_closed(scenario, TeamIndex{0}, plan.drivers.front());
    return plan;
}

}  // namespace freiton::analytic
