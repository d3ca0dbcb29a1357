// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/precision.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/simulation/simulated_performance.hpp"

namespace freiton::simulation {

namespace {

constexpr std::int64_t first_look = 30;  // Student's t and the delta method want some thirty
constexpr std::int64_t most_replications = 100'000;
constexpr std::int64_t most_contacts = 400'000'000;  // about a minute or two of one core
constexpr double least_time_s = 0.1;  // a mean wait need not be known more exactly than to a tenth of a second
constexpr double least_time_h = 0.01;

}  // namespace

Precision::Widest Precision::widest(const Moments& moments) const {
    Widest widest;
    const auto compare = [&](double half_width, double wanted, std::size_t view, const char* figure) {
        const double excess = half_width / wanted;
        if (!std::isnan(excess) && excess > widest.excess) widest = {excess, view, figure};
    };
    const double share = options_.half_width_shares.value();
    const double relative = options_.half_width_times.value();
    for (std::size_t v = 0; v < views_.list.size(); ++v) {
        if (!views_.list[v].site.empty()) continue;
        if (views_.list[v].call) {
            const auto figures = call_figures(views_, moments, v, views_.total_place(), 1.0, 1.0);
            compare(figures.half_width->service_level, share, v, "service_level");
            compare(figures.half_width->wait_all_s, std::max(least_time_s, relative * figures.wait_all_s), v,
                    "wait_all_s");
        } else {
            const auto figures = backlog_figures(views_, moments, v, views_.total_place(), 1.0, 1.0);
            compare(figures.half_width->done_in_time_share, share, v, "done_in_time_share");
            compare(figures.half_width->turnaround_mean_h, std::max(least_time_h, relative * figures.turnaround_mean_h),
                    v, "turnaround_mean_h");
        }
    }
    return widest;
}

std::int64_t Precision::replications_to_add(const Moments& moments) {
    const std::int64_t done = moments.replications();
    if (options_.replications) return std::max<std::int64_t>(0, std::int64_t{*options_.replications} - done);
    if (done == 0) return first_look;
    const double excess = this->excess(moments);
    if (excess <= 1.0 || done >= most_replications || moments.contacts() >= most_contacts) return 0;
    // The half-width falls with the square root; a little more, so that one look is often enough.
    const double wanted = 1.1 * static_cast<double>(done) * excess * excess;
    const double by_contacts = static_cast<double>(most_contacts) /
                               std::max(1.0, static_cast<double>(moments.contacts())) * static_cast<double>(done);
    const double next = std::min({wanted, by_contacts, 8.0 * static_cast<double>(done), double{most_replications}});
    return std::max<std::int64_t>(3, static_cast<std::int64_t>(std::ceil(next)) - done);
}

std::int64_t Precision::expected(const Moments& moments) const {
    if (options_.replications) return *options_.replications;
    if (moments.replications() == 0) return 0;
    const double excess = this->excess(moments);
    return static_cast<std::int64_t>(1.1 * static_cast<double>(moments.replications()) *
                                     std::max(1.0, excess * excess));
}

std::string Precision::widest(const Scenario& scenario, const Moments& moments) const {
    const Widest found = widest(moments);
    return scenario.work()[views_.list[found.view].work].name + " " + found.figure;
}

}  // namespace freiton::simulation
