// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/report/report_parts.hpp"
#include "freiton/report/target_text.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

/// Of what an explanation tells.
struct WhyContext : ReportContext {
    const Explanation& why;

    const TargetResult& target(std::size_t k) const { return result.performance.targets[k]; }
    std::string name(const TargetResult& target) const {
        return promised_by(scenario, target.promise) + ": " + promise_text(target.promise, language);
    }
    std::string value(const TargetResult& target, double value) const {
        return target.promise.is_time() ? seconds(value, language) : percent(value, 1, language);
    }
    std::string place(TeamIndex team, IntervalIndex interval) const {
        const std::string moment = at_moment_text(calendar(), interval, language);
        return scenario.teams().size() > 1 ? text({"in ", "bei "}) + scenario.teams()[team].name + " " + moment
                                           : moment;
    }
};

/// Of one person less, who was not spared: else it is not sure that the promise would be kept.
inline bool is_clearly_missed(const Effect& effect) { return !effect.met && effect.sure; }

inline std::string listed(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
    return text;
}

/// How many people the formulas ask for, what they leave out, and what they say of the plan.
std::vector<std::string> formula_sentences(const WhyContext& c);

}  // namespace freiton::report
