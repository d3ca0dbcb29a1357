// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/core/units.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/model/duration_law.hpp"
#include "freiton/model/outbound.hpp"
#include "freiton/model/routing.hpp"
#include "freiton/model/targets.hpp"

namespace freiton {

/// A value for everything, or one for each site. Without a site a contact may be taken anywhere.
template <class T>
struct BySite {
    std::optional<T> everywhere{};
    std::map<std::string, T> sites{};

    /// Of one site, or with an empty name what belongs to none; none: nothing is said of it.
    const T* of(const std::string& site) const {
        if (site.empty()) return everywhere ? &*everywhere : nullptr;
        const auto found = sites.find(site);
        return found == sites.end() ? nullptr : &found->second;
    }
    friend bool operator==(const BySite&, const BySite&) = default;
};

/// Counts read from a table: what arrives in the interval that begins then; of a recorded list, at that very moment.
struct VolumeRow {
    Date date{};
    Minutes start{};
    double second_s = 0.0;  // after `start`, below a minute; of recorded lists only
    std::string site{};     // empty: none
    double arrivals = 0.0;
    std::optional<double> handling_time_s{};  // mean of that interval, or of these contacts, where the table has it
    int line = 0;
    friend bool operator==(const VolumeRow&, const VolumeRow&) = default;
};

struct VolumeFile {
    std::string path{};      // as the scenario states it
    std::string found_at{};  // where it was read, for messages
    std::vector<VolumeRow> rows{};
    friend bool operator==(const VolumeFile&, const VolumeFile&) = default;
};

/// Means per interval of an open day: one for all, or a list from opening time of which a shorter day uses the first.
struct PerInterval {
    std::vector<double> means{};
    bool same_for_all = false;  // then `means` holds one value
    friend bool operator==(const PerInterval&, const PerInterval&) = default;
};

/// Coefficient of variation of the product of two independent factors.
inline double of_both(double cv, double other) {
    return other == 0.0 ? cv : std::sqrt((1.0 + cv * cv) * (1.0 + other * other) - 1.0);
}

/// How demand is stated; exactly one of per_interval, per_day, file and unlimited is given.
struct Arrivals {
    std::optional<BySite<PerInterval>> per_interval{};
    std::optional<BySite<double>> per_day{};  // mean of an open day
    std::vector<double> profile{};            // weights of the intervals from opening time; empty: even
    std::optional<Minutes> at{};              // all of the day at one moment, on the wall clock
    bool around_the_clock = false;            // lists begin at midnight and cover 24 hours, closed days too
    std::optional<VolumeFile> file{};
    bool recorded = false;   // the file lists contacts as they came: no chance in when and how many
    bool unlimited = false;  // there is always another item
    std::array<double, 7> weekdays{1, 1, 1, 1, 1, 1, 1};
    double scale = 1.0;
    double day_cv = 0.0;       // of a gamma-distributed factor on the whole day, beyond Poisson
    double interval_cv = 0.0;  // of another on each interval

