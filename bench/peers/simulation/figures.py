# SPDX-License-Identifier: Apache-2.0
"""What one simulated day counts, and what many of them say: ratios of sums with 95 % half-widths."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


@dataclass
class Day:
    """Counts of what came in on one day."""

    offered: int = 0
    in_time: int = 0
    answered: int = 0
    answered_wait_s: float = 0.0
    abandoned: int = 0
    away: int = 0  # answered by another site
    letters: int = 0
    turnaround_s: float = 0.0
    simulated: int = 0  # contacts that were simulated, counted or not


@dataclass
class Figures:
    """Value and half-width by name."""

    values: dict[str, tuple[float, float]] = field(default_factory=dict)
    contacts: int = 0


RATIOS = {
    "service level": ("in_time", "offered", 1.0),
    "abandoned": ("abandoned", "offered", 1.0),
    "ASA in s": ("answered_wait_s", "answered", 1.0),
    "answered by another site": ("away", "answered", 1.0),
    "turnaround of letters in min": ("turnaround_s", "letters", 1 / 60),
}


def student_t(degrees: int) -> float:
    """The 97.5 % quantile, by Cornish and Fisher's expansion (to 0.001 from ten degrees of freedom on)."""
    z = 1.959964
    return z + (z**3 + z) / (4 * degrees) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)


def figures_of(days: list[Day]) -> Figures:
    """Of several days; a ratio that cannot occur is left out."""
    result = Figures(contacts=sum(day.simulated for day in days))
    n = len(days)
    for name, (top, bottom, scale) in RATIOS.items():
        tops = [float(getattr(day, top)) for day in days]
        bottoms = [float(getattr(day, bottom)) for day in days]
        if sum(tops) == 0.0:
            continue
        ratio = sum(tops) / sum(bottoms)
        spread = sum((a - ratio * b) ** 2 for a, b in zip(tops, bottoms, strict=True)) / (n - 1)
        half_width = student_t(n - 1) * math.sqrt(spread / n) / (sum(bottoms) / n)
        result.values[name] = (ratio * scale, half_width * scale)
    return result
