// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/with_actual.hpp"

#include <algorithm>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::study {

namespace {

std::vector<double> first_contacts(const Scenario& scenario, WorkIndex work) {
    std::vector<double> first = scenario.first_arrivals_of_site(work, "");
    for (const std::string& site : scenario.sites()) {
        const std::vector<double> of_site = scenario.first_arrivals_of_site(work, site);
        std::transform(first.begin(), first.end(), of_site.begin(), first.begin(), std::plus<>{});
    }
    return first;
}

// Replaces what the scenario says of one kind of calls.
class ActualWork {
  public:
    ActualWork(const Scenario& scenario, const LoggedCalls& logged, const LoggedWork& own, const Replaced& replaced,
               double own_share)
        : scenario_{scenario}, own_{own}, replaced_{replaced}, own_share_{own_share} {
        first_ = first_contacts(scenario, own.work);
        compared_.resize(scenario.intervals(), false);
        for (const int day : logged.days)
            for (std::size_t i = calendar().first_interval(day); i < calendar().first_interval(day + 1); ++i)
                compared_[i] = true;
    }

    void put_into(Work& work) const {
        const Arrivals before = work.arrivals;
        work.arrivals = {.file = table(work)};
        work.handling_time.by_interval.clear();
        if (!replaced_.volume) {
            work.arrivals.day_cv = before.day_cv;
            work.arrivals.interval_cv = before.interval_cv;
        }
        if (replaced_.handling_time && own_.handling) work.handling_time.day_cv = 0.0;
        const auto patience = replaced_.patience ? patience_in_log(own_) : std::nullopt;
        if (patience) work.patience = DurationLaw{.mean = Seconds{*patience}};
    }

  private:
    const Calendar& calendar() const { return scenario_.calendar(); }

    std::vector<std::string> sites() const {
        std::vector<std::string> names = scenario_.sites();
        names.emplace_back();
        std::erase_if(names, [&](const std::string& name) { return !scenario_.comes_from(own_.work, name); });
        return names;
    }

    VolumeFile table(const Work& work) const {
        VolumeFile file{.path = "log"};
        const std::vector<std::string> from = sites();
        for (const std::string& site : from) {
            const OpenMask open = scenario_.accepted(own_.work, site);
            const std::vector<double> predicted = scenario_.first_arrivals_of_site(own_.work, site);
            const std::vector<double> factors = handling_factors_of_site(work, calendar(), site);
            for (std::size_t i = 0; i < predicted.size(); ++i) {
                if (!is_open_in(open, i)) continue;
                const Interval& interval = calendar().intervals()[i];
                const double usual = work.handling_time.mean_duration().count() * (factors.empty() ? 1.0 : factors[i]);
                file.rows.push_back({.date = calendar().date(interval.day),
                                     .start = interval.start,
                                     .site = site,
                                     .arrivals = arrivals(i, predicted[i], from.size()),
                                     .handling_time_s = handling(i, work, usual)});
            }
        }
        return file;
    }

    // Sites keep their shares of an interval; where nothing was predicted they are alike.
    double arrivals(std::size_t i, double predicted, std::size_t site_count) const {
        if (!replaced_.volume || !compared_[i]) return predicted;
        const double came = own_.intervals[i].numbers[simulation::kernel::call_offered] * own_share_;
        const double of_all = first_[i];
        return of_all > 0.0 ? came * predicted / of_all : came / static_cast<double>(site_count);
    }

    // A wrap-up that the scenario states apart keeps its part.
    double handling(std::size_t i, const Work& work, double usual) const {
        const LoggedSums& sums = own_.intervals[i];
        if (!replaced_.handling_time || sums.handled <= 0.0) return usual;
        const double part = work.handling_time.mean_duration() / busy_time(work.handling_time, work.wrap_up).mean;
        return sums.handling_s / sums.handled * part;
    }

    const Scenario& scenario_;
    const LoggedWork& own_;
    Replaced replaced_;
    double own_share_;
    std::vector<double> first_{};  // predicted, from everywhere
    std::vector<bool> compared_{};
};

// Whether some of its calls do not come by themselves: second attempts, or what other contacts lead to.
bool is_caused(const Scenario& scenario, WorkIndex work) {
    const auto& redial = scenario.work()[work].redial;
    if (redial && !redial->as) return true;
    return std::any_of(scenario.work().begin(), scenario.work().end(), [&](const Work& other) {
        const auto next = consequences_of(other);
        return std::any_of(next.begin(), next.end(),
                           [&](const Consequence& one) { return one.work == scenario.work()[work].name; });
    });
}

double own_share_of(const Scenario& scenario, WorkIndex work, const Performance& predicted) {
    if (!is_caused(scenario, work)) return 1.0;
    double first = 0.0;
    for (const double arrivals : first_contacts(scenario, work)) first += arrivals;
    const double all = predicted.work[work].calls.total.offered;
    return all > 0.0 ? std::min(1.0, first / all) : 1.0;
}

}  // namespace

std::optional<double> patience_in_log(const LoggedWork& logged) {
    constexpr double fewest = 30.0;
    if (!logged.single || !logged.waits || logged.gave_up < fewest || logged.waited_s <= 0.0) return std::nullopt;
    return logged.waited_s / logged.gave_up;
}

Scenario with_actual(const Scenario& scenario, const LoggedCalls& logged, const Performance& predicted,
                     const Replaced& replaced) {
    ScenarioParts parts = scenario.parts();
    for (const LoggedWork& own : logged.work)
        ActualWork{scenario, logged, own, replaced, own_share_of(scenario, own.work, predicted)}.put_into(
            parts.work[own.work]);
    return Scenario{std::move(parts)};
}

}  // namespace freiton::study
