// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/input/log_sheet.hpp"

namespace freiton::input {

/// What happens to a call in the log of a switch.
enum class CallEvent { enters, answered, ends, gives_up, sent_away };

/// By the words of Asterisk's queue_log (app_queue.c) and their kin; nothing for what is about agents.
std::optional<CallEvent> call_event_of(std::string_view word);

/// Whether it is Asterisk's file itself, which has no titles: time|call|queue|agent|event|data1|...
bool is_plain_event_log(const LogSheet& sheet);

/// The titles that such a file would have.
std::vector<std::string> plain_event_titles();

}  // namespace freiton::input