    /// Coefficient of variation of what an interval's mean is in the end, by both factors.
    double variation() const { return of_both(day_cv, interval_cv); }
    friend bool operator==(const Arrivals&, const Arrivals&) = default;
};

/// Callers who try again after giving up or finding no line.
struct Redial {
    Share share{};                    // of those
    Seconds after{};                  // mean of an exponential law
    int attempts = 3;                 // the most that one customer makes, the first included
    std::optional<std::string> as{};  // the work that the second attempt is; none: the same
    friend bool operator==(const Redial&, const Redial&) = default;
};

/// What a contact brings about once it is done: a share of them causes a contact of that work, from the same
/// site, after a time with that mean (exponential); at once where it is 0.
struct LeadsTo {
    std::string work{};
    Share share{};
    Seconds after{};
    bool warm = false;  // whoever transfers a call stays on the line until somebody answers
    friend bool operator==(const LeadsTo&, const LeadsTo&) = default;
};

/// Items that are late bring their customers: after an exponential time with mean `every`, in opening hours, and again
/// and again until it is done, a share of them causes a contact of that work.
struct Chased {
    std::string work{};
    Share share{};
    Seconds every{};
    friend bool operator==(const Chased&, const Chased&) = default;
};

/// Calls and chats are answered now, or lost; the others are worked off by a deadline, outbound by calling somebody.
enum class WorkKind { call, chat, outbound, backlog };
constexpr bool is_answered_now(WorkKind kind) { return kind == WorkKind::call || kind == WorkKind::chat; }
std::string_view kind_name(WorkKind kind);  // as in the scenario file and in results

/// Of factors for one thing at once, two, ...: the last goes on.
inline double slowdown_at(const std::vector<double>& factors, int at_once) {
    return factors[std::min(factors.size(), static_cast<std::size_t>(at_once)) - 1];
}

/// A kind of request with its own demand, handling time and promise.
struct Work {
    std::string name{};
    WorkKind kind = WorkKind::call;
    Arrivals arrivals{};
    std::optional<OpenWeek> open{};  // when it is accepted; none: when its site is open
    DurationLaw handling_time{};
    std::optional<DurationLaw> wrap_up{};   // after the caller has gone; none: what there is belongs to handling_time
    std::optional<DurationLaw> patience{};  // none: callers wait for ever
    Share balk{};                           // of the callers: they hang up at once when nobody is free
    std::optional<int> lines{};             // most callers in the system
    std::optional<Redial> redial{};
    std::optional<Callback> callback{};
    int concurrency = 1;                // most chats of one person at once
    std::vector<double> slowdown{1.0};  // factors on handling times with 1, 2, ... at once; the last for all beyond
    std::optional<OpenWeek> window{};   // in which outbound calls are begun; none: whenever people are there
    Answering reached{};                // of outbound calls, like the next
    NoAnswer no_answer{};
    BySite<double> opening_backlog{};  // items there at the start
    std::vector<LeadsTo> leads_to{};
    std::optional<Chased> chased{};
    std::optional<int> priority{};  // smaller is more urgent; none: 10 for calls, 100 for backlog
    std::optional<Seconds> ages{};  // after each such time of waiting the priority is smaller by one; none: it stays
    std::optional<int> owners{};    // items belong to so many persons, in equal shares
    std::optional<Reach> reach{};   // of this work; none: as the routing has it, like the next two
    std::optional<Prefer> prefer{};
    std::optional<Seconds> after{};
    std::optional<std::string> customer{};
    std::optional<std::string> segment{};
    std::optional<std::string> description{};  // how it is done, in words of the contract
    std::optional<CallTarget> call_target{};
    std::optional<BacklogTarget> backlog_target{};

    /// Of the service level that is shown: the promised one, else the usual 20 s.
    Seconds service_threshold() const {
        return call_target && call_target->within ? *call_target->within : Seconds{20.0};
    }

    /// Of callers who hang up, the wait up to which they do not count in shares; less than 0: they all count.
    double short_wait_s() const {
        return call_target && call_target->short_wait.count() > 0.0 ? call_target->short_wait.count() : -1.0;
    }

    /// Whether callers may hang up, and whether any may leave without an answer.
    bool may_give_up() const { return patience || balk.value() > 0.0; }
    bool may_lose() const { return may_give_up() || lines; }

    /// Coefficients of variation of a day's and of an interval's load beyond single contacts: by volume, and by the
    /// handling time of the day.
    double day_variation() const { return of_both(arrivals.day_cv, handling_time.day_cv); }
    double load_variation() const { return of_both(arrivals.variation(), handling_time.day_cv); }

    /// Whether somebody waits for an answer now, else it is worked off by a deadline.
    bool answered_now() const { return is_answered_now(kind); }

    /// Whether some of it is transferred by somebody who stays on the line.
    bool leads_warm() const {
        return std::any_of(leads_to.begin(), leads_to.end(), [](const LeadsTo& lead) { return lead.warm; });
    }

    /// The factor on its handling times while somebody does so many things at once.
    double slowdown_of(int at_once) const { return slowdown_at(slowdown, at_once); }

    /// Of those that are done, the share that may lead to something: of a call list whoever was reached.
    double share_that_leads() const {
        return kind == WorkKind::outbound ? attempts_of(reached, no_answer).reached : 1.0;
    }

    int urgency() const { return priority.value_or(answered_now() ? 10 : 100); }

    friend bool operator==(const Work&, const Work&) = default;
};

/// What contacts of a work may cause, in whatever way: the name of the work, the largest share, and the key that says
/// it.
struct Consequence {
    std::string work{};
    double share = 0.0;
    std::string key{};  // below that of the work
};
std::vector<Consequence> consequences_of(const Work& work);

}  // namespace freiton
