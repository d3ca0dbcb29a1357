// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/offered_wait.hpp"

#include <gtest/gtest.h>

#include <random>

#include "freiton/analytic/erlang_a.hpp"
#include "reference.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;
using test::expect_close;

constexpr double for_ever = std::numeric_limits<double>::infinity();

ErlangA general_queue(double agents, double load, Seconds handling_time, const DurationLaw& law, double balk = 0.0) {
    return {Agents{agents},
            Erlangs{load},
            handling_time,
            law.mean_duration(),
            for_ever,
            balk,
            std::make_shared<const PatienceLaw>(law)};
}

DurationLaw law_in(const test::Json& c) {
    static const std::map<std::string, Law> laws = {
        {"lognormal", Law::lognormal}, {"gamma", Law::gamma},         {"erlang", Law::erlang},
        {"weibull", Law::weibull},     {"uniform", Law::uniform},     {"hyperexponential", Law::hyperexponential},
        {"constant", Law::constant},   {"empirical", Law::empirical}, {"triangular", Law::triangular}};
    const test::Json& given = c["given"];
    DurationLaw law{.law = laws.at(c["law"])};
    const auto time = [&](const char* key) {
        return given.contains(key) ? std::optional{Seconds{given[key].get<double>()}} : std::nullopt;
    };
    law.mean = time("mean");
    law.min = time("min");
    law.mode = time("mode");
    law.max = time("max");
    if (given.contains("cv")) law.cv = given["cv"].get<double>();
    if (given.contains("k")) law.k = given["k"].get<int>();
    if (given.contains("values_s")) law.values_s = given["values_s"].get<std::vector<double>>();
    return law;
}

// Shares below 1e-30 are of no interest; a share of who gives up may be a small difference.
TEST(OfferedWait, MatchesHighPrecisionTable) {
    int seen = 0;
    for (const auto& c : test::reference_cases("general_patience")) {
        const std::string id = c["id"].get<std::string>() + " " + c["law"].get<std::string>();
        const ErlangA q = general_queue(c["agents"], c["load_erlang"], Seconds{c["aht_s"].get<double>()}, law_in(c));
        expect_close(c["p_wait"], q.wait_probability(), 1e-10, id + " p_wait", 1e-30);
        expect_close(c["p_abandon"], q.abandoned_share(), 1e-10, id + " p_abandon", 1e-30);
        expect_close(c["wait_all_s"], q.wait_all().count(), 1e-10, id + " wait_all", 1e-30);
        expect_close(c["asa_served_s"], q.asa().count(), 1e-10, id + " asa", 1e-30);
        for (const auto& s : c["sl"]) {
            const Seconds t{s["t_s"].get<double>()};
            const WithinThreshold w = q.within(t);
            const std::string at = id + " " + std::to_string(t.count());
            expect_close(s["ans_t"], w.answered, 1e-10, at + " answered", 1e-30);
            expect_close(s["ab_t"], w.abandoned, 1e-10, at + " abandoned", 1e-12);
            expect_close(s["sl_virtual"], w.virtually, 1e-10, at + " virtually", 1e-30);
            expect_close(s["waits"], q.waiting_after(t), 1e-10, at + " waits", 1e-12);
            ++seen;
        }
    }
    EXPECT_EQ(seen, 14 * 7 * 5);
}

TEST(OfferedWait, AnExponentialLawGivesErlangA) {
    std::mt19937_64 random{20261130};
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    for (int i = 0; i < 300; ++i) {
        const double load = std::exp(std::log(0.01) + unit(random) * std::log(2e5));
        const double agents = std::max(1.0, std::round(load * (0.3 + 1.2 * unit(random))));
        const Seconds patience{std::exp(std::log(5.0) + unit(random) * std::log(400.0))};
        const double balk = i % 3 == 0 ? 0.3 * unit(random) : 0.0;
        const ErlangA exact{Agents{agents}, Erlangs{load}, 180s, patience, for_ever, balk};
        const ErlangA q = general_queue(agents, load, 180s, {.law = Law::exponential, .mean = patience}, balk);
        const std::string id = std::to_string(load) + " by " + std::to_string(agents);
        expect_close(exact.wait_probability(), q.wait_probability(), 1e-9, id + " waits", 1e-200);
        expect_close(exact.abandoned_share(), q.abandoned_share(), 1e-9, id + " abandoned", 1e-200);
        expect_close(exact.asa().count(), q.asa().count(), 1e-9, id + " asa", 1e-200);
        expect_close(exact.wait_abandoned().count(), q.wait_abandoned().count(), 1e-9, id + " wait of abandoned", 1e-9);
        const WithinThreshold wanted = exact.within(20s);
        const WithinThreshold w = q.within(20s);
        expect_close(wanted.answered, w.answered, 1e-9, id + " in time");
        expect_close(wanted.abandoned, w.abandoned, 1e-9, id + " gone", 1e-12);
        expect_close(exact.waiting_after(40s), q.waiting_after(40s), 1e-9, id + " waiting", 1e-12);
    }
}

