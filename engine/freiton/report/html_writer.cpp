// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/html_writer.hpp"

#include <cmath>
#include <string_view>

#include "freiton/core/text.hpp"
#include "freiton/report/text_writer.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t page_picture = 26;  // columns, as on a terminal

constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --line: #8886; --quiet: #666; }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; } }
body { font: 1rem/1.45 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.table { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { padding: .15rem .8rem .15rem 0; text-align: right; white-space: nowrap; font-weight: normal; }
th.words, td.words { text-align: left; } tr.part th { padding-left: 1.2rem; }
thead th { border-bottom: 1px solid; color: var(--quiet); vertical-align: bottom; }
tbody + tbody { border-top: 1px solid var(--line); } tbody + tbody th, tbody + tbody td { font-weight: 600; }
.picture { font-family: monospace; text-align: left; white-space: pre; color: var(--quiet); }
.note { color: var(--quiet); margin: .4rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.2rem; }
dt { font-weight: 600; } dd { margin: 0; grid-column: 2; }
@page { size: A4; margin: 15mm; }
@media print {
  body { font-size: 9pt; max-width: none; margin: 0; padding: 0; }
  .table { overflow: visible; } thead { display: table-header-group; } tr, dd { break-inside: avoid; }
}
)css";

std::string kind_of(Column::Holds holds) {
    return holds == Column::Holds::words      ? " class=\"words\""
           : holds == Column::Holds::pictures ? " class=\"picture\""
                                              : "";
}

std::string figure_html(const Figure& figure, Language language) {
    std::string text = html_escaped(figure_text(figure, language));
    if (!std::isfinite(figure.value)) return text;
    std::string data = "<data value=\"" + number_text(figure.value) + "\"";
    if (figure.half_width && std::isfinite(*figure.half_width))
        data += " data-half-width=\"" + number_text(*figure.half_width) + "\"";
    return data + ">" + text + "</data>";
}

std::string cell_html(const Cell& cell, Language language) {
    const auto hidden = [](const std::string& picture) { return "<span aria-hidden=\"true\">" + picture + "</span>"; };
    std::string html;
    if (const auto* words = std::get_if<std::string>(&cell.content)) html = html_escaped(*words);
    if (const auto* bar = std::get_if<Bar>(&cell.content)) html = hidden(bar_text(bar->value, bar->most, page_picture));
    if (const auto* curve = std::get_if<Curve>(&cell.content)) html = hidden(curve_text(*curve, page_picture));
    if (const auto* figure = std::get_if<Figure>(&cell.content)) html = figure_html(*figure, language);
    return cell.mark.empty() ? html : html + " " + html_escaped(cell.mark);
}

std::string row_html(const Table& table, const Row& row, Language language) {
    std::string html = row.kind == Row::Kind::part ? "<tr class=\"part\">" : "<tr>";
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string cell = c < row.cells.size() ? cell_html(row.cells[c], language) : "";
        const std::string kind = kind_of(table.columns[c].holds);
        html.append(c == 0 ? "<th scope=\"row\"" : "<td").append(kind).append(">");
        html.append(cell).append(c == 0 ? "</th>" : "</td>");
    }
    return html + "</tr>\n";
}

std::string table_html(const Table& table, Language language) {
    std::string html = "<div class=\"table\" tabindex=\"0\"><table>\n";
    if (!table.caption.empty()) html += "<caption>" + html_escaped(table.caption) + "</caption>\n";
    html += "<thead><tr>";
    for (const Column& column : table.columns)
        html += "<th scope=\"col\"" + kind_of(column.holds) + ">" + html_escaped(column.title) + "</th>";
    html += "</tr></thead>\n<tbody>\n";
    bool sums = false;
    for (const Row& row : table.rows) {
        if (row.kind == Row::Kind::sum && !sums) html += "</tbody>\n<tbody>\n";
        sums = sums || row.kind == Row::Kind::sum;
        html += row_html(table, row, language);
    }
    html += "</tbody></table></div>\n";
    for (const std::string& note : table.notes) html += "<p class=\"note\">" + html_escaped(note) + "</p>\n";
    return html;
}

// Paragraphs under labels are one list as long as they follow each other; what has the same label has it once.
std::string paragraph_html(const Paragraph& paragraph, const Paragraph* before) {
    const bool labelled = !paragraph.label.empty();
    const bool goes_on = before != nullptr && !before->label.empty();
    std::string html;
    if (labelled && !goes_on) html += "<dl>\n";
    if (!labelled && goes_on) html += "</dl>\n";
    if (labelled && (before == nullptr || before->label != paragraph.label))
        html += "<dt>" + html_escaped(paragraph.label) + "</dt>\n";
    for (const std::string& sentence : paragraph.sentences)
        html += (labelled ? "<dd>" : "<p>") + html_escaped(sentence) + (labelled ? "</dd>\n" : "</p>\n");
    return html;
}

std::string body_html(const Document& document) {
    std::string html;
    const Paragraph* before = nullptr;
    const auto end_list = [&] {
        if (before != nullptr && !before->label.empty()) html += "</dl>\n";
        before = nullptr;
    };
    for (const auto& block : document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            html += paragraph_html(*paragraph, before);
            before = paragraph;
            continue;
        }
        end_list();
        if (const auto* table = std::get_if<Table>(&block)) html += table_html(*table, document.language);
        if (const auto* heading = std::get_if<Heading>(&block)) {
            const std::string tag = heading->level == 1 ? "h1" : "h2";
            html.append("<").append(tag).append(">").append(html_escaped(heading->text));
            html.append("</").append(tag).append(">\n");
        }
    }
    end_list();
    return html;
}

std::string title_of(const Document& document) {
    for (const auto& block : document.blocks)
        if (const auto* heading = std::get_if<Heading>(&block); heading != nullptr && heading->level == 1)
            return heading->text;
    return "Freiton";
}

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

std::string html_of(const Document& document) {
    std::string html = "<!doctype html>\n<html lang=\"";
    html += document.language == Language::de ? "de" : "en";
    html += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
    html += html_escaped(title_of(document)) + "</title>\n<style>";
    html += style;
    html += "</style>\n</head>\n<body>\n<main>\n" + body_html(document) + "</main>\n</body>\n</html>\n";
    return html;
}

}  // namespace freiton::report
