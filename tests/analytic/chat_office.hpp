// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "freiton/analytic/chat.hpp"

namespace freiton::test {

/// Chats of 600 s where nobody is slowed down, to be answered within 30 s. `occupancy`: load as a share of what all
/// slots can carry while they are all taken.
inline analytic::ChatCase chat_office(int agents, int concurrency, std::vector<double> slowdown, double occupancy,
                                      std::optional<Seconds> patience = {}) {
    constexpr Seconds handling_time{600.0};
    analytic::ChatCase c{.agents = agents, .concurrency = concurrency, .slowdown = std::move(slowdown)};
    const double carried = c.slots() / c.slowdown_with(concurrency);
    c.chats = {.rate = ArrivalRate{occupancy * carried, handling_time}, .handling_time = handling_time};
    c.chats.patience = patience;
    c.threshold = Seconds{30.0};
    return c;
}

inline std::string told(const analytic::ChatCase& c) {
    std::string text = std::to_string(c.agents) + " agents of " + std::to_string(c.concurrency) + ", slowed down";
    for (const double factor : c.slowdown) text += " " + std::to_string(factor);
    text += ", load " + std::to_string(c.chats.load().value());
    if (c.chats.patience) text += ", patience " + std::to_string(c.chats.patience->count());
    if (c.chats.lines) text += ", lines " + std::to_string(*c.chats.lines);
    return text + ", balk " + std::to_string(c.chats.balk);
}

}  // namespace freiton::test
