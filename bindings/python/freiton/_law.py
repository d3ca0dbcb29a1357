# SPDX-License-Identifier: Apache-2.0
"""Laws of durations: handling times, patience."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from typing import Any, Literal, overload

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from freiton import _engine
from freiton._arguments import seed_of, whole, wrong_type
from freiton._arrays import Cases, doubles
from freiton._plain import plain
from freiton._tables import Tables

_Duration = str | datetime.timedelta
_Family = Literal[
    "exponential",
    "lognormal",
    "gamma",
    "erlang",
    "weibull",
    "hyperexponential",
    "uniform",
    "triangular",
    "constant",
    "empirical",
]
_Doubles = NDArray[np.float64]
_MOST_DRAWS = 10**9  # 8 GB


class DurationLaw:
    """A law of durations, stated as in a scenario; never changes. Can be pickled, and put into a scenario by ``with_``.

    >>> law = freiton.DurationLaw("lognormal", mean="4 min", cv=0.9)
    >>> law.cdf([60, 240]), law.quantile(0.95), law.sample(1000, seed=7)

    ``mean``, ``sd``, ``min``, ``mode`` and ``max`` are texts with a unit or timedeltas, ``cv`` is the standard
    deviation divided by the mean, ``k`` the number of phases of an Erlang law. ``values_s`` are the equally likely
    values of an empirical law, in seconds. Without a family it is exponential, lognormal if ``cv`` or ``sd`` say
    otherwise, or empirical if there are values. Numbers that go in and come out are seconds.

    Raises ScenarioError with everything that is wrong, ValueError for values that are none.
    """

    def __init__(
        self,
        law: _Family | None = None,
        *,
        mean: _Duration | None = None,
        cv: float | None = None,
        sd: _Duration | None = None,
        k: int | None = None,
        min: _Duration | None = None,
        mode: _Duration | None = None,
        max: _Duration | None = None,
        values_s: ArrayLike | None = None,
    ) -> None:
        if values_s is not None:
            law = law or "empirical"
        given = {"law": law, "mean": mean, "cv": cv, "sd": sd, "k": k, "min": min, "mode": mode, "max": max}
        stated = {key: value for key, value in given.items() if value is not None}
        self._set(plain(stated, Tables()), _values(values_s))

    def _set(self, stated: Any, values_s: list[float]) -> None:
        if values_s:
            stated = {**stated, "file": "values_s"}
        self._stated, self._law = stated, _engine.DurationLaw(stated, values_s)

    def mean(self) -> float:
        """Mean in seconds."""
        return self._law.mean()

    def sd(self) -> float:
        """Standard deviation in seconds."""
        return self._law.sd()

    def skewness(self) -> float:
        """E(X - mean)^3 / sd^3; NaN without spread."""
        return self._law.skewness()

    def excess_kurtosis(self) -> float:
        """E(X - mean)^4 / sd^4 - 3; NaN without spread."""
        return self._law.excess_kurtosis()

    @overload
    def cdf(self, t_s: float) -> float: ...
    @overload
    def cdf(self, t_s: pd.Series[Any]) -> pd.Series[float]: ...
    @overload
    def cdf(self, t_s: ArrayLike) -> _Doubles: ...
    def cdf(self, t_s: Any) -> Any:
        """Probability of at most ``t_s`` seconds: a number, or an array of the shape of ``t_s``; NaN for NaN.

        A Series gives a Series, a masked array a masked array.

        Relative error below 1e-12, in both tails (Weibull 1e-11).
        """
        cases = Cases(t_s=t_s)
        return cases.shaped(self._law.cdf(cases.columns["t_s"]))

    @overload
    def tail(self, t_s: float) -> float: ...
    @overload
    def tail(self, t_s: pd.Series[Any]) -> pd.Series[float]: ...
    @overload
    def tail(self, t_s: ArrayLike) -> _Doubles: ...
    def tail(self, t_s: Any) -> Any:
        """Probability of more than ``t_s`` seconds, without the cancellation of 1 - cdf; shapes as for ``cdf``."""
        cases = Cases(t_s=t_s)
        return cases.shaped(self._law.tail(cases.columns["t_s"]))

    @overload
    def quantile(self, p: float) -> float: ...
    @overload
    def quantile(self, p: pd.Series[Any]) -> pd.Series[float]: ...
    @overload
    def quantile(self, p: ArrayLike) -> _Doubles: ...
    def quantile(self, p: Any) -> Any:
        """The shortest time in seconds that is not exceeded with probability ``p``; shapes as for ``cdf``.

        Raises ValueError unless every ``p`` lies between 0 and 1, both excluded.
        """
        cases = Cases(p=p)
        column = cases.columns["p"]
        if np.any((column <= 0.0) | (column >= 1.0)):
            raise ValueError("p: must be greater than 0 and less than 1")
        return cases.shaped(self._law.quantile(column))

    @overload
    def sample(self, size: None = None, seed: int = 1) -> float: ...
    @overload
    def sample(self, size: int | tuple[int, ...], seed: int = 1) -> _Doubles: ...
    def sample(self, size: Any = None, seed: int = 1) -> Any:
        """Draws in seconds: a number, or an array of the shape ``size``. The same seed gives the same bytes anywhere.

        They come from the simulation's own generator and samplers.
        """
        if seed_of(seed) is None:
            raise wrong_type("seed", "a whole number", seed)
        sides = () if size is None else size if isinstance(size, Sequence) else (size,)
        shape = tuple(whole("size", side, 0, 2**40, "a whole number, not negative, or several") for side in sides)
        if math.prod(shape) > _MOST_DRAWS:
            raise ValueError(f"size: must be at most {_MOST_DRAWS:,} draws at once, got {math.prod(shape):,}")
        draws = self._law.sample(math.prod(shape), seed)
        return draws.item() if size is None else draws.reshape(shape)

    def _as_stated(self) -> Any:
        """As a scenario has it, values as a table."""
        if not self._law.values_s:
            return self._stated
        return {**self._stated, "file": pd.DataFrame({"duration_s": self._law.values_s})}

    @classmethod
    def _of(cls, stated: Any, values_s: list[float]) -> DurationLaw:
        made = cls.__new__(cls)
        made._set(plain(stated, Tables()), values_s)
        return made

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DurationLaw):
            return NotImplemented
        return bool(self._stated == other._stated and self._law.values_s == other._law.values_s)

    def __hash__(self) -> int:
        return hash((str(self._stated), tuple(self._law.values_s)))

    def __repr__(self) -> str:
        if not isinstance(self._stated, dict):
            return f"<freiton.DurationLaw {self._stated}>"
        parts = [f"{key} {value}" for key, value in self._stated.items() if key not in ("law", "file")]
        if self._law.values_s:
            parts.append(f"{len(self._law.values_s)} values")
        return f"<freiton.DurationLaw {self._stated.get('law', '')} {', '.join(parts)}>".replace("  ", " ")

    def __reduce__(self) -> tuple[Any, ...]:
        return DurationLaw._of, (self._stated, self._law.values_s)


def _values(values_s: ArrayLike | None) -> list[float]:
    if values_s is None:
        return []
    if np.ma.is_masked(values_s):
        raise ValueError("values_s: masked values are no durations; leave them out: values_s.compressed()")
    values = doubles("values_s", values_s).ravel()
    if values.size == 0 or not np.all(np.isfinite(values) & (values >= 0.0)):
        raise ValueError("values_s: must be at least one number of seconds, none negative, infinite or NaN")
    return [float(value) for value in values]
