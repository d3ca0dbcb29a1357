// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace freiton::cli {

namespace {

constexpr std::size_t narrowest = 20;         // columns, below which nothing can be told
constexpr std::size_t widest_sentence = 100;  // longer lines are hard to read

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

std::optional<std::size_t> columns_of_terminal() {
    const std::string_view text = environment("COLUMNS");
    std::size_t columns = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
    if (!text.empty() && error == std::errc{} && end == text.data() + text.size() && columns > 0) return columns;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return std::nullopt;
}

}  // namespace

report::TextShape shape_of_stdout() {
    report::TextShape shape;
    if (isatty(STDOUT_FILENO) == 0) return shape;
    shape.colours = environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    if (const auto columns = columns_of_terminal()) {
        shape.width = std::clamp(*columns, narrowest, widest_sentence);
        shape.widest_table = std::max(*columns, narrowest);
    }
    return shape;
}

}  // namespace freiton::cli
