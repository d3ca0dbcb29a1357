// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/warning_text.hpp"

#include <algorithm>
#include <iterator>

#include "freiton/core/contracts.hpp"

namespace freiton::report {

namespace {

struct WarningText {
    std::string_view code;
    Phrase text;
};

constexpr WarningText warnings[] = {
    {"precision_not_reached",
     {"the wanted precision was not reached within the most work that a run may take; widest: {0}",
      "die gewünschte Genauigkeit wurde mit dem größten erlaubten Aufwand nicht erreicht; am weitesten: {0}"}},
    {"interrupted",
     {"stopped before the wanted precision was reached; these are the figures so far",
      "abgebrochen, ehe die gewünschte Genauigkeit erreicht war; das sind die bisherigen Zahlen"}},
    {"virtual_counted_as_offered",
     {"{0}: a simulation cannot count callers of endless patience; the service level is of all offered calls",
      "{0}: eine Simulation kann nicht mit endlos geduldigen Anrufern zählen; der Servicegrad gilt für alle Anrufe"}},
    {"steady_state",
     {"each interval stands on its own, as if it went on for ever: queues are not carried over",
      "jedes Intervall steht für sich, als dauerte es ewig: Schlangen gehen nicht ins nächste über"}},
    {"handling_time_stretched",
     {"{0}: handling times are not exponential; their spread enters as waits stretched by (1 + cv²) / 2",
      "{0}: Bearbeitungszeiten sind nicht exponentiell; ihre Streuung geht als Dehnung der Wartezeiten um (1 + cv²) / "
      "2 ein"}},
    {"patience_exponential",
     {"{0}: patience is taken as exponential with the same mean",
      "{0}: Geduld wird als exponentiell mit gleichem Mittel angenommen"}},
    {"redial_at_once",
     {"{0}: redials are counted into the interval of the first attempt",
      "{0}: Wiederanrufe zählen in das Intervall des ersten Anrufs"}},
    {"mean_wait_infinite",
     {"{0}: days differ and callers wait for ever, so the mean wait is infinite at any staffing; the figures leave out "
      "the rarest days",
      "{0}: Tage schwanken und Anrufer warten beliebig lange, daher ist die mittlere Wartezeit bei jeder Besetzung "
      "unendlich; die Zahlen "
      "lassen die seltensten Tage aus"}},
    {"over_every_interval",
     {"{0}: the target over day or horizon was planned for every interval, which is stricter than promised",
      "{0}: das Ziel über Tag oder Zeitraum wurde für jedes Intervall geplant; das ist strenger als versprochen"}},
    {"assurance_mean",
     {"the target holds in the mean, not for the wanted share of days",
      "das Ziel gilt im Mittel, nicht für den gewünschten Anteil der Tage"}},
    {"staff_not_used",
     {"{0}: the given staff was left aside; the formulas find what is required",
      "{0}: die angegebene Besetzung blieb außer Acht; die Formeln suchen die erforderliche"}},
    {"absence_not_used",
     {"{0}: required people are before absence, which the formulas leave aside",
      "{0}: die erforderlichen Personen verstehen sich vor Abwesenheit; die Formeln lassen sie außer Acht"}},
    {"team_handling_time_not_used",
     {"{0}: its own handling times were left aside", "{0}: seine eigenen Bearbeitungszeiten blieben außer Acht"}},
    {"overload",
     {"{0}: in some intervals more work comes in than the people can do; the queue grows without end there",
      "{0}: in manchen Intervallen kommt mehr Arbeit, als die Personen leisten; die Schlange wächst dort endlos"}},
};

}  // namespace

std::string warning_text(const Warning& warning, Language language) {
    const auto* found = std::find_if(std::begin(warnings), std::end(warnings),
                                     [&](const WarningText& text) { return text.code == warning.code; });
    EXPECTS(found != std::end(warnings));
    return filled(found->text.in(language), warning.arguments);
}

}  // namespace freiton::report
