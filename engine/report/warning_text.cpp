// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/warning_text.hpp"

#include <algorithm>
#include <iterator>

#include "freiton/core/contracts.hpp"

namespace freiton::report {

namespace {

struct WarningText {
    std::string_view code;
    Phrase text;
};

constexpr WarningText warnings[] = {
    {"steady_state",
     {"each interval stands on its own, as if it went on for ever: queues are not carried over",
      "jedes Intervall steht für sich, als dauerte es ewig: Schlangen gehen nicht ins nächste über"}},
    {"overload",
     {"{0}: in some intervals more work comes in than the people can do; the queue grows without end there",
      "{0}: in manchen Intervallen kommt mehr Arbeit, als die Personen leisten; die Schlange wächst dort endlos"}},
};

}  // namespace

std::string warning_text(const Warning& warning, Language language) {
    const auto* found = std::find_if(std::begin(warnings), std::end(warnings),
                                     [&](const WarningText& text) { return text.code == warning.code; });
    EXPECTS(found != std::end(warnings));
    return filled(found->text.in(language), warning.arguments);
}

}  // namespace freiton::report
