// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/scenario_commands.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "freiton/cli/examples.hpp"
#include "freiton/cli/option_values.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/input/read_study.hpp"
#include "freiton/report/check_report.hpp"

namespace freiton::cli {

namespace {

ExitCode run_check(const ScenarioChoice& choice, bool resolved, const CommonOptions& common) {
    const std::filesystem::path& path = choice.path;
    if (input::is_study(path)) {
        const input::Study study = input::read_study(path, {}, changes_of(choice, common));
        const std::string& title = study.parts().title;
        if (resolved)
            print(input::resolved_study(study));
        else
            deliver(
                report::study_check_document(title, study.variations(), common.language),
                [&] { return report::study_check_json(title, study.variations()); }, common);
    } else {
        const Scenario scenario = open_scenario(choice, common);
        if (resolved)
            print(input::resolved_scenario(scenario));
        else
            deliver(
                report::check_document(scenario, common.language), [&] { return report::check_json(scenario); },
                common);
    }
    return ExitCode::done;
}

struct SchemaOptions {
    bool study = false;
    bool markdown = false;
};

ExitCode run_schema(const SchemaOptions& options) {
    if (options.markdown)
        print(options.study ? input::study_reference() : input::scenario_reference());
    else
        print(options.study ? input::study_json_schema() : input::scenario_json_schema());
    return ExitCode::done;
}

struct InitOptions {
    std::string from = "starter";
    std::filesystem::path file;
};

// In the language that was asked for, where there is one.
const Example& example_named(const std::string& name, report::Language language) {
    const auto is_named = [&](const Example& example) { return example.name == name; };
    if (language == report::Language::de) {
        const auto german = std::find_if(german_examples().begin(), german_examples().end(), is_named);
        if (german != german_examples().end()) return *german;
    }
    const auto found = std::find_if(examples().begin(), examples().end(), is_named);
    EXPECTS(found != examples().end());
    return *found;
}

ExitCode run_init(const InitOptions& options, report::Language language) {
    const Example& example = example_named(options.from, language);
    if (options.file.empty()) {
        print(example.text);
    } else {
        if (std::filesystem::exists(options.file))
            throw InputError{Problem{Rule::file_exists}.at({options.file.string(), 0})};
        write_file(options.file, example.text);
    }
    return ExitCode::done;
}

}  // namespace

void add_check(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    struct CheckOptions {
        ScenarioChoice scenario;
        bool resolved = false;
    };
    auto options = std::make_shared<CheckOptions>();
    CLI::App* check = app.add_subcommand("check", "what is wrong with a scenario or study, or that it is in order");
    check->add_option("FILE", options->scenario.path, "scenario or study (YAML)")->required();
    add_changes(*check, common);
    check->add_flag("--resolved", options->resolved, "print the file with all its defaults");
    check->callback([options, &common, &chosen] {
        chosen = [options, &common] { return run_check(options->scenario, options->resolved, common); };
    });
}

void add_schema(CLI::App& app, Chosen& chosen) {
    auto options = std::make_shared<SchemaOptions>();
    CLI::App* schema = app.add_subcommand("schema", "JSON Schema of the files, for editors");
    schema->add_flag("--study", options->study, "of study files; else of scenarios");
    schema->add_flag("--markdown", options->markdown, "as a reference page for people");
    schema->callback([options, &chosen] { chosen = [options] { return run_schema(*options); }; });
}

void add_init(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<InitOptions>();
    std::vector<std::string> names;
    for (const Example& example : examples()) names.emplace_back(example.name);
    CLI::App* init = app.add_subcommand("init", "a commented file to begin with");
    add_word(
        *init, "--from", names, common.wrong_values,
        [options, names](std::size_t index) { options->from = names[index]; }, "which example")
        ->default_str(options->from);
    init->add_option("FILE", options->file, "where to; without it the text is printed");
    add_language(*init, common);
    init->callback(
        [options, &common, &chosen] { chosen = [options, &common] { return run_init(*options, common.language); }; });
}

}  // namespace freiton::cli
