# SPDX-License-Identifier: Apache-2.0
"""Comparisons: every organisation of a scenario side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from freiton import _engine
from freiton._asking import HalfWidth, Progress, changes_of, shown, threads_of
from freiton._frames import frame_of_rows
from freiton._html import card
from freiton._plan import Method, PlanResult, chosen
from freiton._result import Answer, Result
from freiton._scenario import Scenario, Source
from freiton._simulate import SimulationResult
from freiton._staff import Staff, with_staff


class Comparison(Answer):
    """The organisations of a scenario, each planned or simulated, on the same random numbers. Can be pickled."""

    @property
    def planned(self) -> bool:
        """Whether the organisations were planned; else all teams had their staff given, and they were simulated."""
        return bool(self._json["planned"])

    @cached_property
    def organisations(self) -> Mapping[str, Result]:
        """The result of each organisation, by name: PlanResults or SimulationResults."""
        kind = PlanResult if self.planned else SimulationResult
        return {name: kind(json.dumps(result)) for name, result in self._json["organisations"].items()}

    @cached_property
    def summary(self) -> pd.DataFrame:
        """A row for each organisation, which is the index.

        ``met, agent_hours, paid_hours, paid_fte, cost``, and of each work ``service_level, asa_s, abandoned_share`` or
        ``done_in_time_share, turnaround_mean_h``, and ``away_share``, as columns such as ``orders.asa_s``.
        """
        rows = []
        for name, result in self.organisations.items():
            row: dict[str, Any] = {"organisation": name, "met": result.met, **result.totals}
            for work in result.work.index:
                row |= {f"{work}.{key}": value for key, value in _service(self._json["organisations"][name], work)}
            rows.append(row)
        return frame_of_rows(rows, ("organisation", "met")).set_index("organisation")

    @cached_property
    def differences(self) -> pd.DataFrame:
        """Of every pair: ``a, b, figure, difference, half_width``, the figure of ``b`` less that of ``a``.

        Half-widths at 95 % are of paired differences; NaN where chance plays no part, as for hours.
        """
        return frame_of_rows(self._json["differences"], ("a", "b", "figure", "difference", "half_width"))

    def _repr_html_(self) -> str:
        title = next(iter(self.organisations.values())).title
        done = "planned" if self.planned else "simulated"
        shown = self.summary.filter(regex=r"^(met|agent_hours|paid_fte|cost)$|\.(service_level|done_in_time_share)$")
        return card(title, [f"{len(self.organisations)} organisations, {done}"], [shown])

    def __repr__(self) -> str:
        done = "planned" if self.planned else "simulated"
        return f"<freiton.Comparison {done}: {', '.join(self.organisations)}>"


def _service(result: dict[str, Any], work: str) -> list[tuple[str, Any]]:
    wanted = ("service_level", "asa_s", "abandoned_share", "done_in_time_share", "turnaround_mean_h", "away_share")
    return [(key, result["work"][work][key]) for key in wanted if key in result["work"][work]]


def compare(
    scenario: Scenario | Source,
    method: Method | None = None,
    staff: Staff | None = None,
    seed: int | None = None,
    threads: int | None = None,
    replications: int | None = None,
    half_width: HalfWidth | None = None,
    progress: Progress = False,
) -> Comparison:
    """Every organisation of the scenario side by side, on the same random numbers, with paired differences.

    They are planned, or simulated where all teams have their staff, by the scenario or by ``staff``, which is that of
    its teams in every organisation. Arguments are as in ``freiton.plan`` and ``freiton.simulate``. The interpreter's
    lock is released, and Ctrl-C is obeyed.

    Raises ScenarioError if the scenario names no organisations or one cannot be planned, ValueError or TypeError if an
    argument is wrong. Targets that are missed are a result.
    """
    changes = changes_of(seed, replications, half_width)
    asked = with_staff(chosen(scenario, method), staff, changes, organisations=True)
    with shown(progress, "compare") as tell:
        return Comparison(_engine.compare_json(asked._loaded, changes, threads_of(threads), tell))
