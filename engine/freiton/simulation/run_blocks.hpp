// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "freiton/core/run_control.hpp"
#include "freiton/simulation/durations.hpp"
#include "freiton/simulation/kernel/replication.hpp"
#include "freiton/simulation/moments.hpp"

namespace freiton::simulation {

/// What a replication counts into.
struct Block {
    Block(const kernel::World& world, const Durations& durations);
    kernel::Tally tally;
    kernel::DurationCounts durations;
};

/// Runs replications in blocks on several threads and merges the blocks in the order of their numbers, so that the
/// result never depends on who was faster. Memory does not grow with the number of replications (that of samples and
/// single days does).
class BlockRunner {
  public:
    /// `most_duration_bytes` for the counts of waits (see Durations); 0 keeps only those of the horizon. The figures of
    /// every replication go into `single_days`, if there is one.
    BlockRunner(const kernel::World& world, const Views& views, std::uint64_t seed,
                std::size_t most_duration_bytes = Durations::usual_bytes, bool samples = false,
                SingleDays* single_days = nullptr);
    ~BlockRunner();

    /// Runs so many more; fewer if it is stopped. `expected` in all is for the progress only.
    void run(std::int64_t replications, const RunControl& control, std::int64_t expected);

    const Moments& moments() const { return moments_; }
    const Durations& durations() const { return durations_; }

  private:
    struct Worker;
    std::unique_ptr<Worker> take_worker();

    const kernel::World& world_;
    const Views& views_;
    std::uint64_t seed_;
    bool samples_;
    SingleDays* single_days_;
    Moments moments_;
    Durations durations_;
    std::int64_t block_size_;  // replications
    std::vector<std::unique_ptr<Worker>> idle_workers_;
    std::int64_t blocks_done_ = 0;
};

}  // namespace freiton::simulation
