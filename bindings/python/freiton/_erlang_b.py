# SPDX-License-Identifier: Apache-2.0
"""Erlang B: figures, the fewest agents and the largest load, over arrays. Three signatures each: for numbers only,
where the first parameter is a Series, for arrays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from freiton._arrays import Doubles
from freiton._erlang import agents_of, figures_of, load_of
from freiton._figures import ErlangFigures

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import ArrayLike
    from typing_extensions import Unpack

    from freiton._erlang_types import PromisesB


@overload
def erlang_b(load: float, agents: float) -> ErlangFigures[float]: ...
@overload
def erlang_b(load: pd.Series[Any], agents: ArrayLike) -> ErlangFigures[pd.Series[Any]]: ...
@overload
def erlang_b(load: ArrayLike, agents: ArrayLike) -> ErlangFigures[Doubles]: ...
def erlang_b(load: Any, agents: Any) -> ErlangFigures[Any]:
    """Calls that find all agents busy are lost (Erlang B, M/G/n/n).

    Parameters are numbers or arrays, which broadcast: ``load`` offered load in Erlang, 0 to 1e9; ``agents`` people or
    lines, real, 0 to 1e9.

    Returns ErlangFigures of their common shape; ``blocked_share`` is what Erlang B is known for. Raises ValueError
    naming the parameter that is outside its domain.
    """
    return figures_of("b", "offered", load=load, agents=agents)


@overload
def erlang_b_agents(load: float, *, fractional: bool = ..., **asked: Unpack[PromisesB[float]]) -> float: ...
@overload
def erlang_b_agents(
    load: pd.Series[Any], *, fractional: bool = ..., **asked: Unpack[PromisesB[ArrayLike]]
) -> pd.Series[float]: ...
@overload
def erlang_b_agents(load: ArrayLike, *, fractional: bool = ..., **asked: Unpack[PromisesB[ArrayLike]]) -> Doubles: ...
def erlang_b_agents(load: Any, *, blocked: Any = None, max_occupancy: Any = None, fractional: bool = False) -> Any:
    """The fewest agents (lines) that lose at most the share ``blocked`` and are busy at most ``max_occupancy``.

    Parameters are numbers or arrays, which broadcast: ``load`` in Erlang, 0 to 1e9; the promises are shares from 0 to
    1, at least one of them. ``fractional`` allows a fractional number, found to a relative 1e-12.

    Returns a float, or an array of doubles of their common shape: whole numbers unless fractional, NaN where no number
    will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return agents_of("b", "offered", fractional, load=load, blocked=blocked, max_occupancy=max_occupancy)


@overload
def erlang_b_load(agents: float, **asked: Unpack[PromisesB[float]]) -> float: ...
@overload
def erlang_b_load(agents: pd.Series[Any], **asked: Unpack[PromisesB[ArrayLike]]) -> pd.Series[float]: ...
@overload
def erlang_b_load(agents: ArrayLike, **asked: Unpack[PromisesB[ArrayLike]]) -> Doubles: ...
def erlang_b_load(agents: Any, *, blocked: Any = None, max_occupancy: Any = None) -> Any:
    """The largest load in Erlang that so many agents carry with these promises, as in ``erlang_b_agents``.

    Returns a float, or an array of doubles of the parameters' common shape, to a relative 1e-12: 0 where there is no
    such load, infinite where any will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return load_of("b", "offered", agents=agents, blocked=blocked, max_occupancy=max_occupancy)
