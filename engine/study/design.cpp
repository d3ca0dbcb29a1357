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

std::vector<double> sobol(const input::Study& study, std::size_t keys) {
    std::vector<std::uint64_t> shift(keys);
    for (std::size_t k = 0; k < keys; ++k) shift[k] = stream_of(study, k).bits();
    boost::random::sobol engine{keys};
    std::vector<double> points(study.variations() * keys);
    for (std::size_t i = 0; i < points.size(); ++i)  // the engine leaves out the first point, which is zero
        points[i] = unit((i < keys ? 0 : engine()) ^ shift[i % keys]);
    return points;
}

}  // namespace

Design::Design(const input::Study& study) : keys_{study.parts().vary.size()} {
    if (!study.samples() || keys_ == 0) return;
    coordinates_ = study.parts().design == input::Design::sobol ? sobol(study, keys_) : latin_hypercube(study, keys_);
}

std::vector<double> Design::point(std::size_t variation) const {
    if (coordinates_.empty()) return {};
    const auto begin = coordinates_.begin() + static_cast<std::ptrdiff_t>(variation * keys_);
    return {begin, begin + static_cast<std::ptrdiff_t>(keys_)};
}

}  // namespace freiton::study
