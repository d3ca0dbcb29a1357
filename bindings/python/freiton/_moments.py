# SPDX-License-Identifier: Apache-2.0
"""Columns of dates, times of day and timestamps as the text of a file has them."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pandas as pd


def with_plain_times(table: pd.DataFrame, zone: str | None) -> pd.DataFrame:
    """The table with ``date`` and ``start`` as texts, as ``csv_of`` has them.

    Raises ValueError where what is given is no date or no moment, or where two columns do not agree.
    """
    if "date" in table.columns:
        _check_dates(table["date"])
    for name in ("start", "time"):
        moments = moments_of(table[name], name) if name in table.columns else None
        if moments is not None:
            table = _at_moments(table.assign(**{name: moments}), name, zone)
    for name, text in (("date", _date), ("start", _clock)):
        if name in table.columns:
            table = table.assign(**{name: table[name].map(text)})
    return table


def moments_of(column: pd.Series[Any], name: str) -> pd.Series[Any] | None:
    """Timestamps, those of several time zones as those of one; None if the column holds something else."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return column
    if column.dtype != object:
        return None
    cells = column[column.notna()]
    moments = cells.map(lambda cell: isinstance(cell, datetime.datetime)).astype(bool)
    if not moments.any():
        return None
    if not moments.all():
        raise ValueError(f"{name}: some are timestamps and some, such as {cells[~moments].iloc[0]!r}, are not")
    aware = cells.map(lambda cell: cell.tzinfo is not None).astype(bool)
    if aware.any() and not aware.all():
        raise ValueError(f"{name}: some timestamps know their time zone and some do not")
    return pd.to_datetime(column, utc=bool(aware.any()))


def _check_dates(column: pd.Series[Any]) -> None:
    """A date is a whole day of the calendar: a time of day in it would be lost, and a time zone cannot be turned."""
    for cell in column.dropna().drop_duplicates():
        if not isinstance(cell, datetime.datetime):  # pandas' timestamps are such
            continue
        hint = "give timestamps in one column, start"
        if cell.tzinfo is not None:
            raise ValueError(f"date: a date has no time zone; {hint}, or dates without a zone")
        if cell.time() != datetime.time():
            raise ValueError(f"date: {cell} has a time of day, and a date has none; {hint}")


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
    """08:30, and 08:30:17.25 where there are seconds; a time span that is no time of day, as 26:00, stays what it is
    and is left to the engine.
    """
    if value is pd.NaT or not isinstance(value, (datetime.timedelta, datetime.time, datetime.datetime)):
        return value
    if not isinstance(value, datetime.timedelta):
        value = datetime.timedelta(
            hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond
        )
    minutes, rest = divmod(value, datetime.timedelta(minutes=1))
    hour, minute = divmod(minutes, 60)
    seconds = f":{rest.seconds:02}" if rest.seconds or rest.microseconds else ""
    fraction = f".{rest.microseconds:06}".rstrip("0") if rest.microseconds else ""
    return f"{hour:02}:{minute:02}{seconds}{fraction}"
