// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace freiton {

/// The text in UTF-8 of bytes in Windows-1252, as a Western Excel saves "CSV"; Latin-1 is the same but for control
/// characters that no table holds. Nothing if one of the five bytes is there that stand for nothing: 81 8D 8F 90 9D.
/// Source: the WHATWG and Unicode mapping tables of windows-1252, without their best fit for those five.
std::optional<std::string> utf8_of_windows_1252(std::string_view bytes);

/// The text in UTF-8 of bytes in UTF-16 that begin with its mark (FF FE or FE FF), as "Unicode text" is saved; a half
/// of a pair that stands alone, or an odd byte at the end, becomes U+FFFD. Nothing without the mark.
std::optional<std::string> utf8_of_utf_16(std::string_view bytes);

}  // namespace freiton
