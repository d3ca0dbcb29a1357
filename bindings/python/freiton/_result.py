# SPDX-License-Identifier: Apache-2.0
"""What a staffing does, as tables: the shape that plans and simulations share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from freiton import _engine
from freiton._frames import frame_of_rows, numbers_of
from freiton._html import card
from freiton._times import times_of


@dataclass(frozen=True)
class PlanWarning:
    """An approximation that was made: its code, what it is about, and a sentence."""

    code: str
    arguments: tuple[str, ...]
    text: str


class Answer:
    """What the engine answered, as the JSON of the command line. Can be pickled."""

    def __init__(self, json_text: str) -> None:
        self._json_text = json_text

    @cached_property
    def _json(self) -> dict[str, Any]:
        return self.to_dict()

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain dicts and lists: what ``--json`` prints on the command line."""
        parsed: dict[str, Any] = json.loads(self._json_text)
        return parsed

    @property
    def met(self) -> bool:
        """Whether every target is met. False too where a run was stopped before it was sure, or it is only expected."""
        return bool(self._json["met"])

    @property
    def expected(self) -> bool:
        """Whether every target is met, but only by formulas that cannot vouch for it; ``warnings`` name the reasons."""
        return self._json["met"] is None and not self._json["interrupted"]

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._json_text,)


