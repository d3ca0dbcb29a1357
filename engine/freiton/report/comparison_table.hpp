// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/comparison.hpp"
#include "freiton/report/figure.hpp"

namespace freiton::report {

/// The whole of a comparison as one table: a row for each organisation, for each of its sites, for each kind of work,
/// and for each kind of work from each site.
struct ComparisonRow {
    std::string organisation{};
    std::string site{};            // empty: all of them
    std::string work{};            // empty: the people, who may do any of it
    std::vector<double> values{};  // as comparison_columns(); not a number: nothing to say
};

struct ComparisonColumn {
    std::string_view key;
    Phrase title;
    Figure like;  // unit and decimals
};

/// People and money stand in rows of people; differences are against the first organisation, and have half-widths where
/// chance plays a part. Promises are counted by site, too, where some organisation is judged by site.
const std::vector<ComparisonColumn>& comparison_columns();
std::vector<ComparisonRow> comparison_rows(const Comparison& comparison);

}  // namespace freiton::report
