// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "freiton/model/eligibility.hpp"
#include "freiton/report/picture_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

constexpr int most_heat_days = 62;  // of more, the numbers would fill a book

// What people of one team do in each interval, in mean numbers of people; not a number where nobody is there.
struct PeopleDoing {
    std::vector<double> required, present, calls, post, idle;
};

PeopleDoing doing_of(const ReportContext& c, TeamIndex t) {
    const TeamPerformance& team = c.result.performance.teams[t];
    PeopleDoing doing;
    for (std::size_t i = 0; i < c.scenario.intervals(); ++i) {
        const double required = c.result.plan.agents[t][i];
        const double present = team.on_duty_by_interval.empty() ? required : team.on_duty_by_interval[i];
        const bool apart = i < team.occupancy_calls_by_interval.size();
        const bool known = i < team.occupancy_by_interval.size();
        const double busy = known ? team.occupancy_by_interval[i] : CallFigures::none;
        const double with_calls = apart ? team.occupancy_calls_by_interval[i] : busy;
        doing.required.push_back(required);
        doing.present.push_back(present);
        doing.calls.push_back(present * with_calls);
        doing.post.push_back(present * (busy - with_calls));
        doing.idle.push_back(present * (1.0 - busy));
    }
    return doing;
}

bool handles(const ReportContext& c, TeamIndex team, WorkKind kind) {
    return handles_kind(c.scenario.work(), c.scenario.teams()[team], kind);
}

// What they are busy with, of what is answered now, and of what is worked off; nothing if they do none of it.
std::optional<Phrase> answered_by(const ReportContext& c, TeamIndex team) {
    const bool calls = handles(c, team, WorkKind::call);
    const bool chats = handles(c, team, WorkKind::chat);
    if (calls && chats) return Phrase{"busy with calls and chats", "mit Anrufen und Chats"};
    if (chats) return Phrase{"busy with chats", "mit Chats"};
    if (calls) return Phrase{"busy with calls", "mit Anrufen"};
    return std::nullopt;
}

std::optional<Phrase> worked_off_by(const ReportContext& c, TeamIndex team) {
    const bool post = handles(c, team, WorkKind::backlog);
    const bool lists = handles(c, team, WorkKind::outbound);
    if (post && lists) return Phrase{"busy with post and call lists", "mit Post und Anruflisten"};
    if (lists) return Phrase{"busy with call lists", "mit Anruflisten"};
    if (post) return Phrase{"busy with post", "mit Post"};
    return std::nullopt;
}

Picture team_picture(const ReportContext& c, const Timeline& timeline, TeamIndex t) {
    const PeopleDoing doing = doing_of(c, t);
    TimeCourse course{
        .stretches = timeline.stretches, .like = Figure::number(0, 1), .in_steps = true, .from_zero = true};
    const auto add = [&](const Phrase& name, Series::Kind kind, const std::vector<double>& values) {
        course.series.push_back({.name = c.text(name), .kind = kind, .values = mean_over(timeline, values)});
    };
    if (const auto calls = answered_by(c, t)) add(*calls, Series::Kind::area, doing.calls);
    if (const auto post = worked_off_by(c, t)) add(*post, Series::Kind::area, doing.post);
    add({"idle", "frei"}, Series::Kind::hollow, doing.idle);
    add({"present", "anwesend"}, Series::Kind::outline, doing.present);
    const bool absence = !c.result.performance.teams[t].on_duty_by_interval.empty() && doing.present != doing.required;
    if (absence) add({"staffed", "besetzt"}, Series::Kind::line, doing.required);
    const std::string& team = c.scenario.teams()[t].name;
    std::string how =
        c.text({"The line is who is there; the areas below it are what they do, and the gap is idle time, ready "
                "for what comes next.",
                "Die Linie zeigt, wer da ist; die Flächen darunter, womit; der Abstand ist freie Zeit, "
                "bereit für das, was kommt."});
    if (timeline.by_day) how += c.text({" Means of each day.", " Mittelwerte jedes Tages."});
    return {.title = filled(c.text({"People in {0} and what they do", "Personen in {0} und was sie tun"}), {team}),
            .description = std::move(how),
            .shape = std::move(course)};
}

double people_of_all(const ReportContext& c, std::size_t interval) {
    double sum = 0.0;
    for (const auto& agents : c.result.plan.agents) sum += agents[interval];
    return sum;
}

// From Monday to Sunday, open days only.
std::vector<std::vector<int>> open_weeks(const Calendar& calendar) {
    std::vector<std::vector<int>> weeks;
    Date last{};
    for (int day = 0; day < calendar.days(); ++day) {
        if (!calendar.is_open(day)) continue;
        const Date date = calendar.date(day);
        const Date monday = date - std::chrono::days{weekday_index(date)};
        if (weeks.empty() || monday != last) weeks.emplace_back();
        last = monday;
        weeks.back().push_back(day);
    }
    return weeks;
}

HeatMap::Week heat_week(const ReportContext& c, const std::vector<int>& days, const std::vector<Minutes>& times) {
    HeatMap::Week week;
    for (const int day : days) week.days.push_back(day_text(c.calendar().date(day), c.language));
    week.title = week.days.front();
    if (days.size() > 1) week.title += c.text({" to ", " bis "}) + week.days.back();
    for (const Minutes time : times) {
        auto& row = week.values.emplace_back();
        for (const int day : days) {
            const auto at = c.calendar().interval_at(c.calendar().date(day), time);
            row.push_back(at ? people_of_all(c, *at) : CallFigures::none);
        }
    }
    return week;
}

Picture heat_picture(const ReportContext& c) {
    HeatMap map{.like = Figure::number(0)};
    const std::vector<Minutes> times = times_of_day(c.calendar());
    for (const Minutes time : times) map.times.push_back(clock_text(time));
    for (const auto& days : open_weeks(c.calendar())) map.weeks.push_back(heat_week(c, days, times));
    return {
        .title = c.text({"People by day and time of day", "Personen nach Tag und Uhrzeit"}),
        .description = c.text({"All teams together: the darker a cell, the more people. The number stands in it, so "
                               "that it is read without colours too.",
                               "Alle Teams zusammen: je dunkler ein Feld, desto mehr Personen. Die Zahl steht darin, "
                               "so dass man es auch ohne Farben liest."}),
        .shape = std::move(map)};
}

}  // namespace

void add_people_pictures(const ReportContext& c, const Timeline& timeline, Document& document) {
    for (TeamIndex t{0}; t < c.scenario.teams().size(); ++t) document.add(team_picture(c, timeline, t));
    const int days = c.calendar().open_days();
    if (days > 1 && days <= most_heat_days) document.add(heat_picture(c));
}

}  // namespace freiton::report
