# SPDX-License-Identifier: Apache-2.0
"""Simulations: how given staffing performs, day by day."""

from __future__ import annotations

import io

import pandas as pd

from freiton import _engine
from freiton._arguments import flag
from freiton._asking import HalfWidth, Progress, changes_of, shown, threads_of
from freiton._plan import chosen
from freiton._result import Result
from freiton._scenario import Scenario, Source
from freiton._staff import Staff, with_staff
from freiton._times import times_of


class SimulationResult(Result):
    """How given staffing performed: ``staffing`` is what was given; each figure has its half-width at 95 %."""

    @property
    def replications(self) -> int:
        """How many horizons were simulated."""
        return int(self._json["replications"])

    @property
    def headroom_scale(self) -> float | None:
        """The largest scale of all arrivals at which every target holds, found to half a percent, at most 64.

        None unless it was asked for; 0 if the targets do not hold at all. See also ``headroom_at_least``.
        """
        scale = self._json.get("headroom_scale")
        return None if scale is None else float(scale)

    @property
    def headroom_at_least(self) -> bool | None:
        """Whether the targets still hold at the largest scale that was tried, so that there may be more; or None."""
        at_least = self._json.get("headroom_at_least")
        return None if at_least is None else bool(at_least)


def simulate(
    scenario: Scenario | Source,
    staff: Staff | None = None,
    organisation: str | None = None,
    seed: int | None = None,
    threads: int | None = None,
    replications: int | None = None,
    half_width: HalfWidth | None = None,
    headroom: bool = False,
    progress: Progress = False,
) -> SimulationResult:
    """Says how given staffing performs, by simulation.

    ``staff`` is that of the scenario unless given: a table with the columns ``date, start, team, agents`` (or the path
    of such a file) or with a column for each team, a result, whose staffing it then is, or a dict by team of a number,
    a list by interval of a day or of the whole horizon, a table, or a Series by timestamps. ``replications`` is how
    many horizons to simulate; else as many as the wanted half-widths at 95 % take: ``half_width`` of shares, in
    fractions, or ``{"shares": 0.005, "times": 0.01}``, times relative; else as the scenario says. ``headroom`` also
    looks for the largest scale of arrivals at which all targets hold. ``organisation``, ``seed``, ``threads`` and
    ``progress`` are as in ``freiton.plan``. The interpreter's lock is released, and Ctrl-C is obeyed.

    Raises ScenarioError if a team has no staff or a table is wrong, ValueError or TypeError if an argument is wrong.
    Targets that are missed are a result.
    """
    changes = changes_of(seed, replications, half_width)
    more = flag("headroom", headroom)
    asked = with_staff(chosen(scenario, None, organisation), staff, changes)
    with shown(progress, "simulate") as tell:
        return SimulationResult(_engine.simulate_json(asked._loaded, changes, more, threads_of(threads), tell))


def trace(
    scenario: Scenario | Source, staff: Staff | None = None, organisation: str | None = None, seed: int | None = None
) -> pd.DataFrame:
    """Every contact of one simulated horizon, in the order in which they ended; arguments as in ``simulate``.

    Columns: ``time, work, site, attempt, arrival_s, begin_s, end_s, wait_s, due_s, team, outcome``. ``time`` is the
    moment of arrival, in the scenario's time zone if it has one; the others are seconds from midnight of the first day;
    ``begin_s`` is NaN where nobody took it, ``due_s`` where there is no deadline. Outcomes: answered, abandoned,
    blocked, to_call_back, done, given_up, lost_at_close, lost_later, not_done.
    """
    changes = changes_of(seed)
    asked = with_staff(chosen(scenario, None, organisation), staff, changes)
    texts = ["work", "site", "team", "outcome"]
    times = ["arrival_s", "begin_s", "end_s", "wait_s", "due_s"]
    contacts = pd.read_csv(
        io.StringIO(_engine.trace_csv(asked._loaded, changes)),
        dtype={**dict.fromkeys(texts, str), **dict.fromkeys(times, float)},
        keep_default_na=False,
        na_values={name: [""] for name in times},
    )
    (midnight,) = times_of([asked.to_dict()["calendar"]["first_day"]], asked._zone)
    contacts.insert(0, "time", midnight + pd.to_timedelta(contacts["arrival_s"], unit="s"))
    return contacts
