// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/quantile_figures.hpp"

#include <gtest/gtest.h>

namespace freiton {
namespace {

std::vector<std::string> names(const std::vector<Share>& asked) {
    std::vector<std::string> names;
    for (const auto& quantile : wait_quantiles(asked)) names.push_back(quantile.name);
    return names;
}

TEST(Quantiles, AreThoseOfEveryScenarioAndThoseAskedFor) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(names({}), (Names{"p50", "p90", "p95"}));
    EXPECT_EQ(names({Share{0.999}, Share{0.8}, Share{0.95}}), (Names{"p50", "p80", "p90", "p95", "p99.9"}));
    EXPECT_EQ(names({Share{0.29}, Share{0.57}}), (Names{"p29", "p50", "p57", "p90", "p95"}));  // not p28.999999
}

TEST(Quantiles, AreToldApartByAThousandthOfAPerCent) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(names({Share{0.8}, Share{0.80000000001}}), (Names{"p50", "p80", "p90", "p95"}));
    EXPECT_EQ(quantiles_beside_the_usual({Share{0.8}, Share{0.80000000001}, Share{0.5}, Share{0.95}}), 1U);
}

TEST(Quantiles, HaveAPlaceAmongTheFigures) {
    const auto names = call_figure_names({Share{0.8}, Share{0.99}});
    std::vector<std::string> waits;
    for (const auto& name : names)
        if (name.key.starts_with("wait_p") && name.key.ends_with("_s")) waits.push_back(name.key);
    EXPECT_EQ(waits, (std::vector<std::string>{"wait_p50_s", "wait_p80_s", "wait_p90_s", "wait_p95_s", "wait_p99_s"}));
    EXPECT_EQ(backlog_figure_names({Share{0.8}}).size(), backlog_figure_names().size() + 1);
}

}  // namespace
}  // namespace freiton
