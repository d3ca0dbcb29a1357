// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/encodings.hpp"

#include <array>
#include <cstdint>

namespace freiton {

namespace {

// Bytes 80 to 9F as code points; every other byte is its own. 0: undefined.
constexpr std::array<std::uint16_t, 32> between_80_and_9f = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& text, unsigned code_point) {
    const auto append = [&](unsigned byte) { text += static_cast<char>(byte); };
    if (code_point < 0x80) {
        append(code_point);
    } else if (code_point < 0x800) {
        append(0xC0 | (code_point >> 6));
        append(0x80 | (code_point & 0x3F));
    } else if (code_point >= 0x10000) {
        append(0xF0 | (code_point >> 18));
        append(0x80 | ((code_point >> 12) & 0x3F));
        append(0x80 | ((code_point >> 6) & 0x3F));
        append(0x80 | (code_point & 0x3F));
    } else {
        append(0xE0 | (code_point >> 12));
        append(0x80 | ((code_point >> 6) & 0x3F));
        append(0x80 | (code_point & 0x3F));
    }
}

}  // namespace

std::optional<std::string> utf8_of_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const unsigned code_point = byte >= 0x80 && byte < 0xA0 ? between_80_and_9f[byte - 0x80U] : byte;
        if (code_point == 0 && byte != 0) return std::nullopt;
        append_utf8(text, code_point);
    }
    return text;
}

std::optional<std::string> utf8_of_utf_16(std::string_view bytes) {
    const bool little = bytes.starts_with("\xFF\xFE");
    if (!little && !bytes.starts_with("\xFE\xFF")) return std::nullopt;
    constexpr unsigned replacement = 0xFFFD;
    const auto unit_at = [&](std::size_t i) -> unsigned {
        const unsigned first = static_cast<unsigned char>(bytes[i]);
        const unsigned second = static_cast<unsigned char>(bytes[i + 1]);
        return little ? first | second << 8U : first << 8U | second;
    };
    const auto is_high = [](unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; };
    const auto is_low = [](unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; };
    std::string text;
    text.reserve(bytes.size());
    std::size_t i = 2;
    for (; i + 1 < bytes.size(); i += 2) {
        const unsigned unit = unit_at(i);
        const unsigned next = i + 3 < bytes.size() ? unit_at(i + 2) : 0;
        if (is_high(unit) && is_low(next)) {
            append_utf8(text, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
            i += 2;
        } else {
            append_utf8(text, is_high(unit) || is_low(unit) ? replacement : unit);
        }
    }
    if (i < bytes.size()) append_utf8(text, replacement);
    return text;
}

}  // namespace freiton
