// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_workbook.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "freiton/core/csv_cells.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_table.hpp"
#include "freiton/input/workbook_parts.hpp"
#include "freiton/input/workbook_values.hpp"

namespace freiton::input {

namespace {

struct SheetPart {
    std::string name;
    std::string relation;
    std::string part;
};

// What sheets refer to: strings, and what formats make of numbers.
struct WorkbookTables {
    std::vector<std::string> strings;
    std::vector<NumberKind> formats;  // by style
    bool from_1904 = false;
};

std::size_t index_of(std::string_view text) {
    const auto number = parse_number(text);
    constexpr double most = 1e9;
    return number && *number >= 0.0 && *number < most ? static_cast<std::size_t>(*number) : std::size_t{1'000'000'000};
}

std::vector<SheetPart> sheets_of(const WorkbookParts& parts, WorkbookTables& tables) {
    std::vector<SheetPart> sheets;
    parts.parse(
        "xl/workbook.xml", {.begin = [&](std::string_view name, const XmlAttributes& attributes) {
            if (name == "workbookPr") {
                const std::string_view from = attributes.value("date1904");
                tables.from_1904 = from == "1" || from == "true";
            }
            const std::string_view state = attributes.value("state");
            if (name == "sheet" && (state.empty() || state == "visible"))
                sheets.push_back({std::string{attributes.value("name")}, std::string{attributes.value("id")}, ""});
        }});
    parts.parse("xl/_rels/workbook.xml.rels", {.begin = [&](std::string_view, const XmlAttributes& attributes) {
                    const std::string target{attributes.value("Target")};
                    for (SheetPart& sheet : sheets)
                        if (!target.empty() && sheet.relation == attributes.value("Id"))
                            sheet.part = target.front() == '/' ? target.substr(1) : "xl/" + target;
                }});
    return sheets;
}

// Texts of <t>, runs of one string joined; what stands in <rPh> says how they sound and is left out.
std::vector<std::string> shared_strings(const WorkbookParts& parts) {
    std::vector<std::string> strings;
    if (!parts.has("xl/sharedStrings.xml")) return strings;
    bool in_text = false;
    bool sound = false;
    parts.parse("xl/sharedStrings.xml", {.begin =
                                             [&](std::string_view name, const XmlAttributes&) {
                                                 if (name == "si") strings.emplace_back();
                                                 if (name == "rPh") sound = true;
                                                 in_text = name == "t" && !sound;
                                             },
                                         .end =
                                             [&](std::string_view name) {
                                                 in_text = false;
                                                 if (name == "rPh") sound = false;
                                             },
                                         .text =
                                             [&](std::string_view text) {
                                                 if (in_text && !strings.empty()) strings.back().append(text);
                                             }});
    return strings;
}

std::vector<NumberKind> formats_of(const WorkbookParts& parts) {
    std::vector<NumberKind> formats;
    if (!parts.has("xl/styles.xml")) return formats;
    std::map<std::size_t, NumberKind> own;
    bool in_cells = false;
    parts.parse("xl/styles.xml",
                {.begin =
                     [&](std::string_view name, const XmlAttributes& attributes) {
                         const std::size_t id = index_of(attributes.value("numFmtId"));
                         if (name == "numFmt") own[id] = kind_of_format(attributes.value("formatCode"));
                         if (name == "cellXfs") in_cells = true;
                         if (name != "xf" || !in_cells) return;
                         const auto found = own.find(id);
                         formats.push_back(found != own.end() ? found->second : kind_of_builtin(static_cast<int>(id)));
                     },
                 .end =
                     [&](std::string_view name) {
                         if (name == "cellXfs") in_cells = false;
                     }});
    return formats;
}

// The column of "BC12", from 0; beyond all if there is none.
std::size_t column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > most_cells) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column == 0 ? most_cells : column - 1;
}

class SheetReader {
  public:
    SheetReader(const WorkbookTables& tables, LogSheet& sheet) : tables_{tables}, sheet_{sheet} {}

    void read(const WorkbookParts& parts, const std::string& part) {
        parts.parse(part,
                    {.begin = [&](std::string_view name, const XmlAttributes& attributes) { begin(name, attributes); },
                     .end = [&](std::string_view name) { end(name); },
                     .text =
                         [&](std::string_view text) {
                             if (in_value_) value_.append(text);
                         }});
    }

