// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/target_text.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "freiton/core/contracts.hpp"
#include "freiton/core/text.hpp"

namespace freiton::report {

namespace {

struct PromiseText {
    std::string_view kind;
    Phrase text;
};

constexpr PromiseText promise_texts[] = {
    {"answered", {"{0} answered within {1}", "{0} angenommen innerhalb {1}"}},
    {"abandoned", {"at most {0} abandoned", "höchstens {0} Aufleger"}},
    {"average_wait", {"mean wait at most {0}", "mittlere Wartezeit höchstens {0}"}},
    {"wait_probability", {"at most {0} have to wait", "höchstens {0} müssen warten"}},
    {"done", {"{0} done within {1}", "{0} erledigt innerhalb {1}"}},
    {"max_occupancy", {"occupancy at most {0}", "Auslastung höchstens {0}"}},
};

struct ScopeText {
    std::string_view scope;
    Phrase text;
};
constexpr ScopeText scope_texts[] = {
    {"interval", {"in every interval", "in jedem Intervall"}},
    {"day", {"on every day", "an jedem Tag"}},
    {"horizon", {"over the whole time", "über den ganzen Zeitraum"}},
};

bool is_time(const TargetResult& target) { return target.kind == "average_wait"; }

std::string value_text(const TargetResult& target, double value, int decimals, Language language) {
    return is_time(target) ? seconds(value, language) : percent(value, decimals, language);
}

std::string reached_text(const TargetResult& target, Language language) {
    if (!target.half_width) return value_text(target, target.reached, 1, language);
    return is_time(target) ? seconds_spread(target.reached, *target.half_width, language)
                           : percent_spread(target.reached, *target.half_width, language);
}

std::string within_text(const TargetResult& target, Language language) {
    if (target.within_days > 0)
        return std::to_string(target.within_days) + Phrase{target.within_days == 1 ? " working day" : " working days",
                                                           target.within_days == 1 ? " Arbeitstag" : " Arbeitstagen"}
                                                        .in(language)
                                                        .data();
    if (target.within_s >= 3600.0) return number_text(target.within_s / 3600.0) + " h";
    return number_text(target.within_s) + " s";
}

}  // namespace

std::string promise_text(const TargetResult& target, Language language) {
    const auto* found = std::find_if(std::begin(promise_texts), std::end(promise_texts),
                                     [&](const PromiseText& text) { return text.kind == target.kind; });
    EXPECTS(found != std::end(promise_texts));
    return filled(found->text.in(language),
                  {value_text(target, target.wanted, 0, language), within_text(target, language)});
}

std::string target_text(const Scenario& scenario, const TargetResult& target, Language language) {
    const auto in = [&](Phrase phrase) { return std::string{phrase.in(language)}; };
    const auto* scope = std::find_if(std::begin(scope_texts), std::end(scope_texts),
                                     [&](const ScopeText& text) { return text.scope == target.scope; });
    EXPECTS(scope != std::end(scope_texts));
    std::string text = target.team.empty() ? target.work : target.team;
    if (!target.site.empty()) text += " (" + target.site + ")";
    text += ": " + promise_text(target, language) + ", " + in(scope->text) + ": ";
    if (std::isnan(target.reached)) return text + in({"nothing came in", "nichts kam"});
    text += target.met ? in({"met", "erreicht"}) : in({"NOT met", "NICHT erreicht"});
    text += " (";
    if (target.scope != "horizon") text += in({"tightest: ", "am knappsten: "});
    text += reached_text(target, language);
    if (target.worst_interval)
        text += in({" at ", " um "}) + scenario.calendar().start_text(*target.worst_interval).substr(0, 16);
    if (target.worst_day) text += in({" on ", " am "}) + date_text(scenario.calendar().date(*target.worst_day));
    text += ")";
    if (target.days_met && target.scope != "horizon" && !std::isnan(*target.days_met))
        text +=
            filled(in({"; kept on {0} of the days", "; an {0} der Tage gehalten"}),
                   {percent(*target.days_met, *target.days_met > 0.985 && *target.days_met < 1.0 ? 1 : 0, language)});
    return text;
}

}  // namespace freiton::report
