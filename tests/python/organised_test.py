# SPDX-License-Identifier: Apache-2.0
"""Organisations that change more than the routing, by key paths."""

from typing import Any

import pandas as pd
import pytest

import freiton
import studies

TEAMS: dict[str, dict[str, Any]] = {
    "fast": {"work.sales.handling_time": "3 min", "teams.office.staff": 5},
    "small": {"teams.office.staff": 4, "keep_free": 1},
    "as_it_is": {},
}


@pytest.fixture(scope="module")
def office() -> freiton.Scenario:
    return freiton.load({**studies.scenario(), "organisations": TEAMS})


def test_an_organisation_is_a_scenario_with_its_values(office: freiton.Scenario) -> None:
    fast = office.organised("fast")
    assert fast.organisations == []
    changed = office.with_({**TEAMS["fast"], "organisations": None})
    assert fast == changed
    assert office.organised("as_it_is") == office.with_({"organisations": None})
    assert office.organised("small").to_dict()["routing"]["keep_free"] == 1


def test_it_keeps_the_tables_that_it_names(office: freiton.Scenario) -> None:
    staff = pd.DataFrame({"date": "2026-03-02", "start": ["08:00"], "agents": [3]})
    tabled = office.with_({"organisations.small.teams.office.staff": staff})
    assert freiton.simulate(tabled, organisation="small").staffing.agents.tolist() == [3] + [0] * 7
    assert freiton.simulate(tabled, organisation="fast").staffing.agents.tolist() == [5] * 8


def test_values_below_an_organisation_have_key_paths_for_keys(office: freiton.Scenario) -> None:
    changed = office.with_(
        {"organisations.fast.work.sales.handling_time": "2 min", "organisations.as_it_is.keep_free": 2}
    )
    assert changed.organised("fast").handling_time("sales").mean() == 120.0
    assert changed.organised("as_it_is").to_dict()["routing"]["keep_free"] == 2
    assert changed.organised("small") == office.organised("small")
    taken = office.with_({"organisations.*.teams.office.staff": None})
    assert taken.organised("fast") == office.organised("fast").with_({"teams.office.staff": 6})
    with pytest.raises(freiton.ScenarioError, match=r"organisations\.fast\.work\.sale\.handling_time"):
        office.with_({"organisations.fast.work.sale.handling_time": "2 min"})


def by_team() -> dict[str, Any]:
    return {"office": [7, 7, 7, 7, 8, 8, 8, 8]}


def table() -> pd.DataFrame:
    intervals = freiton.load(studies.scenario()).intervals
    return intervals[["date", "start"]].assign(team="office", agents=by_team()["office"])


@pytest.mark.parametrize("staff", [by_team(), table()], ids=["by team", "table"])
def test_staff_that_is_given_to_a_comparison_is_that_of_every_organisation(
    office: freiton.Scenario, staff: Any
) -> None:
    compared = freiton.compare(office, staff=staff).organisations
    for name, found in compared.items():
        alone = freiton.simulate(office, staff, organisation=name)
        assert found.staffing.agents.tolist() == by_team()["office"]
        assert found.work.equals(alone.work)


def test_teams_that_only_an_organisation_has_keep_their_staff() -> None:
    outside = {"teams": {"outside": {"handles": ["sales", "post"], "staff": 5}}}
    office = freiton.load({**studies.scenario(), "organisations": {"here": {}, "outside": outside}})
    for staff in (by_team(), table()):
        compared = freiton.compare(office, staff=staff).organisations
        assert compared["here"].staffing.agents.tolist() == by_team()["office"]
        assert compared["outside"].staffing.agents.tolist() == [5] * 8
