// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/search_watch.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "freiton/study/search_hours.hpp"

namespace freiton::study {

namespace {

constexpr double done_when_expected = 1.5;  // 1 - e^-1.5 = 78 % are told then: half the searches take longer

// Counts what is played of a plan.
class WatchedLook : public staffing::Look {
  public:
    WatchedLook(std::unique_ptr<staffing::Look> look, SearchWatch& watch) : look_{std::move(look)}, watch_{watch} {}

    void play(std::int64_t replications) override {
        const std::int64_t before = look_->replications();
        look_->play(replications);
        watch_.played(static_cast<double>(look_->replications() - before) * look_->contacts());
    }
    void play_steps(const std::vector<StaffStep>& steps, std::int64_t replications) override {
        look_->play_steps(steps, replications);
        watch_.played(static_cast<double>(replications) * look_->contacts() * branches);
    }
    std::int64_t replications() const override { return look_->replications(); }
    double contacts() const override { return look_->contacts(); }
    std::vector<Slack> slacks() const override { return look_->slacks(); }
    std::vector<SlackEffect> effects(const StaffStep& step) const override { return look_->effects(step); }
    std::int64_t step_replications(const StaffStep& step) const override { return look_->step_replications(step); }

  private:
    static constexpr double branches = 6.0;  // all steps of a plan cost about so many whole replications

    std::unique_ptr<staffing::Look> look_;
    SearchWatch& watch_;
};

}  // namespace

SearchWatch::SearchWatch(const Scenario& scenario, StaffingPlan start, const RunControl& control)
    : scenario_{scenario},
      control_{control},
      best_{std::move(start)},
      expected_{contacts_of_search(scenario)},
      told_{std::numeric_limits<double>::infinity()} {
    if (control_.best_so_far) control_.best_so_far(std::numeric_limits<double>::quiet_NaN());
}

void SearchWatch::begin(const staffing::Part& part) {
    part_ = &part;
    contacts_of_a_replication_ = contacts_of_replication(part.scenario);
}

staffing::Evaluator SearchWatch::watched(const staffing::Evaluator& evaluate) {
    return [this, evaluate](const StaffingPlan& plan, staffing::Effort effort, const std::vector<bool>& left_aside) {
        staffing::Evaluation evaluation = evaluate(plan, effort, left_aside);
        played(static_cast<double>(evaluation.replications) * contacts_of_a_replication_);
        return evaluation;
    };
}

staffing::LookAt SearchWatch::watched(const staffing::LookAt& look_at) {
    return [this, look_at](const StaffingPlan& plan) { return std::make_unique<WatchedLook>(look_at(plan), *this); };
}

void SearchWatch::played(double contacts) {
    played_ += contacts;
    control_.report(1.0 - std::exp(-done_when_expected * played_ / expected_));
}

void SearchWatch::found(const StaffingPlan& of_part) {
    if (!control_.best_so_far) return;
    StaffingPlan before = best_;
    part_->put(of_part, best_);
    const double hours_now = hours();
    if (hours_now < told_)
        control_.best_so_far(told_ = hours_now);
    else
        best_ = std::move(before);
}

double SearchWatch::hours() const {
    double agents = 0.0;
    for (const auto& team : best_.agents)
        for (const int here : team) agents += here;
    return agents * Hours{scenario_.calendar().interval_length()}.count();
}

}  // namespace freiton::study
