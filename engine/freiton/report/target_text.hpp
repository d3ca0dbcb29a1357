// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// A promise as people say it: "80 % answered within 20 s".
std::string promise_text(const Promise& promise, Language language);

/// Over which time it must hold: "on every day".
std::string scope_text(Scope over, Language language);

/// Whose promise it is: "sales", "sales (north)".
std::string promised_by(const Scenario& scenario, const Promise& promise);

/// One line: whose promise, whether it is met, how nearly, where.
std::string target_text(const Scenario& scenario, const TargetResult& target, Language language);

/// Beside how many keep all promises: of how many others formulas only expect it.
std::string only_expected_text(std::size_t number, Language language);

/// Behind "STOPPED": that the targets are judged by an interrupted run.
std::string stopped_text(Language language);

}  // namespace freiton::report
