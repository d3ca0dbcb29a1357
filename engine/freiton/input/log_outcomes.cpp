// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_outcomes.hpp"

#include <algorithm>

#include "freiton/input/log_titles.hpp"
#include "freiton/model/ending.hpp"

namespace freiton::input {

namespace {

struct OutcomeWords {
    LoggedEnd end;
    std::vector<std::string_view> words;  // as plain_title gives them
};

const std::vector<OutcomeWords>& outcome_words() {
    static const std::vector<OutcomeWords> table = {
        {LoggedEnd::answered,
         {"answered",
          "agent",
          "handled",
          "completed",
          "complete",
          "connected",
          "accepted",
          "success",
          "successful",
          "served",
          "completeagent",
          "completecaller",
          "caller disconnected",
          "agent disconnect",
          "customer disconnect",
          "transferred",
          "resolved",
          "angenommen",
          "beantwortet",
          "erledigt",
          "erfolgreich",
          "verbunden",
          "bearbeitet",
          "entgegengenommen"}},
        {LoggedEnd::abandoned,
         {"abandoned",
          "abandon",
          "hang",
          "hangup",
          "hung up",
          "hang up",
          "missed",
          "lost",
          "unanswered",
          "not answered",
          "no answer",
          "noanswer",
          "abandoned in queue",
          "abandoned call",
          "aban",
          "dropped",
          "gave up",
          "caller hung up",
          "caller abandoned",
          "aufgelegt",
          "verloren",
          "verpasst",
          "abgebrochen",
          "nicht angenommen",
          "unbeantwortet",
          "nicht beantwortet",
          "aufgegeben",
          "entgangen"}},
        {LoggedEnd::turned_away,
         {"blocked", "busy", "rejected", "congestion", "overflow", "overflowed", "redirected", "voicemail", "timeout",
          "timed out", "failed", "besetzt", "abgewiesen", "ueberlauf", "umgeleitet", "mailbox", "anrufbeantworter",
          "weitergeleitet", "zeitueberschreitung"}},
        {LoggedEnd::phantom, {"phantom", "test"}}};
    return table;
}

template <typename Words>
bool is_among(std::string_view word, const Words& words) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}
bool is_among(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::size_t longest_outcome = 40;

// "Abandoned in IVR", "Answered - transferred", unless a machine did it.
std::optional<LoggedEnd> end_by_first_word(std::string_view plain) {
    const std::size_t blank = plain.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    for (const std::string_view machine : {"voicemail", "mailbox", "machine", "ivr", "bot", "not ", "nicht "})
        if (plain.find(machine) != std::string_view::npos && !plain.starts_with("aban")) return std::nullopt;
    const std::string_view first = plain.substr(0, blank);
    if (is_among(first, {"abandoned", "aufgelegt", "abgebrochen"})) return LoggedEnd::abandoned;
    return is_among(first, {"answered", "handled", "angenommen", "beantwortet"}) ? std::optional{LoggedEnd::answered}
                                                                                 : std::nullopt;
}

constexpr std::string_view outgoing_words[] = {"outbound",   "outgoing",      "ausgehend",     "abgehend",
                                               "ausgehende", "outbound call", "outgoing call", "ausgehender anruf",
                                               "gehend",     "originating"};
constexpr std::string_view within_words[] = {"internal",       "intern",         "interne",     "internal call",
                                             "internal calls", "interner anruf", "interner ruf"};
constexpr std::string_view incoming_words[] = {"inbound",     "incoming",     "eingehend",     "ankommend",
                                               "eingehende",  "inbound call", "incoming call", "eingehender anruf",
                                               "inbound acd", "kommend",      "terminating"};

}  // namespace

std::optional<LoggedEnd> call_end_of(std::string_view word) {
    if (word.empty() || word.size() > longest_outcome) return std::nullopt;
    if (const auto yes = says_yes(word)) return *yes ? LoggedEnd::answered : LoggedEnd::abandoned;
    const std::string plain = plain_title(word);
    for (const OutcomeWords& outcome : outcome_words())
        if (std::find(outcome.words.begin(), outcome.words.end(), plain) != outcome.words.end()) return outcome.end;
    return end_by_first_word(plain);
}

std::optional<LoggedEnd> cisco_end_of(std::string_view code) {
    if (code.empty() || code.size() > 2 || code.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    if (code == "1") return LoggedEnd::abandoned;
    return code == "2" ? LoggedEnd::answered : LoggedEnd::turned_away;
}

std::optional<LoggedEnd> trace_end_of(std::string_view word) {
    const auto name = std::find(ending_names.begin(), ending_names.end(), word);
    if (name == ending_names.end()) return std::nullopt;
    switch (static_cast<Ending>(name - ending_names.begin())) {
        case Ending::answered:
        case Ending::lost_later:  // who was handed back and gave up then had been answered
            return LoggedEnd::answered;
        case Ending::abandoned:
        case Ending::lost_at_close:
            return LoggedEnd::abandoned;
        case Ending::blocked:
        case Ending::to_call_back:  // no sign of patience either
            return LoggedEnd::turned_away;
        default:
            return LoggedEnd::phantom;
    }
}

std::optional<bool> says_yes(std::string_view word) {
    if (word.empty() || word.size() > longest_outcome) return std::nullopt;
    const std::string plain = plain_title(word);
    if (is_among(plain, {"y", "yes", "true", "1", "ja", "j", "wahr", "x"})) return true;
    if (is_among(plain, {"n", "no", "false", "0", "nein", "falsch"})) return false;
    return std::nullopt;
}

std::optional<bool> goes_out(std::string_view word) {
    if (word.empty() || word.size() > longest_outcome) return std::nullopt;
    const std::string plain = plain_title(word);
    if (is_among(plain, within_words)) return true;  // no customer's call
    if (is_among(plain, outgoing_words) || is_among(plain, {"out", "o", "aus", "a", "manual", "dialer", "preview"}))
        return true;
    if (is_among(plain, incoming_words) || is_among(plain, {"in", "i", "ein", "e", "queue callback"})) return false;
    return std::nullopt;
}

bool names_direction(std::string_view word) {
    if (word.empty() || word.size() > longest_outcome) return false;
    const std::string plain = plain_title(word);
    return is_among(plain, outgoing_words) || is_among(plain, incoming_words) || is_among(plain, within_words);
}

std::vector<std::string> usual_outcomes() { return {"answered", "abandoned", "busy", "phantom"}; }

}  // namespace freiton::input
