# SPDX-License-Identifier: Apache-2.0
"""Plans as tables. The figures themselves are tested in C++; here, that they arrive."""

import pickle

import numpy as np
import pandas as pd
import pytest

import freiton
from places import SCENARIOS


@pytest.fixture(scope="module")
def scenario() -> freiton.Scenario:
    return freiton.load(SCENARIOS / "quickstart.yaml")


@pytest.fixture(scope="module")
def result(scenario: freiton.Scenario) -> freiton.PlanResult:
    return freiton.plan(scenario)


@pytest.fixture(scope="module")
def by_formula(scenario: freiton.Scenario) -> freiton.PlanResult:
    return freiton.plan(scenario, "formula")


def test_a_plan_says_how_it_was_found(result: freiton.PlanResult, by_formula: freiton.PlanResult) -> None:
    assert result.method == "transient"
    assert by_formula.method == "formula"


def test_staffing_has_a_row_for_each_team_and_interval(result: freiton.PlanResult) -> None:
    assert list(result.staffing.columns) == ["date", "start", "time", "team", "agents"]
    assert len(result.staffing) == 24
    assert result.staffing.agents.dtype.kind == "i"
    assert result.staffing.agents.tolist() == result.to_dict()["teams"]["hotline_team"]["required"]


def test_staffing_as_csv_is_that_of_the_command_line(result: freiton.PlanResult) -> None:
    first = result.staffing.drop(columns="time").to_csv(index=False).splitlines()[:2]
    assert first == ["date,start,team,agents", "2026-03-02,08:00,hotline_team,7"]


def test_each_interval_keeps_the_promise_and_agrees_with_the_calculator(by_formula: freiton.PlanResult) -> None:
    intervals = by_formula.intervals
    assert (intervals.service_level >= 0.8).all()
    # 240 s a call, half hours: load = calls x 240 / 1800
    load = intervals.offered * 240.0 / 1800.0
    fewest = freiton.erlang_a_agents(load, aht_s=240.0, patience_s=120.0, answered=0.8, within_s=20.0)
    assert by_formula.staffing.agents.tolist() == fewest.tolist()


def test_days_and_horizon_add_up(result: freiton.PlanResult) -> None:
    assert result.days.offered.tolist() == [pytest.approx(2620.0)]
    assert result.work.loc["hotline", "offered"] == pytest.approx(result.intervals.offered.sum())
    assert result.days.date.dtype.kind == "M"


def test_teams_and_totals_speak_of_hours(result: freiton.PlanResult) -> None:
    assert result.teams.loc["hotline_team", "agent_hours"] == result.staffing.agents.sum() / 2
    assert result.totals["paid_hours"] == pytest.approx(result.staffing.agents.sum() / 2 / 0.7)
    assert np.isnan(result.teams["cost"]["hotline_team"])


def test_targets_say_what_was_wanted_and_reached(result: freiton.PlanResult) -> None:
    (target,) = result.targets.to_dict("records")
    assert (target["work"], target["kind"], target["wanted"]) == ("hotline", "answered", 0.8)
    assert target["met"]
    assert target["reached"] == pytest.approx(result.intervals.service_level.min())
    assert result.met


def test_warnings_are_sentences(by_formula: freiton.PlanResult) -> None:
    assert "steady_state" in {warning.code for warning in by_formula.warnings}
    assert all(len(warning.text) > len(warning.code) for warning in by_formula.warnings)


def test_what_a_formula_cannot_vouch_for_is_expected_and_not_met(scenario: freiton.Scenario) -> None:
    falling = {"work.hotline.arrivals.per_interval": [200] * 12 + [40] * 12, "plan.method": "formula"}
    result = freiton.plan(scenario.with_(falling))
    assert result.expected and not result.met
    assert result.targets.may_be_off.tolist() == [0.2]
    assert "every target expected" in repr(result)
    assert "queue_left_over" in [warning.code for warning in result.warnings]


