# SPDX-License-Identifier: Apache-2.0
"""People for a backlog with deadlines, against exact fractions; tolerances are some sums' rounding."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

import freiton
from places import reference_cases

CASES = reference_cases("async_backlog")


def post(case: dict[str, Any]) -> tuple[dict[str, list[float]], NDArray[np.float64]]:
    """Its cohorts, and the hours of one agent by slot."""
    cohorts = case["cohorts"]
    keys = {"work_h": "work_agent_hours", "release": "release_slot", "due": "due_slot"}
    available = case["availability"] or [1.0] * case["n_slots"]
    return {ours: [cohort[theirs] for cohort in cohorts] for ours, theirs in keys.items()}, case["slot_h"] * np.array(
        available
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_least_constant_number_of_people(case: dict[str, Any]) -> None:
    cohorts, one_agent_h = post(case)
    people = freiton.backlog_constant(**cohorts, one_agent_h=one_agent_h)
    assert people.agents == pytest.approx(case["min_constant_agents_100pct"], rel=1e-12)
    if people.agents > 0.0:
        assert people.work_h == pytest.approx(people.agents * one_agent_h[people.slots].sum(), rel=1e-12)


@pytest.mark.parametrize("case", [case for case in CASES if case["sla"]["fraction"] < 1.0], ids=lambda case: case["id"])
def test_the_least_constant_number_for_a_share_in_time(case: dict[str, Any]) -> None:
    cohorts, one_agent_h = post(case)
    days = [cohort["arrival_day"] for cohort in case["cohorts"]]
    group = np.unique(days, return_inverse=True)[1]
    share = case["sla"]["fraction"]
    people = freiton.backlog_constant(**cohorts, one_agent_h=one_agent_h, share=share, group=group)
    assert people.agents == pytest.approx(case["min_constant_agents_fraction"], rel=1e-12)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "peak_minimal_profile_agent_hours" in case], ids=lambda case: case["id"]
)
def test_the_flattest_profile(case: dict[str, Any]) -> None:
    cohorts, one_agent_h = post(case)
    agents = freiton.backlog_flattest(**cohorts, one_agent_h=one_agent_h)
    np.testing.assert_allclose(agents * one_agent_h, case["peak_minimal_profile_agent_hours"], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("case", [case for case in CASES if "edf" in case], ids=lambda case: case["id"])
def test_what_is_due_earliest_goes_first(case: dict[str, Any]) -> None:
    cohorts, one_agent_h = post(case)
    outcome = freiton.backlog_earliest_due(**cohorts, capacity_h=case["capacity_agents"] * one_agent_h)
    wanted = case["edf"]
    rest_h = 1e-11 * outcome.total_h
    assert outcome.feasible == wanted["feasible"]
    np.testing.assert_allclose(outcome.completed_h, wanted["completed_agent_hours"], atol=rest_h)
    np.testing.assert_allclose(outcome.backlog_h, wanted["backlog_end_agent_hours"], atol=rest_h)
    assert outcome.total_late_h == pytest.approx(wanted["late_work_agent_hours"], abs=rest_h)
    assert outcome.on_time_share == pytest.approx(wanted["on_time_fraction"], rel=1e-12)
    assert outcome.portions.work_h.sum() == pytest.approx(outcome.completed_h.sum())


def test_late_work_is_told_by_slot_and_cohort() -> None:
    # Four hours due in slot 1 and one hour due in slot 2; one hour is done in each slot: two are late at the end of
    # slot 1, and as late work stays in front, the other hour is late too.
    outcome = freiton.backlog_earliest_due([4.0, 1.0], [0, 0], [1, 2], np.ones(4))
    assert not outcome.feasible
    assert outcome.late_h.tolist() == [0.0, 2.0, 1.0, 0.0]
    assert outcome.on_time_h.tolist() == [2.0, 0.0]
    assert outcome.oldest.tolist() == [0.0] * 4
    assert outcome.portions.values.tolist() == [[0, slot, 1.0] for slot in range(4)]
    assert outcome.on_time_share == 0.4


def test_the_flattest_profile_gets_everything_done() -> None:
    rng = np.random.default_rng(1)
    release = rng.integers(0, 40, 60)
    due = release + rng.integers(0, 10, 60)
    work_h, one_agent_h = rng.uniform(0.0, 3.0, 60), np.full(50, 0.5)
    agents = freiton.backlog_flattest(work_h, release, due, one_agent_h)
    assert freiton.backlog_earliest_due(work_h, release, due, agents * one_agent_h * (1 + 1e-12)).feasible
    assert agents.max() == pytest.approx(freiton.backlog_constant(work_h, release, due, one_agent_h).agents)


def test_numbers_broadcast_and_no_work_takes_nobody() -> None:
    assert freiton.backlog_constant(2.0, [0, 1, 2], 3, np.ones(4)).agents == 1.5  # 6 h in 4 h
    nothing = freiton.backlog_constant([], [], [], np.ones(4))
    assert (nothing.agents, nothing.slots.size) == (0.0, 0)
    assert math.isinf(freiton.backlog_constant(1.0, 0, 0, [0.0, 1.0]).agents)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: freiton.backlog_constant(-1.0, 0, 0, [1.0]), "work_h"),
        (lambda: freiton.backlog_constant(1.0, -1, 0, [1.0]), "release"),
        (lambda: freiton.backlog_constant(1.0, 1, 0, [1.0, 1.0]), "due"),
        (lambda: freiton.backlog_constant(1.0, 0, 1, [1.0]), "due: there are only 1 slots"),
        (lambda: freiton.backlog_constant(1.0, 0.5, 1, [1.0, 1.0]), "release: must be whole"),
        (lambda: freiton.backlog_constant(1.0, 0, 0, [math.nan]), "one_agent_h"),
        (lambda: freiton.backlog_constant(1.0, 0, 0, [1.0], share=1.5), "share"),
        (lambda: freiton.backlog_constant(1.0, 0, 0, [1.0], share=[0.5, 0.5]), "share"),
        (lambda: freiton.backlog_constant([1.0, 2.0], [0, 0, 0], 0, [1.0]), "lengths"),
        (lambda: freiton.backlog_flattest("much", 0, 0, [1.0]), "work_h"),
        (lambda: freiton.backlog_earliest_due(1.0, 0, 0, [-1.0]), "capacity_h"),
    ],
)
def test_wrong_arguments_are_named(call: Callable[[], object], name: str) -> None:
    with pytest.raises(ValueError, match=name):
        call()


def test_series_about_different_cohorts_are_refused() -> None:
    work_h = pd.Series([1.0, 2.0], index=["letters", "faxes"])
    due = pd.Series([0, 2], index=["faxes", "letters"])
    calls: list[Callable[[Any], object]] = [
        lambda last: freiton.backlog_constant(work_h, 0, last, np.ones(3)),
        lambda last: freiton.backlog_flattest(work_h, 0, last, np.ones(3)),
        lambda last: freiton.backlog_earliest_due(work_h, 0, last, np.ones(3)),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="work_h, due: these Series have different indexes; align them first"):
            call(due)
        call(due.reindex(work_h.index))


def test_shares_by_group_are_in_the_order_of_the_groups() -> None:
    def people(share: Any) -> float:
        return freiton.backlog_constant([4.0, 4.0], 0, [0, 1], np.ones(3), share=share, group=[0, 1]).agents

    share = pd.Series([0.5, 1.0])
    assert people(share) == 3.0  # 2 h in slot 0, 6 h by slot 1; the other way round 4 h in slot 0
    with pytest.raises(ValueError, match="share: the index of the Series must be the groups in their order, 0 to 1"):
        people(share.iloc[::-1])
