# SPDX-License-Identifier: Apache-2.0
"""The calculators over arrays. `_erlang.pyi` has the types: numbers give numbers, arrays give arrays.

Every parameter but `counting` and `fractional` broadcasts; None means not given; NaN in any of them gives NaN. A Series
of pandas gives a Series, a masked array a masked array.
"""

from __future__ import annotations

from typing import Any

from freiton import _engine
from freiton._arguments import flag, text
from freiton._arrays import Cases
from freiton._figures import ErlangFigures

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

_NEEDED = ("load", "agents", "aht_s", "within_s")
_PROMISES = ("answered", "average_wait_s", "abandoned", "wait_probability", "blocked", "max_occupancy")


def _figures(model: str, counting: str, **given: Any) -> ErlangFigures[Any]:
    cases = Cases(_NEEDED, **given)
    flat = _engine.erlang_figures(model, cases.columns, text("counting", counting), cases.size)
    shaped = {name: cases.shaped(values) for name, values in flat.items()}
    return ErlangFigures(load=cases.given("load"), agents=cases.given("agents"), **shaped)


def _agents(model: str, counting: str, fractional: bool, **given: Any) -> Any:
    cases = _promised(given)
    word, parts = text("counting", counting), flag("fractional", fractional)
    return cases.shaped(_engine.erlang_agents(model, cases.columns, word, cases.size, parts))


def _load(model: str, counting: str, **given: Any) -> Any:
    cases = _promised(given)
    return cases.shaped(_engine.erlang_load(model, cases.columns, text("counting", counting), cases.size))


def _promised(given: dict[str, Any]) -> Cases:
    if all(given.get(name) is None for name in _PROMISES):
        known = ", ".join(name for name in _PROMISES if name in given)
        raise ValueError(f"at least one promise is needed: {known}")
    return Cases(_NEEDED, **given)


def erlang_b(load, agents):
    """Calls that find all agents busy are lost (Erlang B, M/G/n/n).

    Parameters are numbers or arrays, which broadcast: ``load`` offered load in Erlang, 0 to 1e9; ``agents`` people or
    lines, real, 0 to 1e9.

    Returns ErlangFigures of their common shape; ``blocked_share`` is what Erlang B is known for. Raises ValueError
    naming the parameter that is outside its domain.
    """
    return _figures("b", "offered", load=load, agents=agents)


def erlang_b_agents(load, *, blocked=None, max_occupancy=None, fractional=False):
    """The fewest agents (lines) that lose at most the share ``blocked`` and are busy at most ``max_occupancy``.

    Parameters are numbers or arrays, which broadcast: ``load`` in Erlang, 0 to 1e9; the promises are shares from 0 to
    1, at least one of them. ``fractional`` allows a fractional number, found to a relative 1e-12.

    Returns a float, or an array of doubles of their common shape: whole numbers unless fractional, NaN where no number
    will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return _agents("b", "offered", fractional, load=load, blocked=blocked, max_occupancy=max_occupancy)


def erlang_b_load(agents, *, blocked=None, max_occupancy=None):
    """The largest load in Erlang that so many agents carry with these promises, as in ``erlang_b_agents``.

    Returns a float, or an array of doubles of the parameters' common shape, to a relative 1e-12: 0 where there is no
    such load, infinite where any will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return _load("b", "offered", agents=agents, blocked=blocked, max_occupancy=max_occupancy)


def erlang_c(load, agents, *, aht_s, within_s=20.0, counting="offered"):
    """Callers wait for ever (Erlang C, M/M/n).

    Parameters are numbers or arrays, which broadcast: ``load`` offered load in Erlang, 0 to 1e9; ``agents`` people,
    real, 0 to 1e9; ``aht_s`` mean handling time in seconds; ``within_s`` threshold of the service level in seconds.
    ``counting`` is a word: offered, answered, offered_without_early, early_counts, virtual.

    Returns ErlangFigures of their common shape. With load >= agents there is no steady state: ``stable`` is False, the
    service level 0, waits infinite. Raises ValueError naming the parameter that is outside its domain.
    """
    return _figures("c", counting, load=load, agents=agents, aht_s=aht_s, within_s=within_s)


