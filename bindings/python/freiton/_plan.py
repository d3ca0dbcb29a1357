# SPDX-License-Identifier: Apache-2.0
"""Plans: the staffing that meets every target."""

from __future__ import annotations

from typing import Literal

from freiton import _engine
from freiton._asking import Progress, changes_of, shown, threads_of
from freiton._result import Result
from freiton._scenario import Scenario

Method = Literal["formula", "simulation"]


class PlanResult(Result):
    """The staffing that was found, and how it performs: ``staffing`` is what is required."""


def plan(
    scenario: Scenario,
    method: Method | None = None,
    organisation: str | None = None,
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress = False,
) -> PlanResult:
    """Finds the staffing that meets every target, and says how it performs.

    ``method`` and ``seed`` are those of the scenario unless given; ``organisation`` names one of the scenario's;
    ``threads`` is how many may be used (all cores unless given; the result does not depend on it). ``progress`` is True
    for a bar by tqdm, or a function that is called with the share done, 0 to 1. The interpreter's lock is released, and
    Ctrl-C is obeyed.

    Raises ScenarioError if this scenario cannot be planned in this way, ValueError if an argument is wrong. That no
    staffing meets the targets is no error: ``met`` is false then, and the best that was found is given.
    """
    changes = changes_of(seed)
    scenario = chosen(scenario, method, organisation)
    with shown(progress, "plan") as tell:
        return PlanResult(_engine.plan_json(scenario._loaded, changes, threads_of(threads), tell))


def chosen(scenario: Scenario, method: Method | None, organisation: str | None = None) -> Scenario:
    """The scenario under one of its organisations, with another method."""
    if method not in (None, "formula", "simulation"):
        raise ValueError(f'method: must be "formula" or "simulation", got {method!r}')
    if organisation is not None:
        scenario = scenario.organised(organisation)
    return scenario if method is None else scenario.with_({"plan.method": method})
