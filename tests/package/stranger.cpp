// SPDX-License-Identifier: Apache-2.0
#include <freiton/freiton.hpp>
#include <iostream>

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const freiton::Scenario scenario = freiton::input::read_scenario(arguments[1]);
    const freiton::PlanResult result = freiton::study::plan(scenario);
    std::cout << scenario.title() << ": " << result.performance.teams[0].peak_agents << " people at the peak\n";
    return result.met() ? 0 : 1;
}
