// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/known_days.hpp"

#include <algorithm>
#include <set>

#include "freiton/core/median.hpp"
#include "freiton/study/queue_days.hpp"

namespace freiton::study {

namespace {

constexpr double part_of_no_day = 0.05;  // of the usual: less is somebody who called though nobody was there

double total_of(const Counts& counts, Date date) {
    const auto found = counts.by_date.find(date);
    double total = 0.0;
    if (found != counts.by_date.end())
        for (const auto& [start, calls] : found->second) total += calls;
    return total;
}

class DayKinds {
  public:
    DayKinds(const Counts& all, const OpenWeek& open, bool by_interval, const std::vector<Date>& holidays)
        : all_{all},
          open_{open},
          by_interval_{by_interval},
          holidays_{holidays},
          first_{all.by_date.begin()->first},
          last_{all.by_date.rbegin()->first},
          usual_{usual_totals()} {}

    KnownDays known() const {
        KnownDays days{.first = first_, .last = last_};
        for (Date date = first_; date <= last_; date += std::chrono::days{1}) {
            if (!opens(date)) continue;
            const bool known = has_rows(date) || !by_interval_ || is_closed(date);
            (!known || is_gap(date) ? days.missing : is_closed(date) ? days.closed : days.open).push_back(date);
        }
        end_with_contacts(days);
        days.open_on_holidays = half_of_holidays_are_open(days);
        return days;
    }

  private:
    bool opens(Date date) const { return !open_[weekday_index(date)].empty(); }
    bool has_rows(Date date) const { return all_.by_date.contains(date); }
    double usual(Date date) const { return usual_[weekday_index(date)]; }

    bool is_closed(Date date) const {
        const double total = total_of(all_, date);
        if (usual(date) < surely_some) return false;
        return total <= 0.0 || (is_among(holidays_, date) && total < part_of_no_day * usual(date));
    }

    // So many weeks together this weekday has no rows, and chance does not do that.
    bool is_gap(Date date) const {
        if (has_rows(date)) return false;
        int weeks = 1;
        for (const std::chrono::days step : {std::chrono::days{-7}, std::chrono::days{7}})
            for (Date other = date + step; first_ <= other && other <= last_ && !has_rows(other); other += step)
                ++weeks;
        return weeks >= weeks_of_gap && usual(date) * weeks >= surely_some;
    }

    // The middle one of each weekday, in weeks in which anything came.
    std::array<double, 7> usual_totals() const {
        const auto week_of = [&](Date date) { return (date - first_).count() / 7; };
        std::set<long> weeks;
        for (const auto& [date, by_time] : all_.by_date)
            if (total_of(all_, date) > 0.0) weeks.insert(week_of(date));
        std::array<std::vector<double>, 7> totals;
        for (Date date = first_; date <= last_; date += std::chrono::days{1})
            if (weeks.contains(week_of(date)) && (has_rows(date) || !by_interval_))
                totals[weekday_index(date)].push_back(total_of(all_, date));
        std::array<double, 7> usual{};
        for (std::size_t weekday = 0; weekday < usual.size(); ++weekday)
            if (!totals[weekday].empty()) usual[weekday] = upper_median(std::move(totals[weekday]));
        return usual;
    }

    // Rows without contacts after the last ones: an export from before its time, or of what ended. Single days with few
    // contacts have none now and then.
    void end_with_contacts(KnownDays& days) const {
        Date last = last_;
        while (total_of(all_, last) <= 0.0) last -= std::chrono::days{1};
        const auto drop_beyond = [&](std::vector<Date>& dates) {
            dates.erase(std::upper_bound(dates.begin(), dates.end(), last), dates.end());
        };
        if (std::upper_bound(days.closed.begin(), days.closed.end(), last) == days.closed.end()) return;
        for (std::vector<Date>* dates : {&days.open, &days.closed, &days.missing}) drop_beyond(*dates);
        days.zeros_until = last_;
        days.last = last;
    }

    bool half_of_holidays_are_open(const KnownDays& days) const {
        const auto stated_among = [&](const std::vector<Date>& dates) {
            return std::count_if(dates.begin(), dates.end(), [&](Date date) { return is_among(holidays_, date); });
        };
        const auto open = stated_among(days.open);
        return open > 0 && open >= stated_among(days.closed);
    }

    const Counts& all_;
    const OpenWeek& open_;
    bool by_interval_;
    const std::vector<Date>& holidays_;
    Date first_;
    Date last_;
    std::array<double, 7> usual_;
};

}  // namespace

bool is_among(const std::vector<Date>& dates, Date date) {
    return std::binary_search(dates.begin(), dates.end(), date);
}

KnownDays known_days(const Counts& all, const OpenWeek& open, bool by_interval, const std::vector<Date>& holidays) {
    return DayKinds{all, open, by_interval, holidays}.known();
}

}  // namespace freiton::study
