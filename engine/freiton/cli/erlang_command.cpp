// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/erlang_command.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "freiton/analytic/erlang_case.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/terminal.hpp"
#include "freiton/input/read_erlang_cases.hpp"
#include "freiton/report/erlang_report.hpp"
#include "freiton/report/problem_text.hpp"
#include "freiton/report/text_writer.hpp"

namespace freiton::cli {

namespace {

struct Calculator {
    const char* name;
    const char* description;
    ErlangModel model;
};
constexpr std::array<Calculator, 3> calculators = {{
    {"b", "calls that find all agents busy are lost", ErlangModel::b},
    {"c", "callers wait for ever", ErlangModel::c},
    {"a", "callers give up, and lines may be limited", ErlangModel::a},
}};

constexpr std::array<const char*, input::erlang_field_count> descriptions = {
    "offered load in Erlang",
    "calls, instead of --load, with --per",
    "duration in which these calls come",
    "mean handling time",
    "people on duty; without it the fewest are found that keep the promises",
    "the largest load that so many people carry",
    "threshold of the service level (20 s)",
    "mean patience of the callers",
    "most callers in the system, the answered included",
    "offered, answered, offered_without_early, early_counts or virtual",
    "at least this share is answered within the threshold",
    "mean wait over all callers, at most",
    "at most this share gives up",
    "people are busy at most this share of their time",
    "at most this share has to wait",
    "at most this share finds no line",
};

ExitCode run_case(const ErlangCommand& erlang, const CommonOptions& common) {
    const std::string command =
        std::string{"freiton erlang "} + calculators[static_cast<std::size_t>(erlang.model)].name;
    input::ErlangText text{.options = true, .fractional = erlang.fractional, .place = {command, 0}};
    for (std::size_t i = 0; i < erlang.texts.size(); ++i) text.texts[i] = erlang.texts[i];
    Problems problems;
    const std::optional<ErlangCase> question = input::read_erlang_case(erlang.model, text, problems);
    if (!question) throw InputError{problems};
    report::ErlangResult result{*question, analytic::answer(*question), {}, {}};
    if (result.answer) {
        const Erlangs load = result.answer->load;
        const double n = result.answer->agents.value();
        if (n >= 1.0) result.one_fewer = analytic::answer_at(*question, load, Agents{n - 1.0});
        result.one_more = analytic::answer_at(*question, load, Agents{n + 1.0});
    }
    print(common.json ? report::erlang_json(result)
                      : report::text_of(report::erlang_document(result, common.language), shape_of_stdout()));
    return result.answer ? ExitCode::done : ExitCode::target_missed;
}

// Whole rows, a block at a time.
class BufferedOutput {
  public:
    void add(const std::string& text) {
        buffer_ += text;
        if (buffer_.size() >= block) flush();
    }
    void flush() {
        print(buffer_);
        buffer_.clear();
    }

  private:
    static constexpr std::size_t block = std::size_t{1} << 16;
    std::string buffer_;
};

void answer_all(input::ErlangCaseTable& table) {
    const report::ErlangCsv csv{table.titles(), table.columns(), table.separator()};
    BufferedOutput output;
    output.add(csv.header());
    Problems problems;
    while (const auto* row = table.next(problems)) {
        if (!row->question) {
            output.flush();  // what was answered before
            throw InputError{problems};
        }
        output.add(csv.row(row->cells, analytic::answer(*row->question)));
    }
    output.flush();
}

ExitCode run_cases(const ErlangCommand& erlang, const CommonOptions& common) {
    std::error_code ignored;
    const bool twice = std::filesystem::is_regular_file(erlang.cases, ignored);
    if (twice) input::check_erlang_cases(erlang.cases, erlang.model, erlang.fractional);  // nothing printed if wrong
    input::ErlangCaseTable table{erlang.cases, erlang.model, erlang.fractional};
    try {
        answer_all(table);
        return ExitCode::done;
    } catch (const InputError& error) {  // earlier rows are out, so that "nothing was computed" would be wrong
        for (const Problem& problem : error.problems())
            std::fputs((report::problem_text(problem, common.language) + "\n").c_str(), stderr);
        return ExitCode::wrong_input;
    }
}

void add_options(CLI::App& command, const Calculator& calculator, ErlangCommand& erlang, CommonOptions& common) {
    CLI::Option* cases =
        command.add_option("--cases", erlang.cases, "a table of cases, answered row by row; - for stdin");
    cases->type_name("FILE.csv");
    for (std::size_t i = 0; i < erlang.texts.size(); ++i) {
        const input::ErlangFieldRule& rule = input::erlang_fields[i];
        if (rule.models.find(calculator.name) == std::string_view::npos) continue;
        CLI::Option* option = command.add_option(std::string{rule.option}, erlang.texts[i], descriptions[i]);
        option->type_name("")->excludes(cases);
    }
    command.add_flag("--fractional", erlang.fractional, "the fewest agents may be a fractional number");
    command.add_flag("--json", common.json, "machine output on stdout, nothing else there")->excludes(cases);
    add_language(command, common);
    command.add_flag("--quiet", common.quiet, "no messages on stderr");
    command.callback([&erlang, &calculator] {
        erlang.asked = true;
        erlang.model = calculator.model;
    });
}

}  // namespace

void add_erlang(CLI::App& app, ErlangCommand& erlang, CommonOptions& common) {
    CLI::App* group = app.add_subcommand("erlang", "the calculators: what so many people can do, or how many it takes");
    group->require_subcommand(1);
    for (const Calculator& calculator : calculators)
        add_options(*group->add_subcommand(calculator.name, calculator.description), calculator, erlang, common);
}

ExitCode run_erlang(const ErlangCommand& erlang, const CommonOptions& common) {
    return erlang.cases.empty() ? run_case(erlang, common) : run_cases(erlang, common);
}

}  // namespace freiton::cli
