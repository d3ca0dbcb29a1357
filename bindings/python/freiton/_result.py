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
    Tables are pandas DataFrames made when first asked for; change them as you like. Can be pickled.
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
        """People on duty: a row for each team and open interval: ``date, start, team, agents``.

        The columns of ``staffing.csv``; ``to_csv(..., index=False)`` can be given back to the engine.
        """
        starts = [interval["start"] for interval in self._json["intervals"]]
        rows = [
            {**_when(start), "team": name, "agents": agents}
            for name, team in self._json["teams"].items()
            for start, agents in zip(starts, team["required"], strict=True)
        ]
        return frame_of_rows(rows, ("date", "start", "team", "agents"))

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
        return frame_of_rows(rows, ("date", "start", "work", "site"))

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
        return frame_of_rows(rows, ("date", "work", "site"))

    @cached_property
    def occupancy(self) -> pd.DataFrame:
        """How busy people are: a row for each team and open interval: ``date, start, team, occupancy``.

        Of a simulation also ``occupancy_p05`` and ``occupancy_p95``, what single days look like, and a row for each
        open day as a whole, whose start is an empty text.
        """
        starts = [interval["start"] for interval in self._json["intervals"]]
        open_dates = {start[:10] for start in starts}
        rows: list[dict[str, Any]] = []
        for name, team in self._json["teams"].items():
            for k, start in enumerate(starts):
                rows.append({**_when(start), "team": name, **_occupancy(team, "occupancy_by_interval", k)})
            for k, date in enumerate(self._dates() if "occupancy_by_day" in team else ()):
                if date in open_dates:
                    rows.append({"date": date, "start": "", "team": name, **_occupancy(team, "occupancy_by_day", k)})
        return frame_of_rows(rows, ("date", "start", "team", "occupancy"))

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
        rows = [{"work": name, **_numbers(work)} for name, work in self._json["work"].items()]
        return frame_of_rows(rows, ("work",)).set_index("work")

    @cached_property
    def teams(self) -> pd.DataFrame:
        """Hours, FTE, occupancy and cost: a row for each team, which is the index."""
        rows = [{"team": name, **_numbers(team)} for name, team in self._json["teams"].items()]
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

    def __repr__(self) -> str:
        judged = "every target met" if self.met else "every target expected" if self.expected else "targets missed"
        met = "stopped" if self._json["interrupted"] else judged
        return f"<freiton.{type(self).__name__} {self.title!r}: {met}, {self.totals['agent_hours']:.6g} agent hours>"


def _when(start: str) -> dict[str, str]:
    """The two columns of a local time such as 2026-03-02T08:00."""
    return {"date": start[:10], "start": start[11:16]}


def _occupancy(team: dict[str, Any], key: str, k: int) -> dict[str, Any]:
    """That of one interval or day, with its quantiles over single days where there are some."""
    found = {"occupancy": team[key][k]}
    for suffix in ("_p05", "_p95"):
        if key + suffix in team:
            found["occupancy" + suffix] = team[key + suffix][k]
    return found


def _numbers(row: dict[str, Any], without: tuple[str, ...] = ()) -> dict[str, Any]:
    """The single figures of a row; lists and parts have tables of their own."""
    return {key: value for key, value in row.items() if key not in without and not isinstance(value, (list, dict))}


def frame_of_rows(rows: Iterable[dict[str, Any]], leading: tuple[str, ...]) -> pd.DataFrame:
    """A table with its leading columns first, dates as timestamps and null among numbers as NaN."""
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
