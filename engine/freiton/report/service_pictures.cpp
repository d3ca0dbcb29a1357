// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/picture_parts.hpp"

namespace freiton::report {

namespace {

std::string scope_text(const ReportContext& c, Scope over) {
    switch (over) {
        case Scope::interval:
            return c.text({"in every interval", "in jedem Intervall"});
        case Scope::day:
            return c.text({"on every day", "an jedem Tag"});
        case Scope::horizon:
            return c.text({"over all days", "über alle Tage"});
    }
    return {};
}

// A picture of one figure of every kind of work that has it.
struct ServicePicture {
    const ReportContext& c;
    const Timeline& timeline;
    TimeCourse course{};

    ServicePicture(const ReportContext& of, const Timeline& over_time, const Figure& like)
        : c{of}, timeline{over_time}, course{.stretches = over_time.stretches, .like = like} {}

    template <class Figures>
    void add(std::string name, const Course<Figures>& all, double Figures::*member, Series::Kind kind) {
        std::vector<double> values = over(timeline, all, member);
        if (std::all_of(values.begin(), values.end(), [](double value) { return std::isnan(value); })) return;
        std::vector<double> doubt;
        if (kind == Series::Kind::line) doubt = doubt_over(timeline, all, member);
        if (std::all_of(doubt.begin(), doubt.end(), [](double width) { return std::isnan(width); })) doubt.clear();
        course.series.push_back({std::move(name), kind, std::move(values), std::move(doubt)});
        if (kind != Series::Kind::line) return;
        for (const Band& band : bands_over(timeline, all, member)) {
            course.series.back().lows.push_back(band.p05);
            course.series.back().highs.push_back(band.p95);
        }
    }

    // Several bands over each other would hide what they show.
    void leave_out_bands_of_several() {
        if (course.series.size() == 1) return;
        for (Series& one : course.series) one.lows = one.highs = {};
    }

    // What was promised of the work that was added last, each number once.
    void add_promises(WorkIndex work, PromiseKind kind) {
        if (course.series.empty()) return;
        for (const TargetResult& target : c.result.performance.targets) {
            const Promise& promise = target.promise;
            if (promise.kind != kind || promise.work != work) continue;
            const std::string name = filled(
                c.text({"{0}: promised {1} {2}", "{0}: versprochen {1} {2}"}),
                {c.scenario.work()[work].name, figure_text({promise.wanted, course.like.unit, 0, {}}, c.language),
                 scope_text(c, promise.over)});
            const auto told = std::any_of(course.levels.begin(), course.levels.end(),
                                          [&](const Level& level) { return level.name == name; });
            if (!told) course.levels.push_back({name, promise.wanted, course.series.size() - 1});
        }
    }

