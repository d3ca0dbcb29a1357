// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/closed_post.hpp"

#include <algorithm>

#include "freiton/model/recorded.hpp"
#include "freiton/model/volume_limits.hpp"

namespace freiton::analytic {

namespace {

class Sorting {
  public:
    Sorting(std::size_t intervals, Seconds deadline)
        : deadline_{deadline},
          items_{std::vector<double>(intervals, 0.0), std::vector<double>(intervals, 0.0),
                 std::vector<Seconds>(intervals, Seconds{0.0}), std::vector<Seconds>(intervals, Seconds{0.0}),
                 std::vector<Seconds>(intervals, Seconds{0.0})} {}

    // So many items evenly between `from` and `to` before the opening.
    void add(std::size_t interval, Seconds from, Seconds to, double mean) {
        const double span = (from - to).count();
        const double late =
            span > 0.0 ? std::clamp((from - deadline_).count() / span, 0.0, 1.0) : (from >= deadline_ ? 1.0 : 0.0);
        any_ = any_ || mean > 0.0;
        add_part(late * mean, 0.5 * (from + std::max(to, std::min(from, deadline_))), items_.late[interval],
                 items_.late_since[interval]);
        add_part((1.0 - late) * mean, 0.5 * (std::min(from, deadline_) + to), items_.in_time[interval],
                 items_.in_time_since[interval]);
        if (late >= 1.0) return;
        Seconds& longest = items_.longest_closed[interval];
        longest = std::max(longest, std::min(from, deadline_));
    }

    std::optional<ClosedItems> finished() { return any_ ? std::optional{std::move(items_)} : std::nullopt; }

  private:
    static void add_part(double items, Seconds since, double& all, Seconds& mean_since) {
        if (items <= 0.0) return;
        mean_since = (all * mean_since + items * since) / (all + items);
        all += items;
    }

    Seconds deadline_;
    ClosedItems items_;
    bool any_ = false;
};

}  // namespace

std::optional<ClosedItems> closed_items(const Scenario& scenario, const Stream& stream) {
    const Work& work = scenario.work()[stream.work];
    if (!promised_by_wall_clock(work)) return std::nullopt;
    std::vector<std::string> sites{stream.site.value_or("")};
    if (!stream.site) sites.insert(sites.end(), scenario.sites().begin(), scenario.sites().end());
    Sorting sorting{scenario.intervals(), work.backlog_target->within.time};
    for (const std::string& site : sites) {
        for (const ClosedArrivals& one : scenario.closed_arrivals(stream.work, site).arrivals)
            sorting.add(one.interval, one.from, one.to, one.mean);
        if (!work.arrivals.recorded) continue;
        const auto contacts = recorded_contacts_of_site(work.arrivals, scenario.calendar(), site);
        for (std::size_t i = 0; i < contacts.size(); ++i)
            for (const RecordedContact& one : contacts[i])
                if (one.after_s < 0.0) sorting.add(i, Seconds{-one.after_s}, Seconds{-one.after_s}, one.contacts);
    }
    return sorting.finished();
}

}  // namespace freiton::analytic
