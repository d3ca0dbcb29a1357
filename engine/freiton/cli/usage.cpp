// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/usage.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "freiton/core/text.hpp"

namespace freiton::cli {

namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> names_of(const std::vector<const CLI::App*>& commands) {
    std::vector<std::string> names;
    names.reserve(commands.size());
    for (const CLI::App* command : commands) names.push_back(command->get_name());
    return names;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all.append(all.empty() ? "" : ", ").append(word);
    return all;
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

// From the program to the innermost command that was given.
std::vector<const CLI::App*> path_of(const CLI::App& app) {
    std::vector<const CLI::App*> path{&app};
    while (!path.back()->get_subcommands().empty()) path.push_back(path.back()->get_subcommands().front());
    return path;
}

// Looks at what CLI11 took and left of one command line.
class UsageCheck {
  public:
    explicit UsageCheck(const CLI::App& app)
        : path_{path_of(app)}, command_{*path_.back()}, command_name_{command_name(app)} {}

    Problems problems(const CLI::ParseError* error) {
        for (const CLI::App* app : path_) look_at_leftovers(*app);
        if (!commands_of(command_).empty()) {
            if (!unknown_command_) add(Problem{Rule::keys_one_of}.with({joined(names_of(commands_of(command_)))}));
            return problems_;
        }
        for (const CLI::Option* option : command_.get_options()) look_at(*option);
        const bool told = std::any_of(problems_.begin(), problems_.end(),
                                      [](const Problem& problem) { return problem.rule == Rule::name_twice; });
        if (const auto* mismatch = dynamic_cast<const CLI::ArgumentMismatch*>(error); mismatch != nullptr && !told)
            add(Problem{Rule::value_missing}.on(before_colon(mismatch->what())));
        else if (error != nullptr && problems_.empty())
            add(Problem{Rule::usage_wrong}.with({error->what()}));
        return problems_;
    }

  private:
    void add(Problem problem) { add_at(command_name_, std::move(problem)); }
    void add_at(const std::string& place, Problem problem) { problems_.push_back(std::move(problem).at({place, 0})); }

    static std::string before_colon(const std::string& text) { return text.substr(0, text.find(':')); }

    void look_at_leftovers(const CLI::App& app) {
        bool may_be_value = false;  // of the unknown option before it
        for (const std::string& word : app.remaining()) {
            if (is_option(word)) {
                unknown_option(app, word.substr(0, word.find('=')));
            } else if (!commands_of(app).empty() && &app == &command_) {
                unknown_command(word);
                return;
            } else if (!may_be_value) {
                add(Problem{Rule::argument_surplus}.got(word));
            }
            may_be_value = is_option(word);
        }
    }

    void unknown_option(const CLI::App& app, const std::string& option) {
        std::string meant = command_with(option);
        if (meant.empty()) meant = nearest_word(option, option_names(command_)).value_or("");
        add_at(&app == &command_ ? command_name_ : app.get_name(),
               Problem{Rule::option_unknown}.on(option).meant(meant));
    }

    // The command that has this very option, and the option: "freiton simulate --trace".
    std::string command_with(const std::string& option) const {
        const auto has = [&](const CLI::App* command) {
            const std::vector<std::string> names = option_names(*command);
            return std::find(names.begin(), names.end(), option) != names.end();
        };
        if (has(&command_)) return command_name_ + " " + option;
        if (path_.size() < 2) return {};
        const std::vector<const CLI::App*> siblings = commands_of(*path_[path_.size() - 2]);
        const auto found = std::find_if(siblings.begin(), siblings.end(), has);
        if (found == siblings.end()) return {};
        return command_name_.substr(0, command_name_.rfind(' ') + 1) + (*found)->get_name() + " " + option;
    }

    void unknown_command(const std::string& word) {
        const std::vector<std::string> known = names_of(commands_of(command_));
        add(Problem{Rule::word_unknown}.got(word).with({joined(known)}).meant(nearest_word(word, known).value_or("")));
        unknown_command_ = true;
    }

    void look_at(const CLI::Option& option) {
        const std::string name = option.get_name();
        if (option.count() == 0) {
            if (option.get_required()) add(Problem{Rule::key_missing}.on(name));
            return;
        }
        if (option.results().back().empty()) add(Problem{Rule::value_missing}.on(name));
        if (option.get_items_expected_max() == 0 && option.results().back() != "true")
            add(Problem{Rule::option_takes_no_value}.on(name).got(option.results().back()));
        if (option.get_multi_option_policy() != CLI::MultiOptionPolicy::TakeAll &&
            option.get_items_expected_max() == 1 && option.count() > 1)
            add(Problem{Rule::name_twice}.on(name));
        for (const CLI::Option* needed : option.get_needs())
            if (needed->count() == 0) add(Problem{Rule::goes_with}.on(name).with({needed->get_name()}));
        for (const CLI::Option* other : option.get_excludes())
            if (other->count() > 0 && other->get_name() < name)  // each pair once
                add(Problem{Rule::keys_exclusive}.with({other->get_name() + ", " + name}));
    }

    std::vector<const CLI::App*> path_;
    const CLI::App& command_;
    std::string command_name_;
    Problems problems_;
    bool unknown_command_ = false;
};

}  // namespace

Problems usage_problems(const CLI::App& app, const CLI::ParseError* error) { return UsageCheck{app}.problems(error); }

std::string command_name(const CLI::App& app) {
    std::string name;
    for (const CLI::App* command : path_of(app)) name += (name.empty() ? "" : " ") + command->get_name();
    return name;
}

report::Language language_asked_for(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool next = arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "de";
        if (next || arguments[i] == "--lang=de") return report::Language::de;
    }
    return report::Language::en;
}

}  // namespace freiton::cli
