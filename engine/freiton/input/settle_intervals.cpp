// SPDX-License-Identifier: Apache-2.0
// Which intervals of a table count each call once.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

#include "freiton/core/text.hpp"
#include "freiton/core/time_zone.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_shapes.hpp"
#include "freiton/input/log_totals.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

auto place_of(const ReadInterval& one) { return std::tuple{one.counts.date, one.counts.start, one.counts.queue}; }

bool is_earlier(const ReadInterval& one, const ReadInterval& two) {
    return std::tuple_cat(place_of(one), std::tuple{one.row}) < std::tuple_cat(place_of(two), std::tuple{two.row});
}

// Groups of rows about one interval, each [from, to).
template <typename Use>
void for_each_interval(const std::vector<ReadInterval>& rows, Use use) {
    for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
        while (to < rows.size() && rows[to].counts.date == rows[from].counts.date &&
               rows[to].counts.start == rows[from].counts.start)
            ++to;
        use(from, to);
    }
}

std::optional<double> plus_known(std::optional<double> one, std::optional<double> two) {
    return one || two ? std::optional{one.value_or(0.0) + two.value_or(0.0)} : std::nullopt;
}

std::optional<double> weighed(std::optional<double> one, double of_one, std::optional<double> two, double of_two) {
    if (!one || of_one <= 0.0) return two ? two : one;
    if (!two || of_two <= 0.0) return one;
    return (*one * of_one + *two * of_two) / (of_one + of_two);
}

LoggedInterval together(const LoggedInterval& one, const LoggedInterval& two) {
    LoggedInterval both = one;
    both.handling_s = weighed(one.handling_s, one.handled(), two.handling_s, two.handled());
    both.asa_s = weighed(one.asa_s, one.handled(), two.asa_s, two.handled());
    both.offered += two.offered;
    both.answered = plus_known(one.answered, two.answered);
    both.abandoned = plus_known(one.abandoned, two.abandoned);
    return both;
}

// When clocks may go back, where nobody says the zone: in Europe on the last Sunday of October, in America on the first
// of November, in Australia of April.
bool may_come_twice(Date date, Minutes start) {
    using namespace std::chrono;
    if (weekday{date} != Sunday || start < Minutes{60} || start >= Minutes{180}) return false;
    const year_month_day day{date};
    const unsigned number = static_cast<unsigned>(day.day());
    return (day.month() == October && number >= 25) ||
           ((day.month() == November || day.month() == April) && number <= 7);
}

class Settling {
  public:
    Settling(std::vector<ReadInterval> rows, LogCells& cells, std::size_t column, const LogQueues& queues)
        : rows_{std::move(rows)}, cells_{cells}, column_{column}, queues_{queues} {
        if (!std::is_sorted(rows_.begin(), rows_.end(), is_earlier)) sort();
    }

    std::vector<ReadInterval> settled() {
        leave_out_long_ones();
        leave_out_sums_by_name();
        leave_out_sums();
        fill_queues();
        join_clocks();
        complain_of_rows_twice();
        const auto is_above = [](const auto& one, const auto& two) { return one.row < two.row; };
        if (!std::is_sorted(rows_.begin(), rows_.end(), is_above)) std::sort(rows_.begin(), rows_.end(), is_above);
        return std::move(rows_);
    }

  private:
    void sort() { std::sort(rows_.begin(), rows_.end(), is_earlier); }
    void note(LogNoteKind kind, std::string argument) {
        cells_.table().notes().push_back({kind, {std::move(argument)}});
    }

    // 00:00 - 24:00 among half hours.
    void leave_out_long_ones() {
        Minutes shortest{1440};
        Minutes longest{0};
        for (const ReadInterval& one : rows_)
            if (one.length > Minutes{0}) {
                shortest = std::min(shortest, one.length);
                longest = std::max(longest, one.length);
            }
        if (longest <= shortest) return;
        std::vector<bool> out(rows_.size(), false);
        for (std::size_t i = 0; i < rows_.size(); ++i) out[i] = rows_[i].length > shortest && spans_others(i);
        std::vector<int> lines;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (out[i])
                lines.push_back(cells_.table().sheet().number(rows_[i].row));
            else
                rows_[kept++] = rows_[i];
        rows_.resize(kept);
        std::sort(lines.begin(), lines.end());
        if (!lines.empty()) note(LogNoteKind::spans_of_sums, lines_text(lines));
    }

