// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "freiton/model/table_warnings.hpp"
#include "freiton/report/check_report.hpp"

namespace freiton::report {

namespace {

using CheckJson = nlohmann::ordered_json;

CheckJson checked_work(const Scenario& scenario, WorkIndex w) {
    const Work& work = scenario.work()[w];
    const FirstAndCaused contacts = contacts_of(scenario, w);
    CheckJson json = {{"kind", kind_name(work.kind)}};
    json["arrivals"] = work.arrivals.unlimited ? CheckJson{} : CheckJson(contacts.first);
    if (contacts.caused > 0.0) json["caused"] = contacts.caused;
    json["handling_time_mean_s"] = work.handling_time.mean_duration().count();
    if (work.wrap_up) json["wrap_up_mean_s"] = work.wrap_up->mean_duration().count();
    return json;
}

}  // namespace

std::string check_json(const Scenario& scenario) {
    const Calendar& calendar = scenario.calendar();
    CheckJson json = {{"well", true},
                      {"scenario", scenario.title()},
                      {"days", calendar.days()},
                      {"open_days", calendar.open_days()},
                      {"intervals", scenario.intervals()},
                      {"work", CheckJson::object()},
                      {"teams", CheckJson::object()},
                      {"warnings", CheckJson::array()}};
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        json["work"][scenario.work()[w].name] = checked_work(scenario, w);
    for (const Team& team : scenario.teams()) json["teams"][team.name] = {{"handles", team.handles}};
    for (const Warning& warning : warnings_about_input(scenario))
        json["warnings"].push_back({{"code", warning_name(warning.code)}, {"arguments", warning.arguments}});
    return json.dump(2) + "\n";
}

std::string study_check_json(const std::string& title, std::size_t variations) {
    return CheckJson{{"well", true}, {"study", title}, {"variations", variations}}.dump(2) + "\n";
}

}  // namespace freiton::report
