# SPDX-License-Identifier: Apache-2.0
"""Local times as moments that cannot be mistaken."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def times_of(starts: Sequence[str], zone: str | None) -> pd.DatetimeIndex:
    """Local times, in the order in which they come, as timestamps that know the time zone; without one, plain ones.

    Where clocks go back, a local time is there twice, and the second one is the second. A midnight that clocks leave
    out is the moment at which the day begins.
    """
    local = pd.DatetimeIndex(pd.to_datetime(list(starts)))
    if zone is None:
        return local
    return local.tz_localize(zone, ambiguous=~local.duplicated(), nonexistent="shift_forward")