    bool spans_others(std::size_t i) const {
        const ReadInterval& one = rows_[i];
        const auto is_within = [&](const ReadInterval& other) {
            return other.counts.date == one.counts.date && other.counts.start < one.counts.start + one.length;
        };
        const auto is_part = [&](const ReadInterval& other) {
            return other.length < one.length && other.counts.start >= one.counts.start &&
                   (other.counts.queue == one.counts.queue || queues_.name(one.counts.queue).empty());
        };
        std::size_t first = i;  // rows of the same begin stand before it too
        while (first > 0 && rows_[first - 1].counts.date == one.counts.date &&
               rows_[first - 1].counts.start == one.counts.start)
            --first;
        for (std::size_t j = first; j < rows_.size() && is_within(rows_[j]); ++j)
            if (j != i && is_part(rows_[j])) return true;
        return false;
    }

    // How often a queue counts what all others do.
    struct Seen {
        std::size_t intervals = 0;
        std::size_t sums = 0;
        std::size_t of_several = 0;
        std::set<double> counts{};  // a few that differ
    };

    // "All services" may be a queue: its rows are sums where they count at least what all others do at that time.
    void leave_out_sums_by_name() {
        std::vector<bool> named(queues_.size(), false);
        for (std::size_t q = 0; q < named.size(); ++q) named[q] = is_long_total_queue(queues_.name(q));
        std::vector<std::size_t> beside(named.size(), 0);  // intervals in which others count too
        std::vector<std::size_t> fewer(named.size(), 0);
        for_each_interval(rows_, [&](std::size_t from, std::size_t to) {
            double others = 0.0;
            for (std::size_t i = from; i < to; ++i)
                others += named[rows_[i].counts.queue] ? 0.0 : rows_[i].counts.offered;
            for (std::size_t i = from; i < to; ++i) {
                beside[rows_[i].counts.queue] += others > 0.0 ? 1U : 0U;
                fewer[rows_[i].counts.queue] += rows_[i].counts.offered < others * (1.0 - 1e-9) ? 1U : 0U;
            }
        });
        std::vector<std::string> names;
        for (std::size_t q = 0; q < named.size(); ++q) {
            named[q] = named[q] && beside[q] > 0 && fewer[q] == 0;
            if (named[q]) names.push_back(queues_.name(q));
        }
        if (names.empty()) return;
        std::erase_if(rows_, [&](const ReadInterval& one) { return named[one.counts.queue]; });
        note(LogNoteKind::queues_of_sums, detail::joined(names));
    }

    void leave_out_sums() {
        if (queues_.size() < 2) return;
        std::vector<Seen> seen(queues_.size());
        for_each_interval(rows_, [&](std::size_t from, std::size_t to) { look(from, to, seen); });
        std::vector<bool> out(queues_.size(), false);
        std::vector<std::string> names;
        for (std::size_t q = 0; q < seen.size(); ++q) {
            constexpr double nearly_all = 0.95;
            constexpr std::size_t fewest = 3;
            const Seen& one = seen[q];
            const bool blank = queues_.name(q).empty();
            const bool told = blank ? one.sums > 0 : one.of_several >= fewest && one.counts.size() > 1;
            out[q] = told && static_cast<double>(one.sums) >= nearly_all * static_cast<double>(one.intervals);
            if (out[q]) names.push_back(blank ? "\"\"" : queues_.name(q));
            if (out[q]) break;  // the others may now be sums of each other
        }
        if (names.empty()) return;
        std::erase_if(rows_, [&](const ReadInterval& one) { return out[one.counts.queue]; });
        note(LogNoteKind::queues_of_sums, detail::joined(names));
    }

