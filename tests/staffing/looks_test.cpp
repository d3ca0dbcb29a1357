// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/looks.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace freiton::staffing {
namespace {

// A look at numbers that are as they are.
class StillLook : public Look {
  public:
    explicit StillLook(std::vector<Slack> slacks) : slacks_{std::move(slacks)} {}
    void play(std::int64_t replications) override { replications_ = std::max(replications_, replications); }
    void play_steps(const std::vector<StaffStep>&, std::int64_t) override {}
    std::int64_t replications() const override { return replications_; }
    double contacts() const override { return 100.0; }
    std::vector<Slack> slacks() const override { return slacks_; }
    std::vector<SlackEffect> effects(const StaffStep&) const override { return {}; }
    std::int64_t step_replications(const StaffStep&) const override { return 0; }

  private:
    std::vector<Slack> slacks_;
    std::int64_t replications_ = 0;
};

// How many replications the last decisions take, where this is all that was promised.
std::int64_t last_of(const Slack& number) {
    const SearchSpace space{
        .least = {{0}}, .most = {{9}}, .cost = {1.0}, .share = {1.0}, .helps = {{true}}, .day_of_interval = {0}};
    const LookAt look_at = [&](const StaffingPlan&) { return std::make_unique<StillLook>(std::vector{number}); };
    const Sureness sureness{.half_width_share = 0.01, .half_width_time = 0.02, .most_contacts = 1e9};
    Looks looks{space, look_at, sureness, {}, {}};
    EXPECT_TRUE(looks.could_hold({{{5}}}));
    StillLook look{{number}};
    look.play(looks.first());
    looks.settle_last(look);
    return looks.last();
}

constexpr Slack near_share{.mean = 0.1, .error = 0.5, .base = 10.0, .wanted = 0.8};  // a point ahead, known to ten

TEST(Looks, TakeAsManyReplicationsAsANumberNearItsPromiseNeeds) {
    Slack clear = near_share;
    clear.mean = 9.0;
    const std::int64_t first = last_of(clear);
    const double ratio = errors_of_half_width * near_share.error / near_share.base / 0.01;
    EXPECT_NEAR(static_cast<double>(last_of(near_share)), static_cast<double>(first) * ratio * ratio, 1.0);
}

// What is far ahead of a promised share needs no closer look; a time is known in parts of what was promised.
TEST(Looks, KnowTimesHoweverFarTheyAreAhead) {
    const Slack wait{.mean = 9.0 * 30.0, .error = 5.0 * 3.0, .base = 10.0, .wanted = 30.0, .at_least = false};
    const double ratio = errors_of_half_width * wait.error / wait.base / (0.02 * wait.wanted);
    Slack clear = near_share;
    clear.mean = 9.0;
    EXPECT_NEAR(static_cast<double>(last_of(wait)), static_cast<double>(last_of(clear)) * ratio * ratio, 1.0);
}

}  // namespace
}  // namespace freiton::staffing
