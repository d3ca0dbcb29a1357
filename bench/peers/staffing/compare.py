# SPDX-License-Identifier: Apache-2.0
"""pyworkforce and Freiton answer the same staffing questions: the answers side by side, what is wrong, and the cost.

pyworkforce knows Erlang C with a service level and a largest occupancy. Its answers are held against the reference
tables (60 digits, a second method) where they have the question, and against Freiton elsewhere.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from pyworkforce.queuing import ErlangC

import freiton

TABLE = Path(__file__).parents[3] / "tests/reference/min_agents.json"
INTERVAL_MIN = 30


def peer_of(load: float, aht_s: float, within_s: float) -> Any:
    """The question in pyworkforce's units: transactions in half an hour, minutes."""
    return ErlangC(
        transactions=load * INTERVAL_MIN * 60 / aht_s, aht=aht_s / 60, asa=within_s / 60, interval=INTERVAL_MIN
    )


def peer_answer(load: float, aht_s: float, within_s: float, answered: float, max_occupancy: float = 1.0) -> Any:
    """The fewest positions, or the name of the error that was raised instead."""
    try:
        return peer_of(load, aht_s, within_s).required_positions(answered, max_occupancy)["raw_positions"]
    except Exception as error:
        return type(error).__name__


def against_the_tables() -> None:
    """Every reference question that pyworkforce can be asked: a service level, perhaps an occupancy."""
    cases = json.loads(TABLE.read_text(encoding="utf-8"))["cases"]
    asked = [
        case
        for case in cases
        if case["model"] == "C" and "sl" in case["targets"] and not set(case["targets"]) - {"sl", "occupancy"}
    ]
    print(f"Reference table min_agents: {len(cases)} questions, {len(asked)} of a kind that pyworkforce knows")
    print(
        f"{'case':>16} {'load':>10} {'aht s':>6} {'target':>22} {'occupancy':>9} {'right':>6} "
        f"{'Freiton':>8} {'peer':>8}"
    )
    wrong = {"Freiton": 0, "peer": 0}
    for case in asked:
        level, occupancy = case["targets"]["sl"], case["targets"].get("occupancy")
        ours = freiton.erlang_c_agents(
            case["load_erlang"],
            aht_s=case["aht_s"],
            answered=level["fraction"],
            within_s=level["t_s"],
            max_occupancy=occupancy,
        )
        arguments = (case["load_erlang"], case["aht_s"], level["t_s"], level["fraction"])
        theirs = peer_answer(*arguments, 1.0 if occupancy is None else occupancy)
        wrong["Freiton"] += ours not in case["accept"]
        wrong["peer"] += theirs not in case["accept"]
        mark = "" if theirs in case["accept"] else "  <- wrong"
        target = f"{level['fraction']:.12g} in {level['t_s']:g} s"
        print(
            f"{case['id']:>16} {case['load_erlang']:>10g} {case['aht_s']:>6g} {target:>22} {occupancy or '':>9} "
            f"{case['agents']:>6} {ours:>8g} {theirs!s:>8}{mark}"
        )
    print(f"wrong: Freiton {wrong['Freiton']}, pyworkforce {wrong['peer']} of {len(asked)}\n")


