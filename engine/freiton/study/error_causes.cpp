// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/error_causes.hpp"

#include <array>
#include <cmath>

#include "freiton/core/parallel_for.hpp"
#include "freiton/study/as_it_came.hpp"
#include "freiton/study/held_against_log.hpp"
#include "freiton/study/simulate.hpp"
#include "freiton/study/with_actual.hpp"

namespace freiton::study {

namespace {

// The errors of all works with some of the prediction replaced: [work][service level, ASA].
struct ErrorsOfFigure {
    double bias = CallFigures::none;
    double day_error = CallFigures::none;
};
constexpr std::array explained = {Compared::service_level, Compared::asa_s};
using ErrorsOfWorks = std::vector<std::array<ErrorsOfFigure, explained.size()>>;

ErrorParts parts_of(double none, double volume, double handling, double both, double known) {
    return {.whole = none,
            .volume = 0.5 * ((none - volume) + (handling - both)),
            .handling_time = 0.5 * ((none - handling) + (volume - both)),
            .patience = both - known};
}

// Puts what came into the scenario, one after the other.
class CauseFinder {
  public:
    CauseFinder(const LoggedCalls& logged, const LoggedCalls& talk, const CallLog& log, const RunControl& control,
                Validation& all)
        : all_{all}, logged_{logged}, control_{control}, days_{all.scenario, all.predicted.plan, log, talk} {
        for (const LoggedWork& work : logged.work) {
            handling_ = handling_ || work.handling;
            patience_ = patience_ || patience_in_log(work);
        }
    }

    void find() {
        const ErrorsOfWorks none = errors_of_simulated(all_.predicted.performance);
        const ErrorsOfWorks volume = errors_as_it_came(false, false);
        const ErrorsOfWorks handling = handling_ ? errors_with_handling() : none;
        const ErrorsOfWorks both = handling_ ? errors_as_it_came(true, false) : volume;
        const ErrorsOfWorks known = patience_ ? errors_as_it_came(handling_, true) : both;
        if (control_.stopped()) return;
        for (std::size_t w = 0; w < all_.work.size(); ++w)
            for (std::size_t k = 0; k < explained.size(); ++k) {
                if (all_.work[w].fit(explained[k]) == nullptr || std::isnan(none[w][k].bias)) continue;
                const auto parts = [&](double ErrorsOfFigure::*error) {
                    return parts_of(none[w][k].*error, volume[w][k].*error, handling[w][k].*error, both[w][k].*error,
                                    known[w][k].*error);
                };
                all_.work[w].causes.push_back(
                    {explained[k], parts(&ErrorsOfFigure::bias), parts(&ErrorsOfFigure::day_error)});
            }
    }

  private:
    RunControl next_part() {
        const double begun = run_++ / most_runs;
        return control_.part(begun, begun + 1.0 / most_runs);
    }

    ErrorsOfWorks errors_with_handling() {
        if (control_.stopped()) return ErrorsOfWorks(logged_.work.size());
        const Scenario scenario = with_actual_handling(all_.scenario, logged_);
        return errors_of_simulated(
            study::simulate(scenario, all_.predicted.plan, next_part(), simulation::Detail::means).performance);
    }

    Unsaid unsaid(bool handling, bool patience) const {
        Unsaid trial{.talk_of_log = handling};
        for (std::size_t k = 0; k < logged_.work.size(); ++k) {
            const LoggedWork& own = logged_.work[k];
            const Work& work = all_.scenario.work()[own.work];
            const double stated_s = work.wrap_up ? work.wrap_up->mean_duration().count() : 0.0;
            const auto of_log = patience ? patience_in_log(own) : std::nullopt;
            trial.wrap_up_s.push_back(handling && own.handling ? own.wrap_up_s : stated_s);
            trial.patience.push_back(of_log ? DurationLaw{.mean = Seconds{*of_log}} : work.patience);
            trial.balk.push_back(work.balk.value());
        }
        return trial;
    }

    ErrorsOfWorks errors_as_it_came(bool handling, bool patience) {
        if (control_.stopped()) return ErrorsOfWorks(logged_.work.size());
        const Unsaid trial = unsaid(handling, patience);
        const RunControl part = next_part();
        std::vector<std::vector<std::vector<simulation::Numbers>>> played(replays);
        parallel_for(replays, part.threads, [&](std::size_t r) {
            if (!part.stopped()) played[r] = days_.play(trial, r);
        });
        part.report(1.0);
        if (control_.stopped()) return ErrorsOfWorks(logged_.work.size());
        ErrorsOfWorks errors;
        for (std::size_t k = 0; k < logged_.work.size(); ++k) {
            std::vector<simulation::Numbers> mean(all_.scenario.intervals(), simulation::Numbers{});
            for (const auto& works : played)
                for (std::size_t i = 0; i < mean.size(); ++i)
                    for (std::size_t n = 0; n < mean[i].size(); ++n) mean[i][n] += works[k][i][n] / replays;
            errors.push_back(errors_of(compared_days(all_.scenario, mean, logged_.work[k], all_.days)));
        }
        return errors;
    }

    ErrorsOfWorks errors_of_simulated(const Performance& performance) const {
        ErrorsOfWorks errors;
        for (const LoggedWork& work : logged_.work)
            errors.push_back(
                errors_of(compared_days(all_.scenario, performance.work[work.work].calls, work, all_.days)));
        return errors;
    }

    static std::array<ErrorsOfFigure, explained.size()> errors_of(const std::vector<ComparedTime>& days) {
        std::array<ErrorsOfFigure, explained.size()> errors{};
        for (std::size_t k = 0; k < explained.size(); ++k) {
            const FigureFit fit = fit_of(explained[k], {}, days);
            errors[k] = {fit.bias, fit.day_error};
        }
        return errors;
    }

    static constexpr double most_runs = 4.0;
    Validation& all_;
    const LoggedCalls& logged_;
    const RunControl& control_;
    AsItCame days_;
    bool handling_ = false;
    bool patience_ = false;
    double run_ = 0.0;
};

}  // namespace

void find_causes(const LoggedCalls& logged, const LoggedCalls& talk, const CallLog& log, const RunControl& control,
                 Validation& validation) {
    CauseFinder{logged, talk, log, control, validation}.find();
}

}  // namespace freiton::study
