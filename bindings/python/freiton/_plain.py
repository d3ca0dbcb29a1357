# SPDX-License-Identifier: Apache-2.0
"""Makes what people write in Python plain: dict, list, str and None, as a scenario file would hold it."""

from __future__ import annotations

import datetime
import os
import re
import zoneinfo
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from freiton._tables import Tables, csv_of, is_by_time, table_of

_DEEPER_THAN_ANY_SCENARIO = 20  # the engine refuses what is deeper than 16; this only ends endless structures


def plain(value: Any, tables: Tables, path: str = "", depth: int = 0) -> Any:
    """The same value with numbers, dates, time spans, arrays, Series and laws as a file would state them.

    DataFrames become names, and so do Series where a table stands; what they hold is added to ``tables``.
    """
    if isinstance(value, np.ndarray) and value.dtype.kind in "mM" and value.ndim == 0:
        value = value[()]
    if isinstance(value, (np.datetime64, np.timedelta64)):  # tolist() may make bare numbers of them
        value = pd.Timestamp(value) if isinstance(value, np.datetime64) else pd.Timedelta(value)
    if value is pd.NaT or value is pd.NA:
        raise TypeError(f"{path or 'the scenario'}: {value} has no meaning in a scenario; None takes a key away")
    if value is None or depth > _DEEPER_THAN_ANY_SCENARIO:
        return None
    if re.fullmatch(r".*\.arrivals(\[\d+\])?", path) and (isinstance(value, pd.DataFrame) or is_by_time(value)):
        value = {"file": value}
    if isinstance(value, pd.Series):
        table = table_of(value, path)
        value = value if table is None else table
    if isinstance(value, pd.DataFrame):
        name = f"<{path}>.csv"
        tables[name] = csv_of(value, tables.zone(path), path)
        return name
    stated = getattr(value, "_as_stated", None)  # a law
    if stated is not None:
        value = stated()
    if isinstance(value, Mapping):
        return {
            _key(key, path): plain(item, tables, f"{path}.{key}" if path else f"{key}", depth + 1)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [plain(item, tables, f"{path}[{i}]", depth + 1) for i, item in enumerate(value)]
    text = _scalar(value)
    if text is not None:
        return text
    if isinstance(value, np.ma.MaskedArray) and np.ma.is_masked(value):
        raise TypeError(f"{path or 'the scenario'}: masked values have no meaning in a scenario; fill them first")
    if isinstance(value, np.ndarray) and value.dtype.kind in "mM":
        return [plain(item, tables, f"{path}[{i}]", depth + 1) for i, item in enumerate(value)]
    to_list = getattr(value, "tolist", None)  # NumPy's arrays and scalars, pandas' Series
    if callable(to_list):
        return plain(to_list(), tables, path, depth + 1)
    raise TypeError(f"{path or 'the scenario'}: {type(value).__name__} has no meaning in a scenario")


def _scalar(value: Any) -> str | None:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _number(float(value))
    if isinstance(value, os.PathLike):
        return os.fsdecode(value)
    if isinstance(value, zoneinfo.ZoneInfo):
        return value.key
    if isinstance(value, datetime.timedelta):
        return f"{_number(value.total_seconds())} s"
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    return None


def _number(value: float) -> str:
    """Never with three digits after the point: a file's "1.200" may be twelve hundred, and is refused."""
    text = repr(value)
    return f"{text}0" if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+", text) else text


def _key(key: Any, path: str) -> str:
    text = _scalar(key)
    if text is None:
        raise TypeError(f"{path or 'the scenario'}: a key must be a text, not {type(key).__name__}")
    return text
