# SPDX-License-Identifier: Apache-2.0
"""Scenarios made of logs."""

from __future__ import annotations

import os
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from freiton import _engine
from freiton._arguments import Date, interval_of, path, seconds, text
from freiton._frames import frame_of_rows, numbers_of
from freiton._html import card
from freiton._log import Columns, Dates, Decimal, Log, log_of, title_of
from freiton._result import Answer
from freiton._scenario import Scenario
from freiton._tables import frame_of
from freiton._times import with_time


class ImportedLog(Answer):
    """A scenario made of a log, with what was found and what the log does not say. Can be pickled."""

    def __init__(
        self, json_text: str, scenario: str, volumes: str, reading: list[str], notes: list[str], ending: str = ""
    ) -> None:
        super().__init__(json_text)
        self._scenario, self._volumes, self._reading, self._notes = scenario, volumes, reading, notes
        self._ending = ending

    @cached_property
    def scenario(self) -> Scenario:
        """The scenario, loaded; its table of volumes is one of its ``tables``."""
        return Scenario(_engine.load_text(self._scenario, "", "", {self._table: self._volumes}))

    @cached_property
    def volumes(self) -> pd.DataFrame:
        """Its table of volumes: ``date, start, time, work, arrivals``, and ``handling_time_s`` where intervals have it.

        Of tickets, which come when they came, a row for each, without ``arrivals``.
        """
        return with_time(frame_of(self._volumes), self._json["time_zone"])

    @cached_property
    def work(self) -> pd.DataFrame:
        """What was found of each kind of work, which is the index: ``offered``, ``handling_time_mean_s`` and more."""
        rows = [{"work": name, **numbers_of(found)} for name, found in self._json["work"].items()]
        return frame_of_rows(rows, ("work",)).set_index("work")

    @cached_property
    def columns(self) -> pd.DataFrame:
        """A row for each column of the log: ``title``, what it is ``taken_for`` (None: not used), and its ``unit``."""
        columns = self._json["reading"]["columns"]
        return pd.DataFrame(columns, columns=["title", "taken_for", "unit"], dtype=object)

    @property
    def reading(self) -> list[str]:
        """How the log was read, in sentences: what was left out or taken for granted."""
        return list(self._reading)

    @property
    def notes(self) -> list[str]:
        """What the data do not say and somebody has to, in a sentence each."""
        return list(self._notes)

    def save(self, directory: str | os.PathLike[str], name: str = "imported") -> Path:
        """Writes what ``freiton import`` writes, NAME.yaml and volumes.csv, and gives the path of the former.

        Raises FileExistsError if one of them is there: somebody may have edited it since.
        """
        return save_files(directory, name, [self])

    @property
    def _table(self) -> str:
        """As the scenario names it."""
        return f"volumes{self._ending}.csv"

    def _files(self, name: str) -> dict[str, str]:
        return {f"{name}{self._ending}.yaml": self._scenario, self._table: self._volumes}

    def _repr_html_(self) -> str:
        return card(self.scenario.title, [*self.reading, *self.notes], [self.work])

    def __repr__(self) -> str:
        return f"<freiton.ImportedLog {self.scenario.title!r}: {', '.join(self._json['work'])}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._json_text, self._scenario, self._volumes, self._reading, self._notes, self._ending)


def save_files(directory: str | os.PathLike[str], name: str, scenarios: list[ImportedLog]) -> Path:
    """Writes their files beside each other, none of which may be there, and gives the path of the first one."""
    if not text("name", name) or Path(name).name != name:
        raise ValueError(f"name: must be the name of a file without .yaml, got {name!r}")
    folder = Path(path("directory", directory, "the path of a folder"))
    files = {folder / file: content for one in scenarios for file, content in one._files(name).items()}
    for file in files:
        if file.exists():
            raise FileExistsError(f"{file} is there already")
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        file.write_bytes(content.encode())
    return next(iter(files))


def import_log(
    log: Log,
    *,
    columns: Columns | None = None,
    dates: Dates | None = None,
    decimal: Decimal | None = None,
    unit_s: float | None = None,
    sheet: str | None = None,
    time_zone: str | None = None,
    first_day: Date | None = None,
    open: str | None = None,
    interval_min: int | None = None,
    handling_time: float | timedelta | None = None,
) -> ImportedLog:
    """Makes a scenario of a call log, an ACD export, a workbook or tickets, as ``freiton import`` does.

    ``log`` is the path of a file, or a DataFrame with what such a file would hold. What it leaves open is said by
    ``columns`` (``{"offered": "Angeboten", "ignore": ["call_type"]}``), ``dates`` ("day-first", "month-first"),
    ``decimal`` ("point", "comma"), ``unit_s`` (seconds of its durations' unit), ``sheet`` of a workbook, ``time_zone``
    of the office where moments are in UTC (a DataFrame's timestamps say theirs), ``first_day`` of rows without a date,
    and ``open`` ("08:00-18:00"), the hours over which counts of whole days are spread. ``interval_min`` is the planning
    interval, as long as the rows are unless given; ``handling_time`` (seconds, or a timedelta) the mean where the log
    has none.

    Raises ScenarioError if the log cannot be read, or if something is missing in it or may mean two things: the option
    of the command that it names is the argument that answers. ValueError or TypeError if an argument is wrong.
    """
    mean_s = None if handling_time is None else seconds("handling_time", handling_time)
    interval = interval_of(interval_min)
    given = log_of(
        "log", log, columns, dates, decimal, unit_s, sheet, time_zone, first_day, open, handling_time is not None
    )
    return ImportedLog(*_engine.import_log(given, f"Imported from {title_of(log)}", interval, mean_s))
