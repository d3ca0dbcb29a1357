# SPDX-License-Identifier: Apache-2.0
"""What whole questions cost from Python, and what of it is the way there and back.

bench/python/run.sh builds what it needs and runs this.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

import freiton

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def seconds(run: Callable[[], object], repeats: int = 7, least_s: float = 0.2) -> float:
    """Median time of one call, over runs of at least so long each."""

    def once() -> float:
        calls, begin = 0, time.perf_counter()
        while (spent := time.perf_counter() - begin) < least_s:
            run()
            calls += 1
        return spent / calls

    return statistics.median(once() for _ in range(repeats))


def main() -> None:
    """Prints one line for each figure."""
    quickstart = freiton.load(SCENARIOS / "quickstart.yaml")
    plan = freiton.plan(quickstart, "formula")
    questions: list[tuple[str, Callable[[], object]]] = [
        ("load the quickstart", lambda: freiton.load(SCENARIOS / "quickstart.yaml")),
        ("with_ one other value", lambda: quickstart.with_({"work.hotline.arrivals.scale": 1.1})),
        ("plan, one thread", lambda: freiton.plan(quickstart, "formula", threads=1)),
        ("plan, its intervals as a DataFrame", lambda: freiton.plan(quickstart, "formula", threads=1).intervals),
        ("simulate one day, one thread", lambda: freiton.simulate(quickstart, plan, replications=1, threads=1)),
    ]
    for name, run in questions:
        print(f"{name:<52} {seconds(run) * 1e3:>14,.2f} ms")
    days = 5_000
    contacts = 2_620 * days
    spent = seconds(lambda: freiton.simulate(quickstart, plan, replications=days, threads=1), 3)
    print(f"{'simulate, one thread: contacts':<52} {contacts / spent:>14,.0f} a second")
    law = freiton.DurationLaw("lognormal", mean="4 min", cv=0.9)
    many = np.linspace(1.0, 2000.0, 1_000_000)
    shares = np.linspace(0.0005, 0.9995, 1_000_000)
    values: list[tuple[str, Callable[[], object]]] = [
        ("lognormal cdf", lambda: law.cdf(many)),
        ("lognormal quantile", lambda: law.quantile(shares)),
        ("lognormal sample", lambda: law.sample(many.size)),
    ]
    for name, run in values:
        print(f"{name:<52} {many.size / seconds(run, 3):>14,.0f} a second")


if __name__ == "__main__":
    main()
