# SPDX-License-Identifier: Apache-2.0
"""How a log is to be read: what its file leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from freiton import _engine
from freiton._arguments import number, text, wrong_type

Columns: TypeAlias = Mapping[str, str | Iterable[str]]
"""Titles by name: ``{"offered": "Angeboten", "ignore": ["call_type"]}``."""

Dates: TypeAlias = Literal["day-first", "month-first"]


def reading_of(
    columns: Columns | None,
    dates: str | None,
    unit_s: float | None,
    sheet: str | None,
    time_zone: str | None,
) -> _engine.LogOptions:
    """What the engine is told of it. Raises TypeError or ValueError with the name of an argument that is wrong."""
    reading = _engine.LogOptions()
    if columns is not None and not isinstance(columns, Mapping):
        raise wrong_type("columns", "a dict of titles by name", columns)
    pairs = [
        (text("columns", name), text("columns", title))
        for name, titles in (columns or {}).items()
        for title in ([titles] if isinstance(titles, str) else titles)
    ]
    reading.columns = pairs
    if dates is not None:
        if dates not in ("day-first", "month-first"):
            raise ValueError(f'dates: must be "day-first" or "month-first", got {dates!r}')
        reading.set_month_first(dates == "month-first")
    if unit_s is not None:
        reading.unit_s = number("unit_s", unit_s)
    reading.sheet = "" if sheet is None else text("sheet", sheet)
    reading.time_zone = None if time_zone is None else text("time_zone", time_zone)
    return reading
