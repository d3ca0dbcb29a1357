// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "freiton/model/slack.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::staffing {

/// A plan under evaluation: how far every promise is ahead, and by how much single steps would move that. It can be
/// asked more and more closely; what it says of the first so many replications is always the same.
class Look {
  public:
    virtual ~Look() = default;
    virtual void play(std::int64_t replications) = 0;
    virtual void play_steps(const std::vector<StaffStep>& steps, std::int64_t replications) = 0;
    virtual std::int64_t replications() const = 0;
    virtual double contacts() const = 0;  // of one replication
    virtual std::vector<Slack> slacks() const = 0;
    virtual std::vector<SlackEffect> effects(const StaffStep& step) const = 0;
    virtual std::int64_t step_replications(const StaffStep& step) const = 0;
};

using LookAt = std::function<std::unique_ptr<Look>(const StaffingPlan&)>;

}  // namespace freiton::staffing
