# SPDX-License-Identifier: Apache-2.0
"""DataFrames as the text of a log."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
import pandas as pd

from freiton._moments import moments_of
from freiton._tables import without_index


def log_text(frame: pd.DataFrame, name: str) -> str:
    """The log as a file would hold it, with the titles that it has; ``name`` is what errors call it.

    Moments that know their time zone say how far they are from UTC, spans of time are 0:04:10, and no number can be
    taken for one whose thousands are parted.
    """
    if isinstance(frame.columns, pd.MultiIndex):
        raise ValueError(f"{name}: its columns have several levels; a log has one")
    named = all(level is not None for level in frame.index.names)
    try:
        table = frame.reset_index() if named else without_index(frame)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    cells = [_cells(table.iloc[:, place]) for place in range(len(table.columns))]
    plain = pd.concat(cells, axis=1) if cells else table
    plain.columns = pd.Index([_title(title) for title in table.columns])
    return plain.to_csv(index=False, lineterminator="\n")


def zone_of_moments(frame: pd.DataFrame) -> str | None:
    """The time zone of the first moments that know theirs, where it has a name and is more than UTC."""
    columns = [frame.index.to_frame(index=False), frame]
    for column in (table.iloc[:, place] for table in columns for place in range(len(table.columns))):
        if isinstance(column.dtype, pd.DatetimeTZDtype):
            zone = getattr(column.dtype.tz, "key", None) or getattr(column.dtype.tz, "zone", None)
            return None if zone in (None, "UTC") else str(zone)
    return None


def _title(title: object) -> str:
    """Dates and times of day may be titles, too."""
    if isinstance(title, datetime.datetime) and title.time() == datetime.time():
        return title.strftime("%Y-%m-%d")
    return _span(title) if isinstance(title, datetime.timedelta) else str(title)


def _cells(column: pd.Series[Any]) -> pd.Series[Any]:
    moments = moments_of(column, str(column.name))
    if moments is not None:
        return moments
    if pd.api.types.is_float_dtype(column):
        return column.map(_number)
    if pd.api.types.is_timedelta64_dtype(column) or column.dtype == object:
        return column.map(lambda value: _number(value) if isinstance(value, float) else _span(value))
    return column


def _number(value: Any) -> Any:
    """In digits; 1.2340 for 1.234, which might be a thousand and more."""
    if pd.isna(value):
        return ""
    digits = np.format_float_positional(value, trim="-")
    return digits + "0" if digits[-4:-3] == "." else digits


def _span(value: Any) -> Any:
    """26:04:10 of a span of time that is not negative; anything else as it is."""
    if not isinstance(value, datetime.timedelta) or value is pd.NaT or value < datetime.timedelta():
        return value
    minutes, rest = divmod(value, datetime.timedelta(minutes=1))
    fraction = f".{rest.microseconds:06}".rstrip("0") if rest.microseconds else ""
    return f"{minutes // 60}:{minutes % 60:02}:{rest.seconds:02}{fraction}"
