// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/compile_routing.hpp"

#include <algorithm>
#include <string>

#include "freiton/model/eligibility.hpp"

namespace freiton::simulation {

namespace {

using namespace kernel;

class Compiler {
  public:
    Compiler(const Scenario& scenario, World& world)
        : scenario_{scenario}, routing_{scenario.routing()}, world_{world} {}

    void run() {
        find_sites();
        add_pools();
        for (ClassRecord& cls : world_.classes) add_pools_of(cls);
        for (std::size_t c = 0; c < world_.classes.size(); ++c) add_candidates(static_cast<int>(c));
        for (std::size_t p = 0; p < world_.pools.size(); ++p) order_candidates(world_.pools[p]);
        for (std::size_t p = 0; p < world_.pools.size(); ++p) find_peers(static_cast<int>(p));
    }

  private:
    void find_sites() {
        for (const Team& team : scenario_.teams()) {
            const auto& sites = scenario_.sites();
            team_site_.push_back(
                team.site ? static_cast<int>(std::find(sites.begin(), sites.end(), *team.site) - sites.begin()) : none);
        }
    }

    // Of callers who are called back that of their calls.
    const Work& work_of(const ClassRecord& cls) const {
        const int work = world_.work[static_cast<std::size_t>(cls.work)].counts_as;
        return scenario_.work()[static_cast<std::size_t>(work)];
    }
    bool owned(const ClassRecord& cls) const { return is_owned(scenario_, work_of(cls)); }

    std::string site_name(const ClassRecord& cls) const {
        return cls.site == none ? std::string{} : scenario_.sites()[static_cast<std::size_t>(cls.site)];
    }

    // Persons matter in a team that owns items; each is a pool then.
    void add_pools() {
        std::vector<int> persons(world_.teams.size(), 0);
        for (const ClassRecord& cls : world_.classes) {
            if (!owned(cls)) continue;
            const auto team = first_team(scenario_, work_of(cls), site_name(cls));
            if (!team) continue;
            persons[*team] = std::max({persons[*team], *work_of(cls).owners, world_.teams[*team].most});
        }
        for (std::size_t t = 0; t < world_.teams.size(); ++t) {
            TeamRecord& team = world_.teams[t];
            team.first_pool = static_cast<int>(world_.pools.size());
            team.pools = std::max(1, persons[t]);
            if (persons[t] > 0) team.most = persons[t];
            for (int person = 0; person < team.pools; ++person) {
                Pool pool;
                pool.team = static_cast<int>(t);
                pool.site = team_site_[t];
                pool.person = persons[t] > 0 ? person : none;
                world_.pools.push_back(std::move(pool));
            }
        }
    }

    int law_of(const Team& team, const Work& work) const {
        if (!team.handling_time.contains(work.name)) return none;
        int law = 0;
        for (const Team& before : scenario_.teams()) {
            if (&before == &team) break;
            law += before.handling_time.contains(work.name) ? 1 : 0;
        }
        return law;
    }

    // Whose it is, from 0; classes of those who are called back are in the order of those from which they come.
    int owner_of(int index, const ClassRecord& cls) const {
        const Source& source = world_.sources[static_cast<std::size_t>(cls.source)];
        for (int owner = 0; owner < source.owners; ++owner) {
            const int own = source.first_class + owner;
            if (own == index || world_.classes[static_cast<std::size_t>(own)].callbacks == index) return owner;
        }
        return 0;
    }

