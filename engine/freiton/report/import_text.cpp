// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

std::string fits_text(const LogFindings& findings, Language language) {
    std::string text;
    for (const LogFindings::Fit& fit : findings.handling_fits)
        text += (text.empty() ? "" : ", ") + fit.law + " " + decimal(fit.distance, 3, language);
    return text;
}

std::string patience_text(const LogFindings& f, bool one_by_one, Language language) {
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
                "Patience       taken as mean {0}: the log does not say how long those waited who gave up, and so many "
                "do if the mean wait is 20 s; look for better\n",
                "Geduld         angenommen: im Mittel {0}. Wie lange Aufleger warteten, fehlt; so viele geben auf, "
                "wenn "
                "die mittlere Wartezeit 20 s ist. Bitte prüfen\n"}
                .in(language),
            {seconds(*f.patience_total_wait_s, language)});
    if (f.patience_total_wait_s && one_by_one)
        return filled(
            Phrase{"Patience       mean {0} (total waiting / abandoned: too few waits for more)\n",
                   "Geduld         im Mittel {0} (Wartezeit gesamt / Aufleger: zu wenige Wartezeiten für mehr)\n"}
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

std::string handling_text(const LogFindings& f, Language language) {
    const auto phrase = [&](Phrase p) { return p.in(language); };
    if (f.handling_stated)
        return filled(phrase({"Handling time  {0}, as stated\n", "Bearbeitung    {0}, wie angegeben\n"}),
                      {seconds(f.handling_mean_s, language)});
    std::string text = filled(phrase({"Handling time  mean {0}", "Bearbeitung    im Mittel {0}"}),
                              {seconds(f.handling_mean_s, language)});
    if (!f.handling_fits.empty())
        text += filled(phrase({", cv {0}; distance of laws (Kolmogorov-Smirnov): {1}",
                               ", Variationskoeffizient {0}; Abstand der Verteilungen (Kolmogorow-Smirnow): {1}"}),
                       {decimal(f.handling_cv, 2, language), fits_text(f, language)});
    return text + "\n";
}

std::string calls_text(const LogFindings& f, bool one_by_one, Language language) {
    const auto phrase = [&](Phrase p) { return p.in(language); };
    std::string text = filled(
        phrase({"Calls          {0}, {1} abandoned; left out: {2} outside opening hours\n",
                "Anrufe         {0}, {1} Aufleger; ausgelassen: {2} außerhalb der Öffnungszeit\n"}),
        {decimal(f.offered, 0, language), percent(f.abandoned_share, 1, language), decimal(f.left_out, 0, language)});
    text += handling_text(f, language) + patience_text(f, one_by_one, language);
    return text + (f.day_cv
                       ? filled(phrase({"Days           vary by {0} beyond chance (day_cv)\n",
                                        "Tage           schwanken um {0} über den Zufall hinaus (day_cv)\n"}),
                                {percent(*f.day_cv, 1, language)})
                       : std::string{phrase({"Days           too few to tell by how much they vary (day_cv)\n",
                                             "Tage           zu wenige, um zu sagen, wie sie schwanken (day_cv)\n"})});
}

std::string items_text(const LogFindings& f, Language language) {
    const auto phrase = [&](Phrase p) { return p.in(language); };
    std::string text =
        filled(phrase({"Items          {0}\n", "Vorgänge       {0}\n"}), {decimal(f.offered, 0, language)});
    text += handling_text(f, language);
    if (f.response_median_h)
        text += filled(phrase({"First response half of them after {0} h by the clock\n",
                               "Erste Antwort  die Hälfte nach {0} h, rund um die Uhr gezählt\n"}),
                       {decimal(*f.response_median_h, 1, language)});
    if (f.resolution_median_h)
        text += filled(phrase({"Done           half of them after {0} h by the clock\n",
                               "Erledigt       die Hälfte nach {0} h, rund um die Uhr gezählt\n"}),
                       {decimal(*f.resolution_median_h, 1, language)});
    return text;
}

}  // namespace

std::string import_text(const LogSummary& summary, Language language) {
    const auto phrase = [&](Phrase p) { return p.in(language); };
    std::string text = filled(phrase({"Log            {0}; {1} days, intervals of {2} min\n",
                                      "Datei          {0}; {1} Tage, Intervalle von {2} min\n"}),
                              {shape_text(summary.reading.shape, language), std::to_string(summary.days),
                               std::to_string(summary.interval.count())});
    text += filled(
        phrase({"Open           {0}{1}\n", "Offen          {0}{1}\n"}),
        {week_text(summary.open, language), summary.time_zone ? " (" + *summary.time_zone + ")" : std::string{}});
    const LogShape shape = summary.reading.shape;
    const bool one_by_one = shape == LogShape::calls || shape == LogShape::events;
    for (const LogFindings& findings : summary.work) {
        if (summary.work.size() > 1) text.append("\n").append(findings.work).append("\n");
        text +=
            shape == LogShape::tickets ? items_text(findings, language) : calls_text(findings, one_by_one, language);
    }
    text += in({"\nHow it was read\n", "\nWie gelesen wurde\n"}, language);
    for (const LogReading::Column& column : summary.reading.columns)
        if (!column.taken_for.empty() && !column.title.empty())
            text.append("  ").append(column.title).append(" = ").append(column.taken_for).append("\n");
    for (const LogNote& note : summary.reading.notes) text.append(note_text(note, language)).append("\n");
    text += in({"\nNot in the data\n", "\nNicht in den Daten\n"}, language);
    for (const LogGap gap : summary.gaps) text.append(gap_text(gap, language)).append("\n");
    return text + "\n";
}

std::string volumes_csv(const std::vector<Work>& all) {
    bool recorded = false;
    bool handling = false;
    for (const Work& work : all) {
        recorded = recorded || work.arrivals.recorded;
        const auto& rows = work.arrivals.file->rows;
        handling =
            handling || std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.handling_time_s; });
    }
    std::vector<std::string> titles{"date", "start", "work"};
    if (!recorded) titles.emplace_back("arrivals");
    if (handling) titles.emplace_back("handling_time_s");
    std::string csv = csv_line(titles);
    for (const Work& work : all)
        for (const VolumeRow& row : work.arrivals.file->rows) {
            const Seconds moment{Seconds{row.start}.count() + std::floor(row.second_s)};
            std::vector<std::string> cells{date_text(row.date),
                                           recorded ? clock_seconds_text(moment) : clock_text(row.start), work.name};
            if (!recorded) cells.push_back(number_text(row.arrivals));
            if (handling) cells.push_back(row.handling_time_s ? number_text(*row.handling_time_s) : "");
            csv += csv_line(cells);
        }
    return csv;
}

}  // namespace freiton::report
