// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// When contacts of this work from that site (an empty name: from none) are accepted: in the hours of the work, else in
/// those of the site, else always; never on the site's holidays.
OpenMask accepted_when(const ScenarioParts& parts, const Calendar& calendar, const Work& work, const std::string& site);

/// The same for one work, site by site, each found once. By default nothing is ever closed.
class AcceptedHours {
  public:
    AcceptedHours() = default;
    AcceptedHours(const ScenarioParts& parts, const Calendar& calendar, const Work& work)
        : parts_{&parts}, calendar_{&calendar}, work_{&work} {}

    const OpenMask& from(const std::string& site) const;

    /// Whether the work has hours of its own, so that even post comes in them only.
    bool are_of_the_work() const { return work_ != nullptr && work_->open.has_value(); }

  private:
    const ScenarioParts* parts_ = nullptr;
    const Calendar* calendar_ = nullptr;
    const Work* work_ = nullptr;
    mutable std::map<std::string, OpenMask> known_{};
};

/// When people of this team may be there: in the team's hours, else in those of its site, else always; never on the
/// site's holidays.
OpenMask staffed_when(const ScenarioParts& parts, const Calendar& calendar, const Team& team);

/// When outbound calls of this work may be begun; whenever people are there if it says nothing.
OpenMask window_of(const Work& work, const Calendar& calendar);

/// Hours of the longest day in which somebody may be called: of the window, else of the calendar.
std::size_t answering_hours(const Calendar& calendar, const std::optional<OpenWeek>& window);

/// The share of calls that reach somebody, by interval. A list of 24 goes by the hour of the clock, another by the
/// hours since the window, or the day, has opened.
std::vector<double> answering_by_interval(const Answering& answering, const std::optional<OpenWeek>& window,
                                          const Calendar& calendar);

/// Adds what is wrong with the hours of sites, work and teams: they fit the interval and lie within the calendar's.
void check_opening(const ScenarioParts& parts, Problems& problems);

}  // namespace freiton
