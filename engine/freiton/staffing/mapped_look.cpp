// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/mapped_look.hpp"

#include <cmath>
#include <map>
#include <utility>

namespace freiton::staffing {

namespace {

class MappedLook : public Look {
  public:
    MappedLook(StepsOfWhole steps, std::unique_ptr<Look> of_whole)
        : steps_of_{std::move(steps)}, look_{std::move(of_whole)} {}

    void play(std::int64_t replications) override { look_->play(replications); }
    void play_steps(const std::vector<StaffStep>& steps, std::int64_t replications) override {
        std::vector<StaffStep> all;
        for (const StaffStep& step : steps)
            for (const StaffStep& of_whole : steps_of_(step)) all.push_back(of_whole);
        look_->play_steps(all, replications);
    }
    std::int64_t replications() const override { return look_->replications(); }
    double contacts() const override { return look_->contacts(); }
    std::vector<Slack> slacks() const override { return look_->slacks(); }
    std::vector<SlackEffect> effects(const StaffStep& step) const override {
        std::map<std::size_t, SlackEffect> sums;
        for (const StaffStep& of_whole : steps_of_(step))
            for (const SlackEffect& effect : look_->effects(of_whole)) {
                SlackEffect& sum = sums.try_emplace(effect.instance, SlackEffect{effect.instance}).first->second;
                sum.mean += effect.mean;
                sum.error = std::hypot(sum.error, effect.error);
            }
        std::vector<SlackEffect> effects;
        effects.reserve(sums.size());
        for (const auto& [instance, sum] : sums) effects.push_back(sum);
        return effects;
    }
    std::int64_t step_replications(const StaffStep& step) const override {
        const std::vector<StaffStep> steps = steps_of_(step);
        return steps.empty() ? 0 : look_->step_replications(steps.front());
    }

  private:
    StepsOfWhole steps_of_;
    std::unique_ptr<Look> look_;
};

}  // namespace

std::unique_ptr<Look> mapped_look(StepsOfWhole steps, std::unique_ptr<Look> of_whole) {
    return std::make_unique<MappedLook>(std::move(steps), std::move(of_whole));
}

}  // namespace freiton::staffing
