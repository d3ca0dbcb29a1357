// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/views.hpp"

namespace freiton::simulation {

namespace {

View view_of(const Scenario& scenario, WorkIndex work) {
    View view{.work = work, .call = scenario.work()[work].answered_now()};
    view.chat = scenario.work()[work].kind == WorkKind::chat;
    view.is_list = scenario.work()[work].kind == WorkKind::outbound;
    view.has_callbacks = scenario.work()[work].callback.has_value();
    view.leads_warm = scenario.work()[work].leads_warm();
    if (const auto& target = scenario.work()[work].call_target) view.counting = target->counting;
    view.short_is_longer = scenario.work()[work].short_wait_s() >= scenario.work()[work].service_threshold().count();
    return view;
}

std::size_t find_view(const std::vector<View>& views, std::size_t work, const std::string& site) {
    std::size_t v = 0;
    while (v < views.size() && (views[v].work != work || views[v].site != site)) ++v;
    ENSURES(v < views.size());  // every promise is about a view
    return v;
}

void add_instances(Views& views, std::size_t p) {
    const Promise& promise = views.promises[p];
    const auto add = [&](std::size_t first, std::size_t count) {
        for (std::size_t place = first; place < first + count; ++place)
            views.instances.push_back({p, views.view_of_promise[p], place});
    };
    if (promise.over == Scope::interval)
        add(0, views.intervals);
    else if (promise.over == Scope::day)
        add(views.day_place(0), views.days);
    else
        add(views.total_place(), 1);
}

}  // namespace

namespace {

// Where nobody of the team is planned there may still be somebody who finishes what he has begun, busy all the time:
// that is no occupancy.
void hold_where_staffed(const kernel::World& world, std::size_t intervals, Promise& promise) {
    OpenMask staffed(intervals, false);
    const std::vector<int>& staff = world.teams[*promise.team].staff;
    for (std::size_t s = 0; s < world.slots.size(); ++s) {
        const auto cell = static_cast<std::size_t>(world.slots[s].cell);
        if (cell < intervals) staffed[cell] = staff[s] > 0 && promise.holds_in(cell);
    }
    promise.when = std::move(staffed);
}

}  // namespace

Views views_of(const Scenario& scenario, const kernel::World& world) {
    Views views;
    views.intervals = scenario.intervals();
    views.days = static_cast<std::size_t>(scenario.calendar().days());
    for (const Interval& interval : scenario.calendar().intervals()) views.day_of_interval.push_back(interval.day);
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        View all = view_of(scenario, w);
        std::vector<View> sites;
        for (int row = 0; row < world.rows; ++row) {
            if (world.row_work[static_cast<std::size_t>(row)] != static_cast<int>(w)) continue;
            all.rows.push_back(row);
            const int site = world.row_site[static_cast<std::size_t>(row)];
            if (site == kernel::none) continue;
            sites.push_back(view_of(scenario, w));
            sites.back().rows = {row};
            sites.back().site = scenario.sites()[static_cast<std::size_t>(site)];
        }
        views.list.push_back(std::move(all));
        for (View& site : sites) views.list.push_back(std::move(site));
    }
    views.promises = promises_of(scenario);
    for (Promise& promise : views.promises)
        if (promise.team) hold_where_staffed(world, views.intervals, promise);
    for (const Promise& promise : views.promises)
        views.view_of_promise.push_back(promise.work ? find_view(views.list, *promise.work, promise.site.value_or(""))
                                                     : 0);
    for (std::size_t p = 0; p < views.promises.size(); ++p) add_instances(views, p);
    return views;
}

}  // namespace freiton::simulation
