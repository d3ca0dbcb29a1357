# SPDX-License-Identifier: Apache-2.0
"""What the calculators say about a centre in steady state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

import numpy as np
import pandas as pd

from freiton._html import card

Number = TypeVar("Number")
"""float if every parameter was a number, else an array of doubles of the common shape."""


@dataclass(frozen=True, eq=False)
class ErlangFigures(Generic[Number]):
    """A centre in steady state, by name: ``figures.asa_s`` and ``figures["asa_s"]``; ``dict(figures)`` has them all.

    Each is a float, or an array of the shape that the parameters have together. Shares are of all offered calls. NaN
    where there is nothing to speak of (or a parameter was NaN), infinite where a queue grows for ever.
    """

    load: Number
    """Offered load in Erlang, as given."""
    agents: Number
    """As given."""
    wait_probability: Number
    """Share that is not answered at once."""
    service_level: Number
    """Share answered within the threshold, by the counting rule."""
    asa_s: Number
    """Mean wait of the answered, in seconds."""
    wait_all_s: Number
    """Mean wait of all who found a line, in seconds."""
    wait_delayed_s: Number
    """Mean wait of those who wait, in seconds."""
    abandoned_share: Number
    blocked_share: Number
    """Share that found no free line (Erlang B: no free agent)."""
    occupancy: Number
    """Share of the agents' time that is handling; NaN without agents."""
    queue_mean: Number
    """Mean number of callers waiting."""
    busy_mean: Number
    """Mean number of agents handling calls."""
    ln_wait_probability: Number
    """Natural logarithm, accurate where the share itself underflows."""
    ln_blocked_share: Number
    stable: Any
    """bool, or an array of bool: False where a queue grows for ever, and where a parameter was NaN."""

    def keys(self) -> list[str]:
        """The names of the figures."""
        return [field.name for field in fields(self)]

    def __getitem__(self, name: str) -> Any:
        if name not in self.keys():
            raise KeyError(name)
        return getattr(self, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def _repr_html_(self) -> str:
        rows = pd.DataFrame({name: np.ravel(self[name]) for name in self})
        return card("ErlangFigures", [], [rows])

    def __len__(self) -> int:
        return len(self.keys())
