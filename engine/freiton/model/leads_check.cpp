// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/scenario_check.hpp"

namespace freiton {

namespace {

// What is always there, or comes from nowhere at all, belongs to no site either.
bool may_be_without_site(const Work& work, const std::vector<std::string>& sites) {
    return comes_from(work, "") ||
           std::none_of(sites.begin(), sites.end(), [&](const std::string& site) { return comes_from(work, site); });
}

}  // namespace

std::vector<Consequence> consequences_of(const Work& work) {
    std::vector<Consequence> consequences;
    for (std::size_t k = 0; k < work.leads_to.size(); ++k)
        consequences.push_back(
            {work.leads_to[k].work, work.leads_to[k].share.value(), "leads_to[" + std::to_string(k + 1) + "].work"});
    if (work.redial && work.redial->as)
        consequences.push_back({*work.redial->as, work.redial->share.value(), "redial.as"});
    if (work.chased) consequences.push_back({work.chased->work, 0.0, "chased.work"});  // ends when it is done
    return consequences;
}

void check_leads(const ScenarioParts& parts, const ScenarioNames& names, const Work& work, Problems& problems) {
    for (const Consequence& one : consequences_of(work)) {
        const std::string key = "work." + work.name + "." + one.key;
        check_known(one.work, names.work, "work", key, problems);
        const std::size_t to = place_of(parts.work, one.work);
        if (to == parts.work.size()) continue;
        const Work& caused = parts.work[to];
        if (one.key == "chased.work" && !caused.answered_now())
            problems.push_back(Problem{Rule::chased_only_by_calls}.on(key).got(caused.name));
        if (caused.arrivals.unlimited) problems.push_back(Problem{Rule::leads_to_unlimited}.on(key).got(caused.name));
        for (const std::string& site : parts.sites)
            if (comes_from(work, site) && !comes_from(caused, site) && !may_be_without_site(caused, parts.sites))
                problems.push_back(Problem{Rule::leads_elsewhere}.on(key).got(caused.name).with({site}));
        if (may_be_without_site(work, parts.sites) && !may_be_without_site(caused, parts.sites))
            problems.push_back(Problem{Rule::leads_to_no_site}.on(key).got(caused.name));
    }
    for (std::size_t k = 0; k < work.leads_to.size(); ++k) {
        const LeadsTo& lead = work.leads_to[k];
        const std::size_t to = place_of(parts.work, lead.work);
        const bool transfer = lead.after.count() == 0.0 && work.kind == WorkKind::call &&
                              (to == parts.work.size() || parts.work[to].kind == WorkKind::call);
        if (lead.warm && !transfer)
            problems.push_back(Problem{Rule::warm_only_at_once}.on("work." + work.name + ".leads_to[" +
                                                                   std::to_string(k + 1) + "].warm"));
    }
}

namespace {

// Whether contacts of a work lead to that one, in whatever number of steps.
bool leads_to(const std::vector<Work>& works, std::size_t from, std::size_t wanted, std::vector<bool>& seen) {
    if (from == works.size() || seen[from]) return false;
    seen[from] = true;
    const auto consequences = consequences_of(works[from]);
    return from == wanted || std::any_of(consequences.begin(), consequences.end(), [&](const Consequence& one) {
               return leads_to(works, place_of(works, one.work), wanted, seen);
           });
}

// What is late, and makes itself later, has no bound.
void check_chased_ends(const ScenarioParts& parts, Problems& problems) {
    for (std::size_t w = 0; w < parts.work.size(); ++w) {
        if (!parts.work[w].chased) continue;
        std::vector<bool> seen(parts.work.size(), false);
        if (leads_to(parts.work, place_of(parts.work, parts.work[w].chased->work), w, seen))
            problems.push_back(Problem{Rule::chased_without_end}.on("work." + parts.work[w].name + ".chased.work"));
    }
}

}  // namespace

void check_leads_end(const ScenarioParts& parts, Problems& problems) {
    check_chased_ends(parts, problems);
    constexpr double most = 1000.0;
    std::vector<double> contacts(parts.work.size(), 1.0);  // that one leads to in so many steps, itself included
    for (double change = 1.0; change > 1e-6;) {
        std::vector<double> next(contacts.size(), 1.0);
        change = 0.0;
        for (std::size_t w = 0; w < contacts.size(); ++w) {
            for (const Consequence& one : consequences_of(parts.work[w]))
                if (const std::size_t to = place_of(parts.work, one.work); to < contacts.size())
                    next[w] += one.share * contacts[to];
            change = std::max(change, next[w] - contacts[w]);
            if (next[w] <= most) continue;
            problems.push_back(Problem{Rule::leads_without_end}.on("work." + parts.work[w].name + "." +
                                                                   consequences_of(parts.work[w]).front().key));
            return;
        }
        contacts = std::move(next);
    }
}

}  // namespace freiton
