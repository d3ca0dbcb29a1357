// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freiton::input {

/// How a call ended, as logs have it.
enum class LoggedEnd { answered, abandoned, turned_away, phantom };

/// By an English or German word: "completed", "hung up", "besetzt"; yes and no are answered or not.
std::optional<LoggedEnd> call_end_of(std::string_view word);

/// By Cisco's code of a contact's disposition: 1 abandoned, 2 handled, others rejected, aborted or cleared.
std::optional<LoggedEnd> cisco_end_of(std::string_view code);

/// By the word of a trace that `simulate` wrote: work that is no call has none of our ends, and counts as a phantom.
std::optional<LoggedEnd> trace_end_of(std::string_view word);

/// "Y", "true", "ja", "1" and their opposites.
std::optional<bool> says_yes(std::string_view word);

/// Whether a call went out, by the word of a column that says so: "Outbound", "aus", "O"; nothing for words that are
/// not known.
std::optional<bool> goes_out(std::string_view word);

/// Whether the word can only be a direction, whatever its column is called: "Inbound", "ausgehend"; not "I".
bool names_direction(std::string_view word);

/// The most usual words, for messages.
std::vector<std::string> usual_outcomes();

}  // namespace freiton::input
