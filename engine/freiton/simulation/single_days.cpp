// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/single_days.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "freiton/core/contracts.hpp"

namespace freiton::simulation {

namespace {

// Of which numbers a figure of a single day is made: a ratio, or a number as it is.
struct DayFigure {
    std::size_t numerator = 0;
    std::size_t denominator = numbers;  // numbers: none
    double scale = 1.0;

    double value(const Numbers& n) const {
        if (denominator == numbers) return n[numerator] * scale;
        return n[denominator] > 0.0 ? n[numerator] / n[denominator] * scale : CallFigures::none;
    }
};

template <class Figures, std::size_t R, std::size_t M>
constexpr auto day_figures(const std::array<RatioFigure<Figures>, R>& ratios,
                           const std::array<MeanFigure<Figures>, M>& means) {
    std::array<DayFigure, Figures::of_single_days().size()> found{};
    for (std::size_t k = 0; k < found.size(); ++k) {
        const auto member = Figures::of_single_days()[k];
        for (const auto& ratio : ratios)
            if (ratio.member == member) found[k] = {ratio.numerator, ratio.denominator, ratio.scale};
        for (const auto& mean : means)
            if (mean.member == member) found[k] = {mean.number, numbers, mean.scale};
    }
    return found;
}

constexpr auto call_day_figures = day_figures(call_ratios, call_means);
constexpr auto backlog_day_figures = day_figures(backlog_ratios, backlog_means);

}  // namespace

SingleDays::SingleDays(const Views& views, std::size_t teams, std::size_t most_bytes)
    : views_{&views}, series_{views.list.size() * figures + teams}, first_place_{views.total_place()}, most_rows_{0} {
    const auto rows_that_fit = [&](std::size_t first) {
        return most_bytes / (std::max<std::size_t>(1, (views.places() - first) * series_) * sizeof(double));
    };
    for (const std::size_t first : {views.day_place(0), std::size_t{0}})
        if (rows_that_fit(first) >= least_replications) first_place_ = first;
    most_rows_ = rows_that_fit(first_place_);
    open_.assign(views.places(), true);
    for (std::size_t day = 0; day < views.days; ++day)
        open_[views.day_place(day)] = std::find(views.day_of_interval.begin(), views.day_of_interval.end(),
                                                static_cast<int>(day)) != views.day_of_interval.end();
}

void SingleDays::make_room(std::int64_t replications) {
    const std::vector<double> empty((views_->places() - first_place_) * series_, CallFigures::none);
    rows_.resize(static_cast<std::size_t>(kept(replications)), empty);
}

SingleDays::Row SingleDays::row(std::int64_t replication) {
    const auto r = static_cast<std::size_t>(replication);
    return r < rows_.size() ? Row{*this, rows_[r].data()} : Row{};
}

std::int64_t SingleDays::kept(std::int64_t replications) const {
    return std::min(replications, static_cast<std::int64_t>(most_rows_));
}

void SingleDays::write_work(double* values, std::size_t view, std::size_t place, const Numbers& n) const {
    if (place < first_place_ || !open_[place]) return;
    const auto write = [&](const auto& made) {
        for (std::size_t k = 0; k < made.size(); ++k) values[at(place, view * figures + k)] = made[k].value(n);
    };
    if (views_->list[view].call)
        write(call_day_figures);
    else
        write(backlog_day_figures);
}

void SingleDays::write_team(double* values, std::size_t team, std::size_t place, const kernel::TeamCell& cell) const {
    if (place < first_place_) return;
    values[at(place, views_->list.size() * figures + team)] =
        occupancy(cell.busy_calls_s + cell.busy_backlog_s, cell.on_duty_s);
}

Band SingleDays::band(std::size_t place, std::size_t series, std::int64_t replications) const {
    if (place < first_place_) return {};
    const std::size_t n = std::min(rows_.size(), static_cast<std::size_t>(replications));
    std::vector<double> values;
    values.reserve(n);
    for (std::size_t r = 0; r < n; ++r)
        if (const double value = rows_[r][at(place, series)]; !std::isnan(value)) values.push_back(value);
    if (values.size() < std::size_t{least_single_days}) return {};
    return {quantile_of(values, 0.05), quantile_of(values, 0.95)};
}

Band SingleDays::of_work(std::size_t view, std::size_t place, std::size_t figure, std::int64_t replications) const {
    return band(place, view * figures + figure, replications);
}

Band SingleDays::of_team(std::size_t team, std::size_t place, std::int64_t replications) const {
    return band(place, views_->list.size() * figures + team, replications);
}

double quantile_of(std::vector<double>& values, double p) {
    EXPECTS(!values.empty() && p >= 0.0 && p <= 1.0);
    const double place = static_cast<double>(values.size() - 1) * p;
    const auto below = static_cast<std::size_t>(place);
    const auto low = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), low, values.end());
    if (below + 1 == values.size()) return *low;
    const double next = *std::min_element(low + 1, values.end());
    const double part = place - static_cast<double>(below);
    return part < 0.5 ? *low + (next - *low) * part : next - (next - *low) * (1.0 - part);
}

namespace {

template <class Figures>
void add_bands(const Views& views, const SingleDays& days, std::size_t view, std::int64_t n, Course<Figures>& course) {
    const auto add = [&](Measured<Figures>& into, std::size_t place) {
        if (!days.keeps(place)) return;
        into.single_days.emplace();
        for (std::size_t k = 0; k < into.single_days->size(); ++k)
            (*into.single_days)[k] = days.of_work(view, place, k, n);
    };
    for (std::size_t i = 0; i < views.intervals; ++i) add(course.by_interval[i], i);
    for (std::size_t d = 0; d < views.days; ++d) add(course.by_day[d], views.day_place(d));
    add(course.total, views.total_place());
}

}  // namespace

void add_single_days(const Views& views, const SingleDays& days, Performance& performance) {
    const std::int64_t n = days.kept(performance.replications);
    performance.single_days = static_cast<int>(n);
    for (std::size_t v = 0; v < views.list.size(); ++v) {
        const View& view = views.list[v];
        WorkPerformance& work = performance.work[view.work];
        if (view.call)
            add_bands(views, days, v, n, view.site.empty() ? work.calls : work.calls_by_site[view.site]);
        else
            add_bands(views, days, v, n, view.site.empty() ? work.backlog : work.backlog_by_site[view.site]);
    }
    for (std::size_t t = 0; t < performance.teams.size(); ++t) {
        TeamPerformance& team = performance.teams[t];
        team.occupancy_single_days_by_interval.reserve(views.intervals);
        team.occupancy_single_days_by_day.reserve(views.days);
        for (std::size_t i = 0; i < views.intervals && days.keeps(i); ++i)
            team.occupancy_single_days_by_interval.push_back(days.of_team(t, i, n));
        for (std::size_t d = 0; d < views.days; ++d)
            team.occupancy_single_days_by_day.push_back(days.of_team(t, views.day_place(d), n));
        team.occupancy_single_days = days.of_team(t, views.total_place(), n);
    }
}

}  // namespace freiton::simulation
