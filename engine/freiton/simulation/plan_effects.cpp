// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/plan_effects.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <tuple>

#include "freiton/core/parallel_for.hpp"
#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/gauges.hpp"

namespace freiton::simulation {

namespace plan_effects {

struct SumOfSlack {
    double sum = 0.0;
    double square = 0.0;
    double base = 0.0;
};

using EffectSums = std::vector<std::pair<std::size_t, SumOfSlack>>;  // by instance, in order

struct StepSums {
    StaffStep step{};
    std::int64_t replications = 0;
    EffectSums sums{};
};

}  // namespace plan_effects

namespace {

using plan_effects::EffectSums;
using plan_effects::StepSums;
using plan_effects::SumOfSlack;

constexpr int most_step = 2;
constexpr std::int64_t replications_of_a_block = 4;

void add_to(EffectSums& sums, std::size_t instance, double sum, double square) {
    const auto before = [](const auto& entry, std::size_t k) { return entry.first < k; };
    auto found = std::lower_bound(sums.begin(), sums.end(), instance, before);
    if (found == sums.end() || found->first != instance) found = sums.insert(found, {instance, {}});
    found->second.sum += sum;
    found->second.square += square;
}

double standard_error(double sum, double square, std::int64_t n) {
    if (n < 2) return 0.0;
    const auto count = static_cast<double>(n);
    return std::sqrt(std::max(0.0, square - sum * sum / count) / (count - 1.0) / count);
}

auto key_of(const StaffStep& step) { return std::tuple{step.team, step.interval, step.by}; }

}  // namespace

struct PlanEffects::State {
    State(const Scenario& simulated, const StaffingPlan& plan, std::uint64_t first)
        : scenario{simulated},
          first_replication{first},
          world{compile_world(simulated, plan, most_step)},
          views{views_of(simulated, world)},
          gauges{gauges_of(views)},
          sums(views.instances.size()) {}

    struct Worker {
        explicit Worker(const State& state) : branches{state.world, state.gauges}, counter{state.views} {}
        kernel::Branches branches;
        SlackCounter counter;
        std::vector<SlackCounter::Value> values{};
    };

    std::unique_ptr<Worker> take_worker() {
        const std::lock_guard lock{mutex};
        if (idle_workers.empty()) return std::make_unique<Worker>(*this);
        auto worker = std::move(idle_workers.back());
        idle_workers.pop_back();
        return worker;
    }
    void give_back(std::unique_ptr<Worker> worker) {
        const std::lock_guard lock{mutex};
        idle_workers.push_back(std::move(worker));
    }

    std::uint64_t seed() const { return scenario.parts().simulation.seed; }

