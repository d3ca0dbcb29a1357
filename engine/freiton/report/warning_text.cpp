// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/warning_text.hpp"

#include <algorithm>
#include <iterator>

#include "freiton/core/contracts.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

struct WarningText {
    WarningCode code;
    Phrase text;
};

constexpr WarningText warnings[] = {
    {WarningCode::precision_not_reached,
     {"The wanted precision was not reached with the most work that a run may take. Least precise: {0}.",
      "Die gewünschte Genauigkeit wurde mit dem größten erlaubten Aufwand nicht erreicht. Am ungenauesten: {0}."}},
    {WarningCode::load_uncovered,
     {"{0}: nobody has the time for {1} of the {2} hours of work that the target asks for, even if all teams are as "
      "large as they may be.",
      "{0}: Für {1} der {2} Arbeitsstunden, die das Ziel verlangt, hat niemand Zeit, selbst wenn alle Teams so groß "
      "sind wie erlaubt."}},
    {WarningCode::planned_by_weeks,
     {"So long a horizon is planned week by week, weeks that are alike once; what is promised over the horizon was "
      "asked of each week together with some days before it.",
      "Ein so langer Zeitraum wird Woche für Woche geplant, gleiche Wochen nur einmal; was über den Zeitraum zugesagt "
      "ist, wurde von jeder Woche mit einigen Tagen davor verlangt."}},
    {WarningCode::interrupted,
     {"Stopped before the wanted precision was reached; these are the figures so far.",
      "Abgebrochen, bevor die gewünschte Genauigkeit erreicht war; dies sind die Zahlen bis dahin."}},
    {WarningCode::headroom_interrupted,
     {"The search for the headroom was stopped; it is at least as large as shown.",
      "Die Suche nach der Reserve wurde abgebrochen; sie ist mindestens so groß wie angegeben."}},
    {WarningCode::headroom_without_targets,
     {"Nothing is promised, so that there is no volume at which a promise ends: no headroom.",
      "Es ist nichts zugesagt, daher gibt es keine Menge, bei der eine Zusage endet: keine Reserve."}},
    {WarningCode::staff_table_has_gaps,
     {"{0}: {1} of {2} intervals have no row in the staff table; nobody is taken to be on duty there.",
      "{0}: {1} von {2} Intervallen fehlen in der Besetzungstabelle; dort gilt niemand als anwesend."}},
    {WarningCode::volumes_have_gaps,
     {"{0}: {1} of {2} intervals have no row in {3}, the first on {4}; no contacts are expected there.",
      "{0}: {1} von {2} Intervallen fehlen in {3}, zuerst am {4}; dort werden keine Kontakte erwartet."}},
    {WarningCode::holidays_of_other_years,
     {"{0} has no closed day in {1}.", "{0} hat keinen geschlossenen Tag in {1}."}},
    {WarningCode::holidays_listed_of_other_years,
     {"Of the listed holidays {0} are not in {1} and change nothing; the first is {2}.",
      "Von den genannten Feiertagen liegen {0} nicht in {1} und ändern nichts; der erste ist {2}."}},
    {WarningCode::owners_without_reach,
     {"{0}: its owners play no part, since nothing says that its items stay with them (reach: owner).",
      "{0}: Die Sachbearbeiter (owners) spielen keine Rolle, denn nichts sagt, dass die Vorgänge bei ihnen bleiben "
      "(reach: owner)."}},
    {WarningCode::site_without_part,
     {"{0}: no team sits at this site and nothing comes from it; it plays no part.",
      "{0}: An diesem Standort sitzt kein Team, und es kommt nichts von dort; er spielt keine Rolle."}},
    {WarningCode::volumes_outside_horizon,
     {"{0}: {1} rows of {2} lie outside the horizon, with {3} contacts; they are not counted.",
      "{0}: {1} Zeilen von {2} liegen außerhalb des Zeitraums, mit {3} Vorgängen; sie zählen nicht."}},
    {WarningCode::staff_outside_horizon,
     {"{0}: {1} rows of {2} lie outside the horizon; they are not used.",
      "{0}: {1} Zeilen von {2} liegen außerhalb des Zeitraums; sie werden nicht gebraucht."}},
    {WarningCode::virtual_counted_as_offered,
     {"{0}: a simulation has no callers of endless patience to count; the service level is the share of all offered "
      "calls.",
      "{0}: Die Simulation kennt keine endlos geduldigen Anrufer; der Servicegrad ist hier der Anteil aller "
      "angebotenen Anrufe."}},
    {WarningCode::steady_state,
     {"Each interval is computed by itself; waiting calls are not carried into the next.",
      "Jedes Intervall ist einzeln gerechnet; wartende Anrufe werden nicht ins nächste übernommen."}},
    {WarningCode::handling_time_stretched,
     {"{0}: handling times spread more or less than the formula assumes; waits are adjusted by (1 + cv²) / 2 (cv: "
      "spread as a share of the mean).",
      "{0}: Die Bearbeitungszeiten streuen anders, als die Formel annimmt; die Wartezeiten sind mit (1 + cv²) / 2 "
      "angepasst (cv: Streuung als Anteil des Mittelwerts)."}},
    {WarningCode::handling_time_of_the_day_as_volume,
     {"{0}: days of long handling times are taken as days of more contacts.",
      "{0}: Tage mit langen Bearbeitungszeiten sind wie Tage mit mehr Vorgängen gerechnet."}},
    {WarningCode::handling_time_two_phases,
     {"{0}: handling times are taken as two exponential phases with the same mean and spread. In 19 of 20 intervals so "
      "computed the service level lay within {1} points of the simulated one, within {2} where volumes jump every "
      "hour.",
      "{0}: Die Bearbeitungszeiten gelten als zwei exponentielle Phasen mit gleichem Mittelwert und gleicher Streuung. "
      "In 19 von 20 so gerechneten Intervallen lag der Servicelevel höchstens {1} Punkte neben dem simulierten, wo "
      "die Mengen jede Stunde springen, höchstens {2}."}},
    {WarningCode::handling_time_two_equal_phases,
     {"{0}: handling times are taken as two equal exponential phases, which spread more than they do. In 19 of 20 "
      "intervals so computed the service level lay within {1} points of the simulated one, mostly below it, within {2} "
      "where volumes jump every hour.",
      "{0}: Die Bearbeitungszeiten gelten als zwei gleiche exponentielle Phasen; die streuen mehr. In 19 von 20 so "
      "gerechneten Intervallen lag der Servicelevel höchstens {1} Punkte neben dem simulierten, meist darunter, wo "
      "die Mengen jede Stunde springen, höchstens {2}."}},
    {WarningCode::patience_exponential,
     {"{0}: patience is taken as exponential with the same mean. Formulas know another law only where lines are not "
      "limited and all calls of the same people have it; the way through the day knows none.",
      "{0}: Die Geduld gilt als exponentiell verteilt, mit gleichem Mittelwert. Eine andere Verteilung kennen die "
      "Formeln nur, wo Leitungen nicht begrenzt sind und alle Anrufe derselben Leute sie haben; der Weg durch den Tag "
      "kennt keine."}},
    {WarningCode::redial_at_once,
     {"{0}: redials count in the interval of the first attempt.",
      "{0}: Wiederanrufe zählen im Intervall des ersten Anrufs."}},
    {WarningCode::caused_at_once,
     {"{0}: what it leads to is taken as contacts that come independently, as if each one that leads to them were "
      "done at once and none were lost. Of such plans, 19 in 20 fell at most {1} points short when they were "
      "simulated.",
      "{0}: Wozu es führt, gilt als unabhängig kommend, so als wäre jeder auslösende Kontakt sofort erledigt "
      "und keiner verloren. Simuliert lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::caused_left_aside,
     {"{0}: what is lost or late leads to {1}, which is left aside. Of such plans, 19 in 20 fell at most {2} "
      "points short when they were simulated.",
      "{0}: Was verloren geht oder zu spät ist, führt zu {1}; das bleibt außer Acht. Simuliert lagen 19 von 20 "
      "solchen Plänen höchstens {2} Punkte unter der Rechnung."}},
    {WarningCode::warm_left_aside,
     {"{0}: whoever transfers a call is taken as free at once, though he stays on the line until somebody "
      "answers. Of such plans, 19 in 20 fell at most {1} points short when they were simulated.",
      "{0}: Wer einen Anruf weiterverbindet, gilt sofort als frei, obwohl er in der Leitung bleibt, bis jemand "
      "annimmt. Simuliert lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::lines_until_wrapped_up,
     {"{0}: a line is taken as free only after the wrap-up, so that more callers find none. Of such plans, 19 in "
      "20 fell at most {1} points short when they were simulated.",
      "{0}: Eine Leitung gilt erst nach der Nacharbeit als frei, so dass mehr Anrufer keine finden. Simuliert "
      "lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::ages_left_aside,
     {"{0}: that it grows more urgent while it waits is left aside. Of such plans, 19 in 20 fell at most {1} "
      "points short when they were simulated.",
      "{0}: Dass es mit dem Warten dringender wird, bleibt außer Acht. Simuliert lagen 19 von 20 solchen Plänen "
      "höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::chats_as_calls,
     {"{0}: chats are taken as calls, each of which takes a person's part of the time of one who chats with as "
      "many as may be. Of such plans, 19 in 20 fell at most {1} points short when they were simulated.",
      "{0}: Chats gelten als Anrufe, von denen jeder den Zeitanteil einer Person kostet, die so viele führt wie "
      "erlaubt. Simuliert lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::chats_balanced,
     {"{0}: with so many people the chats are taken to be spread evenly over them at any moment. The service level is "
      "less by up to {1} points.",
      "{0}: Bei so vielen Personen gelten die Chats als jederzeit gleichmäßig verteilt. Der Servicelevel liegt bis zu "
      "{1} Punkte niedriger."}},
    {WarningCode::callbacks_left_aside,
     {"{0}: callers are taken to wait on the line, nobody to be called back. Of such plans, 19 in 20 fell at most "
      "{1} points short when they were simulated.",
      "{0}: Alle gelten als in der Leitung wartend, niemand wird zurückgerufen. Simuliert lagen 19 von 20 "
      "solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::list_as_post,
     {"{0}: the list is taken as post, each entry with all its calls at once, at any hour. Of such plans, 19 in "
      "20 fell at most {1} points short when they were simulated.",
      "{0}: Die Liste gilt als Post, jeder Eintrag mit allen Anrufversuchen auf einmal, zu jeder Stunde. "
      "Simuliert lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::kept_left_aside,
     {"{0}: that people are kept for some of its work is left aside. Of such plans, 19 in 20 fell at most {1} "
      "points short when they were simulated.",
      "{0}: Dass Personen für einen Teil der Arbeit freigehalten sind, bleibt außer Acht. Simuliert lagen 19 "
      "von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::switching_left_aside,
     {"{0}: time lost between kinds of work is left aside: at most {1} h in the horizon, if each contact were "
      "another kind than the one before. Of such plans, 19 in 20 fell at most {2} points short when they were "
      "simulated.",
      "{0}: Die Zeit, die beim Wechsel der Arbeit verloren geht, bleibt außer Acht: im Zeitraum höchstens {1} "
      "h, wenn jeder Kontakt von anderer Art wäre als der davor. Simuliert lagen 19 von 20 solchen Plänen "
      "höchstens {2} Punkte unter der Rechnung."}},
    {WarningCode::mean_wait_infinite,
     {"{0}: volumes differ from day to day and callers never hang up, so the mean wait is infinite with any staff; the "
      "figures leave out the rarest days.",
      "{0}: Die Mengen schwanken von Tag zu Tag, und niemand legt auf; die mittlere Wartezeit ist daher bei jeder "
      "Besetzung unendlich. Die Zahlen lassen die seltensten Tage aus."}},
    {WarningCode::calls_pooled,
     {"Calls that the same people answer are computed as one stream, with mixed handling times and average patience.",
      "Anrufe, die dieselben Personen annehmen, sind als ein Strom gerechnet: Bearbeitungszeiten gemischt, Geduld "
      "gemittelt."}},
    {WarningCode::priorities_stepwise,
     {"Calls of different priority: when everybody is busy, the more urgent wait as if they were alone, and the others "
      "get what is left.",
      "Anrufe verschiedener Dringlichkeit: Sind alle belegt, warten die dringenderen, als wären sie allein; die "
      "anderen bekommen, was übrig bleibt."}},
    {WarningCode::post_as_fluid,
     {"Post is worked off by urgency, then by deadline; its variation is approximated.",
      "Post wird nach Dringlichkeit, dann nach Fälligkeit abgearbeitet; Schwankungen sind genähert."}},
    {WarningCode::deadlines_capped,
     {"Deadlines after the last day count as due on the last day.",
      "Spätere Fristen gelten als am letzten Tag fällig."}},
    {WarningCode::post_slows_calls,
     {"{0}: may not be interrupted, so calls wait more often; the work is taken as spread evenly over its time.",
      "{0}: Ist nicht unterbrechbar, daher warten Anrufe öfter; die Arbeit gilt als gleichmäßig über ihre Zeit "
      "verteilt."}},
    {WarningCode::overflow_as_own_site,
     {"Help from other sites after a wait is not taken into account; each site is planned by itself.",
      "Hilfe anderer Standorte nach einer Wartezeit ist nicht berücksichtigt; jeder Standort ist für sich geplant."}},
    {WarningCode::own_site_first_as_pool,
     {"Which site is asked first makes no difference here; the sites are planned as one pool.",
      "Welcher Standort zuerst gefragt wird, macht hier keinen Unterschied; die Standorte sind als ein Verbund "
      "geplant."}},
    {WarningCode::owners_as_parts,
     {"Each owner is computed as an equal share of the team whom only the stand-ins help.",
      "Jede zuständige Person ist als gleicher Teil des Teams gerechnet, dem nur die Vertretung hilft."}},
    {WarningCode::skills_by_preference,
     {"Teams with different skills do not help each other here; each kind of work stays with the teams that prefer it.",
      "Teams mit verschiedenen Fähigkeiten helfen einander hier nicht; jede Arbeit bleibt bei den Teams, die sie "
      "vorziehen."}},
    {WarningCode::assurance_mean,
     {"The target holds on average, not on the wanted share of days.",
      "Das Ziel gilt im Mittel, nicht für den gewünschten Anteil der Tage."}},
    {WarningCode::absence_by_nodes,
     {"{0}: required people include those who will be absent; the figures are averages over three levels of "
      "attendance.",
      "{0}: Die Besetzung schließt die Abwesenden ein; die Zahlen sind Mittel über drei Stufen der Anwesenheit."}},
    {WarningCode::team_handling_time_mixed,
     {"{0}: its own handling times are mixed, by the number of people, with those of the teams that it shares work "
      "with.",
      "{0}: Die eigenen Bearbeitungszeiten sind nach der Zahl der Personen mit denen der Teams gemischt, mit denen es "
      "Arbeit teilt."}},
    {WarningCode::away_as_at_home,
     {"{0}: contacts of other sites are taken to last as long as those of its own.",
      "{0}: Kontakte anderer Standorte sind so lang angenommen wie die eigenen."}},
    {WarningCode::overload,
     {"{0}: in some intervals more work comes in than the people can do; the queue grows without end there.",
      "{0}: In manchen Intervallen kommt mehr Arbeit, als die Personen schaffen; die Warteschlange wächst dort ohne "
      "Ende."}},
    {WarningCode::work_left,
     {"{0}: items left at the end: {1} more than at the beginning; that is {2} hours of work, or {3} FTE more if "
      "nothing may pile up.",
      "{0}: Vorgänge, die am Ende liegen: {1} mehr als am Anfang; das sind {2} Arbeitsstunden, oder {3} VZK mehr, wenn "
      "sich nichts ansammeln soll."}},
    {WarningCode::falls_behind,
     {"{0}: work that comes for its people, calls and other post included, is {1} h in each repetition, and they have "
      "{2} h: {3} h too few ({4} FTE). The pile grows without end, so that in the long run nothing is in time.",
      "{0}: Für die Personen kommt in jeder Wiederholung Arbeit von {1} h, Anrufe und andere Post eingeschlossen; sie "
      "haben {2} h: {3} h zu wenig ({4} VZK). Der Rückstand wächst ohne Ende, so dass auf Dauer nichts rechtzeitig "
      "fertig wird."}},
    {WarningCode::falls_behind_by_chance,
     {"{0}: work that comes for its people, calls and other post included, is just what they can do: {1} h in each "
      "repetition. A bad one is never made up for: the pile has no bound, so that in the long run nothing is in time.",
      "{0}: Für die Personen kommt in jeder Wiederholung genau so viel Arbeit, Anrufe und andere Post eingeschlossen, "
      "wie sie schaffen: {1} h. Eine schlechte holen sie nie auf: Der Rückstand hat keine Grenze, so dass auf Dauer "
      "nichts rechtzeitig fertig wird."}},
    {WarningCode::post_after_last_closing,
     {"{0}: items that come after the last closing: {1}; they count with no interval, like those before the first day.",
      "{0}: Vorgänge, die nach dem letzten Schließen kommen: {1}; sie zählen zu keinem Intervall, so wenig wie die vor "
      "dem ersten Tag."}},
    {WarningCode::closed_post_by_wall_clock,
     {"{0}: what comes while closed and is not late by the opening is taken in up to twelve parts by the time that is "
      "left, each as having come with its first.",
      "{0}: Was kommt, während geschlossen ist, und beim Öffnen nicht schon zu spät ist, nehmen die Formeln in bis zu "
      "zwölf Teilen nach der Zeit, die bleibt, jeden, als käme er mit dem Ersten davon."}},
    {WarningCode::repeats_by_formula,
     {"The formulas begin each time with an empty desk; what is left at the end is not carried over.",
      "Die Formeln beginnen jedes Mal mit leerem Schreibtisch; was am Ende liegt, tragen sie nicht hinüber."}},
    {WarningCode::turnaround_leaves_out,
     {"{0}: the turnaround is that of the items that are done; not done within the time that is computed: {1} of {2}.",
      "{0}: Die Durchlaufzeit ist die der erledigten Vorgänge; in der gerechneten Zeit nicht erledigt: {1} von {2}."}},
    {WarningCode::queue_left_over,
     {"{0}: at {1} fewer people are there than were busy with calls just before. The formulas leave that queue "
      "aside; of such plans, 19 in 20 fell at most {2} points short when they were simulated.",
      "{0}: {1} sind weniger Personen da, als kurz zuvor mit Anrufen belegt waren. Die Formeln lassen diese "
      "Schlange außer Acht; simuliert lagen 19 von 20 solchen Plänen höchstens {2} Punkte unter der Rechnung."}},
    {WarningCode::calls_beside_post,
     {"{0}: people who do post that may not be interrupted are busy as soon as there is some; the formulas spread "
      "it over its time; of such plans, 19 in 20 fell at most {1} points short when they were simulated.",
      "{0}: Nicht unterbrechbare Post belegt die Personen, sobald sie da ist; die Formeln verteilen sie über "
      "ihre Zeit; simuliert lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::persons_own,
     {"{0}: each person takes only what is theirs, and some have more of it than others; the formulas take them "
      "as equal; of such plans, 19 in 20 fell at most {1} points short when they were simulated.",
      "{0}: Jede Person nimmt nur, was ihr gehört, und manche haben mehr davon als andere; für die Formeln sind "
      "alle gleich; simuliert lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::helpers_differ,
     {"{0}: those who may take it are not the same people as those whom the formulas plan together; of such "
      "plans, 19 in 20 fell at most {1} points short when they were simulated.",
      "{0}: Wer es annehmen darf, sind nicht dieselben Personen, die die Formeln gemeinsam planen; simuliert "
      "lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
    {WarningCode::occupancy_beside_post,
     {"{0}: people do post as soon as there is some and are busy all the time then; the formulas spread it over "
      "its time; of such plans, 19 in 20 fell at most {1} points short when they were simulated.",
      "{0}: Post wird erledigt, sobald sie da ist, und dann sind alle durchgehend belegt; die Formeln verteilen "
      "sie über ihre Zeit; simuliert lagen 19 von 20 solchen Plänen höchstens {1} Punkte unter der Rechnung."}},
};

// What a warning names is written as in a scenario; people read dates and numbers in their own way.
std::string as_read(const std::string& argument, Language language) {
    const ParsedDate day = parse_date(argument.substr(0, 10));
    if (day.date && argument.size() == 10) return day_and_year_text(*day.date, language);
    if (day.date && argument.size() >= 16 && argument[10] == 'T')
        return day_text(*day.date, language) + " " + argument.substr(11, 5);
    if (language == Language::en || !parse_number(argument)) return argument;
    std::string number = argument;
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

}  // namespace

std::string warning_text(const Warning& warning, Language language) {
    const auto* found = std::find_if(std::begin(warnings), std::end(warnings),
                                     [&](const WarningText& text) { return text.code == warning.code; });
    EXPECTS(found != std::end(warnings));
    std::vector<std::string> arguments;
    for (const std::string& argument : warning.arguments) arguments.push_back(as_read(argument, language));
    return filled(found->text.in(language), arguments);
}

}  // namespace freiton::report
