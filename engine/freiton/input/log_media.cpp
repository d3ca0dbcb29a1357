// SPDX-License-Identifier: Apache-2.0
// Queues that hold more than calls: e-mails and chats become kinds of work of their own.
#include <algorithm>
#include <set>

#include "freiton/input/fields.hpp"
#include "freiton/input/log_put_in_order.hpp"

namespace freiton::input {

namespace {

enum class Medium { phone, other, none };

Medium medium_of(std::string_view cell) {
    constexpr std::size_t longest = 20;
    if (cell.empty() || cell.size() > longest) return Medium::none;
    const std::string plain = plain_title(cell);
    const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), plain) != words.end();
    };
    if (is_one_of({"voice", "call", "calls", "phone", "phone call", "telephone", "telephony", "telefon", "telefonie",
                   "anruf", "audio", "callback", "rueckruf"}))
        return Medium::phone;
    return is_one_of({"email",    "emails",    "e mail",       "mail",      "mails",   "chat",     "web chat",
                      "webchat",  "message",   "messages",     "messaging", "sms",     "text",     "whatsapp",
                      "facebook", "social",    "social media", "fax",       "letter",  "brief",    "video",
                      "task",     "work item", "web",          "web form",  "webform", "formular", "kontaktformular"})
               ? Medium::other
               : Medium::none;
}

// The column beside that of the queues in which some rows are calls and others are not.
std::optional<std::size_t> column_of_media(const LogTable& table) {
    for (std::size_t column = 0; column < table.width(); ++column) {
        if (table.is_used(column) || table.is_ignored(column)) continue;
        const auto cells = table.examples(column, 2000);
        const auto any = [&](Medium medium) {
            return std::any_of(cells.begin(), cells.end(), [&](auto cell) { return medium_of(cell) == medium; });
        };
        if (any(Medium::phone) && any(Medium::other) && !any(Medium::none)) return column;
    }
    return std::nullopt;
}

}  // namespace

std::optional<PutInOrder> queues_by_medium(const LogTable& table) {
    const auto queue = table.column(LogColumn::queue);
    if (!queue || !table.titles_row() || table.has(LogColumn::created)) return std::nullopt;
    const auto medium = column_of_media(table);
    if (!medium) return std::nullopt;
    const LogSheet& sheet = table.sheet();
    LogSheet result = sheet.without_rows();
    std::set<std::string> names;
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        result.begin_row(sheet.number(row));
        const bool data = row > *table.titles_row();
        const std::string_view by = sheet.cell(row, *medium);
        const bool other = data && medium_of(by) == Medium::other && !is_nothing(sheet.cell(row, *queue));
        for (std::size_t column = 0; column < sheet.cells(row); ++column) {
            std::string cell{row == *table.titles_row() && column < table.width() ? table.title(column)
                                                                                  : sheet.cell(row, column)};
            if (other && column == *queue) names.insert(cell.append(" ").append(by));
            if (data && column == *medium) cell.clear();  // said by the queue now
            result.add_cell(cell);
        }
        result.end_row();
    }
    return PutInOrder{std::move(result),
                      {LogNoteKind::queues_by_medium, {detail::joined({names.begin(), names.end()})}}};
}

}  // namespace freiton::input
