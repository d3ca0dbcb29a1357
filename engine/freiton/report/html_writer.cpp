// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/html_writer.hpp"

#include <cmath>
#include <string_view>

#include "freiton/core/text.hpp"
#include "freiton/report/html_parts.hpp"
#include "freiton/report/text_writer.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t page_picture = 26;  // columns, as on a terminal

std::string kind_of(Column::Holds holds) {
    return holds == Column::Holds::words      ? " class=\"words\""
           : holds == Column::Holds::pictures ? " class=\"picture\""
                                              : "";
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
        const bool head = c == 0 && !cell.empty();
        html.append(head ? "<th scope=\"row\"" : "<td").append(kind).append(">");
        html.append(cell).append(head ? "</th>" : "</td>");
    }
    return html + "</tr>\n";
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
        if (const auto* headline = std::get_if<Headline>(&block)) html += headline_html(*headline, document.language);
        if (const auto* picture = std::get_if<Picture>(&block)) html += picture_html(*picture, document.language);
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

std::string figure_html(const Figure& figure, Language language) {
    std::string text = html_escaped(figure_text(figure, language));
    if (!std::isfinite(figure.value)) return text;
    std::string data = "<data value=\"" + number_text(figure.value) + "\"";
    if (figure.half_width && std::isfinite(*figure.half_width))
        data += " data-half-width=\"" + number_text(*figure.half_width) + "\"";
    return data + ">" + text + "</data>";
}

std::string table_html(const Table& table, Language language) {
    std::string html = "<div class=\"table\" tabindex=\"0\"><table>\n";
    if (!table.caption.empty()) html += "<caption>" + html_escaped(table.caption) + "</caption>\n";
    html += "<thead><tr>";
    for (const Column& column : table.columns) {
        const std::string kind = kind_of(column.holds);
        if (column.title.empty())
            html.append("<td").append(kind).append("></td>");  // no heading of anything
        else
            html.append("<th scope=\"col\"")
                .append(kind)
                .append(">")
                .append(html_escaped(column.title))
                .append("</th>");
    }
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
    html += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n";
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ";
    html += "script-src 'unsafe-inline'\">\n<title>";
    html += html_escaped(title_of(document)) + "</title>\n<style>";
    html += page_style;
    html += "</style>\n</head>\n<body>\n<main>\n" + body_html(document) + "</main>\n<script>";
    html += page_script;
    return html + "</script>\n</body>\n</html>\n";
}

}  // namespace freiton::report
