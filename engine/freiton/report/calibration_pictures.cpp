// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/report/calibration_parts.hpp"

namespace freiton::report {

namespace {

constexpr double z95 = 1.96;

Stretch axis_of_waits(const std::vector<double>& waits_s, Language language) {
    Stretch axis;
    for (std::size_t k = 0; k < waits_s.size(); ++k) {
        const bool whole = waits_s.back() > 60.0;
        const std::string name = decimal(waits_s[k], whole ? 0 : 1, language) + " s";
        axis.points.push_back({static_cast<double>(k), name, name});
    }
    return axis;
}

}  // namespace

void add_patience_picture(const Calibration& calibration, const WorkCalibration& work, Language language,
                          Document& document) {
    if (work.law() == nullptr) return;
    TimeCourse shape{
        .stretches = {axis_of_waits(work.curve_waits_s, language)}, .like = Figure::share(0.0, 0), .from_zero = true};
    Series seen{.name = in({"seen (Kaplan and Meier)", "gesehen (Kaplan und Meier)"}, language)};
    for (const double wait_s : work.curve_waits_s) {
        const SurvivalPoint* point = work.survival_at(wait_s);
        seen.values.push_back(point == nullptr ? 1.0 : point->share);
        seen.half_widths.push_back(point == nullptr ? 0.0 : z95 * point->standard_error);
    }
    shape.series.push_back(std::move(seen));
    for (const PatienceCandidate* law : laws_shown(work))
        shape.series.push_back({.name = candidate_text(*law, language), .values = law->curve});
    document.add({.title = filled(
                      in({"{0}: how long callers are willing to wait", "{0}: wie lange Anrufer zu warten bereit sind"},
                         language),
                      {calibration.scenario.work()[work.work].name}),
                  .description = in(
                      {"Share of the callers who have not yet hung up after a wait, if nobody answers: as seen, with a "
                       "band of 95 %, and by the laws that were fitted.",
                       "Anteil der Anrufer, die nach einer Wartezeit noch nicht aufgelegt haben, wenn niemand "
                       "abnimmt: wie gesehen, mit einem Band von 95 %, und nach den angepassten Gesetzen."},
                      language),
                  .shape = std::move(shape)});
}

}  // namespace freiton::report
