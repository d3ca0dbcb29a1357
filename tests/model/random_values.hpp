// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <random>
#include <string>

#include "freiton/model/duration_law.hpp"

namespace freiton::test {

/// Draws values of the kinds that a scenario is made of; the same seed gives the same ones everywhere.
class RandomValues {
  public:
    explicit RandomValues(std::uint64_t seed) : random_{seed} {}

    int below(int count) { return static_cast<int>(random_() % static_cast<std::uint64_t>(count)); }
    bool chance(int one_in) { return below(one_in) == 0; }
    double unit() { return static_cast<double>(random_() >> 11) * 0x1p-53; }

    template <class T>
    T one_of(std::initializer_list<T> values) {
        return values.begin()[below(static_cast<int>(values.size()))];
    }
    template <class T>
    std::optional<T> maybe(T value) {
        return chance(2) ? std::optional<T>{std::move(value)} : std::nullopt;
    }

    // Round figures as people write them, and others with all their digits.
    double number(double most) { return chance(2) ? below(static_cast<int>(most)) : most * unit(); }
    Share share(double below_this = 1.0) {
        return Share{chance(2) ? below(static_cast<int>(100 * below_this)) / 100.0 : below_this * unit()};
    }
    Seconds duration() { return Seconds{chance(2) ? 1.0 + below(7200) : 0.5 + 7200.0 * unit()}; }

    std::string title() {
        return one_of<std::string>({"",
                                    "Plain",
                                    "Two: colons",
                                    "a # no comment",
                                    "\"quoted\"",
                                    "it's",
                                    "- dash",
                                    "~",
                                    "null",
                                    "yes",
                                    "012",
                                    "80 %",
                                    "%",
                                    "*star",
                                    "&and",
                                    "<<",
                                    "[list]",
                                    "{a: b}",
                                    "Grün €",
                                    " lead and trail ",
                                    "back\\slash",
                                    "tab\there",
                                    "two\nlines",
                                    "?",
                                    "!",
                                    "@",
                                    "`",
                                    "|"});
    }

    DurationLaw law(double unit_s = 1.0) {
        const double count = duration().count();
        const auto times = [&](double factor) { return Seconds{count * factor * unit_s}; };
        const Seconds mean = times(1.0);
        switch (below(8)) {
            case 0:
                return {.law = Law::erlang, .mean = mean, .k = 1 + below(9)};
            case 1:
                return {.law = one_of({Law::lognormal, Law::gamma, Law::weibull}), .mean = mean, .cv = 2.0 * unit()};
            case 2:
                return {.law = one_of({Law::lognormal, Law::gamma, Law::weibull}), .mean = mean, .sd = times(0.7)};
            case 3:
                return {.law = Law::hyperexponential, .mean = mean, .cv = 1.01 + unit()};
            case 4:
                return {.law = Law::uniform, .min = mean, .max = times(2.0)};
            case 5:
                return {.law = Law::triangular, .min = mean, .mode = times(1.5), .max = times(2.0)};
            case 6:
                return {.law = Law::constant, .mean = mean};
            default:
                return {.mean = mean};
        }
    }

  private:
    std::mt19937_64 random_;
};

}  // namespace freiton::test
