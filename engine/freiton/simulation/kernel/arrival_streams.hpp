// SPDX-License-Identifier: Apache-2.0
#pragma once

// Arrivals in the order of time, kept out of the event heap. Each source walks along its segments with exponential
// steps in units of its mean, so that a changing rate, a day's factor and a heap of letters at half past eight are one
// and the same; recorded contacts come when their list says; a tournament of the sources says which comes next (no
// comparison at all for a single source).

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "freiton/simulation/kernel/random.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

class ArrivalStreams {
  public:
    explicit ArrivalStreams(const World& world)
        : world_{world},
          streams_(world.sources.size()),
          factors_(world.work.size() * static_cast<std::size_t>(world.days)),
          interval_factors_(world.work.size()),
          steps_{steps()},
          leaves_{std::bit_ceil(world.sources.size())},
          winners_(2 * leaves_) {}

    void restart(std::uint64_t seed, std::uint64_t replication) {
        for (std::size_t w = 0; w < world_.work.size(); ++w) {
            draw_day_factors(w, seed, replication);
            draw_interval_factors(w, seed, replication);
        }
        for (std::size_t s = 0; s < streams_.size(); ++s) {
            const Source& source = world_.sources[s];
            Stream& stream = streams_[s];
            stream = Stream{};
            stream.generator = Generator{seed, replication, Purpose::arrival, source.work_key, source.site_key};
            stream.segment = source.segments.data();
            stream.last = source.segments.data() + source.segments.size();
            stream.moment = source.moments.data();
            stream.last_moment = source.moments.data() + source.moments.size();
            if (stream.moment == stream.last_moment) stream.moment = nullptr;
            enter_segment(stream, source);
            stream.moment == nullptr ? step(stream, source) : step_to_moment(stream);
        }
        for (std::size_t i = 0; i < leaves_; ++i) winners_[leaves_ + i] = static_cast<std::uint32_t>(i);
        for (std::size_t node = leaves_ - 1; node >= 1; --node) winners_[node] = winner_below(node);
    }

    double next_time() const { return streams_[winners_[1]].time; }
    int next_source() const { return static_cast<int>(winners_[1]); }

    /// The arrival that was next is past: draws the one after it. Tells the recorded contact that came, if it was one.
    const Moment* advance() {
        const std::size_t source = winners_[1];
        Stream& stream = streams_[source];
        const Moment* const came = stream.moment;
        if (came == nullptr) {
            step(stream, world_.sources[source]);
        } else {
            ++stream.moment;
            step_to_moment(stream);
        }
        for (std::size_t node = (leaves_ + source) / 2; node >= 1; node /= 2) winners_[node] = winner_below(node);
        return came;
    }

    struct Stream {
        Generator generator{};
        double time = endless;
        const Segment* segment = nullptr;
        const Segment* last = nullptr;
        const Moment* moment = nullptr;  // of a recorded list; none: chance decides when
        const Moment* last_moment = nullptr;
        double used = 0.0;   // of this segment's mean
        double mean = 0.0;   // of this segment, with the day's factor
        double scale = 0.0;  // seconds per unit of mean
    };

    /// How far the streams of this replication are.
    struct Position {
        std::vector<Stream> streams{};
        std::vector<std::uint32_t> winners{};
    };
    void keep(Position& position) const {
        position.streams = streams_;
        position.winners = winners_;
    }
    void restore(const Position& position) {
        streams_ = position.streams;
        winners_ = position.winners;
    }

  private:
    // The slot; of what comes while closed, after all slots, the step of the time line in which it begins.
    std::size_t step_of(const Segment& segment) const {
        const auto slot = static_cast<std::size_t>(segment.slot);
        if (segment.start >= world_.slots[slot].start) return slot;
        return world_.slots.size() + static_cast<std::size_t>(segment.start / world_.slot_length);
    }

    std::size_t steps() const {
        std::size_t all = world_.slots.size();
        for (const Source& source : world_.sources)
            for (const Segment& segment : source.segments) all = std::max(all, step_of(segment) + 1);
        return all;
    }

    void draw_interval_factors(std::size_t w, std::uint64_t seed, std::uint64_t replication) {
        const double cv = world_.work[w].interval_cv;
        if (cv == 0.0) return;
        interval_factors_[w].resize(steps_);
        Generator generator{seed, replication, Purpose::interval_factor, world_.work[w].key, 0};
        for (double& factor : interval_factors_[w]) factor = gamma_factor(generator, cv);
    }

    void draw_day_factors(std::size_t w, std::uint64_t seed, std::uint64_t replication) {
        const auto days = static_cast<std::size_t>(world_.days);
        const double cv = world_.work[w].day_cv;
        Generator generator{seed, replication, Purpose::day_factor, world_.work[w].key, 0};
        for (std::size_t d = 0; d < days; ++d) factors_[w * days + d] = cv > 0.0 ? gamma_factor(generator, cv) : 1.0;
    }

    void enter_segment(Stream& stream, const Source& source) {
        stream.used = 0.0;
        if (stream.segment == stream.last) return;
        const Segment& segment = *stream.segment;
        stream.mean =
            segment.mean * factors_[static_cast<std::size_t>(source.work) * static_cast<std::size_t>(world_.days) +
                                    static_cast<std::size_t>(segment.day)];
        if (const auto& factors = interval_factors_[static_cast<std::size_t>(source.work)]; !factors.empty())
            stream.mean *= factors[step_of(segment)];
        stream.scale = stream.mean > 0.0 ? (segment.end - segment.start) / stream.mean : 0.0;
    }

    void step(Stream& stream, const Source& source) {
        double gap = exponential(stream.generator);
        while (stream.segment != stream.last) {
            const double reached = stream.used + gap;
            if (reached < stream.mean) {
                stream.used = reached;
                stream.time = stream.segment->start + reached * stream.scale;
                return;
            }
            gap = reached - stream.mean;
            ++stream.segment;
            enter_segment(stream, source);
        }
        stream.time = endless;
    }

    // To the next recorded contact that comes.
    static void step_to_moment(Stream& stream) {
        while (stream.moment != stream.last_moment && stream.moment->chance < 1.0 &&
               stream.generator.uniform() >= stream.moment->chance)
            ++stream.moment;
        stream.time = stream.moment == stream.last_moment ? endless : stream.moment->time;
    }

    std::uint32_t winner_below(std::size_t node) const {
        const std::uint32_t left = winners_[2 * node];
        const std::uint32_t right = winners_[2 * node + 1];
        if (right >= streams_.size()) return left;
        return streams_[right].time < streams_[left].time ? right : left;
    }

    const World& world_;
    std::vector<Stream> streams_;
    std::vector<double> factors_;                        // [work][day]
    std::vector<std::vector<double>> interval_factors_;  // [work][step_of()]; empty: all 1
    std::size_t steps_ = 0;
    std::size_t leaves_;
    std::vector<std::uint32_t> winners_;  // [1] is the next source; leaves from [leaves_]
};

}  // namespace freiton::simulation::kernel
