# SPDX-License-Identifier: Apache-2.0
"""Plans: the staffing that meets every target."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import Any, Literal

import pandas as pd

from freiton import _engine
from freiton._arguments import text
from freiton._asking import Progress, changes_of, shown, threads_of
from freiton._frames import frame_of_rows
from freiton._result import Result
from freiton._scenario import Scenario, Source, scenario_of

Method = Literal["formula", "transient", "simulation"]

_EFFECT = ("work", "site", "kind", "each_day", "wanted", "at", "before", "reached", "half_width", "met")


class PlanResult(Result):
    """The staffing that was found, and how it performs: ``staffing`` is what is required."""

    @cached_property
    def one_person(self) -> pd.DataFrame:
        """What one person fewer or more would do, of a plan by simulation: a row for each team, interval and change.

        ``date, start, time, team, agents, change`` (-1 or 1), the target that decides, as in ``targets`` (``work, site,
        kind, each_day, wanted``; ``each_day``: of a share of days, what those days keep), ``at`` (the interval or day
        whose number it is; empty: of the horizon), ``before, reached, half_width`` and ``met``. One fewer: a target
        that is missed then, or not surely kept. One more: the tightest.
        No row where nothing can change; no rows of other plans than by simulation.
        """
        why = self._json.get("explanation") or {}
        rows = [
            {**row, "change": change, **self._effect(effect)}
            for change, effects in ((-1, why.get("one_fewer", {})), (1, why.get("one_more", {})))
            for row, effect in zip(self.staffing.to_dict("records"), chain(*effects.values()), strict=False)
            if effect is not None
        ]
        columns = ("date", "start", "time", "team", "agents", "change", *_EFFECT)
        return self._frame(rows, columns).sort_values(["time", "team", "change"], ignore_index=True)

    def _effect(self, effect: dict[str, Any]) -> dict[str, Any]:
        target = self._json["targets"][effect["target"]]
        found = {"each_day": None, **target, **effect, "at": effect["interval"] or effect["date"] or ""}
        return {name: found[name] for name in _EFFECT}

    @cached_property
    def counterfactuals(self) -> pd.DataFrame:
        """Every target of a plan by simulation with the same people in another world.

        ``change`` (``more_contacts`` and ``fewer_contacts``: 5 % of each kind; ``nobody_absent``), the target, as in
        ``targets``, and what it comes to: ``work, site, kind, each_day, scope, wanted,
        before, reached, half_width, met``.
        """
        why = self._json.get("explanation") or {}
        rows = [
            {"change": change, "each_day": None, **target, "before": target["reached"], **there}
            for change in ("more_contacts", "fewer_contacts", "nobody_absent")
            if why.get(change)
            for target, there in zip(self._json["targets"], why[change]["targets"], strict=True)
        ]
        target = ("work", "site", "kind", "each_day", "scope", "wanted")
        columns = ("change", *target, "before", "reached", "half_width", "met")
        return frame_of_rows(rows, columns)[list(columns)]


def plan(
    scenario: Scenario | Source,
    method: Method | None = None,
    organisation: str | None = None,
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress = False,
) -> PlanResult:
    """Finds the staffing that meets every target, and says how it performs.

    ``scenario`` is one that was loaded, or what ``freiton.load`` takes. ``method`` and ``seed`` are those of the
    scenario unless given; ``organisation`` names one of the scenario's;
    ``threads`` is how many may be used (all cores unless given; the result does not depend on it). ``progress`` is True
    for a bar by tqdm, or a function that is called with the share done, 0 to 1. The interpreter's lock is released, and
    Ctrl-C is obeyed.

    Raises ScenarioError if this scenario cannot be planned in this way, ValueError or TypeError if an argument is
    wrong. That no staffing meets the targets is no error: ``met`` is false then, and the best that was found is given.
    """
    changes = changes_of(seed)
    asked = chosen(scenario, method, organisation)
    with shown(progress, "plan") as tell:
        return PlanResult(_engine.plan_json(asked._loaded, changes, threads_of(threads), tell))


def chosen(given: Scenario | Source, method: Method | None, organisation: str | None = None) -> Scenario:
    """The scenario under one of its organisations, with another method."""
    scenario = scenario_of(given)
    if method is not None and text("method", method) not in ("formula", "transient", "simulation"):
        raise ValueError(f'method: must be "formula", "transient" or "simulation", got {method!r}')
    if organisation is not None:
        scenario = scenario.organised(organisation)
    return scenario if method is None else scenario.with_({"plan.method": method})
