// SPDX-License-Identifier: Apache-2.0
// Logs made by the simulator of offices that are known: how often does a calibration find what was put in, within two
// of its standard errors?
//
//     freiton_calibration_campaign [CASE|all [LOGS]]       prints tables in Markdown
#include <fmt/core.h>

#include <cmath>
#include <map>
#include <string>

#include "freiton/study/calibrate.hpp"
#include "study/drawn_log.hpp"

namespace freiton::test {
namespace {

using namespace std::chrono_literals;

struct Truth {
    std::string name;
    ScenarioParts parts;
    std::map<Fitted, double> values;
};

// Days of 480 calls in eight hours; five people are busy three quarters of their time.
ScenarioParts office_of_weeks(int weeks) {
    ScenarioParts parts = two_weeks_of_sales();
    parts.calendar.days = 7 * weeks;
    parts.work[0].arrivals = listed(std::vector<double>(16, 30.0));
    parts.work[0].wrap_up = DurationLaw{.mean = 45s};
    parts.teams[0].staff = Staff{.agents = {5}, .same_for_all = true};
    return parts;
}

// Waits and people: four weeks of each law, with days that differ.
Truth truth_of(const std::string& name, const DurationLaw& patience, double balk) {
    Truth truth{.name = name, .parts = office_of_weeks(4), .values = {}};
    Work& work = truth.parts.work[0];
    work.patience = patience;
    work.balk = Share{balk};
    work.arrivals.day_cv = 0.12;
    work.arrivals.interval_cv = 0.1;
    work.handling_time.day_cv = 0.05;
    truth.values = {{Fitted::patience_mean, patience.mean->count()}, {Fitted::balk, balk}, {Fitted::wrap_up, 45.0}};
    if (patience.cv) truth.values[Fitted::patience_cv] = *patience.cv;
    return truth;
}

// With two people less the waits are as long as patience.
Truth busier(Truth truth) {
    truth.parts.teams[0].staff = Staff{.agents = {3}, .same_for_all = true};
    return truth;
}

// Days: how many there are decides how well their variation is known. Nobody asks for people.
Truth days_of(const std::string& name, int weeks) {
    Truth truth{.name = name, .parts = office_of_weeks(weeks), .values = {}};
    Work& work = truth.parts.work[0];
    work.arrivals.day_cv = 0.15;
    work.arrivals.interval_cv = 0.12;
    work.handling_time.day_cv = 0.08;
    truth.values = {{Fitted::day_cv, 0.15}, {Fitted::interval_cv, 0.12}, {Fitted::handling_day_cv, 0.08}};
    return truth;
}

std::vector<Truth> truths() {
    return {
        truth_of("exponential", {.mean = 120s}, 0.05),
        truth_of("lognormal", {.law = Law::lognormal, .mean = 120s, .cv = 1.5}, 0.05),
        truth_of("hyperexponential", {.law = Law::hyperexponential, .mean = 120s, .cv = 2.0}, 0.1),
        busier(truth_of("hyperexponential, long waits", {.law = Law::hyperexponential, .mean = 120s, .cv = 2.0}, 0.1)),
        days_of("4 weeks", 4),
        days_of("13 weeks", 13),
        days_of("26 weeks", 26)};
}

// What somebody knows who has not calibrated.
ScenarioParts before(const Truth& truth) {
    ScenarioParts parts = truth.parts;
    Work& work = parts.work[0];
    work.patience = DurationLaw{.mean = 200s};
    work.balk = Share{0.0};
    work.wrap_up.reset();
    work.arrivals.day_cv = work.arrivals.interval_cv = work.handling_time.day_cv = 0.0;
    parts.simulation.replications = 40;
    if (!truth.values.contains(Fitted::wrap_up)) parts.teams[0].staff.reset();
    return parts;
}

struct Recovery {
    int logs = 0;
    int within = 0;
    double sum = 0.0, squares = 0.0, errors = 0.0;
    int known_errors = 0;

    void add(const FittedValue& found, double truth) {
        ++logs;
        const bool limit = std::isnan(found.standard_error);
        within +=
            (limit ? truth <= found.at_most : std::abs(found.value - truth) <= 2.0 * found.standard_error) ? 1 : 0;
        sum += found.value;
        squares += (found.value - truth) * (found.value - truth);
        if (limit) return;
        errors += found.standard_error;
        ++known_errors;
    }
};

void run(const Truth& truth, int logs) {
    std::map<Fitted, Recovery> recoveries;
    std::map<Law, int> laws;
    for (int log = 0; log < logs; ++log) {
        const CallLog drawn = drawn_log(truth.parts, 1000 + static_cast<std::uint64_t>(log));
        const Calibration found = study::calibrate(Scenario{before(truth)}, drawn, "log.csv");
        const WorkCalibration& work = found.work.at(0);
        if (work.law() != nullptr) ++laws[work.law()->law.law];
        for (const auto& [what, value] : truth.values)
            if (const FittedValue* fitted = work.value(what)) recoveries[what].add(*fitted, value);
    }
    fmt::print("\n{}, {} logs", truth.name, logs);
    if (truth.values.contains(Fitted::patience_mean))
        fmt::print("; exponential, lognormal, hyperexponential laws were chosen {}, {}, {} times",
                   laws[Law::exponential], laws[Law::lognormal], laws[Law::hyperexponential]);
    fmt::print(
        "\n\n| value | truth | within 2 standard errors | mean | root mean square error | mean standard error |\n");
    fmt::print("|---|---|---|---|---|---|\n");
    for (const auto& [what, r] : recoveries)
        fmt::print("| `{}` | {:.4g} | {:.1f} % | {:.4g} | {:.3g} | {:.3g} |\n", fitted_key(what), truth.values.at(what),
                   100.0 * r.within / r.logs, r.sum / r.logs, std::sqrt(r.squares / r.logs),
                   r.errors / std::max(1, r.known_errors));
    std::fflush(stdout);
}

}  // namespace
}  // namespace freiton::test

int main(int count, char** arguments) {
    const std::string which = count > 1 ? arguments[1] : "all";
    const int logs = count > 2 ? std::stoi(arguments[2]) : 200;
    for (const auto& truth : freiton::test::truths())
        if (which == "all" || which == truth.name) freiton::test::run(truth, logs);
}