def test_what_cannot_be_met_is_a_result(scenario: freiton.Scenario) -> None:
    result = freiton.plan(scenario.with_({"teams.hotline_team.max": 5}))
    assert not result.met
    assert "targets missed" in repr(result)


def test_intervals_without_calls_have_no_service_level(scenario: freiton.Scenario) -> None:
    result = freiton.plan(scenario.with_({"work.hotline.arrivals.per_interval": [0.0] + [40.0] * 23}))
    assert np.isnan(result.intervals.service_level[0])
    assert result.intervals.service_level.dtype == float


def test_the_same_plan_twice_is_the_same_bytes(scenario: freiton.Scenario) -> None:
    assert freiton.plan(scenario, seed=7).to_dict() == freiton.plan(scenario, seed=7, threads=2).to_dict()
    assert freiton.plan(scenario, seed=7).seed == 7


def test_the_seed_is_that_of_the_scenario_unless_given(scenario: freiton.Scenario) -> None:
    assert freiton.plan(scenario.with_({"simulation.seed": 3})).seed == 3


def test_a_result_survives_pickling(result: freiton.PlanResult) -> None:
    again = pickle.loads(pickle.dumps(result))
    pd.testing.assert_frame_equal(again.intervals, result.intervals)


def test_an_organisation_can_be_planned(scenario: freiton.Scenario) -> None:
    teams = scenario.with_({"organisations": {"all": {"reach": "all"}}})
    assert freiton.plan(teams, organisation="all").staffing.equals(freiton.plan(scenario).staffing)
    with pytest.raises(ValueError, match='organisation: there is no "any"'):
        freiton.plan(teams, organisation="any")


def test_wrong_arguments_are_named(scenario: freiton.Scenario) -> None:
    with pytest.raises(ValueError, match="seed"):
        freiton.plan(scenario, seed=-1)
    with pytest.raises(ValueError, match="threads"):
        freiton.plan(scenario, threads=0)
    with pytest.raises(ValueError, match="method"):
        freiton.plan(scenario, method="magic")  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def explained() -> freiton.PlanResult:
    office = {
        "freiton": 1,
        "calendar": {"first_day": "2026-03-02", "open": "09:00-11:00", "interval": "60 min"},
        "work": {
            "calls": {
                "kind": "call",
                "arrivals": {"per_interval": [60, 80]},
                "handling_time": {"mean": "3 min"},
                "target": {"answered": "80 %", "within": "20 s"},
            }
        },
        "teams": {"office": {"handles": ["calls"]}},
        "plan": {"method": "simulation"},
    }
    return freiton.plan(freiton.load(office))


def test_one_person_fewer_misses_a_target_and_one_more_does_better(explained: freiton.PlanResult) -> None:
    table = explained.one_person
    assert table.change.tolist() == [-1, 1, -1, 1]
    assert table.agents.tolist() == [agents for agents in explained.staffing.agents for _ in range(2)]
    assert table["start"].tolist() == ["09:00", "09:00", "10:00", "10:00"]
    assert table["at"].tolist() == [f"2026-03-02T{start}:00" for start in table["start"]]
    assert set(zip(table.work, table.kind, table.wanted, strict=True)) == {("calls", "answered", 0.8)}
    fewer, more = table[table.change == -1], table[table.change == 1]
    assert (fewer.reached < fewer.before).all()
    assert not fewer.met.any()
    assert (more.reached > more.before).all()
    assert more.met.all()


def test_more_contacts_do_worse_with_the_same_people(explained: freiton.PlanResult) -> None:
    table = explained.counterfactuals.set_index("change")
    assert table.index.tolist() == ["more_contacts", "fewer_contacts"]
    assert table.reached["more_contacts"] < table.before["more_contacts"] < table.reached["fewer_contacts"]


def test_a_plan_by_formula_does_not_say_why(result: freiton.PlanResult) -> None:
    assert len(result.one_person) == len(result.counterfactuals) == 0
    assert list(result.one_person.columns[:6]) == ["date", "start", "time", "team", "agents", "change"]