    void add_to(Document& document, const Phrase& title, const Phrase& description) {
        if (course.series.empty()) return;
        leave_out_bands_of_several();
        std::string how = c.text(description);
        if (std::any_of(course.series.begin(), course.series.end(),
                        [](const Series& one) { return !one.half_widths.empty(); }))
            how += c.text({" The band is the doubt about a mean (95 %).",
                           " Das Band ist die Unsicherheit eines Mittelwerts (95 %)."});
        if (!course.series.front().lows.empty())
            how += c.text({" Nine of ten single days lie in the wide pale band.",
                           " Neun von zehn einzelnen Tagen liegen im breiten blassen Band."});
        document.add({.title = c.text(title), .description = std::move(how), .shape = std::move(course)});
    }
};

// Calls `visit(index, work, performance)` for all work of that kind.
template <class Visit>
void for_each_work(const ReportContext& c, WorkKind kind, Visit visit) {
    for (WorkIndex w{0}; w < c.scenario.work().size(); ++w)
        if (c.scenario.work()[w].answered_now() == is_answered_now(kind))
            visit(w, c.scenario.work()[w], c.result.performance.work[w]);
}

void add_answered(const ReportContext& c, const Timeline& timeline, Document& document) {
    ServicePicture picture{c, timeline, Figure::share(0)};
    for_each_work(c, WorkKind::call, [&](WorkIndex w, const Work& work, const WorkPerformance& performance) {
        picture.add(work.name + ", " + service_level_title(work), performance.calls, &CallFigures::service_level,
                    Series::Kind::line);
        picture.add_promises(w, PromiseKind::answered);
    });
    picture.add_to(
        document, {"Calls answered in time", "Rechtzeitig angenommene Anrufe"},
        {"The share that is answered within the threshold. The dotted line is what was promised; a promise over "
         "a day or longer lets single intervals lie below it.",
         "Der Anteil, der innerhalb der Frist angenommen wird. Gepunktet: was versprochen ist; ein Versprechen "
         "über einen Tag oder länger lässt einzelne Intervalle darunter zu."});
}

void add_waits(const ReportContext& c, const Timeline& timeline, Document& document) {
    ServicePicture picture{c, timeline, Figure::seconds(0)};
    picture.course.from_zero = true;
    for_each_work(c, WorkKind::call, [&](WorkIndex w, const Work& work, const WorkPerformance& performance) {
        picture.add(work.name + c.text({", mean wait", ", mittlere Wartezeit"}), performance.calls,
                    &CallFigures::wait_all_s, Series::Kind::line);
        picture.add_promises(w, PromiseKind::average_wait);
        picture.add(work.name + c.text({", 95 % wait less", ", 95 % warten kürzer"}), performance.calls,
                    &CallFigures::wait_p95_s, Series::Kind::line);
    });
    picture.add_to(
        document, {"Waits of callers", "Wartezeiten der Anrufer"},
        {"All callers that found a line, however their wait ended. A line at the upper edge grows without end.",
         "Alle Anrufer, die eine Leitung fanden, wie auch immer ihr Warten endete. Eine Linie am oberen Rand "
         "wächst ohne Ende."});
}

void add_abandoned(const ReportContext& c, const Timeline& timeline, Document& document) {
    ServicePicture picture{c, timeline, Figure::share(0)};
    picture.course.from_zero = true;
    for_each_work(c, WorkKind::call, [&](WorkIndex w, const Work& work, const WorkPerformance& performance) {
        if (!work.patience) return;
        picture.add(work.name, performance.calls, &CallFigures::abandoned_share, Series::Kind::line);
        picture.add_promises(w, PromiseKind::abandoned);
    });
    picture.add_to(document, {"Callers who give up", "Anrufer, die auflegen"},
                   {"The share of all calls that ends before it is answered.",
                    "Der Anteil aller Anrufe, der vor der Annahme endet."});
}

void add_pile(const ReportContext& c, const Timeline& timeline, Document& document) {
    ServicePicture pile{c, timeline, Figure::number(0, 1)};
    pile.course.in_steps = true;
    pile.course.from_zero = true;
    ServicePicture oldest{c, timeline, Figure::hours(0)};
    oldest.course.from_zero = true;
    ServicePicture due{c, timeline, Figure::number(0, 1)};
    due.course.in_steps = true;
    due.course.from_zero = true;
    for_each_work(c, WorkKind::backlog, [&](WorkIndex, const Work& work, const WorkPerformance& performance) {
        pile.add(work.name, performance.backlog, &BacklogFigures::backlog_at_end, Series::Kind::area);
        oldest.add(work.name, performance.backlog, &BacklogFigures::oldest_max_h, Series::Kind::line);
        if (work.backlog_target) due.add(work.name, performance.backlog, &BacklogFigures::due, Series::Kind::area);
    });
    pile.add_to(document, {"The pile of post", "Der Poststapel"},
                {"Items that are not done at the end of each point in time.",
                 "Vorgänge, die am Ende jedes Zeitpunkts nicht erledigt sind."});
    oldest.add_to(document, {"The oldest item of post", "Der älteste Vorgang"},
                  {"The greatest age of a waiting item, on the clock of its deadline.",
                   "Das größte Alter eines wartenden Vorgangs, auf der Uhr seiner Frist."});
    due.add_to(document, {"Post that is due", "Fällige Post"},
               {"Items whose deadline ends then, whenever they came, and whether or not they are done by then.",
                "Vorgänge, deren Frist dann endet, wann immer sie kamen, ob sie bis dahin erledigt sind oder nicht."});
}

void add_done(const ReportContext& c, const Timeline& timeline, Document& document) {
    ServicePicture picture{c, timeline, Figure::share(0)};
    for_each_work(c, WorkKind::backlog, [&](WorkIndex w, const Work& work, const WorkPerformance& performance) {
        if (work.kind == WorkKind::outbound) return;
        picture.add(work.name, performance.backlog, &BacklogFigures::done_in_time_share, Series::Kind::line);
        picture.add_promises(w, PromiseKind::done);
    });
    picture.add_to(document, {"Post done in time", "Rechtzeitig erledigte Post"},
                   {"The share that is done by its deadline, by the time when it arrived.",
                    "Der Anteil, der bis zu seiner Frist erledigt ist, nach dem Zeitpunkt seines Eingangs."});
}

void add_called(const ReportContext& c, const Timeline& timeline, Document& document) {
    ServicePicture picture{c, timeline, Figure::share(0)};
    for_each_work(c, WorkKind::outbound, [&](WorkIndex w, const Work& work, const WorkPerformance& performance) {
        if (work.kind != WorkKind::outbound) return;
        picture.add(work.name + c.text({", tried", ", versucht"}), performance.backlog,
                    &BacklogFigures::tried_in_time_share, Series::Kind::line);
        picture.add_promises(w, PromiseKind::tried);
        picture.add(work.name + c.text({", reached", ", erreicht"}), performance.backlog,
                    &BacklogFigures::reached_in_time_share, Series::Kind::line);
        picture.add_promises(w, PromiseKind::reached);
    });
    picture.add_to(document, {"Call lists in time", "Anruflisten, rechtzeitig"},
                   {"Of the entries that came then, the share that was called by its deadline, and the share that "
                    "answered.",
                    "Von den Einträgen, die dann kamen, der Anteil, der bis zur Frist angerufen wurde, und der Anteil, "
                    "der antwortete."});
}

}  // namespace

void add_service_pictures(const ReportContext& c, const Timeline& timeline, Document& document) {
    add_answered(c, timeline, document);
    add_waits(c, timeline, document);
    add_abandoned(c, timeline, document);
    add_pile(c, timeline, document);
    add_done(c, timeline, document);
    add_called(c, timeline, document);
}

}  // namespace freiton::report
