// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

}  // namespace

void read_item_rows(LogCells& cells, LogQueues& queues, CallLog& log) {
    LogTable& table = cells.table();
    int unfinished = 0;
    log.items.reserve(table.rows().size());
    for (const std::size_t row : table.rows()) {
        if (are_enough(cells.problems())) break;
        const auto came = cells.moment_of(row, *table.column(C::created), std::nullopt);
        if (!cells.is_timed(row, C::created, came)) continue;
        LoggedItem item{.date = came->date, .arrival_s = *came->second_s};
        item.response_after_s = cells.seconds_after(row, C::first_response, *came);
        item.resolved_after_s = cells.seconds_after(row, C::resolved, *came);
        item.handling_s = cells.seconds(row, C::handling);
        item.queue = queues.index_of(table.cell(row, C::queue));
        unfinished += is_nothing(table.cell(row, C::resolved)) ? 1 : 0;
        log.items.push_back(item);
    }
    if (unfinished > 0) table.notes().push_back({LogNoteKind::items_open, {std::to_string(unfinished)}});
}

}  // namespace freiton::input
