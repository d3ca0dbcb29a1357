// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volume_table.hpp"

#include <map>

namespace freiton {

VolumeTable::VolumeTable(const VolumeFile& file, const Calendar& calendar)
    : intervals_of_rows_(file.rows.size()), closed_moments_(file.rows.size()) {
    std::map<std::pair<std::string, IntervalIndex>, int> lines;
    std::map<std::pair<std::string, Seconds>, int> closed_lines;
    WallClock clock{calendar};
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
        const VolumeRow& row = file.rows[i];
        const auto first = calendar.interval_at(row.date, row.start);
        if (!first) {
            const auto moment = clock.moment(row.date, row.start);
            if (!moment || row.start % calendar.parts().interval != Minutes{0}) continue;
            if (calendar.opening_at(*moment).open) continue;  // clocks go forward
            closed_moments_[i] = moment;
            const auto [place, is_new] = closed_lines.try_emplace({row.site, *moment}, row.line);
            if (!is_new) twice_.push_back({i, place->second});
            continue;
        }
        const auto again = calendar.interval_again(*first);
        auto [place, is_new] = lines.try_emplace({row.site, *first}, row.line);
        if (is_new) {
            intervals_of_rows_[i] = first;
        } else if (again && lines.try_emplace({row.site, *again}, row.line).second) {
            intervals_of_rows_[i] = again;
        } else {
            twice_.push_back({i, place->second});
        }
    }
}

std::optional<VolumeGaps> gaps_of(const Arrivals& arrivals, const Calendar& calendar) {
    if (!arrivals.file || arrivals.recorded) return std::nullopt;
    const VolumeTable table{*arrivals.file, calendar};
    std::map<std::string, std::vector<bool>> given;  // by site
    for (std::size_t i = 0; i < arrivals.file->rows.size(); ++i) {
        std::vector<bool>& of_site = given[arrivals.file->rows[i].site];
        of_site.resize(calendar.intervals().size(), false);
        if (const auto interval = table.interval_of(i)) of_site[*interval] = true;
    }
    VolumeGaps gaps;
    for (IntervalIndex i{0}; i < calendar.intervals().size(); ++i) {
        if (arrivals.weekdays[weekday_index(calendar.date(calendar.intervals()[i].day))] == 0.0) continue;
        for (const auto& [site, of_site] : given) {
            ++gaps.wanted;
            if (of_site[i]) continue;
            if (gaps.missing == 0) gaps = {.missing = 0, .wanted = gaps.wanted, .first = i, .site = site};
            ++gaps.missing;
        }
    }
    return gaps.missing > 0 ? std::optional{gaps} : std::nullopt;
}

}  // namespace freiton
