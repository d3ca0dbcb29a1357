// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/report/picture_parts.hpp"
#include "freiton/report/validation_parts.hpp"

namespace freiton::report {

namespace {

// By interval or by day, as the timeline has it; not a number where the log says nothing.
std::vector<double> actual_over(const Timeline& timeline, const WorkValidation& work, Compared figure) {
    const Calendar& calendar = timeline.calendar;
    if (!timeline.by_day) {
        std::vector<double> values(calendar.intervals().size(), CallFigures::none);
        for (const ComparedTime& time : work.intervals) values[*time.interval] = time.actual[figure];
        return values;
    }
    std::vector<double> of_days(static_cast<std::size_t>(calendar.days()), CallFigures::none);
    for (const ComparedTime& time : work.days) of_days[static_cast<std::size_t>(time.day)] = time.actual[figure];
    std::vector<double> values;
    for (int day = 0; day < calendar.days(); ++day)
        if (calendar.is_open(day)) values.push_back(of_days[static_cast<std::size_t>(day)]);
    return values;
}

struct ComparedPicture {
    Compared figure;
    double CallFigures::*member;
    Phrase title;
};

}  // namespace

void add_validation_pictures(const Validation& validation, const WorkValidation& work, Language language,
                             Document& document) {
    constexpr ComparedPicture pictures[] = {
        {Compared::service_level,
         &CallFigures::service_level,
         {"{0}: answered in time, predicted and actual", "{0}: rechtzeitig angenommen, vorhergesagt und wirklich"}},
        {Compared::asa_s,
         &CallFigures::asa_s,
         {"{0}: ASA, predicted and actual", "{0}: ASA, vorhergesagt und wirklich"}},
        {Compared::offered,
         &CallFigures::offered,
         {"{0}: calls, predicted and actual", "{0}: Anrufe, vorhergesagt und wirklich"}}};
    const Timeline timeline = timeline_of({validation.scenario, validation.predicted, language});
    const Course<CallFigures>& course = validation.predicted.performance.work[work.work].calls;
    for (const auto& [figure, member, title] : pictures) {
        if (work.fit(figure) == nullptr) continue;
        Series predicted{.name = in({"predicted", "vorhergesagt"}, language), .values = over(timeline, course, member)};
        for (const Band& band : bands_over(timeline, course, member)) {
            predicted.lows.push_back(band.p05);
            predicted.highs.push_back(band.p95);
        }
        TimeCourse shape{.stretches = timeline.stretches, .like = compared_value(figure, 0.0)};
        shape.like.decimals = 0;
        shape.from_zero = true;
        shape.series.push_back(std::move(predicted));
        shape.series.push_back({.name = in({"actual", "wirklich"}, language),
                                .kind = Series::Kind::dots,
                                .values = actual_over(timeline, work, figure)});
        document.add({.title = filled(in(title, language), {validation.scenario.work()[work.work].name}),
                      .description =
                          in({"The line is what was predicted, the band where nine of ten are if that is right; the "
                              "dots are what came.",
                              "Die Linie ist die Vorhersage, im Band liegen neun von zehn, wenn sie stimmt; die Punkte "
                              "sind, was kam."},
                             language),
                      .shape = std::move(shape)});
    }
}

}  // namespace freiton::report
