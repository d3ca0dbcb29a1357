// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/looks.hpp"

#include <algorithm>
#include <cmath>

namespace freiton::staffing {

namespace {

constexpr double errors_beyond_doubt = 4.0;
constexpr double contacts_of_first_look = 60'000;
constexpr std::int64_t least_replications = 40;
constexpr std::int64_t most_of_first_look = 500;
constexpr double near_its_promise = 0.1;  // share of its base within which a slack decides how closely is looked

}  // namespace

std::shared_ptr<Look> Looks::opened(const StaffingPlan& plan) {
    ++plans_tried_;
    return look_at_(plan);
}

bool Looks::could_hold(const StaffingPlan& start) {
    int peak = 0;
    for (const auto& team : start.agents) peak = std::max(peak, *std::max_element(team.begin(), team.end()));
    StaffingPlan plenty = start;
    for (auto& team : plenty.agents) std::fill(team.begin(), team.end(), 3 * peak + 50);
    const auto look = opened(space_.within_limits(std::move(plenty)));
    look->play(least_replications);
    const auto wanted = static_cast<std::int64_t>(contacts_of_first_look / std::max(1.0, look->contacts()));
    first_ = std::clamp(wanted, least_replications, most_of_first_look);
    last_ = most_replications(*look);
    const auto slacks = look->slacks();
    extra_.assign(slacks.size(), 0.0);
    return std::none_of(slacks.begin(), slacks.end(), [](const Slack& slack) {
        return slack.base > 0.0 && slack.mean + errors_ahead * slack.error < 0.0;
    });
}

std::int64_t Looks::most_replications(const Look& look) const {
    return std::max(first_, static_cast<std::int64_t>(sureness_.most_contacts / std::max(1.0, look.contacts())));
}

void Looks::settle_last(const Look& look) {
    auto most = static_cast<double>(first_);
    for (const Slack& s : look.slacks()) {
        if (s.base <= 0.0) continue;
        const bool time = s.wanted > 1.0;
        if (!time && std::abs(s.mean) > near_its_promise * s.base) continue;
        const double known = time ? sureness_.half_width_time * s.wanted : sureness_.half_width_share;
        const double ratio = errors_of_half_width * s.error / s.base / known;
        most = std::max(most, static_cast<double>(look.replications()) * ratio * ratio);
    }
    last_ = static_cast<std::int64_t>(std::min(most, static_cast<double>(most_replications(look))));
}

std::vector<double> Looks::needed(const Look& look) const {
    const double part = static_cast<double>(look.replications()) / static_cast<double>(last_);
    std::vector<double> needed;
    for (const Slack& slack : look.slacks())
        needed.push_back(errors_ahead * slack.error * std::sqrt(std::min(1.0, part)) -
                         1e-12 * slack.base * slack.wanted + extra_[needed.size()]);
    return needed;
}

bool Looks::holds(const Look& look) const {
    const auto slacks = look.slacks();
    const auto least = needed(look);
    for (std::size_t k = 0; k < slacks.size(); ++k)
        if (slacks[k].base > 0.0 && slacks[k].mean < least[k]) return false;
    return true;
}

Seen Looks::at(const StaffingPlan& plan, std::int64_t replications) {
    const auto clearly_fails = [](const Look& look) {
        const auto slacks = look.slacks();
        return std::any_of(slacks.begin(), slacks.end(), [](const Slack& slack) {
            return slack.base > 0.0 && slack.mean + errors_beyond_doubt * slack.error < 0.0;
        });
    };
    Seen seen{plan, opened(plan), false, space_.cost_of(plan)};
    for (std::int64_t n = std::min(replications, first_);; n = std::min(replications, 3 * n)) {
        seen.look->play(n);
        if (n == replications || stopped() || clearly_fails(*seen.look)) break;
    }
    seen.holds = holds(*seen.look);
    if (seen.holds && found_ && !stopped()) found_(plan);
    return seen;
}

void Looks::learn(const Seen& from, const Seen& failed) {
    std::vector<double> predicted;
    for (const Slack& slack : from.look->slacks()) predicted.push_back(slack.mean);
    for (std::size_t t = 0; t < space_.teams(); ++t)
        for (std::size_t i = 0; i < space_.intervals(); ++i) {
            const int by = failed.plan.agents[t][i] - from.plan.agents[t][i];
            if (by == 0) continue;
            for (const SlackEffect& e : from.look->effects({t, i, by})) predicted[e.instance] += e.mean;
        }
    const auto slacks = failed.look->slacks();
    const auto least = needed(*failed.look);
    for (std::size_t k = 0; k < slacks.size(); ++k)
        if (slacks[k].base > 0.0 && slacks[k].mean < least[k])
            extra_[k] += std::max(0.0, predicted[k] - slacks[k].mean) + 1e-6 * slacks[k].base;
}

}  // namespace freiton::staffing
