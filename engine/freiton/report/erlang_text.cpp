// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/erlang_report.hpp"
#include "freiton/report/table.hpp"

namespace freiton::report {

namespace {

using Align = Table::Align;

constexpr Phrase endless{"Erlang C: callers wait for ever", "Erlang C: Anrufer warten beliebig lange"};
constexpr Phrase lost{"Erlang B: calls that find all agents busy are lost",
                      "Erlang B: Anrufe, die alle Personen besetzt finden, gehen verloren"};
constexpr Phrase impatient{"Erlang A: callers give up when their patience ends",
                           "Erlang A: Anrufer legen auf, wenn ihre Geduld endet"};
constexpr Phrase few_lines{"Erlang A without patience: callers wait for ever, lines are limited",
                           "Erlang A ohne Geduld: Anrufer warten beliebig lange, Leitungen sind begrenzt"};

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

std::string heading(const ErlangCase& question, double load, Language language) {
    const Phrase& name = question.model == ErlangModel::b ? lost
                         : question.patience              ? impatient
                         : question.lines                 ? few_lines
                                                          : endless;
    std::string text = std::string{name.in(language)} + "\n" + load_text(load, language) + " Erlang";
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
    return text + "\n\n";
}

class CaseText {
  public:
    CaseText(const ErlangResult& result, Language language) : result_{result}, language_{language} {}

    std::string text() const {
        if (!result_.answer) return in(nobody()) + "\n";
        const ErlangAnswer& answer = *result_.answer;
        std::string text = heading(result_.question, answer.load.value(), language_) + table() + "\n";
        if (!answer.figures.stable)
            text += filled(in({"{0} agents cannot do the work of {1} Erlang: the queue grows without end, and every "
                               "caller waits.\n",
                               "{0} Personen schaffen die Arbeit von {1} Erlang nicht: Die Schlange wächst endlos, "
                               "jeder Anrufer wartet.\n"}),
                           numbers());
        return text + filled(in(verdict()), numbers());
    }

  private:
    std::string in(const Phrase& phrase) const { return std::string{phrase.in(language_)}; }

    std::vector<std::string> numbers() const {
        return {agents_text(result_.answer->agents.value(), language_),
                load_text(result_.answer->load.value(), language_)};
    }

    Phrase nobody() const {
        if (result_.question.load)
            return {"No number of agents keeps these promises.", "Keine Zahl von Personen hält diese Versprechen."};
        return {"There is no largest load: the promises hold at no load, or at any.",
                "Es gibt keine größte Last: Die Versprechen halten bei keiner oder bei jeder Last."};
    }

    Phrase verdict() const {
        if (!result_.question.load)
            return {"{0} agents carry at most {1} Erlang.\n", "{0} Personen tragen höchstens {1} Erlang.\n"};
        if (!result_.question.agents)
            return {"{0} agents are the fewest that keep the promises.\n",
                    "{0} Personen sind die wenigsten, die die Versprechen halten.\n"};
        if (!result_.question.promises()) return {"", ""};
        if (result_.answer->met) return {"The promises are kept.\n", "Die Versprechen werden gehalten.\n"};
        return {"The promises are NOT kept.\n", "Die Versprechen werden NICHT gehalten.\n"};
    }

    std::string table() const {
        const bool waits = result_.question.model != ErlangModel::b;
        std::vector<Table::Column> columns = {{in({"agents", "Personen"})}, {"", Align::left}};
        if (waits) {
            columns.push_back({"SL " + number_text(result_.question.threshold().count()) + " s"});
            columns.push_back({"ASA"});
            columns.push_back({in({"must wait", "müssen warten"})});
            columns.push_back({in({"abandoned", "Aufleger"})});
        }
        columns.push_back({in({"blocked", "besetzt"})});
        columns.push_back({in({"occupancy", "Auslastung"})});
        Table table{columns};
        for (const auto* answer : {&result_.one_fewer, &result_.answer, &result_.one_more})
            if (*answer) table.row(cells(**answer, answer == &result_.answer));
        return table.text();
    }

    std::vector<std::string> cells(const ErlangAnswer& answer, bool asked) const {
        const ErlangFigures& figures = answer.figures;
        std::vector<std::string> cells = {agents_text(answer.agents.value(), language_), asked ? "<-" : ""};
        if (result_.question.model != ErlangModel::b) {
            cells.push_back(percent(figures.service_level, 1, language_));
            cells.push_back(seconds(figures.asa_s, language_));
            cells.push_back(percent(figures.wait_probability, 1, language_));
            cells.push_back(percent(figures.abandoned_share, 1, language_));
        }
        cells.push_back(percent(figures.blocked_share, 2, language_));
        cells.push_back(percent(figures.occupancy, 1, language_));
        return cells;
    }

    const ErlangResult& result_;
    Language language_;
};

}  // namespace

std::string erlang_text(const ErlangResult& result, Language language) { return CaseText{result, language}.text(); }

}  // namespace freiton::report
