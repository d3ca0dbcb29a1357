// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace freiton {

// Exponential, logarithm and power for draws. The C library picks variants by processor, so that its last bit is not
// the same everywhere; these use only + - * / and bits, and give the same bytes on every x86-64 machine, with both
// compilers, at compile time too. Speed (random_bench): exponential 2.6 ns (C library 3.3), logarithm 6.0 ns (3.8).

namespace detail {

// 2^(j/64), correctly rounded.
inline constexpr std::array<double, 64> powers_of_two = {
    0x1.0000000000000p+0, 0x1.02c9a3e778061p+0, 0x1.059b0d3158574p+0, 0x1.0874518759bc8p+0, 0x1.0b5586cf9890fp+0,
    0x1.0e3ec32d3d1a2p+0, 0x1.11301d0125b51p+0, 0x1.1429aaea92de0p+0, 0x1.172b83c7d517bp+0, 0x1.1a35beb6fcb75p+0,
    0x1.1d4873168b9aap+0, 0x1.2063b88628cd6p+0, 0x1.2387a6e756238p+0, 0x1.26b4565e27cddp+0, 0x1.29e9df51fdee1p+0,
    0x1.2d285a6e4030bp+0, 0x1.306fe0a31b715p+0, 0x1.33c08b26416ffp+0, 0x1.371a7373aa9cbp+0, 0x1.3a7db34e59ff7p+0,
    0x1.3dea64c123422p+0, 0x1.4160a21f72e2ap+0, 0x1.44e086061892dp+0, 0x1.486a2b5c13cd0p+0, 0x1.4bfdad5362a27p+0,
    0x1.4f9b2769d2ca7p+0, 0x1.5342b569d4f82p+0, 0x1.56f4736b527dap+0, 0x1.5ab07dd485429p+0, 0x1.5e76f15ad2148p+0,
    0x1.6247eb03a5585p+0, 0x1.6623882552225p+0, 0x1.6a09e667f3bcdp+0, 0x1.6dfb23c651a2fp+0, 0x1.71f75e8ec5f74p+0,
    0x1.75feb564267c9p+0, 0x1.7a11473eb0187p+0, 0x1.7e2f336cf4e62p+0, 0x1.82589994cce13p+0, 0x1.868d99b4492edp+0,
    0x1.8ace5422aa0dbp+0, 0x1.8f1ae99157736p+0, 0x1.93737b0cdc5e5p+0, 0x1.97d829fde4e50p+0, 0x1.9c49182a3f090p+0,
    0x1.a0c667b5de565p+0, 0x1.a5503b23e255dp+0, 0x1.a9e6b5579fdbfp+0, 0x1.ae89f995ad3adp+0, 0x1.b33a2b84f15fbp+0,
    0x1.b7f76f2fb5e47p+0, 0x1.bcc1e904bc1d2p+0, 0x1.c199bdd85529cp+0, 0x1.c67f12e57d14bp+0, 0x1.cb720dcef9069p+0,
    0x1.d072d4a07897cp+0, 0x1.d5818dcfba487p+0, 0x1.da9e603db3285p+0, 0x1.dfc97337b9b5fp+0, 0x1.e502ee78b3ff6p+0,
    0x1.ea4afa2a490dap+0, 0x1.efa1bee615a27p+0, 0x1.f50765b6e4540p+0, 0x1.fa7c1819e90d8p+0,
};

constexpr double ln2_high = 0x1.62e42fee00000p-1;  // 32 bits: a multiple of any exponent is exact
constexpr double ln2_low = 0x1.a39ef35793c76p-33;

}  // namespace detail

/// e^x for -708 <= x <= 709; beyond that the value at the nearer end, so that it is always finite and above 0.
///
///   x = (64 e + j) ln 2 / 64 + r,   e^x = 2^e 2^(j/64) e^r,   |r| <= ln 2 / 128: a polynomial of degree 5
///
/// Accuracy: relative error below 3e-16 (Elementary.ExponentialAgreesWithTheCLibrary).
constexpr double portable_exp(double x) {
    constexpr double steps_per_unit = 0x1.71547652b82fep+6;  // 64 / ln 2
    constexpr double step_high = 0x1.62e42fefa0000p-7;       // ln 2 / 64, 36 bits: a multiple is exact
    constexpr double step_low = 0x1.cf79abc9e3b3ap-46;
    constexpr double to_nearest = 0x1.8p+52;  // added, it leaves the nearest whole number in the lowest bits
    x = x < -708.0 ? -708.0 : x;
    x = x > 709.0 ? 709.0 : x;
    const double shifted = x * steps_per_unit + to_nearest;
    const double steps = shifted - to_nearest;
    const double r = (x - steps * step_high) - steps * step_low;
    const double r2 = r * r;
    const double excess = r + r2 * ((1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120)));
    const std::uint64_t whole = std::bit_cast<std::uint64_t>(shifted);
    const std::uint64_t j = whole & 63;
    const auto root = std::bit_cast<std::uint64_t>(detail::powers_of_two[j]);
    const double scale = std::bit_cast<double>(root + ((whole - j) << 46));
    return scale + scale * excess;
}

/// Natural logarithm of a normal x > 0.
///
///   x = 2^k m,   sqrt(1/2) <= m < sqrt 2,   s = (m-1)/(m+1),   ln m = 2 s (1 + s^2/3 + s^4/5 + ...)
///
/// Accuracy: relative error below 4e-16 (Elementary.LogarithmAgreesWithTheCLibrary).
constexpr double portable_log(double x) {
    constexpr std::uint64_t root_half = 0x3FE6A09E667F3BCD;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const std::uint64_t exponent = (bits - root_half) & 0xFFF0000000000000;
    const double f = std::bit_cast<double>(bits - exponent) - 1.0;
    const auto k = static_cast<double>(static_cast<std::int64_t>(exponent) >> 52);
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double z2 = z * z;
    const double z4 = z2 * z2;
    const double low = (1.0 / 3 + z * (1.0 / 5)) + z2 * (1.0 / 7 + z * (1.0 / 9));
    const double high = (1.0 / 11 + z * (1.0 / 13)) + z2 * (1.0 / 15 + z * (1.0 / 17));
    const double series = 2.0 * z * (low + z4 * (high + z4 * (1.0 / 19 + z * (1.0 / 21))));
    // 2 s = f - s f: the exact f carries the result, and rounding touches only the corrections.
    return k * detail::ln2_high + (f - (s * (f - series) - k * detail::ln2_low));
}

/// ln(1 + x) for x >= 0, as exact for small x as for large: what rounding 1 + x lost is put back (W. Kahan).
constexpr double portable_log1p(double x) {
    const double sum = 1.0 + x;
    return sum == 1.0 ? x : portable_log(sum) * (x / (sum - 1.0));
}

/// x^y for a normal x > 0, held between e^-708 and e^709.
/// Accuracy: relative error below 4e-16 (1 + |y ln x|), as the logarithm's last bit is multiplied too.
constexpr double portable_pow(double x, double y) { return portable_exp(y * portable_log(x)); }

}  // namespace freiton
