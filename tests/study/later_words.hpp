// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/volumes.hpp"
#include "model/random_values.hpp"

namespace freiton::test {

/// The same ordinary office with more of what a scenario can say: callers, hours and routing of their own, rules
/// between kinds of work, what contacts lead to, chats, callbacks and call lists. Each word now and then, and only
/// where it goes with the rest.
class LaterWords : RandomValues {
  public:
    LaterWords(const Scenario& scenario, std::uint64_t number)
        : RandomValues{number + 33'000}, parts_{scenario.parts()} {}

    Scenario make() {
        for (std::size_t w = 0; w < parts_.work.size(); ++w) {
            add_ways(w);
            add_callers(w);
            add_what_follows(w);
            add_routing(w);
        }
        for (std::size_t t = 0; t < parts_.teams.size(); ++t) add_to_team(t);
        return Scenario{parts_};
    }

  private:
    // One word in so many offices that could have it.
    void now_and_then(int one_in, const std::function<void(ScenarioParts&)>& say) {
        if (!chance(one_in)) return;
        ScenarioParts with = parts_;
        say(with);
        if (Scenario::check(with).empty()) parts_ = std::move(with);
    }

    std::vector<double> factors(double least, double most) {
        std::size_t longest = 0;
        for (const OpenHours& hours : parts_.calendar.open)
            longest = std::max(longest, values_of_day(hours, parts_.calendar.interval));
        std::vector<double> list;
        while (list.size() < longest) list.push_back(least + (most - least) * unit());
        return list;
    }

    // The first or the last part of each day.
    OpenWeek part_of_day() {
        OpenWeek week = parts_.calendar.open;
        const bool morning = chance(2);
        for (OpenHours& hours : week)
            if (!hours.empty()) hours = {morning ? hours.front() : hours.back()};
        for (OpenHours& hours : week)
            for (auto& span : hours)
                if (morning && hours.size() == 1) span.to = std::min(span.to, span.from + Minutes{6 * 60});
        return week;
    }

    void add_ways(std::size_t w) {
        using namespace std::chrono_literals;
        const Answering answering{{Share{one_of({0.3, 0.5})}}, true};
        const NoAnswer no_answer{30s, 2h, 1 + below(3)};
        if (parts_.work[w].kind == WorkKind::call) {
            now_and_then(8, [&](ScenarioParts& p) {
                Work& work = p.work[w];
                work.kind = WorkKind::chat;
                work.concurrency = 2 + below(2);
                work.slowdown = {1.0, 1.2};
                work.owners.reset();
                for (Team& team : p.teams)
                    if (chance(2) && p.work.size() > 1) team.while_chatting = WhileChatting::calls;
            });
            now_and_then(8, [&](ScenarioParts& p) {
                p.work[w].callback = Callback{60s, Share{0.5}, Deadline{.time = 2h}, answering, no_answer};
            });
        } else {
            now_and_then(8, [&](ScenarioParts& p) {
                Work& work = p.work[w];
                work.kind = WorkKind::outbound;
                work.reached = answering;
                work.no_answer = no_answer;
                if (work.backlog_target) std::swap(work.backlog_target->tried, work.backlog_target->done);
                std::erase(p.routing.interrupt, work.name);
                if (chance(2)) work.window = part_of_day();
            });
        }
    }

    void add_callers(std::size_t w) {
        using namespace std::chrono_literals;
        now_and_then(8, [&](ScenarioParts& p) { p.work[w].handling_time.day_cv = one_of({0.05, 0.1}); });
        now_and_then(8, [&](ScenarioParts& p) { p.work[w].handling_time.by_interval = factors(0.8, 1.25); });
        now_and_then(8, [&](ScenarioParts& p) { p.work[w].arrivals.interval_cv = one_of({0.1, 0.25}); });
        now_and_then(10, [&](ScenarioParts& p) { p.work[w].open = part_of_day(); });
        if (!parts_.work[w].answered_now()) {
            now_and_then(8, [&](ScenarioParts& p) {
                p.work[w].arrivals.at.reset();
                p.work[w].arrivals.profile.clear();
                p.work[w].arrivals.around_the_clock = true;
            });
            return;
        }
        now_and_then(6, [&](ScenarioParts& p) { p.work[w].balk = Share{one_of({0.05, 0.2})}; });
        now_and_then(6, [&](ScenarioParts& p) {
            p.work[w].wrap_up = DurationLaw{.mean = one_of<Seconds>({30s, 90s})};
        });
        now_and_then(10, [&](ScenarioParts& p) {
            if (p.work[w].patience) p.work[w].patience->by_interval = factors(0.7, 1.5);
        });
        now_and_then(8, [&](ScenarioParts& p) {
            if (p.work[w].call_target) p.work[w].call_target->short_wait = 5s;
        });
    }

    void add_what_follows(std::size_t w) {
        using namespace std::chrono_literals;
        const auto any_work = [&] {
            return parts_.work[static_cast<std::size_t>(below(static_cast<int>(parts_.work.size())))].name;
        };
        now_and_then(6, [&](ScenarioParts& p) {
            p.work[w].leads_to.push_back(
                {any_work(), Share{one_of({0.05, 0.15, 0.3})}, one_of<Seconds>({0s, 1h}), false});
        });
        now_and_then(3, [&](ScenarioParts& p) {
            for (LeadsTo& lead : p.work[w].leads_to) lead.warm = true;
        });
        now_and_then(3, [&](ScenarioParts& p) {
            if (p.work[w].redial) p.work[w].redial->as = any_work();
        });
        now_and_then(8, [&](ScenarioParts& p) { p.work[w].chased = Chased{any_work(), Share{0.5}, 4h}; });
    }

    void add_routing(std::size_t w) {
        using namespace std::chrono_literals;
        now_and_then(8, [&](ScenarioParts& p) { p.work[w].ages = one_of<Seconds>({60s, 300s}); });
        if (parts_.sites.empty()) return;
        now_and_then(8, [&](ScenarioParts& p) { p.work[w].reach = one_of({Reach::all, Reach::team, Reach::site}); });
        now_and_then(8, [&](ScenarioParts& p) { p.work[w].prefer = Prefer::site; });
        now_and_then(10, [&](ScenarioParts& p) { p.work[w].after = 30s; });
    }

    void add_to_team(std::size_t t) {
        using namespace std::chrono_literals;
        now_and_then(8, [&](ScenarioParts& p) { p.teams[t].switching = one_of<Seconds>({10s, 30s}); });
        now_and_then(8, [&](ScenarioParts& p) {
            p.teams[t].reserved = {{.work = p.teams[t].handles.front(), .people = 1, .hours = std::nullopt}};
        });
        now_and_then(10, [&](ScenarioParts& p) { p.teams[t].open = part_of_day(); });
        if (!parts_.teams[t].site) return;
        now_and_then(10, [&](ScenarioParts& p) { p.teams[t].after.all = 30s; });
        now_and_then(10, [&](ScenarioParts& p) { p.teams[t].away.handling_time = 1.2; });
    }

    ScenarioParts parts_;
};

}  // namespace freiton::test
