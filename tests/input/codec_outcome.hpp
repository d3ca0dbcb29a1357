// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/complaints.hpp"
#include "freiton/input/fields.hpp"

namespace freiton::test {

/// What a codec makes of a text: a value, and what it complains about under the key "key" of "f.yaml".
template <class T>
struct Outcome {
    T value{};
    std::vector<std::string> said{};
};

template <class T>
Outcome<T> read(const input::Codec<T>& codec, const std::string& yaml) {
    Outcome<T> outcome;
    Problems problems;
    codec.read(input::Reader{"f.yaml", problems}.at("key"), input::parse_yaml(yaml, "f.yaml"), outcome.value);
    outcome.said = lines_of(problems);
    return outcome;
}

/// A value as the codec writes it, on one line.
template <class T>
std::string written(const input::Codec<T>& codec, const T& value) {
    return input::flow_text(codec.write(value));
}

}  // namespace freiton::test
