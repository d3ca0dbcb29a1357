// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "freiton/input/read_call_log.hpp"

namespace freiton::python {

/// A log as Python gives it: a file, or the text of what is none (a DataFrame), and how it is to be read.
struct GivenLog {
    std::string file;                 // as problems name it
    std::optional<std::string> text;  // none: it is read from the file
    input::LogOptions reading;

    CallLog read() const {
        return text ? input::parse_call_log(*text, file, reading) : input::read_call_log(file, reading);
    }
    CallLog read_for(const Scenario& scenario) const {
        GivenLog held = *this;
        held.reading.held_against = input::horizon_of(scenario);
        return held.read();
    }
    input::LogLook look() const {
        return text ? input::look_at_log_bytes(*text, file, reading) : input::look_at_call_log(file, reading);
    }
};

}  // namespace freiton::python
