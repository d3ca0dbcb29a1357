// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/study/calibrate.hpp"
#include "freiton/study/calibrated_work.hpp"
#include "freiton/study/moment_fit.hpp"
#include "freiton/study/simulate.hpp"

namespace freiton::study {

namespace {

constexpr double usual_simulations = 25.0;  // for the progress
constexpr int fewest_replications = 20;     // from which covariances are made
constexpr double wrap_up_step = 0.05;       // of the talk time
constexpr double least_step_s = 2.0;
constexpr double patience_step = 0.1;  // of itself
constexpr double away_step = 0.04;
constexpr double most_away = 0.5;
constexpr double most_of_talk = 10.0;  // a wrap-up is no longer than so many talk times

class SimulatedCalibration {
  public:
    SimulatedCalibration(const Scenario& scenario, const CallLog& log, const LoggedCalls& logged,
                         const RunControl& control, Calibration& result)
        : scenario_{scenario},
          logged_{logged},
          control_{control},
          result_{result},
          plan_{given_staffing(scenario)},
          days_{scenario, plan_, log, logged},
          figures_{shown_figures(scenario, logged)} {
        result_.replications = std::clamp(scenario.parts().simulation.replications.value_or(calibration_replications),
                                          fewest_replications, calibration_replications);
    }

    void find() {
        const bool any = std::any_of(figures_.begin(), figures_.end(), [](const auto& shown) { return shown.hour; });
        if (!any) {
            for (WorkCalibration& work : result_.work) work.not_fitted.push_back(NotFitted::no_waits);
            result_.replications = 0;
            return;
        }
        const Show show = [this](const std::vector<TriedValue>& tried) { return simulated(tried); };
        MomentFit fit = fit_moments(figures_, unsaid_values(), show);
        if (const auto with_away = tell_away_apart(fit, show)) fit = *with_away;
        tell(fit);
    }

  private:
    // Wrap-up where the log has talk times, patience where it has no single waits.
    std::vector<TriedValue> unsaid_values() const {
        std::vector<TriedValue> values;
        for (std::size_t k = 0; k < logged_.work.size(); ++k) {
            const LoggedWork& own = logged_.work[k];
            const Work& work = scenario_.work()[own.work];
            const double talk_s = days_.talk_s(k);
            if (own.handling && own.waits)
                values.push_back({.what = Fitted::wrap_up,
                                  .logged_work = k,
                                  .value = work.wrap_up ? work.wrap_up->mean_duration().count() : 0.1 * talk_s,
                                  .step = std::max(least_step_s, wrap_up_step * talk_s),
                                  .most = most_of_talk * talk_s});
            if (!own.single && own.ends && own.waits) {
                const double mean_s = work.patience ? work.patience->mean_duration().count() : talk_s;
                values.push_back({.what = Fitted::patience_mean,
                                  .logged_work = k,
                                  .value = mean_s,
                                  .step = patience_step * mean_s,
                                  .least = patience_step * mean_s,
                                  .most = 100.0 * mean_s});
            }
        }
        return values;
    }

    Unsaid unsaid(const std::vector<TriedValue>& tried) const {
        Unsaid trial;
        for (std::size_t k = 0; k < logged_.work.size(); ++k) {
            const Work& work = scenario_.work()[logged_.work[k].work];
            const PatienceCandidate* law = result_.work[k].law();
            trial.wrap_up_s.push_back(0.0);
            trial.patience.push_back(law != nullptr ? law->law : work.patience);
            trial.balk.push_back(law != nullptr ? law->balk : work.balk.value());
        }
        for (const TriedValue& value : tried) {
            if (value.what == Fitted::away) trial.away = value.value;
            if (value.what == Fitted::wrap_up) trial.wrap_up_s[value.logged_work] = value.value;
            if (value.what == Fitted::patience_mean) {
                auto& patience = trial.patience[value.logged_work];
                patience = with_mean(patience.value_or(DurationLaw{}), value.value);
            }
        }
        return trial;
    }

    ShownBySimulation simulated(const std::vector<TriedValue>& tried) {
        const double begun = std::min(1.0, simulations_ / usual_simulations);
        simulations_ += 1.0;
        const double done = std::min(1.0, simulations_ / usual_simulations);
        return shown_by_simulation(scenario_, days_, figures_, unsaid(tried), result_.replications,
                                   control_.part(begun, done));
    }

