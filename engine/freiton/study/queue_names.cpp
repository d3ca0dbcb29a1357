// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/queue_names.hpp"

#include <algorithm>
#include <cctype>

namespace freiton::study {

namespace {

std::vector<bool> queues_with_contacts(const CallLog& log) {
    std::vector<bool> any(log.queues.size(), false);
    for (const LoggedCall& call : log.calls) any[call.queue] = true;
    for (const LoggedItem& item : log.items) any[item.queue] = true;
    for (const LoggedInterval& row : log.intervals)
        if (row.offered > 0.0) any[row.queue] = true;
    return any;
}

std::string work_name(const std::string& queue, const std::string& otherwise, const std::vector<NamedQueue>& others) {
    std::string name;
    for (const char c : queue) {
        const bool kept = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || (c & 0x80) != 0;
        if (kept || (!name.empty() && name.back() != '_')) name += kept ? c : '_';
    }
    constexpr std::size_t longest = 60;  // and a number
    if (name.size() > longest) name.resize(longest);
    while (!name.empty() && (name.back() == '_' || (name.size() == longest && (name.back() & 0x80) != 0)))
        name.pop_back();
    if (name.empty()) name = otherwise;
    const auto taken = [&](const std::string& one) {
        return std::any_of(others.begin(), others.end(), [&](const NamedQueue& other) { return other.name == one; });
    };
    std::string unique = name;
    for (int i = 2; taken(unique); ++i) unique = name + "_" + std::to_string(i);
    return unique;
}

}  // namespace

std::vector<NamedQueue> named_queues(const CallLog& log) {
    const std::string otherwise = log.items.empty() ? "calls" : "items";
    const std::vector<bool> any = queues_with_contacts(log);
    std::vector<NamedQueue> named;
    for (std::size_t queue = 0; queue < any.size(); ++queue)
        if (any[queue]) named.push_back({queue, work_name(log.queues[queue], otherwise, named)});
    return named;
}

std::vector<std::string> empty_queues(const CallLog& log) {
    const std::vector<bool> any = queues_with_contacts(log);
    std::vector<std::string> empty;
    for (std::size_t queue = 0; queue < any.size(); ++queue)
        if (!any[queue]) empty.push_back(log.queues[queue]);
    return empty;
}

}  // namespace freiton::study
