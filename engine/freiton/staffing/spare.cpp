// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/spare.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "freiton/staffing/repair.hpp"

namespace freiton::staffing {

namespace {

struct Person {
    std::size_t team = 0;
    std::size_t interval = 0;
};

class Sparing {
  public:
    Sparing(const SearchSpace& space, const Ask& evaluate, SearchResult& result)
        : space_{space}, evaluate_{evaluate}, result_{result}, reference_replications_{result.evaluation.replications} {
        for (std::size_t t = 0; t < space.teams(); ++t) find_scopes(t);
    }

    void run(const std::function<bool()>& stopped) {
        result_.needed.clear();
        std::deque<Person> waiting = candidates();
        while (!waiting.empty() && !stopped()) try_without(take_group(waiting), waiting, stopped);
    }

  private:
    void find_scopes(std::size_t team) {
        bool interval = false;
        bool day = false;
        for (const Instance& instance : result_.evaluation.instances) {
            if (!space_.helps[instance.promise][team]) continue;
            interval = interval || instance.interval.has_value();
            day = day || instance.day.has_value();
        }
        by_interval_.push_back(interval);
        by_day_.push_back(day);
    }

    // Dear people first, then those whose intervals miss least: they are most likely to be spared.
    std::deque<Person> candidates() const {
        std::vector<double> missed(space_.intervals(), 0.0);
        for (const auto& misses : result_.evaluation.misses)
            for (std::size_t i = 0; i < missed.size(); ++i) missed[i] += misses[i];
        std::deque<Person> people;
        for (std::size_t t = 0; t < space_.teams(); ++t)
            for (std::size_t i = 0; i < space_.intervals(); ++i)
                if (result_.plan.agents[t][i] > space_.least[t][i]) people.push_back({t, i});
        std::stable_sort(people.begin(), people.end(), [&](const Person& a, const Person& b) {
            if (space_.cost[a.team] != space_.cost[b.team]) return space_.cost[a.team] > space_.cost[b.team];
            return missed[a.interval] < missed[b.interval];
        });
        return people;
    }

    bool touch(const Person& a, const Person& b) const {
        const bool interval = by_interval_[a.team] || by_interval_[b.team];
        const bool day = by_day_[a.team] || by_day_[b.team];
        const std::size_t apart = a.interval > b.interval ? a.interval - b.interval : b.interval - a.interval;
        if (interval && apart <= reach_of_interval) return true;
        return day && space_.day_of_interval[a.interval] == space_.day_of_interval[b.interval];
    }

    std::vector<Person> take_group(std::deque<Person>& waiting) const {
        std::vector<Person> group;
        std::deque<Person> rest;
        for (const Person& person : waiting) {
            const bool apart =
                std::none_of(group.begin(), group.end(), [&](const Person& other) { return touch(person, other); });
            if (apart && group.size() < most_at_once_)
                group.push_back(person);
            else
                rest.push_back(person);
        }
        waiting = std::move(rest);
        return group;
    }

    // Who of the group is missed where a promise broke: of those in reach, the last before it. Nobody: all are.
    std::optional<std::size_t> missed_there(const std::vector<Person>& group, const Instance& broken) const {
        std::optional<std::size_t> last;
        for (std::size_t g = 0; g < group.size(); ++g) {
            const std::size_t i = group[g].interval;
            const bool in_reach = broken.interval ? i <= *broken.interval && *broken.interval - i <= reach_of_interval
                                                  : broken.day && space_.day_of_interval[i] <= *broken.day;
            if (in_reach && space_.helps[broken.promise][group[g].team] && (!last || i > group[*last].interval))
                last = g;
        }
        return last;
    }

    struct Verdicts {
        std::vector<std::optional<Instance>> broken;  // by person of the group: what breaks without them
        std::vector<bool> open;                       // what they could break was not asked to the end
        std::optional<Instance> on_all{};             // broke, and cannot be blamed on one of them
    };

    Verdicts verdicts_on(const std::vector<Person>& group, const Evaluation& evaluation) const {
        Verdicts verdicts{std::vector<std::optional<Instance>>(group.size()), std::vector<bool>(group.size(), false)};
        for (const Instance& instance : evaluation.instances) {
            if (instance.holds) continue;
            const auto missed = missed_there(group, instance);
            if (missed && instance.close && group.size() > 1)
                verdicts.open[*missed] = true;
            else if (missed)
                verdicts.broken[*missed] = verdicts.broken[*missed].value_or(instance);
            else if (instance.close && group.size() > 1)
                verdicts.open.assign(group.size(), true);
            else
                verdicts.on_all = instance;
        }
        return verdicts;
    }

    // Tries to do without the whole group. Those who are not missed are spared and, if more of their kind are there,
    // asked again later; those who are missed stay.
    void try_without(const std::vector<Person>& group, std::deque<Person>& waiting,
                     const std::function<bool()>& stopped) {
        StaffingPlan without = result_.plan;
        for (const Person& person : group) --without.agents[person.team][person.interval];
        const Evaluation evaluation = evaluate_(without, Effort::whole);
        first_look_ = std::min(first_look_, evaluation.replications);
        const Verdicts verdicts = verdicts_on(group, evaluation);
        const bool too_many = verdicts.on_all && group.size() > 1;
        std::size_t spared = 0;
        std::vector<Person> undecided;
        for (std::size_t g = 0; g < group.size(); ++g) {
            const Person& person = group[g];
            const std::optional<Instance>& broken =
                verdicts.broken[g] || too_many ? verdicts.broken[g] : verdicts.on_all;
            if (broken) {
                result_.needed.push_back({person.team, person.interval, *broken});
            } else if (verdicts.open[g] || too_many) {
                undecided.push_back(person);
            } else {
                ++spared;
                if (--result_.plan.agents[person.team][person.interval] > space_.least[person.team][person.interval])
                    waiting.push_back(person);
            }
        }
        waiting.insert(waiting.begin(), undecided.begin(), undecided.end());  // the dear still before the cheap
        if (verdicts.on_all || undecided.size() == group.size())
            most_at_once_ = std::max<std::size_t>(1, group.size() / 2);
        spared_since_reference_ += spared;
        if (spared_since_reference_ > 0) beyond_a_look_ += evaluation.replications - first_look_;
        if (beyond_a_look_ > reference_replications_) begin_anew(waiting, stopped);
    }