    void look(std::size_t from, std::size_t to, std::vector<Seen>& seen) const {
        constexpr std::size_t few = 4;
        double total = 0.0;
        std::size_t counting = 0;
        for (std::size_t i = from; i < to; ++i) {
            total += rows_[i].counts.offered;
            counting += rows_[i].counts.offered > 0.0 ? 1U : 0U;
        }
        if (total <= 0.0) return;
        for (std::size_t i = from; i < to; ++i) {
            Seen& one = seen[rows_[i].counts.queue];
            const double offered = rows_[i].counts.offered;
            const bool sum = counting >= 2 && std::abs(2.0 * offered - total) <= 1e-9 * total;
            ++one.intervals;
            one.sums += sum ? 1U : 0U;
            one.of_several += sum && counting > 2 ? 1U : 0U;
            if (one.counts.size() < few) one.counts.insert(offered);
        }
    }

    // Merged cells have a queue in their first row only. Where that would count an interval twice, they are another.
    void fill_queues() {
        const LogTable& table = cells_.table();
        if (!table.has(C::queue)) return;
        const auto is_blank = [&](const ReadInterval& one) { return queues_.name(one.counts.queue).empty(); };
        if (std::none_of(rows_.begin(), rows_.end(), is_blank)) return;
        std::vector<ReadInterval> filled = rows_;
        std::sort(filled.begin(), filled.end(), [](const auto& one, const auto& two) { return one.row < two.row; });
        std::optional<std::size_t> above;
        for (ReadInterval& one : filled) {
            if (is_blank(one) && above) one.counts.queue = *above;
            if (!is_blank(one)) above = one.counts.queue;
        }
        std::sort(filled.begin(), filled.end(), is_earlier);
        const auto twin = std::adjacent_find(filled.begin(), filled.end(), [](const auto& one, const auto& two) {
            return place_of(one) == place_of(two);
        });
        if (twin != filled.end() || !above) return;
        rows_ = std::move(filled);
        cells_.table().notes().push_back({LogNoteKind::queues_filled});
    }

    void join_clocks() {
        std::set<Date> days;
        std::size_t kept = 0;
        bool joined_before = false;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const bool again = kept > 0 && place_of(rows_[kept - 1]) == place_of(rows_[i]) &&
                               comes_twice(rows_[i].counts) && !joined_before;
            if (again) {
                rows_[kept - 1].counts = together(rows_[kept - 1].counts, rows_[i].counts);
                days.insert(rows_[i].counts.date);
            } else {
                rows_[kept++] = rows_[i];
            }
            joined_before = again;
        }
        rows_.resize(kept);
        for (const Date day : days) note(LogNoteKind::clocks_back, date_text(day));
    }

    bool comes_twice(const LoggedInterval& one) const {
        const auto& zone = cells_.time_zone();
        return zone ? is_shown_twice(*zone, one.date, one.start) : may_come_twice(one.date, one.start);
    }

    void complain_of_rows_twice() {
        std::vector<RowPlace> places;
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            if (place_of(rows_[i - 1]) != place_of(rows_[i])) continue;
            for (const ReadInterval* one : {&rows_[i - 1], &rows_[i]})
                places.push_back({one->counts.date, one->counts.start, one->counts.queue, one->row});
        }
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        complain_of_twins(std::move(places), cells_, column_, cells_.day_assumed());
    }

    std::vector<ReadInterval> rows_;
    LogCells& cells_;
    std::size_t column_;
    const LogQueues& queues_;
};

}  // namespace

void settle_intervals(std::vector<ReadInterval> rows, LogCells& cells, std::size_t column, const LogQueues& queues,
                      CallLog& log) {
    log.intervals.reserve(rows.size());
    for (const ReadInterval& one : Settling{std::move(rows), cells, column, queues}.settled()) {
        if (one.length > Minutes{0})
            log.row_length =
                log.row_length ? Minutes{std::gcd(log.row_length->count(), one.length.count())} : one.length;
        log.intervals.push_back(one.counts);
    }
}

}  // namespace freiton::input
