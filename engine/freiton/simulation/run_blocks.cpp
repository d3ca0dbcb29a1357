// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/run_blocks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

#include "freiton/core/parallel_for.hpp"

namespace freiton::simulation {

namespace {

// A block is worth at least some thirty times what merging it costs: emptying and adding up its counts takes about as
// long as a contact for every 300 bytes. Smaller blocks share better among threads, and every run should fill all
// sections of the quantiles alike.
constexpr double bytes_per_contact = 300.0;
constexpr double worth = 30.0;
constexpr std::int64_t most_in_a_block = 24;
constexpr std::int64_t small_block = 3;
constexpr std::int64_t small_until = 300;  // replications

std::int64_t block_size(const kernel::World& world, std::size_t counts) {
    double contacts = 0.0;
    for (const kernel::Source& source : world.sources) {
        contacts += static_cast<double>(source.moments.size());
        for (const kernel::Segment& segment : source.segments) contacts += segment.mean;
    }
    const double merging = static_cast<double>(counts * sizeof(std::uint32_t)) / bytes_per_contact;
    const double replications = std::ceil(worth * merging / std::max(1.0, contacts));
    return static_cast<std::int64_t>(std::clamp(replications, 1.0, double{most_in_a_block}));
}

}  // namespace

Block::Block(const kernel::World& world, const Durations& all) : durations{all.block()} {
    tally.rows = world.rows;
    tally.cells = world.cells;
    tally.cell.resize(static_cast<std::size_t>(world.rows) * static_cast<std::size_t>(world.cells + 1));
    tally.teams = static_cast<int>(world.teams.size());
    tally.team_cell.resize(world.teams.size() * static_cast<std::size_t>(world.cells + 1));
    tally.overtime_s.resize(world.teams.size());
}

struct BlockRunner::Worker {
    Worker(const kernel::World& world, const Views& views, const Durations& all, bool samples)
        : block{world, all},
          moments{views, world.teams.size(), samples},
          replication{world, block.tally, block.durations} {}
    Block block;
    Moments moments;
    kernel::Replication replication;
};

BlockRunner::BlockRunner(const kernel::World& world, const Views& views, std::uint64_t seed,
                         std::size_t most_duration_bytes, bool samples, SingleDays* single_days)
    : world_{world},
      views_{views},
      seed_{seed},
      samples_{samples},
      single_days_{single_days},
      moments_{views, world.teams.size(), samples},
      durations_{views, world.rows, most_duration_bytes},
      block_size_{block_size(world, durations_.size())} {}

BlockRunner::~BlockRunner() = default;

std::unique_ptr<BlockRunner::Worker> BlockRunner::take_worker() {
    if (idle_workers_.empty()) return std::make_unique<Worker>(world_, views_, durations_, samples_);
    auto worker = std::move(idle_workers_.back());
    idle_workers_.pop_back();
    return worker;
}

void BlockRunner::run(std::int64_t replications, const RunControl& control, std::int64_t expected) {
    const std::int64_t first = moments_.replications();
    const std::int64_t usual = first + replications <= small_until ? std::min(small_block, block_size_) : block_size_;
    const std::int64_t size = std::clamp<std::int64_t>(replications / Durations::sections, 1, usual);
    const std::int64_t blocks = (replications + size - 1) / size;
    if (single_days_) single_days_->make_room(first + replications);
    std::mutex mutex;
    std::map<std::int64_t, std::unique_ptr<Worker>> finished;  // out of turn
    std::int64_t next = 0;
    const auto merge = [&](std::int64_t b, std::unique_ptr<Worker> worker) {
        finished[b] = std::move(worker);
        for (auto ready = finished.find(next); ready != finished.end(); ready = finished.find(next)) {
            moments_ += ready->second->moments;
            durations_.add(ready->second->block.durations, ready->second->moments,
                           static_cast<int>(blocks_done_ % Durations::sections));
            idle_workers_.push_back(std::move(ready->second));
            finished.erase(ready);
            ++next;
            ++blocks_done_;
        }
        if (expected > 0)
            control.report(std::min(1.0, static_cast<double>(moments_.replications()) / static_cast<double>(expected)));
    };
    parallel_for(static_cast<std::size_t>(blocks), control.threads, [&](std::size_t index) {
        const auto b = static_cast<std::int64_t>(index);
        if (control.stopped() && b > 0) return;
        std::unique_ptr<Worker> worker;
        {
            const std::lock_guard lock{mutex};
            worker = take_worker();
        }
        worker->moments.clear();
        std::fill(worker->block.durations.counts.begin(), worker->block.durations.counts.end(), 0);
        for (std::int64_t r = first + b * size; r < std::min(first + replications, first + (b + 1) * size); ++r) {
            worker->replication.run(seed_, static_cast<std::uint64_t>(r));
            worker->moments.add(worker->block.tally, single_days_ ? single_days_->row(r) : SingleDays::Row{});
        }
        const std::lock_guard lock{mutex};
        merge(b, std::move(worker));
    });
}

}  // namespace freiton::simulation
