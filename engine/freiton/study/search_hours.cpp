// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/search_hours.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/transient_office.hpp"
#include "freiton/core/parallel_for.hpp"
#include "freiton/core/problem.hpp"
#include "freiton/core/text.hpp"
#include "freiton/staffing/independent_parts.hpp"
#include "freiton/study/plan.hpp"
#include "freiton/study/search_space.hpp"

namespace freiton::study {

namespace {

constexpr double contacts_at_most = 4'000'000;  // at the usual half-width of a point
constexpr double usual_half_width = 0.01;
constexpr double replications_of_a_number = 120;         // of a part with few numbers to find
constexpr double most_replications_of_numbers = 13'000;  // of many: what one of them changes ends sooner
constexpr double looks_of_a_search = 5;
constexpr double contacts_of_a_thread = 5'000'000;  // a second
constexpr double hours_that_are_few = 1.0;

int at_once(int threads) { return threads > 0 ? threads : available_threads(); }

double numbers_to_find(const Scenario& scenario) {
    const staffing::SearchSpace space = search_space(scenario);
    double numbers = 0.0;
    for (std::size_t t = 0; t < space.teams(); ++t)
        for (std::size_t i = 0; i < space.intervals(); ++i) numbers += space.least[t][i] < space.most[t][i] ? 1.0 : 0.0;
    return numbers;
}

}  // namespace

double most_contacts_of_a_look(const Scenario& scenario) {
    const double finer = std::max(1.0, usual_half_width / scenario.parts().simulation.half_width_shares.value());
    const double weeks = scenario.calendar().days() / 7.0;  // no interval is known worse for being one of many
    return contacts_at_most * finer * finer * std::max(1.0, weeks);
}

double contacts_of_replication(const Scenario& scenario) {
    double contacts = 0.0;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        for (const double arrivals : scenario.arrivals(w)) contacts += arrivals;
    return contacts;
}

double contacts_of_search(const Scenario& scenario) {
    double contacts = 0.0;
    double figures = 0.0;  // of the whole, which is played as often as a week of it
    for (const staffing::Part& part : staffing::independent_parts(scenario)) {
        const double of_a_replication = contacts_of_replication(part.scenario);
        if (part.in_turn && of_a_replication > 0.0)
            figures = std::max(
                figures, most_contacts_of_a_look(part.scenario) / of_a_replication * contacts_of_replication(scenario));
        const double numbers = replications_of_a_number * numbers_to_find(part.scenario);
        contacts += std::min(numbers, most_replications_of_numbers) * of_a_replication;
        contacts += looks_of_a_search * most_contacts_of_a_look(part.scenario);
    }
    return contacts + figures;
}

double hours_of_search(const Scenario& scenario, int threads) {
    return Hours{Seconds{contacts_of_search(scenario) / contacts_of_a_thread / at_once(threads)}}.count();
}

double hours_to_plan(const Scenario& scenario, int threads) {
    const Method method = method_for(scenario);
    if (method == Method::transient && analytic::transient_obstacles(scenario).empty())
        return Hours{Seconds{analytic::transient_seconds(scenario)}}.count();
    if (method != Method::simulation) return 0.0;
    return hours_of_search(scenario, threads) * (scenario.parts().plan.alike.empty() ? 1.0 : 2.0);
}

void refuse_hours(double hours, const RunControl& control) {
    if (control.may_take_hours || hours <= hours_that_are_few) return;
    throw InputError{Problem{Rule::takes_hours}.on("plan").with(
        {number_text(std::ceil(hours)), std::to_string(at_once(control.threads))})};
}

}  // namespace freiton::study
