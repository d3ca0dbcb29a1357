# SPDX-License-Identifier: Apache-2.0
"""Organisations side by side, as tables."""

import pickle

import pandas as pd
import pytest

import freiton
from places import SCENARIOS

STAFF = {"inside_sales_hamburg": 12, "inside_sales_munich": 10}


@pytest.fixture(scope="module")
def firm() -> freiton.Scenario:
    return freiton.load(SCENARIOS / "service_firm.yaml").with_({"simulation.replications": 30, "calendar.days": 1})


@pytest.fixture(scope="module")
def comparison(firm: freiton.Scenario) -> freiton.Comparison:
    return freiton.compare(firm, staff=STAFF)


def test_given_staff_is_simulated_under_every_organisation(
    firm: freiton.Scenario, comparison: freiton.Comparison
) -> None:
    assert not comparison.planned
    assert list(comparison.organisations) == firm.organisations
    alone = comparison.organisations["per_site"]
    assert isinstance(alone, freiton.SimulationResult)
    assert alone.work.equals(freiton.simulate(firm, STAFF, "per_site").work)


def test_the_summary_has_a_row_for_each_organisation(comparison: freiton.Comparison) -> None:
    summary = comparison.summary
    assert list(summary.index) == list(comparison.organisations)
    assert summary.agent_hours.nunique() == 1
    virtual = comparison.organisations["virtual_team"]
    assert summary.loc["virtual_team", "orders.asa_s"] == virtual.work.asa_s["orders"]
    assert summary.loc["virtual_team", "letters.done_in_time_share"] == virtual.work.done_in_time_share["letters"]


def test_differences_are_paired_and_of_every_pair(comparison: freiton.Comparison) -> None:
    differences = comparison.differences
    assert list(differences.columns) == ["a", "b", "figure", "difference", "half_width"]
    assert len(differences[["a", "b"]].drop_duplicates()) == 3
    hours = differences[differences.figure == "agent_hours"]
    assert hours.difference.tolist() == [0.0, 0.0, 0.0]
    assert hours.half_width.isna().all()
    waits = differences[(differences.figure == "work.orders.asa_s") & (differences.b == "virtual_team")]
    assert (waits.difference + waits.half_width < 0.0).all()


def test_without_staff_each_is_planned() -> None:
    office = freiton.load(
        {
            "freiton": 1,
            "calendar": {"first_day": "2026-03-02", "open": "09:00-10:00"},
            "sites": ["north", "south"],
            "work": {
                "calls": {
                    "kind": "call",
                    "arrivals": {"per_interval": {"north": 30, "south": 30}},
                    "handling_time": "3 min",
                    "target": {"answered": "80 %", "within": "20 s"},
                }
            },
            "teams": {name: {"site": name, "handles": ["calls"]} for name in ("north", "south")},
            "organisations": {"apart": {"reach": "site"}, "together": {"reach": "all"}},
        }
    )
    comparison = freiton.compare(office, method="formula")
    assert comparison.planned
    assert comparison.met
    assert isinstance(comparison.organisations["apart"], freiton.PlanResult)
    assert comparison.summary.agent_hours["together"] < comparison.summary.agent_hours["apart"]


def test_a_scenario_needs_organisations() -> None:
    with pytest.raises(freiton.ScenarioError, match="organisations"):
        freiton.compare(freiton.load(SCENARIOS / "quickstart.yaml"))


def test_a_comparison_survives_pickling(comparison: freiton.Comparison) -> None:
    again = pickle.loads(pickle.dumps(comparison))
    pd.testing.assert_frame_equal(again.differences, comparison.differences)
    assert repr(again) == "<freiton.Comparison simulated: per_site, overflow, virtual_team>"
