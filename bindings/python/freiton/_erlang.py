# SPDX-License-Identifier: Apache-2.0
"""What the calculators over arrays have in common: numbers give numbers, arrays give arrays.

Every parameter but `counting` and `fractional` broadcasts; None means not given; NaN in any of them gives NaN. A Series
of pandas gives a Series, a masked array a masked array.
"""

from __future__ import annotations

from typing import Any

from freiton import _engine
from freiton._arguments import flag, text
from freiton._arrays import Cases
from freiton._figures import ErlangFigures

_NEEDED = ("load", "agents", "aht_s", "within_s")
_PROMISES = ("answered", "average_wait_s", "abandoned", "wait_probability", "blocked", "max_occupancy")


def figures_of(model: str, counting: str, **given: Any) -> ErlangFigures[Any]:
    cases = Cases(_NEEDED, **given)
    flat = _engine.erlang_figures(model, cases.columns, text("counting", counting), cases.size)
    shaped = {name: cases.shaped(values) for name, values in flat.items()}
    return ErlangFigures(load=cases.given("load"), agents=cases.given("agents"), **shaped)


def agents_of(model: str, counting: str, fractional: bool, **given: Any) -> Any:
    cases = _promised(given)
    word, parts = text("counting", counting), flag("fractional", fractional)
    return cases.shaped(_engine.erlang_agents(model, cases.columns, word, cases.size, parts))


def load_of(model: str, counting: str, **given: Any) -> Any:
    cases = _promised(given)
    return cases.shaped(_engine.erlang_load(model, cases.columns, text("counting", counting), cases.size))


def _promised(given: dict[str, Any]) -> Cases:
    if all(given.get(name) is None for name in _PROMISES):
        known = ", ".join(name for name in _PROMISES if name in given)
        raise ValueError(f"at least one promise is needed: {known}")
    return Cases(_NEEDED, **given)
