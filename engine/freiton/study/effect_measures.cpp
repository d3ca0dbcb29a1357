// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "freiton/core/contracts.hpp"
#include "freiton/study/study_summary.hpp"

namespace freiton::study {

namespace {

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Outputs that differ by rounding only do not vary.
bool varies(double squares, double mean, std::size_t count) {
    return squares > 1e-20 * mean * mean * static_cast<double>(count);
}

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> rank(values.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
        for (std::size_t i = begin; i < end; ++i) rank[order[i]] = 0.5 * static_cast<double>(begin + end - 1);
    }
    return rank;
}

}  // namespace

std::optional<double> explained_share(const std::vector<std::size_t>& classes, const std::vector<double>& outputs,
                                      bool unbiased) {
    EXPECTS(classes.size() == outputs.size());
    if (outputs.empty()) return std::nullopt;
    const std::size_t count = *std::max_element(classes.begin(), classes.end()) + 1;
    std::vector<double> sum(count, 0.0);
    std::vector<double> members(count, 0.0);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        sum[classes[i]] += outputs[i];
        members[classes[i]] += 1.0;
    }
    const double mean = mean_of(outputs);
    double total = 0.0;
    double within = 0.0;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        total += (outputs[i] - mean) * (outputs[i] - mean);
        const double of_class = sum[classes[i]] / members[classes[i]];
        within += (outputs[i] - of_class) * (outputs[i] - of_class);
    }
    if (!varies(total, mean, outputs.size())) return std::nullopt;
    const auto n = static_cast<double>(outputs.size());
    const auto used =
        static_cast<double>(std::count_if(members.begin(), members.end(), [](double number) { return number > 0.0; }));
    if (!unbiased) return 1.0 - within / total;
    if (n <= used) return std::nullopt;
    return std::clamp(1.0 - (within / (n - used)) / (total / (n - 1.0)), 0.0, 1.0);
}

std::optional<SobolIndices> sobol_indices(const std::vector<double>& at_a, const std::vector<double>& at_b,
                                          const std::vector<double>& at_ab) {
    EXPECTS(at_a.size() == at_b.size() && at_a.size() == at_ab.size());
    double mean = 0.0;
    double square = 0.0;
    const auto points = 2.0 * static_cast<double>(at_a.size());
    for (const auto* outputs : {&at_a, &at_b})
        for (const double y : *outputs) mean += y / points;
    for (const auto* outputs : {&at_a, &at_b})
        for (const double y : *outputs) square += (y - mean) * (y - mean);
    if (!varies(square, mean, 2 * at_a.size())) return std::nullopt;
    double first = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < at_a.size(); ++i) {
        const double moved = at_ab[i] - at_a[i];
        first += (at_b[i] - mean) * moved;
        total += moved * moved;
    }
    return SobolIndices{std::clamp(2.0 * first / square, 0.0, 1.0), std::clamp(total / square, 0.0, 1.0)};
}

std::optional<double> rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
    EXPECTS(a.size() == b.size());
    if (a.size() < 2) return std::nullopt;
    const std::vector<double> rank_a = ranks(a);
    const std::vector<double> rank_b = ranks(b);
    const double mean = mean_of(rank_a);  // of both
    double ab = 0.0, aa = 0.0, bb = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (rank_a[i] - mean) * (rank_b[i] - mean);
        aa += (rank_a[i] - mean) * (rank_a[i] - mean);
        bb += (rank_b[i] - mean) * (rank_b[i] - mean);
    }
    if (aa == 0.0 || bb == 0.0) return std::nullopt;
    return ab / std::sqrt(aa * bb);
}

}  // namespace freiton::study