// In minutes lam = 2, mu = 1, n = 1, d = 1: exp(lam H(x) - mu x) = e^x up to 1, then e^(2 - x). J = (e - 1) + e, and
// epsilon = 1 / B(0) = 1.
TEST(OfferedWait, ConstantPatienceHasClosedForms) {
    const double e = std::exp(1.0);
    const double base = 1.0 + 2.0 * (2.0 * e - 1.0);
    const ErlangA q = general_queue(1, 2, 60s, {.law = Law::constant, .mean = 60s});
    EXPECT_NEAR(q.wait_probability(), 2.0 * (2.0 * e - 1.0) / base, 1e-14);
    EXPECT_NEAR(q.abandoned_share(), 2.0 * e / base, 1e-14);  // whose offered wait is beyond 1
    // The integral of x e^x up to 1 is 1; who gives up waits 1.
    EXPECT_NEAR(q.asa().count(), 60.0 * 2.0 / (base - 2.0 * e), 1e-12);
    EXPECT_NEAR(q.wait_abandoned().count(), 60.0, 1e-12);
    // Within half of it: e^(1/2) - 1.
    EXPECT_NEAR(q.within(30s).answered, (1.0 + 2.0 * (std::sqrt(e) - 1.0)) / base, 1e-14);
    EXPECT_EQ(q.within(59s).abandoned, 0.0);
    EXPECT_NEAR(q.within(60s).abandoned, 2.0 * e / base, 1e-14);
}

// Recorded values that are the middles of so many equal shares of a law stand in for it.
TEST(OfferedWait, ManyRecordedValuesAreNearlyTheirLaw) {
    DurationLaw recorded{.law = Law::empirical};
    constexpr int many = 4000;
    for (int i = 0; i < many; ++i) recorded.values_s.push_back(-120.0 * std::log1p(-(i + 0.5) / many));
    const ErlangA q = general_queue(30, 33, 180s, recorded);
    const ErlangA exact{Agents{30}, Erlangs{33}, 180s, 120s};
    EXPECT_NEAR(q.abandoned_share(), exact.abandoned_share(), 1e-4);
    EXPECT_NEAR(q.within(20s).answered, exact.within(20s).answered, 1e-4);
    EXPECT_NEAR(q.asa().count(), exact.asa().count(), 0.05);
}

// The step of a narrow law lies between nodes that know nothing of it, and far below it what ends underflows.
TEST(OfferedWait, ANarrowLawIsNearlyConstant) {
    for (const Law kind : {Law::lognormal, Law::gamma, Law::weibull, Law::constant})
        for (const double load : {0.5, 45.0, 500.0, 3'200.0}) {
            const double agents = std::ceil(0.8 * load);
            const DurationLaw constant{.law = Law::constant, .mean = 30s};
            DurationLaw law{.law = kind, .mean = 30s};
            if (kind != Law::constant) law.cv = 0.002;
            const ErlangA q = general_queue(agents, load, 60s, law);
            EXPECT_NEAR(q.abandoned_share(), general_queue(agents, load, 60s, constant).abandoned_share(), 1e-3);
            const WithinThreshold in_the_end = q.within(60s);
            EXPECT_NEAR(in_the_end.abandoned, q.abandoned_share(), 1e-9) << load;
            EXPECT_NEAR(in_the_end.answered, q.answered_share(), 1e-9) << load;
            EXPECT_NEAR(q.within(20s).abandoned, 0.0, 1e-12) << load;
        }
}

TEST(OfferedWait, WithoutAgentsEverybodyWaitsOutHisPatience) {
    const ErlangA q = general_queue(0, 3, 60s, {.law = Law::uniform, .min = 0s, .max = 100s});
    EXPECT_EQ(q.abandoned_share(), 1.0);
    EXPECT_EQ(q.wait_all().count(), 50.0);
    EXPECT_NEAR(q.within(20s).abandoned, 0.2, 1e-15);
    EXPECT_NEAR(q.waiting_after(20s), 0.8, 1e-15);
}

TEST(OfferedWait, WhoHasNoPatienceAtAllIsGoneAtOnce) {
    DurationLaw recorded{.law = Law::empirical};
    recorded.values_s = {0.0, 60.0, 120.0, 180.0};
    const ErlangA q = general_queue(5, 6, 60s, recorded);
    EXPECT_NEAR(q.within(0s).abandoned, 0.25 * q.wait_probability(), 1e-15);
    EXPECT_NEAR(q.within(59s).abandoned, q.within(0s).abandoned, 1e-15);
    EXPECT_GT(q.within(61s).abandoned, q.within(59s).abandoned);
}

}  // namespace
}  // namespace freiton::analytic
