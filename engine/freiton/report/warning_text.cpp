// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/warning_text.hpp"

#include <algorithm>
#include <iterator>

#include "freiton/core/contracts.hpp"

namespace freiton::report {

namespace {

struct WarningText {
    WarningCode code;
    Phrase text;
};

constexpr WarningText warnings[] = {
    {WarningCode::precision_not_reached,
     {"the wanted precision was not reached within the most work that a run may take; widest: {0}",
      "die gewünschte Genauigkeit wurde mit dem größten erlaubten Aufwand nicht erreicht; am weitesten: {0}"}},
    {WarningCode::load_uncovered,
     {"{0}: nobody has the time for {1} of the {2} hours of work that its promise asks for, even with all the people "
      "that the teams may have",
      "{0}: für {1} der {2} Arbeitsstunden, die das Versprechen verlangt, hat niemand Zeit, auch wenn die Teams so "
      "groß wie erlaubt sind"}},
    {WarningCode::interrupted,
     {"stopped before the wanted precision was reached; these are the figures so far",
      "abgebrochen, ehe die gewünschte Genauigkeit erreicht war; das sind die bisherigen Zahlen"}},
    {WarningCode::headroom_interrupted,
     {"the search for the headroom was stopped; it is at least what was seen to hold so far",
      "die Suche nach der Reserve wurde abgebrochen; sie ist mindestens so groß wie bisher gesehen"}},
    {WarningCode::staff_table_has_gaps,
     {"{0}: {1} of {2} intervals have no row in the table of staff; nobody is on duty there",
      "{0}: {1} von {2} Intervallen haben keine Zeile in der Besetzungstabelle; dort ist niemand da"}},
    {WarningCode::volumes_have_gaps,
     {"{0}: {1} of {2} intervals have no row in {3}, the first at {4}; none are taken to come there",
      "{0}: {1} von {2} Intervallen haben keine Zeile in {3}, das erste {4}; dort gilt: es kommt nichts"}},
    {WarningCode::virtual_counted_as_offered,
     {"{0}: a simulation cannot count callers of endless patience; the service level is of all offered calls",
      "{0}: eine Simulation kann nicht mit endlos geduldigen Anrufern zählen; der Servicegrad gilt für alle Anrufe"}},
    {WarningCode::steady_state,
     {"each interval stands on its own, as if it went on for ever: queues are not carried over",
      "jedes Intervall steht für sich, als dauerte es ewig: Schlangen gehen nicht ins nächste über"}},
    {WarningCode::handling_time_stretched,
     {"{0}: handling times are not exponential; their spread enters as waits stretched by (1 + cv²) / 2",
      "{0}: Bearbeitungszeiten sind nicht exponentiell; ihre Streuung geht als Dehnung der Wartezeiten um (1 + cv²) / "
      "2 ein"}},
    {WarningCode::handling_time_by_interval,
     {"{0}: the handling times of the table are left aside; the work's own mean is taken in every interval",
      "{0}: die Bearbeitungszeiten der Tabelle bleiben außer Acht; überall gilt der eigene Mittelwert der Arbeit"}},
    {WarningCode::patience_exponential,
     {"{0}: patience is taken as exponential with the same mean",
      "{0}: Geduld wird als exponentiell mit gleichem Mittel angenommen"}},
    {WarningCode::redial_at_once,
     {"{0}: redials are counted into the interval of the first attempt",
      "{0}: Wiederanrufe zählen in das Intervall des ersten Anrufs"}},
    {WarningCode::mean_wait_infinite,
     {"{0}: days differ and callers wait for ever, so the mean wait is infinite at any staffing; the figures leave out "
      "the rarest days",
      "{0}: Tage schwanken und Anrufer warten beliebig lange, daher ist die mittlere Wartezeit bei jeder Besetzung "
      "unendlich; die Zahlen "
      "lassen die seltensten Tage aus"}},
    {WarningCode::calls_pooled,
     {"kinds of calls that the same people answer are one stream: their handling times mixed, their patience averaged",
      "Anrufarten, die dieselben Personen annehmen, sind ein Strom: Bearbeitungszeiten gemischt, Geduld gemittelt"}},
    {WarningCode::priorities_stepwise,
     {"of calls of different priority the more urgent wait as if alone once all are busy; the others get what is left",
      "von Anrufen verschiedener Dringlichkeit warten die dringenderen, wenn alle besetzt sind, wie allein; die "
      "anderen "
      "bekommen den Rest"}},
    {WarningCode::post_as_fluid,
     {"post flows: the most urgent first, then what is due first; chance is added as a normal deviation",
      "Post fließt: das Dringendste zuerst, dann das zuerst Fällige; der Zufall kommt als normale Abweichung dazu"}},
    {WarningCode::deadlines_capped,
     {"deadlines beyond the last day end with it, so that all post must be done by then",
      "Fristen über den letzten Tag hinaus enden mit ihm; bis dahin muss alle Post erledigt sein"}},
    {WarningCode::post_slows_calls,
     {"{0}: cannot be interrupted, so calls wait more often; it is taken as spread evenly over its time",
      "{0}: ist nicht unterbrechbar, daher warten Anrufe öfter; es gilt als gleichmäßig über seine Zeit verteilt"}},
    {WarningCode::overflow_as_own_site,
     {"help from other sites after a wait is left aside: each site is planned for its own contacts",
      "Hilfe anderer Standorte nach einer Wartezeit bleibt außer Acht: jeder Standort ist für sich geplant"}},
    {WarningCode::own_site_first_as_pool,
     {"who is asked first changes nothing here: the sites are planned as one pool",
      "wer zuerst gefragt wird, ändert hier nichts: die Standorte sind als ein Pool geplant"}},
    {WarningCode::owners_as_parts,
     {"each person with his own items is an equal part of the team that nobody helps, with his stand-ins as one part",
      "jede Person mit eigenen Vorgängen ist ein gleicher Teil des Teams, dem niemand hilft; mit Vertretern ein Teil"}},
    {WarningCode::owners_left_aside,
     {"{0}: whose item it is was left aside", "{0}: wem ein Vorgang gehört, blieb außer Acht"}},
    {WarningCode::skills_by_preference,
     {"teams with different skills do not help each other here: each kind of work stays with those that prefer it",
      "Teams mit verschiedenen Fähigkeiten helfen einander hier nicht: jede Art Arbeit bleibt bei denen, die sie "
      "vorziehen"}},
    {WarningCode::assurance_mean,
     {"the target holds in the mean, not for the wanted share of days",
      "das Ziel gilt im Mittel, nicht für den gewünschten Anteil der Tage"}},
    {WarningCode::absence_by_nodes,
     {"{0}: required people are before absence; the figures are means over three numbers of people who are there",
      "{0}: die erforderlichen Personen verstehen sich vor Abwesenheit; die Zahlen sind Mittel über drei Anzahlen "
      "Anwesender"}},
    {WarningCode::team_handling_time_mixed,
     {"{0}: its own handling times are mixed with those of the teams that it shares work with",
      "{0}: seine eigenen Bearbeitungszeiten sind mit denen der Teams gemischt, mit denen es Arbeit teilt"}},
    {WarningCode::overload,
     {"{0}: in some intervals more work comes in than the people can do; the queue grows without end there",
      "{0}: in manchen Intervallen kommt mehr Arbeit, als die Personen leisten; die Schlange wächst dort endlos"}},
    {WarningCode::work_left,
     {"{0}: {1} more items lie there at the end than at the beginning: {2} hours of work, {3} FTE more if nothing may "
      "pile up",
      "{0}: am Ende liegen {1} Vorgänge mehr da als am Anfang: {2} Arbeitsstunden, {3} VZK mehr, wenn nichts liegen "
      "bleiben soll"}},
    {WarningCode::turnaround_leaves_out,
     {"{0}: the turnaround is that of the items that are done; {1} of {2} never are",
      "{0}: die Durchlaufzeit ist die der erledigten Vorgänge; {1} von {2} werden nie erledigt"}},
};

}  // namespace

std::string warning_text(const Warning& warning, Language language) {
    const auto* found = std::find_if(std::begin(warnings), std::end(warnings),
                                     [&](const WarningText& text) { return text.code == warning.code; });
    EXPECTS(found != std::end(warnings));
    return filled(found->text.in(language), warning.arguments);
}

}  // namespace freiton::report
