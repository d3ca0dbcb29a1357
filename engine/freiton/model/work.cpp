// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/work.hpp"

namespace freiton {

std::string_view kind_name(WorkKind kind) {
    constexpr std::array<std::string_view, 4> names = {"call", "chat", "outbound", "backlog"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace freiton
