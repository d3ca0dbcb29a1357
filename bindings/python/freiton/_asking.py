# SPDX-License-Identifier: Apache-2.0
"""What calls of the engine have in common: seed, threads, precision and progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeAlias

from freiton import _engine
from freiton._arguments import number, seed_of, whole, wrong_type

Progress: TypeAlias = bool | Callable[[float], object]
"""True for a bar (by tqdm, which must be installed), or what is called with the share done, 0 to 1, now and then."""

HalfWidth: TypeAlias = float | Mapping[str, float]
"""At 95 %: of shares, in fractions; or both: ``{"shares": 0.005, "times": 0.01}``, times relative."""


def changes_of(
    seed: int | None = None, replications: int | None = None, half_width: HalfWidth | None = None
) -> _engine.Changes:
    """What a call says instead of the scenario. Raises ValueError or TypeError naming the argument that is wrong."""
    changes = _engine.Changes()
    changes.seed = seed_of(seed)
    if replications is not None:
        changes.replications = whole("replications", replications, 1, 100_000_000)
        if half_width is not None:
            raise ValueError("replications, half_width: only one of them can be given")
    if half_width is not None:
        widths = dict(half_width) if isinstance(half_width, Mapping) else {"shares": half_width}
        changes.half_width_shares = _width(widths.pop("shares", None))
        changes.half_width_times = _width(widths.pop("times", None))
        if widths:
            raise ValueError(f"half_width: a dict of shares and times is understood, got {half_width!r}")
    return changes


def _width(width: object) -> float | None:
    if width is None:
        return None
    found = number("half_width", width, "a number between 0 and 1, or a dict of shares and times")
    if not 0.0 < found < 1.0:
        raise ValueError(f"half_width: must be between 0 and 1, got {found}")
    return found


def threads_of(threads: int | None) -> int:
    """As the engine counts them: 0 for all cores."""
    return 0 if threads is None else whole("threads", threads, 1, 1024)


@contextmanager
def shown(progress: Progress, title: str) -> Iterator[Callable[[float], object] | None]:
    """What the engine is to call with the share done."""
    if callable(progress):
        yield progress
    elif progress is not None and not isinstance(progress, bool):
        raise wrong_type("progress", "True, False or a function of the share done", progress)
    elif not progress:
        yield None
    else:
        try:
            from tqdm.auto import tqdm
        except ImportError:
            raise ImportError("progress=True needs tqdm: pip install tqdm") from None
        with tqdm(total=1.0, desc=title, bar_format="{l_bar}{bar}| {elapsed}<{remaining}") as bar:
            yield lambda share: bar.update(share - bar.n)
