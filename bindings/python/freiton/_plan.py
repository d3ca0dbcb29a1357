# SPDX-License-Identifier: Apache-2.0
"""Plans: the staffing that meets every target, as tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from freiton import _engine
from freiton._scenario import Scenario


@dataclass(frozen=True)
class PlanWarning:
    """An approximation that was made: its code, what it is about, and a sentence."""

    code: str
    arguments: tuple[str, ...]
    text: str


def plan(
    scenario: Scenario,
    method: Literal["formula", "simulation"] | None = None,
    organisation: str | None = None,
    seed: int | None = None,
    threads: int | None = None,
) -> PlanResult:
    """Finds the staffing that meets every target, and says how it performs. The interpreter's lock is released.

    ``method`` and ``seed`` are those of the scenario unless given; ``organisation`` names one of the scenario's;
    ``threads`` is how many may be used (all cores unless given; the result does not depend on it, and formulas need
    only one).

    Raises ScenarioError if this scenario cannot be planned in this way, ValueError if an argument is wrong. That no
    staffing meets the targets is no error: ``met`` is false then, and the best that was found is given.
    """
    if seed is not None and not 0 <= seed < 2**63:
        raise ValueError(f"seed: must be from 0 to 2**63 - 1, got {seed}")
    if threads is not None and threads < 1:
        raise ValueError(f"threads: must be at least 1, got {threads}")
    if method not in (None, "formula", "simulation"):
        raise ValueError(f'method: must be "formula" or "simulation", got {method!r}')
    if organisation is not None:
        scenario = scenario.organised(organisation)
    if method is not None:
        scenario = scenario.with_({"plan.method": method})
    return PlanResult(_engine.plan_json(scenario._loaded, seed))


class PlanResult:
    """A plan and how it performs. Figures are called as in the JSON and CSV of the command line.

    Names end in their unit (``_s`` seconds, ``_h`` hours, ``_share`` fractions); what is undefined or infinite is NaN.
    Tables are pandas DataFrames made when first asked for; change them as you like. Can be pickled.
    """

    def __init__(self, json_text: str) -> None:
        self._json_text = json_text

    @cached_property
    def _json(self) -> dict[str, Any]:
        return self.to_dict()

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain dicts and lists: what ``freiton plan --json`` prints."""
        parsed: dict[str, Any] = json.loads(self._json_text)
        return parsed

    @property
    def met(self) -> bool:
        """Whether every target is met."""
        return bool(self._json["met"])

    @property
    def title(self) -> str:
        """The scenario's title."""
        return str(self._json["scenario"])

    @property
    def seed(self) -> int:
        """The seed of every random number."""
        return int(self._json["seed"])

    @property
    def method(self) -> str:
        """``formula`` or ``simulation``."""
        return str(self._json["method"])

    @property
    def totals(self) -> dict[str, float | None]:
        """Over all teams: ``agent_hours``, ``paid_hours``, ``paid_fte``, ``cost``."""
        return dict(self._json["totals"])

    @cached_property
    def staffing(self) -> pd.DataFrame:
        """Required people: a row for each team and open interval: ``date, start, team, agents``.

        The columns of ``staffing.csv``; ``to_csv(..., index=False)`` can be given back to the engine.
        """
        starts = [interval["start"] for interval in self._json["intervals"]]
        rows = [
            {**_when(start), "team": name, "agents": agents}
            for name, team in self._json["teams"].items()
            for start, agents in zip(starts, team["required"], strict=True)
        ]
        return _frame(rows, ("date", "start", "team", "agents"))

    @cached_property
    def intervals(self) -> pd.DataFrame:
        """What happens: a row for each work and open interval: ``date, start, work, site`` and the figures.

        Site is an empty text for the work as a whole; the rows of its sites follow where it has some.
        """
        rows = [
            {**_when(row["start"]), "work": name, "site": site, **_numbers(row, ("start", "end"))}
            for name, site, course in self._courses()
            for row in course.get("by_interval", ())
        ]
        return _frame(rows, ("date", "start", "work", "site"))

    @cached_property
    def days(self) -> pd.DataFrame:
        """The same for each work and open day: ``date, work, site`` and the figures."""
        open_dates = {interval["start"][:10] for interval in self._json["intervals"]}
        rows = [
            {"date": row["date"], "work": name, "site": site, **_numbers(row, ("date",))}
            for name, site, course in self._courses()
            for row in course.get("by_day", ())
            if row["date"] in open_dates
        ]
        return _frame(rows, ("date", "work", "site"))

    def _courses(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Each work as a whole, then at each of its sites: name, site, figures over time."""
        for name, work in self._json["work"].items():
            yield name, "", work
            for site, course in work.get("by_site", {}).items():
                yield name, site, course

    @cached_property
    def work(self) -> pd.DataFrame:
        """The same over the horizon, all sites together: a row for each work, which is the index."""
        rows = [{"work": name, **_numbers(work)} for name, work in self._json["work"].items()]
        return _frame(rows, ("work",)).set_index("work")

    @cached_property
    def teams(self) -> pd.DataFrame:
        """Hours, FTE, occupancy and cost: a row for each team, which is the index."""
        rows = [{"team": name, **_numbers(team)} for name, team in self._json["teams"].items()]
        return _frame(rows, ("team",)).set_index("team")

    @cached_property
    def targets(self) -> pd.DataFrame:
        """What was promised and reached: ``work, site, kind, scope, wanted, reached, half_width, met`` and more."""
        return _frame(self._json["targets"], ("work", "kind", "scope", "wanted", "reached", "met"))

    @property
    def warnings(self) -> list[PlanWarning]:
        """Every approximation that was made."""
        found = []
        for warning in self._json["warnings"]:
            arguments = [str(argument) for argument in warning.get("arguments", ())]
            text = _engine.warning_text(warning["code"], arguments)
            found.append(PlanWarning(warning["code"], tuple(arguments), text))
        return found

    def __repr__(self) -> str:
        met = "every target met" if self.met else "targets missed"
        return f"<freiton.PlanResult {self.title!r}: {met}, {self.totals['agent_hours']:.6g} agent hours>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._json_text,)


def _when(start: str) -> dict[str, str]:
    """The two columns of a local time such as 2026-03-02T08:00."""
    return {"date": start[:10], "start": start[11:16]}


def _numbers(row: dict[str, Any], without: tuple[str, ...] = ()) -> dict[str, Any]:
    """The single figures of a row; lists and parts have tables of their own."""
    return {key: value for key, value in row.items() if key not in without and not isinstance(value, (list, dict))}


def _frame(rows: Iterable[dict[str, Any]], leading: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows))
    for name in leading:
        if name not in frame.columns:
            frame[name] = []
    frame = frame[[*leading, *(name for name in frame.columns if name not in leading)]]
    if "date" in frame.columns:
        frame["date"] = pd.to_datetime(frame["date"])
    for name in frame.columns:  # JSON's null is NaN among numbers
        column = frame[name]
        if column.dtype == object and column.map(lambda value: value is None or type(value) in (int, float)).all():
            frame[name] = column.astype(float)
    return frame
