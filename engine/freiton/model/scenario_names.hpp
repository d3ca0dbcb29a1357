// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// Names in their order, found in constant time however many a hostile file has.
class NameSet {
  public:
    void add(const std::string& name);
    bool contains(const std::string& name) const { return set_.contains(name); }
    const std::vector<std::string>& in_order() const { return in_order_; }

  private:
    std::vector<std::string> in_order_;
    std::unordered_set<std::string> set_;
};

/// What a scenario names, and which of its work some team handles.
struct ScenarioNames {
    explicit ScenarioNames(const ScenarioParts& parts);

    NameSet sites;
    NameSet work;
    std::unordered_set<std::string> never_put_aside;           // work that no call interrupts
    std::unordered_set<std::string> handled;                   // work
    std::set<std::pair<std::string, std::string>> handled_at;  // work, site
    bool handles_unclear = false;                              // some team handles nothing, which is told of the team
};

}  // namespace freiton
