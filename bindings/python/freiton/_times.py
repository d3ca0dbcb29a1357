# SPDX-License-Identifier: Apache-2.0
"""Local times as moments that cannot be mistaken."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray


def times_of(starts: Sequence[str], zone: str | None, again: NDArray[np.bool_] | None = None) -> pd.DatetimeIndex:
    """Local times, in the order in which they come, as timestamps that know the time zone; without one, plain ones.

    Where clocks go back, a local time is there twice, and the second one is the second (or those that are ``again``).
    A midnight that clocks leave out is the moment at which the day begins.
    """
    local = pd.DatetimeIndex(pd.to_datetime(list(starts)))
    if zone is None:
        return local
    second = local.duplicated() if again is None else again
    return local.tz_localize(zone, ambiguous=~second, nonexistent="shift_forward")


def with_time(table: pd.DataFrame, zone: str | None) -> pd.DataFrame:
    """A table of volumes (``date, start, work``, or days) with ``time``, the moment at which the row begins."""
    days = table["date"].dt.strftime("%Y-%m-%d")
    starts = days + " " + table["start"] if "start" in table.columns else days
    counted = "arrivals" in table.columns  # in a list of moments none is the hour that comes twice once more
    again = pd.DataFrame({"start": starts, "work": table["work"]}).duplicated().to_numpy() & counted
    place = list(table.columns).index("work")
    moments = pd.DatetimeIndex(times_of(starts.tolist(), zone, again), tz=zone)
    return pd.concat([table.iloc[:, :place], moments.to_series(table.index, "time"), table.iloc[:, place:]], axis=1)