def over_a_grid() -> None:
    """Everyday questions, many of them; Freiton's answers are tested to be the least everywhere."""
    print("A grid of 32,000 questions: 400 loads from 0.5 to 100 Erlang, 4 handling times, 4 thresholds, 5 shares")
    load = np.linspace(0.5, 100.0, 400)
    for answered in (0.2, 0.5, 0.8, 0.9, 0.95):
        tally = Tally()
        for aht_s in (120.0, 180.0, 300.0, 600.0):
            for within_s in (10.0, 20.0, 60.0, 120.0):
                ours = freiton.erlang_c_agents(load, aht_s=aht_s, answered=answered, within_s=within_s)
                for a, right in zip(load.tolist(), ours.tolist(), strict=True):
                    found = peer_answer(a, aht_s, within_s, answered)
                    tally.add(found, right, f"{a:.4g} Erlang of {aht_s:g} s, {within_s:g} s")
        print(f"  {answered:.0%} answered: {tally}")
    print("Whole loads from 1 to 200 Erlang, 50 % in 20 s, and people busy at most so much of their time")
    for percent in range(50, 100, 5):
        # in whole numbers: the fewest n with 100 load <= percent n, or those that the service level needs
        tally = Tally()
        for a in range(1, 201):
            level = freiton.erlang_c_agents(a, aht_s=180, answered=0.5)
            right = max(level, -(-100 * a // percent))
            tally.add(peer_answer(a, 180, 20.0, 0.5, percent / 100), right, f"{a} Erlang")
        print(f"  busy {percent} %: {tally}")
    print()


class Tally:
    """How often an answer was right, and the first that was not."""

    def __init__(self) -> None:
        self.asked = self.more = self.fewer = 0
        self.example = ""

    def add(self, found: float, right: float, question: str) -> None:
        """Counts one answer."""
        self.asked += 1
        self.more += found > right
        self.fewer += found < right
        if found != right and not self.example:
            self.example = f"; {question}: {right:g}, not {found}"

    def __str__(self) -> str:
        return f"{self.asked} asked, pyworkforce too many {self.more}, too few {self.fewer}{self.example}"


def beyond_the_formula() -> None:
    """Questions where the difference is not one of rounding."""
    print("Beyond the grid")
    ten = peer_of(10, 180, 20)
    for agents in (8, 10):
        try:
            theirs = f"{ten.waiting_probability(agents):.3f}"
        except ZeroDivisionError:
            theirs = "ZeroDivisionError"
        ours = freiton.erlang_c(10, agents, aht_s=180)
        print(f"  {agents} agents for 10 Erlang: wait probability {theirs}, ours {ours.wait_probability} (not stable)")
    print(f"  0 Erlang: {peer_answer(0.0, 180, 20, 0.8)}, ours {freiton.erlang_c_agents(0, aht_s=180, answered=0.8):g}")
    at_once = freiton.erlang_c_agents(10, aht_s=180, answered=0.8, within_s=0)
    print(f"  80 % at once, 10 Erlang: {peer_answer(10, 180, 0, 0.8)}, ours {at_once:g}")
    shrinkage = 0.3
    paid = int(np.ceil(21 / (1 - shrinkage)))
    print(f"  21 people with 30 % shrinkage are 30 paid; its formula, ceil(21 / (1 - 0.3)), gives {paid}")
    endless = freiton.erlang_c_agents(100, aht_s=240, answered=0.8)
    patient = freiton.erlang_a_agents(100, aht_s=240, patience_s=120, answered=0.8)
    print(f"  100 Erlang, patience of two minutes: {patient:g} people; it only knows endless patience: {endless:g}\n")


def seconds(run: Callable[[], object], least: float = 0.2) -> float:
    """Median of five, each repeated for at least 0.2 s."""

    def once() -> float:
        repeats, begin = 0, time.perf_counter()
        while (spent := time.perf_counter() - begin) < least:
            run()
            repeats += 1
        return spent / repeats

    return statistics.median(once() for _ in range(5))


def cost() -> None:
    """The questions of our own benchmark: 80 % in 20 s, 400 loads from 5 to 2000 Erlang by three handling times."""
    print("Questions a second on one core (80 % in 20 s, handling times 120, 300, 600 s; medians of five)")
    print(
        f"{'loads in Erlang':>18} {'pyworkforce':>12} {'Freiton, one by one':>20} {'ratio':>8} "
        f"{'Freiton, arrays':>16} {'ratio':>10}"
    )
    handling = np.array([120.0, 300.0, 600.0])
    for least, most in ((5.0, 2000.0), (5.0, 50.0), (50.0, 500.0), (500.0, 2000.0)):
        peer, single, arrays = rates(np.linspace(least, most, 400), handling)
        print(
            f"{least:>8g} to {most:<6g} {peer:>12,.0f} {single:>20,.0f} {single / peer:>8,.1f} "
            f"{arrays:>16,.0f} {arrays / peer:>10,.0f}"
        )


def rates(load: np.ndarray, handling: np.ndarray) -> tuple[float, float, float]:
    """Questions a second: pyworkforce, Freiton one by one, Freiton over arrays."""
    few = [(float(a), float(h)) for a in load[::20] for h in handling]
    return (
        len(few) / seconds(lambda: [peer_answer(a, h, 20.0, 0.8) for a, h in few]),
        len(few) / seconds(lambda: [freiton.erlang_c_agents(a, aht_s=h, answered=0.8) for a, h in few]),
        load.size
        * handling.size
        / seconds(lambda: freiton.erlang_c_agents(load[:, None], aht_s=handling, answered=0.8)),
    )


if __name__ == "__main__":
    against_the_tables()
    over_a_grid()
    beyond_the_formula()
    cost()
