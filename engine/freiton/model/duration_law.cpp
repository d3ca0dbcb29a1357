// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/duration_law.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "freiton/core/contracts.hpp"

namespace freiton {

namespace {

// A spread of a thousand means is a slip; beyond a few hundred thousand no Weibull law has it in double precision.
constexpr double most_cv = 1000.0;

struct Needs {
    bool spread;  // cv or sd may be given
    bool k, range, mode, file;
};

Needs needs_of(Law law) {
    switch (law) {
        case Law::lognormal:
        case Law::gamma:
        case Law::weibull:
        case Law::hyperexponential:
            return {.spread = true, .k = false, .range = false, .mode = false, .file = false};
        case Law::erlang:
            return {.spread = false, .k = true, .range = false, .mode = false, .file = false};
        case Law::uniform:
            return {.spread = true, .k = false, .range = true, .mode = false, .file = false};
        case Law::triangular:
            return {.spread = false, .k = false, .range = true, .mode = true, .file = false};
        case Law::empirical:
            return {.spread = false, .k = false, .range = false, .mode = false, .file = true};
        case Law::exponential:
        case Law::constant:
            break;
    }
    return {.spread = false, .k = false, .range = false, .mode = false, .file = false};
}

std::optional<double> stated_cv(const DurationLaw& law) {
    if (law.cv) return law.cv;
    if (law.sd && law.mean && law.mean->count() > 0.0) return *law.sd / *law.mean;
    return std::nullopt;
}

std::optional<LawProblem> unwanted(const DurationLaw& law, const Needs& needs) {
    using Kind = LawProblem::Kind;
    if (law.cv && law.sd) return LawProblem{Kind::only_one, "sd"};
    const bool exponential_cv = law.law == Law::exponential && stated_cv(law).value_or(1.0) == 1.0;
    if ((law.cv || law.sd) && !needs.spread && !exponential_cv)
        return LawProblem{Kind::not_for_this_law, law.cv ? "cv" : "sd"};
    if (law.k && !needs.k) return LawProblem{Kind::not_for_this_law, "k"};
    if (law.min && !needs.range) return LawProblem{Kind::not_for_this_law, "min"};
    if (law.max && !needs.range) return LawProblem{Kind::not_for_this_law, "max"};
    if (law.mode && !needs.mode) return LawProblem{Kind::not_for_this_law, "mode"};
    if (law.file && !needs.file) return LawProblem{Kind::not_for_this_law, "file"};
    return std::nullopt;
}

std::optional<LawProblem> range_problem(const DurationLaw& law) {
    using Kind = LawProblem::Kind;
    if (law.mean || law.cv || law.sd)
        return LawProblem{Kind::not_for_this_law, law.mean ? "mean" : law.cv ? "cv" : "sd"};
    if (!law.min) return LawProblem{Kind::missing, "min"};
    if (!law.max) return LawProblem{Kind::missing, "max"};
    if (law.law == Law::triangular && !law.mode) return LawProblem{Kind::missing, "mode"};
    const Seconds mode = law.mode.value_or(*law.min);
    if (mode < *law.min) return LawProblem{Kind::order, "mode"};
    if (mode > *law.max || *law.min >= *law.max) return LawProblem{Kind::order, "max"};
    return std::nullopt;
}

}  // namespace

std::optional<LawProblem> duration_law_problem(const DurationLaw& law) {
    using Kind = LawProblem::Kind;
    const Needs needs = needs_of(law.law);
    if (auto problem = unwanted(law, needs)) return problem;
    if (law.law == Law::triangular || (law.law == Law::uniform && (law.min || law.max))) return range_problem(law);
    if (law.law == Law::empirical) {
        if (law.mean) return LawProblem{Kind::not_for_this_law, "mean"};
        return law.file ? std::nullopt : std::optional{LawProblem{Kind::missing, "file"}};
    }
    if (!law.mean) return LawProblem{Kind::missing, "mean"};
    if (law.law == Law::erlang && !law.k) return LawProblem{Kind::missing, "k"};
    const auto cv = stated_cv(law);
    if (needs.spread && !cv) return LawProblem{Kind::missing, "cv"};
    if (cv && *cv > most_cv) return LawProblem{Kind::cv_too_large, law.cv ? "cv" : "sd", "1000"};
    if (law.law == Law::uniform && *cv > 1.0 / std::sqrt(3.0))
        return LawProblem{Kind::cv_too_large, law.cv ? "cv" : "sd", "0.577"};
    if (law.law == Law::hyperexponential && *cv <= 1.0)
        return LawProblem{Kind::cv_too_small, law.cv ? "cv" : "sd", "1"};
    return std::nullopt;
}

Seconds DurationLaw::mean_duration() const {
    if (law == Law::empirical) {
        const double sum = std::accumulate(values_s.begin(), values_s.end(), 0.0);
        return Seconds{values_s.empty() ? 0.0 : sum / static_cast<double>(values_s.size())};
    }
    if (mean) return *mean;
    EXPECTS(min && max && (law != Law::triangular || mode));
    return law == Law::triangular ? (*min + *mode + *max) / 3.0 : (*min + *max) / 2.0;
}

double DurationLaw::variation() const {
    const double m = mean_duration().count();
    switch (law) {
        case Law::exponential:
            return 1.0;
        case Law::constant:
            return 0.0;
        case Law::erlang:
            return 1.0 / std::sqrt(static_cast<double>(*k));
        case Law::triangular: {
            const double a = min->count(), c = mode->count(), b = max->count();
            return std::sqrt((a * a + b * b + c * c - a * b - a * c - b * c) / 18.0) / m;
        }
        case Law::empirical: {
            double squares = 0.0;
            for (const double value : values_s) squares += (value - m) * (value - m);
            return values_s.empty() ? 0.0 : std::sqrt(squares / static_cast<double>(values_s.size())) / m;
        }
        case Law::uniform:
            if (min) return (*max - *min).count() / std::sqrt(12.0) / m;
            break;
        default:
            break;
    }
    return *stated_cv(*this);
}

}  // namespace freiton
