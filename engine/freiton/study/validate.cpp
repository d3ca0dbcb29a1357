// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/validate.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/study/held_against_log.hpp"
#include "freiton/study/simulate.hpp"
#include "freiton/study/with_actual.hpp"

namespace freiton::study {

namespace {

constexpr double bands_part = 0.3;  // of the progress; the causes have the rest

Scenario with_days_for_bands(const Scenario& scenario) {
    ScenarioParts parts = scenario.parts();
    if (!parts.simulation.replications) parts.simulation.replications = days_for_bands;
    return Scenario{std::move(parts)};
}

bool varies(const Scenario& scenario, const Work& work) {
    if (work.load_variation() > 0.0) return true;
    return std::any_of(scenario.teams().begin(), scenario.teams().end(), [&](const Team& team) {
        const bool handles = std::find(team.handles.begin(), team.handles.end(), work.name) != team.handles.end();
        return handles && team.absence && team.absence->share.value() > 0.0;
    });
}

WorkValidation held_against(const Validation& all, const LoggedWork& logged) {
    const Course<CallFigures>& predicted = all.predicted.performance.work[logged.work].calls;
    WorkValidation result{.work = logged.work, .queue = logged.queue};
    result.intervals = compared_intervals(all.scenario, predicted, logged, all.days);
    result.days = compared_days(all.scenario, predicted, logged, all.days);
    for (const Compared figure : all_compared)
        if (is_logged(figure, logged))
            result.fits.push_back(fit_of(figure, result.intervals, result.days));
        else
            result.not_in_log.push_back(figure);
    result.handling_replaced = logged.handling;
    result.patience_mean_s = patience_in_log(logged);
    result.only_chance = !varies(all.scenario, all.scenario.work()[logged.work]);
    return result;
}

// The errors of all works with some of the prediction replaced: [work][service level, ASA].
struct Errors {
    double bias = CallFigures::none;
    double day_error = CallFigures::none;
};
constexpr std::array explained = {Compared::service_level, Compared::asa_s};
using ErrorsOfWorks = std::vector<std::array<Errors, explained.size()>>;

// Puts what came into the scenario, one after the other.
class CauseFinder {
  public:
    CauseFinder(Validation& all, const LoggedCalls& logged, const RunControl& control)
        : all_{all}, logged_{logged}, control_{control} {
        for (const LoggedWork& work : logged.work) {
            handling_ = handling_ || work.handling;
            patience_ = patience_ || patience_in_log(work);
        }
    }

    void find() {
        const ErrorsOfWorks none = errors_of(all_.predicted.performance);
        const ErrorsOfWorks volume = replaced({.volume = true});
        const ErrorsOfWorks handling = handling_ ? replaced({.handling_time = true}) : none;
        const ErrorsOfWorks both = handling_ ? replaced({.volume = true, .handling_time = true}) : volume;
        const ErrorsOfWorks known =
            patience_ ? replaced({.volume = true, .handling_time = handling_, .patience = true}) : both;
        if (control_.stopped()) return;
        for (std::size_t w = 0; w < all_.work.size(); ++w)
            for (std::size_t k = 0; k < explained.size(); ++k) {
                if (all_.work[w].fit(explained[k]) == nullptr || std::isnan(none[w][k].bias)) continue;
                const auto parts = [&](double Errors::*error) {
                    return parts_of(none[w][k].*error, volume[w][k].*error, handling[w][k].*error, both[w][k].*error,
                                    known[w][k].*error);
                };
                all_.work[w].causes.push_back({explained[k], parts(&Errors::bias), parts(&Errors::day_error)});
            }
    }

  private:
    static ErrorParts parts_of(double none, double volume, double handling, double both, double known) {
        return {.whole = none,
                .volume = 0.5 * ((none - volume) + (handling - both)),
                .handling_time = 0.5 * ((none - handling) + (volume - both)),
                .patience = both - known};
    }

    ErrorsOfWorks replaced(const Replaced& what) {
        if (control_.stopped()) return ErrorsOfWorks(logged_.work.size());
        const Scenario scenario = with_actual(all_.scenario, logged_, all_.predicted.performance, what);
        const double begun = run_++ / most_runs;
        const RunControl part = control_.part(begun, begun + 1.0 / most_runs);
        return errors_of(study::simulate(scenario, all_.predicted.plan, part, simulation::Detail::means).performance);
    }

    ErrorsOfWorks errors_of(const Performance& performance) const {
        ErrorsOfWorks errors;
        for (const LoggedWork& work : logged_.work) {
            const std::vector<ComparedTime> days =
                compared_days(all_.scenario, performance.work[work.work].calls, work, all_.days);
            auto& of_work = errors.emplace_back();
            for (std::size_t k = 0; k < explained.size(); ++k) {
                const FigureFit fit = fit_of(explained[k], {}, days);
                of_work[k] = {fit.bias, fit.day_error};
            }
        }
        return errors;
    }

    static constexpr double most_runs = 4.0;
    Validation& all_;
    const LoggedCalls& logged_;
    const RunControl& control_;
    bool handling_ = false;
    bool patience_ = false;
    double run_ = 0.0;
};

}  // namespace

Validation validate(const Scenario& scenario, const CallLog& log, const std::string& file_name,
                    const ValidateOptions& options, const RunControl& control) {
    const StaffingPlan plan = given_staffing(scenario);
    LoggedCalls logged = logged_calls(scenario, log, file_name, options);
    Validation result{.scenario = with_days_for_bands(scenario)};
    result.predicted = study::simulate(result.scenario, plan, control.part(0.0, bands_part));
    result.reading = log.reading;
    result.days = logged.days;
    result.left_out = std::move(logged.left_out);
    result.wrap_up_s = options.wrap_up.count();
    for (const LoggedWork& work : logged.work) result.work.push_back(held_against(result, work));
    const RunControl rest = control.part(bands_part, 1.0);
    if (!control.stopped()) CauseFinder{result, logged, rest}.find();
    result.interrupted = control.stopped();
    return result;
}

}  // namespace freiton::study
