// SPDX-License-Identifier: Apache-2.0
// Tables in which a column says what each row measures: the same with a column for each measure.
#include <algorithm>
#include <map>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_put_in_order.hpp"
#include "freiton/input/log_totals.hpp"

namespace freiton::input {

namespace {

// "Calls offered", "AHT (s)" and "Abandoned" below each other: figures of several kinds, one of which counts what came.
bool are_measures(const std::vector<std::string_view>& cells) {
    std::set<std::string_view> different{cells.begin(), cells.end()};
    std::set<LogColumn> kinds;
    std::size_t known = 0;
    for (const std::string_view cell : different) {
        const LogColumn kind = meaning_of(cell).column;
        if (!is_figure(kind)) continue;
        kinds.insert(kind);
        ++known;
    }
    const bool durations = std::any_of(kinds.begin(), kinds.end(), [](LogColumn kind) { return is_duration(kind); });
    const bool counts = kinds.contains(LogColumn::offered) || kinds.contains(LogColumn::answered);
    return counts && (durations || kinds.contains(LogColumn::offered)) && kinds.size() >= 2 &&
           2 * known > different.size();
}

bool is_value_title(std::string_view title) {
    const std::string plain = plain_title(title);
    constexpr std::string_view known[] = {"value", "values", "measure value", "metric value",
                                          "wert",  "werte",  "amount"};
    return std::find(std::begin(known), std::end(known), plain) != std::end(known);
}

class Measures {
  public:
    explicit Measures(const LogTable& table) : table_{table}, sheet_{table.sheet()} {
        if (!table.titles_row()) return;
        for (std::size_t column = 0; column < table.width(); ++column) {
            const std::string& title = table.title(column);
            const bool clock = log_span(title).has_value();
            const bool day = weekday_of(title) || looks_like_date(title);
            if (clock || day) values_.push_back(column);
            days_ = days_ || day;
            clocks_ = clocks_ || clock;
        }
        across_ = values_.size() >= 2 && days_ != clocks_;
        if (!across_) {
            values_.clear();
            for (std::size_t column = 0; column < table.width(); ++column)
                if (is_value_title(table.title(column))) values_.push_back(column);
        }
        if (values_.empty() || (!across_ && values_.size() > 1)) return;
        for (std::size_t column = 0; column < table.width() && !measure_; ++column) {
            const bool other_use = table.is_used(column) && table.column(LogColumn::queue) != column;
            if (!is_value(column) && !other_use && !table.is_ignored(column) &&
                are_measures(table.examples(column, 2000)))
                measure_ = column;
        }
    }

    bool any() const { return measure_.has_value(); }

    PutInOrder put_in_order() {
        for (std::size_t row = *table_.titles_row() + 1; row < sheet_.rows(); ++row) take_row(row);
        LogSheet result = sheet_.without_rows();
        for (std::size_t row = 0; row < *table_.titles_row(); ++row) {
            result.begin_row(sheet_.number(row));
            for (std::size_t column = 0; column < sheet_.cells(row); ++column)
                result.add_cell(sheet_.cell(row, column));
            result.end_row();
        }
        result.begin_row(sheet_.number(*table_.titles_row()));
        for (std::size_t column = 0; column < table_.width(); ++column)
            if (column != measure_ && !is_value(column)) result.add_cell(table_.title(column));
        if (across_) result.add_cell(days_ ? "date" : "time");
        for (const std::string_view title : titles_) result.add_cell(title);
        result.end_row();
        for (const Row& row : rows_) {
            result.begin_row(row.number);
            for (const std::string_view cell : row.cells) result.add_cell(cell);
            if (across_) result.add_cell(row.across);
            for (std::size_t i = 0; i < titles_.size(); ++i)
                result.add_cell(i < row.values.size() ? row.values[i] : std::string_view{});
            result.end_row();
        }
        const std::vector<std::string> names{titles_.begin(), titles_.end()};
        return {std::move(result), {LogNoteKind::rows_of_measures, {detail::joined(names)}}};
    }

  private:
    struct Row {
        int number;
        std::vector<std::string_view> cells;
        std::string_view across;
        std::vector<std::string_view> values;
    };

    bool is_value(std::size_t column) const {
        return std::find(values_.begin(), values_.end(), column) != values_.end();
    }

    // What a row is about stands to the left of its measure or its values, or is known by its title.
    bool tells_apart(std::size_t column) const {
        return table_.is_used(column) || column < (across_ ? values_.front() : *measure_);
    }

    void take_row(std::size_t row) {
        const std::string_view measure = sheet_.cell(row, *measure_);
        std::vector<std::string_view> cells;
        std::string key;
        for (std::size_t column = 0; column < table_.width(); ++column) {
            if (column == measure_ || is_value(column)) continue;
            std::string_view cell = sheet_.cell(row, column);
            if (cell.empty() && !measure.empty() && cells.size() < above_.size() && tells_apart(column))
                cell = above_[cells.size()];  // merged
            cells.push_back(cell);
            if (tells_apart(column)) key.append(cell).append("\n");
        }
        const bool titles = measure == table_.title(*measure_);
        if (measure.empty() || is_total(measure) || titles) {  // a sum, a line of text
            if (!titles) rows_.push_back({sheet_.number(row), std::move(cells), measure, {}});
            return;
        }
        above_ = cells;
        for (const std::size_t column : values_) {
            const std::string_view across = across_ ? std::string_view{table_.title(column)} : std::string_view{};
            put(Row{sheet_.number(row), cells, across, {}}, std::string{key}.append(across), measure,
                sheet_.cell(row, column));
        }
    }

    void put(Row&& row, const std::string& key, std::string_view measure, std::string_view value) {
        const auto [title, new_title] = places_.try_emplace(measure, titles_.size());
        if (new_title) titles_.push_back(measure);
        const auto [found, is_new] = known_.try_emplace({key, 0}, rows_.size());
        std::size_t at = found->second;
        // The same measure once more: a row of its own, which is complained of where the intervals are read.
        for (int again = 1; !is_new && at < rows_.size() && title->second < rows_[at].values.size() &&
                            !rows_[at].values[title->second].empty();
             ++again)
            at = known_.try_emplace({key, again}, rows_.size()).first->second;
        if (at == rows_.size()) rows_.push_back(std::move(row));
        if (rows_[at].values.size() <= title->second) rows_[at].values.resize(title->second + 1);
        rows_[at].values[title->second] = value;
    }

    const LogTable& table_;
    const LogSheet& sheet_;
    std::vector<std::size_t> values_;
    std::optional<std::size_t> measure_;
    bool across_ = false;
    bool days_ = false;
    bool clocks_ = false;
    std::vector<std::string_view> above_;
    std::vector<std::string_view> titles_;
    std::map<std::string_view, std::size_t> places_;
    std::vector<Row> rows_;
    std::map<std::pair<std::string, int>, std::size_t> known_;
};

}  // namespace

std::optional<PutInOrder> measures_as_columns(const LogTable& table) {
    Measures measures{table};
    return measures.any() ? std::optional{measures.put_in_order()} : std::nullopt;
}

}  // namespace freiton::input
