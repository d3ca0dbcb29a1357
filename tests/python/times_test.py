# SPDX-License-Identifier: Apache-2.0
"""Every table by date has one column that says the moment: ``time``, in the scenario's time zone."""

import pandas as pd
import pytest

import freiton
from places import SCENARIOS

TEAM = "hotline_team"
BERLIN = "Europe/Berlin"


@pytest.fixture(scope="module")
def plain() -> freiton.Scenario:
    return freiton.load(SCENARIOS / "quickstart.yaml").with_({"simulation.replications": 20})


@pytest.fixture(scope="module")
def autumn(plain: freiton.Scenario) -> freiton.Scenario:
    """The night in which the hour from two to three comes twice, and half of the day before."""
    return plain.with_(
        {
            "calendar.time_zone": BERLIN,
            "calendar.first_day": "2026-10-24",
            "calendar.days": 2,
            "calendar.open": {"sat": "20:00-24:00", "sun": "00:00-06:00"},
            "calendar.interval": "60 min",
            "work.hotline.arrivals": {"per_interval": 20},
        }
    )


def moments(autumn_night: str = "2026-10-24 18:00") -> pd.DatetimeIndex:
    """From 20:00 in Berlin: four hours, and then seven until six."""
    return pd.date_range(autumn_night, periods=11, freq="h", tz="UTC")


def test_without_a_time_zone_times_are_those_of_the_clock(plain: freiton.Scenario) -> None:
    staffing = freiton.plan(plain).staffing
    assert list(staffing.columns) == ["date", "start", "time", "team", "agents"]
    assert staffing.time.tolist() == list(pd.date_range("2026-03-02 08:00", periods=24, freq="30min"))


def test_the_hour_that_comes_twice_has_two_times(autumn: freiton.Scenario) -> None:
    result = freiton.plan(autumn, method="simulation")
    for table in (autumn.intervals, result.staffing, result.intervals, result.occupancy[result.occupancy.start != ""]):
        assert str(table.time.dtype).endswith(f"{BERLIN}]")
        assert (table.time == moments()).all()
        assert table.start.tolist()[4:9] == ["00:00", "01:00", "02:00", "02:00", "03:00"]


def test_tables_have_their_time_beside_date_and_start(autumn: freiton.Scenario) -> None:
    result = freiton.plan(autumn, method="simulation")
    assert list(result.intervals.columns)[:5] == ["date", "start", "time", "work", "site"]
    assert list(result.occupancy.columns)[:4] == ["date", "start", "time", "team"]
    assert list(result.one_person.columns)[:4] == ["date", "start", "time", "team"]
    assert list(result.days.columns)[:4] == ["date", "time", "work", "site"]
    assert len(result.one_person) > 0
    assert result.one_person.time.isin(moments()).all()
    assert result.one_person.time.is_monotonic_increasing


def test_a_day_begins_at_its_midnight_and_a_whole_day_has_no_moment(autumn: freiton.Scenario) -> None:
    result = freiton.simulate(autumn, {TEAM: 6})
    assert result.days.time.tolist() == [pd.Timestamp(day, tz=BERLIN) for day in ("2026-10-24", "2026-10-25")]
    whole = result.occupancy[result.occupancy.start == ""]
    assert len(whole) == 2
    assert whole.time.isna().all()


def test_a_table_without_rows_has_times_of_the_zone_too(autumn: freiton.Scenario) -> None:
    one_person = freiton.plan(autumn, method="formula").one_person
    assert len(one_person) == 0
    assert str(one_person.time.dtype).endswith(f"{BERLIN}]")


def test_organisations_and_contracts_have_times(autumn: freiton.Scenario) -> None:
    two = autumn.with_({"organisations": {"a": {"reach": "all"}, "b": {"reach": "all"}}})
    for result in freiton.compare(two, method="formula").organisations.values():
        assert (result.staffing.time == moments()).all()
    assert (freiton.contract(autumn, method="formula").plan.staffing.time == moments()).all()


def test_contacts_come_at_moments(autumn: freiton.Scenario) -> None:
    calls = autumn.with_(
        {"work.hotline.arrivals": {"file": pd.DataFrame({"start": moments()[[0, 6, 8]]}), "recorded": True}}
    )
    contacts = freiton.trace(calls, {TEAM: 3}).sort_values("time")
    assert list(contacts.columns)[:2] == ["time", "work"]
    assert contacts.time.tolist() == moments()[[0, 6, 8]].tolist()


def test_what_was_planned_can_be_given_back_by_its_times(autumn: freiton.Scenario) -> None:
    staffing = freiton.plan(autumn, method="formula").staffing
    staffing["agents"] = range(11)
    by_time = staffing[["time", "team", "agents"]]
    for staff in (
        staffing,
        staffing.iloc[::-1],
        by_time,
        by_time.iloc[::-1],
        by_time.set_index("time"),
        staffing.set_index("time"),
        staffing.set_index(["time", "team"])[["agents"]],
        staffing.pivot(index="time", columns="team", values="agents"),
        {TEAM: by_time.set_index("time").agents},
        {TEAM: by_time.set_index("time").agents.tz_convert("America/New_York").iloc[::-1]},
    ):
        assert freiton.simulate(autumn, staff).staffing.agents.tolist() == list(range(11))
