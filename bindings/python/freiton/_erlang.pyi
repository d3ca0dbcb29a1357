# SPDX-License-Identifier: Apache-2.0
# Numbers give numbers, arrays give arrays, Series give Series. Three signatures each: the first for numbers only, the
# second where the first parameter is a Series.
from typing import Any, Literal, overload

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from freiton._figures import ErlangFigures as ErlangFigures

__all__ = [
    "ErlangFigures",
    "erlang_a",
    "erlang_a_agents",
    "erlang_a_load",
    "erlang_b",
    "erlang_b_agents",
    "erlang_b_load",
    "erlang_c",
    "erlang_c_agents",
    "erlang_c_load",
]

_Counting = Literal["offered", "answered", "offered_without_early", "early_counts", "virtual"]
_Doubles = NDArray[np.float64]

@overload
def erlang_b(load: float, agents: float) -> ErlangFigures[float]: ...
@overload
def erlang_b(load: pd.Series[Any], agents: ArrayLike) -> ErlangFigures[pd.Series[Any]]: ...
@overload
def erlang_b(load: ArrayLike, agents: ArrayLike) -> ErlangFigures[_Doubles]: ...
@overload
def erlang_b_agents(
    load: float, *, blocked: float | None = None, max_occupancy: float | None = None, fractional: bool = False
) -> float: ...
@overload
def erlang_b_agents(
    load: pd.Series[Any],
    *,
    blocked: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    fractional: bool = False,
) -> pd.Series[float]: ...
@overload
def erlang_b_agents(
    load: ArrayLike,
    *,
    blocked: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    fractional: bool = False,
) -> _Doubles: ...
@overload
def erlang_b_load(agents: float, *, blocked: float | None = None, max_occupancy: float | None = None) -> float: ...
@overload
def erlang_b_load(
    agents: pd.Series[Any], *, blocked: ArrayLike | None = None, max_occupancy: ArrayLike | None = None
) -> pd.Series[float]: ...
@overload
def erlang_b_load(
    agents: ArrayLike, *, blocked: ArrayLike | None = None, max_occupancy: ArrayLike | None = None
) -> _Doubles: ...
@overload
def erlang_c(
    load: float, agents: float, *, aht_s: float, within_s: float = 20.0, counting: _Counting = "offered"
) -> ErlangFigures[float]: ...
@overload
def erlang_c(
    load: pd.Series[Any],
    agents: ArrayLike,
    *,
    aht_s: ArrayLike,
    within_s: ArrayLike = 20.0,
    counting: _Counting = "offered",
) -> ErlangFigures[pd.Series[Any]]: ...
@overload
def erlang_c(
    load: ArrayLike, agents: ArrayLike, *, aht_s: ArrayLike, within_s: ArrayLike = 20.0, counting: _Counting = "offered"
) -> ErlangFigures[_Doubles]: ...
@overload
def erlang_c_agents(
    load: float,
    *,
    aht_s: float,
    answered: float | None = None,
    within_s: float = 20.0,
    average_wait_s: float | None = None,
    wait_probability: float | None = None,
    max_occupancy: float | None = None,
    counting: _Counting = "offered",
    fractional: bool = False,
) -> float: ...
@overload
def erlang_c_agents(
    load: pd.Series[Any],
    *,
    aht_s: ArrayLike,
    answered: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    average_wait_s: ArrayLike | None = None,
    wait_probability: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    counting: _Counting = "offered",
    fractional: bool = False,
) -> pd.Series[float]: ...
@overload
def erlang_c_agents(
    load: ArrayLike,
    *,
    aht_s: ArrayLike,
    answered: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    average_wait_s: ArrayLike | None = None,
    wait_probability: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    counting: _Counting = "offered",
    fractional: bool = False,
) -> _Doubles: ...
@overload
def erlang_c_load(
    agents: float,
    *,
    aht_s: float,
    answered: float | None = None,
    within_s: float = 20.0,
    average_wait_s: float | None = None,
    wait_probability: float | None = None,
    max_occupancy: float | None = None,
    counting: _Counting = "offered",
) -> float: ...
@overload
def erlang_c_load(
    agents: pd.Series[Any],
    *,
    aht_s: ArrayLike,
    answered: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    average_wait_s: ArrayLike | None = None,
    wait_probability: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    counting: _Counting = "offered",
) -> pd.Series[float]: ...
@overload
def erlang_c_load(
    agents: ArrayLike,
    *,
    aht_s: ArrayLike,
    answered: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    average_wait_s: ArrayLike | None = None,
    wait_probability: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    counting: _Counting = "offered",
) -> _Doubles: ...
@overload
def erlang_a(
    load: float,
    agents: float,
    *,
    aht_s: float,
    patience_s: float | None = None,
    lines: float | None = None,
    within_s: float = 20.0,
    counting: _Counting = "offered",
) -> ErlangFigures[float]: ...
@overload
def erlang_a(
    load: pd.Series[Any],
    agents: ArrayLike,
    *,
    aht_s: ArrayLike,
    patience_s: ArrayLike | None = None,
    lines: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    counting: _Counting = "offered",
) -> ErlangFigures[pd.Series[Any]]: ...
@overload
def erlang_a(
    load: ArrayLike,
    agents: ArrayLike,
    *,
    aht_s: ArrayLike,
    patience_s: ArrayLike | None = None,
    lines: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    counting: _Counting = "offered",
) -> ErlangFigures[_Doubles]: ...
@overload
def erlang_a_agents(
    load: float,
    *,
    aht_s: float,
    patience_s: float | None = None,
    lines: float | None = None,
    answered: float | None = None,
    within_s: float = 20.0,
    average_wait_s: float | None = None,
    abandoned: float | None = None,
    wait_probability: float | None = None,
    blocked: float | None = None,
    max_occupancy: float | None = None,
    counting: _Counting = "offered",
    fractional: bool = False,
) -> float: ...
@overload
def erlang_a_agents(
    load: pd.Series[Any],
    *,
    aht_s: ArrayLike,
    patience_s: ArrayLike | None = None,
    lines: ArrayLike | None = None,
    answered: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    average_wait_s: ArrayLike | None = None,
    abandoned: ArrayLike | None = None,
    wait_probability: ArrayLike | None = None,
    blocked: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    counting: _Counting = "offered",
    fractional: bool = False,
) -> pd.Series[float]: ...
@overload
def erlang_a_agents(
    load: ArrayLike,
    *,
    aht_s: ArrayLike,
    patience_s: ArrayLike | None = None,
    lines: ArrayLike | None = None,
    answered: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    average_wait_s: ArrayLike | None = None,
    abandoned: ArrayLike | None = None,
    wait_probability: ArrayLike | None = None,
    blocked: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    counting: _Counting = "offered",
    fractional: bool = False,
) -> _Doubles: ...
@overload
def erlang_a_load(
    agents: float,
    *,
    aht_s: float,
    patience_s: float | None = None,
    lines: float | None = None,
    answered: float | None = None,
    within_s: float = 20.0,
    average_wait_s: float | None = None,
    abandoned: float | None = None,
    wait_probability: float | None = None,
    blocked: float | None = None,
    max_occupancy: float | None = None,
    counting: _Counting = "offered",
) -> float: ...
@overload
def erlang_a_load(
    agents: pd.Series[Any],
    *,
    aht_s: ArrayLike,
    patience_s: ArrayLike | None = None,
    lines: ArrayLike | None = None,
    answered: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    average_wait_s: ArrayLike | None = None,
    abandoned: ArrayLike | None = None,
    wait_probability: ArrayLike | None = None,
    blocked: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    counting: _Counting = "offered",
) -> pd.Series[float]: ...
@overload
def erlang_a_load(
    agents: ArrayLike,
    *,
    aht_s: ArrayLike,
    patience_s: ArrayLike | None = None,
    lines: ArrayLike | None = None,
    answered: ArrayLike | None = None,
    within_s: ArrayLike = 20.0,
    average_wait_s: ArrayLike | None = None,
    abandoned: ArrayLike | None = None,
    wait_probability: ArrayLike | None = None,
    blocked: ArrayLike | None = None,
    max_occupancy: ArrayLike | None = None,
    counting: _Counting = "offered",
) -> _Doubles: ...
