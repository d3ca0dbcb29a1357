// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/caused_arrivals.hpp"

#include <algorithm>
#include <numeric>

#include "freiton/model/caused_spread.hpp"
#include "freiton/model/eligibility.hpp"

namespace freiton {

std::string site_of_caused(const Scenario& scenario, WorkIndex caused, const std::string& site) {
    return scenario.comes_from(caused, site) ? site : std::string{};
}

namespace {

std::vector<ComingStream> coming_streams(const Scenario& scenario) {
    std::vector<std::string> sites = scenario.sites();
    sites.insert(sites.begin(), "");
    std::vector<ComingStream> streams;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        for (const std::string& site : sites) {
            if (!site.empty() && !scenario.comes_from(w, site)) continue;  // there may always be some of no site
            ComingStream& stream = streams.emplace_back(ComingStream{w, site, scenario.accepted(w, site)});
            stream.first = scenario.first_arrivals_of_site(w, site);
            stream.caused.assign(stream.first.size(), 0.0);
            stream.pending = stream.first;
            stream.again = stream.caused;
        }
    return streams;
}

std::size_t stream_of(const std::vector<ComingStream>& streams, WorkIndex work, const std::string& site) {
    const auto found = std::find_if(streams.begin(), streams.end(), [&](const ComingStream& stream) {
        return stream.work == work && stream.site == site;
    });
    return static_cast<std::size_t>(found - streams.begin());
}

std::vector<Spread> spreads_of(const Scenario& scenario, const std::vector<ComingStream>& streams,
                               bool whatever_is_lost) {
    const std::vector<Work>& works = scenario.work();
    const bool drops = scenario.routing().at_close == AtClose::drop;
    std::vector<Spread> spreads;
    for (std::size_t from = 0; from < streams.size(); ++from) {
        const Work& cause = works[streams[from].work];
        if (!whatever_is_lost && cause.answered_now() && (cause.may_lose() || cause.callback || drops)) continue;
        for (const LeadsTo& lead : cause.leads_to) {
            const WorkIndex work{place_of(works, lead.work)};
            const std::size_t to = stream_of(streams, work, site_of_caused(scenario, work, streams[from].site));
            spreads.emplace_back(scenario, cause, lead, from, to, works[work].answered_now());
        }
    }
    return spreads;
}

// What comes in this interval leads to others in it and in later ones. Those in it may lead to more of them.
void follow(std::size_t i, const std::vector<Spread>& spreads, std::vector<ComingStream>& streams) {
    std::vector<double> come(streams.size()), fresh(streams.size());
    for (std::size_t s = 0; s < streams.size(); ++s) come[s] = fresh[s] = streams[s].pending[i];
    const double enough = negligible_contacts * std::accumulate(come.begin(), come.end(), 0.0);
    while (std::accumulate(fresh.begin(), fresh.end(), 0.0) > enough) {
        std::vector<double> next(streams.size(), 0.0);
        for (const Spread& spread : spreads)
            next[spread.to()] += spread.at_once(i, fresh[spread.from()], streams[spread.to()]);
        for (std::size_t s = 0; s < streams.size(); ++s) {
            come[s] += next[s];
            streams[s].caused[i] += next[s];
        }
        fresh = std::move(next);
    }
    for (const Spread& spread : spreads)
        if (come[spread.from()] > 0.0) spread.later(i, come[spread.from()], streams[spread.to()]);
}

}  // namespace

std::vector<ArrivalsBySite> caused_arrivals(const Scenario& scenario, bool whatever_is_lost) {
    std::vector<ArrivalsBySite> caused(scenario.work().size());
    if (std::all_of(scenario.work().begin(), scenario.work().end(), [](const Work& w) { return w.leads_to.empty(); }))
        return caused;
    std::vector<ComingStream> streams = coming_streams(scenario);
    const std::vector<Spread> spreads = spreads_of(scenario, streams, whatever_is_lost);
    const auto sum_of_pending = [&] {
        double sum = 0.0;
        for (const ComingStream& stream : streams)
            sum = std::accumulate(stream.pending.begin(), stream.pending.end(), sum);
        return sum;
    };
    for (const double enough = negligible_contacts * sum_of_pending(); sum_of_pending() > enough;) {
        for (std::size_t i = 0; i < scenario.intervals(); ++i) follow(i, spreads, streams);
        for (ComingStream& stream : streams) {
            stream.pending = std::move(stream.again);
            stream.again.assign(stream.pending.size(), 0.0);
        }
    }
    for (ComingStream& stream : streams) caused[stream.work][stream.site] = std::move(stream.caused);
    return caused;
}

}  // namespace freiton
