// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/compile_arrivals.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/model/caused_arrivals.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/recorded.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::simulation {

namespace {

using namespace kernel;

// When the office closed before this slot; what came earlier counted with an earlier opening.
double closed_since(const TimeLine& line, std::size_t slot) { return slot == 0 ? 0.0 : line.slots[slot - 1].end; }

// Arrivals that all come at one moment lie inside their interval.
Segment segment_of(const Arrivals& arrivals, const Calendar& calendar, const TimeLine& line, std::size_t s,
                   double mean) {
    const Slot& slot = line.slots[s];
    const std::size_t interval = line.interval[s];
    Segment segment{slot.start, slot.end, mean, slot.day, static_cast<int>(s)};
    if (arrivals.at) {
        const Interval& of = calendar.intervals()[interval];
        const double offset =
            (*WallClock{calendar}.moment(calendar.date(of.day), *arrivals.at) - of.since_start).count();
        segment.start += std::clamp(offset, 0.0, slot.end - slot.start - 1e-3);
        segment.end = segment.start;
    }
    return segment;
}

// A list as it was recorded, slot by slot: whole contacts for certain, what is left of one with that chance.
std::vector<Moment> moments_of(const Scenario& scenario, const TimeLine& line, WorkIndex work,
                               const std::string& site) {
    const auto contacts = recorded_contacts_of_site(scenario.work()[work].arrivals, scenario.calendar(), site);
    std::vector<Moment> moments;
    for (std::size_t s = 0; s < line.slots.size(); ++s)
        for (const RecordedContact& row : contacts[line.interval[s]]) {
            Moment moment{line.slots[s].start + row.after_s, 1.0, row.handling_time_s.value_or(-1.0)};
            if (moment.time < closed_since(line, s)) continue;  // a day that is repeated follows on another one
            const double whole = std::floor(row.contacts);
            moments.insert(moments.end(), static_cast<std::size_t>(whole), moment);
            moment.chance = row.contacts - whole;
            if (moment.chance > 0.0) moments.push_back(moment);
        }
    return moments;
}

// The closed time before a slot, as much of it as lies between the slot before and this one.
void add_closed_segments(const std::vector<ClosedArrivals>& closed, const TimeLine& line, std::size_t slot,
                         std::vector<Segment>& segments) {
    const Slot& opening = line.slots[slot];
    const IntervalIndex interval{line.interval[slot]};
    auto at = std::lower_bound(closed.begin(), closed.end(), interval,
                               [](const ClosedArrivals& one, IntervalIndex i) { return one.interval < i; });
    for (; at != closed.end() && at->interval == interval; ++at) {
        const double from = opening.start - at->from.count();
        const double to = opening.start - at->to.count();
        const double begin = std::max(from, closed_since(line, slot));
        if (begin > to) continue;
        const double part = to > from ? (to - begin) / (to - from) : 1.0;
        if (part > 0.0) segments.push_back({begin, to, at->mean * part, opening.day, static_cast<int>(slot)});
    }
}

// What chance decides about, slot by slot.
std::vector<Segment> segments_of(const Scenario& scenario, const TimeLine& line, WorkIndex work,
                                 const std::string& site) {
    const std::vector<double> volumes = scenario.arrivals_while_open(work, site);
    const std::vector<ClosedArrivals> closed = scenario.closed_arrivals(work, site).arrivals;
    const Arrivals& arrivals = scenario.work()[work].arrivals;
    std::vector<Segment> segments;
    for (std::size_t s = 0; s < line.slots.size(); ++s) {
        if (line.slots[s].opens) add_closed_segments(closed, line, s, segments);
        if (const double mean = volumes[line.interval[s]]; mean > 0.0)
            segments.push_back(segment_of(arrivals, scenario.calendar(), line, s, mean));
    }
    return segments;
}

double opening_backlog_of(const Work& work, const std::string& site) {
    if (site.empty()) return work.opening_backlog.everywhere.value_or(0.0);
    const auto found = work.opening_backlog.sites.find(site);
    return found == work.opening_backlog.sites.end() ? 0.0 : found->second;
}

// By slot. Recorded contacts bring their own handling times, where the list has them.
std::vector<double> handling_factors(const Work& work, const Calendar& calendar, const TimeLine& line,
                                     const std::string& site) {
    if (work.arrivals.recorded && work.handling_time.by_interval.empty()) return {};
    const std::vector<double> by_interval = handling_factors_of_site(work, calendar, site);
    std::vector<double> factors;
    for (std::size_t s = 0; s < line.interval.size() && !by_interval.empty(); ++s)
        factors.push_back(by_interval[line.interval[s]]);
    return factors;
}

void add_source(const Scenario& scenario, const TimeLine& line, WorkIndex w, const std::string& site, World& world) {
    const Work& work = scenario.work()[w];
    const Calendar& calendar = scenario.calendar();
    const auto& sites = scenario.sites();
    Source source;
    source.work = static_cast<int>(std::size_t{w});
    source.site = site.empty() ? none : static_cast<int>(std::find(sites.begin(), sites.end(), site) - sites.begin());
    source.work_key = key_of(work.name);
    source.site_key = key_of(site);
    source.opening_backlog = opening_backlog_of(work, site);
    source.handling_factor = handling_factors(work, calendar, line, site);
    if (work.arrivals.recorded)
        source.moments = moments_of(scenario, line, w, site);
    else
        source.segments = segments_of(scenario, line, w, site);
    const bool owned = is_owned(scenario, work);
    source.owners = owned ? *work.owners : 1;
    source.first_class = static_cast<int>(world.classes.size());
    for (int owner = 0; owner < source.owners; ++owner) {
        ClassRecord cls;
        cls.work = source.work;
        cls.site = source.site;
        cls.row = world.rows;
        cls.source = static_cast<int>(world.sources.size());
        world.classes.push_back(cls);
    }
    world.row_work.push_back(source.work);
    world.row_site.push_back(source.site);
    ++world.rows;
    world.sources.push_back(std::move(source));
}

int source_of(const World& world, std::size_t work, int site) {
    const auto found = std::find_if(world.sources.begin(), world.sources.end(), [&](const Source& source) {
        return source.work == static_cast<int>(work) && source.site == site;
    });
    EXPECTS(found != world.sources.end());  // check_leads
    return static_cast<int>(found - world.sources.begin());
}

// What contacts of each source lead to, and when calls that are led to are accepted.
void add_leads(const Scenario& scenario, const TimeLine& line, World& world) {
    const auto& works = scenario.work();
    for (Source& source : world.sources) {
        const Work& work = works[static_cast<std::size_t>(source.work)];
        const std::string site = source.site == none ? "" : scenario.sites()[static_cast<std::size_t>(source.site)];
        const auto caused = [&](const std::string& name) {
            const WorkIndex to{place_of(works, name)};
            return source_of(world, to, site_of_caused(scenario, to, site).empty() ? none : source.site);
        };
        for (const LeadsTo& lead : work.leads_to)
            source.leads.push_back({caused(lead.work), lead.share.value(), lead.after.count(), lead.warm});
        source.leads_warm = std::any_of(source.leads.begin(), source.leads.end(), [](const Lead& l) { return l.warm; });
        if (work.redial && work.redial->as) source.redials_to = caused(*work.redial->as);
        if (work.chased) source.chased_by = caused(work.chased->work);
        const OpenMask accepted = scenario.accepted(WorkIndex{static_cast<std::size_t>(source.work)}, site);
        for (std::size_t s = 0; s < line.interval.size() && !accepted.empty(); ++s)
            source.accepts.push_back(is_open_in(accepted, line.interval[s]) ? 1 : 0);
    }
}

}  // namespace

std::uint32_t key_of(const std::string& name) {
    std::uint32_t key = 2'166'136'261U;
    for (const char letter : name) key = (key ^ static_cast<unsigned char>(letter)) * 16'777'619U;
    return key;
}

void add_sources(const Scenario& scenario, const TimeLine& line, World& world) {
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const int before = world.rows;
        if (scenario.comes_from(w, "")) add_source(scenario, line, w, "", world);
        for (const std::string& site : scenario.sites())
            if (scenario.comes_from(w, site)) add_source(scenario, line, w, site, world);
        if (world.rows == before) add_source(scenario, line, w, "", world);
    }
    add_leads(scenario, line, world);
}

}  // namespace freiton::simulation