    // Those who come next are tried beside the plan as it is now. That costs a reference, and is worth it once being
    // far from the last one has cost as much. Who turns out to be missed is brought back, and tried once more only: a
    // trial and a reference may disagree for ever.
    void begin_anew(std::deque<Person>& waiting, const std::function<bool()>& stopped) {
        confirm();
        spared_since_reference_ = 0;
        beyond_a_look_ = 0;
        if (result_.evaluation.holds()) return;
        const Instance broken = first_broken(result_.evaluation);
        const StaffingPlan before = result_.plan;
        repair(space_, evaluate_, result_, stopped);
        for (std::size_t t = 0; t < space_.teams(); ++t)
            for (std::size_t i = 0; i < space_.intervals(); ++i)
                if (result_.plan.agents[t][i] > before.agents[t][i]) bring_back({t, i}, broken, waiting);
    }

    void bring_back(const Person& person, const Instance& broken, std::deque<Person>& waiting) {
        const auto same = [&](const Person& p) { return p.team == person.team && p.interval == person.interval; };
        waiting.erase(std::remove_if(waiting.begin(), waiting.end(), same), waiting.end());
        if (brought_back_.emplace(person.team, person.interval).second)
            waiting.push_back(person);
        else
            result_.needed.push_back({person.team, person.interval, broken});
    }

    static const Instance& first_broken(const Evaluation& evaluation) {
        const auto holds = [](const Instance& instance) { return instance.holds; };
        return *std::find_if_not(evaluation.instances.begin(), evaluation.instances.end(), holds);
    }

  public:
    // What was spared was seen by a few replications, or together with others who stayed.
    void confirm() { result_.evaluation = evaluate_(result_.plan, Effort::reference); }

  private:
    const SearchSpace& space_;
    const Ask& evaluate_;
    SearchResult& result_;
    std::vector<bool> by_interval_;  // by team: some promise that it serves is for intervals
    std::vector<bool> by_day_;
    std::set<std::pair<std::size_t, std::size_t>> brought_back_;  // team, interval
    std::int64_t reference_replications_;
    std::int64_t first_look_ = std::numeric_limits<std::int64_t>::max();  // replications of the shortest trial
    std::int64_t beyond_a_look_ = 0;                                      // of trials since people were spared
    std::size_t spared_since_reference_ = 0;
    std::size_t most_at_once_ = std::numeric_limits<std::size_t>::max();  // more broke what everybody serves
};

}  // namespace

void spare(const SearchSpace& space, const Ask& evaluate, SearchResult& result, const std::function<bool()>& stopped) {
    Sparing sparing{space, evaluate, result};
    sparing.run(stopped);
    sparing.confirm();
}

namespace {

// Two people of one interval less, one more in the interval whose promise stood in their way.
std::optional<StaffingPlan> two_for_one(const SearchSpace& space, const StaffingPlan& plan, const Needed& needed) {
    if (!needed.broken.interval || *needed.broken.interval == needed.interval) return std::nullopt;
    StaffingPlan other = plan;
    std::vector<int>& agents = other.agents[needed.team];
    agents[needed.interval] -= 2;
    ++agents[*needed.broken.interval];
    const bool cheaper = 2.0 * space.times(needed.interval) > space.times(*needed.broken.interval);
    const bool within = cheaper && agents[needed.interval] >= space.least[needed.team][needed.interval] &&
                        agents[*needed.broken.interval] <= space.most[needed.team][*needed.broken.interval];
    return within && space.helps[needed.broken.promise][needed.team] ? std::optional{other} : std::nullopt;
}

}  // namespace

bool trade(const SearchSpace& space, const Ask& evaluate, SearchResult& result, const std::function<bool()>& stopped) {
    bool any = false;
    for (const Needed& needed : std::vector<Needed>{result.needed}) {
        std::optional<StaffingPlan> other = two_for_one(space, result.plan, needed);
        if (!other || stopped()) continue;
        Evaluation evaluation = evaluate(*other, Effort::whole);
        if (!evaluation.holds()) continue;
        result.plan = *std::move(other);
        result.evaluation = std::move(evaluation);
        any = true;
    }
    return any;
}

bool exchange(const SearchSpace& space, const Ask& evaluate, SearchResult& result,
              const std::function<bool()>& stopped) {
    bool any = false;
    for (std::size_t dear = 0; dear < space.teams(); ++dear)
        for (std::size_t cheap = 0; cheap < space.teams(); ++cheap) {
            if (space.cost[cheap] >= space.cost[dear]) continue;
            for (std::size_t i = 0; i < space.intervals() && !stopped(); ++i) {
                if (result.plan.agents[dear][i] <= space.least[dear][i]) continue;
                if (result.plan.agents[cheap][i] >= space.most[cheap][i]) continue;
                StaffingPlan other = result.plan;
                --other.agents[dear][i];
                ++other.agents[cheap][i];
                Evaluation evaluation = evaluate(other, Effort::whole);
                if (!evaluation.holds()) continue;
                result.plan = std::move(other);
                result.evaluation = std::move(evaluation);
                any = true;
            }
        }
    return any;
}

}  // namespace freiton::staffing
