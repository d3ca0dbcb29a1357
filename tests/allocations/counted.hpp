// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace freiton::test {

/// How often this program has asked for memory so far; all its `new` pass by here.
long allocations();

}  // namespace freiton::test
