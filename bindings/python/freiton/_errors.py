# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a scenario: every problem at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Place:
    """Where a problem was found.

    ``file`` is None for scenarios that never were a file and for values put in by ``with_``; ``line`` and ``column``
    count from 1 and are None where there is none to name.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a scenario."""

    place: Place
    key: str
    """The key path, such as ``work.sales.target.within``, or the column of a table."""
    rule: str
    """What the value must obey, in words: ``must be greater than 0 s``."""
    value: str | None
    """What was written; None where something is missing."""
    hint: str | None
    """What was probably meant: ``20 s``."""
    text: str
    """All of it in one line, as the command line prints it."""

    def __str__(self) -> str:
        return self.text


class ScenarioError(ValueError):
    """A scenario is wrong, and nothing was computed. ``problems`` lists everything that was found."""

    problems: list[Problem]

    def __init__(self, problems: Iterable[Problem], text: str) -> None:
        super().__init__(text)
        self.problems = list(problems)

    @classmethod
    def _of(cls, fields: Iterable[tuple[Any, ...]], text: str) -> ScenarioError:
        """From the tuples of the engine: file, line, column, key, rule, value, hint, text."""
        return cls((Problem(Place(*row[:3]), *row[3:]) for row in fields), text.rstrip("\n"))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems, str(self))
