// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/erlang_report.hpp"

namespace freiton::report {

namespace {

constexpr Phrase endless{"Erlang C: callers wait until they are answered",
                         "Erlang C: Anrufer warten, bis sie angenommen werden"};
constexpr Phrase lost{"Erlang B: calls that find everybody busy are lost",
                      "Erlang B: Anrufe gehen verloren, wenn alle Personen belegt sind"};
constexpr Phrase impatient{"Erlang A: callers hang up when their patience ends",
                           "Erlang A: Anrufer legen auf, wenn ihre Geduld endet"};
constexpr Phrase few_lines{"Erlang A without patience: callers wait until they are answered, lines are limited",
                           "Erlang A ohne Geduld: Anrufer warten, bis sie angenommen werden; die Leitungen sind "
                           "begrenzt"};

std::string load_text(double erlang, Language language) {
    const int decimals = erlang < 0.1 ? 6 : erlang < 1000.0 ? 3 : 1;
    std::string text = decimal(erlang, decimals, language);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.' || text.back() == ',') text.pop_back();
    return text;
}

std::string agents_text(double agents, Language language) {
    return agents == std::floor(agents) ? decimal(agents, 0, language) : decimal(agents, 2, language);
}

void add_question(const ErlangCase& question, double load, Language language, Document& document) {
    const Phrase& name = question.model == ErlangModel::b ? lost
                         : question.patience              ? impatient
                         : question.lines                 ? few_lines
                                                          : endless;
    document.say(in(name, language));
    std::string text = load_text(load, language) + " Erlang";
    const auto add = [&](const Phrase& phrase, const std::string& value) {
        text += filled(phrase.in(language), {value});
    };
    if (question.handling_time) {
        const double per_hour = load / question.handling_time->count() * 3600.0;
        add({" = {0} calls an hour", " = {0} Anrufe je Stunde"}, load_text(per_hour, language));
        add({", handling time {0}", ", Bearbeitungszeit {0}"}, seconds(question.handling_time->count(), language));
    }
    if (question.patience) add({", patience {0}", ", Geduld {0}"}, seconds(question.patience->count(), language));
    if (question.lines) add({", {0} lines", ", {0} Leitungen"}, std::to_string(*question.lines));
    document.say(text);
}

class CaseDocument {
  public:
    CaseDocument(const ErlangResult& result, Language language) : result_{result}, language_{language} {}

    Document document() const {
        Document document{language_};
        if (!result_.answer) {
            document.say(in(nobody()));
            return document;
        }
        const ErlangAnswer& answer = *result_.answer;
        add_question(result_.question, answer.load.value(), language_, document);
        document.add(table());
        if (!answer.figures.stable)
            document.say(
                filled(in({"{0} agents cannot do the work of {1} Erlang: the queue grows without end, and every "
                           "caller waits.",
                           "{0} Personen schaffen die Arbeit von {1} Erlang nicht: Die Warteschlange wächst "
                           "ohne Ende, und jeder Anrufer wartet."}),
                       numbers()));
        if (const Phrase said = verdict(); !said.en.empty()) document.say(filled(in(said), numbers()));
        return document;
    }

  private:
    std::string in(const Phrase& phrase) const { return report::in(phrase, language_); }

    std::vector<std::string> numbers() const {
        return {agents_text(result_.answer->agents.value(), language_),
                load_text(result_.answer->load.value(), language_)};
    }

    Phrase nobody() const {
        if (result_.question.load)
            return {"No number of agents meets these targets.",
                    "Mit keiner Zahl von Personen werden diese Ziele erreicht."};
        return {"There is no largest load: the targets are met at no load, or at every load.",
                "Es gibt keine größte Last: Die Ziele werden bei keiner oder bei jeder Last erreicht."};
    }

    Phrase verdict() const {
        if (!result_.question.load)
            return {"{0} agents can carry at most {1} Erlang.", "{0} Personen schaffen höchstens {1} Erlang."};
        if (!result_.question.agents)
            return {"At least {0} agents are needed to meet the targets.",
                    "Mindestens {0} Personen sind nötig, um die Ziele zu erreichen."};
        if (!result_.question.promises()) return {"", ""};
        if (result_.answer->met) return {"The targets are met.", "Die Ziele werden erreicht."};
        return {"The targets are NOT met.", "Die Ziele werden NICHT erreicht."};
    }

    Table table() const {
        Table table{.caption = in({"What so many people can do", "Was so viele Personen leisten"}),
                    .columns = {{in({"agents", "Personen"})}, {"", Column::Holds::words}}};
        if (result_.question.model != ErlangModel::b)
            for (const std::string& title :
                 {"SL " + number_text(result_.question.threshold().count()) + " s", std::string{"ASA"},
                  in({"must wait", "müssen warten"}), in({"abandoned", "aufgelegt"})})
                table.columns.push_back({title});
        table.columns.push_back({in({"blocked", "abgewiesen"})});
        table.columns.push_back({in({"occupancy", "Auslastung"})});
        for (const auto* answer : {&result_.one_fewer, &result_.answer, &result_.one_more})
            if (*answer) table.row(cells(**answer, answer == &result_.answer));
        return table;
    }

    std::vector<Cell> cells(const ErlangAnswer& answer, bool asked) const {
        const ErlangFigures& figures = answer.figures;
        const double agents = answer.agents.value();
        std::vector<Cell> cells = {Figure::number(agents, agents == std::floor(agents) ? 0 : 2), asked ? "<-" : ""};
        if (result_.question.model != ErlangModel::b)
            for (const Figure& figure :
                 {Figure::share(figures.service_level), Figure::seconds(figures.asa_s),
                  Figure::share(figures.wait_probability), Figure::share(figures.abandoned_share)})
                cells.emplace_back(figure);
        cells.emplace_back(Figure::share(figures.blocked_share, 2));
        cells.emplace_back(Figure::share(figures.occupancy));
        return cells;
    }

    const ErlangResult& result_;
    Language language_;
};

}  // namespace

Document erlang_document(const ErlangResult& result, Language language) {
    return CaseDocument{result, language}.document();
}

}  // namespace freiton::report
