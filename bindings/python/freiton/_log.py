# SPDX-License-Identifier: Apache-2.0
"""Logs that are given: files or DataFrames, and how they are to be read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pandas as pd

from freiton import _engine
from freiton._arguments import date, number, path, text, wrong_type
from freiton._log_text import log_text, zone_of_moments

Log: TypeAlias = str | os.PathLike[str] | pd.DataFrame
"""The path of a file, or a DataFrame with what such a file would hold."""

Columns: TypeAlias = Mapping[str, str | Iterable[str]]
"""Titles by name: ``{"offered": "Angeboten", "ignore": ["call_type"]}``."""

Dates: TypeAlias = Literal["day-first", "month-first"]

Decimal: TypeAlias = Literal["point", "comma"]


def log_of(
    name: str,
    log: Log,
    columns: Columns | None,
    dates: str | None,
    decimal: str | None,
    unit_s: float | None,
    sheet: str | None,
    time_zone: str | None,
    first_day: Any,
    open_hours: str | None,
    handling_time_given: bool = True,
) -> _engine.Log:
    """What the engine reads; ``name`` is the argument that the log is.

    Raises TypeError or ValueError with the name of an argument that is wrong.
    """
    reading = _engine.LogOptions()
    reading.columns = _columns(columns)
    if dates is not None:
        reading.set_month_first(_second("dates", dates, ("day-first", "month-first")))
    if decimal is not None:
        reading.set_decimal_comma(_second("decimal", decimal, ("point", "comma")))
    if unit_s is not None:
        reading.unit_s = number("unit_s", unit_s)
    reading.sheet = "" if sheet is None else text("sheet", sheet)
    reading.time_zone = None if time_zone is None else text("time_zone", time_zone)
    if first_day is not None:
        reading.set_first_day(date("first_day", first_day))
    if open_hours is not None:
        reading.set_open(*_half_hours(text("open", open_hours)))
    reading.handling_time_given = handling_time_given
    if not isinstance(log, pd.DataFrame):
        return _engine.Log(path(name, log, "the path of a file or a DataFrame"), None, reading)
    if time_zone is None:
        reading.time_zone = zone_of_moments(log)
    return _engine.Log(f"<{name}>.csv", log_text(log, name), reading)


def title_of(log: Log) -> str:
    """What a scenario that is made of it says it comes from."""
    return "a DataFrame" if isinstance(log, pd.DataFrame) else Path(os.fsdecode(log)).name


def _columns(columns: Columns | None) -> list[tuple[str, str]]:
    if columns is not None and not isinstance(columns, Mapping):
        raise wrong_type("columns", "a dict of titles by name", columns)
    return [
        (text("columns", name), text("columns", title))
        for name, titles in (columns or {}).items()
        for title in ([titles] if isinstance(titles, str) else titles)
    ]


def _second(name: str, value: str, words: tuple[str, str]) -> bool:
    """Whether it is the second of two words."""
    if value not in words:
        raise ValueError(f'{name}: must be "{words[0]}" or "{words[1]}", got {value!r}')
    return value == words[1]


def _half_hours(hours: str) -> tuple[int, int]:
    """Minutes since midnight at which the hours of a day, over which its count is spread, begin and end."""
    clocks = re.fullmatch(r"(\d\d):(00|30)-(\d\d):(00|30)", hours)
    begin, end = (60 * int(clocks[k]) + int(clocks[k + 1]) for k in (1, 3)) if clocks else (0, 0)
    if not begin < end <= 24 * 60:
        raise ValueError(f'open: must be whole half hours of a day such as "08:00-18:00", got {hours!r}')
    return begin, end
