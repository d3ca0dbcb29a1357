// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton::test {

/// Where a contact comes from and to whom it belongs; numbers as in the scenario, -1 for none.
struct Origin {
    int work = 0;
    int site = -1;
    int owner = -1;  // only where the routing asks for owners
};

/// Who may take what, read from the scenario each time that it is asked: slow and plain.
class PlainRouting {
  public:
    explicit PlainRouting(const Scenario& scenario) : scenario_{scenario} {}

    bool owned(int work) const;
    /// Whether persons of this team matter.
    bool has_persons(int team) const;
    bool may_take(int team, int person, const Origin& origin) const;
    bool away(int team, const Origin& origin) const;
    /// Seconds that it waits before this team may take it.
    double wait_before(int team, const Origin& origin) const;
    /// Factor on its handling time there.
    double pace(int team, const Origin& origin) const;
    bool prefers_site(const Origin& origin) const;
    /// A person who may take it only because its owner is absent.
    bool stand_in(int person, const Origin& origin) const { return origin.owner >= 0 && person != origin.owner; }
    /// Smaller is preferred.
    int rank(int team, const Origin& origin) const;
    /// After which more teams may take it, rising; none: all at once.
    std::vector<double> waits(const Origin& origin) const;
    int first_team(const Origin& origin) const;
    bool could_take_at_once(int team, const Origin& origin) const;

  private:
    Reach reach(int work) const;
    int position(int team, int work) const;  // in what it handles; -1: not at all
    int site_of(int team) const;

    const Scenario& scenario_;
};

}  // namespace freiton::test
