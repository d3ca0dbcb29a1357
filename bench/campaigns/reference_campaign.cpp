// SPDX-License-Identifier: Apache-2.0
// The simulator against the exact reference values, long enough for half-widths of 0.1 point for shares and 1 % for
// times. It works through the cases of a family, appends each to a results file as it is done, and goes on there when
// it is started again, so that it can be run in slices:
//
//     freiton_reference_campaign FAMILY RESULTS.csv [--seconds 150]     exit code 75: there is more to do
//     freiton_reference_campaign summary RESULTS.csv ...
//
// A pilot of 100 short replications says how much is needed; it is then run anew, with another seed and a fixed number,
// so that the half-widths are those of runs that were not stopped by looking at them. Where much is needed the
// replications become longer (up to ten times), not more: at the end of the last day callers are still served but
// nobody new comes, which in four days would show in shares that are known to 0.03 point.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "simulation/blend_cases.hpp"
#include "simulation/changing_days.hpp"
#include "simulation/overflow_cases.hpp"

namespace freiton::test {
namespace {

constexpr int pilot_replications = 100;
constexpr int pilot_days = 4;
constexpr double most_seconds = 400.0;  // of a processor, for a case
constexpr double wanted_share = 0.001;
constexpr double wanted_relative = 0.01;
constexpr double least_events = 200.0;  // independent ones, below which a value is reported apart

bool is_share(const std::string& figure) {
    for (const char* share :
         {"probability", "share", "level", "reachability", "occupancy", "p_wait", "sl20", "p_abandon", "p_delay"})
        if (figure.find(share) != std::string::npos) return true;
    return false;
}
bool is_time(const std::string& figure) { return figure.ends_with("_s") || figure.ends_with("turnaround"); }

// Half-width over the wanted one; what nothing is wanted of (queues, busy people) follows from the others.
double excess(const Compared& one) {
    if (!one.is_sample(least_events)) return 0.0;
    if (is_share(one.what)) return one.half_width / wanted_share;
    return is_time(one.what) ? one.half_width / (wanted_relative * std::abs(one.exact)) : 0.0;
}

std::vector<Json> cases_of(const std::string& name) {
    std::vector<Json> cases;
    for (const Json& exact : reference_cases(name == "overflow" ? "pooling" : name)) {
        if (name == "overflow" && exact["part"] != "overflow") continue;
        if (name.starts_with("erlang") && !can_run(name, exact)) continue;
        cases.push_back(exact);
    }
    return cases;
}

std::vector<Compared> run_case(const std::string& family, const Json& exact, const SteadyRun& run) {
    if (family == "overflow") return OverflowDays{exact, run}.run();
    if (family == "blend") return run_blend(exact, run);
    if (family == "time_varying") return run_changing_day(exact, run);
    return SteadyDays{{exact, family}, run}.run();
}

std::set<std::string> done_already(const std::string& path) {
    std::set<std::string> done;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("# ")) done.insert(line.substr(2, line.find(' ', 2) - 2));
    return done;
}

void run_and_write(const std::string& family, const Json& exact, SteadyRun run, std::ofstream& file) {
    const std::clock_t begin = std::clock();
    const auto seconds = [begin] { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; };
    std::vector<Compared> values = run_case(family, exact, run);
    double widest = 0.0;
    // a rare event of the pilot may well be a sample of the whole run
    for (Compared& value : values) value.events = value.events >= least_events / 20.0 ? 1e9 : 0.0;
    for (const Compared& value : values) widest = std::max(widest, excess(value));
    const double wanted = 1.3 * widest * widest;  // so many times the pilot
    const double times = std::min(wanted, most_seconds / std::max(1e-4, seconds()));
    const int longer = family == "time_varying" ? 1 : static_cast<int>(std::clamp(times, 1.0, 10.0));
    run.days *= longer;
    run.replications = static_cast<int>(std::clamp(run.replications * times / longer, double{pilot_replications}, 2e6));
    run.seed += 1'000'000;
    values = run_case(family, exact, run);
    for (const Compared& one : values)
        file << fmt::format("{},{},{},{},{},{},{},{}\n", family, one.what, one.exact, one.simulated, one.half_width,
                            one.replications, one.events,
                            one.is_sample(least_events) ? fmt::format("{:.4f}", one.z()) : "");
    file << fmt::format("# {} {:.1f} s\n", exact["id"].get<std::string>(), seconds());
    file.flush();
}

int run_family(const std::string& name, const std::string& path, double seconds) {
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<Json> cases = cases_of(name);
    const std::set<std::string> done = done_already(path);
    std::ofstream file{path, std::ios::app};
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Json& exact = cases[i];
        if (done.contains(exact["id"])) continue;
        if (std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() > seconds) return 75;
        const SteadyRun run{.days = name == "time_varying" ? 1 : pilot_days,
                            .replications = name == "time_varying" ? 1000 : pilot_replications,
                            .seed = i + 1,
                            .variant = static_cast<int>(i)};
        run_and_write(name, exact, run, file);
    }
    return 0;
}

// Root mean squares and distances of a family's values; by figure, as values of one case hang together.
int summary(const std::vector<std::string>& paths) {
    std::map<std::string, std::vector<double>> z;
    std::map<std::string, int> wide, rare, total;
    for (const std::string& path : paths) {
        std::ifstream file{path};
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with("#")) continue;
            std::vector<std::string> cells;
            std::stringstream row{line};
            for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
            const std::string figure = cells[1].substr(cells[1].rfind(' ') + 1);
            ++total[cells[0]];
            const Compared one{figure,
                               std::stod(cells[2]),
                               std::stod(cells[3]),
                               std::stod(cells[4]),
                               std::stoi(cells[5]),
                               std::stod(cells[6])};
            if (!one.is_sample(least_events)) {
                ++rare[cells[0]];
                continue;
            }
            if (excess(one) > 1.0) ++wide[cells[0]];
            z[cells[0] + ",all"].push_back(std::stod(cells[7]));
            z[cells[0] + "," + figure].push_back(std::stod(cells[7]));
        }
    }
    fmt::print(
        "| family | figure | values | largest \\|z\\| | rms z | KS distance | p | wider than wanted | too rare |\n");
    fmt::print("|---|---|---|---|---|---|---|---|---|\n");
    for (const auto& [key, values] : z) {
        const std::string family = key.substr(0, key.find(',')), figure = key.substr(key.find(',') + 1);
        const Spread spread = spread_of(values);
        fmt::print("| {} | {} | {} | {:.2f} | {:.3f} | {:.3f} | {:.2f} | {} | {} |\n", family, figure, spread.values,
                   spread.largest, spread.rms, spread.ks, spread.ks_p,
                   figure == "all" ? std::to_string(wide[family]) : "",
                   figure == "all" ? std::to_string(rare[family]) : "");
    }
    return 0;
}

}  // namespace
}  // namespace freiton::test

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() >= 2 && words[0] == "summary") return freiton::test::summary({words.begin() + 1, words.end()});
    if (words.size() != 2 && !(words.size() == 4 && words[2] == "--seconds")) {
        fmt::print(stderr,
                   "usage: freiton_reference_campaign FAMILY RESULTS.csv [--seconds N] | summary RESULTS.csv ...\n");
        return 2;
    }
    return freiton::test::run_family(words[0], words[1], words.size() == 4 ? std::stod(words[3]) : 1e9);
}
