// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "freiton/model/duration_law.hpp"
#include "reference.hpp"

namespace freiton::test {

/// The law of a case of the family random_variates, as a scenario would state it.
inline DurationLaw law_of(const Json& reference_case) {
    static const std::map<std::string, Law> laws = {{"exponential", Law::exponential},
                                                    {"lognormal", Law::lognormal},
                                                    {"gamma", Law::gamma},
                                                    {"erlang", Law::erlang},
                                                    {"weibull", Law::weibull},
                                                    {"hyperexponential_balanced", Law::hyperexponential},
                                                    {"uniform", Law::uniform},
                                                    {"triangular", Law::triangular},
                                                    {"deterministic", Law::constant},
                                                    {"empirical", Law::empirical}};
    const Json& given = reference_case.at("given");
    DurationLaw law{.law = laws.at(reference_case.at("distribution"))};
    const auto read = [&](const char* key, std::optional<Seconds>& field) {
        if (given.contains(key)) field = Seconds{given.at(key).get<double>()};
    };
    read("mean", law.mean);
    if (law.law != Law::constant) read("sd", law.sd);
    read("min", law.min);
    read("mode", law.mode);
    read("max", law.max);
    if (given.contains("k")) law.k = given.at("k").get<int>();
    if (given.contains("data")) law.values_s = given.at("data").get<std::vector<double>>();
    return law;
}

}  // namespace freiton::test
