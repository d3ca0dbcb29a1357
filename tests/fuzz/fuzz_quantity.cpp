// SPDX-License-Identifier: Apache-2.0
// Any text is a quantity or breaks a rule; a duration that is written reads back as itself.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "freiton/core/dates.hpp"
#include "freiton/input/quantity_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace freiton;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto duration = input::read_duration(text, "s"); duration.value) {
        if (!std::isfinite(duration.value->count())) std::abort();
        const auto again = input::read_duration(input::duration_text(*duration.value), "s");
        if (!again.value || *again.value != *duration.value) std::abort();
    }
    if (const auto share = input::read_share(text); share.value) {
        if (!(*share.value >= 0.0 && *share.value <= 1.0)) std::abort();
        const auto again = input::read_share(input::share_text(*share.value));
        if (!again.value || *again.value != *share.value) std::abort();
    }
    if (const auto number = input::read_number(text); number.value && !std::isfinite(*number.value)) std::abort();
    if (const auto date = parse_date(text).date; date && parse_date(date_text(*date)).date != date) std::abort();
    if (const auto clock = parse_clock(text); clock && parse_clock(clock_text(*clock)) != clock) std::abort();
    return 0;
}
