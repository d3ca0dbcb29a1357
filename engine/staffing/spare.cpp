// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/spare.hpp"

#include <algorithm>
#include <deque>

namespace freiton::staffing {

namespace {

struct Person {
    std::size_t team = 0;
    std::size_t interval = 0;
};

// How far the absence of one person in an interval reaches into later ones: a queue has drained two intervals later,
// or the interval promises there are missed for another reason.
constexpr std::size_t reach_of_interval = 2;

class Sparing {
  public:
    Sparing(const SearchSpace& space, const Evaluator& evaluate, SearchResult& result)
        : space_{space}, evaluate_{evaluate}, result_{result} {
        for (std::size_t t = 0; t < space.teams(); ++t) find_scopes(t);
    }

    void run(const std::function<bool()>& stopped) {
        result_.needed.clear();
        std::deque<Person> waiting = candidates();
        std::size_t most = waiting.size();
        while (!waiting.empty() && !stopped()) {
            std::vector<Person> group = take_group(waiting, most);
            const std::size_t tried = group.size();
            const bool blamed_on_all = try_without(group, waiting);
            most = blamed_on_all ? std::max<std::size_t>(1, tried / 2) : std::min(2 * most, waiting.size() + 1);
        }
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

    std::vector<Person> take_group(std::deque<Person>& waiting, std::size_t most) const {
        std::vector<Person> group;
        std::deque<Person> rest;
        for (const Person& person : waiting) {
            const bool apart =
                std::none_of(group.begin(), group.end(), [&](const Person& other) { return touch(person, other); });
            if (apart && group.size() < most)
                group.push_back(person);
            else
                rest.push_back(person);
        }
        waiting = std::move(rest);
        return group;
    }

    bool is_blamed(const Person& person, const Instance& broken) const {
        if (!space_.helps[broken.promise][person.team]) return false;
        if (broken.interval)
            return person.interval <= *broken.interval && *broken.interval - person.interval <= reach_of_interval;
        return broken.day && space_.day_of_interval[person.interval] == *broken.day;
    }

    // Tries to do without the whole group. Those who are not missed are spared and, if more of their kind are there,
    // asked again later; those who are missed stay. True if what broke cannot be blamed on one of them.
    bool try_without(const std::vector<Person>& group, std::deque<Person>& waiting) {
        StaffingPlan without = result_.plan;
        for (const Person& person : group) --without.agents[person.team][person.interval];
        Evaluation evaluation = evaluate_(without, Effort::full);
        std::vector<const Instance*> blame(group.size(), nullptr);
        const Instance* on_all = nullptr;
        bool any_open = false;
        for (const Instance& instance : evaluation.instances) {
            if (instance.holds) continue;
            any_open = any_open || instance.close;
            if (instance.close && group.size() > 1) continue;  // not asked to the end, as another failed
            bool found = false;
            for (std::size_t g = 0; g < group.size(); ++g) {
                if (!is_blamed(group[g], instance)) continue;
                if (blame[g] == nullptr) blame[g] = &instance;
                found = true;
            }
            if (!found) on_all = &instance;
        }
        if (on_all != nullptr && group.size() > 1) {
            waiting.insert(waiting.begin(), group.begin(), group.end());
            return true;
        }
        bool all_spared = true;
        for (std::size_t g = 0; g < group.size(); ++g) {
            if (any_open && group.size() > 1 && blame[g] == nullptr) {
                waiting.push_front(group[g]);
                all_spared = false;
                continue;
            }
            const Instance* broken = blame[g] != nullptr ? blame[g] : on_all;
            if (broken != nullptr) {
                result_.needed.push_back({group[g].team, group[g].interval, *broken});
                all_spared = false;
                continue;
            }
            int& agents = result_.plan.agents[group[g].team][group[g].interval];
            if (--agents > space_.least[group[g].team][group[g].interval]) waiting.push_back(group[g]);
        }
        if (all_spared)
            result_.evaluation = std::move(evaluation);
        else
            changed_since_evaluation_ = true;
        return false;
    }

  public:
    // What was spared together with others who stayed has not been seen as it is now.
    void confirm() {
        if (changed_since_evaluation_) result_.evaluation = evaluate_(result_.plan, Effort::reference);
        changed_since_evaluation_ = false;
    }

  private:
    const SearchSpace& space_;
    const Evaluator& evaluate_;
    SearchResult& result_;
    std::vector<bool> by_interval_;  // by team: some promise that it serves is for intervals
    std::vector<bool> by_day_;
    bool changed_since_evaluation_ = false;
};

}  // namespace

void spare(const SearchSpace& space, const Evaluator& evaluate, SearchResult& result,
           const std::function<bool()>& stopped) {
    Sparing sparing{space, evaluate, result};
    sparing.run(stopped);
    sparing.confirm();
}

bool exchange(const SearchSpace& space, const Evaluator& evaluate, SearchResult& result,
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
                Evaluation evaluation = evaluate(other, Effort::full);
                if (!evaluation.holds()) continue;
                result.plan = std::move(other);
                result.evaluation = std::move(evaluation);
                any = true;
            }
        }
    return any;
}

}  // namespace freiton::staffing
