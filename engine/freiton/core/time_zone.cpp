// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/time_zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <stdexcept>

namespace freiton {

bool is_time_zone(const std::string& name) {
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::vector<LocalMoment> local_day(const std::string& zone, Date day, Minutes step) {
    const date::time_zone* const where = date::locate_zone(zone);
    const auto midnight = [&](Date date) {
        return where->to_sys(date::local_days{date::days{date.time_since_epoch().count()}}, date::choose::earliest);
    };
    const auto end = midnight(day + std::chrono::days{1});
    std::vector<LocalMoment> moments;
    for (auto now = midnight(day); now < end; now += step) {
        const auto local = where->to_local(now);
        const auto since_midnight = local - date::local_days{date::days{day.time_since_epoch().count()}};
        moments.push_back({std::chrono::duration_cast<Minutes>(since_midnight), now.time_since_epoch()});
    }
    return moments;
}

LocalTime local_time(const std::string& zone, Seconds since_1970) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(since_1970);
    const auto local = date::locate_zone(zone)->to_local(date::sys_seconds{whole}).time_since_epoch();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return {Date{day}, Seconds{local - day} + (since_1970 - whole)};
}

bool is_shown_twice(const std::string& zone, Date day, Minutes wall) {
    const std::vector<LocalMoment> moments = local_day(zone, day, Minutes{5});
    return std::count_if(moments.begin(), moments.end(), [&](const LocalMoment& one) { return one.wall == wall; }) > 1;
}

}  // namespace freiton