class Result(Answer):
    """A staffing and how it performs. Figures are called as in the JSON and CSV of the command line.

    Names end in their unit (``_s`` seconds, ``_h`` hours, ``_share`` fractions); what is undefined or infinite is NaN.
    Tables are pandas DataFrames made when first asked for; change them as you like. Where they speak of dates, ``time``
    is the moment at which the interval or day begins, in the scenario's time zone if it has one. Can be pickled.
    """

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
        """``formula``, ``transient`` or ``simulation``."""
        return str(self._json["method"])

    @property
    def totals(self) -> dict[str, float | None]:
        """Over all teams: ``agent_hours``, ``paid_hours``, ``paid_fte``, ``cost``."""
        return dict(self._json["totals"])

    @cached_property
    def staffing(self) -> pd.DataFrame:
        """People on duty: a row for each team and open interval: ``date, start, time, team, agents``.

        The columns of ``staffing.csv``, and ``time``; ``to_csv(..., index=False)`` can be given back to the engine.
        """
        rows = [
            {**when, "team": name, "agents": agents}
            for name, team in self._json["teams"].items()
            for when, agents in zip(self._when, team["required"], strict=True)
        ]
        return self._frame(rows, ("date", "start", "time", "team", "agents"))

    @cached_property
    def intervals(self) -> pd.DataFrame:
        """What happens: a row for each work and open interval: ``date, start, time, work, site`` and the figures.

        Site is an empty text for the work as a whole; the rows of its sites follow where it has some.
        """
        rows = [
            {**when, "work": name, "site": site, **numbers_of(row, ("start", "end"))}
            for name, site, course in self._courses()
            for when, row in zip(self._when, course.get("by_interval", ()), strict=False)  # none of unlimited work
        ]
        return self._frame(rows, ("date", "start", "time", "work", "site"))

    @cached_property
    def days(self) -> pd.DataFrame:
        """The same for each work and open day: ``date, time, work, site`` and the figures."""
        rows = [
            {"time": self._day_begins[row["date"]], "work": name, "site": site, **numbers_of(row)}
            for name, site, course in self._courses()
            for row in course.get("by_day", ())
            if row["date"] in self._day_begins
        ]
        return self._frame(rows, ("date", "time", "work", "site"))

    @cached_property
    def occupancy(self) -> pd.DataFrame:
        """How busy people are: a row for each team and open interval: ``date, start, time, team, occupancy``.

        Of a simulation also ``occupancy_p05`` and ``occupancy_p95``, what single days look like, and a row for each
        open day as a whole, whose start is an empty text, and which has no time.
        """
        rows: list[dict[str, Any]] = []
        for name, team in self._json["teams"].items():
            for k, when in enumerate(self._when):
                rows.append({**when, "team": name, **_occupancy(team, "occupancy_by_interval", k)})
            for k, date in enumerate(self._dates() if "occupancy_by_day" in team else ()):
                if date in self._day_begins:
                    day = {"date": date, "start": "", "time": pd.NaT, "team": name}
                    rows.append({**day, **_occupancy(team, "occupancy_by_day", k)})
        return self._frame(rows, ("date", "start", "time", "team", "occupancy"))

    @cached_property
    def _when(self) -> list[dict[str, Any]]:
        """``date, start, time`` of each open interval."""
        starts = [interval["start"] for interval in self._json["intervals"]]
        times = times_of(starts, self._json["time_zone"])
        return [
            {"date": start[:10], "start": start[11:16], "time": time} for start, time in zip(starts, times, strict=True)
        ]

    @cached_property
    def _day_begins(self) -> dict[str, pd.Timestamp]:
        """When each open day begins."""
        dates = list(dict.fromkeys(when["date"] for when in self._when))
        return dict(zip(dates, times_of(dates, self._json["time_zone"]), strict=True))

    def _frame(self, rows: Iterable[dict[str, Any]], leading: tuple[str, ...]) -> pd.DataFrame:
        """With moments of the scenario's time zone, also where there are none."""
        frame = frame_of_rows(rows, leading)
        frame["time"] = pd.DatetimeIndex(frame["time"], tz=self._json["time_zone"])
        return frame

    def _dates(self) -> list[str]:
        """Every calendar day, closed ones too."""
        work = next(iter(self._json["work"].values()))
        return [row["date"] for row in work["by_day"]]

    def _courses(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Each work as a whole, then at each of its sites: name, site, figures over time."""
        for name, work in self._json["work"].items():
            yield name, "", work
            for site, course in work.get("by_site", {}).items():
                yield name, site, course

    @cached_property
    def work(self) -> pd.DataFrame:
        """The same over the horizon, all sites together: a row for each work, which is the index."""
        rows = [{"work": name, **numbers_of(work)} for name, work in self._json["work"].items()]
        return frame_of_rows(rows, ("work",)).set_index("work")

    @cached_property
    def teams(self) -> pd.DataFrame:
        """Hours, FTE, occupancy and cost: a row for each team, which is the index."""
        rows = [{"team": name, **numbers_of(team)} for name, team in self._json["teams"].items()]
        return frame_of_rows(rows, ("team",)).set_index("team")

    @cached_property
    def targets(self) -> pd.DataFrame:
        """What was promised and reached: ``work, site, kind, scope, wanted, reached, half_width, met`` and more."""
        return frame_of_rows(self._json["targets"], ("work", "kind", "scope", "wanted", "reached", "met"))

    @property
    def warnings(self) -> list[PlanWarning]:
        """Every approximation that was made."""
        found = []
        for warning in self._json["warnings"]:
            arguments = [str(argument) for argument in warning.get("arguments", ())]
            text = _engine.warning_text(warning["code"], arguments)
            found.append(PlanWarning(warning["code"], tuple(arguments), text))
        return found

    @property
    def _judged(self) -> str:
        judged = "every target met" if self.met else "every target expected" if self.expected else "targets missed"
        met = "stopped" if self._json["interrupted"] else judged
        return f"{met}, {self.totals['agent_hours']:.6g} agent hours"

    def __repr__(self) -> str:
        return f"<freiton.{type(self).__name__} {self.title!r}: {self._judged}>"

    def _repr_html_(self) -> str:
        work = self.work[[name for name in _SHOWN_OF_WORK if name in self.work]].dropna(axis="columns", how="all")
        teams = self.teams[["peak_agents", "agent_hours", "paid_fte", "cost", "occupancy"]]
        targets = self.targets[["work", "site", "kind", "scope", "wanted", "reached", "met"]]
        notes = [warning.text for warning in self.warnings]
        return card(self.title, [f"{self._judged}, by {self.method}"], [work, teams, targets], notes)


_SHOWN_OF_WORK = ("offered", "service_level", "asa_s", "abandoned_share", "done_in_time_share", "turnaround_mean_h")


def _occupancy(team: dict[str, Any], key: str, k: int) -> dict[str, Any]:
    """That of one interval or day, with its quantiles over single days where there are some."""
    found = {"occupancy": team[key][k]}
    for suffix in ("_p05", "_p95"):
        if key + suffix in team:
            found["occupancy" + suffix] = team[key + suffix][k]
    return found
