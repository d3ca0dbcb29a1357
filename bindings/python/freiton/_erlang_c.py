# SPDX-License-Identifier: Apache-2.0
"""Erlang C: figures, the fewest agents and the largest load, over arrays. Three signatures each: for numbers only,
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

    from freiton._erlang_types import CallsC, PromisesC


@overload
def erlang_c(load: float, agents: float, **asked: Unpack[CallsC[float]]) -> ErlangFigures[float]: ...
@overload
def erlang_c(
    load: pd.Series[Any], agents: ArrayLike, **asked: Unpack[CallsC[ArrayLike]]
) -> ErlangFigures[pd.Series[Any]]: ...
@overload
def erlang_c(load: ArrayLike, agents: ArrayLike, **asked: Unpack[CallsC[ArrayLike]]) -> ErlangFigures[Doubles]: ...
def erlang_c(
    load: Any, agents: Any, *, aht_s: Any, within_s: Any = 20.0, counting: str = "offered"
) -> ErlangFigures[Any]:
    """Callers wait for ever (Erlang C, M/M/n).

    Parameters are numbers or arrays, which broadcast: ``load`` offered load in Erlang, 0 to 1e9; ``agents`` people,
    real, 0 to 1e9; ``aht_s`` mean handling time in seconds; ``within_s`` threshold of the service level in seconds.
    ``counting`` is a word: offered, answered, offered_without_early, early_counts, virtual.

    Returns ErlangFigures of their common shape. With load >= agents there is no steady state: ``stable`` is False, the
    service level 0, waits infinite. Raises ValueError naming the parameter that is outside its domain.
    """
    return figures_of("c", counting, load=load, agents=agents, aht_s=aht_s, within_s=within_s)


@overload
def erlang_c_agents(load: float, *, fractional: bool = ..., **asked: Unpack[PromisesC[float]]) -> float: ...
@overload
def erlang_c_agents(
    load: pd.Series[Any], *, fractional: bool = ..., **asked: Unpack[PromisesC[ArrayLike]]
) -> pd.Series[float]: ...
@overload
def erlang_c_agents(load: ArrayLike, *, fractional: bool = ..., **asked: Unpack[PromisesC[ArrayLike]]) -> Doubles: ...
def erlang_c_agents(
    load: Any,
    *,
    aht_s: Any,
    answered: Any = None,
    within_s: Any = 20.0,
    average_wait_s: Any = None,
    wait_probability: Any = None,
    max_occupancy: Any = None,
    counting: str = "offered",
    fractional: bool = False,
) -> Any:
    """The fewest agents that keep every promise, if callers wait for ever.

    Parameters are numbers or arrays, which broadcast: ``load`` in Erlang, 0 to 1e9; ``aht_s`` mean handling time in
    seconds; and at least one promise: share ``answered`` (at least) within ``within_s`` seconds; ``average_wait_s`` in
    seconds over all calls, ``wait_probability`` and ``max_occupancy`` (at most). ``fractional`` allows a fractional
    number, found to a relative 1e-12.

    Returns a float, or an array of doubles of their common shape: whole numbers unless fractional, NaN where no number
    will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return agents_of(
        "c",
        counting,
        fractional,
        load=load,
        aht_s=aht_s,
        answered=answered,
        within_s=within_s,
        average_wait_s=average_wait_s,
        wait_probability=wait_probability,
        max_occupancy=max_occupancy,
    )


@overload
def erlang_c_load(agents: float, **asked: Unpack[PromisesC[float]]) -> float: ...
@overload
def erlang_c_load(agents: pd.Series[Any], **asked: Unpack[PromisesC[ArrayLike]]) -> pd.Series[float]: ...
@overload
def erlang_c_load(agents: ArrayLike, **asked: Unpack[PromisesC[ArrayLike]]) -> Doubles: ...
def erlang_c_load(
    agents: Any,
    *,
    aht_s: Any,
    answered: Any = None,
    within_s: Any = 20.0,
    average_wait_s: Any = None,
    wait_probability: Any = None,
    max_occupancy: Any = None,
    counting: str = "offered",
) -> Any:
    """The largest load in Erlang at which so many agents keep every promise of ``erlang_c_agents``.

    Returns a float, or an array of doubles of the parameters' common shape, to a relative 1e-12: 0 where there is no
    such load. Raises ValueError naming the parameter that is outside its domain.
    """
    return load_of(
        "c",
        counting,
        agents=agents,
        aht_s=aht_s,
        answered=answered,
        within_s=within_s,
        average_wait_s=average_wait_s,
        wait_probability=wait_probability,
        max_occupancy=max_occupancy,
    )
