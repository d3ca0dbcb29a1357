// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/quantile_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "freiton/core/contracts.hpp"
#include "freiton/core/text.hpp"

namespace freiton {

namespace {

// Per cent to a thousandth.
std::string quantile_name(double share) { return "p" + number_text(std::round(share * 1e5) / 1e3); }

template <class Figures>
std::vector<QuantileFigure<Figures>> quantiles(const std::vector<Share>& asked,
                                               const std::array<double Figures::*, 3>& usual) {
    constexpr std::array<double, 3> shares = {0.5, 0.9, 0.95};
    std::vector<QuantileFigure<Figures>> all;
    for (std::size_t k = 0; k < shares.size(); ++k)
        all.push_back({shares[k], quantile_name(shares[k]), usual[k], false});
    std::size_t next = 0;
    for (const Share share : asked) {
        const std::string name = quantile_name(share.value());
        if (std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.name == name; })) continue;
        EXPECTS(next < most_asked_quantiles);
        all.push_back({share.value(), name, Figures::of_asked_quantiles()[next++], true});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.share < b.share; });
    return all;
}

}  // namespace

std::size_t quantiles_beside_the_usual(const std::vector<Share>& asked) {
    std::set<std::string> names;
    for (const Share share : asked) names.insert(quantile_name(share.value()));
    for (const char* usual : {"p50", "p90", "p95"}) names.erase(usual);
    return names.size();
}

std::vector<QuantileFigure<CallFigures>> wait_quantiles(const std::vector<Share>& asked) {
    return quantiles<CallFigures>(asked,
                                  {&CallFigures::wait_p50_s, &CallFigures::wait_p90_s, &CallFigures::wait_p95_s});
}

std::vector<QuantileFigure<BacklogFigures>> turnaround_quantiles(const std::vector<Share>& asked) {
    return quantiles<BacklogFigures>(asked, {&BacklogFigures::turnaround_p50_h, &BacklogFigures::turnaround_p90_h,
                                             &BacklogFigures::turnaround_p95_h});
}

}  // namespace freiton
