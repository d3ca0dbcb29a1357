// SPDX-License-Identifier: Apache-2.0
// Dates and times whose parts stand in columns of their own.
#include <algorithm>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_part_columns.hpp"
#include "freiton/input/log_put_in_order.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

// Of "KW 36/2026", "2026-W36" and "KW 36/26": the first that is no year.
int week_of(const std::vector<int>& numbers) {
    const auto week = std::find_if(numbers.begin(), numbers.end(), [](int number) { return !is_year(number); });
    return week == numbers.end() ? 0 : *week;
}

class DatesOfParts {
  public:
    DatesOfParts(const LogTable& table, const LogOptions& options)
        : table_{table},
          options_{options},
          above_{month_above(table.sheet(), table.names_row())},
          part_{part_columns(table)} {
        const auto& day = part_.day;
        if (!day || table.has(C::created)) return;
        const auto cells = table.examples(*day, 200);
        const auto count = [&](auto is) {
            return std::count_if(cells.begin(), cells.end(), is) * 2 > std::ssize(cells);
        };
        if (part_.week && count([](auto cell) { return weekday_of(cell).has_value(); })) form_ = Form::week;
        if (count([](auto cell) { return day_or_hour(cell).value_or(0) > 0; }) && (part_.month || above_))
            form_ = Form::day;
        if (count([](auto cell) { return date_without_year(cell).has_value(); })) form_ = Form::short_date;
        if (form_ == Form::week && !year_known() && weeks() < 2) form_ = Form::none;  // a week like any other
    }

    bool any() const { return form_ != Form::none || part_.minute; }

    PutInOrder put_in_order() {
        const LogSheet& sheet = table_.sheet();
        LogSheet result = sheet.without_rows();
        for (std::size_t row = 0; row < sheet.rows(); ++row) {
            result.begin_row(sheet.number(row));
            const bool data = row > *table_.titles_row();
            const std::string date = data && form_ != Form::none ? date_in(row) : std::string{};
            const std::string time = data && part_.minute ? time_in(row) : std::string{};
            for (std::size_t column = 0; column < sheet.cells(row); ++column) {
                std::string_view cell = row == *table_.titles_row() ? table_.title(column) : sheet.cell(row, column);
                if (column == part_.day && !date.empty()) cell = date;
                if (column == part_.hour && !time.empty()) cell = time;
                if (row >= *table_.titles_row() && is_part(column)) cell = {};
                result.add_cell(cell);
            }
            result.end_row();
        }
        return {std::move(result), {LogNoteKind::dates_of_parts, {detail::joined(titles())}}};
    }

  private:
    enum class Form { none, week, day, short_date };

    template <typename Is>
    bool all(std::size_t column, Is is) const {
        const auto cells = table_.examples(column, 200);
        return !cells.empty() && std::all_of(cells.begin(), cells.end(), is);
    }

    std::size_t weeks() const {
        std::set<int> seen;
        for (const std::string_view cell : table_.examples(*part_.week, 2000))
            if (const auto numbers = numbers_in(cell); !numbers.empty()) seen.insert(week_of(numbers));
        return seen.size();
    }

    bool year_known() const {
        const bool in_week = part_.week && all(*part_.week, [](auto cell) { return numbers_in(cell).size() == 2; });
        return part_.year || above_ || options_.first_day || in_week;
    }

    bool is_part(std::size_t column) const {
        if (column == part_.minute) return true;
        if (form_ == Form::none) return false;
        return column == part_.year || column == part_.month || (form_ == Form::week && column == part_.week);
    }

    std::vector<std::string> titles() const {
        std::vector<std::string> titles;
        for (std::size_t column = 0; column < table_.width(); ++column)
            if (is_part(column) || (form_ != Form::none && column == part_.day) ||
                (part_.minute && column == part_.hour))
                titles.push_back(table_.title(column));
        return titles;
    }

    // In the year that the row says, or one above it; else in the one that fits what is stated.
    std::optional<Date> dated(std::size_t row, std::size_t column, const DateOfYear& made) {
        if (part_.year)
            if (const auto numbers = numbers_in(table_.sheet().cell(row, *part_.year));
                numbers.size() == 1 && is_year(numbers[0]))
                last_year_ = numbers[0];
        if (last_year_ != 0) return made(last_year_);
        auto from = years_from(above_, options_);
        if (!from)
            throw InputError{Problem{Rule::log_year_missing}
                                 .at(table_.sheet().place(row, column))
                                 .on(table_.title(column))
                                 .got(std::string{table_.sheet().cell(row, column)})};
        if (form_ == Form::week) *from -= std::chrono::days{static_cast<int>(weekday_index(*from))};
        return in_year_from(*from, made);
    }

