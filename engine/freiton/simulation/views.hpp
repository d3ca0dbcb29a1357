// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/promises.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation {

/// What figures are asked for: one view for each kind of work, and one for each site that it comes from. A view has a
/// place for each interval, then each calendar day, then the whole horizon.
struct View {
    WorkIndex work{};
    std::string site{};       // empty: all
    std::vector<int> rows{};  // of the tally
    bool call = true;
    Counting counting = Counting::offered;
    bool chat = false;
    bool has_callbacks = false;
    bool leads_warm = false;
    bool is_list = false;          // of people to call
    bool short_is_longer = false;  // who hangs up within the threshold does not count
};

/// A number that a promise is judged by: in one interval, on one day, over the horizon.
struct PromiseInstance {
    std::size_t promise = 0;
    std::size_t view = 0;
    std::size_t place = 0;  // of the view; of a team's promise the interval
};

struct Views {
    std::vector<View> list{};
    std::size_t intervals = 0;
    std::size_t days = 0;
    std::vector<int> day_of_interval{};
    std::vector<Promise> promises{};
    std::vector<std::size_t> view_of_promise{};  // of work promises
    std::vector<PromiseInstance> instances{};

    std::size_t places() const { return intervals + days + 1; }
    std::size_t day_place(std::size_t day) const { return intervals + day; }
    std::size_t total_place() const { return intervals + days; }

    /// Where an instance is; neither: over the horizon.
    std::optional<IntervalIndex> interval_of(const PromiseInstance& instance) const {
        return instance.place < intervals ? std::optional{IntervalIndex{instance.place}} : std::nullopt;
    }
    std::optional<int> day_of(const PromiseInstance& instance) const {
        if (instance.place < intervals || instance.place >= total_place()) return std::nullopt;
        return static_cast<int>(instance.place - day_place(0));
    }
};

Views views_of(const Scenario& scenario, const kernel::World& world);

}  // namespace freiton::simulation
