# SPDX-License-Identifier: Apache-2.0
"""Staff as a table with a column for each team."""

from collections.abc import Callable

import pandas as pd
import pytest

import freiton
import studies

AGENTS = [5, 6, 7, 8, 8, 7, 6, 5]


@pytest.fixture
def office() -> freiton.Scenario:
    return freiton.load(studies.scenario())


WAYS: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "date and start": lambda table: table[["date", "start", "office"]],
    "all of the intervals": lambda table: table,
    "timestamps": lambda table: table[["time", "office"]],
    "start holds timestamps": lambda table: table[["office"]].assign(start=table.time),
    "index": lambda table: table.set_index("time")[["office"]],
    "group": lambda table: table.set_index(["date", "start"])[["office"]],
    "order": lambda table: table.iloc[::-1],
    "by place": lambda table: table[["office"]],
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_table_may_have_a_column_for_each_team(
    office: freiton.Scenario, way: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    staff = way(office.intervals.assign(office=AGENTS))
    assert freiton.simulate(office, staff).staffing.agents.tolist() == AGENTS


def test_a_column_that_is_no_team_is_told(office: freiton.Scenario) -> None:
    staff = office.intervals.assign(office=AGENTS, offices=AGENTS)
    with pytest.raises(ValueError, match='staff: there is no team "offices"; the scenario has: office'):
        freiton.simulate(office, staff)


def test_a_table_that_is_wrong_is_told_by_its_name(office: freiton.Scenario) -> None:
    staff = office.intervals.assign(team="office", agents=AGENTS)
    with pytest.raises(ValueError, match="staff: date: 2026-03-02 08:00:00 has a time of day"):
        freiton.simulate(office, staff.assign(date=staff.time))
