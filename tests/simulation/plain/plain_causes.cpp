// SPDX-License-Identifier: Apache-2.0
// The oracle's contacts that others lead to.
#include <algorithm>
#include <cmath>

#include "simulation/plain/plain_simulator.hpp"

namespace freiton::test {

using namespace simulation::kernel;

// Everything that chance decides about a contact that another causes, from who it is.
PlainSimulator::Streams PlainSimulator::streams_of_caused(int source, std::uint32_t serial) const {
    const std::uint32_t w = world_.sources[static_cast<std::size_t>(source)].work_key;
    const std::uint32_t site = world_.sources[static_cast<std::size_t>(source)].site_key;
    Streams streams{{seed_, replication_, Purpose::handling, w, site, serial},
                    {seed_, replication_, Purpose::patience, w, site, serial},
                    {seed_, replication_, Purpose::wrap_up, w, site, serial},
                    {seed_, replication_, Purpose::balk, w, site, serial},
                    {seed_, replication_, Purpose::redial, w, site, serial},
                    {seed_, replication_, Purpose::choice, w, site, serial},
                    0,
                    {}};
    for (std::uint32_t law = 1; law <= scenario_.teams().size(); ++law)
        streams.other.emplace_back(seed_, replication_, Purpose::other_handling, w, site + law, serial);
    return streams;
}

void PlainSimulator::cause(int id) {
    const int source = world_.classes[static_cast<std::size_t>(all_[static_cast<std::size_t>(id)].cls)].source;
    const Source& from = world_.sources[static_cast<std::size_t>(source)];
    const Contact done = all_[static_cast<std::size_t>(id)];
    const std::uint64_t who = (done.caused ? std::uint64_t{1} << 32 : 0) + done.serial;
    Generator chance{seed_, replication_, Purpose::caused, from.work_key, from.site_key, who};
    for (const LeadsTo& lead : work(done).leads_to) {
        const bool happens = chance.uniform() < lead.share.value();
        const auto serial = static_cast<std::uint32_t>(chance.bits() >> 32);
        const double after = lead.after.count() > 0.0 ? lead.after.count() * exponential(chance) : 0.0;
        if (!happens) continue;
        const int sent = send(source_of(lead.work, done), serial, after);
        if (lead.warm) hold_for(id, sent);
    }
}

// Of the same site, if it comes from there, else of none.
int PlainSimulator::source_of(const std::string& name, const Contact& cause) const {
    int its = -1;
    for (int s = 0; s < static_cast<int>(world_.sources.size()); ++s) {
        const Source& one = world_.sources[static_cast<std::size_t>(s)];
        if (scenario_.work()[static_cast<std::size_t>(one.work)].name != name) continue;
        if (one.site == cause.origin.site || (one.site < 0 && its < 0)) its = s;
    }
    return its;
}

int PlainSimulator::send(int source, std::uint32_t serial, double after) {
    Streams own = streams_of_caused(source, serial);
    Contact c;
    const int owner = owner_of_next(source, own);
    const Source& to = world_.sources[static_cast<std::size_t>(source)];
    c.cls = to.first_class + std::max(0, owner);
    c.origin = {to.work, to.site, owner};
    c.serial = serial;
    c.caused = true;
    c.at_once = after == 0.0;
    c.until = now_ + after;
    c.state = State::coming;
    if (!c.at_once) c.rank = ++counter_;
    all_.push_back(std::move(c));
    const int id = static_cast<int>(all_.size()) - 1;
    if (after == 0.0) comes(id);
    return id;
}

// Somebody will ask for it when it is late.
void PlainSimulator::await_lateness(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    if (!work(c).chased) return;
    c.chase_at = std::max(now_, c.due);
    c.chase_rank = ++counter_;
}

void PlainSimulator::chase(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    const Chased& chased = *work(c).chased;
    if (ending_) {
        c.chase_at = endless;
        return;
    }
    const Source& from =
        world_.sources[static_cast<std::size_t>(world_.classes[static_cast<std::size_t>(c.cls)].source)];
    const std::uint64_t who = (c.caused ? std::uint64_t{1} << 32 : 0) + c.serial;
    Generator chance{seed_,         replication_,  Purpose::chased,
                     from.work_key, from.site_key, who * 1'048'576U + static_cast<std::uint64_t>(c.chases)};
    const bool calls = c.chases > 0 && chance.uniform() < chased.share.value();
    const auto serial = static_cast<std::uint32_t>(chance.bits() >> 32);
    double left = chased.every.count() * exponential(chance);
    ++c.chases;
    c.chase_at = endless;
    c.chase_rank = ++counter_;
    for (std::size_t s = static_cast<std::size_t>(slot_); s < world_.slots.size(); ++s) {
        const double from_then = std::max(now_, world_.slots[s].start);
        const double open = std::max(0.0, world_.slots[s].end - from_then);
        if (left <= open) {
            c.chase_at = from_then + left;
            break;
        }
        left -= open;
    }
    if (calls) send(source_of(chased.work, c), serial, 0.0);
}

// Calls come while they are accepted, or where the caller is on the line; post comes at any time.
void PlainSimulator::comes(int id) {
    Contact& c = all_[static_cast<std::size_t>(id)];
    const std::string site = c.origin.site < 0 ? "" : scenario_.sites()[static_cast<std::size_t>(c.origin.site)];
    const OpenMask mask = scenario_.accepted(WorkIndex{static_cast<std::size_t>(c.origin.work)}, site);
    const bool accepted = !closed_ && is_open_in(mask, static_cast<std::size_t>(slot().interval));
    c.arrival = now_;
    c.state = State::gone;
    if (is_call(c) && !accepted && !c.at_once) return;
    if (!is_call(c) && closed_) {
        c.state = State::coming;  // until they open
        c.until = endless;
        return;
    }
    const int source = world_.classes[static_cast<std::size_t>(c.cls)].source;
    Streams own = streams_of_caused(source, c.serial);
    draw(c, source, own);
    admit(id);
}

}  // namespace freiton::test
