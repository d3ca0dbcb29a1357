# SPDX-License-Identifier: Apache-2.0
"""The cases: the numbers that every program is given, and the scenario that Freiton reads.

Each is one day; (b) and (c) go on round the clock. What came on the day is counted, whenever it ends.
"""

from __future__ import annotations

from dataclasses import dataclass

HOUR = 3600.0
SLOT = 1800.0

CALLS = [40, 55, 80, 110, 140, 160, 170, 165, 150, 130, 120, 125, 140, 150, 155, 145, 130, 110, 90, 75, 60, 50, 40, 30]
STAFF = [8, 11, 14, 19, 23, 26, 28, 27, 25, 22, 20, 21, 23, 25, 25, 24, 22, 19, 16, 14, 11, 10, 8, 7]
SITES = ("north", "middle", "south")


@dataclass(frozen=True)
class Case:
    """One office on one day. Calls and letters are Poisson, handling times and patience exponential."""

    name: str
    title: str
    staff: tuple[int, ...]  # by half hour for (a), by site for (b), one number for (c)
    calls: tuple[float, ...]  # means per half hour for (a), by site and half hour for (b) and (c)
    handling_s: float
    patience_s: float | None = None
    letters: float = 0.0  # mean per half hour
    letter_s: float = 900.0
    keep_free: int = 0
    day_s: float = 24 * HOUR
    within_s: float = 20.0


ONE_TEAM = Case("a", "one team, 24 half hours", tuple(STAFF), tuple(map(float, CALLS)), 240.0, 120.0, day_s=12 * HOUR)
THREE_SITES = Case("b", "three sites, own site first", (33, 33, 33), (300.0, 300.0, 300.0), 180.0, 120.0)
BLEND = Case("c", "calls and letters, three kept free", (60,), (400.0,), 180.0, letters=24.0, keep_free=3)
CASES = (ONE_TEAM, THREE_SITES, BLEND)

_ONE_TEAM = f"""freiton: 1
calendar: {{first_day: 2026-03-02, open: "08:00-20:00"}}
work:
  calls:
    kind: call
    arrivals: {{per_interval: {CALLS}}}
    handling_time: {{mean: 4 min}}
    patience: {{mean: 2 min}}
    target: {{answered: 80 %, within: 20 s}}
teams:
  team: {{handles: [calls], staff: {STAFF}}}
"""

_THREE_SITES = """freiton: 1
calendar: {first_day: 2026-03-02, open: "00:00-24:00"}
sites: [north, middle, south]
work:
  calls:
    kind: call
    arrivals: {per_interval: {north: 300, middle: 300, south: 300}}
    handling_time: {mean: 3 min}
    patience: {mean: 2 min}
    target: {answered: 80 %, within: 20 s}
teams:
  north_team: {site: north, handles: [calls], staff: 33}
  middle_team: {site: middle, handles: [calls], staff: 33}
  south_team: {site: south, handles: [calls], staff: 33}
routing: {prefer: site}
"""

_BLEND = """freiton: 1
calendar: {first_day: 2026-03-02, open: "00:00-24:00"}
work:
  calls:
    kind: call
    arrivals: {per_interval: 400}
    handling_time: {mean: 3 min}
    target: {answered: 80 %, within: 20 s}
  letters:
    kind: backlog
    arrivals: {per_interval: 24}
    handling_time: {mean: 15 min}
    target: {done: 95 %, within: 4 h}
teams:
  team: {handles: [calls, letters], staff: 60}
routing: {keep_free: KEEP_FREE}
"""


def scenario(case: Case, replications: int) -> str:
    """The case as Freiton reads it."""
    text = {"a": _ONE_TEAM, "b": _THREE_SITES, "c": _BLEND.replace("KEEP_FREE", str(case.keep_free))}[case.name]
    return text + f"simulation: {{replications: {replications}}}\n"
