// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/mend.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "freiton/staffing/savings_look.hpp"

namespace freiton::staffing {

namespace {

constexpr int most_mends = 6;
constexpr double more_each_time = 0.25;  // of what is missing, as effects do not quite add up

class Mending {
  public:
    Mending(const SearchSpace& space, SearchResult& result, const LookAt& look_at)
        : space_{space}, result_{result}, look_{space, look_at(result.plan), least_of_effects} {}

    // At most so many, for together they do more than alone. False if nobody helps.
    bool add(double factor, int most) {
        for (const Instance& number : result_.evaluation.instances)
            missing_.push_back(number.holds ? 0.0 : std::max(0.0, -number.room) * factor);
        std::vector<Candidate> people = who_could_help();
        bool any = false;
        for (; most > 0; --most, any = true) {
            const auto best =
                std::max_element(people.begin(), people.end(),
                                 [&](const Candidate& a, const Candidate& b) { return worth_of(a) < worth_of(b); });
            if (best == people.end() || worth_of(*best) <= 0.0) return any;
            take(*best);
            people.erase(best);
        }
        return any;
    }

  private:
    // One more wherever a promise that fails is served, in time for it.
    std::vector<Candidate> who_could_help() {
        std::vector<Saving> people = one_more(space_, result_.plan);
        std::erase_if(people, [&](const Saving& person) {
            const StaffStep& step = person.steps.front();
            const auto& all = result_.evaluation.instances;
            return std::none_of(all.begin(), all.end(), [&](const Instance& number) {
                return !number.holds && space_.helps[number.promise][step.team] &&
                       is_in_reach(space_, step.interval, number);
            });
        });
        look_.play(people, look_.replications_of(contacts_of_effects));
        return look_.effects(people, result_.evaluation);
    }

    // What one person more makes good, in shares of what was missing at first, by their cost. Not only as far as it is
    // still missing: of those who would all do, the one who helps most is wanted.
    double worth_of(const Candidate& person) const {
        double worth = 0.0;
        for (const NumberEffect& effect : person.effects)
            if (missing_[effect.instance] > 0.0 && effect.mean > 0.0)
                worth += effect.mean / std::max(1e-12, -result_.evaluation.instances[effect.instance].room);
        return worth / -person.saving.saves;
    }

    void take(const Candidate& person) {
        result_.plan = with(std::move(result_.plan), person.saving);
        for (const NumberEffect& effect : person.effects)
            missing_[effect.instance] = std::max(0.0, missing_[effect.instance] - std::max(0.0, effect.mean));
    }

    const SearchSpace& space_;
    SearchResult& result_;
    SavingsLook look_;
    std::vector<double> missing_;  // by instance, in the unit of its value
};

}  // namespace

bool mend(const SearchSpace& space, const Ask& ask, const LookAt& look_at, SearchResult& result,
          const std::function<bool()>& stopped) {
    for (int round = 0; round < most_mends && !result.evaluation.holds() && !stopped(); ++round) {
        const auto& all = result.evaluation.instances;
        const auto failed = std::count_if(all.begin(), all.end(), [](const Instance& one) { return !one.holds; });
        const int most = static_cast<int>(failed) << round;
        if (!Mending{space, result, look_at}.add(1.0 + more_each_time * round, most)) return false;
        result.evaluation = ask(result.plan, Effort::rough);
    }
    return result.evaluation.holds();
}

}  // namespace freiton::staffing
