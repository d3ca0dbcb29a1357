# SPDX-License-Identifier: Apache-2.0
"""What calls of the engine have in common: seed, threads, precision and progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeAlias

from freiton import _engine

Progress: TypeAlias = bool | Callable[[float], object]
"""True for a bar (by tqdm, which must be installed), or what is called with the share done, 0 to 1, now and then."""

HalfWidth: TypeAlias = float | Mapping[str, float]
"""At 95 %: of shares, in fractions; or both: ``{"shares": 0.005, "times": 0.01}``, times relative."""


def changes_of(
    seed: int | None = None, replications: int | None = None, half_width: HalfWidth | None = None
) -> _engine.Changes:
    """What a call says instead of the scenario. Raises ValueError naming the argument that is wrong."""
    changes = _engine.Changes()
    if seed is not None and not 0 <= seed < 2**63:
        raise ValueError(f"seed: must be from 0 to 2**63 - 1, got {seed}")
    if replications is not None and not 1 <= replications <= 100_000_000:
        raise ValueError(f"replications: must be from 1 to 100,000,000, got {replications}")
    if replications is not None and half_width is not None:
        raise ValueError("replications, half_width: only one of them can be given")
    changes.seed = seed
    changes.replications = replications
    if half_width is not None:
        widths = dict(half_width) if isinstance(half_width, Mapping) else {"shares": half_width}
        changes.half_width_shares = widths.pop("shares", None)
        changes.half_width_times = widths.pop("times", None)
        given = (changes.half_width_shares, changes.half_width_times)
        if widths or not all(width is None or 0.0 < width < 1.0 for width in given):
            raise ValueError(f"half_width: must be between 0 and 1, or a dict of shares and times, got {half_width!r}")
    return changes


def threads_of(threads: int | None) -> int:
    """As the engine counts them: 0 for all cores."""
    if threads is not None and threads < 1:
        raise ValueError(f"threads: must be at least 1, got {threads}")
    return threads or 0


@contextmanager
def shown(progress: Progress, title: str) -> Iterator[Callable[[float], object] | None]:
    """What the engine is to call with the share done."""
    if callable(progress):
        yield progress
    elif not progress:
        yield None
    else:
        try:
            from tqdm.auto import tqdm
        except ImportError:
            raise ImportError("progress=True needs tqdm: pip install tqdm") from None
        with tqdm(total=1.0, desc=title, bar_format="{l_bar}{bar}| {elapsed}<{remaining}") as bar:
            yield lambda share: bar.update(share - bar.n)
