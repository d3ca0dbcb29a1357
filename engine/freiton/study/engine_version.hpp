// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace freiton::study {

/// What rows and checkpoints carry, so that answers of two engines are never mixed: the version, and a checksum of the
/// sources of this build (engine/build_identity.cmake).
std::string engine_version();

}  // namespace freiton::study
