// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/patience_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/model/law_functions.hpp"
#include "freiton/study/likeliest.hpp"

namespace freiton::study {

namespace {

// A law with its parameters as a climb has them: ln(mean), then ln(cv) or ln(cv^2 - 1), then the logit of balk.
class CensoredLaw {
  public:
    CensoredLaw(const EndedWaits& waits, Law law, bool balks) : waits_{waits}, law_{law}, balks_{balks} {}

    std::size_t parameters() const { return (has_cv() ? 2U : 1U) + (balks_ ? 1U : 0U); }

    PatienceCandidate best() const { return candidate(summit()); }

    // The same with errors by the likelihood's own limits, which may be far from those of a parabola.
    PatienceCandidate best_with_limits() const {
        const Summit top = summit();
        PatienceCandidate found = candidate(top);
        if (top.covariance.empty()) return found;
        found.mean_error = limit_error(top, 0, [](const std::vector<double>& at) { return std::exp(at[0]); });
        if (has_cv()) found.cv_error = limit_error(top, 1, [this](const auto& at) { return cv_at(at); });
        return found;
    }

  private:
    bool has_cv() const { return law_ != Law::exponential; }
    std::size_t balk_place() const { return has_cv() ? 2 : 1; }

    Summit summit() const {
        Summit best;
        for (const double cv : law_ == Law::hyperexponential ? std::vector{1.3, 2.5} : std::vector{0.7, 1.5, 3.0}) {
            Summit one = climb([this](const auto& at) { return log_likelihood(at); }, start(cv));
            if (best.at.empty() || one.height > best.height) best = std::move(one);
            if (!has_cv()) break;
        }
        return best;
    }

    // The greatest log likelihood with one parameter held; the others begin where they were, and stay where they ended.
    double held(std::size_t place, double value, std::vector<double>& at) const {
        at[place] = value;
        std::vector<double> others = at;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
        const auto with_held = [&](const std::vector<double>& free) {
            std::vector<double> all = free;
            all.insert(all.begin() + static_cast<std::ptrdiff_t>(place), value);
            return all;
        };
        const Summit best =
            climb([&](const std::vector<double>& free) { return log_likelihood(with_held(free)); }, std::move(others));
        at = with_held(best.at);
        return best.height;
    }

    // Where, on one side, the log likelihood is two less than at its summit: two standard errors of a parabola. Beyond
    // `farthest` nobody asks.
    double limit(const Summit& top, std::size_t place, double side) const {
        constexpr double farthest = 4.0;  // a factor of 50
        constexpr double two_errors = 2.0;
        const double wald = std::sqrt(top.covariance[place][place]);
        std::vector<double> at = top.at;
        double inside = 0.0;
        double outside = two_errors * wald;
        while (top.height - held(place, top.at[place] + side * outside, at) < two_errors) {
            inside = outside;
            if (outside >= farthest) return top.at[place] + side * outside;
            outside = std::min(farthest, 1.5 * outside);
        }
        for (int halvings = 0; halvings < 5; ++halvings) {
            const double middle = 0.5 * (inside + outside);
            const double fall = top.height - held(place, top.at[place] + side * middle, at);
            (fall < two_errors ? inside : outside) = middle;
        }
        return top.at[place] + side * 0.5 * (inside + outside);
    }

    template <class ValueAt>
    double limit_error(const Summit& top, std::size_t place, ValueAt value_at) const {
        double farther = 0.0;
        for (const double side : {-1.0, 1.0}) {
            std::vector<double> at = top.at;
            at[place] = limit(top, place, side);
            farther = std::max(farther, std::abs(value_at(at) - value_at(top.at)));
        }
        return 0.5 * farther;
    }

    std::vector<double> start(double cv) const {
        double waited = 0.0;
        for (const auto& count : waits_.counts) waited += count.wait_s * (count.gave_up + count.answered);
        const double gave_up = waits_.gave_up();
        std::vector<double> at = {std::log(waited / gave_up)};
        if (has_cv()) at.push_back(law_ == Law::hyperexponential ? std::log(cv * cv - 1.0) : std::log(cv));
        if (balks_) at.push_back(std::log(waits_.at_once / waits_.waited()));
        return at;
    }

    double cv_at(const std::vector<double>& at) const {
        return law_ == Law::hyperexponential ? std::sqrt(1.0 + std::exp(at[1])) : std::exp(at[1]);
    }

    DurationLaw law_at(const std::vector<double>& at) const {
        DurationLaw law{.law = law_, .mean = Seconds{std::exp(at[0])}};
        if (has_cv()) law.cv = cv_at(at);
        return law;
    }