def erlang_c_agents(
    load,
    *,
    aht_s,
    answered=None,
    within_s=20.0,
    average_wait_s=None,
    wait_probability=None,
    max_occupancy=None,
    counting="offered",
    fractional=False,
):
    """The fewest agents that keep every promise, if callers wait for ever.

    Parameters are numbers or arrays, which broadcast: ``load`` in Erlang, 0 to 1e9; ``aht_s`` mean handling time in
    seconds; and at least one promise: share ``answered`` (at least) within ``within_s`` seconds; ``average_wait_s`` in
    seconds over all calls, ``wait_probability`` and ``max_occupancy`` (at most). ``fractional`` allows a fractional
    number, found to a relative 1e-12.

    Returns a float, or an array of doubles of their common shape: whole numbers unless fractional, NaN where no number
    will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return _agents(
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


def erlang_c_load(
    agents,
    *,
    aht_s,
    answered=None,
    within_s=20.0,
    average_wait_s=None,
    wait_probability=None,
    max_occupancy=None,
    counting="offered",
):
    """The largest load in Erlang at which so many agents keep every promise of ``erlang_c_agents``.

    Returns a float, or an array of doubles of the parameters' common shape, to a relative 1e-12: 0 where there is no
    such load. Raises ValueError naming the parameter that is outside its domain.
    """
    return _load(
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


def erlang_a(load, agents, *, aht_s, patience_s=None, lines=None, within_s=20.0, counting="offered"):
    """Callers give up when their patience ends, and lines may be limited (Erlang A, M/M/n+M and M/M/n/K+M).

    Parameters are numbers or arrays, which broadcast: ``load`` offered load in Erlang, 0 to 1e9; ``agents`` people, 0
    to 1e9, whole where lines are limited; ``aht_s`` mean handling time and ``patience_s`` mean patience in seconds;
    ``lines`` most callers in the system, the answered included; ``within_s`` threshold of the service level in
    seconds. Patience and lines may be infinite; without both it is Erlang C. ``counting`` is a word: offered, answered,
    offered_without_early, early_counts, virtual.

    Returns ErlangFigures of their common shape. Raises ValueError naming the parameter that is outside its domain.
    """
    return _figures(
        "a", counting, load=load, agents=agents, aht_s=aht_s, patience_s=patience_s, lines=lines, within_s=within_s
    )


def erlang_a_agents(
    load,
    *,
    aht_s,
    patience_s=None,
    lines=None,
    answered=None,
    within_s=20.0,
    average_wait_s=None,
    abandoned=None,
    wait_probability=None,
    blocked=None,
    max_occupancy=None,
    counting="offered",
    fractional=False,
):
    """The fewest agents that keep every promise, if callers give up.

    Parameters are those of ``erlang_a`` without the agents, and at least one promise, numbers or arrays, which
    broadcast: share ``answered`` (at least) within ``within_s`` seconds; ``average_wait_s`` in seconds over all who
    found a line, and the shares ``abandoned``, ``wait_probability``, ``blocked``, ``max_occupancy`` (at most).
    ``fractional`` allows a fractional number, found to a relative 1e-12; not with lines.

    Returns a float, or an array of doubles of their common shape: whole numbers unless fractional, NaN where no number
    will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return _agents(
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


def erlang_a_load(
    agents,
    *,
    aht_s,
    patience_s=None,
    lines=None,
    answered=None,
    within_s=20.0,
    average_wait_s=None,
    abandoned=None,
    wait_probability=None,
    blocked=None,
    max_occupancy=None,
    counting="offered",
):
    """The largest load in Erlang at which so many agents keep every promise of ``erlang_a_agents``.

    Returns a float, or an array of doubles of the parameters' common shape, to a relative 1e-12: 0 where there is no
    such load, infinite where any will do. Raises ValueError naming the parameter that is outside its domain.
    """
    return _load(
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
