// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/report_parts.hpp"
#include "freiton/report/validation_parts.hpp"

namespace freiton::report {

std::string compared_title(Compared figure, const Work& work, Language language) {
    switch (figure) {
        case Compared::offered:
            return in({"calls", "Anrufe"}, language);
        case Compared::answered:
            return in({"answered", "angenommen"}, language);
        case Compared::abandoned:
            return in({"abandoned", "aufgelegt"}, language);
        case Compared::service_level:
            return service_level_title(work);
        case Compared::asa_s:
            return "ASA";
        case Compared::handling_time_s:
            break;
    }
    return "AHT";
}

Figure compared_value(Compared figure, double value) {
    if (figure == Compared::service_level) return Figure::share(value);
    if (figure == Compared::asa_s || figure == Compared::handling_time_s) return Figure::seconds(value);
    return Figure::number(value);
}

const std::vector<ComparedColumn>& compared_columns() {
    static const std::vector<ComparedColumn> columns = [] {
        std::vector<ComparedColumn> all;
        for (const Compared figure : all_compared) {
            const std::string key{compared_name(figure)};
            all.push_back({key, figure, &ComparedTime::predicted});
            if (figure != Compared::handling_time_s) {  // of which no single days are told
                all.push_back({key + "_p05", figure, &ComparedTime::low});
                all.push_back({key + "_p95", figure, &ComparedTime::high});
            }
            all.push_back({key + "_actual", figure, &ComparedTime::actual});
        }
        return all;
    }();
    return columns;
}

std::string_view leaning_word(Leaning leaning) {
    constexpr std::string_view words[] = {"holds", "may_be_chance", "more_predicted", "less_predicted"};
    return words[static_cast<std::size_t>(leaning)];
}

std::string_view band_verdict_word(BandVerdict verdict) {
    constexpr std::string_view words[] = {"unknown", "as_meant", "too_narrow", "too_wide"};
    return words[static_cast<std::size_t>(verdict)];
}

std::string_view cause_word(Cause cause) {
    constexpr std::string_view words[] = {"volume", "handling_time", "patience", "rest"};
    return words[static_cast<std::size_t>(cause)];
}

std::string cause_text(Cause cause, Language language) {
    constexpr Phrase names[] = {{"volumes", "Mengen"},
                                {"handling times", "Bearbeitungszeiten"},
                                {"patience", "Geduld"},
                                {"people and the rest", "Personen und der Rest"}};
    return in(names[static_cast<std::size_t>(cause)], language);
}

}  // namespace freiton::report
