// SPDX-License-Identifier: Apache-2.0
// freiton erlang --cases on the reference tables.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/run_erlang.hpp"
#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"

namespace freiton::cli {
namespace {

using test::erlang;
using test::expect_close;
using test::Json;
using test::Outcome;

// The cells of a reference case's column.
std::string cell(const Json& value) { return value.is_null() ? "" : number_text(value.get<double>()); }

struct Answers {
    CsvTable table;
    std::string text(std::size_t row, const std::string& column) const {
        return std::string{table.rows()[row].cells[static_cast<std::size_t>(table.column(column))]};
    }
    double number(std::size_t row, const std::string& column) const {
        const std::string cell = text(row, column);
        return cell.empty() ? std::numeric_limits<double>::quiet_NaN() : parse_number(cell).value();
    }
};

Answers answers(const std::string& model, const std::string& cases) {
    const test::TemporaryFolder folder;
    const Outcome run = erlang(model + " --cases '" + folder.write("cases.csv", cases).string() + "'");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.err, "");
    return {CsvTable::parse(run.out, "answers")};
}

constexpr double tolerance = 1e-9;

TEST(ErlangCases, MatchTheErlangBTable) {
    const Json cases = test::reference_cases("erlang_b");
    std::string csv = "id,load,agents\n";
    for (const Json& c : cases) csv += csv_line({c["id"], cell(c["load_erlang"]), cell(c["servers"])});
    const Answers got = answers("b", csv);
    ASSERT_EQ(got.table.rows().size(), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Json& c = cases[i];
        const std::string id = c["id"];
        ASSERT_EQ(got.text(i, "id"), id);
        expect_close(c["blocking"], got.number(i, "blocked_share"), tolerance, id, 1e-320);
        expect_close(c["ln_blocking"], got.number(i, "ln_blocked_share"), tolerance, id);
        if (c["servers"] != 0) expect_close(c["carried_erlang"], got.number(i, "busy_mean"), tolerance, id);
    }
}

TEST(ErlangCases, MatchTheErlangCTable) {
    const Json cases = test::reference_cases("erlang_c");
    std::string csv = "id;load;aht_s;agents;within_s\n";
    for (const Json& c : cases)
        csv += csv_line({c["id"], cell(c["load_erlang"]), cell(c["aht_s"]), cell(c["agents"]), "20"}, ';');
    const Answers got = answers("c", csv);
    ASSERT_EQ(got.table.rows().size(), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Json& c = cases[i];
        const std::string id = c["id"];
        EXPECT_EQ(got.text(i, "stable"), c["stable"].get<bool>() ? "true" : "false") << id;
        if (!c["stable"].get<bool>()) {
            EXPECT_EQ(got.text(i, "asa_s"), "") << id;
            EXPECT_EQ(got.text(i, "service_level"), "0") << id;
            continue;
        }
        // waits lose the digits that n - a loses
        const double n = c["agents"];
        const double a = c["load_erlang"];
        const double conditioned = tolerance + (n > a ? 4e-16 * a / (n - a) : 0.0);
        expect_close(c["p_wait"], got.number(i, "wait_probability"), tolerance, id, 1e-320);
        expect_close(c["asa_s"], got.number(i, "asa_s"), conditioned, id, 1e-320);
        if (c.contains("mean_wait_if_delayed_s") && n > a)
            expect_close(c["mean_wait_if_delayed_s"], got.number(i, "wait_delayed_s"), conditioned, id);
        expect_close(c["mean_queue"], got.number(i, "queue_mean"), conditioned, id, 1e-320);
        if (n > 0.0) expect_close(c["occupancy"], got.number(i, "occupancy"), tolerance, id);
        if (c.contains("ln_p_wait"))
            expect_close(c["ln_p_wait"], got.number(i, "ln_wait_probability"), tolerance, id, 1e-15);
        if (c["sl"].is_array())
            for (const Json& level : c["sl"])
                if (level["t_s"] == 20.0) expect_close(level["value"], got.number(i, "service_level"), tolerance, id);
    }
}

const std::map<std::string, std::string> counting_words = {{"sl_offered", "offered"},
                                                           {"sl_answered", "answered"},
                                                           {"sl_excl_short_ab", "offered_without_early"},
                                                           {"sl_incl_ab", "early_counts"},
                                                           {"sl_virtual", "virtual"}};

TEST(ErlangCases, MatchTheErlangATableUnderEveryCountingRule) {
    const Json cases = test::reference_cases("erlang_a");
    struct Row {
        const Json* c;
        const Json* level;
        std::string rule;
    };
    std::vector<Row> rows;
    std::string csv = "load,aht_s,agents,patience_s,lines,within_s,counting\n";
    for (const Json& c : cases)
        for (const Json& level : c["sl"])
            for (const auto& [rule, word] : counting_words) {
                if (!level.contains(rule)) continue;
                rows.push_back({&c, &level, rule});
                csv += csv_line({cell(c["load_erlang"]), cell(c["aht_s"]), cell(c["agents"]), cell(c["patience_s"]),
                                 cell(c["system_size_K"]), cell(level["t_s"]), word});
            }
    const Answers got = answers("a", csv);
    ASSERT_EQ(got.table.rows().size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Json& c = *rows[i].c;
        const std::string id = c["id"].get<std::string>() + " " + rows[i].rule;
        expect_close((*rows[i].level)[rows[i].rule], got.number(i, "service_level"), tolerance, id, 1e-50);
        expect_close(c["p_wait"], got.number(i, "wait_probability"), tolerance, id);
        expect_close(c["p_abandon"], got.number(i, "abandoned_share"), tolerance, id, 1e-50);
        expect_close(c["asa_all_s"], got.number(i, "wait_all_s"), tolerance, id);
        expect_close(c["asa_served_s"], got.number(i, "asa_s"), tolerance, id);
        expect_close(c["mean_queue"], got.number(i, "queue_mean"), tolerance, id);
        expect_close(c["mean_busy"], got.number(i, "busy_mean"), tolerance, id);
        expect_close(c["occupancy"], got.number(i, "occupancy"), tolerance, id);
        if (c.contains("p_block")) expect_close(c["p_block"], got.number(i, "blocked_share"), tolerance, id);
    }
}

TEST(ErlangCases, FindTheFewestAgentsOfTheTable) {
    const Json cases = test::reference_cases("min_agents");
    std::string csv =
        "load,aht_s,patience_s,within_s,counting,answered,average_wait_s,abandoned,max_occupancy,wait_probability_"
        "target\n";
    for (const Json& c : cases) {
        const Json& t = c["targets"];
        const Json level = t.value("sl", Json::object());
        const auto target = [&](const std::string& key) { return t.contains(key) ? cell(t[key]) : ""; };
        csv += csv_line({cell(c["load_erlang"]), cell(c["aht_s"]), cell(c["patience_s"]),
                         level.empty() ? "" : cell(level["t_s"]),
                         level.empty() ? "" : counting_words.at(level.value("sl_definition", "sl_offered")),
                         level.empty() ? "" : cell(level["fraction"]), target("asa"), target("abandon"),
                         target("occupancy"), target("p_wait")});
    }
    const Answers got = answers("a", csv);  // without patience and lines this is Erlang C
    ASSERT_EQ(got.table.rows().size(), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i)
        EXPECT_THAT(cases[i]["accept"].get<std::vector<double>>(), testing::Contains(got.number(i, "agents")))
            << cases[i]["id"];
}

TEST(ErlangCases, FewerLinesThanAgentsKeepTheRestIdle) {
    const Answers got = answers("a", "load,aht_s,agents,patience_s,lines\n10,180,14,60,12\n10,180,12,60,12\n");
    EXPECT_EQ(got.text(0, "blocked_share"), got.text(1, "blocked_share"));
    EXPECT_NEAR(got.number(0, "occupancy") * 14, got.number(1, "occupancy") * 12, 1e-12);
}

}  // namespace
}  // namespace freiton::cli
