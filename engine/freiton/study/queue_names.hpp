// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "freiton/model/call_log.hpp"

namespace freiton::study {

/// A queue of a log and what it is called in a scenario: letters, digits, _ and -, the rest becomes _; unlike others.
struct NamedQueue {
    std::size_t queue = 0;  // which of CallLog::queues
    std::string name{};
};

/// The queues in which anything came.
std::vector<NamedQueue> named_queues(const CallLog& log);

/// The others, as they stand in the log.
std::vector<std::string> empty_queues(const CallLog& log);

}  // namespace freiton::study
