# SPDX-License-Identifier: Apache-2.0
"""Service contracts: what a plan delivers to whom, what each service takes, and what its promise costs."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

import pandas as pd

from freiton import _engine
from freiton._asking import Progress, changes_of, shown, threads_of
from freiton._frames import frame_of_rows
from freiton._html import card
from freiton._plan import Method, PlanResult, chosen
from freiton._result import Answer
from freiton._scenario import Scenario, Source


class Contract(Answer):
    """Every kind of work as a service with its customer, promise, people and cost. Can be pickled.

    Hours, FTE and cost of the services add up to those of the plan: in every interval the hours of a team, idle and
    absent ones too, belong to them in proportion to the time it is busy with each.
    """

    @cached_property
    def plan(self) -> PlanResult:
        """The plan that it is a contract of."""
        return PlanResult(json.dumps(self._json["plan"]))

    @cached_property
    def services(self) -> pd.DataFrame:
        """A row for each kind of work, which is the index.

        ``kind, customer, segment, description, promise`` in words, ``in_time_share`` (and
        ``in_time_share_half_width`` where days were simulated), ``offered, agent_hours,
        busy_hours, idle_hours, absent_hours, paid_hours, paid_fte, cost, cost_per_contact``. How
        each promise is kept stands in ``plan.targets``.
        """
        return frame_of_rows(self._json["services"], ("work", "kind", "customer", "segment")).set_index("work")

    @cached_property
    def by_customer(self) -> pd.DataFrame:
        """The figures of the services, summed by customer, which is the index; empty where none is named."""
        return self._sums("customer")

    @cached_property
    def by_segment(self) -> pd.DataFrame:
        """The same by segment."""
        return self._sums("segment")

    @property
    def total(self) -> dict[str, float | None]:
        """The same of all services: what the plan takes."""
        return dict(self._json["total"])

    @cached_property
    def prices(self) -> pd.DataFrame:
        """What each promise costs: a row for each work and ``step`` (``looser``, ``tighter``, ``without``).

        ``work, step, promise, met, agent_hours_difference, paid_fte_difference, cost_difference``: the least staffing
        with that promise less the least that is known with all as agreed. ``met`` is False where it cannot be kept
        (then there are no differences), NA where only formulas expect it. Empty where all staff is given.
        """
        return frame_of_rows(self._json["prices"], ("work", "step", "promise", "met"))

    @property
    def spared(self) -> dict[str, Any] | None:
        """What the cheapest plan that is known to keep all that is agreed takes less than ``plan``: ``agent_hours,
        cost`` (None where cost is unknown) and ``expected``, whether only formulas expect that it keeps all of it.

        None where ``plan`` is the cheapest that is known.
        """
        spared: dict[str, Any] | None = self._json["spared"]
        return spared

    def _sums(self, key: str) -> pd.DataFrame:
        rows = [{**row, key: row[key] or ""} for row in self._json[f"by_{key}"]]
        return frame_of_rows(rows, (key,)).set_index(key)

    def _repr_html_(self) -> str:
        shown = ["customer", "promise", "offered", "agent_hours", "paid_fte", "cost"]
        return card(self.plan.title, [self.plan._judged], [self.services[shown].dropna(axis="columns", how="all")])

    def __repr__(self) -> str:
        return f"<freiton.Contract {self.plan.title!r}: {', '.join(self.services.index)}>"


def contract(
    scenario: Scenario | Source,
    method: Method | None = None,
    organisation: str | None = None,
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress = False,
) -> Contract:
    """The service contract of a scenario: its plan by service, customer and segment, and the price of every promise.

    Arguments are as in ``freiton.plan``. A promise's price takes up to three more plans, each by the method and on the
    random numbers of the first. The interpreter's lock is released, and Ctrl-C is obeyed.

    Raises ScenarioError if this scenario cannot be planned in this way, ValueError or TypeError if an argument is
    wrong. Promises that are missed are a result.
    """
    changes = changes_of(seed)
    asked = chosen(scenario, method, organisation)
    with shown(progress, "contract") as tell:
        return Contract(_engine.contract_json(asked._loaded, changes, threads_of(threads), tell))
