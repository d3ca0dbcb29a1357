// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_call_log.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>

#include "freiton/core/csv_cells.hpp"
#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_row.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

enum class Outcome { answered, abandoned, phantom, unknown };

struct OutcomeWord {
    std::string_view word;
    Outcome outcome;
};
constexpr OutcomeWord outcome_words[] = {
    {"answered", Outcome::answered},
    {"abandoned", Outcome::abandoned},
    {"phantom", Outcome::phantom},
    {"agent", Outcome::answered},
    {"handled", Outcome::answered},
    {"completed", Outcome::answered},
    {"connected", Outcome::answered},
    {"angenommen", Outcome::answered},
    {"beantwortet", Outcome::answered},
    {"yes", Outcome::answered},
    {"y", Outcome::answered},
    {"ja", Outcome::answered},
    {"hang", Outcome::abandoned},
    {"hangup", Outcome::abandoned},
    {"hung up", Outcome::abandoned},
    {"missed", Outcome::abandoned},
    {"lost", Outcome::abandoned},
    {"unanswered", Outcome::abandoned},
    {"not answered", Outcome::abandoned},
    {"no answer", Outcome::abandoned},
    {"aufgelegt", Outcome::abandoned},
    {"verloren", Outcome::abandoned},
    {"verpasst", Outcome::abandoned},
    {"abgebrochen", Outcome::abandoned},
    {"nicht angenommen", Outcome::abandoned},
    {"no", Outcome::abandoned},
    {"n", Outcome::abandoned},
    {"nein", Outcome::abandoned},
};

Outcome outcome_of(LogRow& cells, const Problems& problems) {
    const std::string word = lower_case(cells.text(C::outcome));
    for (const OutcomeWord& known : outcome_words)
        if (known.word == word) return known.outcome;
    const std::vector<std::string> usual{"answered", "abandoned", "phantom"};
    cells.complain(C::outcome, Rule::word_unknown, {detail::joined(usual)}, suggested_word(word, usual, problems));
    return Outcome::unknown;
}

// What a reading needs and the table lacks, for a message; empty if nothing.
std::string lacking(const LogColumns& columns, bool dated, bool calls) {
    std::vector<std::string> missing;
    if (!dated) missing.push_back(name_of(C::date));
    if (calls) {
        if (!columns.has(C::arrival) && !columns.has(C::start)) missing.push_back(name_of(C::arrival));
        if (!columns.has(C::outcome)) missing.push_back(name_of(C::outcome));
    } else {
        if (!columns.has(C::start)) missing.push_back(name_of(C::start));
        if (!columns.has(C::offered) && !(columns.has(C::answered) && columns.has(C::abandoned)))
            missing.push_back(name_of(C::offered));
    }
    return detail::joined(missing);
}

class LogReader {
  public:
    LogReader(const CsvTable& table, DateOrder order) : table_{table}, columns_{table.columns()}, order_{order} {}

    CallLog read() {
        const std::string call_lacks = lacking(columns_, has_dates(), true);
        const std::string interval_lacks = lacking(columns_, has_dates(), false);
        if (!call_lacks.empty() && !interval_lacks.empty())
            throw InputError{Problem{Rule::log_unknown}
                                 .at({table_.file_name(), 1})
                                 .with({call_lacks, interval_lacks, columns_text(table_)})};
        calls_ = call_lacks.empty();
        if (order_ == DateOrder::unknown) find_order();
        for (const CsvTable::Row& row : table_.rows()) {
            if (are_enough(problems_)) break;
            LogRow cells = cells_of(row);
            if (cells.is_of_totals())
                ++log_.totals;
            else if (is_whole_row(row))
                calls_ ? read_call(cells) : read_interval(cells, row.line);
        }
        if (!problems_.empty()) throw InputError{std::move(problems_)};
        return std::move(log_);
    }

  private:
    // In a column of their own, or beside the time of day.
    bool has_dates() {
        const LogRow first = cells_of(table_.rows().front());
        return columns_.has(C::date) || !parted(first.text(C::start)).date.empty() ||
               !parted(first.text(C::arrival)).date.empty();
    }

    LogRow cells_of(const CsvTable::Row& row) { return {table_, row, columns_, order_, problems_}; }

    C time_column() const { return calls_ && columns_.has(C::arrival) ? C::arrival : C::start; }

    bool is_whole_row(const CsvTable::Row& row) {
        const int dated = std::max(columns_[C::date], columns_[time_column()]);
        return is_whole(table_, row, {dated, calls_ ? columns_[C::outcome] : columns_[C::offered]}, problems_);
    }

