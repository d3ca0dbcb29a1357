# SPDX-License-Identifier: Apache-2.0
"""Arguments of a wrong type are told by name, with what is expected and what was given."""

from __future__ import annotations

import numbers
import operator
import os
from typing import Any

import numpy as np


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
