// SPDX-License-Identifier: Apache-2.0
// What a log leaves open, or says in a way that is hardly meant: questions, each with the option that answers it.
#include <algorithm>
#include <limits>

#include "freiton/input/fields.hpp"
#include "freiton/input/log_shapes.hpp"
#include "freiton/input/log_suits.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

// The option that says it for this column alone where others have no unit either.
std::string option_for_unit(const LogTable& table, C kind, std::string_view unit) {
    const auto is_open = [&](C other) { return other != kind && table.has(other) && !table.meaning(other).unit_s; };
    const bool only = !is_open(C::wait) && !is_open(C::hold) && !is_open(C::wrap_up) && !is_open(C::talk);
    if (only && unit != "d" && unit.find('_') == std::string_view::npos) return std::string{"--unit "}.append(unit);
    std::string option = "--columns \"";
    return option.append(name_of(kind)).append("_").append(unit).append("=").append(table.title(*table.column(kind))) +
           "\"";
}

// "04:10:00" all along, as a spreadsheet shows 4:10.
bool are_whole_minutes(const LogTable& table, std::size_t column) {
    const auto cells = table.examples(column, 200);
    return std::all_of(cells.begin(), cells.end(), [](auto cell) { return cell.ends_with(":00") && cell.size() > 5; });
}

}  // namespace

// Mean handling times of a few seconds or of hours are minutes or milliseconds, where nothing says their unit.
void ask_for_unit(LogCells& cells, const LogOptions& options, const CallLog& log) {
    const LogTable& table = cells.table();
    const LogColumn kind = table.has(LogColumn::handling) ? LogColumn::handling : LogColumn::talk;
    if (options.unit_s || !table.has(kind) || table.meaning(kind).unit_s) return;
    const auto examples = table.examples(*table.column(kind), 1);
    if (examples.empty() || table.meaning(kind).hours_minutes) return;
    const std::string_view example = examples.front();
    const bool clock = example.find(':') != std::string_view::npos && example.find(':') == example.rfind(':');
    const bool typed = !clock && log.items.empty() && !table.meaning(kind).minutes_seconds &&
                       !table.meaning(kind).amount_stated && are_whole_minutes(table, *table.column(kind));
    if (example.find_first_not_of(clock || typed ? "0123456789:" : "0123456789.,") != std::string_view::npos) return;
    double sum = 0.0;
    double calls = 0.0;
    const auto add = [&](const std::optional<double>& seconds, double weight) {
        if (!seconds || *seconds <= 0.0) return;
        sum += *seconds * weight;
        calls += weight;
    };
    for (const LoggedCall& call : log.calls) add(call.handling_s, 1.0);
    for (const LoggedInterval& row : log.intervals) add(row.handling_s, row.handled());
    for (const LoggedItem& item : log.items) add(item.handling_s, 1.0);
    constexpr double shortest = 20.0;
    const double longest = log.items.empty() ? 3.0 * 3600.0 : std::numeric_limits<double>::infinity();  // days of work
    constexpr double longest_typed = 3600.0;
    const double most = typed ? longest_typed : clock ? std::numeric_limits<double>::infinity() : longest;
    if (calls == 0.0 || (sum / calls >= shortest && sum / calls <= most)) return;
    const double as_days_s = sum / calls * seconds_a_day;  // as spreadsheets keep a time
    const bool part_of_day = as_days_s >= shortest && as_days_s < 0.5 * seconds_a_day;
    cells.problems().push_back(Problem{Rule::unit_missing}
                                   .at(table.sheet().place(table.titles_row().value_or(0), *table.column(kind)))
                                   .on(table.title(*table.column(kind)))
                                   .got(std::string{examples.front()})
                                   .meant(option_for_unit(table, kind,
                                                          typed                    ? "mm_ss"
                                                          : clock                  ? "hh_mm"
                                                          : part_of_day            ? "d"
                                                          : sum / calls < shortest ? "min"
                                                                                   : "ms")));
}

