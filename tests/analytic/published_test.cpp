// SPDX-License-Identifier: Apache-2.0
// Numbers from books, papers and the web, beside our own. Entries marked as wrong must not be reproduced.
#include <gtest/gtest.h>

#include <cstdlib>

#include "analytic/reference_targets.hpp"
#include "freiton/analytic/erlang_b.hpp"

namespace freiton::analytic {
namespace {

constexpr int most_agents = 1'000'000;

double published_blocking(double n, double a) { return blocking_probability(Agents{n}, Erlangs{a}).value(); }

double number_in(const test::Json& parameters, const std::string& key, double otherwise) {
    return parameters.contains(key) ? test::number_or(parameters[key], otherwise) : otherwise;
}

double load_for_blocking(double lines, double wanted) {
    double low = 0.0;
    double high = 10.0 * lines + 10.0;
    for (int i = 0; i < 200; ++i) {
        const double middle = 0.5 * (low + high);
        (published_blocking(lines, middle) <= wanted ? low : high) = middle;
    }
    return low;
}

// Some sources give rates in place of load and handling time.
struct LoadAndHandling {
    double load;
    double handling_time_s;
};
LoadAndHandling load_in(const test::Json& p) {
    const double handling = p.contains("mu_per_s")   ? 1.0 / p["mu_per_s"].get<double>()
                            : p.contains("mu_per_h") ? 3600.0 / p["mu_per_h"].get<double>()
                                                     : number_in(p, "aht_s", 1.0);
    if (p.contains("lambda_per_s")) return {p["lambda_per_s"].get<double>() * handling, handling};
    if (p.contains("lambda_per_h")) return {p["lambda_per_h"].get<double>() / 3600.0 * handling, handling};
    return {p["load_erlang"].get<double>(), handling};
}

double erlang_c_value(const std::string& quantity, const test::Json& p) {
    const auto [load, aht_s] = load_in(p);
    const ErlangC q{Agents{p["agents"].get<double>()}, Erlangs{load}, Seconds{aht_s}};
    const Seconds t{number_in(p, "t_s", 20.0)};
    if (quantity == "p_wait") return q.wait_probability();
    if (quantity == "p_immediate") return 1.0 - q.wait_probability();
    if (quantity == "asa_s") return q.wait_all().count();
    if (quantity == "occupancy") return q.occupancy();
    if (quantity == "sl") return q.answered_within(t);
    if (quantity == "sl_percent") return 100.0 * q.answered_within(t);
    if (quantity == "mean_queue") return q.queue_mean();
    if (quantity == "mean number in system") return q.queue_mean() + q.busy_mean();
    if (quantity == "P(W>mean service time | W>0)") return q.unanswered_within(Seconds{aht_s}) / q.wait_probability();
    ADD_FAILURE() << "unknown quantity of Erlang C: " << quantity;
    return 0.0;
}

double erlang_a_value(const std::string& quantity, const test::Json& p) {
    const auto [load, aht_s] = load_in(p);
    const double lines = number_in(p, "system_size_K", INFINITY);
    const ErlangA q{Agents{p["agents"].get<double>()}, Erlangs{load}, Seconds{aht_s},
                    Seconds{p["patience_s"].get<double>()}, lines};
    if (quantity == "p_wait") return q.wait_probability();
    if (quantity == "asa_all_s") return q.wait_all().count();
    if (quantity == "occupancy") return q.occupancy();
    if (quantity == "mean_queue") return q.queue_mean();
    if (quantity == "p_abandon") return q.abandoned_share();
    if (quantity == "p_abandon_percent") return 100.0 * q.abandoned_share();
    if (quantity.starts_with("P(wait<=t)"))  // the exact value beside it is that of unlimited lines
        return ErlangA{Agents{p["agents"].get<double>()}, Erlangs{load}, Seconds{aht_s},
                       Seconds{p["patience_s"].get<double>()}}
            .within(Seconds{p["t_s"].get<double>()})
            .virtually;
    if (quantity.starts_with("90% quantile")) {
        double low = 0.0;
        double high = 1000.0;
        for (int i = 0; i < 100; ++i)
            (q.waiting_after(Seconds{0.5 * (low + high)}) > 0.1 ? low : high) = 0.5 * (low + high);
        return high;
    }
    ADD_FAILURE() << "unknown quantity of Erlang A: " << quantity;
    return 0.0;
}

// Rows of tables, and numbers of agents or lines, have their own way.
double count_of(const std::string& quantity, const test::Json& p) {
    if (quantity == "min_agents")
        return fewest_agents(
                   demand_of(p["load_erlang"], p["aht_s"], p.contains("patience_s") ? p["patience_s"] : test::Json{}),
                   target_of(p["targets"]), 0, most_agents)
            .value();
    if (quantity.starts_with("min_agents for P(W>0)"))
        return fewest_agents(demand_of(p["load_erlang"], 1.0, nullptr),
                             {.wait_probability = Share{p["max_p_wait"].get<double>()}}, 0, most_agents)
            .value();
    if (quantity.starts_with("smallest stable"))
        return fewest_agents_erlang_c(Erlangs{p["load_erlang"].get<double>()}, 0.0, Share{0.0});
    if (quantity.starts_with("min_servers")) {
        double n = 0.0;
        while (published_blocking(n, p["load_erlang"]) > p["max_blocking"]) ++n;
        return n;
    }
    return -1.0;
}

bool is_count(const std::string& quantity) {
    return quantity.starts_with("min_") || quantity.starts_with("smallest stable");
}

void expect_row(const test::Json& c, const std::vector<double>& got) {
    const std::vector<double> exact = c["exact"];
    ASSERT_EQ(got.size(), exact.size()) << c["id"];
    for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], exact[i], 1e-10 * (1.0 + exact[i])) << c["id"];
}