    void add_pools_of(ClassRecord& cls) {
        const int index = static_cast<int>(&cls - world_.classes.data());
        const int owner = owner_of(index, cls);
        for (TeamIndex t{0}; t < world_.teams.size(); ++t) {
            if (!may_take(scenario_, t, work_of(cls), site_name(cls))) continue;
            const Team& team = scenario_.teams()[t];
            PoolRef ref;
            ref.away = is_away(team, site_name(cls));
            ref.tier = static_cast<int>(*preference_of(team, work_of(cls).name)) +
                       (prefers_own_site(scenario_, work_of(cls)) && ref.away ? 1'000'000 : 0);
            ref.after_s = help_after(scenario_, team, work_of(cls), site_name(cls)).count();
            ref.other_law = law_of(team, work_of(cls));
            if (ref.away) ref.pace = team.away.handling_time;
            add_refs(cls, world_.teams[t], ref, owner);
            if (ref.after_s > 0.0) cls.stages.push_back(ref.after_s);
        }
        std::sort(cls.stages.begin(), cls.stages.end());
        cls.stages.erase(std::unique(cls.stages.begin(), cls.stages.end()), cls.stages.end());
        std::stable_sort(cls.pools.begin(), cls.pools.end(),
                         [](const PoolRef& a, const PoolRef& b) { return a.tier < b.tier; });
    }

    void add_refs(ClassRecord& cls, const TeamRecord& team, PoolRef ref, int owner) const {
        if (!owned(cls)) {
            for (int p = 0; p < team.pools; ++p) {
                ref.pool = team.first_pool + p;
                cls.pools.push_back(ref);
            }
            return;
        }
        const int owners = *work_of(cls).owners;
        cls.owner_pool = team.first_pool + owner;
        for (int step = 0; step <= std::min(routing_.backup, owners - 1); ++step) {
            ref.pool = team.first_pool + (owner + step) % owners;
            ref.stand_in = step > 0;
            cls.pools.push_back(ref);
        }
    }

    void add_candidates(int c) {
        const ClassRecord& cls = world_.classes[static_cast<std::size_t>(c)];
        const WorkKindRecord& work = world_.work[static_cast<std::size_t>(cls.work)];
        for (const PoolRef& ref : cls.pools) {
            Pool& pool = world_.pools[static_cast<std::size_t>(ref.pool)];
            Candidate candidate;
            candidate.cls = c;
            candidate.priority = work.priority;
            candidate.call = work.call;
            candidate.gated = !work.call && !work.interruptible && !work.callback;
            candidate.after_s = ref.after_s;
            candidate.pace = ref.pace;
            candidate.second = ref.away && prefers_own_site(scenario_, work_of(cls));
            candidate.stand_in = ref.stand_in;
            candidate.away = ref.away;
            candidate.other_law = ref.other_law;
            pool.candidates.push_back(candidate);
            pool.handles_calls = pool.handles_calls || (work.call && ref.after_s == 0.0);
            pool.has_gated = pool.has_gated || candidate.gated;
            pool.ages = pool.ages || work.ages_s > 0.0;
        }
    }

    void order_candidates(Pool& pool) const {
        std::stable_sort(pool.candidates.begin(), pool.candidates.end(), [&](const Candidate& a, const Candidate& b) {
            if (a.priority != b.priority) return a.priority < b.priority;
            return a.second < b.second;
        });
    }

    // Who could take at once a call that this pool could take at once.
    void find_peers(int p) {
        std::vector<int>& peers = world_.pools[static_cast<std::size_t>(p)].peers;
        for (const ClassRecord& cls : world_.classes) {
            if (!world_.work[static_cast<std::size_t>(cls.work)].call) continue;
            const bool ours = std::any_of(cls.pools.begin(), cls.pools.end(),
                                          [&](const PoolRef& ref) { return ref.pool == p && ref.after_s == 0.0; });
            if (!ours) continue;
            for (const PoolRef& ref : cls.pools)
                if (ref.after_s == 0.0) peers.push_back(ref.pool);
        }
        std::sort(peers.begin(), peers.end());
        peers.erase(std::unique(peers.begin(), peers.end()), peers.end());
    }

    const Scenario& scenario_;
    const Routing& routing_;
    World& world_;
    std::vector<int> team_site_;
};

}  // namespace

void compile_routing(const Scenario& scenario, World& world) { Compiler{scenario, world}.run(); }

}  // namespace freiton::simulation
