// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/moments.hpp"

#include <algorithm>

namespace freiton::simulation {

using namespace kernel;

void Sums::add(const Numbers& n, bool call) {
    for (std::size_t i = 0; i < numbers; ++i) {
        sum[i] += n[i];
        square[i] += n[i] * n[i];
    }
    if (call)
        for (std::size_t k = 0; k < call_ratios.size(); ++k)
            product[k] += n[call_ratios[k].numerator] * n[call_ratios[k].denominator];
    else
        for (std::size_t k = 0; k < backlog_ratios.size(); ++k)
            product[k] += n[backlog_ratios[k].numerator] * n[backlog_ratios[k].denominator];
}

Sums& Sums::operator+=(const Sums& other) {
    for (std::size_t i = 0; i < numbers; ++i) {
        sum[i] += other.sum[i];
        square[i] += other.square[i];
    }
    for (std::size_t k = 0; k < product.size(); ++k) product[k] += other.product[k];
    return *this;
}

void TeamSums::add(const TeamCell& cell, double overtime_s) {
    const double busy = cell.busy_calls_s + cell.busy_backlog_s;
    const double used = busy - cell.spare_slots_s;
    calls += cell.busy_calls_s;
    backlog += cell.busy_backlog_s;
    on_duty += cell.on_duty_s;
    overtime += overtime_s;
    slots += used;
    calls2 += cell.busy_calls_s * cell.busy_calls_s;
    busy2 += busy * busy;
    on_duty2 += cell.on_duty_s * cell.on_duty_s;
    overtime2 += overtime_s * overtime_s;
    slots2 += used * used;
    calls_on_duty += cell.busy_calls_s * cell.on_duty_s;
    busy_on_duty += busy * cell.on_duty_s;
    slots_on_duty += used * cell.on_duty_s;
}

TeamSums& TeamSums::operator+=(const TeamSums& other) {
    for (const auto member :
         {&TeamSums::calls, &TeamSums::backlog, &TeamSums::on_duty, &TeamSums::overtime, &TeamSums::calls2,
          &TeamSums::busy2, &TeamSums::on_duty2, &TeamSums::overtime2, &TeamSums::calls_on_duty,
          &TeamSums::busy_on_duty, &TeamSums::slots, &TeamSums::slots2, &TeamSums::slots_on_duty})
        this->*member += other.*member;
    return *this;
}

Moments::Moments(const Views& views, std::size_t teams, bool samples)
    : views_{&views},
      team_count_{teams},
      places_(views.list.size() * views.places()),
      teams_(teams * (views.intervals + 1)),
      kept_{views.promises},
      day_numbers_(views.days),
      team_days_(views.days),
      sampled_{samples},
      instances_(views.list.size() * views.places()) {
    for (std::size_t k = 0; k < views.instances.size(); ++k) {
        const PromiseInstance& instance = views.instances[k];
        const Promise& promise = views.promises[instance.promise];
        if (promise.work && !promise.each_day) instances_[instance.view * views.places() + instance.place].push_back(k);
    }
}

void Moments::clear() {
    std::fill(places_.begin(), places_.end(), Sums{});
    std::fill(teams_.begin(), teams_.end(), TeamSums{});
    kept_.clear();
    samples_.clear();
    replications_ = contacts_ = 0;
}

void Moments::add(const Tally& tally, SingleDays::Row day) {
    ++replications_;
    contacts_ += tally.contacts;
    if (sampled_) samples_.resize(samples_.size() + views_->instances.size());
    for (std::size_t v = 0; v < views_->list.size(); ++v) add_view(v, tally, day);
    for (std::size_t t = 0; t < team_count_; ++t) add_team(t, tally, day);
    if (sampled_) sample_kept_days();
    kept_.next();
}

void Moments::add_team(std::size_t t, const Tally& tally, SingleDays::Row day) {
    const auto add = [](TeamCell& sum, const TeamCell& cell) {
        sum.busy_calls_s += cell.busy_calls_s;
        sum.busy_backlog_s += cell.busy_backlog_s;
        sum.on_duty_s += cell.on_duty_s;
        sum.spare_slots_s += cell.spare_slots_s;
    };
    std::fill(team_days_.begin(), team_days_.end(), TeamCell{});
    TeamCell all;
    for (std::size_t i = 0; i < views_->intervals; ++i) {
        const TeamCell& cell = tally.team(static_cast<int>(t), static_cast<int>(i));
        if (sampled_)
            sample_team(t, i, cell);
        else
            judge_team(t, i, cell);
        teams_[t * (views_->intervals + 1) + i].add(cell, 0.0);
        day.team(t, i, cell);
        add(team_days_[static_cast<std::size_t>(views_->day_of_interval[i])], cell);
        add(all, cell);
    }
    for (std::size_t d = 0; d < views_->days; ++d) {
        if (!sampled_) judge_team_day(t, d, tally);
        day.team(t, views_->day_place(d), team_days_[d]);
    }
    teams_[t * (views_->intervals + 1) + views_->intervals].add(all, tally.overtime_s[t]);
    day.team(t, views_->total_place(), all);
}

void Moments::add_view(std::size_t v, const Tally& tally, SingleDays::Row day) {
    const View& view = views_->list[v];
    std::fill(day_numbers_.begin(), day_numbers_.end(), Numbers{});
    Numbers total{};
    for (std::size_t i = 0; i < views_->intervals; ++i) {
        const auto d = static_cast<std::size_t>(views_->day_of_interval[i]);
        Numbers here{};
        for (std::size_t r = 0; r < view.rows.size(); ++r) {
            const Cell& cell = tally.at(view.rows[r], static_cast<int>(i));
            add_cell(here, cell, view.call, false);
            add_cell(day_numbers_[d], cell, view.call, r == 0);
            add_cell(total, cell, view.call, r == 0);
        }
        complete_numbers(here, view.call, view.counting);
        if (!sampled_) judge(v, here, Scope::interval);
        add_place(v, here, i, day);
    }
    for (std::size_t d = 0; d < views_->days; ++d) {
        complete_numbers(day_numbers_[d], view.call, view.counting);
        if (judges_days()) judge(v, day_numbers_[d], Scope::day);
        add_place(v, day_numbers_[d], views_->day_place(d), day);
    }
    complete_numbers(total, view.call, view.counting);
    if (judges_days()) judge(v, total, Scope::horizon);
    add_place(v, total, views_->total_place(), day);
}

// Where samples tell the spread, the sums alone are wanted.
void Moments::add_place(std::size_t v, const Numbers& n, std::size_t place, SingleDays::Row day) {
    day.work(v, place, n);
    Sums& sums = places_[v * views_->places() + place];
    if (!sampled_) return sums.add(n, views_->list[v].call);
    for (std::size_t i = 0; i < n.size(); ++i) sums.sum[i] += n[i];
    sample_view(v, n, place);
}

namespace {

// Numerator and denominator of what is promised.
std::array<double, 2> promised(const Promise& promise, const Numbers& n) {
    switch (promise.kind) {
        case PromiseKind::answered:
            return {n[number::in_time], n[number::level_base]};
        case PromiseKind::abandoned:
            return {n[number::abandoned_counted], n[number::counted]};
        case PromiseKind::average_wait:
            return {n[call_admitted_wait], n[number::admitted]};
        case PromiseKind::wait_probability:
            return {n[number::waited_counted], n[number::counted]};
        case PromiseKind::called_back:
            return {n[call_called_back], n[call_callbacks]};
        case PromiseKind::done:
            return {n[item_in_time], n[item_offered]};
        case PromiseKind::tried:
            return {n[item_tried_in_time], n[item_offered]};
        case PromiseKind::reached:
            return {n[item_reached_in_time], n[item_offered]};
        case PromiseKind::kept_days:
        case PromiseKind::max_occupancy:
            break;
    }
    return {0.0, 0.0};
}

}  // namespace

void Moments::sample_view(std::size_t v, const Numbers& n, std::size_t place) {
    InstanceSample* const row = samples_.data() + samples_.size() - views_->instances.size();
    for (const std::size_t k : instances_[v * views_->places() + place]) {
        const std::array<double, 2> ratio = promised(views_->promises[views_->instances[k].promise], n);
        row[k] = {static_cast<float>(ratio[0]), static_cast<float>(ratio[1])};
    }
}

void Moments::sample_team(std::size_t t, std::size_t interval, const TeamCell& cell) {
    InstanceSample* const row = samples_.data() + samples_.size() - views_->instances.size();
    for (std::size_t k = 0; k < views_->instances.size(); ++k) {
        const PromiseInstance& instance = views_->instances[k];
        const Promise& promise = views_->promises[instance.promise];
        if (promise.team != t || instance.place != interval || !promise.holds_in(interval)) continue;
        row[k] = {static_cast<float>(cell.busy_calls_s + cell.busy_backlog_s), static_cast<float>(cell.on_duty_s)};
    }
}

void Moments::sample_kept_days() {
    InstanceSample* const row = samples_.data() + samples_.size() - views_->instances.size();
    for (std::size_t k = 0; k < views_->instances.size(); ++k) {
        const std::size_t p = views_->instances[k].promise;
        if (!views_->promises[p].each_day) continue;
        const KeptPromises::Days days = kept_.days_here(p);
        row[k] = {static_cast<float>(days.kept), static_cast<float>(days.asked)};
    }
}

// A promise over the horizon is judged there, each other one by days as a whole; one for intervals by each of them too.
void Moments::judge(std::size_t view, const Numbers& n, Scope place) {
    for (std::size_t p = 0; p < views_->promises.size(); ++p) {
        const Promise& promise = views_->promises[p];
        if (!promise.work || views_->view_of_promise[p] != view) continue;
        const Promise& judged = promise.of_one_day();
        if ((judged.over == Scope::horizon) != (place == Scope::horizon)) continue;
        if (place == Scope::interval && (judged.over != Scope::interval || promise.each_day)) continue;
        const std::array<double, 2> ratio = promised(judged, n);
        kept_.judge(p, ratio[0], ratio[1], place);
    }
}

void Moments::judge_team(std::size_t t, std::size_t interval, const TeamCell& cell) {
    for (std::size_t p = 0; p < views_->promises.size(); ++p)
        if (views_->promises[p].team == t && views_->promises[p].holds_in(interval))
            kept_.judge(p, cell.busy_calls_s + cell.busy_backlog_s, cell.on_duty_s, Scope::interval);
}

// The day as a whole, as far as the limit holds on it.
void Moments::judge_team_day(std::size_t t, std::size_t day, const Tally& tally) {
    for (std::size_t p = 0; p < views_->promises.size(); ++p) {
        const Promise& promise = views_->promises[p];
        if (promise.team != t) continue;
        TeamCell sum = promise.when.empty() ? team_days_[day] : TeamCell{};
        for (std::size_t i = 0; i < views_->intervals && !promise.when.empty(); ++i) {
            if (static_cast<std::size_t>(views_->day_of_interval[i]) != day || !promise.when[i]) continue;
            const TeamCell& cell = tally.team(static_cast<int>(t), static_cast<int>(i));
            sum.busy_calls_s += cell.busy_calls_s;
            sum.busy_backlog_s += cell.busy_backlog_s;
            sum.on_duty_s += cell.on_duty_s;
        }
        kept_.judge(p, sum.busy_calls_s + sum.busy_backlog_s, sum.on_duty_s, Scope::day);
    }
}

Moments& Moments::operator+=(const Moments& other) {
    for (std::size_t i = 0; i < places_.size(); ++i) places_[i] += other.places_[i];
    for (std::size_t i = 0; i < teams_.size(); ++i) teams_[i] += other.teams_[i];
    kept_ += other.kept_;
    samples_.insert(samples_.end(), other.samples_.begin(), other.samples_.end());
    replications_ += other.replications_;
    contacts_ += other.contacts_;
    return *this;
}

}  // namespace freiton::simulation