TEST(Published, GoodNumbersAreReproducedAndWrongOnesAreNot) {
    int compared = 0;
    for (const auto& c : test::reference_cases("published")) {
        const test::Json& p = c["parameters"];
        const std::string quantity = c["quantity"];
        const std::string model = p.contains("model") ? p["model"].get<std::string>() : "";
        if (model.empty() || quantity.starts_with("formula")) continue;  // shifts, skills; formulas without numbers
        ++compared;
        if (c["exact"].is_array()) {
            std::vector<double> row;
            const bool loads = quantity.starts_with("offered load");
            for (const double x : p[loads ? "blocking" : "load_erlang"])
                row.push_back(loads ? load_for_blocking(p["servers"], x) : published_blocking(p["servers"], x));
            expect_row(c, row);
            continue;
        }
        const double got = is_count(quantity)                     ? count_of(quantity, p)
                           : quantity.starts_with("offered load") ? load_for_blocking(p["servers"], p["blocking"])
                           : model == "B"                         ? published_blocking(p["servers"], p["load_erlang"])
                           : model == "C"                         ? erlang_c_value(quantity, p)
                                                                  : erlang_a_value(quantity, p);
        const double exact = c["exact"];
        EXPECT_NEAR(got, exact, 1e-9 * std::max(1.0, std::abs(exact))) << c["id"] << " " << quantity;
        const double tolerance = c["tolerance"].is_number() ? c["tolerance"].get<double>() : 0.0;
        if (c["agrees"].get<bool>()) {
            EXPECT_NEAR(got, c["published_value"].get<double>(), tolerance + 1e-12 * std::abs(exact)) << c["id"];
        } else if (c["published_value"].is_number()) {
            EXPECT_GT(std::abs(got - c["published_value"].get<double>()), tolerance)
                << c["id"] << " is wrong on the web";
        }
    }
    EXPECT_GT(compared, 80);
}

}  // namespace
}  // namespace freiton::analytic
