// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_volumes.hpp"

#include <array>
#include <cmath>

#include "freiton/core/csv.hpp"

namespace freiton::input {

namespace {

// Reads typed cells of one row and complains about those that it cannot.
class RowReader {
  public:
    RowReader(const CsvTable& table, const CsvTable::Row& row, Problems& problems)
        : table_{table}, row_{row}, problems_{problems} {}

    std::string_view cell(int column) const { return row_.cells[static_cast<std::size_t>(column)]; }

    template <class T>
    std::optional<T> take(int column, std::optional<T> value, Rule rule) {
        if (!value)
            problems_.push_back(Problem{rule}
                                    .at({table_.file_name(), row_.line, column + 1})
                                    .on(table_.columns()[static_cast<std::size_t>(column)])
                                    .got(std::string{cell(column)}));
        return value;
    }

    std::optional<double> not_negative(int column) {
        const std::optional<double> value = take(column, table_.number(cell(column)), Rule::number_expected);
        if (!value || (std::isfinite(*value) && *value >= 0.0)) return value;
        take(column, std::optional<double>{}, std::isfinite(*value) ? Rule::at_least : Rule::number_not_finite);
        if (std::isfinite(*value)) problems_.back().arguments = {"0"};
        return std::nullopt;
    }

  private:
    const CsvTable& table_;
    const CsvTable::Row& row_;
    Problems& problems_;
};

struct Columns {
    int date, start, arrivals, work;
    bool fits(const CsvTable::Row& row) const {
        const auto cells = static_cast<int>(row.cells.size());
        return date < cells && start < cells && arrivals < cells && work < cells;
    }
};

std::optional<Columns> find_columns(const CsvTable& table, Problems& problems) {
    const std::size_t before = problems.size();
    for (const std::string name : {"date", "start", "arrivals"})
        if (table.column(name) < 0)
            problems.push_back(Problem{Rule::column_missing}.at({table.file_name(), 1}).on(name));
    if (problems.size() > before) return std::nullopt;
    return Columns{table.column("date"), table.column("start"), table.column("arrivals"), table.column("work")};
}

}  // namespace

void read_volumes(const std::filesystem::path& path, const std::string& work, VolumeFile& file, Problems& problems) {
    file.found_at = path.string();
    const CsvTable table = CsvTable::read(path);
    const auto columns = find_columns(table, problems);
    if (!columns) return;
    for (const CsvTable::Row& row : table.rows()) {
        if (!columns->fits(row)) {
            problems.push_back(Problem{Rule::row_too_short}
                                   .at({table.file_name(), row.line})
                                   .with({std::to_string(row.cells.size()), std::to_string(table.columns().size())}));
            continue;
        }
        RowReader reader{table, row, problems};
        if (columns->work >= 0 && reader.cell(columns->work) != work) continue;
        const ParsedDate parsed = parse_date(reader.cell(columns->date));
        const bool no_such_day = parsed.error == DateError::does_not_exist;
        const auto date =
            reader.take(columns->date, parsed.date, no_such_day ? Rule::date_does_not_exist : Rule::date_expected);
        const auto start = reader.take(columns->start, parse_clock(reader.cell(columns->start)), Rule::hours_expected);
        const auto arrivals = reader.not_negative(columns->arrivals);
        if (date && start && arrivals) file.rows.push_back({*date, *start, *arrivals, row.line});
    }
}

}  // namespace freiton::input
