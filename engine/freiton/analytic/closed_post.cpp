// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/closed_post.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/model/recorded.hpp"
#include "freiton/model/volume_limits.hpp"

namespace freiton::analytic {

namespace {

// So many items evenly between `from` and `to` before the opening of the interval.
struct Came {
    std::size_t interval = 0;
    Seconds from{};
    Seconds to{};
    double items = 0.0;
};

ClosedPart nothing(std::size_t intervals) {
    return {std::vector<double>(intervals, 0.0), std::vector<Seconds>(intervals, Seconds{0.0}),
            std::vector<Seconds>(intervals, Seconds{0.0})};
}

// Those of them that came longer before the opening than `least`, and at most `most` before it.
void add_between(const Came& came, Seconds least, Seconds most, ClosedPart& part) {
    const double span = (came.from - came.to).count();
    const Seconds from = std::min(came.from, most);
    const Seconds to = std::max(came.to, least);
    const bool inside = came.from > least && came.from <= most;  // where all came at once
    const double share = span > 0.0 ? std::max(0.0, (from - to).count()) / span : (inside ? 1.0 : 0.0);
    const double items = share * came.items;
    if (items <= 0.0) return;
    const Seconds since = span > 0.0 ? 0.5 * (from + to) : from;
    double& all = part.items[came.interval];
    part.since[came.interval] = (all * part.since[came.interval] + items * since) / (all + items);
    part.first[came.interval] = std::max(part.first[came.interval], from);
    all += items;
}

std::optional<ClosedItems> sorted(const std::vector<Came>& all, Seconds deadline, const Calendar& calendar) {
    const Seconds for_ever{std::numeric_limits<double>::infinity()};
    const std::size_t intervals = calendar.intervals().size();
    ClosedItems items{nothing(intervals)};
    Seconds longest{0.0};
    for (const Came& came : all) {
        longest = std::max(longest, std::min(came.from, deadline));
        // What came just so long ago that its time is up now is late.
        add_between(came, Seconds{std::nextafter(deadline.count(), 0.0)}, for_ever, items.late);
    }
    const Seconds width = std::max(Seconds{calendar.interval_length()}, longest / most_closed_parts);
    const int parts = std::clamp(static_cast<int>(std::ceil(longest / width - 1e-9)), 1, most_closed_parts);
    for (int k = 0; k < parts; ++k) {
        ClosedPart& part = items.in_time.emplace_back(nothing(intervals));
        const Seconds least = k == 0 ? Seconds{-1.0} : k * width;
        const Seconds most = k + 1 == parts ? deadline : std::min(deadline, (k + 1) * width);
        for (const Came& came : all)
            if (came.from > came.to || came.from < deadline) add_between(came, least, most, part);
    }
    return items;
}

}  // namespace

std::optional<ClosedItems> closed_items(const Scenario& scenario, const Stream& stream) {
    const Work& work = scenario.work()[stream.work];
    if (!promised_by_wall_clock(work)) return std::nullopt;
    std::vector<std::string> sites{stream.site.value_or("")};
    if (!stream.site) sites.insert(sites.end(), scenario.sites().begin(), scenario.sites().end());
    std::vector<Came> all;
    for (const std::string& site : sites) {
        for (const ClosedArrivals& one : scenario.closed_arrivals(stream.work, site).arrivals)
            all.push_back({one.interval, one.from, one.to, one.mean});
        if (!work.arrivals.recorded) continue;
        const auto contacts = recorded_contacts_of_site(work.arrivals, scenario.calendar(), site);
        for (std::size_t i = 0; i < contacts.size(); ++i)
            for (const RecordedContact& one : contacts[i])
                if (one.after_s < 0.0) all.push_back({i, Seconds{-one.after_s}, Seconds{-one.after_s}, one.contacts});
    }
    if (std::none_of(all.begin(), all.end(), [](const Came& came) { return came.items > 0.0; })) return std::nullopt;
    return sorted(all, work.backlog_target->within.time, scenario.calendar());
}

}  // namespace freiton::analytic
