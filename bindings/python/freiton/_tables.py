# SPDX-License-Identifier: Apache-2.0
"""DataFrames where a scenario would name a file: as the text of such a file, and back."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable
from typing import Any

import pandas as pd


class Tables(dict[str, str]):
    """CSV texts by the names under which a scenario has them; ``zone`` tells the scenario's time zone, or None."""

    def __init__(self, zone: Callable[[], str | None] = lambda: None) -> None:
        super().__init__()
        self.zone = zone


def csv_of(frame: pd.DataFrame, zone: str | None = None) -> str:
    """The table as a file would hold it.

    Dates may be texts, dates or timestamps, and times of day texts, times or timedeltas. Timestamps in ``start`` or
    ``time``, or in the index, hold both; what other columns say of them must agree. Timestamps that know their time
    zone are turned into the local time of ``zone``; without one they are refused, as nobody can say what they are on
    the clocks there. Levels of the index that have a name are columns.
    """
    table = _without_index(frame.rename(columns=lambda name: str(name).strip().lower()))
    if "date" in table.columns and isinstance(table["date"].dtype, pd.DatetimeTZDtype):
        raise ValueError("date: a date has no time zone; give timestamps in one column, start, or dates without a zone")
    for name in ("start", "time"):
        moments = _moments(table[name], name) if name in table.columns else None
        if moments is not None:
            table = _at_moments(table.assign(**{name: moments}), name, zone)
            break
    for name, text in (("date", _date), ("start", _clock)):
        if name in table.columns:
            table = table.assign(**{name: table[name].map(text)})
    return table.to_csv(index=False, lineterminator="\n")


def table_of(series: pd.Series[Any], key: str) -> pd.DataFrame | None:
    """A Series as the table that may stand under a key of a scenario; None if it is a list there.

    Raises TypeError for one by timestamps where there can be no table: its index would be lost.
    """
    column = next((column for end, column in _COLUMN_OF.items() if key.endswith(end)), None)
    if column is not None and (is_by_time(series) or key.endswith(".file")):
        return series.to_frame(column)
    if is_by_time(series):
        hint = "give it as the arrivals" if ".arrivals" in key else "give its list, series.tolist()"
        raise TypeError(f"{key}: a Series with timestamps is a table, and a list by interval has none; {hint}")
    return None


_COLUMN_OF = {"arrivals.file": "arrivals", ".file": "duration_s", ".staff": "agents"}


def is_by_time(series: Any) -> bool:
    """Whether a Series says by its index when its values are."""
    return isinstance(series, pd.Series) and isinstance(series.index, (pd.DatetimeIndex, pd.PeriodIndex, pd.MultiIndex))


def frame_of(csv: str) -> pd.DataFrame:
    """The other way: ``date`` as timestamps, ``start`` as text."""
    table = pd.read_csv(io.StringIO(csv), dtype={"start": str, "work": str, "site": str, "team": str})
    if "date" in table.columns:
        table["date"] = pd.to_datetime(table["date"])
    return table


def _without_index(table: pd.DataFrame) -> pd.DataFrame:
    """With what the index holds in columns: timestamps as ``start`` (``time`` beside one), levels by their names."""
    if isinstance(table.index, pd.PeriodIndex):
        table = table.to_timestamp()
    levels = table.index.to_frame(index=False)
    names = [None if name is None else str(name).strip().lower() for name in table.index.names]
    if isinstance(table.index, pd.DatetimeIndex):
        names = [names[0] if names[0] in ("date", "time") and "start" in table.columns else "start"]
        if "start" in table.columns and names == ["start"]:
            names = ["time"]
    table = table.reset_index(drop=True)
    for place, name in enumerate(names):
        if name is not None and name not in table.columns:
            table.insert(0, name, levels.iloc[:, place])
    return table


