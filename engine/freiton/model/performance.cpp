// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/performance.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "freiton/model/quantile_figures.hpp"

namespace freiton {

std::vector<FigureName<CallFigures>> call_figure_names(const std::vector<Share>& quantiles) {
    using F = CallFigures;
    std::vector<FigureName<F>> names = {
        {"offered", &F::offered}, {"answered", &F::answered},           {"abandoned", &F::abandoned},
        {"blocked", &F::blocked}, {"service_level", &F::service_level}, {"reachability", &F::reachability},
        {"asa_s", &F::asa_s},     {"wait_all_s", &F::wait_all_s},
    };
    for (const auto& quantile : wait_quantiles(quantiles))
        names.push_back({"wait_" + quantile.name + "_s", quantile.member});
    const std::vector<FigureName<F>> others = {
        {"wait_probability", &F::wait_probability},
        {"abandoned_share", &F::abandoned_share},
        {"blocked_share", &F::blocked_share},
        {"queue_mean", &F::queue_mean},
        {"queue_at_end", &F::queue_at_end},
        {"busy_mean", &F::busy_mean},
        {"load_erlang", &F::load_erlang},
        {"away_share", &F::away_share},
        {"lost_later", &F::lost_later},
        {"customers_offered", &F::customers_offered},
        {"customers_answered", &F::customers_answered},
        {"short_abandoned", &F::short_abandoned},
        {"wrap_up_mean", &F::wrap_up_mean},
        {"caused", &F::caused},
        {"callbacks", &F::callbacks},
        {"called_back_share", &F::called_back_share},
        {"callbacks_reached", &F::callbacks_reached},
        {"conversations_mean", &F::conversations_mean},
        {"holding_mean", &F::holding_mean},
    };
    names.insert(names.end(), others.begin(), others.end());
    return names;
}

std::vector<FigureName<BacklogFigures>> backlog_figure_names(const std::vector<Share>& quantiles) {
    using F = BacklogFigures;
    std::vector<FigureName<F>> names = {
        {"offered", &F::offered},
        {"done", &F::done},
        {"done_in_time", &F::done_in_time},
        {"done_in_time_share", &F::done_in_time_share},
        {"turnaround_mean_h", &F::turnaround_mean_h},
    };
    for (const auto& quantile : turnaround_quantiles(quantiles))
        names.push_back({"turnaround_" + quantile.name + "_h", quantile.member});
    const std::vector<FigureName<F>> others = {
        {"completed", &F::completed},
        {"waiting_mean", &F::waiting_mean},
        {"busy_mean", &F::busy_mean},
        {"load_erlang", &F::load_erlang},
        {"backlog_at_end", &F::backlog_at_end},
        {"oldest_max_h", &F::oldest_max_h},
        {"due", &F::due},
        {"away_share", &F::away_share},
        {"caused", &F::caused},
        {"tried", &F::tried},
        {"tried_in_time_share", &F::tried_in_time_share},
        {"reached", &F::reached},
        {"reached_in_time_share", &F::reached_in_time_share},
        {"attempts", &F::attempts},
    };
    names.insert(names.end(), others.begin(), others.end());
    return names;
}

std::string_view source_name(Source source) {
    constexpr std::array<std::string_view, 3> names = {"formula", "transient", "simulation"};
    return names[static_cast<std::size_t>(source)];
}

bool TargetResult::sure() const {
    if (may_be_off) return false;
    if (!half_width || std::isnan(reached) || std::isnan(*half_width)) return true;
    return std::abs(reached - promise.wanted) > *half_width;
}

bool Performance::met() const {
    return std::all_of(targets.begin(), targets.end(), [](const TargetResult& target) { return target.met; });
}

bool Performance::expected() const {
    return met() &&
           std::any_of(targets.begin(), targets.end(), [](const TargetResult& target) { return target.expected(); });
}

}  // namespace freiton
