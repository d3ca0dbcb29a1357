// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/absence.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/elementary.hpp"

namespace freiton::simulation::kernel {

namespace {

constexpr double seconds_per_day = 86'400.0;  // of a law of absences: a working day is written as one of 24 h

// Days before the first one in which the process runs: the start is forgotten at least as fast as exp(-days / mean).
int days_of_settling(const TeamRecord& team) { return 20 + static_cast<int>(std::ceil(20.0 * team.absence_mean_days)); }

}  // namespace

Absences::Absences(const World& world) : world_{world}, teams_(world.teams.size()) {
    for (std::size_t t = 0; t < teams_.size(); ++t) {
        if (world.teams[t].absence_share <= 0.0) continue;
        teams_[t].people = world.teams[t].most;
        teams_[t].away.resize(static_cast<std::size_t>(world.teams[t].most) * static_cast<std::size_t>(world.days));
    }
}

void Absences::draw(std::uint64_t seed, std::uint64_t replication) {
    for (std::size_t t = 0; t < teams_.size(); ++t) {
        std::fill(teams_[t].away.begin(), teams_[t].away.end(), std::uint8_t{0});
        for (int person = 0; person < teams_[t].people; ++person)
            draw_person(t, person,
                        Generator{seed, replication, Purpose::absence, world_.teams[t].key,
                                  static_cast<std::uint32_t>(person)});
    }
}

// Mean days present before each absence follow from the share p and the mean length N: N (1 - p) / p.
void Absences::draw_person(std::size_t t, int person, Generator generator) {
    const TeamRecord& team = world_.teams[t];
    const double present_days = team.absence_mean_days * (1.0 - team.absence_share) / team.absence_share;
    const double daily = 1.0 / (1.0 + present_days);  // probability that an absence begins on a day
    const double decay = daily < 1.0 ? -portable_log(1.0 - daily) : endless;
    double day = team.absence_has_length ? -days_of_settling(team) : 0.0;
    while (day < world_.days) {
        const double wait = exponential(generator);
        day += std::floor(wait / decay);
        double length = 1.0;
        if (team.absence_has_length) {
            const double drawn = team.absence_days(generator) / seconds_per_day;
            length = std::floor(drawn + generator.uniform());
        }
        const int from = static_cast<int>(std::clamp(day, 0.0, static_cast<double>(world_.days)));
        const int to = static_cast<int>(std::clamp(day + length, 0.0, static_cast<double>(world_.days)));
        for (int d = from; d < to; ++d) teams_[t].away[index(teams_[t], person, d)] = 1;
        day += length;
    }
}

int Absences::there(int team, int rostered, int day) const {
    const TeamAbsences& absences = teams_[static_cast<std::size_t>(team)];
    if (absences.away.empty()) return rostered;
    int there = rostered;
    for (int person = 0; person < rostered; ++person) there -= absences.away[index(absences, person, day)];
    return there;
}

}  // namespace freiton::simulation::kernel
