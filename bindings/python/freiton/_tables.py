# SPDX-License-Identifier: Apache-2.0
"""DataFrames and Series where a scenario would name a file: as the text of such a file, and back."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pandas as pd

from freiton._moments import moments_of, with_plain_times


class Tables(dict[str, str]):
    """CSV texts by the names under which a scenario has them; ``zone`` tells the time zone in which a table under some
    key of the scenario is, or None.
    """

    def __init__(self, zone: Callable[[str], str | None] = lambda key: None) -> None:
        super().__init__()
        self.zone = zone


def csv_of(frame: pd.DataFrame, zone: str | None = None, key: str = "table") -> str:
    """The table as a file would hold it; ``key`` is what errors call it.

    Dates may be texts, dates or timestamps, and times of day texts, times or timedeltas. Timestamps in ``start`` or
    ``time``, or in the index, hold both; what other columns say of them must agree. Timestamps that know their time
    zone are turned into the local time of ``zone``; without one they are refused, as nobody can say what they are on
    the clocks there. Levels of the index that have a name are columns.
    """
    try:
        table = without_index(_with_plain_titles(frame))
        return with_plain_times(table, zone).to_csv(index=False, lineterminator="\n")
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from None


def table_of(series: pd.Series[Any], key: str) -> pd.DataFrame | None:
    """A Series as the table that may stand under a key of a scenario; None if it is a list there.

    Raises TypeError where its index would be lost: that of a list must be a numbering, as of its rows.
    """
    meant = re.sub(r"\[\d+\]", "", key)  # of a value in a list, as a study has them
    column = next((column for end, column in _COLUMN_OF.items() if meant.endswith(end)), None)
    if column is not None and (is_by_time(series) or meant.endswith(".file")):
        return series.to_frame(column)
    if is_by_time(series):
        hint = "give it as the arrivals" if ".arrivals" in meant else "give its list, series.tolist()"
        raise TypeError(f"{key}: a Series with timestamps is a table, and a list by interval has none; {hint}")
    if not pd.api.types.is_integer_dtype(series.index) or not series.index.is_monotonic_increasing:
        hint = "give its list, series.tolist(), or its dict, series.to_dict()"
        raise TypeError(f"{key}: a list has no index, and that of this Series is no numbering; {hint}")
    return None


_COLUMN_OF = {".arrivals.file": "arrivals", ".file": "duration_s", ".staff": "agents"}
_WHEN = {"date", "start", "time"}


def is_by_time(series: Any) -> bool:
    """Whether a Series says by its index when its values are."""
    if not isinstance(series, pd.Series):
        return False
    index = series.index
    if isinstance(index, (pd.DatetimeIndex, pd.PeriodIndex, pd.TimedeltaIndex, pd.MultiIndex)):
        return True
    return _title(index.name) in _WHEN or moments_of(pd.Series(index), "index") is not None


def frame_of(csv: str) -> pd.DataFrame:
    """The other way: ``date`` as timestamps, ``start`` as text."""
    table = pd.read_csv(io.StringIO(csv), dtype={"start": str, "work": str, "site": str, "team": str})
    if "date" in table.columns:
        table["date"] = pd.to_datetime(table["date"])
    return table


def _title(name: object) -> str | None:
    return None if name is None else str(name).strip().lower()


def _with_plain_titles(frame: pd.DataFrame) -> pd.DataFrame:
    if isinstance(frame.columns, pd.MultiIndex):
        raise ValueError("its columns have several levels; a table has one")
    table = frame.rename(columns=_title)
    twice = table.columns[table.columns.duplicated()]
    if len(twice):
        raise ValueError(f'it has two columns "{twice[0]}"')
    return table


def without_index(table: pd.DataFrame) -> pd.DataFrame:
    """With what the index holds in columns: timestamps as ``start`` (``time`` beside one), levels by their names."""
    if isinstance(table.index, pd.PeriodIndex):
        table = table.to_timestamp()
    levels = table.index.to_frame(index=False)
    names = [_title(name) for name in table.index.names]
    if len(names) == 1 and moments_of(levels.iloc[:, 0], "index") is not None:
        names = [names[0] if names[0] in ("date", "time") and "start" in table.columns else "start"]
        if "start" in table.columns and names == ["start"]:
            names = ["time"]
    elif isinstance(table.index, pd.TimedeltaIndex) and names == [None]:
        names = ["start"]
    table = table.reset_index(drop=True)
    for place, name in enumerate(names):
        level = levels.iloc[:, place]
        if name is None and len(level) and not pd.api.types.is_integer_dtype(level):
            raise ValueError(
                f"its index says {level.iloc[0]!r} and has no name; give it that of a column, table.rename_axis(...),"
                " or leave it out, table.reset_index(drop=True)"
            )
        if name in table.columns and not level.equals(table[name]):
            raise ValueError(f'its index and a column are both called "{name}" and hold different things')
        if name is not None and name not in table.columns:
            table.insert(0, name, level)
    return table