    // 13/03 in one row settles 03/04 in another.
    void find_order() {
        const C column = columns_.has(C::date) ? C::date : time_column();
        const CsvTable::Row* unclear = nullptr;
        for (const CsvTable::Row& row : table_.rows()) {
            const std::string_view cell = cells_of(row).text(column);
            const std::string_view date = parted(cell).date;
            if (!needs_order(date)) continue;
            if (unclear == nullptr) unclear = &row;
            order_ = shown_order(date);
            if (order_ != DateOrder::unknown) return;
        }
        if (unclear != nullptr) cells_of(*unclear).complain(column, Rule::date_ambiguous);
    }

    std::size_t queue_of(const LogRow& cells) {
        const std::string name{cells.text(C::queue)};
        const auto [found, is_new] = queues_.try_emplace(name, queues_.size());
        if (is_new && found->second == 0) log_.queues.clear();
        if (is_new) log_.queues.push_back(name);
        return found->second;
    }

    void read_call(LogRow& cells) {
        const Outcome ended = outcome_of(cells, problems_);
        const auto day = cells.date(time_column());
        const auto arrived = cells.moment(time_column());
        const auto waited = cells.seconds(C::wait);
        const auto handled = cells.seconds(C::handling);
        log_.phantoms += ended == Outcome::phantom ? 1 : 0;
        if (!day || !arrived || ended == Outcome::phantom || ended == Outcome::unknown) return;
        const bool answered = ended == Outcome::answered;
        log_.calls.push_back({*day, arrived->count(), waited.value_or(0.0), answered, answered ? handled : std::nullopt,
                              queue_of(cells)});
    }

    void read_interval(LogRow& cells, int line) {
        const auto day = cells.date(C::start);
        const auto span = cells.span();
        const auto answered = cells.count(C::answered);
        const auto abandoned = cells.count(C::abandoned);
        const auto calls = columns_.has(C::offered) ? offered(cells) : answered.value_or(0.0) + abandoned.value_or(0.0);
        if (calls && abandoned && *abandoned > *calls)
            cells.complain(C::abandoned, Rule::at_most, {"offered: " + number_text(*calls)});
        const LoggedInterval interval{day.value_or(Date{}),
                                      Minutes{span ? static_cast<int>(span->from.count() / 60.0) : 0},
                                      calls.value_or(0.0),
                                      cells.seconds(C::handling),
                                      abandoned,
                                      cells.seconds(C::asa),
                                      queue_of(cells)};
        if (!day || !span || !calls) return;
        const auto [first, is_new] = lines_.try_emplace({interval.date, interval.start, interval.queue}, line);
        if (!is_new) return cells.complain(C::start, Rule::row_twice, {std::to_string(first->second)});
        if (span->to) take_length(Minutes{static_cast<int>((*span->to - span->from).count() / 60.0)});
        log_.intervals.push_back(interval);
    }

    std::optional<double> offered(LogRow& cells) {
        if (cells.text(C::offered).empty()) cells.complain(C::offered, Rule::number_expected);
        return cells.count(C::offered);
    }

    void take_length(Minutes length) {
        log_.row_length = log_.row_length ? Minutes{std::gcd(log_.row_length->count(), length.count())} : length;
    }

    const CsvTable& table_;
    LogColumns columns_;
    DateOrder order_;
    bool calls_ = false;
    CallLog log_;
    Problems problems_;
    std::map<std::string, std::size_t> queues_;
    std::map<std::tuple<Date, Minutes, std::size_t>, int> lines_;
};

// Exports have lines of their own above the titles: these are the first line with two that we know, or the first.
CsvTable table_of_log(std::string bytes, const std::string& file_name) {
    constexpr int most_lines = 50;
    std::string text = checked_table(std::move(bytes), file_name);
    std::size_t begin = 0;
    for (int line = 1; line <= most_lines && begin < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::vector<std::string> titles;
        const std::string_view whole = trimmed(std::string_view{text}.substr(begin, end - begin));
        const char separator = find_separator(whole);
        for (std::size_t from = 0; from <= whole.size() && titles.size() < most_cells;) {
            const std::size_t to = std::min(whole.find(separator, from), whole.size());
            std::string_view title = trimmed(whole.substr(from, to - from));
            if (title.size() > 1 && title.front() == '"' && title.back() == '"')
                title = title.substr(1, title.size() - 2);
            titles.emplace_back(title);
            from = to + 1;
        }
        if (LogColumns{titles}.known() >= 2) return CsvTable::parse(text.substr(begin), file_name, line);
        begin = end + 1;
    }
    return CsvTable::parse(std::move(text), file_name);
}

}  // namespace

CallLog parse_call_log(std::string text, const std::string& file_name, DateOrder order) {
    return LogReader{table_of_log(std::move(text), file_name), order}.read();
}

CallLog read_call_log(const std::filesystem::path& path, DateOrder order) {
    return parse_call_log(read_file(path, most_csv_bytes), path.string(), order);
}

}  // namespace freiton::input
