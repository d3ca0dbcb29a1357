#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes general_patience.json: M/M/n+G with 40 digits, for patience of many laws.

    python3 tests/reference/general_patience.py >tests/reference/general_patience.json

Needs mpmath. Zeltyn and Mandelbaum (2005), section 3, in seconds: with H(x) the integral of P(patience > u) up to x,
J(t) = integral from t of exp(lam H(x) - n mu x), J_1 and J_H the same times x and H(x), eps = 1 / B(n - 1, load). What
is answered within t and how long those wait follows from J by parts, where the engine integrates directly. Tanh-sinh
between points at which the exponent has fallen by 2, 8, 25, 60 and 150, and where a law is not smooth.
"""

import json

import mpmath as mp

mp.mp.dps = 40
THRESHOLDS = [0, 5, 20, 90, 400]


class Lognormal:
    breaks = ()

    def __init__(self, mean, cv):
        variance = mp.log1p(mp.mpf(cv) ** 2)
        self.sigma, self.mu, self.mean = mp.sqrt(variance), mp.log(mean) - variance / 2, mp.mpf(mean)

    def tail(self, x):
        return mp.ncdf((self.mu - mp.log(x)) / self.sigma) if x > 0 else mp.mpf(1)

    def limited(self, x):
        if x == 0:
            return mp.mpf(0)
        return self.mean * mp.ncdf((mp.log(x) - self.mu) / self.sigma - self.sigma) + x * self.tail(x)


class Gamma:
    breaks = ()

    def __init__(self, mean, shape):
        self.shape, self.scale = mp.mpf(shape), mp.mpf(mean) / mp.mpf(shape)

    def tail(self, x):
        return mp.gammainc(self.shape, x / self.scale, mp.inf, regularized=True)

    def limited(self, x):
        mean = self.shape * self.scale
        return mean * mp.gammainc(self.shape + 1, 0, x / self.scale, regularized=True) + x * self.tail(x)


class Weibull:
    breaks = ()

    def __init__(self, mean, cv):
        wanted = 1 + mp.mpf(cv) ** 2
        start = mp.mpf(cv) ** mp.mpf("-1.086")
        self.shape = mp.findroot(lambda b: mp.gamma(1 + 2 / b) / mp.gamma(1 + 1 / b) ** 2 - wanted, start)
        self.mean = mp.mpf(mean)
        self.scale = self.mean / mp.gamma(1 + 1 / self.shape)

    def tail(self, x):
        return mp.exp(-((x / self.scale) ** self.shape))

    def limited(self, x):
        return self.mean * mp.gammainc(1 / self.shape, 0, (x / self.scale) ** self.shape, regularized=True)


class TwoPhases:
    breaks = ()

    def __init__(self, mean, cv):
        square = mp.mpf(cv) ** 2
        self.first = (1 + mp.sqrt((square - 1) / (square + 1))) / 2
        self.rates = (2 * self.first / mean, 2 * (1 - self.first) / mean)

    def tail(self, x):
        a, b = self.rates
        return self.first * mp.exp(-a * x) + (1 - self.first) * mp.exp(-b * x)

    def limited(self, x):
        a, b = self.rates
        return -self.first * mp.expm1(-a * x) / a - (1 - self.first) * mp.expm1(-b * x) / b


class Uniform:
    def __init__(self, low, high):
        self.low, self.high = mp.mpf(low), mp.mpf(high)
        self.breaks = (self.low, self.high)

    def tail(self, x):
        return min(mp.mpf(1), max(mp.mpf(0), (self.high - x) / (self.high - self.low)))

    def limited(self, x):
        if x <= self.low:
            return x
        left = max(mp.mpf(0), self.high - x)
        return (self.low + self.high) / 2 - left**2 / (2 * (self.high - self.low))


class Triangular:
    def __init__(self, low, mode, high):
        self.breaks = self.low, self.mode, self.high = mp.mpf(low), mp.mpf(mode), mp.mpf(high)

    def tail(self, x):
        width = self.high - self.low
        if x <= self.low:
            return mp.mpf(1)
        if x <= self.mode:
            return 1 - (x - self.low) ** 2 / (width * (self.mode - self.low))
        return max(mp.mpf(0), self.high - x) ** 2 / (width * (self.high - self.mode))

    def limited(self, x):
        width = self.high - self.low
        if x <= self.low:
            return x
        if x <= self.mode:
            return x - (x - self.low) ** 3 / (3 * width * (self.mode - self.low))
        left = max(mp.mpf(0), self.high - x)
        return sum(self.breaks) / 3 - left**3 / (3 * width * (self.high - self.mode))


class Values:
    def __init__(self, values):
        self.values = [mp.mpf(value) for value in values]
        self.breaks = tuple(sorted(set(self.values)))

    def tail(self, x):
        return mp.mpf(sum(1 for value in self.values if value > x)) / len(self.values)

    def limited(self, x):
        return sum(min(value, x) for value in self.values) / len(self.values)


def fallen(exponent, start, drop, direction):
    """Where the concave exponent has fallen by so much from its peak."""
    top = exponent(start)
    step = mp.mpf("1e-12")
    while True:
        at = start + direction * step
        if at < 0:
            return mp.mpf(0)
        if top - exponent(at) > drop:
            break
        step *= 2
    near, far = start, at
    for _ in range(12):
        middle = (near + far) / 2
        near, far = (near, middle) if top - exponent(middle) > drop else (middle, far)
    return far


def queue(agents, load, handling_s, law):
    mu = 1 / mp.mpf(handling_s)
    lam = mp.mpf(load) * mu
    exponent = lambda x: lam * law.limited(x) - agents * mu * x  # noqa: E731
    peak = mp.mpf(0)
    if lam > agents * mu:
        low, high = mp.mpf(0), mp.mpf(1)
        while lam * law.tail(high) > agents * mu:
            high *= 2
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if lam * law.tail(middle) > agents * mu else (low, middle)
        peak = low
    top = exponent(peak)
    drops = (2, 8, 25, 60, 150)
    points = {mp.mpf(0), peak, *(fallen(exponent, peak, drop, side) for drop in drops for side in (-1, 1))}
    last = max(points)
    points |= {at for at in law.breaks if at < last} | {mp.mpf(t) for t in THRESHOLDS if t < last}

    def integral(factor, start=0):
        cuts = sorted(at for at in points if at >= start)
        return mp.quad(lambda x: factor(x) * mp.exp(exponent(x) - top), cuts) if len(cuts) > 1 else mp.mpf(0)

    eps = mp.mpf(1)  # 1 / B(n - 1), by its recurrence
    for k in range(1, agents):
        eps = 1 + mp.mpf(k) / mp.mpf(load) * eps
    eps *= mp.exp(-top)
    whole = integral(lambda x: mp.mpf(1))
    first = integral(lambda x: x)
    base = eps + lam * whole
    wait_all = lam * integral(law.limited) / base
    start = mp.exp(-top)
    abandoned = (start + (lam - agents * mu) * whole) / base
    answered_wait = (agents * mu * first - whole) / base
    found = {
        "p_wait": lam * whole / base,
        "p_abandon": abandoned,
        "wait_all_s": wait_all,
        "asa_served_s": answered_wait / (1 - abandoned),
        "sl": [],
    }
    for t in map(mp.mpf, THRESHOLDS):
        beyond = integral(lambda x: mp.mpf(1), t) if t < last else mp.mpf(0)
        until = whole - beyond
        edge = mp.exp(exponent(t) - top)
        answered = (eps + edge - start + agents * mu * until) / base
        virtually = (eps + lam * until) / base
        tail = law.tail(t)
        gone = virtually - answered + (1 - tail) * lam * beyond / base
        found["sl"].append(
            {"t_s": t, "ans_t": answered, "ab_t": gone, "sl_virtual": virtually, "waits": tail * lam * beyond / base}
        )
    return found


LAWS = {
    "lognormal": [({"mean": m, "cv": cv}, Lognormal(m, cv)) for m, cv in ((120, 0.3), (120, 1.5), (60, 6))],
    "gamma": [({"mean": 120, "cv": cv}, Gamma(120, 1 / mp.mpf(cv) ** 2)) for cv in (0.5, 2)],
    "erlang": [({"mean": 90, "k": 4}, Gamma(90, 4))],
    "weibull": [({"mean": 120, "cv": cv}, Weibull(120, cv)) for cv in (0.5, 2.5)],
    "hyperexponential": [({"mean": 120, "cv": 3}, TwoPhases(120, 3))],
    "uniform": [({"min": a, "max": b}, Uniform(a, b)) for a, b in ((0, 240), (30, 90))],
    "triangular": [({"min": 10, "mode": 40, "max": 310}, Triangular(10, 40, 310))],
    "constant": [({"mean": 60}, Values([60]))],
    "empirical": [({"values_s": [7, 19, 19, 64, 150, 800]}, Values([7, 19, 19, 64, 150, 800]))],
}
CENTRES = [(1, "0.01"), (1, "3"), (8, "6"), (60, "57"), (60, "75"), (2000, "1990"), (2000, "3000")]


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return float(value) if isinstance(value, mp.mpf) else value


def main():
    cases = []
    for name, variants in LAWS.items():
        for given, law in variants:
            for agents, load in CENTRES:
                case = {"id": f"general_patience-{len(cases):03}", "law": name, "given": given, "agents": agents}
                case |= {"load_erlang": float(load), "aht_s": 180.0}
                cases.append(plain(case | queue(agents, load, 180, law)))
    family = {
        "family": "general_patience",
        "n": len(cases),
        "units": "seconds, Erlang",
        "made_by": "general_patience.py",
    }
    print(json.dumps(family | {"cases": cases}, indent=1))


if __name__ == "__main__":
    main()
