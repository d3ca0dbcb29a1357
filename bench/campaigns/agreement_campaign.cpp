// SPDX-License-Identifier: Apache-2.0
// Random ordinary offices, each planned by formula; what does a simulation say of the plan? Prints each plan that the
// formula calls met and the simulation denies by more than its doubt and 2 points, each figure that differs, and counts
// by what the offices have. The file of results gets one line for each target.
//
// With `later` offices also say what formulas know little of: chats, callbacks, lists, what contacts lead to, rules
// between kinds of work.
//
//     freiton_agreement_campaign [OFFICES [FIRST_SEED [REPLICATIONS [RESULTS.csv [later]]]]]
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "freiton/analytic/left_aside.hpp"
#include "study/agreement.hpp"
#include "study/ignored_words.hpp"
#include "study/office_words.hpp"

namespace freiton::test {
namespace {

struct Reason {
    int targets = 0;
    int by_3 = 0;
    std::vector<double> off{};  // shares
    std::vector<double> off_waits{};

    void add(const Agreement& one, std::size_t target) {
        const bool wait = one.formula.targets[target].promise.kind == PromiseKind::average_wait;
        ++targets;
        by_3 += one.missed_by(target) > 0.03 ? 1 : 0;
        (wait ? off_waits : off).push_back(one.off_by(target));
    }
};

// Below it are 95 % of the values.
double upper(std::vector<double> values) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(0.95 * static_cast<double>(values.size() - 1))];
}

struct Count {
    int plans = 0;
    int met = 0;
    int expected = 0;
    int by_2 = 0;  // denied by more than doubt and so many points
    int by_3 = 0;
    int by_20 = 0;

    void add(const Agreement& one, double denied) {
        ++plans;
        if (!one.formula.met()) return;
        if (one.formula.expected()) {
            ++expected;
            return;
        }
        ++met;
        by_2 += denied > 0.02 ? 1 : 0;
        by_3 += denied > 0.03 ? 1 : 0;
        by_20 += denied > 0.2 ? 1 : 0;
    }
};

// What is left out of an office, word by word.
struct LeftOut {
    int offices = 0;
    int by_formula = 0;
    int by_simulation = 0;
    int by_2 = 0;  // moves a simulated target by more than doubt and 2 points
    int ignored = 0;

    void add(const WordEffect& effect) {
        ++offices;
        by_formula += effect.by_formula ? 1 : 0;
        by_simulation += effect.by_simulation ? 1 : 0;
        by_2 += effect.moved_simulated > 0.02 ? 1 : 0;
        ignored += effect.ignored() ? 1 : 0;
    }
};

std::string in_one(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : "; ").append(word);
    return text;
}

// Rules that formulas leave aside concern all work of the people whose work they are.
bool is_left_aside(WarningCode code) {
    const auto& all = analytic::all_left_aside();
    return std::any_of(all.begin(), all.end(), [&](const analytic::LeftAside& one) { return one.code == code; });
}

