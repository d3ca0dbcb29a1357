// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace freiton::history {

/// What was forecast for days of the history that have not come yet, seen from some day of it.
template <class Forecast>
class ToCome {
  public:
    void add(std::size_t day, Forecast forecast) { waiting_.push_back({day, std::move(forecast)}); }

    /// Calls use(forecast) for those whose days are among the first `known`, and forgets them.
    template <class Use>
    void come_to(std::size_t known, Use use) {
        const auto has_come = [&](const Waiting& one) { return one.day < known; };
        for (const Waiting& one : waiting_)
            if (has_come(one)) use(one.forecast);
        waiting_.erase(std::remove_if(waiting_.begin(), waiting_.end(), has_come), waiting_.end());
    }

  private:
    struct Waiting {
        std::size_t day;
        Forecast forecast;
    };
    std::vector<Waiting> waiting_{};
};

}  // namespace freiton::history
