// SPDX-License-Identifier: Apache-2.0
// Whether times and counts of intervals are means, sums or shares, where their titles do not say.
#include <algorithm>
#include <cmath>

#include "freiton/input/fields.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;
constexpr std::size_t rows_looked_at = 5000;

// How times go with the calls that they are about.
class TimesAndCalls {
  public:
    void add(double calls, double seconds) {
        calls_ += calls;
        seconds_ += seconds;
        weighed_ += calls * seconds;
        logs_.emplace_back(std::log(calls), std::log(seconds));
    }
    bool any() const { return calls_ > 0.0; }
    double calls_a_row() const { return calls_ / static_cast<double>(logs_.size()); }
    double if_mean_s() const { return weighed_ / calls_; }
    double if_sum_s() const { return seconds_ / calls_; }

    // The power of the calls with which the times grow: 0 of means, 1 of sums. Unsaid where rows are few or alike.
    Amount amount() const {
        constexpr std::size_t fewest_rows = 8;
        constexpr double least_spread = 0.01;  // variance of the logarithm: a tenth up and down
        constexpr double errors = 3.0;
        const double n = static_cast<double>(logs_.size());
        double x = 0.0, y = 0.0, xx = 0.0, xy = 0.0, yy = 0.0;
        for (const auto& [calls, seconds] : logs_) {
            x += calls / n;
            y += seconds / n;
        }
        for (const auto& [calls, seconds] : logs_) {
            xx += (calls - x) * (calls - x);
            xy += (calls - x) * (seconds - y);
            yy += (seconds - y) * (seconds - y);
        }
        if (logs_.size() < fewest_rows || xx < least_spread * n) return Amount::unsaid;
        const double power = xy / xx;
        const double error = std::sqrt(std::max(0.0, yy - power * xy) / (n - 2.0) / xx);
        if (power > 0.5 + errors * error) return Amount::sum;
        return power < 0.5 - errors * error ? Amount::mean : Amount::unsaid;
    }

  private:
    double calls_ = 0.0;
    double seconds_ = 0.0;
    double weighed_ = 0.0;
    std::vector<std::pair<double, double>> logs_{};
};

std::optional<double> handled_in(const LogCells& cells, std::size_t row, const LogTable& table) {
    if (table.has(C::answered)) return cells.plain_count(row, C::answered);
    const auto offered = cells.plain_count(row, C::offered);
    return offered ? std::optional{*offered - cells.plain_count(row, C::abandoned).value_or(0.0)} : std::nullopt;
}

TimesAndCalls looked_up(LogCells& cells, C kind) {
    TimesAndCalls times;
    const LogTable& table = cells.table();
    const auto& rows = table.rows();
    for (std::size_t i = 0; i < std::min(rows.size(), rows_looked_at); ++i) {
        const auto calls = handled_in(cells, rows[i], table);
        const auto seconds = cells.plain_seconds(rows[i], kind);
        if (calls && seconds && *calls > 0.0 && *seconds > 0.0) times.add(*calls, *seconds);
    }
    return times;
}

constexpr double most_as_mean_s = 1200.0;  // longer means are asked about, where sums would be usual
constexpr double least_as_mean_s = 5.0;

void ask_for_amount(LogCells& cells, C kind, const TimesAndCalls& times) {
    const LogTable& table = cells.table();
    const std::size_t column = *table.column(kind);
    cells.problems().push_back(
        Problem{Rule::log_amount_unclear}
            .at(table.sheet().place(table.titles_row().value_or(0), column))
            .on(table.title(column))
            .with({name_of(kind), table.title(column), number_text(std::round(times.if_mean_s() / 60.0)),
                   number_text(std::round(times.if_sum_s()))}));
}

// What the titles of all parts leave open, the main one tells for all.
Amount amount_of(LogCells& cells, C main, const std::vector<C>& unsaid) {
    const TimesAndCalls times = looked_up(cells, main);
    if (!times.any()) return Amount::unsaid;
    const Amount seen = times.amount();
    const bool usual =
        std::any_of(unsaid.begin(), unsaid.end(), [&](C kind) { return cells.table().meaning(kind).amount_usual; });
    if (seen == Amount::mean || (seen != Amount::sum && times.if_sum_s() < least_as_mean_s)) return Amount::mean;
    if (usual) return Amount::sum;
    if (seen == Amount::sum) {
        std::vector<std::string> titles;
        titles.reserve(unsaid.size());
        for (const C kind : unsaid) titles.push_back(cells.table().title(*cells.table().column(kind)));
        cells.table().notes().push_back({LogNoteKind::sums_seen, {detail::joined(titles)}});
        return Amount::sum;
    }
    constexpr double fewest_calls = 2.0;
    const bool sums_would_do = times.if_sum_s() <= most_as_mean_s && times.calls_a_row() >= fewest_calls;
    if (times.if_mean_s() > most_as_mean_s && sums_would_do) ask_for_amount(cells, main, times);
    return Amount::mean;
}

}  // namespace

void settle_amounts(LogCells& cells) {
    LogTable& table = cells.table();
    const C main = table.has(C::handling) ? C::handling : C::talk;
    if (!table.has(main)) return;
    const auto is_unsaid = [&](C kind) {
        const TitleMeaning& meaning = table.meaning(kind);
        return !meaning.amount_stated && (meaning.amount == Amount::unsaid || meaning.amount_usual);
    };
    std::vector<C> unsaid;
    for (const C kind : {C::handling, C::talk, C::hold, C::wrap_up})
        if (table.has(kind) && is_unsaid(kind)) unsaid.push_back(kind);
    const Amount said = is_unsaid(main) ? Amount::unsaid : table.meaning(main).amount;
    const Amount amount = said != Amount::unsaid ? said : amount_of(cells, main, unsaid);
    for (const C kind : unsaid) table.say_amount(kind, amount);
}

bool are_shares(const LogCells& cells, C kind) {
    const LogTable& table = cells.table();
    if (!table.has(kind) || !table.has(C::offered)) return false;
    bool fraction = false;
    bool many = false;
    for (std::size_t i = 0; i < std::min(table.rows().size(), rows_looked_at); ++i) {
        const auto part = cells.plain_count(table.rows()[i], kind);
        const double offered = cells.plain_count(table.rows()[i], C::offered).value_or(0.0);
        if (part && (*part > 1.0 || std::floor(offered) != offered)) return false;
        fraction = fraction || (part && *part > 0.0 && *part < 1.0);
        many = many || offered > 1.0;
    }
    return fraction && many;
}

}  // namespace freiton::input
