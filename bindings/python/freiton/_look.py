# SPDX-License-Identifier: Apache-2.0
"""How a log is understood, before anything is made of it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pandas as pd

from freiton import _engine
from freiton._arguments import Date
from freiton._frames import frame_of_rows
from freiton._html import card
from freiton._log import Columns, Dates, Decimal, Log, log_of
from freiton._result import Answer


class LogLook(Answer):
    """How a log is understood. Can be pickled."""

    def __init__(self, json_text: str, notes: list[str]) -> None:
        super().__init__(json_text)
        self._notes = notes

    @property
    def shape(self) -> str:
        """What its rows are: ``calls, intervals, half_hours_across, days_across, work_across, events, tickets``."""
        return str(self._json["shape"])

    @cached_property
    def columns(self) -> pd.DataFrame:
        """A row for each column: its ``title``, what it is ``taken_for`` (None: not used), its ``unit`` where it has
        one, and an ``example``, its first cell.
        """
        return pd.DataFrame(self._json["columns"], columns=["title", "taken_for", "unit", "example"], dtype=object)

    @cached_property
    def first_rows(self) -> pd.DataFrame:
        """The first rows as they were read: ``start, queue`` and what the shape has, times in seconds."""
        table = frame_of_rows(self._json["first_rows"], ("start", "queue"))
        table["start"] = pd.to_datetime(table["start"])
        return table

    @property
    def notes(self) -> list[str]:
        """In a sentence each, what was left out or taken for granted."""
        return list(self._notes)

    @property
    def open(self) -> list[str]:
        """What is wrong, or may mean two things: ``import_log`` would raise all of it, naming what answers it."""
        return list(self._json["open"])

    def _repr_html_(self) -> str:
        lines = [f"{self._json['rows']} rows", *self.open]
        return card(self.shape, lines, [self.columns, self.first_rows], self.notes)

    def __repr__(self) -> str:
        return f"<freiton.LogLook {self.shape}: {self._json['rows']} rows, {len(self.open)} open>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._json_text, self._notes)


def look(
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
) -> LogLook:
    """Shows how a log is understood, as ``freiton import --look`` does; the arguments are those of ``import_log``.

    Raises ScenarioError if it is no table, or nothing that is known; ValueError or TypeError if an argument is wrong.
    """
    given = log_of("log", log, columns, dates, decimal, unit_s, sheet, time_zone, first_day, open, False)
    return LogLook(*_engine.look(given))
