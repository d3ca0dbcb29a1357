# SPDX-License-Identifier: Apache-2.0
"""Arguments of a wrong type are told by name, with what is expected and what was given."""

from __future__ import annotations

import datetime
import numbers
import operator
import os
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

Date: TypeAlias = str | datetime.date
"""A day: ``"2026-03-02"``, a date or a timestamp at midnight."""


def wrong_type(name: str, expected: str, given: object) -> TypeError:
    """The error to raise: ``seed: must be a whole number, not str``."""
    return TypeError(f"{name}: must be {expected}, not {type(given).__name__}")


def text(name: str, value: Any, expected: str = "a text") -> str:
    if not isinstance(value, str):
        raise wrong_type(name, expected, value)
    return value


def flag(name: str, value: Any) -> bool:
    if not isinstance(value, (bool, np.bool_)):
        raise wrong_type(name, "True or False", value)
    return bool(value)


def number(name: str, value: Any, expected: str = "a number") -> float:
    if not isinstance(value, numbers.Real) or isinstance(value, bool):
        raise wrong_type(name, expected, value)
    return float(value)


def whole(name: str, value: Any, least: int, most: int, limits: str = "") -> int:
    """A whole number from ``least`` to ``most``, of Python or NumPy; ``limits`` are these in words."""
    if isinstance(value, (bool, np.bool_)):
        raise wrong_type(name, "a whole number", value)
    try:
        found = operator.index(value)
    except TypeError:
        raise wrong_type(name, "a whole number", value) from None
    if not least <= found <= most:
        raise ValueError(f"{name}: must be {limits or f'from {least:,} to {most:,}'}, got {found}")
    return found


def seed_of(seed: Any) -> int | None:
    """A seed of random numbers; None: the scenario's."""
    return None if seed is None else whole("seed", seed, 0, 2**63 - 1, "from 0 to 2**63 - 1")


def path(name: str, value: Any, expected: str = "the path of a file") -> str:
    if not isinstance(value, (str, os.PathLike)):
        raise wrong_type(name, expected, value)
    return os.fsdecode(value)


def seconds(name: str, value: Any) -> float:
    """A duration: a number of seconds or a timedelta, at least 0."""
    if isinstance(value, datetime.timedelta):
        found = value.total_seconds()
    else:
        found = number(name, value, "a number of seconds or a timedelta")
    if not 0.0 <= found < float("inf"):
        raise ValueError(f"{name}: must be at least 0, got {found}")
    return found


def date(name: str, value: Any) -> str:
    """A day, as 2026-03-02, of a text, a date, or a timestamp at midnight."""
    if not isinstance(value, (str, datetime.date, np.datetime64)):  # of which datetimes and timestamps are some
        raise wrong_type(name, "a date", value)
    try:
        day = datetime.datetime.strptime(value, "%Y-%m-%d") if isinstance(value, str) else pd.Timestamp(value)
    except ValueError:
        raise ValueError(f'{name}: must be a date such as "2026-03-02", got {value!r}') from None
    if pd.isna(day) or day.tzinfo is not None or day.time() != datetime.time():
        raise ValueError(f"{name}: must be a date without a time of day or a time zone, got {value}")
    return day.strftime("%Y-%m-%d")


def dates_of(name: str, value: Any) -> list[str]:
    """One day or several."""
    if isinstance(value, (str, datetime.date, np.datetime64)):
        return [date(name, value)]
    try:
        return [date(name, one) for one in value]
    except TypeError as error:
        raise error if str(error).startswith(f"{name}:") else wrong_type(name, "dates", value) from None


def interval_of(interval_min: Any) -> int | None:
    """A planning interval in minutes, which divides the hour."""
    if interval_min is None:
        return None
    found = whole("interval_min", interval_min, 1, 60)
    if found not in (5, 6, 10, 12, 15, 20, 30, 60):
        raise ValueError(f"interval_min: must be 5, 6, 10, 12, 15, 20, 30 or 60 minutes, got {found}")
    return found
