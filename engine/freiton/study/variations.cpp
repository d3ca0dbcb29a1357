// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <new>

#include "freiton/report/problem_text.hpp"
#include "freiton/study/plan.hpp"
#include "freiton/study/simulate.hpp"
#include "freiton/study/study_figures.hpp"
#include "freiton/study/study_run.hpp"

namespace freiton::study {

Variations::Variations(input::Study study) : study_{std::move(study)}, design_{study_} {}

std::vector<StudyValue> Variations::settings(std::size_t variation) const {
    return study_.settings(variation, design_.point(variation));
}

PlanResult Variations::answer(const Scenario& scenario, const RunControl& control) const {
    if (study_.parts().question == input::Question::simulate)
        return study::simulate(scenario, given_staffing(scenario), control, simulation::Detail::means);
    return plan(scenario, {.control = control});
}

// The problems in one line, always in English, without the folder and the lines of the scenario: the same table
// wherever it is made, from whichever text of the same scenario.
std::string Variations::told(const InputError& error) const {
    std::string text;
    for (Problem problem : error.problems()) {
        if (problem.place.file == study_.scenario_file()) problem.place = {};
        text += (text.empty() ? "" : "; ") + report::problem_text(problem, report::Language::en);
    }
    return text;
}

std::optional<StudyRow> Variations::row(std::size_t variation, const RunControl& control) const {
    StudyRow row{.variation = variation, .seed = study_.seed(), .names = {}, .values = {}, .error = {}};
    try {
        const Scenario scenario = study_.varied(variation, settings(variation));
        row.seed = scenario.parts().simulation.seed;
        const PlanResult result = answer(scenario, control);
        if (control.stopped()) return std::nullopt;
        StudyFigures figures = study_figures(scenario, result);
        row.source = result.performance.source;
        row.replications = result.performance.replications;
        row.met = result.met();
        row.names = std::make_shared<const std::vector<std::string>>(std::move(figures.names));
        row.values = std::move(figures.values);
    } catch (const InputError& error) {
        row.error = told(error);
    } catch (const Stopped&) {
        return std::nullopt;
    } catch (const std::bad_alloc&) {
        throw;  // the machine's trouble, not the variation's: another try may go well
    } catch (const std::exception& error) {
        row.error = std::string{"internal error: "} + error.what();
    }
    return row;
}

}  // namespace freiton::study
