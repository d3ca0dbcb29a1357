// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/two_phases.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <variant>

#include "freiton/core/contracts.hpp"
#include "freiton/model/law_functions.hpp"
#include "freiton/model/law_parameters.hpp"

namespace freiton::analytic {

namespace {

constexpr double least_cv2 = 0.5;  // two equal phases
constexpr double same_cv2 = 1e-9;
constexpr double longest_second = 20.0;  // phase, in means: near cv 1 a skew law would have few calls that hardly end

// Each call is of one of two kinds, the first quicker: all begin as if they were, and some of the others go on.
SecondPhase of_two_kinds(const TwoPhaseParameters& kinds) {
    return {kinds.second * (1.0 - kinds.second_rate / kinds.first_rate), Seconds{1.0 / kinds.second_rate}};
}

// In units of the mean, by the first three moments: m2 and m3.
std::optional<SecondPhase> of_three_moments(double mean_s, double m2, double m3) {
    const double beyond = m3 - 1.5 * m2 * m2;
    if (!(beyond > 1e-6 * m3)) return std::nullopt;
    const double product = (3.0 * m2 - 6.0) / beyond;  // of both rates
    const double sum = 1.0 + 0.5 * m2 * product;
    const double root = std::sqrt(sum * sum - 4.0 * product);
    const double first = 0.5 * (sum + root);
    const double second = product / first;
    if (!(second * longest_second > 1.0)) return std::nullopt;
    return SecondPhase{second * (1.0 - 1.0 / first), Seconds{mean_s / second}};
}

struct Tried {
    double cv;
    PointsOff off;
};
constexpr Tried tried[] = {{0.0, {2.1, 4.3}},  {0.3, {2.7, 5.0}},  {0.5, {1.2, 2.4}},
                           {0.71, {0.3, 0.3}}, {0.85, {0.3, 0.4}}, {1.0, {0.5, 0.7}},
                           {1.25, {0.3, 0.5}}, {1.5, {0.5, 2.0}},  {2.0, {1.2, 3.8}}};

}  // namespace

PhasesOfLaw phases_of(const DurationLaw& law) {
    if (is_exponential(law)) return {};
    const double mean_s = law_mean(law);
    const double cv = law_sd(law) / mean_s;
    const double cv2 = cv * cv;
    if (law.law == Law::hyperexponential) {
        const LawParameters parameters = law_parameters(law);
        return {.second = of_two_kinds(std::get<TwoPhaseParameters>(parameters)), .cv = cv};
    }
    if (cv2 < least_cv2 + same_cv2) {
        const bool exact = (law.law == Law::gamma || law.law == Law::erlang) && cv2 > least_cv2 - same_cv2;
        return {SecondPhase{1.0, Seconds{0.5 * mean_s}}, cv, exact, !exact};
    }
    PhasesOfLaw phases{.second = SecondPhase{0.5 / cv2, Seconds{cv2 * mean_s}}, .cv = cv, .exact = false};
    if (cv2 > 1.0 + same_cv2) {
        const double m2 = 1.0 + cv2;
        const double m3 = law_skewness(law) * cv * cv2 + 3.0 * m2 - 2.0;
        if (const auto better = of_three_moments(mean_s, m2, m3)) phases.second = better;
    }
    return phases;
}

PointsOff points_off(double cv) {
    EXPECTS(cv >= 0.0 && cv <= greatest_cv + same_cv2);
    const Tried* above =
        std::find_if(std::begin(tried), std::end(tried) - 1, [&](const Tried& one) { return one.cv >= cv - same_cv2; });
    const Tried* below = above->cv <= cv + same_cv2 || above == std::begin(tried) ? above : above - 1;
    return {std::max(above->off.usual, below->off.usual), std::max(above->off.jumping, below->off.jumping)};
}

}  // namespace freiton::analytic
