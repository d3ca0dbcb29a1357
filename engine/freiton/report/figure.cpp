// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/figure.hpp"

namespace freiton::report {

std::string figure_text(const Figure& figure, Language language) {
    const double half_width = figure.half_width.value_or(std::numeric_limits<double>::quiet_NaN());
    switch (figure.unit) {
        case Figure::Unit::none:
            return decimal(figure.value, figure.decimals, language);
        case Figure::Unit::share:
            return figure.half_width ? percent_spread(figure.value, half_width, language)
                                     : percent(figure.value, figure.decimals, language);
        case Figure::Unit::seconds:
            return figure.half_width ? seconds_spread(figure.value, half_width, language)
                                     : seconds(figure.value, language);
        case Figure::Unit::minutes:
            return minutes_spread(figure.value / 60.0, half_width / 60.0, language);
        case Figure::Unit::hours:
            return hours_spread(figure.value, half_width, language);
    }
    return {};
}

}  // namespace freiton::report
