// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace freiton::analytic {

/// Adds up, over the states k = 0 ... places-1, weight_k P(at least k + 1 + shift stages are passed), where weights and
/// the probabilities p_i of passing exactly i stages are given by their ratios:
///
///   sum_k w_k sum_{i > k + shift} p_i  =  sum_i p_i W_i,   W_i = w_0 + ... + w_(min(i - shift, places) - 1)
///
/// carried as the products p_i W_i and p_i w_i, so that only positive terms of moderate size occur. The p_i must add up
/// to 1: once all states have joined W, the rest is W (1 - p_0 - ... - p_i), unless that would cancel. Returns the
/// logarithm of the sum for w_0 = 1 and a given ln p_0; -infinity for an empty sum.
/// Cost: one pass over the states, or over the stages that are passed with noticeable probability if they are fewer.
template <class StageRatio, class WeightRatio>
double ln_stage_sum(double ln_first_stage, double places, double shift, StageRatio stage_ratio,
                    WeightRatio weight_ratio) {
    if (places <= 0.0) return -std::numeric_limits<double>::infinity();
    constexpr double large = 1e250;
    double ln_scale = ln_first_stage;
    double p_w = 1.0;    // p_i w_(i - shift), the newest state
    double p_sum = 0.0;  // p_i W_i
    double total = 0.0;
    double passed = 1.0;  // p_0 + ... + p_i and its newest term, by exp(-ln_p_scale)
    double p = 1.0;
    double ln_p_scale = ln_first_stage;
    double w_sum = 0.0;  // W_i and the weight that joins it next, by exp(-ln_w_scale)
    double w = 1.0;
    double ln_w_scale = 0.0;
    bool all_joined = false;
    for (double i = 0.0;; ++i) {
        const double k = i - shift;  // the state that joins W at i + 1
        const double ratio = stage_ratio(i);
        const bool joins = k >= 0.0 && k < places;
        p_sum = (joins ? p_sum + p_w : p_sum) * ratio;
        p_w = k + 1.0 >= places ? 0.0 : joins ? p_w * ratio * weight_ratio(k) : p_w * ratio;
        total += p_sum;
        p *= ratio;
        passed += p;
        if (joins) {
            w_sum += w;
            if (k + 1.0 < places) w *= weight_ratio(k);
        }
        if (!all_joined && k + 1.0 >= places) {
            all_joined = true;
            const double later = 1.0 - passed * std::exp(ln_p_scale);
            if (later > 1e-3) {
                const double ln_rest = std::log(w_sum) + ln_w_scale + std::log(later);
                const double ln_total = ln_scale + std::log(total);
                return std::max(ln_total, ln_rest) + std::log1p(std::exp(-std::abs(ln_total - ln_rest)));
            }
        }
        const double rest = 1e-19 * total * (1.0 - ratio);
        if (k >= 0.0 && ratio < 1.0 && p_sum <= rest && p_w <= rest) break;
        if (total > large || p_w > large) {
            ln_scale += std::log(large);
            total /= large, p_sum /= large, p_w /= large;
        }
        if (passed > large) {
            ln_p_scale += std::log(large);
            p /= large, passed /= large;
        }
        if (w_sum > large || w > large) {
            ln_w_scale += std::log(large);
            w_sum /= large, w /= large;
        }
    }
    return ln_scale + std::log(total);
}

}  // namespace freiton::analytic