    double balk_at(const std::vector<double>& at) const {
        return balks_ ? 1.0 / (1.0 + std::exp(-at[balk_place()])) : 0.0;
    }

    double log_likelihood(const std::vector<double>& at) const {
        constexpr double impossible = -std::numeric_limits<double>::infinity();
        constexpr double most = 25.0;  // e^25 s are two thousand years
        for (const double parameter : at)
            if (std::abs(parameter) > most) return impossible;
        const auto tail = law_tail_function(law_at(at));
        const double balk = balk_at(at);
        const double stays = std::log1p(-balk);
        double sum = 0.0;
        if (waits_.at_once > 0.0) {
            const double by_patience = waits_.whole_seconds ? 1.0 - tail(waits_.half_step_s) : 0.0;
            sum += waits_.at_once * std::log(balk + (1.0 - balk) * by_patience);
        }
        for (const auto& [wait_s, gave_up, answered] : waits_.counts) {
            if (answered > 0.0) sum += answered * (stays + std::log(tail(wait_s)));
            if (gave_up <= 0.0) continue;
            const double low = std::max(0.0, wait_s - waits_.half_step_s);
            sum += gave_up * (stays + std::log(tail(low) - tail(wait_s + waits_.half_step_s)));
        }
        return std::isnan(sum) ? impossible : sum;
    }

    // From the climb's parameters to the scenario's: d mean = mean d ln(mean), and so on.
    PatienceCandidate candidate(const Summit& best) const {
        PatienceCandidate found{.law = law_at(best.at),
                                .balk = balk_at(best.at),
                                .log_likelihood = best.height,
                                .parameters = static_cast<int>(parameters())};
        if (best.covariance.empty()) return found;
        const auto error = [&](std::size_t i) { return std::sqrt(best.covariance[i][i]); };
        const auto is_like_the_mean = [&](std::size_t i) {
            return std::abs(best.covariance[0][i]) > told_apart * error(0) * error(i);
        };
        found.mean_error = found.law.mean->count() * error(0);
        if (has_cv()) {
            const double cv = *found.law.cv;
            const double slope = law_ == Law::hyperexponential ? (cv * cv - 1.0) / (2.0 * cv) : cv;
            found.cv_error = slope * error(1);
            if (is_like_the_mean(1)) found.like_the_mean = Fitted::patience_cv;
        }
        if (balks_) {
            found.balk_error = found.balk * (1.0 - found.balk) * error(balk_place());
            if (is_like_the_mean(balk_place())) found.like_the_mean = Fitted::balk;
        }
        return found;
    }

    const EndedWaits& waits_;
    Law law_;
    bool balks_;
};

// The least AIC, unless the exponential law is as good: chance alone makes a needless parameter pay for itself every
// twelfth time.
void choose_among(std::vector<PatienceCandidate>& by_aic) {
    constexpr double as_good = 2.0;  // Burnham and Anderson: up to there support is substantial
    const auto simple =
        std::find_if(by_aic.begin(), by_aic.end(), [](const auto& one) { return one.law.law == Law::exponential; });
    if (simple == by_aic.end()) return;
    const bool enough = simple->aic() - by_aic.front().aic() < as_good;
    (enough ? *simple : by_aic.front()).chosen = true;
}

}  // namespace

std::vector<PatienceCandidate> fit_patience(const EndedWaits& waits) {
    std::vector<PatienceCandidate> candidates;
    const bool any_at_once = waits.at_once > 0.0;
    for (const Law law : {Law::exponential, Law::lognormal, Law::hyperexponential})
        for (const bool balks : {false, true}) {
            if (balks && !any_at_once) continue;
            if (!balks && any_at_once && !waits.whole_seconds) continue;  // no law gives up within no time
            candidates.push_back(CensoredLaw{waits, law, balks}.best());
        }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.aic() < b.aic(); });
    choose_among(candidates);
    for (PatienceCandidate& one : candidates) {
        if (!one.chosen) continue;
        one = CensoredLaw{waits, one.law.law, one.balk > 0.0}.best_with_limits();
        one.chosen = true;
    }
    return candidates;
}

double mean_error_over_laws(const std::vector<PatienceCandidate>& laws) {
    const auto chosen = std::find_if(laws.begin(), laws.end(), [](const auto& one) { return one.chosen; });
    double error = 0.0, weights = 0.0;
    for (const PatienceCandidate& law : laws) {
        if (std::isnan(law.mean_error)) continue;
        const double weight = std::exp(0.5 * (laws.front().aic() - law.aic()));
        if (weight < 1e-6) continue;  // its mean may be anything
        error += weight * std::hypot(law.mean_error, law.law.mean->count() - chosen->law.mean->count());
        weights += weight;
    }
    return error / weights;
}

}  // namespace freiton::study
