// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_columns.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

struct LogTitle {
    std::string_view name;  // as plain_title gives it
    LogColumn column;
};

// Titles of the common exports; of one kind the surest first.
constexpr LogTitle log_titles[] = {
    {"date", LogColumn::date},
    {"datum", LogColumn::date},
    {"day", LogColumn::date},
    {"tag", LogColumn::date},
    {"call date", LogColumn::date},
    {"report date", LogColumn::date},
    {"anrufdatum", LogColumn::date},
    {"interval", LogColumn::start},
    {"intervall", LogColumn::start},
    {"start", LogColumn::start},
    {"interval start", LogColumn::start},
    {"start interval", LogColumn::start},
    {"start time", LogColumn::start},
    {"time interval", LogColumn::start},
    {"half hour", LogColumn::start},
    {"period", LogColumn::start},
    {"beginn", LogColumn::start},
    {"startzeit", LogColumn::start},
    {"zeitintervall", LogColumn::start},
    {"halbstunde", LogColumn::start},
    {"zeitraum", LogColumn::start},
    {"zeitstempel", LogColumn::start},
    {"timestamp", LogColumn::start},
    {"date time", LogColumn::start},
    {"datum uhrzeit", LogColumn::start},
    {"time", LogColumn::start},
    {"time of day", LogColumn::start},
    {"hour", LogColumn::start},
    {"uhrzeit", LogColumn::start},
    {"zeit", LogColumn::start},
    {"stunde", LogColumn::start},
    {"von", LogColumn::start},
    {"from", LogColumn::start},
    {"arrival s", LogColumn::arrival},
    {"arrival", LogColumn::arrival},
    {"arrival time", LogColumn::arrival},
    {"call time", LogColumn::arrival},
    {"call start", LogColumn::arrival},
    {"call started", LogColumn::arrival},
    {"anrufzeit", LogColumn::arrival},
    {"anrufbeginn", LogColumn::arrival},
    {"eingang", LogColumn::arrival},
    {"queue", LogColumn::queue},
    {"queue name", LogColumn::queue},
    {"queuename", LogColumn::queue},
    {"skill", LogColumn::queue},
    {"skill group", LogColumn::queue},
    {"split", LogColumn::queue},
    {"split skill", LogColumn::queue},
    {"service", LogColumn::queue},
    {"call type", LogColumn::queue},
    {"work", LogColumn::queue},
    {"warteschlange", LogColumn::queue},
    {"warteschleife", LogColumn::queue},
    {"anrufart", LogColumn::queue},
    {"rufgruppe", LogColumn::queue},
    {"hotline", LogColumn::queue},
    {"offered", LogColumn::offered},
    {"calls offered", LogColumn::offered},
    {"offered calls", LogColumn::offered},
    {"acd offered", LogColumn::offered},
    {"received", LogColumn::offered},
    {"calls received", LogColumn::offered},
    {"incoming", LogColumn::offered},
    {"incoming calls", LogColumn::offered},
    {"inbound calls", LogColumn::offered},
    {"total calls", LogColumn::offered},
    {"call volume", LogColumn::offered},
    {"volume", LogColumn::offered},
    {"calls", LogColumn::offered},
    {"call count", LogColumn::offered},
    {"number of calls", LogColumn::offered},
    {"arrivals", LogColumn::offered},
    {"contacts", LogColumn::offered},
    {"angeboten", LogColumn::offered},
    {"angebotene anrufe", LogColumn::offered},
    {"anrufe angeboten", LogColumn::offered},
    {"eingehende anrufe", LogColumn::offered},
    {"anrufe gesamt", LogColumn::offered},
    {"anrufe", LogColumn::offered},
    {"anzahl anrufe", LogColumn::offered},
    {"anrufvolumen", LogColumn::offered},
    {"anzahl", LogColumn::offered},
    {"answered", LogColumn::answered},
    {"calls answered", LogColumn::answered},
    {"answered calls", LogColumn::answered},
    {"handled", LogColumn::answered},
    {"calls handled", LogColumn::answered},
    {"handled calls", LogColumn::answered},
    {"acd calls", LogColumn::answered},
    {"angenommen", LogColumn::answered},
    {"angenommene anrufe", LogColumn::answered},
    {"anrufe angenommen", LogColumn::answered},
    {"beantwortet", LogColumn::answered},
    {"beantwortete anrufe", LogColumn::answered},
    {"abandoned", LogColumn::abandoned},
    {"abandoned calls", LogColumn::abandoned},
    {"calls abandoned", LogColumn::abandoned},
    {"aban calls", LogColumn::abandoned},
    {"abandons", LogColumn::abandoned},
    {"lost", LogColumn::abandoned},
    {"lost calls", LogColumn::abandoned},
    {"missed calls", LogColumn::abandoned},
    {"aufgelegt", LogColumn::abandoned},
    {"aufleger", LogColumn::abandoned},
    {"verloren", LogColumn::abandoned},
    {"verlorene anrufe", LogColumn::abandoned},
    {"abgebrochen", LogColumn::abandoned},
    {"abgebrochene anrufe", LogColumn::abandoned},
    {"abbrecher", LogColumn::abandoned},
    {"aht", LogColumn::handling},
    {"aht s", LogColumn::handling},
    {"aht sec", LogColumn::handling},
    {"aht seconds", LogColumn::handling},
    {"aht min", LogColumn::handling},
    {"handling time s", LogColumn::handling},
    {"handling time", LogColumn::handling},
    {"handle time", LogColumn::handling},
    {"handle time s", LogColumn::handling},
    {"avg handle time", LogColumn::handling},
    {"avg handling time", LogColumn::handling},
    {"average handle time", LogColumn::handling},
    {"average handling time", LogColumn::handling},
    {"mean handling time", LogColumn::handling},
    {"service s", LogColumn::handling},
    {"service time", LogColumn::handling},
    {"service length", LogColumn::handling},
    {"mittlere bearbeitungszeit", LogColumn::handling},
    {"durchschnittliche bearbeitungszeit", LogColumn::handling},
    {"ø bearbeitungszeit", LogColumn::handling},
    {"bearbeitungszeit", LogColumn::handling},
    {"bearbeitungsdauer", LogColumn::handling},
    {"asa", LogColumn::asa},
    {"asa s", LogColumn::asa},
    {"average speed of answer", LogColumn::asa},
    {"avg speed of answer", LogColumn::asa},
    {"avg speed answer", LogColumn::asa},
    {"speed of answer", LogColumn::asa},
    {"average wait", LogColumn::asa},
    {"avg wait", LogColumn::asa},
    {"avg wait time", LogColumn::asa},
    {"average wait time", LogColumn::asa},
    {"average waiting time", LogColumn::asa},
    {"mittlere wartezeit", LogColumn::asa},
    {"durchschnittliche wartezeit", LogColumn::asa},
    {"ø wartezeit", LogColumn::asa},
    {"queue wait s", LogColumn::wait},
    {"queue wait", LogColumn::wait},
    {"queue time", LogColumn::wait},
    {"wait s", LogColumn::wait},
    {"wait", LogColumn::wait},
    {"wait time", LogColumn::wait},
    {"waiting time", LogColumn::wait},
    {"wait length", LogColumn::wait},
    {"wartezeit", LogColumn::wait},
    {"outcome", LogColumn::outcome},
    {"call outcome", LogColumn::outcome},
    {"result", LogColumn::outcome},
    {"disposition", LogColumn::outcome},
    {"status", LogColumn::outcome},
    {"ergebnis", LogColumn::outcome},
};