def _moments(column: pd.Series[Any], name: str) -> pd.Series[Any] | None:
    """Timestamps, those of several time zones as those of one; None if the column holds something else."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return column
    if column.dtype != object or not len(column) or not column.map(lambda cell: isinstance(cell, _Moment)).all():
        return None
    aware = column.map(lambda cell: cell.tzinfo is not None)
    if aware.any() and not aware.all():
        raise ValueError(f"{name}: some timestamps know their time zone and some do not")
    return pd.to_datetime(column, utc=bool(aware.any()))


_Moment = datetime.datetime


def _at_moments(table: pd.DataFrame, name: str, zone: str | None) -> pd.DataFrame:
    """With ``date`` and ``start`` by the timestamps of a column; where they are there as well, they must agree."""
    moments = table[name]
    beside = [column for column in ("date", "start") if column in table.columns and column != name]
    if isinstance(moments.dtype, pd.DatetimeTZDtype):
        if zone is None and len(beside) == 2:  # what a result of a scenario with a time zone says on its own clocks
            table = table.assign(**{name: moments.dt.tz_localize(None)})
        else:
            table = _local(table, name, zone)
    local = table[name]
    said = {"date": local.dt.strftime("%Y-%m-%d"), "start": local.map(_clock)}
    if beside == ["date"] and (local.dt.year <= 1970).all():  # a time of day that was read as a timestamp
        return table.assign(start=said["start"])
    for column in beside:
        _check_agreement(table[column].map(_date if column == "date" else _clock), said[column], name)
    return table.assign(**{column: said[column] for column in said if column not in beside})


def _check_agreement(written: pd.Series[Any], said: pd.Series[Any], name: str) -> None:
    """Dates and times in a spelling of their own are left to the engine."""
    plain = written.map(lambda cell: bool(re.fullmatch(r"\d{4}-\d\d-\d\d|\d\d:\d\d", str(cell)))).astype(bool)
    other = written[plain & said.notna() & (written != said)]
    if len(other):
        raise ValueError(
            f"{name}: {said[other.index[0]]} on the scenario's clocks, and {written.name} says {other.iloc[0]}; give"
            " only one of them"
        )


def _local(table: pd.DataFrame, name: str, zone: str | None) -> pd.DataFrame:
    """With the local times of the zone, in the order in which they come: where clocks go back, a wall time is there
    twice, and the second row is the second.
    """
    if zone is None:
        raise ValueError(
            f"{name}: the timestamps are in {table[name].dt.tz}, and the scenario has no calendar.time_zone to turn"
            f" them into; state it, or give local times: table.{name}.dt.tz_convert(...).dt.tz_localize(None)"
        )
    try:
        moments = table[name].dt.tz_convert(zone)
    except (KeyError, TypeError, ValueError):  # of whatever library knows the time zones
        raise ValueError(f"calendar.time_zone: {zone!r} is not known here") from None
    local = moments.dt.tz_localize(None)
    first = local.dt.tz_localize(zone, ambiguous=[True] * len(local), nonexistent="NaT")
    lonely = local[(moments != first) & ~first.isin(moments)]
    if len(lonely):
        raise ValueError(
            f"{name}: {lonely.iloc[0]} comes twice, as clocks go back, and the table has only the second; add a row for"
            " the first (in a recorded list, the second cannot be said)"
        )
    sorted_rows: pd.DataFrame = table.assign(**{name: local}).iloc[moments.argsort(kind="stable")]
    return sorted_rows


def _date(value: Any) -> Any:
    return value.strftime("%Y-%m-%d") if isinstance(value, datetime.date) and not pd.isna(value) else value


def _clock(value: Any) -> Any:
    """08:30, and 08:30:17.25 where there are seconds."""
    if isinstance(value, datetime.timedelta) and not pd.isna(value):
        value = (datetime.datetime.min + value).time()
    if value is pd.NaT or not isinstance(value, (datetime.time, datetime.datetime)):
        return value
    seconds = f":{value.second:02}" if value.second or value.microsecond else ""
    fraction = f".{value.microsecond:06}".rstrip("0") if value.microsecond else ""
    return f"{value.hour:02}:{value.minute:02}{seconds}{fraction}"
