# SPDX-License-Identifier: Apache-2.0
"""Erlang A: figures, the fewest agents and the largest load, over arrays. Three signatures each: for numbers only,
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

    from freiton._erlang_types import CallsA, PromisesA


@overload
def erlang_a(load: float, agents: float, **asked: Unpack[CallsA[float]]) -> ErlangFigures[float]: ...
@overload
def erlang_a(
    load: pd.Series[Any], agents: ArrayLike, **asked: Unpack[CallsA[ArrayLike]]
) -> ErlangFigures[pd.Series[Any]]: ...
@overload
def erlang_a(load: ArrayLike, agents: ArrayLike, **asked: Unpack[CallsA[ArrayLike]]) -> ErlangFigures[Doubles]: ...
def erlang_a(
    load: Any,
    agents: Any,
    *,
    aht_s: Any,
    patience_s: Any = None,
    lines: Any = None,
    within_s: Any = 20.0,
    counting: str = "offered",
) -> ErlangFigures[Any]:
    """Callers give up when their patience ends, and lines may be limited (Erlang A, M/M/n+M and M/M/n/K+M).

    Parameters are numbers or arrays, which broadcast: ``load`` offered load in Erlang, 0 to 1e9; ``agents`` people, 0
    to 1e9, whole where lines are limited; ``aht_s`` mean handling time and ``patience_s`` mean patience in seconds;
    ``lines`` most callers in the system, the answered included; ``within_s`` threshold of the service level in
    seconds. Patience and lines may be infinite; without both it is Erlang C. ``counting`` is a word: offered, answered,
    offered_without_early, early_counts, virtual.

    Returns ErlangFigures of their common shape. Raises ValueError naming the parameter that is outside its domain.
    """
    return figures_of(
        "a", counting, load=load, agents=agents, aht_s=aht_s, patience_s=patience_s, lines=lines, within_s=within_s
    )


@overload
def erlang_a_agents(load: float, *, fractional: bool = ..., **asked: Unpack[PromisesA[float]]) -> float: ...
@overload
def erlang_a_agents(
    load: pd.Series[Any], *, fractional: bool = ..., **asked: Unpack[PromisesA[ArrayLike]]
) -> pd.Series[float]: ...
@overload
def erlang_a_agents(load: ArrayLike, *, fractional: bool = ..., **asked: Unpack[PromisesA[ArrayLike]]) -> Doubles: ...
def erlang_a_agents(
    load: Any,
    *,
    aht_s: Any,
    patience_s: Any = None,
    lines: Any = None,
    answered: Any = None,
    within_s: Any = 20.0,
    average_wait_s: Any = None,
    abandoned: Any = None,
    wait_probability: Any = None,
    blocked: Any = None,
    max_occupancy: Any = None,
    counting: str = "offered",
    fractional: bool = False,
) -> Any:
    """The fewest agents that keep every promise, if callers give up.

    Parameters are those of ``erlang_a`` without the agents, and at least one promise, numbers or arrays, which
    broadcast: share ``answered`` (at least) within ``within_s`` seconds; ``average_wait_s`` in seconds over all who
    found a line, and the shares ``abandoned``, ``wait_probability``, ``blocked``, ``max_occupancy`` (at most).
    ``fractional`` allows a fractional number, found to a relative 1e-12; not with lines.

    Returns a float, or an array of doubles of their common shape: whole numbers unless fractional, NaN where no number
    will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return agents_of(
        "a",
        counting,
        fractional,
        load=load,
        aht_s=aht_s,
        patience_s=patience_s,
        lines=lines,
        answered=answered,
        within_s=within_s,
        average_wait_s=average_wait_s,
        abandoned=abandoned,
        wait_probability=wait_probability,
        blocked=blocked,
        max_occupancy=max_occupancy,
    )


@overload
def erlang_a_load(agents: float, **asked: Unpack[PromisesA[float]]) -> float: ...
@overload
def erlang_a_load(agents: pd.Series[Any], **asked: Unpack[PromisesA[ArrayLike]]) -> pd.Series[float]: ...
@overload
def erlang_a_load(agents: ArrayLike, **asked: Unpack[PromisesA[ArrayLike]]) -> Doubles: ...
def erlang_a_load(
    agents: Any,
    *,
    aht_s: Any,
    patience_s: Any = None,
    lines: Any = None,
    answered: Any = None,
    within_s: Any = 20.0,
    average_wait_s: Any = None,
    abandoned: Any = None,
    wait_probability: Any = None,
    blocked: Any = None,
    max_occupancy: Any = None,
    counting: str = "offered",
) -> Any:
    """The largest load in Erlang at which so many agents keep every promise of ``erlang_a_agents``.

    Returns a float, or an array of doubles of the parameters' common shape, to a relative 1e-12: 0 where there is no
    such load, infinite where any will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return load_of(
        "a",
        counting,
        agents=agents,
        aht_s=aht_s,
        patience_s=patience_s,
        lines=lines,
        answered=answered,
        within_s=within_s,
        average_wait_s=average_wait_s,
        abandoned=abandoned,
        wait_probability=wait_probability,
        blocked=blocked,
        max_occupancy=max_occupancy,
    )
