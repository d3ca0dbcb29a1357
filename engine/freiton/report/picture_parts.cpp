// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/picture_parts.hpp"

#include <algorithm>
#include <cmath>

namespace freiton::report {

void add_measure(Bars& bars, Bars::Measure measure) {
    if (std::any_of(measure.figures.begin(), measure.figures.end(),
                    [](const Figure& figure) { return std::isfinite(figure.value); }))
        bars.measures.push_back(std::move(measure));
}

std::string bars_description(Language language) {
    return in({"A bar for each of them; each measure has a scale of its own, from nothing.",
               "Je ein Balken; jede Größe hat ihre eigene Skala, ab null."},
              language);
}

}  // namespace freiton::report
