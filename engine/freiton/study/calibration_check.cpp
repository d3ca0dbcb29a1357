// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/calibration_check.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/study/calibrated_work.hpp"
#include "freiton/study/held_against_log.hpp"
#include "freiton/study/simulate.hpp"

namespace freiton::study {

namespace {

constexpr std::array checked = {Compared::service_level, Compared::asa_s, Compared::abandoned};
constexpr std::array of_variation = {Fitted::day_cv, Fitted::interval_cv, Fitted::handling_day_cv};
constexpr double most_runs = 3.0;

using FitsOfWorks = std::vector<std::vector<FigureFit>>;

class Check {
  public:
    Check(const LoggedCalls& logged, const RunControl& control, Calibration& calibration)
        : logged_{logged}, control_{control}, calibration_{calibration} {}

    FitsOfWorks fits_of(const Scenario& scenario) {
        ScenarioParts parts = scenario.parts();
        parts.simulation.replications = calibration_.replications;
        const Scenario simulated{std::move(parts)};
        const double begun = run_++ / most_runs;
        const PlanResult result = simulate(simulated, given_staffing(simulated),
                                           control_.part(begun, begun + 1.0 / most_runs), simulation::Detail::means);
        if (control_.stopped()) throw Stopped{};
        FitsOfWorks fits;
        for (const LoggedWork& work : logged_.work) {
            const auto days =
                compared_days(simulated, result.performance.work[work.work].calls, work, calibration_.days);
            auto& of_work = fits.emplace_back();
            for (const Compared figure : checked)
                if (is_logged(figure, work)) of_work.push_back(fit_of(figure, {}, days));
        }
        return fits;
    }

    void tell(const FitsOfWorks& before, const FitsOfWorks& after) {
        for (std::size_t w = 0; w < after.size(); ++w) {
            WorkCalibration& work = calibration_.work[w];
            work.checks.clear();
            for (std::size_t f = 0; f < after[w].size(); ++f) {
                const FigureFit& now = after[w][f];
                if (std::isnan(now.bias) || std::isnan(before[w][f].bias)) continue;
                work.checks.push_back({now.figure, now.actual, before[w][f].predicted, now.predicted, before[w][f].bias,
                                       now.bias, doubt(work, now)});
            }
        }
    }

    bool any_further_off() const {
        return std::any_of(calibration_.work.begin(), calibration_.work.end(), [](const WorkCalibration& work) {
            return std::any_of(work.checks.begin(), work.checks.end(),
                               [](const CheckedFigure& one) { return one.is_further_off(); });
        });
    }

  private:
    // Half of a 95 % interval of the bias: by the days' differences, or of too few days by what chance does to them.
    // The bias is in points of a service level, else a part of the figure.
    static double doubt(const WorkCalibration& work, const FigureFit& fit) {
        if (!std::isnan(fit.bias_half_width)) return fit.bias_half_width;
        for (const CalibratedFigure& total : work.totals)
            if (total.figure == fit.figure)
                return 2.0 * total.noise / (fit.figure == Compared::service_level ? 1.0 : total.actual);
        return 0.0;
    }

    const LoggedCalls& logged_;
    const RunControl& control_;
    Calibration& calibration_;
    double run_ = 0.0;
};

// Whether there was any that is not as the scenario has it.
bool withhold_variation(std::vector<WorkCalibration>& works) {
    bool any = false;
    for (WorkCalibration& work : works)
        for (FittedValue& value : work.values) {
            const bool varies = std::find(of_variation.begin(), of_variation.end(), value.what) != of_variation.end();
            if (!varies || value.withheld) continue;
            value.withheld = Withheld::further_off;
            any = true;
        }
    return any;
}

}  // namespace

void check_calibrated(const Scenario& before, const LoggedCalls& logged, const RunControl& control,
                      Calibration& calibration) {
    Check check{logged, control, calibration};
    const FitsOfWorks was = check.fits_of(before);
    check.tell(was, check.fits_of(with_fitted(before, calibration.work)));
    if (!check.any_further_off()) return;
    const std::vector<WorkCalibration> as_found = calibration.work;
    if (!withhold_variation(calibration.work)) return;
    check.tell(was, check.fits_of(with_fitted(before, calibration.work)));
    if (check.any_further_off()) calibration.work = as_found;  // it is not from the variation
}

}  // namespace freiton::study