// What makes the formula doubt a target, by the codes of its warnings.
std::vector<std::string> reasons(const Agreement& one, std::size_t target) {
    std::vector<std::string> names;
    const Promise& promise = one.formula.targets[target].promise;
    const std::string& whose =
        promise.team ? one.scenario.teams()[*promise.team].name : one.scenario.work()[*promise.work].name;
    if (!one.formula.targets[target].may_be_off) return names;
    for (const Warning& warning : one.formula.warnings) {
        const bool of_pool = is_left_aside(warning.code);
        const bool its = warning.code >= WarningCode::queue_left_over && warning.arguments.front() == whose;
        const std::string name{warning_name(warning.code)};
        if ((of_pool || its) && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

void write_targets(std::uint64_t seed, const Agreement& one, const std::string& words, std::ofstream& file) {
    for (std::size_t t = 0; t < one.simulated.targets.size(); ++t) {
        const TargetResult& a = one.formula.targets[t];
        const TargetResult& b = one.simulated.targets[t];
        file << fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", seed, promise_name(a.promise.kind),
                            scope_name(a.promise.over), a.promise.wanted, a.reached, b.reached,
                            b.half_width.value_or(0.0), a.met, one.missed_by(t), one.off_by(t), in_one(reasons(one, t)),
                            words);
    }
}

void tell(std::uint64_t seed, const Agreement& one, const std::string& words) {
    std::string targets;
    for (std::size_t t = 0; t < one.simulated.targets.size(); ++t) {
        const TargetResult& a = one.formula.targets[t];
        const TargetResult& b = one.simulated.targets[t];
        if (a.met && !a.may_be_off && one.missed_by(t) > 0.02)
            targets +=
                fmt::format("{} wanted {:.3f} formula {:.3f} simulated {:.3f}+-{:.3f}; ", promise_name(a.promise.kind),
                            a.promise.wanted, a.reached, b.reached, b.half_width.value_or(0.0));
    }
    fmt::print("{}: denied by {:.3f}: {}[{}]\n", seed, one.denied_by(), targets, words);
    std::fflush(stdout);
}

void print(const std::map<std::string, LeftOut>& words) {
    fmt::print(
        "\n| left out | offices | moves a figure by formula | of the simulation | a target by 2 points | ignored |\n");
    fmt::print("|---|---|---|---|---|---|\n");
    for (const auto& [name, w] : words)
        fmt::print("| {} | {} | {} | {} | {} | {} |\n", name, w.offices, w.by_formula, w.by_simulation, w.by_2,
                   w.ignored);
}

void print(const std::map<std::string, Count>& counts, const std::map<std::string, Reason>& doubts) {
    fmt::print("\n| offices with | plans | expected | met | denied by 2 points | by 3 | by 20 |\n");
    fmt::print("|---|---|---|---|---|---|---|\n");
    for (const auto& [word, c] : counts)
        fmt::print("| {} | {} | {} | {} | {} | {} | {} |\n", word, c.plans, c.expected, c.met, c.by_2, c.by_3, c.by_20);
    fmt::print("\n| reason of doubt | targets | missed by 3 points | 95 % of shares off by less than | of waits |\n");
    fmt::print("|---|---|---|---|---|\n");
    for (const auto& [name, r] : doubts)
        fmt::print("| {} | {} | {} | {:.1f} points | {:.0f} % of the promise |\n", name, r.targets, r.by_3,
                   100.0 * upper(r.off), 100.0 * upper(r.off_waits));
}

int run(int offices, std::uint64_t first, int replications, const char* results, Words words_of_offices) {
    std::map<std::string, Count> counts;
    std::map<std::string, Reason> doubts;
    std::map<std::string, LeftOut> left_out;
    std::ofstream file;
    if (results) file.open(results);
    file << "seed,kind,over,wanted,formula,simulated,half_width,met,missed_by,off_by,reasons,words\n";
    int different = 0;
    for (int i = 0; i < offices; ++i) {
        const std::uint64_t seed = first + static_cast<std::uint64_t>(i);
        const Agreement one = agreement_of(seed, replications, words_of_offices);
        const std::vector<std::string> words = words_of(one.scenario, one.plan);
        for (const std::string& word : words) counts[word].add(one, one.denied_by());
        counts["all"].add(one, one.denied_by());
        for (std::size_t t = 0; t < one.formula.targets.size(); ++t) {
            const std::vector<std::string> its = reasons(one, t);
            for (const std::string& reason : its) doubts[reason].add(one, t);
            if (its.size() == 1) doubts[its.front() + ", alone"].add(one, t);
        }
        if (one.denied_by() > 0.02) tell(seed, one, in_one(words));
        if (results) write_targets(seed, one, in_one(words), file);
        for (const WordEffect& effect : word_effects(one)) {
            left_out[effect.name].add(effect);
            if (effect.ignored())
                fmt::print("{}: ignores {}: formula {:.3f}, simulation {:.3f}\n", seed, effect.name,
                           effect.moved_formula, effect.moved_simulated);
        }
        if (const std::string names = different_figures(one); !names.empty()) {
            fmt::print("{}: differs: {}\n", seed, names);
            ++different;
        }
    }
    print(counts, doubts);
    print(left_out);
    fmt::print("\noffices with figures that differ: {}\n", different);
    return 0;
}

}  // namespace
}  // namespace freiton::test

int main(int argc, char** argv) {
    return freiton::test::run(
        argc > 1 ? std::atoi(argv[1]) : 150, argc > 2 ? static_cast<std::uint64_t>(std::atoll(argv[2])) : 1,
        argc > 3 ? std::atoi(argv[3]) : 200, argc > 4 ? argv[4] : nullptr,
        argc > 5 && std::string{argv[5]} == "later" ? freiton::test::Words::later : freiton::test::Words::ordinary);
}