    const Scenario& scenario;
    const std::uint64_t first_replication;
    kernel::World world;
    Views views;
    std::vector<kernel::Gauge> gauges;
    std::vector<SumOfSlack> sums;  // by instance
    std::map<std::tuple<std::size_t, std::size_t, int>, StepSums> steps;
    std::int64_t replications = 0;
    std::int64_t contacts = 0;
    std::mutex mutex;
    std::vector<std::unique_ptr<Worker>> idle_workers;
};

PlanEffects::PlanEffects(const Scenario& scenario, const StaffingPlan& plan, std::uint64_t first)
    : state_{std::make_unique<State>(scenario, plan, first)} {}
PlanEffects::~PlanEffects() = default;

void PlanEffects::play(std::int64_t replications, const RunControl& control) {
    State& state = *state_;
    const std::int64_t first = state.replications;
    if (replications <= first) return;
    struct PlayedBlock {
        std::vector<SumOfSlack> sums{};
        std::int64_t contacts = 0;
        std::int64_t replications = 0;
    };
    const auto count =
        static_cast<std::size_t>((replications - first + replications_of_a_block - 1) / replications_of_a_block);
    std::vector<PlayedBlock> blocks(count);
    parallel_for(count, control.threads, [&](std::size_t b) {
        if (control.stopped() && b > 0) return;
        auto worker = state.take_worker();
        PlayedBlock& block = blocks[b];
        block.sums.resize(state.sums.size());
        const std::int64_t from = first + static_cast<std::int64_t>(b) * replications_of_a_block;
        for (std::int64_t r = from; r < std::min(replications, from + replications_of_a_block); ++r) {
            worker->branches.play_only(state.seed(), state.first_replication + static_cast<std::uint64_t>(r));
            worker->counter.count(worker->branches.played(), worker->values);
            for (std::size_t k = 0; k < block.sums.size(); ++k) {
                const auto& [slack, base] = worker->values[k];
                block.sums[k].sum += slack;
                block.sums[k].square += slack * slack;
                block.sums[k].base += base;
            }
            block.contacts += worker->branches.contacts();
            ++block.replications;
        }
        state.give_back(std::move(worker));
    });
    for (const PlayedBlock& block : blocks) {
        if (block.replications == 0) break;  // stopped: what comes after a gap is left out
        for (std::size_t k = 0; k < state.sums.size(); ++k) {
            state.sums[k].sum += block.sums[k].sum;
            state.sums[k].square += block.sums[k].square;
            state.sums[k].base += block.sums[k].base;
        }
        state.contacts += block.contacts;
        state.replications += block.replications;
    }
}

void PlanEffects::play_steps(const std::vector<StaffStep>& steps, std::int64_t replications,
                             const RunControl& control) {
    State& state = *state_;
    std::vector<StepSums*> wanted;
    std::int64_t first = replications;
    for (const StaffStep& step : steps) {
        StepSums& sums = state.steps[key_of(step)];
        sums.step = step;
        if (sums.replications >= replications) continue;
        wanted.push_back(&sums);
        first = std::min(first, sums.replications);
    }
    if (wanted.empty()) return;
    using SumsByStep = std::vector<EffectSums>;
    const auto count =
        static_cast<std::size_t>((replications - first + replications_of_a_block - 1) / replications_of_a_block);
    std::vector<SumsByStep> blocks(count);
    parallel_for(count, control.threads, [&](std::size_t b) {
        if (control.stopped()) return;
        auto worker = state.take_worker();
        SumsByStep block(wanted.size());
        const std::int64_t from = first + static_cast<std::int64_t>(b) * replications_of_a_block;
        for (std::int64_t r = from; r < std::min(replications, from + replications_of_a_block); ++r) {
            worker->branches.play(state.seed(), state.first_replication + static_cast<std::uint64_t>(r));
            worker->counter.count(worker->branches.played(), worker->values);
            for (std::size_t w = 0; w < wanted.size(); ++w) {
                if (r < wanted[w]->replications) continue;
                const StaffStep& step = wanted[w]->step;
                const auto& differences =
                    worker->branches.changed(static_cast<int>(step.team), static_cast<int>(step.interval), step.by);
                for (const auto& change : worker->counter.changes(differences))
                    add_to(block[w], change.instance, change.by, change.by * change.by);
            }
        }
        blocks[b] = std::move(block);
        state.give_back(std::move(worker));
    });
    if (control.stopped()) return;  // steps that were half played would tell less than they seem to
    for (const SumsByStep& block : blocks)
        for (std::size_t w = 0; w < wanted.size(); ++w)
            for (const auto& [instance, sums] : block[w]) add_to(wanted[w]->sums, instance, sums.sum, sums.square);
    for (StepSums* sums : wanted) sums->replications = replications;
}

std::int64_t PlanEffects::replications() const { return state_->replications; }

double PlanEffects::contacts() const {
    return static_cast<double>(state_->contacts) / static_cast<double>(std::max<std::int64_t>(1, state_->replications));
}

std::vector<Slack> PlanEffects::slacks() const {
    const State& state = *state_;
    const auto n = static_cast<double>(std::max<std::int64_t>(1, state.replications));
    std::vector<Slack> slacks;
    for (std::size_t k = 0; k < state.sums.size(); ++k) {
        const PromiseInstance& instance = state.views.instances[k];
        const Promise& promise = state.views.promises[instance.promise];
        Slack slack{.promise = instance.promise,
                    .interval = state.views.interval_of(instance),
                    .day = state.views.day_of(instance),
                    .wanted = promise.wanted,
                    .at_least = promise.at_least()};
        slack.mean = state.sums[k].sum / n;
        slack.base = state.sums[k].base / n;
        slack.error = standard_error(state.sums[k].sum, state.sums[k].square, state.replications);
        slacks.push_back(slack);
    }
    return slacks;
}

std::vector<SlackEffect> PlanEffects::effects(const StaffStep& step) const {
    std::vector<SlackEffect> effects;
    const auto found = state_->steps.find(key_of(step));
    if (found == state_->steps.end() || found->second.replications == 0) return effects;
    const std::int64_t n = found->second.replications;
    for (const auto& [instance, sums] : found->second.sums)
        effects.push_back({instance, sums.sum / static_cast<double>(n), standard_error(sums.sum, sums.square, n)});
    return effects;
}

std::int64_t PlanEffects::step_replications(const StaffStep& step) const {
    const auto found = state_->steps.find(key_of(step));
    return found == state_->steps.end() ? 0 : found->second.replications;
}

}  // namespace freiton::simulation
