// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/design.hpp"

#include <boost/random/sobol.hpp>
#include <cstdint>
#include <numeric>
#include <utility>

#include "freiton/simulation/kernel/generator.hpp"

namespace freiton::study {

namespace {

using simulation::kernel::Generator;
using simulation::kernel::Purpose;

Generator stream_of(const input::Study& study, std::size_t key) {
    return Generator{study.seed(), 0, Purpose::sample, static_cast<std::uint32_t>(key), 0};
}

std::vector<double> latin_hypercube(const input::Study& study, std::size_t keys) {
    const std::size_t samples = study.variations();
    std::vector<double> points(samples * keys);
    for (std::size_t k = 0; k < keys; ++k) {
        Generator generator = stream_of(study, k);
        std::vector<std::uint32_t> part(samples);
        std::iota(part.begin(), part.end(), 0U);
        for (std::size_t i = samples; i > 1; --i)  // Fisher, Yates
            std::swap(part[i - 1], part[static_cast<std::size_t>(generator.uniform() * static_cast<double>(i))]);
        for (std::size_t i = 0; i < samples; ++i)
            points[i * keys + k] = (part[i] + generator.uniform()) / static_cast<double>(samples);
    }
    return points;
}

double unit(std::uint64_t bits) { return static_cast<double>(bits >> 11) * 0x1p-53; }

std::vector<double> sobol(const input::Study& study, std::size_t samples, std::size_t dimensions) {
    std::vector<std::uint64_t> shift(dimensions);
    for (std::size_t k = 0; k < dimensions; ++k) shift[k] = stream_of(study, k).bits();
    boost::random::sobol engine{dimensions};
    std::vector<double> points(samples * dimensions);
    for (std::size_t i = 0; i < points.size(); ++i)  // the engine leaves out the first point, which is zero
        points[i] = unit((i < dimensions ? 0 : engine()) ^ shift[i % dimensions]);
    return points;
}

std::vector<double> saltelli(const input::Study& study, std::size_t keys) {
    const std::size_t samples = study.variations() / (keys + 2);
    const std::vector<double> pairs = sobol(study, samples, 2 * keys);
    const auto width = static_cast<std::ptrdiff_t>(keys);
    std::vector<double> points;
    for (auto a = pairs.begin(); a != pairs.end(); a += 2 * width) {
        const auto b = a + width;
        points.insert(points.end(), a, b + width);  // A, then B
        for (std::ptrdiff_t k = 0; k < width; ++k) {
            points.insert(points.end(), a, b);
            *(points.end() - width + k) = b[k];
        }
    }
    return points;
}

std::vector<double> points_of(const input::Study& study, std::size_t keys) {
    switch (study.parts().design) {
        case input::Design::latin_hypercube:
            return latin_hypercube(study, keys);
        case input::Design::sobol:
            return sobol(study, study.variations(), keys);
        case input::Design::saltelli:
            return saltelli(study, keys);
        default:
            return {};
    }
}

}  // namespace

Design::Design(const input::Study& study) : keys_{study.parts().vary.size()} {
    if (keys_ > 0) coordinates_ = points_of(study, keys_);
}

std::vector<double> Design::point(std::size_t variation) const {
    if (coordinates_.empty()) return {};
    const auto begin = coordinates_.begin() + static_cast<std::ptrdiff_t>(variation * keys_);
    return {begin, begin + static_cast<std::ptrdiff_t>(keys_)};
}

}  // namespace freiton::study
