// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/queue_days.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "freiton/core/median.hpp"
#include "freiton/study/known_days.hpp"

namespace freiton::study {

namespace {

class OneQueue {
  public:
    OneQueue(const std::vector<Date>& open, const std::map<Date, double>& rows, const std::vector<Date>& holidays)
        : open_{open}, rows_{rows}, holidays_{holidays} {
        for (const Date date : open)
            if (total(date) > 0.0) {
                first_ = first_.value_or(date);
                last_ = date;
            }
        if (first_) usual_ = usual_totals();
    }

    QueueDays days() const {
        QueueDays days;
        if (!first_) return {.known = open_};
        for (auto from = open_.begin(); from != open_.end();) {
            const auto to = std::find_if(from, open_.end(), [&](Date date) { return is_told(date) != is_told(*from); });
            const bool known = is_told(*from) || are_holidays(from, to) || expected(from, to) < surely_some;
            if (known)
                days.known.insert(days.known.end(), from, to);
            else if (*from < *first_)
                days.begins = first_;
            else if (to == open_.end() && open_.back() - last_ >= std::chrono::weeks{weeks_of_gap})
                days.ended = last_;
            else
                days.missing.insert(days.missing.end(), from, to);
            from = to;
        }
        return days;
    }

  private:
    using Place = std::vector<Date>::const_iterator;

    double total(Date date) const {
        const auto found = rows_.find(date);
        return found == rows_.end() ? 0.0 : found->second;
    }
    bool is_told(Date date) const { return date >= *first_ && rows_.contains(date); }

    bool are_holidays(Place from, Place to) const {
        return std::all_of(from, to, [&](Date date) { return is_among(holidays_, date); });
    }
    double expected(Place from, Place to) const {
        double sum = 0.0;
        for (; from != to; ++from) sum += usual_[weekday_index(*from)];
        return sum;
    }

    // The middle one of each weekday, in weeks in which anything came.
    std::array<double, 7> usual_totals() const {
        const auto week_of = [&](Date date) { return (date - *first_).count() / 7; };
        std::set<long> weeks;
        for (const Date date : open_)
            if (total(date) > 0.0) weeks.insert(week_of(date));
        std::array<std::vector<double>, 7> totals;
        for (const Date date : open_)
            if (date >= *first_ && weeks.contains(week_of(date))) totals[weekday_index(date)].push_back(total(date));
        std::array<double, 7> usual{};
        for (std::size_t weekday = 0; weekday < usual.size(); ++weekday)
            if (!totals[weekday].empty()) usual[weekday] = upper_median(std::move(totals[weekday]));
        return usual;
    }

    const std::vector<Date>& open_;
    const std::map<Date, double>& rows_;
    const std::vector<Date>& holidays_;
    std::optional<Date> first_{};  // with contacts
    Date last_{};
    std::array<double, 7> usual_{};
};

}  // namespace

QueueDays queue_days(const std::vector<Date>& open, const std::map<Date, double>& rows,
                     const std::vector<Date>& holidays) {
    return OneQueue{open, rows, holidays}.days();
}

}  // namespace freiton::study
