// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "freiton/model/performance.hpp"

namespace freiton {

/// One key that a study varies, as a column: its values are numbers in one unit, or texts.
struct StudyInput {
    std::string key{};     // key path, as the study has it
    std::string column{};  // the same with its unit: "work.orders.handling_time.mean_s"
    bool numeric = false;
};

struct StudyValue {
    std::string text{};   // as a scenario would hold it
    double number = 0.0;  // of numeric inputs, in the column's unit
};

/// What came of one variation. Figures have names and values side by side; rows of one study share the names.
struct StudyRow {
    using Names = std::shared_ptr<const std::vector<std::string>>;

    std::size_t variation = 0;  // from 0, in the order of the design
    Source source = Source::formula;
    int replications = 0;
    bool met = false;
    std::uint64_t seed = 1;
    Names names{};
    std::vector<double> values{};  // as names; not a number: undefined
    std::string error{};           // why there are no figures; else empty

    bool failed() const { return !error.empty(); }
    bool expected() const { return met && value("targets_expected") > 0.0; }  // as Performance::expected
    double value(std::string_view name) const;  // not a number if there is none of that name
};

/// How strongly an input moves an output.
struct StudyEffect {
    enum class Measure {
        main_effect,      // share of the output's variance that the means of the levels explain; complete grids
        sobol_index,      // the same for samples: first-order Sobol index
        rank_correlation  // Spearman's, with its sign
    };
    std::string output{};
    std::string input{};  // its key
    Measure measure = Measure::main_effect;
    double value = 0.0;
    std::optional<double> total{};  // total Sobol index: with all that the input does together with others; saltelli
    double least_mean = 0.0;        // of the means over the rows of one level of the input (or a tenth of its range)
    double most_mean = 0.0;
};

/// A variation that no other beats in cost and service at once.
struct StudyTradeoff {
    std::size_t variation = 0;
    double cost = 0.0;
    double service = 0.0;
    bool met = false;
};

/// The table of a study: what was varied, and a row for each variation that is done.
struct StudyTable {
    std::string title{};
    std::string question{};  // "plan", "simulate"
    std::string design{};    // "grid", ...
    std::string engine_version{};
    std::size_t variations = 0;
    std::vector<StudyInput> inputs{};
    std::vector<StudyRow> rows{};                     // in the order of the design
    std::vector<std::vector<StudyValue>> settings{};  // [row][input]
    bool interrupted = false;                         // stopped by its user: some rows are missing

    std::size_t failed() const;
    /// Names of all figures that some row has, in the order in which rows name them.
    std::vector<std::string> figures() const;
};

/// What a study says as a whole. Rows that failed are left out.
struct StudySummary {
    std::vector<StudyEffect> effects{};  // by output, strongest first
    std::string cost{};                  // the figure that stands for it: "cost", or "paid_hours" where none is given
    std::vector<StudyTradeoff> tradeoff{};  // by rising cost
    std::size_t left_out = 0;  // rows of a grid with gaps that the effects leave out, to be of a complete one
};

/// The figure that stands for service in the trade-off: the share of all contacts that were answered or done in time.
inline constexpr std::string_view study_service = "in_time_share";

}  // namespace freiton