    // Away is fitted beside the wrap-up times unless one of them does the same; then that is told.
    std::optional<MomentFit> tell_away_apart(MomentFit& fit, const Show& show) {
        std::vector<TriedValue> values = fit.tried;
        const bool wraps =
            std::any_of(values.begin(), values.end(), [](const auto& one) { return one.what == Fitted::wrap_up; });
        if (!wraps || fit.covariance.empty()) return std::nullopt;
        add_alike(fit);
        values.push_back({.what = Fitted::away, .value = 0.0, .step = away_step, .most = most_away});
        const MomentFit around = look_around(figures_, values, show);
        if (around.covariance.empty() || add_alike(around)) return std::nullopt;
        return fit_moments(figures_, values, show);
    }

    // Pairs that cannot be told apart; whether away is in one of them.
    bool add_alike(const MomentFit& fit) {
        bool away = false;
        const SquareMatrix& c = fit.covariance;
        for (std::size_t a = 0; a < fit.tried.size(); ++a)
            for (std::size_t b = a + 1; b < fit.tried.size(); ++b) {
                const TriedValue& one = fit.tried[a];
                const TriedValue& other = fit.tried[b];
                const double correlation = c[a][b] / std::sqrt(c[a][a] * c[b][b]);
                const bool is_away = other.what == Fitted::away;
                const bool known = !is_away && fit.tried.back().what == Fitted::away;  // told without it
                if (!(std::abs(correlation) > told_apart) || known) continue;
                Alike alike{.kept = one.what, .other = other.what};
                alike.correlation = correlation;
                alike.exchange = -c[a][b] / c[a][a];
                if (!is_away && one.logged_work != other.logged_work)
                    alike.other_work = logged_.work[other.logged_work].work;
                result_.work[one.logged_work].alike.push_back(alike);
                away = away || is_away;
            }
        return away;
    }

    void tell(const MomentFit& fit) {
        for (std::size_t k = 0; k < fit.tried.size(); ++k) {
            const TriedValue& tried = fit.tried[k];
            FittedValue value{.what = tried.what, .from = FittedFrom::simulation, .value = tried.value};
            if (!fit.covariance.empty()) value.standard_error = std::sqrt(fit.covariance[k][k]);
            if (tried.least == 0.0 && tried.value <= 2.0 * value.standard_error)
                value.at_most = tried.value + 2.0 * value.standard_error;
            const Work& stated = scenario_.work()[logged_.work[tried.logged_work].work];
            if (tried.what == Fitted::wrap_up) add_talk(tried.logged_work, stated);
            if (tried.what == Fitted::wrap_up && stated.wrap_up) value.stated = stated.wrap_up->mean_duration().count();
            if (tried.what == Fitted::patience_mean && stated.patience)
                value.stated = stated.patience->mean_duration().count();
            for (std::size_t w = 0; w < result_.work.size(); ++w)
                if (tried.what == Fitted::away || w == tried.logged_work) result_.work[w].values.push_back(value);
        }
        for (std::size_t f = 0; f < figures_.size(); ++f) {
            const ShownFigure& shown = figures_[f];
            WorkCalibration& work = result_.work[shown.logged_work];
            (shown.hour ? work.hours : work.totals)
                .push_back({shown.hour, shown.figure, shown.actual, fit.shown.values[f], fit.shown.noise(f, shown)});
        }
    }

    void add_talk(std::size_t logged_work, const Work& stated) {
        result_.work[logged_work].values.push_back({.what = Fitted::talk,
                                                    .from = FittedFrom::calls,
                                                    .stated = stated.handling_time.mean_duration().count(),
                                                    .value = days_.talk_s(logged_work)});
    }

    const Scenario& scenario_;
    const LoggedCalls& logged_;
    const RunControl& control_;
    Calibration& result_;
    StaffingPlan plan_;
    AsItCame days_;
    std::vector<ShownFigure> figures_;
    double simulations_ = 0.0;
};

}  // namespace

void calibrate_by_simulation(const Scenario& scenario, const CallLog& log, const LoggedCalls& logged,
                             const RunControl& control, Calibration& calibration) {
    SimulatedCalibration{scenario, log, logged, control, calibration}.find();
}

}  // namespace freiton::study