    // Empty where the row says none, or what cannot be read, which the reading complains of.
    std::string date_in(std::size_t row) {
        const std::string_view cell = table_.sheet().cell(row, *part_.day);
        std::optional<Date> date;
        if (form_ == Form::week) date = of_week(row, cell);
        if (const auto day = form_ == Form::day ? day_or_hour(cell) : std::nullopt) date = of_day(row, *day);
        if (const auto parts = form_ == Form::short_date ? date_without_year(cell) : std::nullopt)
            date = dated(row, *part_.day, [&](int year) { return date_of_numbers(year, parts->month, parts->day); });
        return date ? date_text(*date) : std::string{};
    }

    // A week that its year does not have is refused here: its weekday alone would be one of any week.
    std::optional<Date> of_week(std::size_t row, std::string_view cell) {
        const auto weekday = weekday_of(cell);
        take_week(numbers_in(table_.sheet().cell(row, *part_.week)));
        if (!weekday) return std::nullopt;
        const auto date = dated(row, *part_.week, [&](int year) { return iso_week_date(year, last_week_, *weekday); });
        if (!date)
            throw InputError{Problem{Rule::date_does_not_exist}
                                 .at(table_.sheet().place(row, *part_.week))
                                 .on(table_.title(*part_.week))
                                 .got(std::string{table_.sheet().cell(row, *part_.week)})};
        return date;
    }

    void take_week(const std::vector<int>& numbers) {
        if (numbers.empty()) return;
        last_week_ = week_of(numbers);
        const auto year = std::find_if(numbers.begin(), numbers.end(), [](int number) { return is_year(number); });
        constexpr int century = 2000;
        if (year != numbers.end())
            last_year_ = *year;
        else if (numbers.size() == 2 && is_year(century + numbers[1]))
            last_year_ = century + numbers[1];
    }

    std::optional<Date> of_day(std::size_t row, int day) {
        if (!part_.month) return date_of_numbers(above_->year, above_->month, day);
        const std::string_view cell = table_.sheet().cell(row, *part_.month);
        const auto numbers = numbers_in(cell);
        if (!numbers.empty() && numbers[0] <= 12) last_month_ = numbers[0];
        if (const int named = month_named(cell); named > 0) last_month_ = named;
        if (last_month_ == 0) return std::nullopt;
        return dated(row, *part_.month, [&](int year) { return date_of_numbers(year, last_month_, day); });
    }

    std::string time_in(std::size_t row) const {
        const auto hour = numbers_in(table_.sheet().cell(row, *part_.hour));
        const auto minute = numbers_in(table_.sheet().cell(row, *part_.minute));
        if (hour.size() != 1 || minute.size() > 1) return {};
        return clock_text(Minutes{hour[0] * 60 + (minute.empty() ? 0 : minute[0])});
    }

    const LogTable& table_;
    const LogOptions& options_;
    std::optional<MonthAbove> above_;
    const PartColumns part_;
    Form form_ = Form::none;
    int last_year_ = 0;
    int last_month_ = 0;
    int last_week_ = 0;
};

}  // namespace

// A weekday may stand before it.
std::optional<DayAndMonth> date_without_year(std::string_view cell) {
    const std::size_t digit = std::min(cell.find_first_of("0123456789"), cell.size());
    std::string_view weekday = trimmed(cell.substr(0, digit));
    if (weekday.ends_with(',')) weekday.remove_suffix(1);
    if (!weekday.empty() && !weekday_of(weekday)) return std::nullopt;
    cell.remove_prefix(digit);
    const auto numbers = numbers_in(cell);
    const bool marked = cell.ends_with('.') && cell.find_first_not_of("0123456789.") == std::string_view::npos;
    if (!marked || numbers.size() != 2 || numbers[0] > 31 || numbers[1] > 12) return std::nullopt;
    return DayAndMonth{numbers[0], numbers[1]};
}

std::optional<PutInOrder> dates_of_parts(const LogTable& table, const LogOptions& options) {
    if (!table.titles_row()) return std::nullopt;
    DatesOfParts parts{table, options};
    return parts.any() ? std::optional{parts.put_in_order()} : std::nullopt;
}

}  // namespace freiton::input
