// SPDX-License-Identifier: Apache-2.0
// Dates and times whose parts stand in columns of their own.
#include <algorithm>
#include <map>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_put_in_order.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;
constexpr int first_year = 1990;
constexpr int last_year = 2077;

std::vector<int> numbers_in(std::string_view cell) {
    std::vector<int> numbers;
    bool inside = false;
    for (const char c : cell) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) numbers.push_back(0);
        if (digit && numbers.back() < 10'000) numbers.back() = numbers.back() * 10 + (c - '0');
        inside = digit;
    }
    return numbers;
}

// Of "KW 36/2026", "2026-W36" and "KW 36/26": the first that is no year.
int week_of(const std::vector<int>& numbers) {
    const auto week = std::find_if(numbers.begin(), numbers.end(),
                                   [](int number) { return number < first_year || number > last_year; });
    return week == numbers.end() ? 0 : *week;
}

bool is_year(int number) { return number >= first_year && number <= last_year; }

// "9", "9."
std::optional<int> day_number(std::string_view cell) {
    if (cell.ends_with('.')) cell.remove_suffix(1);
    const auto numbers = numbers_in(cell);
    const bool alone =
        numbers.size() == 1 && cell.size() <= 2 && cell.find_first_not_of("0123456789") == std::string_view::npos;
    return alone && numbers[0] >= 1 && numbers[0] <= 31 ? std::optional{numbers[0]} : std::nullopt;
}

std::optional<Date> date_of_numbers(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

std::optional<std::size_t> column_titled(const LogTable& table, std::initializer_list<std::string_view> titles) {
    for (std::size_t column = 0; column < table.width(); ++column)
        if (!table.is_ignored(column) &&
            std::find(titles.begin(), titles.end(), plain_title(table.title(column))) != titles.end())
            return column;
    return std::nullopt;
}

bool tells_hours(std::string_view title) {
    const auto words = words_of(plain_title(title));
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "hour" || word == "hours" || word == "stunde" || word == "stunden" || word == "std";
    });
}

class DatesOfParts {
  public:
    DatesOfParts(const LogTable& table, const LogOptions& options)
        : table_{table},
          options_{options},
          above_{month_above(table.sheet(), table.names_row())},
          year_{column_titled(table, {"year", "jahr"})},
          month_{column_titled(table, {"month", "monat"})},
          week_{column_titled(table, {"kw", "week", "woche", "iso week", "calendar week", "week number", "week no",
                                      "kalenderwoche", "kw nr"})},
          day_{table.column(C::date)},
          hour_{table.column(C::time)},
          minute_{column_titled(table, {"minute", "minutes", "minuten"})} {
        if (minute_ == hour_) minute_.reset();
        for (auto* part : {&year_, &month_, &week_})
            if (*part && table.examples(**part, 1).empty()) part->reset();
        if (minute_ && (!hour_ || !are_of_hours(*minute_))) minute_.reset();
        if (!day_ || table.has(C::created)) return;
        const auto cells = table.examples(*day_, 200);
        const auto count = [&](auto is) {
            return std::count_if(cells.begin(), cells.end(), is) * 2 > std::ssize(cells);
        };
        if (week_ && count([](auto cell) { return weekday_of(cell).has_value(); })) form_ = Form::week;
        if (count([](auto cell) { return day_number(cell).has_value(); }) && (month_ || above_)) form_ = Form::day;
        if (count([](auto cell) { return date_without_year(cell).has_value(); })) form_ = Form::short_date;
        if (form_ == Form::week && !year_known() && weeks() < 2) form_ = Form::none;  // a week like any other
    }

    bool any() const { return form_ != Form::none || minute_; }

