// SPDX-License-Identifier: Apache-2.0
// Of many independent 95 % intervals, how many cover the exact value? Each is one run of 30 replications with a seed of
// its own; shares near 0 and 1, quantiles and runs that stop by themselves are reported apart.
//
//     freiton_coverage_campaign [PART [INTERVALS]]       parts 1 to 10 or all; prints tables in Markdown
#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <map>

#include "simulation/blend_cases.hpp"
#include "simulation/steady_cases.hpp"

namespace freiton::test {
namespace {

struct Coverage {
    std::string id;  // of the reference case
    int runs = 0;
    int covered = 0;
    int unknown = 0;  // no half-width was given
    double half_width = 0.0;
    double exact = 0.0;
    double replications = 0.0;

    void add(const Compared& one) {
        ++runs;
        exact = one.exact;
        replications += one.replications;
        if (std::isnan(one.half_width)) {
            ++unknown;
            return;
        }
        half_width += one.half_width;
        if (std::abs(one.simulated - one.exact) <= one.half_width) ++covered;
    }
};

using Coverages = std::map<std::string, Coverage>;

void print(const char* title, const Coverages& coverages) {
    fmt::print("\n{}\n\n| case and figure | exact | intervals | covered | mean half-width | replications |\n", title);
    fmt::print("|---|---|---|---|---|---|\n");
    for (const auto& [what, c] : coverages)
        fmt::print("| {} | {:.5g} | {} | {:.1f} % | {:.3g} | {:.0f} |\n", what, c.exact, c.runs - c.unknown,
                   100.0 * c.covered / std::max(1, c.runs - c.unknown), c.half_width / std::max(1, c.runs - c.unknown),
                   c.replications / c.runs);
    std::fflush(stdout);
}

Json case_of(const std::string& family, const std::string& id) {
    for (const Json& exact : reference_cases(family))
        if (exact["id"] == id) return exact;
    throw std::invalid_argument{id};
}

// Quantiles of the wait have their half-width from ten sections. Erlang C: P(W > w) = p_wait exp(-(n - a) w / aht).
void add_quantiles(Coverages& coverages, const SteadyDays& days, const Json& exact) {
    const Scenario scenario = days.scenario();
    const Performance performance =
        simulation::simulate(scenario, constant_staff(scenario, {exact["agents"].get<int>()}));
    const auto& calls = performance.work[0].calls.total;
    const double rate = (exact["agents"].get<double>() - exact["load_erlang"].get<double>()) / days.handling_s();
    const auto add = [&](const char* figure, double p, double CallFigures::*member) {
        const double quantile = std::log(exact["p_wait"].get<double>() / (1.0 - p)) / rate;
        coverages[exact["id"].get<std::string>() + " " + figure].add(
            {figure, quantile, calls.*member, *calls.half_width.*member, performance.replications});
    };
    add("wait_p90_s", 0.90, &CallFigures::wait_p90_s);
    add("wait_p95_s", 0.95, &CallFigures::wait_p95_s);
}

using Run = std::function<std::vector<Compared>(const SteadyRun&)>;

// Of so many independent runs.
Coverages cover(const Run& run, int intervals, int replications) {
    Coverages coverages;
    for (int i = 1; i <= intervals; ++i)
        for (const Compared& one :
             run({.days = 4, .replications = replications, .seed = static_cast<std::uint64_t>(i)}))
            coverages[one.what].add(one);
    return coverages;
}

Run steady(const std::string& family, const std::string& id) {
    return [exact = case_of(family, id), family](const SteadyRun& run) {
        return SteadyDays{{exact, family}, run}.run();
    };
}

Coverages cover_quantiles(const Json& exact, int intervals) {
    Coverages coverages;
    for (int i = 1; i <= intervals; ++i)
        add_quantiles(
            coverages,
            SteadyDays{{exact, "erlang_c"}, {.days = 4, .replications = 30, .seed = static_cast<std::uint64_t>(i)}},
            exact);
    return coverages;
}

// A run that stops when its half-widths are reached; `share` points and `times` relative.
Coverages stopping(const std::string& family, const std::string& id, int intervals, double share, double times) {
    Coverages coverages;
    for (int i = 1; i <= intervals; ++i) {
        const SteadyDays days{{case_of(family, id), family}, {.days = 1, .seed = static_cast<std::uint64_t>(i)}};
        ScenarioParts parts = days.scenario().parts();
        parts.simulation.replications.reset();
        parts.simulation.half_width_shares = Share{share};
        parts.simulation.half_width_times = Share{times};
        for (const Compared& one : days.run(Scenario{parts})) coverages[one.what].add(one);
    }
    return coverages;
}

struct Part {
    const char* title;
    std::string family;
    std::vector<std::string> ids;
};

const std::vector<Part>& parts() {
    static const std::vector<Part> parts = {
        {"Fixed runs of 30 replications", "erlang_b", {"erlang_b-023", "erlang_b-024"}},
        {"Fixed runs of 30 replications", "erlang_c", {"erlang_c-018", "erlang_c-020"}},
        {"Fixed runs of 100 replications", "erlang_c", {"erlang_c-018", "erlang_c-020"}},
        {"Fixed runs of 30 replications", "erlang_a", {"erlang_a-012", "erlang_a-024", "erlang_a-061"}},
        {"Fixed runs of 30 replications", "blend", {"blend-051"}},
        {"Quantiles, fixed runs of 30 replications", "erlang_c", {"erlang_c-018", "erlang_c-020", "erlang_c-024"}},
        {"Shares near 0 and 1, fixed runs of 30 replications", "erlang_b", {"erlang_b-022", "erlang_b-029"}},
        {"Shares near 0 and 1, fixed runs of 30 replications", "erlang_a", {"erlang_a-003", "erlang_a-019"}},
        {"Runs that stop when 1 point and 5 % are reached", "erlang_c", {"erlang_c-018"}},
        {"Runs that stop when 1 point and 5 % are reached", "erlang_a", {"erlang_a-012"}},
    };
    return parts;
}

Coverages coverages_of(const Part& part, int intervals) {
    Coverages all;
    for (const std::string& id : part.ids) {
        const Json exact = case_of(part.family, id);
        Coverages of_case;
        if (part.title[0] == 'R')
            of_case = stopping(part.family, id, intervals, 0.01, 0.05);
        else if (part.family == "blend")
            of_case = cover(
                [&](const SteadyRun& run) {
                    return run_blend(exact, {.days = 1, .replications = 30, .seed = run.seed});
                },
                intervals, 30);
        else if (part.title[0] == 'Q')
            of_case = cover_quantiles(exact, intervals);
        else
            of_case = cover(steady(part.family, id), intervals,
                            std::string{part.title}.find("100") == std::string::npos ? 30 : 100);
        all.insert(of_case.begin(), of_case.end());
    }
    return all;
}

int run(const std::string& which, int intervals) {
    for (std::size_t p = 0; p < parts().size(); ++p)
        if (which == "all" || which == std::to_string(p + 1))
            print(parts()[p].title, coverages_of(parts()[p], intervals));
    return 0;
}

}  // namespace
}  // namespace freiton::test

int main(int argc, char** argv) {
    return freiton::test::run(argc > 1 ? argv[1] : "all", argc > 2 ? std::stoi(argv[2]) : 1000);
}
