// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/import_report.hpp"

namespace freiton::report {

namespace {

std::string fits_text(const LogFindings& findings, Language language) {
    std::string text;
    for (const LogFindings::Fit& fit : findings.handling_fits)
        text += (text.empty() ? "" : ", ") + fit.law + " " + decimal(fit.distance, 3, language);
    return text;
}

std::string patience_text(const LogFindings& f, Language language) {
    if (f.patience_mean_s)
        return filled(
            Phrase{"Patience       mean {0} (Kaplan-Meier, seen until {1}); check: total waiting / abandoned = {2}\n",
                   "Geduld         im Mittel {0} (Kaplan-Meier, gesehen bis {1}); Probe: Wartezeit gesamt / Aufleger = "
                   "{2}\n"}
                .in(language),
            {seconds(*f.patience_mean_s, language), seconds(f.patience_seen_until_s, language),
             seconds(*f.patience_total_wait_s, language)});
    if (f.patience_by_threshold)
        return filled(
            Phrase{
                "Patience       taken as mean {0}: the log has no waits, and so many give up if the mean wait is 20 s; "
                "look for better\n",
                "Geduld         angenommen: im Mittel {0}. Wartezeiten fehlen; so viele geben auf, wenn die mittlere "
                "Wartezeit 20 s ist. Bitte prüfen\n"}
                .in(language),
            {seconds(*f.patience_total_wait_s, language)});
    if (f.patience_total_wait_s)
        return filled(
            Phrase{"Patience       mean at least {0} (ASA x offered / abandoned: the export has no single waits)\n",
                   "Geduld         im Mittel mindestens {0} (ASA x Anrufe / Aufleger: der Export hat keine einzelnen "
                   "Wartezeiten)\n"}
                .in(language),
            {seconds(*f.patience_total_wait_s, language)});
    return std::string{Phrase{"Patience       unknown: nobody is recorded as giving up\n",
                              "Geduld         unbekannt: kein Aufleger ist verzeichnet\n"}
                           .in(language)};
}

std::string work_text(const LogFindings& f, bool named, Language language) {
    const auto phrase = [&](Phrase p) { return p.in(language); };
    std::string text = named ? "\n" + f.work + "\n" : "";
    text += filled(
        phrase({"Calls          {0}, {1} abandoned; left out: {2} outside opening hours\n",
                "Anrufe         {0}, {1} Aufleger; ausgelassen: {2} außerhalb der Öffnungszeit\n"}),
        {decimal(f.offered, 0, language), percent(f.abandoned_share, 1, language), decimal(f.left_out, 0, language)});
    text +=
        filled(phrase({"Handling time  mean {0}, cv {1}", "Bearbeitung    im Mittel {0}, Variationskoeffizient {1}"}),
               {seconds(f.handling_mean_s, language), decimal(f.handling_cv, 2, language)});
    if (!f.handling_fits.empty())
        text += filled(phrase({"; distance of laws (Kolmogorov-Smirnov): {0}",
                               "; Abstand der Verteilungen (Kolmogorow-Smirnow): {0}"}),
                       {fits_text(f, language)});
    text += "\n" + patience_text(f, language);
    return text +
           (f.day_cv ? filled(phrase({"Days           vary by {0} beyond chance (day_cv)\n",
                                      "Tage           schwanken um {0} über den Zufall hinaus (day_cv)\n"}),
                              {percent(*f.day_cv, 1, language)})
                     : std::string{phrase({"Days           no weekday was seen twice, so day_cv is unknown\n",
                                           "Tage           kein Wochentag kam zweimal vor, day_cv ist unbekannt\n"})});
}

}  // namespace

std::string import_text(const LogSummary& summary, Language language) {
    const auto phrase = [&](Phrase p) { return p.in(language); };
    std::string text = filled(
        phrase(
            {"Log            {0} days with calls, intervals of {1} min; left out: {2} phantoms, {3} rows of totals\n",
             "Datei          {0} Tage mit Anrufen, Intervalle von {1} min; ausgelassen: {2} Phantome, {3} "
             "Summenzeilen\n"}),
        {std::to_string(summary.days), std::to_string(summary.interval.count()), std::to_string(summary.phantoms),
         std::to_string(summary.totals)});
    for (const LogFindings& findings : summary.work) text += work_text(findings, summary.work.size() > 1, language);
    if (summary.work.size() > 1) text += "\n";
    text += phrase(
        {"Not in the data: wrap-up after the call (add it to handling_time), redials, how many people were on duty, "
         "what was promised; the target 80/20 is only a start.\n",
         "Nicht in den Daten: Nacharbeit (zu handling_time hinzufügen), Wiederanrufe, wie viele Personen da waren, was "
         "versprochen war; das Ziel 80/20 ist nur ein Anfang.\n"});
    return text;
}

std::string volumes_csv(const std::vector<Work>& all) {
    std::string csv = csv_line({"date", "start", "work", "arrivals"});
    for (const Work& work : all)
        for (const VolumeRow& row : work.arrivals.file->rows)
            csv += csv_line({date_text(row.date), clock_text(row.start), work.name, number_text(row.arrivals)});
    return csv;
}

}  // namespace freiton::report
