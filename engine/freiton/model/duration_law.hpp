// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/core/units.hpp"

namespace freiton {

/// Families of laws for handling times, patience and lengths of absence.
enum class Law {
    exponential,
    lognormal,
    gamma,
    erlang,
    weibull,
    hyperexponential,
    uniform,
    triangular,
    constant,
    empirical
};

/// A law of positive durations, as a scenario states it; cv() and mean() follow from what is given.
struct DurationLaw {
    Law law = Law::exponential;
    std::optional<Seconds> mean{};
    std::optional<double> cv{};                   // standard deviation / mean
    std::optional<Seconds> sd{};                  // the same in another form
    std::optional<int> k{};                       // phases of an Erlang law
    std::optional<Seconds> min{}, mode{}, max{};  // triangular; min and max also uniform
    std::optional<std::string> file{};            // empirical: a CSV with one column of seconds
    std::vector<double> values_s{};               // what that file holds
    std::vector<double> by_interval{};            // of work: factors from opening time; empty: 1
    double day_cv = 0.0;                          // of handling times: of a gamma-distributed factor on the whole day

    /// Mean of the law. The law must be complete (see duration_law_problem).
    Seconds mean_duration() const;
    /// Coefficient of variation of the law.
    double variation() const;

    friend bool operator==(const DurationLaw&, const DurationLaw&) = default;
};

/// What keeps a law from being complete or possible: a rule and the key that it concerns; nothing if it is well.
struct LawProblem {
    enum class Kind { missing, not_for_this_law, cv_too_small, cv_too_large, only_one, order } kind;
    std::string key;
    std::string limit = {};
};
std::optional<LawProblem> duration_law_problem(const DurationLaw& law);

}  // namespace freiton
