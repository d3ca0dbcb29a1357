// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/problem_text.hpp"

#include <algorithm>

namespace freiton::report {

namespace {

// A cell may hold a novel, and what is printed must stay on its line.
std::string shown(const std::string& written) {
    constexpr std::size_t longest = 60;
    std::size_t end = std::min(longest, written.size());
    while (end < written.size() && (static_cast<unsigned char>(written[end]) & 0xC0) == 0x80) --end;
    std::string text = written.substr(0, end) + (end < written.size() ? "..." : "");
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
}

}  // namespace

std::string problem_text(const Problem& problem, Language language) {
    std::string text = problem.place.file;
    for (const int number : {problem.place.line, problem.place.column})
        if (number > 0) text.append(":").append(std::to_string(number));
    if (!text.empty()) text += "  ";
    if (!problem.key.empty()) text += problem.key + ": ";
    if (problem.value) {
        text += std::string{Phrase{"got", "gefunden"}.in(language)} + " \"" + shown(*problem.value) + "\", ";
    }
    text += rule_text(problem, language);
    if (!problem.suggestion.empty())
        text +=
            filled(Phrase{"; did you mean \"{0}\"?", "; gemeint \"{0}\"?"}.in(language), {shown(problem.suggestion)});
    return text;
}

std::string problems_text(const Problems& problems, Language language) {
    constexpr std::size_t most = 20;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, problems.size()); ++i)
        text += problem_text(problems[i], language) + "\n";
    if (problems.size() > most && !are_enough(problems))
        text += filled(Phrase{"... and {0} more", "... und {0} weitere"}.in(language),
                       {std::to_string(problems.size() - most)}) +
                "\n";
    const Phrase one{"1 problem; nothing was computed.", "1 Fehler; es wurde nichts berechnet."};
    const Phrase many{"{0} problems; nothing was computed.", "{0} Fehler; es wurde nichts berechnet."};
    const Phrase enough{"More than {0} problems; nothing was computed.", "Über {0} Fehler; es wurde nichts berechnet."};
    if (are_enough(problems)) return text + filled(enough.in(language), {std::to_string(most_problems)}) + "\n";
    return text + filled((problems.size() == 1 ? one : many).in(language), {std::to_string(problems.size())}) + "\n";
}

}  // namespace freiton::report
