// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "freiton/model/call_log.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// What a log does not say, as it is tried. [logged work]
struct Unsaid {
    std::vector<double> wrap_up_s{};                     // mean
    std::vector<std::optional<DurationLaw>> patience{};  // none: callers wait for ever
    std::vector<double> balk{};
    double away = 0.0;        // share of the time of everybody on duty
    bool talk_of_log = true;  // else talk times are the scenario's
};

/// Plays the days of a log again: callers come at the very moments at which they came, with the talk times that they
/// had, and the people of the plan are there. Chance is left in what nobody knows: patience, wrap-up times, who is
/// away, the talk of callers who were not answered (one of the recorded ones; of a log without any one of the
/// scenario's law), and, of counts by interval, when within it they came, and how long each talked on a day of which
/// the mean is known.
///
/// Each draw of a replication belongs to its call, so that two trials differ by what is tried alone. Callers who try
/// again are in the log already, and so is what other contacts lead to.
class AsItCame {
  public:
    /// All must outlive it.
    AsItCame(const Scenario& scenario, const StaffingPlan& plan, const CallLog& log, const LoggedCalls& logged);

    /// The numbers of each logged work by interval, in one replication.
    std::vector<std::vector<simulation::Numbers>> play(const Unsaid& trial, std::uint64_t replication) const;

    /// Mean talk time of a logged work, in seconds; of the scenario where the log has none.
    double talk_s(std::size_t logged_work) const { return works_[logged_work].talk_s; }

  private:
    struct LoggedTalk {
        std::vector<double> recorded{};  // of single calls
        double talk_s = 0.0;
        std::vector<double> of_usual{};  // the day's mean talk over the scenario's mean handling time, by interval
        std::vector<double> usual_s{};   // the scenario's mean by interval
        std::vector<double> first{};     // predicted calls by interval and site, to tell where callers come from
        std::vector<std::vector<double>> by_site{};
        std::function<double(double)> talk_quantile{};  // of the scenario's law, over its mean
        std::function<double(double)> wrap_up_quantile{};
    };
    void add_single_calls(std::size_t logged_work, const Unsaid& trial, std::uint64_t replication,
                          VolumeFile& file) const;
    void add_counts(std::size_t logged_work, const Unsaid& trial, std::uint64_t replication, VolumeFile& file) const;
    std::vector<double> talk_of_usual(const LoggedWork& own, const std::vector<double>& usual_s) const;
    std::string site_of(const LoggedTalk& work, std::size_t interval, double chance) const;
    StaffingPlan people(const Unsaid& trial, std::uint64_t replication) const;

    const Scenario& scenario_;
    const StaffingPlan& plan_;
    const CallLog& log_;
    const LoggedCalls& logged_;
    ScenarioParts parts_{};  // without what a trial puts in
    std::vector<LoggedTalk> works_{};
};

}  // namespace freiton::study
