// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "freiton/simulation/kernel/random.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

/// Who of a team is absent on which day of the time line, drawn anew for each replication. A person is present for a
/// geometric number of days, then absent for a number of whole days with the mean of the law (a fraction is rounded up
/// with its own probability), so that the stated share of days is missed; the process has run long enough before the
/// first day to be in its steady state. Without a law of lengths days are independent.
class Absences {
  public:
    explicit Absences(const World& world);

    void draw(std::uint64_t seed, std::uint64_t replication);

    bool away(int team, int person, int day) const {
        const TeamAbsences& absences = teams_[static_cast<std::size_t>(team)];
        return !absences.away.empty() && absences.away[index(absences, person, day)] != 0;
    }

    /// People of the roster's first `rostered` who are there on that day.
    int there(int team, int rostered, int day) const;

  private:
    struct TeamAbsences {
        int people = 0;
        std::vector<std::uint8_t> away{};  // [day][person]; empty: nobody ever is
    };
    std::size_t index(const TeamAbsences& absences, int person, int day) const {
        return static_cast<std::size_t>(day) * static_cast<std::size_t>(absences.people) +
               static_cast<std::size_t>(person);
    }
    void draw_person(std::size_t team, int person, Generator generator);

    const World& world_;
    std::vector<TeamAbsences> teams_;
};

}  // namespace freiton::simulation::kernel
