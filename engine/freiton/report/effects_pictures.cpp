// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/report/explanation_parts.hpp"
#include "freiton/report/picture_parts.hpp"

namespace freiton::report {

namespace {

using TeamEffects = std::vector<std::optional<Effect>>;

// Better is more. In points of a share, of waits in hundredths of the one that is promised: not a number where nothing
// was found out.
double change_of(const WhyContext& c, const std::optional<Effect>& effect) {
    if (!effect) return CallFigures::none;
    const Promise& promise = c.target(effect->target).promise;
    const double more = 100.0 * (effect->reached - effect->before);
    const double better = promise.at_least() ? more : -more;
    return promise.is_time() ? better / promise.wanted : better;
}

// Of several intervals the one in which it does most.
double greater(double a, double b) {
    if (std::isnan(a)) return b;
    return std::abs(b) > std::abs(a) ? b : a;
}

std::vector<double> changes_over(const WhyContext& c, const Timeline& timeline, const TeamEffects& effects) {
    std::vector<double> changes;
    if (!timeline.by_day) {
        for (const auto& effect : effects) changes.push_back(change_of(c, effect));
        return changes;
    }
    for (int day = 0; day < timeline.calendar.days(); ++day) {
        if (!timeline.calendar.is_open(day)) continue;
        changes.push_back(CallFigures::none);
        for (std::size_t i = timeline.calendar.first_interval(day); i < timeline.calendar.first_interval(day + 1); ++i)
            changes.back() = greater(changes.back(), change_of(c, effects[i]));
    }
    return changes;
}

std::string effects_description(const WhyContext& c, const Timeline& timeline) {
    std::string how =
        c.text({"By how many points the promise that it matters most for gets better or worse; of a promised wait, by "
                "how many hundredths",
                "Um wie viele Punkte das am meisten betroffene Versprechen besser oder schlechter wird; bei einer "
                "versprochenen Wartezeit um wie viele Hundertstel"});
    how += c.text({". Below nothing it gets worse; which promise that is, CSV and JSON say.",
                   ". Unter null wird es schlechter; welches Versprechen das ist, sagen CSV und JSON."});
    if (timeline.by_day) how += c.text({" Of each day the greatest.", " Von jedem Tag das Größte."});
    return how;
}

}  // namespace

void add_effects_pictures(const ReportContext& of, const Timeline& timeline, Document& document) {
    if (!of.result.explanation) return;
    const WhyContext c{of, *of.result.explanation};
    for (TeamIndex t{0}; t < c.why.one_fewer.size(); ++t) {
        TimeCourse course{.stretches = timeline.stretches,
                          .levels = {{c.text({"as planned", "wie geplant"}), 0.0, 0}},
                          .like = Figure::number(0, 2),
                          .in_steps = true};
        const auto add = [&](const Phrase& name, const std::vector<TeamEffects>& effects) {
            std::vector<double> changes = changes_over(c, timeline, effects[t]);
            const bool found_out =
                std::any_of(changes.begin(), changes.end(), [](double change) { return !std::isnan(change); });
            if (found_out) course.series.push_back({.name = c.text(name), .values = std::move(changes)});
        };
        add({"one person less", "eine Person weniger"}, c.why.one_fewer);
        add({"one person more", "eine Person mehr"}, c.why.one_more);
        if (course.series.empty()) continue;
        document.add({.title = filled(c.text({"What one person less or more in {0} would do",
                                              "Was eine Person weniger oder mehr in {0} bewirkt"}),
                                      {c.scenario.teams()[t].name}),
                      .description = effects_description(c, timeline),
                      .shape = std::move(course)});
    }
}

}  // namespace freiton::report