// Small letters without signs: "AHT (s)" and "aht_s" are one title. Units in brackets are left out.
std::string plain_title(std::string_view title) {
    std::string plain;
    for (const char c : lower_case(title.substr(0, title.find_first_of("([")))) {
        const bool sign = c == ' ' || c == '_' || c == '-' || c == '.' || c == '/' || c == ':' || c == ',';
        if (!sign)
            plain += c;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    constexpr std::pair<const char*, const char*> capitals[] = {
        {"\u00D8", "\u00F8"}, {"\u00C4", "\u00E4"}, {"\u00D6", "\u00F6"}, {"\u00DC", "\u00FC"}};
    for (const auto& [capital, small] : capitals)
        for (std::size_t at = 0; (at = plain.find(capital, at)) != std::string::npos;) plain.replace(at, 2, small);
    return std::string{trimmed(plain)};
}

std::string unit_in_brackets(std::string_view title) {
    const std::size_t open = title.find_first_of("([");
    if (open == std::string_view::npos) return {};
    const std::size_t close = title.find_first_of(")]", open);
    return lower_case(trimmed(title.substr(open + 1, std::min(close, title.size()) - open - 1)));
}

// Its place in our list, or none.
std::size_t rank_of(std::string_view title) {
    if (title.find('%') == std::string_view::npos) {
        const std::string plain = plain_title(title);
        const auto found = std::find_if(std::begin(log_titles), std::end(log_titles),
                                        [&](const LogTitle& known) { return known.name == plain; });
        if (found != std::end(log_titles)) return static_cast<std::size_t>(found - std::begin(log_titles));
    }
    return std::numeric_limits<std::size_t>::max();
}

}  // namespace

LogColumn log_column(std::string_view title) {
    const std::size_t rank = rank_of(title);
    return rank < std::size(log_titles) ? log_titles[rank].column : LogColumn::count_;
}

double seconds_per_unit(std::string_view title) {
    const std::string unit = unit_in_brackets(title);
    return unit.starts_with("min") || plain_title(title).ends_with(" min") ? 60.0 : 1.0;
}

std::string name_of(LogColumn column) {
    constexpr std::array<const char*, log_column_count> names = {"date",    "interval",     "arrival_s", "queue",
                                                                 "offered", "answered",     "abandoned", "aht",
                                                                 "asa",     "queue_wait_s", "outcome"};
    return names[static_cast<std::size_t>(column)];
}

bool is_total(std::string_view cell) {
    const std::string plain = plain_title(cell);
    constexpr std::string_view words[] = {"total",     "totals",  "grand total", "sum",
                                          "sums",      "summe",   "gesamt",      "gesamtsumme",
                                          "insgesamt", "average", "mittelwert",  "durchschnitt"};
    return std::find(std::begin(words), std::end(words), plain) != std::end(words);
}

LogColumns::LogColumns(const std::vector<std::string>& titles) {
    at.fill(-1);
    seconds.fill(1.0);
    std::array<std::size_t, log_column_count> best{};
    best.fill(std::numeric_limits<std::size_t>::max());
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const std::size_t rank = rank_of(titles[i]);
        if (rank >= std::size(log_titles)) continue;
        const auto kind = static_cast<std::size_t>(log_titles[rank].column);
        if (rank >= best[kind]) continue;
        best[kind] = rank;
        at[kind] = static_cast<int>(i);
        seconds[kind] = seconds_per_unit(titles[i]);
    }
}

std::size_t LogColumns::known() const {
    return static_cast<std::size_t>(std::count_if(at.begin(), at.end(), [](int column) { return column >= 0; }));
}

}  // namespace freiton::input