    PutInOrder put_in_order() {
        const LogSheet& sheet = table_.sheet();
        LogSheet result = sheet.without_rows();
        for (std::size_t row = 0; row < sheet.rows(); ++row) {
            result.begin_row(sheet.number(row));
            const bool data = row > *table_.titles_row();
            const std::string date = data && form_ != Form::none ? date_in(row) : std::string{};
            const std::string time = data && minute_ ? time_in(row) : std::string{};
            for (std::size_t column = 0; column < sheet.cells(row); ++column) {
                std::string_view cell = row == *table_.titles_row() ? table_.title(column) : sheet.cell(row, column);
                if (column == day_ && !date.empty()) cell = date;
                if (column == hour_ && !time.empty()) cell = time;
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
        for (const std::string_view cell : table_.examples(*week_, 2000))
            if (const auto numbers = numbers_in(cell); !numbers.empty()) seen.insert(week_of(numbers));
        return seen.size();
    }

    // None is too large for it, and rows count several minutes of an hour, or always the same; minutes of talk do not.
    bool are_of_hours(std::size_t column) const {
        const bool stands_alone =
            all(*hour_, [](auto cell) { return day_number(cell) || cell == "0" || cell == "00"; });
        if (!stands_alone || table_.is_used(column) || !tells_hours(table_.title(*hour_))) return false;
        const bool counts = table_.has(C::offered) || table_.has(C::answered);
        std::map<std::vector<std::string_view>, int> minutes;
        std::set<int> seen;
        bool several = false;
        for (const std::size_t row : table_.rows()) {
            const auto cell = [&](std::optional<std::size_t> at) {
                return at ? table_.sheet().cell(row, *at) : std::string_view{};
            };
            if (is_nothing(cell(column))) continue;
            const auto numbers = numbers_in(cell(column));
            constexpr int step = 5;  // of intervals, at least
            if (numbers.size() != 1 || numbers[0] >= 60 || (counts && numbers[0] % step != 0)) return false;
            seen.insert(numbers[0]);
            const auto [first, is_new] = minutes.try_emplace(
                {cell(year_), cell(month_), cell(week_), cell(day_), table_.cell(row, C::queue), cell(hour_)},
                numbers[0]);
            several = several || (!is_new && first->second != numbers[0]);
        }
        return !counts || several || seen.size() == 1;
    }

    bool year_known() const {
        const bool in_week = week_ && all(*week_, [](auto cell) { return numbers_in(cell).size() == 2; });
        return year_ || above_ || options_.first_day || in_week;
    }

    bool is_part(std::size_t column) const {
        if (column == minute_) return true;
        if (form_ == Form::none) return false;
        return column == year_ || column == month_ || (form_ == Form::week && column == week_);
    }

    std::vector<std::string> titles() const {
        std::vector<std::string> titles;
        for (std::size_t column = 0; column < table_.width(); ++column)
            if (is_part(column) || (form_ != Form::none && column == day_) || (minute_ && column == hour_))
                titles.push_back(table_.title(column));
        return titles;
    }

    // In the year that the row says, or one above it; else in the one that fits what is stated.
    std::optional<Date> dated(std::size_t row, std::size_t column, const DateOfYear& made) {
        if (year_)
            if (const auto numbers = numbers_in(table_.sheet().cell(row, *year_));
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
        const std::string_view cell = table_.sheet().cell(row, *day_);
        std::optional<Date> date;
        if (form_ == Form::week) date = of_week(row, cell);
        if (const auto day = form_ == Form::day ? day_number(cell) : std::nullopt) date = of_day(row, *day);
        if (const auto parts = form_ == Form::short_date ? date_without_year(cell) : std::nullopt)
            date = dated(row, *day_, [&](int year) { return date_of_numbers(year, parts->month, parts->day); });
        return date ? date_text(*date) : std::string{};
    }

    // A week that its year does not have is refused here: its weekday alone would be one of any week.
    std::optional<Date> of_week(std::size_t row, std::string_view cell) {
        const auto weekday = weekday_of(cell);
        take_week(numbers_in(table_.sheet().cell(row, *week_)));
        if (!weekday) return std::nullopt;
        const auto date = dated(row, *week_, [&](int year) { return iso_week_date(year, last_week_, *weekday); });
        if (!date)
            throw InputError{Problem{Rule::date_does_not_exist}
                                 .at(table_.sheet().place(row, *week_))
                                 .on(table_.title(*week_))
                                 .got(std::string{table_.sheet().cell(row, *week_)})};
        return date;
    }

    void take_week(const std::vector<int>& numbers) {
        if (numbers.empty()) return;
        last_week_ = week_of(numbers);
        const auto year = std::find_if(numbers.begin(), numbers.end(), is_year);
        constexpr int century = 2000;
        if (year != numbers.end())
            last_year_ = *year;
        else if (numbers.size() == 2 && is_year(century + numbers[1]))
            last_year_ = century + numbers[1];
    }

    std::optional<Date> of_day(std::size_t row, int day) {
        if (!month_) return date_of_numbers(above_->year, above_->month, day);
        const std::string_view cell = table_.sheet().cell(row, *month_);
        const auto numbers = numbers_in(cell);
        if (!numbers.empty() && numbers[0] <= 12) last_month_ = numbers[0];
        if (const int named = month_named(cell); named > 0) last_month_ = named;
        if (last_month_ == 0) return std::nullopt;
        return dated(row, *month_, [&](int year) { return date_of_numbers(year, last_month_, day); });
    }

    std::string time_in(std::size_t row) const {
        const auto hour = numbers_in(table_.sheet().cell(row, *hour_));
        const auto minute = numbers_in(table_.sheet().cell(row, *minute_));
        if (hour.size() != 1 || minute.size() > 1) return {};
        return clock_text(Minutes{hour[0] * 60 + (minute.empty() ? 0 : minute[0])});
    }

    const LogTable& table_;
    const LogOptions& options_;
    std::optional<MonthAbove> above_;
    std::optional<std::size_t> year_;
    std::optional<std::size_t> month_;
    std::optional<std::size_t> week_;
    std::optional<std::size_t> day_;
    std::optional<std::size_t> hour_;
    std::optional<std::size_t> minute_;
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
