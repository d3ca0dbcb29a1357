# SPDX-License-Identifier: Apache-2.0
"""DataFrames where a scenario would name a file: as the text of such a file, and back."""

from __future__ import annotations

import datetime
import io
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

    Dates may be texts, dates or timestamps, and times of day texts, times or timedeltas. Where there is no column
    ``date``, timestamps in ``start`` (or in the index) hold both. Timestamps that know their time zone are turned into
    the local time of ``zone``; without one they are refused, as nobody can say what they are on the clocks there.
    """
    table = frame.rename(columns=lambda name: str(name).strip().lower())
    if isinstance(table.index, pd.DatetimeIndex) and "start" not in table.columns:
        table = table.rename_axis("start").reset_index()
    if "date" in table.columns and isinstance(table["date"].dtype, pd.DatetimeTZDtype):
        raise ValueError("date: a date has no time zone; give timestamps in one column, start, or dates without a zone")
    if "start" in table.columns and isinstance(table["start"].dtype, pd.DatetimeTZDtype):
        table = _local(table, "start", zone)
    if "date" not in table.columns and "start" in table.columns and _is_moment(table["start"]):
        table = table.assign(date=table["start"].dt.strftime("%Y-%m-%d"), start=table["start"].map(_clock))
    for name, text in (("date", _date), ("start", _clock)):
        if name in table.columns:
            table = table.assign(**{name: table[name].map(text)})
    return table.to_csv(index=False, lineterminator="\n")


def frame_of(csv: str) -> pd.DataFrame:
    """The other way: ``date`` as timestamps, ``start`` as text."""
    table = pd.read_csv(io.StringIO(csv), dtype={"start": str, "work": str, "site": str, "team": str})
    if "date" in table.columns:
        table["date"] = pd.to_datetime(table["date"])
    return table


def _local(table: pd.DataFrame, name: str, zone: str | None) -> pd.DataFrame:
    """With the local times of the zone, in the order in which they come: where clocks go back, a wall time is there
    twice, and the second row is the second.
    """
    if zone is None:
        raise ValueError(
            f"{name}: the timestamps are in {table[name].dt.tz}, and the scenario has no calendar.time_zone to turn"
            f" them into; state it, or give local times: table.{name}.dt.tz_convert(...).dt.tz_localize(None)"
        )
    moments = table[name].dt.tz_convert(zone)
    local = moments.dt.tz_localize(None)
    first = local.dt.tz_localize(zone, ambiguous=[True] * len(local), nonexistent="NaT")
    lonely = local[(moments != first) & ~first.isin(moments)]
    if len(lonely):
        raise ValueError(
            f"{name}: {lonely.iloc[0]} comes twice, as clocks go back, and the table has only the second; add a row for"
            " the first"
        )
    sorted_rows: pd.DataFrame = table.assign(**{name: local}).iloc[moments.argsort(kind="stable")]
    return sorted_rows


def _is_moment(column: pd.Series[Any]) -> bool:
    return pd.api.types.is_datetime64_any_dtype(column)


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
