# SPDX-License-Identifier: Apache-2.0
"""The calculators over arrays: questions a second from Python, on one core.

bench/python/run.sh builds what it needs and runs this.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

import freiton

LOAD = np.repeat(np.linspace(5.0, 2000.0, 400), 3)
AHT_S = np.tile([120.0, 300.0, 600.0], 400)


def per_second(run: Callable[[], object], questions: int) -> float:
    """Median of seven runs of at least 0.2 s each."""

    def once() -> float:
        repeats, begin = 0, time.perf_counter()
        while (spent := time.perf_counter() - begin) < 0.2:
            run()
            repeats += 1
        return repeats * questions / spent

    return statistics.median(once() for _ in range(7))


def main() -> None:
    """Prints one line for each question."""
    many_load, many_aht_s = np.tile(LOAD, 1000), np.tile(AHT_S, 1000)
    agents = np.ceil(LOAD * 1.02 + 1)
    benches: list[tuple[str, Callable[[], object], int]] = [
        (
            "erlang_c_agents, 80 % in 20 s, 1.2 million at once",
            lambda: freiton.erlang_c_agents(many_load, aht_s=many_aht_s, answered=0.8, within_s=20.0),
            many_load.size,
        ),
        (
            "erlang_c_agents, 80 % in 20 s, 1,200 at once",
            lambda: freiton.erlang_c_agents(LOAD, aht_s=AHT_S, answered=0.8, within_s=20.0),
            LOAD.size,
        ),
        (
            "erlang_c_agents, mean wait of 10 s",
            lambda: freiton.erlang_c_agents(LOAD, aht_s=AHT_S, average_wait_s=10.0),
            LOAD.size,
        ),
        (
            "erlang_a_agents, 80 % in 20 s, patience 120 s",
            lambda: freiton.erlang_a_agents(LOAD, aht_s=AHT_S, patience_s=120.0, answered=0.8),
            LOAD.size,
        ),
        ("erlang_b_agents, 1 % blocked", lambda: freiton.erlang_b_agents(LOAD, blocked=0.01), LOAD.size),
        ("erlang_b_load, 1 % blocked", lambda: freiton.erlang_b_load(agents, blocked=0.01), LOAD.size),
        ("erlang_b, all figures", lambda: freiton.erlang_b(LOAD, agents), LOAD.size),
        ("erlang_c, all figures", lambda: freiton.erlang_c(LOAD, agents, aht_s=AHT_S), LOAD.size),
        ("erlang_a, all figures", lambda: freiton.erlang_a(LOAD, agents, aht_s=AHT_S, patience_s=120.0), LOAD.size),
        ("erlang_c_agents, one number", lambda: freiton.erlang_c_agents(100.0, aht_s=180.0, answered=0.8), 1),
    ]
    for name, run, questions in benches:
        print(f"{name:<52} {per_second(run, questions):>14,.0f} a second")


if __name__ == "__main__":
    main()
