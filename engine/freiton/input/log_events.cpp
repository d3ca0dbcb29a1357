// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_events.hpp"

#include <algorithm>
#include <utility>

#include "freiton/input/log_titles.hpp"

namespace freiton::input {

std::optional<CallEvent> call_event_of(std::string_view word) {
    constexpr std::size_t longest = 40;
    constexpr std::pair<std::string_view, CallEvent> words[] = {{"enterqueue", CallEvent::enters},
                                                                {"enter queue", CallEvent::enters},
                                                                {"queued", CallEvent::enters},
                                                                {"enqueued", CallEvent::enters},
                                                                {"offered", CallEvent::enters},
                                                                {"connect", CallEvent::answered},
                                                                {"connected", CallEvent::answered},
                                                                {"answered", CallEvent::answered},
                                                                {"completecaller", CallEvent::ends},
                                                                {"completeagent", CallEvent::ends},
                                                                {"complete caller", CallEvent::ends},
                                                                {"complete agent", CallEvent::ends},
                                                                {"completed", CallEvent::ends},
                                                                {"transfer", CallEvent::ends},
                                                                {"blindtransfer", CallEvent::ends},
                                                                {"attendedtransfer", CallEvent::ends},
                                                                {"ended", CallEvent::ends},
                                                                {"hangup", CallEvent::ends},
                                                                {"disconnected", CallEvent::ends},
                                                                {"abandon", CallEvent::gives_up},
                                                                {"abandoned", CallEvent::gives_up},
                                                                {"exitwithtimeout", CallEvent::sent_away},
                                                                {"exitwithkey", CallEvent::sent_away},
                                                                {"exitempty", CallEvent::sent_away},
                                                                {"agentdump", CallEvent::sent_away}};
    if (word.empty() || word.size() > longest) return std::nullopt;
    const std::string plain = plain_title(word);
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const auto& known) { return known.first == plain; });
    return found == std::end(words) ? std::nullopt : std::optional{found->second};
}

bool is_plain_event_log(const LogSheet& sheet) {
    constexpr std::size_t event = 4;
    constexpr std::size_t most_rows = 200;
    for (std::size_t row = 0; row < std::min(sheet.rows(), most_rows); ++row)
        if (meaning_of(sheet.cell(row, event)).column == LogColumn::event)
            return false;  // it has titles
        else if (plain_title(sheet.cell(row, event)) == "enterqueue")
            return true;
    return false;
}

std::vector<std::string> plain_event_titles() {
    return {"time", "callid", "queuename", "agent", "event", "data1", "data2", "data3", "data4", "data5"};
}

}  // namespace freiton::input
