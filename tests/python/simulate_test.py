# SPDX-License-Identifier: Apache-2.0
"""Simulations of given staff. The figures themselves are tested in C++; here, that staff and figures arrive."""

import pickle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import freiton
from places import SCENARIOS

TEAM = "hotline_team"


@pytest.fixture(scope="module")
def scenario() -> freiton.Scenario:
    return freiton.load(SCENARIOS / "quickstart.yaml").with_({"simulation.replications": 40})


@pytest.fixture(scope="module")
def plan(scenario: freiton.Scenario) -> freiton.PlanResult:
    return freiton.plan(scenario)


@pytest.fixture(scope="module")
def result(scenario: freiton.Scenario, plan: freiton.PlanResult) -> freiton.SimulationResult:
    return freiton.simulate(scenario, plan)


def test_what_was_planned_can_be_simulated(result: freiton.SimulationResult, plan: freiton.PlanResult) -> None:
    assert result.method == "simulation"
    assert result.replications == 40
    assert result.staffing.equals(plan.staffing)
    # 2,620 calls a day by Poisson, 40 days: standard error sqrt(2620 / 40) = 8.1
    assert abs(result.work.offered["hotline"] - 2620.0) < 5 * 8.1


def test_every_figure_has_its_half_width(result: freiton.SimulationResult) -> None:
    for table in (result.intervals, result.days, result.work):
        assert (table.service_level_half_width > 0.0).all()
    assert (result.targets.half_width > 0.0).all()
    assert len(result.intervals) == 24


def test_single_days_stand_beside_their_means(result: freiton.SimulationResult, plan: freiton.PlanResult) -> None:
    assert result.to_dict()["single_days"] == 40
    for table in (result.intervals, result.days, result.work):
        for figure in ("service_level", "asa_s", "abandoned_share"):
            assert (table[figure + "_p05"] <= table[figure + "_p95"]).all()
    assert result.teams.occupancy_p05[TEAM] < result.teams.occupancy_p95[TEAM]
    assert "service_level_p05" not in plan.intervals.columns  # by formula


def test_occupancy_is_told_by_interval_and_day(result: freiton.SimulationResult, plan: freiton.PlanResult) -> None:
    table = result.occupancy
    assert list(table.columns) == ["date", "start", "time", "team", "occupancy", "occupancy_p05", "occupancy_p95"]
    assert list(table.start)[:2] == ["08:00", "08:30"]
    assert len(table) == 24 + 1
    day = table[table.start == ""].iloc[0]
    assert day.occupancy_p05 < day.occupancy < day.occupancy_p95
    assert day.occupancy == pytest.approx(result.teams.occupancy[TEAM], rel=1e-12)  # one open day: the horizon
    assert list(plan.occupancy.columns) == ["date", "start", "time", "team", "occupancy"]
    assert len(plan.occupancy) == 24


def test_staff_of_any_kind_is_the_same_staff(
    scenario: freiton.Scenario, plan: freiton.PlanResult, result: freiton.SimulationResult, tmp_path: Path
) -> None:
    agents = plan.staffing.agents
    plan.staffing.to_csv(tmp_path / "staff.csv", index=False)
    for staff in (
        plan.staffing,
        tmp_path / "staff.csv",
        str(tmp_path / "staff.csv"),
        {TEAM: agents},
        {TEAM: agents.tolist()},
        {TEAM: agents.to_numpy(dtype=np.float64)},
        {TEAM: plan.staffing},
    ):
        assert freiton.simulate(scenario, staff).to_dict() == result.to_dict()


def test_a_number_of_people_is_there_all_day(scenario: freiton.Scenario) -> None:
    assert freiton.simulate(scenario, {TEAM: 25}).staffing.agents.tolist() == [25] * 24


def test_a_list_may_be_of_one_day_or_of_the_whole_horizon(scenario: freiton.Scenario) -> None:
    two_days = scenario.with_({"calendar.days": 2})
    day, horizon = np.full(24, 25), np.concatenate([np.full(24, 25), np.full(24, 24)])
    assert freiton.simulate(two_days, {TEAM: day}).staffing.agents.tolist() == [25] * 48
    assert freiton.simulate(two_days, {TEAM: horizon}).staffing.agents.tolist() == horizon.tolist()


def test_staff_is_needed_and_teams_are_known(scenario: freiton.Scenario) -> None:
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.simulate(scenario)
    assert caught.value.problems[0].key == f"teams.{TEAM}.staff"
    with pytest.raises(freiton.ScenarioError, match="hotline_team"):
        freiton.simulate(scenario, {"hotline_taem": 3})
    table = pd.DataFrame({"date": ["2026-03-02"], "start": ["08:00"], "team": ["hotline_taem"], "agents": [3]})
    with pytest.raises(freiton.ScenarioError, match="hotline_taem"):
        freiton.simulate(scenario, table)


def test_seed_and_precision_are_those_of_the_call(scenario: freiton.Scenario, plan: freiton.PlanResult) -> None:
    few = freiton.simulate(scenario, plan, replications=30, seed=7)
    assert (few.replications, few.seed) == (30, 7)
    assert few.to_dict() == freiton.simulate(scenario, plan, replications=30, seed=7, threads=2).to_dict()
    exact = freiton.simulate(scenario, plan, half_width={"shares": 0.01, "times": 0.5})
    assert exact.work.service_level_half_width.max() <= 0.01
    assert exact.replications > 30


