// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace freiton {

/// FNV-1a of 64 bits (Fowler, Noll, Vo): tells changed bytes from unchanged ones, by chance and not by malice. Texts
/// that are added one by one give another value than the same bytes cut elsewhere.
class Checksum {
  public:
    Checksum& add(std::string_view bytes) {
        for (const char byte : bytes) step(static_cast<unsigned char>(byte));
        for (std::size_t rest = bytes.size(), i = 0; i < sizeof rest; ++i, rest >>= 8)
            step(static_cast<unsigned char>(rest & 0xFF));
        return *this;
    }
    std::uint64_t value() const { return value_; }

  private:
    void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3; }
    std::uint64_t value_ = 0xCBF29CE484222325;
};

}  // namespace freiton
