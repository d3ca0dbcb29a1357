// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/compile_arrivals.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/recorded.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::simulation {

namespace {

using namespace kernel;

// Arrivals that all come at one moment lie inside their interval; one that is past its end comes at the last instant.
Segment segment_of(const Arrivals& arrivals, const Calendar& calendar, const Slot& slot, std::size_t interval,
                   double mean) {
    Segment segment{slot.start, slot.end, mean, slot.day};
    if (arrivals.at) {
        const double offset = Seconds{*arrivals.at - calendar.intervals()[interval].start}.count();
        segment.start += std::clamp(offset, 0.0, slot.end - slot.start - 1e-3);
        segment.end = segment.start;
    }
    return segment;
}

// A list as it was recorded, slot by slot: whole contacts for certain, what is left of one with that chance.
std::vector<Moment> moments_of(const Scenario& scenario, const TimeLine& line, WorkIndex work,
                               const std::string& site) {
    const auto contacts = recorded_contacts_of_site(scenario.work()[work].arrivals, scenario.calendar(), site,
                                                    scenario.accepted(work, site));
    std::vector<Moment> moments;
    for (std::size_t s = 0; s < line.slots.size(); ++s)
        for (const RecordedContact& row : contacts[line.interval[s]]) {
            Moment moment{line.slots[s].start + row.after_s, 1.0, row.handling_time_s.value_or(-1.0)};
            const double whole = std::floor(row.contacts);
            moments.insert(moments.end(), static_cast<std::size_t>(whole), moment);
            moment.chance = row.contacts - whole;
            if (moment.chance > 0.0) moments.push_back(moment);
        }
    return moments;
}

// What chance decides about, slot by slot.
std::vector<Segment> segments_of(const Scenario& scenario, const TimeLine& line, WorkIndex work,
                                 const std::string& site) {
    const std::vector<double> volumes = scenario.arrivals_of_site(work, site);
    const Arrivals& arrivals = scenario.work()[work].arrivals;
    std::vector<Segment> segments;
    for (std::size_t s = 0; s < line.slots.size(); ++s)
        if (const double mean = volumes[line.interval[s]]; mean > 0.0)
            segments.push_back(segment_of(arrivals, scenario.calendar(), line.slots[s], line.interval[s], mean));
    return segments;
}

double opening_backlog_of(const Work& work, const std::string& site) {
    if (site.empty()) return work.opening_backlog.everywhere.value_or(0.0);
    const auto found = work.opening_backlog.sites.find(site);
    return found == work.opening_backlog.sites.end() ? 0.0 : found->second;
}

// By slot. Recorded contacts bring their own handling times.
std::vector<double> handling_factors(const Work& work, const Calendar& calendar, const TimeLine& line,
                                     const std::string& site) {
    if (work.arrivals.recorded) return {};
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
}

}  // namespace freiton::simulation
