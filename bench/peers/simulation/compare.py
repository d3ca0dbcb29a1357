# SPDX-License-Identifier: Apache-2.0
"""Ciw, SimPy and Freiton simulate the same offices: the answers side by side, whether they agree, and the cost."""

from __future__ import annotations

import dataclasses
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import with_ciw
import with_simpy
from cases import BLEND, ONE_TEAM, THREE_SITES, Case, scenario
from figures import Day, Figures, figures_of

FREITON = Path(os.environ.get("FREITON", Path(__file__).parents[3] / "build/release/engine/freiton"))
FREITON_DAYS = {"a": 3000, "b": 120, "c": 240}
MOST_SPREADS = 3.5  # of a difference's standard deviation; some twenty figures are compared


@dataclasses.dataclass(frozen=True)
class Peer:
    """A way to simulate one case in another program, and what of it means something else there."""

    name: str
    case: Case
    days: int
    simulate: Callable[[Case, int], Day]
    differs: tuple[str, ...] = ()
    why: str = ""


def ciw(case: Case, seed: int) -> Day:
    """With Ciw's own node."""
    return with_ciw.simulate(case, seed, own_nodes=False)


def ciw_own(case: Case, seed: int) -> Day:
    """With a node of ours."""
    return with_ciw.simulate(case, seed, own_nodes=True)


PEERS = (
    Peer("SimPy", ONE_TEAM, 200, with_simpy.simulate),
    Peer(
        "Ciw",
        ONE_TEAM,
        200,
        ciw,
        ("service level", "abandoned", "ASA in s"),
        "at each half hour a whole new shift comes while the busy of the old one finish: more people than rostered",
    ),
    Peer("Ciw, own node", ONE_TEAM, 200, ciw_own),
    Peer("SimPy", THREE_SITES, 30, with_simpy.simulate),
    Peer(
        "Ciw",
        THREE_SITES,
        12,
        ciw,
        ("answered by another site",),
        "a freed agent takes the longest waiting caller of all sites, not of the own site first",
    ),
    Peer("SimPy", BLEND, 60, with_simpy.simulate),
    Peer("Ciw, own node", BLEND, 30, ciw_own),
    Peer("Ciw, none kept free", dataclasses.replace(BLEND, keep_free=0), 30, ciw),
)


def freiton(case: Case, seed: int) -> tuple[Figures, float]:
    """The figures, and the seconds that the whole process took on one thread."""
    days = FREITON_DAYS[case.name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_text(scenario(case, days), encoding="utf-8")
        command = [FREITON, "simulate", path, "--json", "--threads", "1", "--seed", str(seed)]
        begin = time.perf_counter()
        run = subprocess.run(command, check=True, capture_output=True)
        spent = time.perf_counter() - begin
    work = json.loads(run.stdout)["work"]
    calls = work["calls"]

    def figure(of: dict[str, Any], key: str, scale: float = 1.0) -> tuple[float, float]:
        return of[key] * scale, of[key + "_half_width"] * scale

    values = {
        "service level": figure(calls, "service_level"),
        "abandoned": figure(calls, "abandoned_share"),
        "ASA in s": figure(calls, "asa_s"),
        "answered by another site": figure(calls, "away_share"),
    }
    if "letters" in work:
        values["turnaround of letters in min"] = figure(work["letters"], "turnaround_mean_h", 60.0)
    contacts = days * sum(kind["offered"] for kind in work.values())
    return Figures(values, round(contacts)), spent


def shown(name: str, value: tuple[float, float]) -> str:
    """A share in percent, a time as it is."""
    scale = 1.0 if " in " in name else 100.0
    return f"{value[0] * scale:.2f} ± {value[1] * scale:.2f}"


def compare(peer: Peer) -> bool:
    """Prints one peer beside Freiton. False if a figure that should agree does not."""
    ours, our_seconds = freiton(peer.case, 1)
    begin = time.perf_counter()
    days = [peer.simulate(peer.case, seed) for seed in range(1, peer.days + 1)]
    their_seconds = time.perf_counter() - begin
    theirs = figures_of(days)
    our_rate, their_rate = ours.contacts / our_seconds, theirs.contacts / their_seconds
    print(f"({peer.case.name}) {peer.case.title}: {peer.name}")
    agree = True
    for name, value in theirs.values.items():
        own = ours.values[name]
        spreads = (value[0] - own[0]) / (math.hypot(value[1], own[1]) / 1.96)
        fits = abs(spreads) <= MOST_SPREADS
        expected = name in peer.differs
        agree = agree and (fits or expected)
        verdict = "means something else" if expected else "agrees" if fits else "DISAGREES"
        print(f"    {name:30} {shown(name, own):>18} {shown(name, value):>18}   {spreads:6.1f}  {verdict}")
    if peer.why:
        print(f"    there {peer.why}")
    print(
        f"    contacts a second              {our_rate:>18,.0f} {their_rate:>18,.0f}   "
        f"{our_rate / their_rate:,.0f} times\n",
        flush=True,
    )
    return agree


if __name__ == "__main__":
    print(f"Ciw {version('ciw')}, SimPy {version('simpy')}, Python {sys.version.split()[0]}; one core each")
    print(f"    {'figure':30} {'Freiton':>18} {'peer':>18}   difference in standard deviations\n")
    outcomes = [compare(peer) for peer in PEERS]
    sys.exit(0 if all(outcomes) else 1)
