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
    """A table with its leading columns first, dates as timestamps, null among numbers as NaN and among truths as NA."""
    frame = pd.DataFrame(list(rows))
    for name in leading:
        if name not in frame.columns:
            frame[name] = []
    frame = frame[[*leading, *(name for name in frame.columns if name not in leading)]]
    if "date" in frame.columns:
        frame["date"] = pd.to_datetime(frame["date"])
    for name in frame.columns:
        column = frame[name]
        if name == "met" or column.dtype == bool:
            frame[name] = column.astype("boolean")
        elif _holds_only(column, int, float):
            frame[name] = column.astype(float)
        elif _holds_only(column, bool):
            frame[name] = column.astype("boolean")
    return frame


def _holds_only(column: pd.Series[Any], *types: type) -> bool:
    """Whether there is nothing but these and JSON's null in a column of objects."""
    return bool(column.dtype == object and column.map(lambda value: value is None or type(value) in types).all())
