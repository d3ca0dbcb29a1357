// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/handling_means.hpp"

#include "freiton/model/eligibility.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::simulation {

HandlingMeans::HandlingMeans(const Scenario& scenario, const View& view)
    : usual_s_{busy_time(scenario.work()[view.work]).mean.count()} {
    const Work& work = scenario.work()[view.work];
    if (!has_handling_times(work)) return;
    std::vector<std::string> sites = {view.site};
    if (view.site.empty()) sites.insert(sites.end(), scenario.sites().begin(), scenario.sites().end());
    arrivals_.resize(scenario.intervals(), 0.0);
    load_s_.resize(scenario.intervals(), 0.0);
    for (const std::string& site : sites) {
        const std::vector<double> arrivals = scenario.arrivals_of_site(view.work, site);
        const std::vector<double> factors = handling_factors_of_site(work, scenario.calendar(), site);
        for (std::size_t i = 0; i < arrivals.size(); ++i) {
            arrivals_[i] += arrivals[i];
            load_s_[i] += arrivals[i] * usual_s_ * (factors.empty() ? 1.0 : factors[i]);
        }
    }
}

double HandlingMeans::of(std::size_t from, std::size_t to) const {
    double arrivals = 0.0;
    double load_s = 0.0;
    for (std::size_t i = from; i < to && !arrivals_.empty(); ++i) {
        arrivals += arrivals_[i];
        load_s += load_s_[i];
    }
    return arrivals > 0.0 ? load_s / arrivals : usual_s_;
}

}  // namespace freiton::simulation
