// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <functional>

#include "freiton/core/text.hpp"
#include "freiton/report/plan_parts.hpp"
#include "freiton/report/table.hpp"

namespace freiton::report {

namespace {

using Align = Table::Align;

struct OverviewContext {
    const Scenario& scenario;
    const PlanResult& result;
    Language language;

    std::string text(Phrase phrase) const { return std::string{phrase.in(language)}; }
    const Calendar& calendar() const { return scenario.calendar(); }
};

// One letter for what asked for the people.
std::string driver_letter(const OverviewContext& c, std::size_t team, std::size_t interval) {
    if (c.result.drivers.empty()) return "";
    switch (c.result.drivers[team][interval]) {
        case Driver::calls:
            return c.text({"c", "a"});
        case Driver::post:
            return "p";
        case Driver::least:
            return c.text({"l", "m"});
        case Driver::most:
            return c.text({"x", "h"});
        case Driver::given:
            return "g";
        case Driver::nothing:
            return " ";
    }
    return "";
}

std::string heading(const OverviewContext& c) {
    std::string text = c.scenario.title();
    if (!text.empty()) text += '\n';
    text += date_label(c.calendar().date(0), c.language);
    if (c.calendar().days() > 1)
        text += c.text({" to ", " bis "}) + date_label(c.calendar().date(c.calendar().days() - 1), c.language);
    text += ", " + number_text(c.calendar().interval_length().count() / 60.0) + " min";
    if (!c.result.organisation.empty())
        text += "; " + c.text({"organisation ", "Organisation "}) + c.result.organisation;
    return text + "\n\n";
}

std::vector<Minutes> times_of_day(const Calendar& calendar) {
    std::vector<Minutes> starts;
    for (const Interval& interval : calendar.intervals()) starts.push_back(interval.start);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

// People of one team by time of day and date.
std::string team_grid(const OverviewContext& c, std::size_t team) {
    std::vector<Table::Column> columns = {{c.scenario.teams()[team].name, Align::left}};
    std::vector<int> days;
    for (int day = 0; day < c.calendar().days(); ++day) {
        if (!c.calendar().is_open(day)) continue;
        days.push_back(day);
        columns.push_back(
            {weekday_text(c.calendar().date(day), c.language) + " " + date_text(c.calendar().date(day)).substr(5)});
    }
    Table table{columns};
    for (const Minutes start : times_of_day(c.calendar())) {
        std::vector<std::string> cells = {clock_text(start)};
        for (const int day : days) {
            const auto at = c.calendar().interval_at(c.calendar().date(day), start);
            cells.push_back(at ? std::to_string(c.result.plan.agents[team][*at]) + " " + driver_letter(c, team, *at)
                               : "");
        }
        table.row(std::move(cells));
    }
    return table.text() + "\n";
}

std::string legend(const OverviewContext& c) {
    if (c.result.drivers.empty()) return "";
    return c.text({"c calls, p post, l least, x most (more are needed), g given: what asked for the people\n\n",
                   "a Anrufe, p Post, m Mindestbesetzung, h Höchstbesetzung (mehr wären nötig), g gegeben: was die "
                   "Personen verlangt\n\n"});
}

// Sums over kinds of work in one day or interval.
struct Both {
    double calls = 0.0;
    double in_time = 0.0;
    double abandoned = 0.0;
    double items = 0.0;
    double done = 0.0;
    double backlog = 0.0;
    double due = 0.0;
};

double known(double value) { return std::isnan(value) ? 0.0 : value; }

Both both(const OverviewContext& c, const std::function<const CallFigures&(const WorkPerformance&)>& calls,
          const std::function<const BacklogFigures&(const WorkPerformance&)>& post) {
    Both sum;
    for (std::size_t w = 0; w < c.scenario.work().size(); ++w) {
        const WorkPerformance& work = c.result.performance.work[w];
        if (c.scenario.work()[w].kind == WorkKind::call) {
            const CallFigures& figures = calls(work);
            sum.calls += figures.offered;
            sum.in_time += figures.offered * known(figures.service_level);
            sum.abandoned += figures.abandoned;
        } else {
            const BacklogFigures& figures = post(work);
            sum.items += figures.offered;
            sum.done += known(figures.completed);
            sum.backlog += known(figures.backlog_at_end);
            sum.due += known(figures.due);
        }
    }
    return sum;
}

// Heights from nothing to the largest, one character each.
std::string line_of(const std::vector<double>& values, double most) {
    constexpr std::string_view heights[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string line;
    for (const double value : values) {
        const double height = most > 0.0 ? std::ceil(8.0 * value / most - 1e-9) : 0.0;
        line += heights[static_cast<std::size_t>(std::clamp(height, 0.0, 8.0))];
    }
    return line;
}

struct Lines {
    std::vector<double> backlog;
    std::vector<double> due;
};

Lines lines_of(const OverviewContext& c) {
    Lines lines;
    for (std::size_t i = 0; i < c.scenario.intervals(); ++i) {
        const Both sum = both(
            c, [i](const auto& work) -> const CallFigures& { return work.calls.by_interval[i]; },
            [i](const auto& work) -> const BacklogFigures& { return work.backlog.by_interval[i]; });
        lines.backlog.push_back(sum.backlog);
        lines.due.push_back(sum.due);
    }
    return lines;
}

std::string days_table(const OverviewContext& c) {
    const Lines lines = lines_of(c);
    const double most_backlog = *std::max_element(lines.backlog.begin(), lines.backlog.end());
    const double most_due = *std::max_element(lines.due.begin(), lines.due.end());
    Table table{{{c.text({"day", "Tag"}), Align::left},
                 {c.text({"calls", "Anrufe"})},
                 {c.text({"in time", "rechtzeitig"})},
                 {c.text({"abandoned", "Aufleger"})},
                 {c.text({"post", "Post"})},
                 {c.text({"done", "erledigt"})},
                 {c.text({"left", "übrig"})},
                 {c.text({"left, at most ", "übrig, höchstens "}) + decimal(most_backlog, 0, c.language), Align::left},
                 {c.text({"due, at most ", "fällig, höchstens "}) + decimal(most_due, 0, c.language), Align::left}}};
    for (int day = 0; day < c.calendar().days(); ++day) {
        if (!c.calendar().is_open(day)) continue;
        const auto d = static_cast<std::size_t>(day);
        const Both sum = both(
            c, [d](const auto& work) -> const CallFigures& { return work.calls.by_day[d]; },
            [d](const auto& work) -> const BacklogFigures& { return work.backlog.by_day[d]; });
        const auto part = [&](const std::vector<double>& all) {
            return std::vector<double>(all.begin() + static_cast<std::ptrdiff_t>(c.calendar().first_interval(day)),
                                       all.begin() + static_cast<std::ptrdiff_t>(c.calendar().first_interval(day + 1)));
        };
        const double none = CallFigures::none;
        table.row({date_label(c.calendar().date(day), c.language), decimal(sum.calls, 0, c.language),
                   percent(sum.calls > 0.0 ? sum.in_time / sum.calls : none, 1, c.language),
                   percent(sum.calls > 0.0 ? sum.abandoned / sum.calls : none, 1, c.language),
                   decimal(sum.items, 0, c.language), decimal(sum.done, 0, c.language),
                   decimal(sum.backlog, 0, c.language), line_of(part(lines.backlog), most_backlog),
                   line_of(part(lines.due), most_due)});
    }
    return table.text() + "\n";
}

std::string hours_text(double hours, Language language) {
    return std::isfinite(hours) ? decimal(hours, 1, language) + " h" : "-";
}

void add_calls(const OverviewContext& c, const std::string& name, const CallFigures& figures, Table& table) {
    table.row({name, decimal(figures.offered, 0, c.language), percent(figures.service_level, 1, c.language),
               seconds(figures.asa_s, c.language), percent(figures.abandoned_share, 1, c.language),
               decimal(figures.load_erlang, 1, c.language)});
}

void add_post(const OverviewContext& c, const std::string& name, const BacklogFigures& figures, Table& table) {
    table.row({name, decimal(figures.offered, 0, c.language), percent(figures.done_in_time_share, 1, c.language),
               hours_text(figures.turnaround_mean_h, c.language), hours_text(figures.turnaround_p95_h, c.language),
               decimal(figures.load_erlang, 1, c.language)});
}

// Each kind of work in total, and by site where it stays there.
std::string works_tables(const OverviewContext& c) {
    Table calls{{{c.text({"calls", "Anrufe"}), Align::left},
                 {c.text({"offered", "angeboten"})},
                 {c.text({"in time", "rechtzeitig"})},
                 {"ASA"},
                 {c.text({"abandoned", "Aufleger"})},
                 {"Erlang"}}};
    Table post{{{c.text({"post", "Post"}), Align::left},
                {c.text({"offered", "angeboten"})},
                {c.text({"in time", "rechtzeitig"})},
                {c.text({"turnaround", "Durchlauf"})},
                {"95 %"},
                {"Erlang"}}};
    int call_rows = 0;
    int post_rows = 0;
    for (std::size_t w = 0; w < c.scenario.work().size(); ++w) {
        const Work& work = c.scenario.work()[w];
        const WorkPerformance& performance = c.result.performance.work[w];
        if (work.kind == WorkKind::call) {
            add_calls(c, work.name, performance.calls.total, calls);
            for (const auto& [site, course] : performance.calls_by_site) add_calls(c, "  " + site, course.total, calls);
            ++call_rows;
        } else {
            add_post(c, work.name, performance.backlog.total, post);
            for (const auto& [site, course] : performance.backlog_by_site) add_post(c, "  " + site, course.total, post);
            ++post_rows;
        }
    }
    return (call_rows > 0 ? calls.text() + "\n" : "") + (post_rows > 0 ? post.text() + "\n" : "");
}

// One day by interval: everybody, calls and post side by side.
std::string one_day_table(const OverviewContext& c) {
    std::vector<Table::Column> columns = {{c.text({"time", "Zeit"}), Align::left}};
    for (const Team& team : c.scenario.teams()) columns.push_back({team.name});
    for (const Phrase phrase :
         {Phrase{"calls", "Anrufe"}, Phrase{"in time", "rechtzeitig"}, Phrase{"abandoned", "Aufleger"},
          Phrase{"post", "Post"}, Phrase{"done", "erledigt"}, Phrase{"left", "übrig"}, Phrase{"due", "fällig"}})
        columns.push_back({c.text(phrase)});
    Table table{columns};
    for (std::size_t i = 0; i < c.scenario.intervals(); ++i) {
        const Minutes start = c.calendar().intervals()[i].start;
        std::vector<std::string> cells = {clock_text(start) + "-" + clock_text(start + c.calendar().parts().interval)};
        for (std::size_t t = 0; t < c.scenario.teams().size(); ++t)
            cells.push_back(std::to_string(c.result.plan.agents[t][i]) + " " + driver_letter(c, t, i));
        const Both sum = both(
            c, [i](const auto& work) -> const CallFigures& { return work.calls.by_interval[i]; },
            [i](const auto& work) -> const BacklogFigures& { return work.backlog.by_interval[i]; });
        const double none = CallFigures::none;
        for (const double share :
             {sum.calls > 0.0 ? sum.in_time / sum.calls : none, sum.calls > 0.0 ? sum.abandoned / sum.calls : none}) {
            if (cells.size() == 1 + c.scenario.teams().size()) cells.push_back(decimal(sum.calls, 0, c.language));
            cells.push_back(percent(share, 1, c.language));
        }
        for (const double items : {sum.items, sum.done, sum.backlog, sum.due})
            cells.push_back(decimal(items, 0, c.language));
        table.row(std::move(cells));
    }
    return table.text() + "\n";
}

}  // namespace

std::string overview_text(const Scenario& scenario, const PlanResult& result, Language language) {
    const OverviewContext c{scenario, result, language};
    std::string text = heading(c);
    if (scenario.calendar().open_days() == 1) {
        text += one_day_table(c) + legend(c);
    } else {
        if (scenario.calendar().open_days() <= most_grid_days) {
            for (std::size_t t = 0; t < scenario.teams().size(); ++t) text += team_grid(c, t);
            text += legend(c);
        }
        text += days_table(c);
    }
    return text + works_tables(c) + closing_text(scenario, result, language);
}

}  // namespace freiton::report
