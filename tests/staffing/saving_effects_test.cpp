// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/saving_effects.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

// Each person less takes two contacts in time off the only number, known to half a contact.
class TwoContactsLook : public Look {
  public:
    void play(std::int64_t) override {}
    void play_steps(const std::vector<StaffStep>&, std::int64_t) override {}
    std::int64_t replications() const override { return 1; }
    double contacts() const override { return 100.0; }
    std::vector<Slack> slacks() const override { return {}; }
    std::vector<SlackEffect> effects(const StaffStep& step) const override { return {{0, 2.0 * step.by, 0.5}}; }
    std::int64_t step_replications(const StaffStep&) const override { return 1; }
};

std::vector<NumberEffect> effects_on(const Instance& number, double base) {
    const Office made = office(1, 40, 9);
    const Saving two{.steps = {{0, 2, -1}, {0, 3, -1}}};
    return effects_of(made.space, two, TwoContactsLook{}, {{.base = base}}, {.instances = {number}});
}

// Of forty contacts two times two are a tenth; doubts of steps that know nothing of each other add as squares.
TEST(SavingEffects, AreSumsOfStepsInTheUnitOfTheNumber) {
    const auto effects = effects_on({.interval = IntervalIndex{3}}, 40.0);
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_DOUBLE_EQ(effects[0].mean, -0.1);
    EXPECT_DOUBLE_EQ(effects[0].error, std::hypot(0.5, 0.5) / 40.0);
}

TEST(SavingEffects, AreNoneWhereNothingCame) { EXPECT_TRUE(effects_on({.interval = IntervalIndex{3}}, 0.0).empty()); }

// A tenth is taken, known to three hundredths. A tenth of its half-width is room as well.
TEST(SavingEffects, BreakANumberThatHasLessRoom) {
    const auto effects = effects_on({.interval = IntervalIndex{3}}, 40.0);
    const auto fate = [&](double room) {
        return fate_of(effects, {.instances = {{.half_width = 0.02, .room = room}}});
    };
    EXPECT_EQ(fate(0.11), Fate::kept);
    EXPECT_EQ(fate(0.0985), Fate::kept);
    EXPECT_EQ(fate(0.09), Fate::open);
    EXPECT_EQ(fate(0.0), Fate::missed);
}

}  // namespace
}  // namespace freiton::staffing