// Times of day up to the evening are no durations.
void ask_for_time_of_day(LogCells& cells, std::size_t row, std::size_t column) {
    const LogTable& table = cells.table();
    constexpr double six_s = 6.0 * 3600.0;
    for (std::size_t other = 0; other < table.width(); ++other) {
        const auto examples = table.examples(other, 200);
        if (table.is_used(other) || table.is_ignored(other) || examples.empty()) continue;
        const auto is_time = [](std::string_view cell) { return log_span(cell).has_value(); };
        const auto is_late = [&](std::string_view cell) { return log_span(cell)->from.count() >= six_s; };
        if (std::all_of(examples.begin(), examples.end(), is_time) &&
            std::any_of(examples.begin(), examples.end(), is_late))
            return cells.complain(row, column, Rule::log_time_unnamed, {table.title(other)});
    }
    cells.complain(row, column, Rule::log_time_of_day_missing);
}

// "Calls Abandoned (Long)", "Calls Abandoned (Short)": which of them counts, only people know.
void ask_for_abandoned(LogCells& cells) {
    const LogTable& table = cells.table();
    if (table.has(C::abandoned)) return;
    constexpr std::string_view words[] = {"abandon", "aban",     "aufgelegt", "aufleg", "verloren",
                                          "abbr",    "verpasst", "missed",    "lost",   "nicht"};
    constexpr std::string_view others[] = {"time", "zeit", "avg", "dauer", "delay", "wait", "after", "nach"};
    std::vector<std::string> titles;
    for (std::size_t column = 0; column < table.width(); ++column) {
        const auto own = words_of(plain_title(table.title(column)));
        const auto begins_as = [&](const auto& known) {
            return std::any_of(own.begin(), own.end(), [&](const std::string& word) {
                return std::any_of(std::begin(known), std::end(known), [&](auto one) { return word.starts_with(one); });
            });
        };
        if (table.is_used(column) || table.is_ignored(column) || is_no_figure(own)) continue;
        if (!begins_as(words) || begins_as(others) || !suits(C::offered, table.examples(column, 30))) continue;
        titles.push_back(table.title(column));
    }
    if (titles.empty()) return;
    cells.problems().push_back(Problem{Rule::log_abandoned_unnamed}
                                   .at(table.sheet().place(table.titles_row().value_or(0)))
                                   .with({detail::joined(titles), titles.front()}));
}

// A date years away from all but a few others is mistyped, unless it is that of an item, which may lie open.
void complain_of_far_dates(LogCells& cells, const CallLog& log) {
    constexpr std::chrono::days far{730};
    std::vector<Date> dates;
    for (const LoggedCall& call : log.calls) dates.push_back(call.date);
    for (const LoggedInterval& row : log.intervals) dates.push_back(row.date);
    for (const LoggedItem& item : log.items) dates.push_back(item.date);
    if (dates.size() < 3) return;
    std::sort(dates.begin(), dates.end());
    const std::size_t few = std::max<std::size_t>(1, dates.size() / 100);
    const Date middle = dates[dates.size() / 2];
    for (const auto& [extreme, neighbour] :
         {std::pair{dates.front(), dates[few]}, std::pair{dates.back(), dates[dates.size() - 1 - few]}})
        if (extreme - neighbour > far || neighbour - extreme > far) cells.complain_of_date(extreme, middle);
}

// Two columns with the title of a count: nobody can say which is meant.
void refuse_titles_twice(const LogTable& table, const LogOptions& options) {
    for (const C kind : {C::offered, C::answered, C::abandoned, C::handling, C::talk}) {
        if (!table.has(kind)) continue;
        const std::string title = plain_title(table.title(*table.column(kind)));
        std::string choices;
        int columns = 0;
        for (std::size_t column = 0; column < table.width(); ++column) {
            if (plain_title(table.title(column)) != title || table.is_ignored(column)) continue;
            choices.append(columns++ == 0 ? "" : " / ")
                .append(name_of(kind))
                .append("=#")
                .append(std::to_string(column + 1));
        }
        const bool stated = std::any_of(options.columns.begin(), options.columns.end(), [&](const auto& one) {
            return column_named(one.first) == kind && one.second.starts_with('#');
        });
        if (columns > 1 && !stated)
            throw InputError{Problem{Rule::log_titles_twice}
                                 .at(table.sheet().place(table.titles_row().value_or(0), *table.column(kind)))
                                 .on(table.title(*table.column(kind)))
                                 .with({choices})};
    }
}

}  // namespace freiton::input
