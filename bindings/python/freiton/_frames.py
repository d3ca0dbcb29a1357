# SPDX-License-Identifier: Apache-2.0
"""Rows as DataFrames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd


def numbers_of(row: dict[str, Any], without: tuple[str, ...] = ()) -> dict[str, Any]:
    """The single figures of a row; lists and parts have tables of their own."""
    return {key: value for key, value in row.items() if key not in without and not isinstance(value, (list, dict))}


def frame_of_rows(rows: Iterable[dict[str, Any]], leading: tuple[str, ...]) -> pd.DataFrame:
    """A table with its leading columns first, dates as timestamps and null among numbers as NaN."""
    frame = pd.DataFrame(list(rows))
    for name in leading:
        if name not in frame.columns:
            frame[name] = []
    frame = frame[[*leading, *(name for name in frame.columns if name not in leading)]]
    if "date" in frame.columns:
        frame["date"] = pd.to_datetime(frame["date"])
    for name in frame.columns:  # JSON's null is NaN among numbers
        column = frame[name]
        if column.dtype == object and column.map(lambda value: value is None or type(value) in (int, float)).all():
            frame[name] = column.astype(float)
    return frame