def test_headroom_is_what_more_could_come(scenario: freiton.Scenario) -> None:
    plenty = freiton.simulate(scenario, {TEAM: 40}, headroom=True)
    assert plenty.headroom_scale is not None
    assert plenty.headroom_scale > 1.0
    assert plenty.headroom_at_least is False
    more = scenario.with_({"work.hotline.arrivals.scale": plenty.headroom_scale})
    assert freiton.simulate(more, {TEAM: 40}).met
    without = freiton.simulate(scenario, {TEAM: 40})
    assert (without.headroom_scale, without.headroom_at_least) == (None, None)


def test_headroom_ends_at_the_largest_scale_that_is_tried(scenario: freiton.Scenario) -> None:
    few = scenario.with_({"work.hotline.arrivals.scale": 0.001})
    found = freiton.simulate(few, {TEAM: 40}, replications=30, headroom=True)
    assert (found.headroom_scale, found.headroom_at_least) == (64.0, True)


def test_an_organisation_can_be_simulated() -> None:
    firm = freiton.load(SCENARIOS / "service_firm.yaml")
    staff = {"inside_sales_hamburg": 12, "inside_sales_munich": 10}
    alone = freiton.simulate(firm, staff, "per_site", replications=30)
    together = freiton.simulate(firm, staff, "virtual_team", replications=30)
    assert together.work.asa_s["orders"] < alone.work.asa_s["orders"]


def test_a_trace_tells_every_contact(scenario: freiton.Scenario, plan: freiton.PlanResult) -> None:
    contacts = freiton.trace(scenario, plan, seed=3)
    one_day = freiton.simulate(scenario, plan, replications=1, seed=3)
    assert len(contacts) == one_day.work.offered["hotline"]
    assert set(contacts.outcome) == {"answered", "abandoned"}
    answered = contacts[contacts.outcome == "answered"]
    assert answered.wait_s.mean() == pytest.approx(one_day.work.asa_s["hotline"], rel=1e-9)
    assert contacts.begin_s[contacts.outcome == "abandoned"].isna().all()
    assert set(contacts.team[contacts.outcome == "answered"]) == {TEAM}


def test_wrong_arguments_are_named(scenario: freiton.Scenario, plan: freiton.PlanResult) -> None:
    with pytest.raises(ValueError, match="replications: must be"):
        freiton.simulate(scenario, plan, replications=0)
    with pytest.raises(ValueError, match="replications, half_width"):
        freiton.simulate(scenario, plan, replications=30, half_width=0.01)
    with pytest.raises(ValueError, match="half_width"):
        freiton.simulate(scenario, plan, half_width={"share": 0.01})
    with pytest.raises(ValueError, match="half_width"):
        freiton.simulate(scenario, plan, half_width=1.0)


def test_a_result_survives_pickling(result: freiton.SimulationResult) -> None:
    again = pickle.loads(pickle.dumps(result))
    assert type(again) is freiton.SimulationResult
    pd.testing.assert_frame_equal(again.intervals, result.intervals)


def test_staff_that_is_a_bare_number_is_told_how_to_say_for_whom() -> None:
    scenario = freiton.load(SCENARIOS / "quickstart.yaml")
    with pytest.raises(TypeError, match=r'a dict by team such as \{"hotline_team": 22\}, not int'):
        freiton.simulate(scenario, 22)  # type: ignore[arg-type]


def test_a_scenario_may_be_named_by_its_file() -> None:
    path = SCENARIOS / "quickstart.yaml"
    assert freiton.plan(path).staffing.equals(freiton.plan(freiton.load(path)).staffing)
    with pytest.raises(TypeError, match=r"scenario: must be a freiton.Scenario, the path of a file or a dict, not int"):
        freiton.plan(22)  # type: ignore[arg-type]


CHATS = """
freiton: 1
calendar: {first_day: 2026-09-07, days: 1, open: {mon-fri: "08:00-10:00"}}
work:
  chats:
    kind: chat
    concurrency: 2
    arrivals: {per_interval: 20}
    handling_time: {mean: 6 min}
    target: {answered: 80 %, within: 60 s}
  calls:
    kind: call
    arrivals: {per_interval: 5}
    handling_time: {mean: 3 min}
    callback: {offer_after: 10 s, accepts: 50 %, within: 1 h}
    target: 80/20
  list:
    kind: outbound
    arrivals: {per_day: 10, at: "08:00"}
    reached: 50 %
    handling_time: {mean: 2 min}
    target: {tried: 90 %, within: 1 d}
teams:
  desk: {handles: [calls, chats, list], while_chatting: calls, staff: 4}
simulation: {replications: 50}
"""


def test_chats_callbacks_and_lists_have_their_figures(tmp_path: Path) -> None:
    (tmp_path / "chats.yaml").write_text(CHATS, encoding="utf-8")
    result = freiton.simulate(freiton.load(tmp_path / "chats.yaml"))
    figures = result.to_dict()["work"]
    assert 0 < figures["chats"]["conversations_mean"] <= 8
    assert figures["calls"]["conversations_mean"] is None
    assert 0 <= figures["calls"]["called_back_share"] <= 1
    assert figures["list"]["reached"] <= figures["list"]["tried"] <= figures["list"]["attempts"]
