// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/row_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "freiton/core/checksum.hpp"
#include "freiton/core/text.hpp"

namespace freiton::study {

namespace {

constexpr std::size_t checksum_digits = 16;
constexpr std::size_t row_cells = 8;  // before the values

std::string escaped(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\t' || c == '\n' || c == '\\') line += '\\';
        line += c == '\t' ? 't' : c == '\n' ? 'n' : c;
    }
    return line;
}

std::string unescaped(std::string_view line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\\' || i + 1 == line.size()) {
            text += line[i];
            continue;
        }
        const char c = line[++i];
        text += c == 't' ? '\t' : c == 'n' ? '\n' : c;
    }
    return text;
}

std::optional<Source> source_of(std::string_view name) {
    for (const Source source : {Source::formula, Source::transient, Source::simulation})
        if (name == source_name(source)) return source;
    return std::nullopt;
}

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (;;) {
        const std::size_t tab = line.find('\t');
        cells.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return cells;
        line.remove_prefix(tab + 1);
    }
}

template <class Whole>
std::optional<Whole> whole(std::string_view text, int base = 10) {
    Whole value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string value_text(double value) { return std::isnan(value) ? "" : number_text(value); }  // inf reads back

std::optional<double> value_of(std::string_view text) {
    if (text.empty()) return CallFigures::none;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::string checked_line(std::string_view body) {
    std::array<char, checksum_digits> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), Checksum{}.add(body).value(), 16).ptr;
    std::string line(checksum_digits - static_cast<std::size_t>(end - digits.data()), '0');
    return line.append(digits.data(), end).append(" ").append(body).append("\n");
}

std::optional<std::string_view> body_of(std::string_view line) {
    if (line.size() <= checksum_digits || line[checksum_digits] != ' ') return std::nullopt;
    const std::string_view body = line.substr(checksum_digits + 1);
    const auto checksum = whole<std::uint64_t>(line.substr(0, checksum_digits), 16);
    if (checksum != Checksum{}.add(body).value()) return std::nullopt;
    return body;
}

std::size_t RowLines::set_of(const StudyRow::Names& names, std::string& text) {
    for (std::size_t i = sets_.size(); i-- > 0;)
        if (sets_[i] && (sets_[i] == names || *sets_[i] == *names)) return i;
    sets_.push_back(names);
    std::string body = "names\t" + std::to_string(sets_.size() - 1);
    for (const std::string& name : *names) body += "\t" + escaped(name);
    text += checked_line(body);
    return sets_.size() - 1;
}

std::string RowLines::text(const StudyRow& row) {
    std::string text;
    static const StudyRow::Names nameless = std::make_shared<const std::vector<std::string>>();
    const std::size_t set = set_of(row.names ? row.names : nameless, text);
    std::string body = "row\t" + std::to_string(row.variation) + "\t" + std::to_string(set) + "\t" +
                       std::string{source_name(row.source)} + "\t" + std::to_string(row.replications) + "\t" +
                       (row.met ? "1" : "0") + "\t" + std::to_string(row.seed) + "\t" + escaped(row.error);
    for (const double value : row.values) body += "\t" + value_text(value);
    return text + checked_line(body);
}

std::optional<StudyRow> RowLines::read(std::string_view line) {
    const auto body = body_of(line);
    if (!body) return std::nullopt;
    const std::vector<std::string_view> cells = cells_of(*body);
    if (cells.size() < 2) return std::nullopt;
    if (cells[0] == "names") {
        const auto set = whole<std::size_t>(cells[1]);
        if (!set || *set > sets_.size() + 1'000) return std::nullopt;  // some before it may be damaged
        std::vector<std::string> names;
        for (std::size_t i = 2; i < cells.size(); ++i) names.push_back(unescaped(cells[i]));
        sets_.resize(std::max(sets_.size(), *set + 1));
        sets_[*set] = std::make_shared<const std::vector<std::string>>(std::move(names));
        return std::nullopt;
    }
    if (cells[0] != "row" || cells.size() < row_cells) return std::nullopt;
    const auto variation = whole<std::size_t>(cells[1]);
    const auto set = whole<std::size_t>(cells[2]);
    const auto source = source_of(cells[3]);
    const auto replications = whole<int>(cells[4]);
    const auto seed = whole<std::uint64_t>(cells[6]);
    if (!variation || !set || *set >= sets_.size() || !sets_[*set] || !source || !replications || !seed)
        return std::nullopt;
    StudyRow row{.variation = *variation,
                 .source = *source,
                 .replications = *replications,
                 .met = cells[5] == "1",
                 .seed = *seed,
                 .names = sets_[*set],
                 .values = {},
                 .error = unescaped(cells[7])};
    for (std::size_t i = row_cells; i < cells.size(); ++i) {
        const auto value = value_of(cells[i]);
        if (!value) return std::nullopt;
        row.values.push_back(*value);
    }
    if (row.values.size() != row.names->size()) return std::nullopt;
    return row;
}

}  // namespace freiton::study
