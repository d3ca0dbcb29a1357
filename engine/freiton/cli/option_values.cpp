// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/option_values.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <utility>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/meant_text.hpp"
#include "freiton/input/quantity_text.hpp"

namespace freiton::cli {

namespace {

std::optional<Problem> broken_rule(const std::string& text, WholeNumbers allowed, std::int64_t& number) {
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    const bool huge = error == std::errc::result_out_of_range;
    const bool negative = text.starts_with('-');
    if (stopped != end || error == std::errc::invalid_argument) return Problem{Rule::integer_expected};
    if (huge ? negative : number < allowed.least) return Problem{Rule::at_least}.with({std::to_string(allowed.least)});
    if (huge || number > allowed.most) return Problem{Rule::at_most}.with({std::to_string(allowed.most)});
    return std::nullopt;
}

}  // namespace

CLI::Option* add_whole_number(CLI::App& command, const std::string& name, WholeNumbers allowed, Problems& problems,
                              std::function<void(std::int64_t)> use, const std::string& description) {
    const auto read = [name, allowed, &problems, use = std::move(use)](const std::string& text) {
        std::int64_t number = 0;
        if (auto problem = broken_rule(text, allowed, number))
            problems.push_back(std::move(*problem).on(name).got(text));
        else
            use(number);
    };
    return command.add_option_function<std::string>(name, read, description)->type_name("NUMBER");
}

CLI::Option* add_word(CLI::App& command, const std::string& name, const std::vector<std::string>& words,
                      Problems& problems, std::function<void(std::size_t)> use, const std::string& description) {
    std::string all;
    std::string type;
    for (const std::string& word : words) {
        all.append(all.empty() ? "" : ", ").append(word);
        type.append(type.empty() ? "" : "|").append(word);
    }
    const auto read = [name, words, all, &problems, use = std::move(use)](const std::string& text) {
        const auto found = std::find(words.begin(), words.end(), text);
        if (found != words.end()) return use(static_cast<std::size_t>(found - words.begin()));
        problems.push_back(
            Problem{Rule::word_unknown}.on(name).got(text).with({all}).meant(nearest_word(text, words).value_or("")));
    };
    return command.add_option_function<std::string>(name, read, description)->type_name(type);
}

CLI::Option* add_duration(CLI::App& command, const std::string& name, Problems& problems,
                          std::function<void(Seconds)> use, const std::string& description) {
    const auto read = [name = name.substr(0, name.find(',')), &problems,
                       use = std::move(use)](const std::string& text) {
        const input::Reading<Seconds> time = input::read_duration(text, "min");
        if (time.value && time.value->count() > 0.0) return use(*time.value);
        Problem problem =
            time.value ? Problem{Rule::greater_than}.with({"0 s"}) : Problem{time.rule}.meant(time.suggestion);
        problems.push_back(std::move(problem).on(name).got(text));
    };
    return command.add_option_function<std::string>(name, read, description)->type_name("DURATION");
}

std::optional<Date> read_date(const std::string& option, const std::string& text, Problems& problems) {
    const ParsedDate parsed = parse_date(text);
    if (!parsed.date) {
        const bool exists = parsed.error != DateError::does_not_exist;
        problems.push_back(Problem{exists ? Rule::date_expected : Rule::date_does_not_exist}.on(option).got(text).meant(
            input::meant_date(text)));
    }
    return parsed.date;
}

CLI::Option* add_date(CLI::App& command, const std::string& name, Problems& problems, std::function<void(Date)> use,
                      const std::string& description) {
    const auto read = [name, &problems, use = std::move(use)](const std::string& text) {
        if (const auto date = read_date(name, text, problems)) use(*date);
    };
    return command.add_option_function<std::string>(name, read, description)->type_name("DATE");
}

CLI::Option* add_file_name(CLI::App& command, const std::string& name, Problems& problems, std::string& value,
                           const std::string& description) {
    const auto read = [name, &problems, &value](const std::string& text) {
        if (input::detail::is_name(text))
            value = text;
        else
            problems.push_back(Problem{Rule::name_invalid}.on(name).got(text));
    };
    return command.add_option_function<std::string>(name, read, description)->type_name("NAME")->default_str(value);
}

}  // namespace freiton::cli
