// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/report/contract_parts.hpp"
#include "freiton/report/contract_report.hpp"
#include "freiton/report/report_parts.hpp"
#include "freiton/report/target_text.hpp"

namespace freiton::report {

namespace {

std::string method_text(const ReportContext& c) {
    return c.result.performance.source == Source::simulation
               ? filled(c.text({"Service contract; the plan was simulated {0} times",
                                "Leistungsvereinbarung; der Plan ist in {0} Durchläufen simuliert"}),
                        {std::to_string(c.result.performance.replications)})
               : c.text({"Service contract; planned by formula", "Leistungsvereinbarung; nach Formeln geplant"});
}

// Of calls, or of chats.
std::string call_counting_text(Counting counting, WorkKind kind, Language language) {
    constexpr Phrase texts[] = {
        {"in time are {0} answered within the threshold, of all {0} that come in",
         "rechtzeitig sind {0}, die innerhalb der Frist angenommen werden, von allen eingehenden"},
        {"in time are {0} answered within the threshold, of all {0} that are answered",
         "rechtzeitig sind {0}, die innerhalb der Frist angenommen werden, von allen angenommenen"},
        {"in time are {0} answered within the threshold, of all {0} but those given up within it",
         "rechtzeitig sind {0}, die innerhalb der Frist angenommen werden, von allen ohne die innerhalb der Frist "
         "aufgegebenen"},
        {"in time are {0} answered or given up within the threshold, of all {0} that come in",
         "rechtzeitig sind {0}, die innerhalb der Frist angenommen oder aufgegeben werden, von allen eingehenden"},
        {"in time are {0} of customers who would be answered within the threshold if they never gave up",
         "rechtzeitig sind {0}, die bei endloser Geduld innerhalb der Frist angenommen würden"}};
    const Phrase contacts = kind == WorkKind::chat ? Phrase{"chats", "Chats"} : Phrase{"calls", "Anrufe"};
    return filled(in(texts[static_cast<std::size_t>(counting)], language), {in(contacts, language)});
}

// Of post, or of a list of people to call.
std::string clock_counting_text(Clock clock, WorkKind kind, Language language) {
    constexpr Phrase clocks[] = {{"opening hours", "Öffnungsstunden"},
                                 {"working days, to the close of the day", "Arbeitstagen, bis zum Schluss des Tages"},
                                 {"hours on the wall clock", "Stunden auf der Uhr"}};
    const Phrase what = kind == WorkKind::outbound
                            ? Phrase{"in time are entries of the list called (tried) or spoken to (reached) by their "
                                     "deadline",
                                     "rechtzeitig sind Einträge der Liste, deren Person innerhalb der Frist "
                                     "angerufen (versucht) oder gesprochen (erreicht) wurde"}
                            : Phrase{"in time are items done by their deadline",
                                     "rechtzeitig sind Vorgänge, die innerhalb der Frist erledigt sind"};
    return filled(in({"{0}, of all that come in; the deadline counts from arrival in {1}",
                      "{0}, von allen eingehenden; die Frist zählt ab Eingang in {1}"},
                     language),
                  {in(what, language), in(clocks[static_cast<std::size_t>(clock)], language)});
}

// How it is counted, and for which contacts and times each by itself.
std::string counting_text(const Contract& contract, const Service& service, Language language) {
    const Work& work = contract.scenario.work()[service.work];
    const std::vector<TargetResult> targets = contract.targets_of(service.work);
    const bool share = std::any_of(targets.begin(), targets.end(), [](const TargetResult& target) {
        return target.promise.kind == PromiseKind::answered || target.promise.by_deadline();
    });
    std::string text = scope_text(targets.front().promise.over, language);
    if (targets.front().promise.site) text += in({", at each site", ", an jedem Standort"}, language);
    if (!share) return text;
    text += "; ";
    return text + (work.call_target ? call_counting_text(work.call_target->counting, work.kind, language)
                                    : clock_counting_text(work.backlog_target->within.clock, work.kind, language));
}

// What is agreed on one service, as it is signed.
void add_article(const Contract& contract, const Service& service, Language language, Document& document) {
    const Work& work = contract.scenario.work()[service.work];
    const auto say = [&](const Phrase& label, std::string text) {
        document.say(in(label, language), std::move(text) + ".");
    };
    document.heading(service.name, 2);
    if (work.customer) document.say(in({"Customer", "Kunde"}, language), *work.customer);
    if (work.segment) document.say(in({"Segment", "Segment"}, language), *work.segment);
    if (work.description) document.say(in({"Service", "Leistung"}, language), *work.description);
    const std::string promise = agreed_text(contract, service, language);
    if (promise.empty()) return say({"Promise", "Zusage"}, in({"none", "keine"}, language));
    say({"Promise", "Zusage"}, promise);
    say({"Counted", "Gezählt"}, counting_text(contract, service, language));
    for (const TargetResult& target : contract.targets_of(service.work))
        say({"Verdict", "Ergebnis"}, target_text(contract.scenario, target, language));
}

constexpr std::string_view left_out_of_reports = "paid_hours";  // in the table of a report FTE and cost say it

std::vector<Cell> capacity_cells(std::string name, const ServiceSum& sum) {
    std::vector<Cell> cells = {std::move(name)};
    for (const ServiceFigure& figure : service_figures())
        if (figure.key != left_out_of_reports) cells.emplace_back(figure.figure(sum));
    return cells;
}

Table capacity_table(const Phrase& caption, const Phrase& first, Language language) {
    Table table{.caption = in(caption, language), .columns = {{in(first, language), Column::Holds::words}}};
    for (const ServiceFigure& figure : service_figures())
        if (figure.key != left_out_of_reports) table.columns.push_back({in(figure.title, language)});
    return table;
}

void add_sum_row(const Contract& contract, Language language, Table& table) {
    table.row(capacity_cells(in({"in all", "insgesamt"}, language), contract.total()), Row::Kind::sum);
}

void add_services(const Contract& contract, Language language, Document& document) {
    document.heading(in({"What the services take", "Was die Leistungen binden"}, language), 2);
    Table table = capacity_table({"People and cost by service", "Personal und Kosten nach Leistung"},
                                 {"service", "Leistung"}, language);
    for (const Service& service : contract.services) table.row(capacity_cells(service.name, service));
    add_sum_row(contract, language, table);
    table.notes.push_back(
        in({"In every interval the hours of a team, idle and absent ones too, belong to the services in proportion to "
            "the time it is busy with each. Sums are those of the plan.",
            "In jedem Intervall gehören die Stunden eines Teams, auch die der Bereitschaft und der Abwesenheit, den "
            "Leistungen im Verhältnis der Zeit, die es mit ihnen tätig ist. Die Summen sind die des Plans."},
           language));
    document.add(std::move(table));
    for (const auto& [sums, caption, first] :
         {std::tuple{contract.by_customer(), Phrase{"By customer", "Nach Kunden"}, Phrase{"customer", "Kunde"}},
          std::tuple{contract.by_segment(), Phrase{"By segment", "Nach Segmenten"}, Phrase{"segment", "Segment"}}}) {
        if (sums.empty()) continue;
        Table part = capacity_table(caption, first, language);
        for (const ServiceSum& sum : sums) part.row(capacity_cells(sum_name(sum, language), sum));
        add_sum_row(contract, language, part);
        document.add(std::move(part));
    }
}

std::vector<Cell> price_cells(const PromisePrice& price, Language language) {
    std::string promise = promises_text(price.promises, language);
    std::vector<Cell> cells = {price_step_text(price.step, language) + (promise.empty() ? "" : ": ") + promise};
    for (const PriceFigure& figure : price_figures()) cells.emplace_back(figure.figure(price));
    cells.emplace_back(price_verdict_text(price, language));
    return cells;
}

std::string spared_text(const Spared& spared, Language language) {
    const Phrase& keeps = spared.expected ? Phrase{"One of these plans should keep all that is agreed for less",
                                                   "Einer dieser Pläne dürfte alles Vereinbarte für weniger halten"}
                                          : Phrase{"One of these plans keeps all that is agreed for less",
                                                   "Einer dieser Pläne hält alles Vereinbarte für weniger"};
    const std::string cost =
        spared.cost ? filled(in({", cost {0}", ", Kosten {0}"}, language), {decimal(*spared.cost, 0, language)}) : "";
    return in(keeps, language) +
           filled(in({" ({0} agent hours{1} less than the plan above); prices are differences to that one.",
                      " ({0} Personenstunden{1} weniger als der Plan oben); Preise sind Unterschiede zu ihm."},
                     language),
                  {decimal(spared.agent_hours, 1, language), cost});
}

std::vector<std::string> price_notes(const Contract& contract, Language language) {
    std::vector<std::string> notes = {
        in({"A step is 5 points of a share, at most half of what is left to its end, and of a mean wait half as long "
            "again or two thirds; thresholds and deadlines stay.",
            "Ein Schritt sind bei einem Anteil 5 Prozentpunkte, höchstens die halbe Strecke bis 0 oder 100 %, bei "
            "einer mittleren Wartezeit das Anderthalbfache oder zwei Drittel; Fristen bleiben."},
           language),
        in({"Each row is a plan of its own, with the other promises as they are; who keeps the tighter promise stands "
            "in for the looser where he is cheaper.",
            "Jede Zeile ist ein eigener Plan, die anderen Zusagen bleiben; wer die strengere Zusage hält, tritt für "
            "die lockerere ein, wo er günstiger ist."},
           language)};
    if (contract.plan.performance.source == Source::simulation)
        notes.push_back(in({"All rest on the same random numbers; a person or two of one interval is what a search "
                            "leaves open.",
                            "Alle beruhen auf denselben Zufallszahlen; ein, zwei Personen eines Intervalls lässt eine "
                            "Suche offen."},
                           language));
    if (contract.spared) notes.push_back(spared_text(*contract.spared, language));
    return notes;
}

void add_prices(const Contract& contract, Language language, Document& document) {
    document.heading(in({"What the promises cost", "Was die Zusagen kosten"}, language), 2);
    if (!contract.priced)
        return document.say(in({"All staff is given, so that no promise moves it: none has a price.",
                                "Das gesamte Personal ist vorgegeben; keine Zusage ändert es, also hat keine einen "
                                "Preis."},
                               language));
    Table table{.caption = in({"Price list of promises: difference to what is agreed",
                               "Preisliste der Zusagen: Unterschied zum Vereinbarten"},
                              language),
                .columns = {{in({"promise", "Zusage"}, language), Column::Holds::words}}};
    for (const PriceFigure& figure : price_figures()) table.columns.push_back({in(figure.title, language)});
    table.columns.push_back({"", Column::Holds::words});
    for (const Service& service : contract.services) {
        if (service.prices.empty()) continue;
        table.row({service.name + ": " + agreed_text(contract, service, language)});
        for (const PromisePrice& price : service.prices) table.row(price_cells(price, language), Row::Kind::part);
    }
    if (table.rows.empty())
        return document.say(in({"No promise was priced.", "Keine Zusage hat einen Preis."}, language));
    table.notes = price_notes(contract, language);
    document.add(std::move(table));
}

// A line to sign on for each customer, and for who delivers.
void add_signatures(const Contract& contract, Language language, Document& document) {
    document.heading(in({"Agreed", "Vereinbart"}, language), 2);
    const std::string customer = in({"Customer", "Kunde"}, language);
    const std::string line =
        in({"date, signature: ____________________", "Datum, Unterschrift: ____________________"}, language);
    for (const ServiceSum& sum : contract.by_customer())
        if (!sum.name.empty()) document.say(customer, std::string{sum.name}.append("; ").append(line));
    if (contract.by_customer().empty()) document.say(customer, line);
    document.say(in({"Provider", "Anbieter"}, language), line);
}

}  // namespace

Document contract_document(const Contract& contract, Language language) {
    const ReportContext c{contract.scenario, contract.plan, language};
    Document document{language};
    if (contract.interrupted)
        document.say(in({"STOPPED", "ABBRUCH"}, language),
                     in({"before it was done; prices are missing, or figures unsure.",
                         "vor dem Ende; Preise fehlen oder Zahlen sind unsicher."},
                        language));
    add_heading(c, method_text(c), document);
    add_contract_headline(contract, language, document);
    for (const Service& service : contract.services) add_article(contract, service, language, document);
    for (const TargetResult& target : contract.plan.performance.targets)
        if (target.promise.team)
            document.say(in({"Also", "Außerdem"}, language), target_text(contract.scenario, target, language) + ".");
    add_services(contract, language, document);
    add_prices(contract, language, document);
    add_contract_pictures(contract, language, document);
    document.heading(in({"The people behind it", "Das Personal dahinter"}, language), 2);
    add_people(c, document);
    add_notes(c, document);
    add_signatures(contract, language, document);
    return document;
}

}  // namespace freiton::report
