// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/meant_text.hpp"

#include <algorithm>
#include <iterator>

#include "freiton/core/dates.hpp"
#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

struct Synonym {
    std::string_view written;
    std::string_view keys;  // of ours, parted by blanks: the first that is known where it stands
};
constexpr Synonym synonyms[] = {
    {"service_level", "target answered"},
    {"servicelevel", "target answered"},
    {"sla", "target answered"},
    {"sl", "target answered"},
    {"service_goal", "target answered"},
    {"ziel", "target"},
    {"promise", "target"},
    {"asa", "average_wait target"},
    {"wait", "average_wait"},
    {"average_speed_of_answer", "average_wait"},
    {"wartezeit", "average_wait"},
    {"aht", "handling_time mean"},
    {"handle_time", "handling_time"},
    {"average_handling_time", "handling_time"},
    {"average_handle_time", "handling_time"},
    {"talk_time", "handling_time"},
    {"service_time", "handling_time"},
    {"duration", "handling_time mean"},
    {"bearbeitungszeit", "handling_time"},
    {"skills", "handles"},
    {"skill", "handles"},
    {"handle", "handles"},
    {"queues", "handles work"},
    {"faehigkeiten", "handles"},
    {"bearbeitet", "handles"},
    {"kosten", "cost"},
    {"costs", "cost"},
    {"wage", "cost"},
    {"price", "cost"},
    {"salary", "cost"},
    {"preis", "cost"},
    {"titel", "title"},
    {"name", "title"},
    {"kalender", "calendar"},
    {"arbeit", "work"},
    {"queue", "work"},
    {"vorgaenge", "work"},
    {"team", "teams"},
    {"agents", "staff teams"},
    {"people", "staff"},
    {"headcount", "staff"},
    {"personal", "staff"},
    {"besetzung", "staff"},
    {"personen", "staff"},
    {"opening_hours", "open"},
    {"hours", "open"},
    {"oeffnungszeiten", "open"},
    {"öffnungszeiten", "open"},
    {"offen", "open"},
    {"feiertage", "holidays"},
    {"feiertag", "holidays"},
    {"tage", "days"},
    {"start", "first_day"},
    {"start_date", "first_day"},
    {"first_date", "first_day"},
    {"beginn", "first_day"},
    {"intervall", "interval"},
    {"zeitzone", "time_zone"},
    {"timezone", "time_zone"},
    {"tz", "time_zone"},
    {"wochenstunden", "contract_week"},
    {"weekly_hours", "contract_week"},
    {"art", "kind"},
    {"type", "kind law"},
    {"typ", "kind law"},
    {"calls", "arrivals"},
    {"volume", "arrivals per_interval"},
    {"volumes", "arrivals per_interval"},
    {"demand", "arrivals"},
    {"anrufe", "arrivals"},
    {"ankuenfte", "arrivals"},
    {"offered", "arrivals"},
    {"geduld", "patience"},
    {"abandonment", "patience abandoned"},
    {"trunks", "lines"},
    {"leitungen", "lines"},
    {"prioritaet", "priority"},
    {"priorität", "priority"},
    {"prio", "priority"},
    {"rueckstand", "opening_backlog"},
    {"rückstand", "opening_backlog"},
    {"backlog", "opening_backlog"},
    {"standort", "site"},
    {"location", "site"},
    {"standorte", "sites"},
    {"locations", "sites"},
    {"minimum", "min"},
    {"maximum", "max"},
    {"mindestens", "min"},
    {"hoechstens", "max"},
    {"höchstens", "max"},
    {"schwund", "shrinkage"},
    {"ausfall", "shrinkage"},
    {"ausfallplanung", "shrinkage"},
    {"shrink", "shrinkage"},
    {"abwesenheit", "absence"},
    {"krankheit", "absence"},
    {"sickness", "absence"},
    {"sick", "absence"},
    {"auslastung", "max_occupancy"},
    {"utilization", "max_occupancy"},
    {"utilisation", "max_occupancy"},
    {"occupancy", "max_occupancy"},
    {"average", "mean"},
    {"avg", "mean"},
    {"mittel", "mean"},
    {"mittelwert", "mean"},
    {"mean_s", "mean"},
    {"std", "sd"},
    {"stdev", "sd"},
    {"sigma", "sd"},
    {"distribution", "law"},
    {"verteilung", "law"},
    {"anteil", "share"},
    {"threshold", "within"},
    {"innerhalb", "within"},
    {"deadline", "within"},
    {"frist", "within"},
    {"abandoned_share", "abandoned"},
    {"abandon_rate", "abandoned"},
    {"runs", "replications"},
    {"iterations", "replications"},
    {"wiederholungen", "replications"},
    {"per_hour", "per_interval"},
    {"per_half_hour", "per_interval"},
    {"daily", "per_day"},
    {"pro_tag", "per_day"},
    {"csv", "file"},
    {"datei", "file"},
    {"path", "file"},
};

constexpr std::size_t longest_meant = 64;  // nobody means a longer text

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

}  // namespace

std::string plainly(std::string_view written) {
    if (written.size() > longest_meant) return {};
    std::string text{written};
    for (const char* dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) replace_all(text, dash, "-");
    for (const char* nothing : {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "Uhr"})
        replace_all(text, nothing, "");
    replace_all(text, "\u00A0", " ");
    return std::string{trimmed(text)};
}

std::string key_of_synonym(std::string_view written, const std::vector<std::string>& known) {
    std::string word = lower_case(plainly(written));
    std::replace_if(
        word.begin(), word.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
    const auto found =
        std::find_if(std::begin(synonyms), std::end(synonyms), [&](const Synonym& one) { return one.written == word; });
    if (found == std::end(synonyms)) return {};
    for (std::string_view keys = found->keys; !keys.empty();) {
        std::string key{keys.substr(0, keys.find(' '))};
        if (std::find(known.begin(), known.end(), key) != known.end()) return key;
        keys.remove_prefix(std::min(keys.size(), key.size() + 1));
    }
    return {};
}

std::string meant_clock(std::string_view written) {
    std::string text = plainly(written);
    std::replace(text.begin(), text.end(), '.', ':');
    if (!text.empty() && text.size() <= 2) text += ":00";
    const auto time = parse_clock(text);
    return time ? clock_text(*time) : std::string{};
}

std::string meant_hours(std::string_view written) {
    const std::string text = plainly(written);
    const auto dash = text.find('-');
    if (dash == std::string::npos) return {};
    const std::string from = meant_clock(std::string_view{text}.substr(0, dash));
    const std::string to = meant_clock(std::string_view{text}.substr(dash + 1));
    return from.empty() || to.empty() || from >= to ? std::string{} : from + "-" + to;
}

std::string meant_date(std::string_view written) {
    const std::string text = plainly(written);
    const auto last_dot = text.rfind('.');
    if (last_dot == std::string::npos || text.size() != last_dot + 3) return {};
    const ParsedDate date = parse_date(text.substr(0, last_dot + 1) + "20" + text.substr(last_dot + 1));
    return date.date ? date_text(*date.date) : std::string{};
}

}  // namespace freiton::input
