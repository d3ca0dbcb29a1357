// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/two_phases.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <variant>

#include "freiton/model/law_functions.hpp"
#include "freiton/model/law_parameters.hpp"

namespace freiton::analytic {

std::optional<SecondPhase> second_phase_of(const DurationLaw& law) {
    if (is_exponential(law)) return std::nullopt;
    const char* fit = std::getenv("FREITON_FIT");
    const double mean = law_mean(law);
    const double cv = law_sd(law) / mean;
    const double c2 = std::max(0.5, cv * cv);
    if (law.law == Law::hyperexponential) {
        const auto p = std::get<TwoPhaseParameters>(law_parameters(law));
        return SecondPhase{p.second * (1.0 - p.second_rate / p.first_rate), Seconds{1.0 / p.second_rate}};
    }
    if (fit && std::strcmp(fit, "3") == 0 && cv * cv > 0.5) {
        if (c2 < 0.99) {
            const double x = 0.5 * (1.0 - std::sqrt(2.0 * c2 - 1.0));
            return SecondPhase{1.0, Seconds{(x < 0.02 ? 1 - x : 1.0 - x) * mean}};
        }
        const double m3 = law_skewness(law) * cv * cv * cv + 3.0 * (1.0 + cv * cv) - 2.0;
        const double m2 = 1.0 + cv * cv;
        if (c2 > 1.01 && m3 > 1.5 * m2 * m2 * 1.001) {
            const double P = (6.0 - 3.0 * m2) / (1.5 * m2 * m2 - m3);
            const double S = 1.0 + m2 * P / 2.0;
            const double mu1 = 0.5 * (S + std::sqrt(S * S - 4.0 * P));
            const double mu2 = S - mu1;
            return SecondPhase{mu2 / mu1 * (mu1 - 1.0), Seconds{mean / mu2}};
        }
    }
    if (fit && std::strcmp(fit, "h") == 0 && c2 > 1.0) {
        const double first = 0.5 * (1.0 + std::sqrt((c2 - 1.0) / (c2 + 1.0)));
        const double second = 1.0 - first;
        return SecondPhase{second * (1.0 - second / first), Seconds{mean / (2.0 * second)}};
    }
    return SecondPhase{1.0 / (2.0 * c2), c2 * Seconds{mean}};
}

}  // namespace freiton::analytic