  private:
    void begin(std::string_view name, const XmlAttributes& attributes) {
        if (name == "row") {
            const std::string_view number = attributes.value("r");
            row_ = number.empty() ? row_ + 1 : static_cast<int>(index_of(number));
            sheet_.begin_row(row_);
            cells_ = 0;
            in_row_ = true;
            const std::string_view hidden = attributes.value("hidden");
            hidden_ = hidden == "1" || hidden == "true";
        } else if (name == "c" && in_row_) {
            const std::string_view where = attributes.value("r");
            column_ = where.empty() ? cells_ : column_of(where);
            type_ = attributes.value("t");
            style_ = index_of(attributes.value("s"));
            value_.clear();
        }
        in_value_ = name == "v" || name == "t";
    }

    void end(std::string_view name) {
        in_value_ = false;
        if (name == "row" && in_row_) {
            const std::size_t before = sheet_.rows();
            sheet_.end_row();
            if (hidden_ && sheet_.rows() == before) sheet_.count_hidden_row();
            in_row_ = false;
        } else if (name == "c" && in_row_) {
            add_cell();
        }
    }

    void add_cell() {
        if (value_.empty() || column_ < cells_) return;
        if (column_ >= most_cells)
            throw InputError{
                Problem{Rule::too_many_values}.at(sheet_.place(sheet_.rows() - 1)).with({std::to_string(most_cells)})};
        for (; cells_ < column_; ++cells_) sheet_.add_cell("");
        sheet_.add_cell(text());
        ++cells_;
    }

    std::string text() const {
        if (type_ == "s") {
            const std::size_t index = index_of(value_);
            return index < tables_.strings.size() ? tables_.strings[index] : std::string{};
        }
        if (type_ == "b") return value_ == "0" ? "FALSE" : "TRUE";
        const auto number = parse_number(value_);
        if ((!type_.empty() && type_ != "n") || !number) return value_;
        const NumberKind kind = style_ < tables_.formats.size() ? tables_.formats[style_] : NumberKind::number;
        return number_as_text(*number, kind, tables_.from_1904);
    }

    const WorkbookTables& tables_;
    LogSheet& sheet_;
    int row_ = 0;
    std::size_t cells_ = 0;
    std::size_t column_ = 0;
    std::size_t style_ = 0;
    std::string type_;
    std::string value_;
    bool in_row_ = false;
    bool hidden_ = false;
    bool in_value_ = false;
};

LogSheet read_sheet_part(const WorkbookParts& parts, const WorkbookTables& tables, const SheetPart& sheet,
                         const std::string& file_name) {
    LogSheet cells{file_name, sheet.name};
    SheetReader{tables, cells}.read(parts, sheet.part);
    return cells;
}

LogSheet chosen_sheet(const WorkbookParts& parts, const std::string& file_name, const std::string& wanted,
                      std::vector<std::string>& others) {
    WorkbookTables tables;
    const std::vector<SheetPart> sheets = sheets_of(parts, tables);
    tables.strings = shared_strings(parts);
    tables.formats = formats_of(parts);
    std::optional<LogSheet> chosen;
    std::vector<std::string> names;
    for (const SheetPart& sheet : sheets) {
        names.push_back(sheet.name);
        if (sheet.part.empty() || sheet.part.find("worksheets") == std::string::npos) continue;  // a chart's
        const bool named = !wanted.empty() && lower_case(sheet.name) == lower_case(wanted);
        const bool looked_for = wanted.empty() && (!chosen || !shows_titles(*chosen));
        if (!named && !looked_for) {
            others.push_back(sheet.name);
            continue;
        }
        LogSheet read = read_sheet_part(parts, tables, sheet, file_name);
        const bool better = !chosen || shows_titles(read);
        if (chosen && better && chosen->rows() > 0) others.push_back(chosen->sheet());
        if (!better && read.rows() > 0) others.push_back(sheet.name);
        if (better) chosen = std::move(read);
    }
    if (!chosen)
        throw InputError{
            Problem{Rule::sheet_unknown}.at({file_name, 0}).on("--sheet").got(wanted).with({detail::joined(names)})};
    return *std::move(chosen);
}

}  // namespace

LogSheet read_workbook(std::string_view bytes, const std::string& file_name, const std::string& wanted,
                       std::vector<std::string>& others) {
    if (!bytes.starts_with("PK")) refuse(Rule::workbook_old, {file_name});
    try {
        const WorkbookParts parts{bytes};
        return chosen_sheet(parts, file_name, wanted, others);
    } catch (const WorkbookError& error) {
        refuse(Rule::workbook_broken, {file_name}, {error.what()});
    }
}

}  // namespace freiton::input
