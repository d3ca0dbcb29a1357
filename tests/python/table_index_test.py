# SPDX-License-Identifier: Apache-2.0
"""What an index says is used or refused, and columns that say the same thing twice must agree."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

import freiton
from places import SCENARIOS

ARRIVALS = "work.hotline.arrivals"
LIST = f"{ARRIVALS}.per_interval"
COUNTS = [10.0 + i for i in range(24)]


@pytest.fixture
def scenario() -> freiton.Scenario:
    return freiton.load(SCENARIOS / "quickstart.yaml")


@pytest.fixture
def volumes(scenario: freiton.Scenario) -> pd.DataFrame:
    return scenario.intervals[["date", "start", "time"]].assign(arrivals=COUNTS)


def offered(scenario: freiton.Scenario) -> list[float]:
    found: list[float] = freiton.plan(scenario).intervals.offered.round(9).tolist()
    return found


INDEXES: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "timestamps as objects": lambda table: table.set_index(pd.Index(list(table.time), dtype=object)),
    "time spans": lambda table: table.assign(when=table.date).set_index(pd.to_timedelta(table.start + ":00")),
    "start": lambda table: table.set_index("start"),
    "time": lambda table: table.set_index("time"),
}


@pytest.mark.parametrize("way", INDEXES.values(), ids=INDEXES.keys())
@pytest.mark.parametrize("turned", [1, -1])
def test_the_index_of_a_table_says_when(
    scenario: freiton.Scenario, volumes: pd.DataFrame, way: Callable[[pd.DataFrame], pd.DataFrame], turned: int
) -> None:
    table = way(volumes)[["date", "arrivals"]].iloc[::turned]
    assert offered(scenario.with_({ARRIVALS: table})) == COUNTS


def test_timestamps_as_objects_make_a_series_a_table(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    series = pd.Series(COUNTS, index=pd.Index(list(volumes.time), dtype=object)).iloc[::-1]
    assert offered(scenario.with_({ARRIVALS: series})) == COUNTS
    with pytest.raises(TypeError, match="a Series with timestamps is a table"):
        scenario.with_({LIST: series})


@pytest.mark.parametrize(
    "index",
    [
        [f"{8 + i // 2:02}:{30 * (i % 2):02}" for i in range(24)],
        range(23, -1, -1),
        np.linspace(8.0, 19.5, 24),
    ],
    ids=["texts", "backwards", "hours"],
)
def test_a_list_has_no_index_that_could_be_lost(scenario: freiton.Scenario, index: Any) -> None:
    series = pd.Series(COUNTS, index=index)
    with pytest.raises(TypeError, match=r"per_interval: a list has no index.*series\.tolist\(\), or its dict"):
        scenario.with_({LIST: series})
    with pytest.raises(TypeError, match=r"teams\.hotline_team\.staff: a list has no index"):
        freiton.simulate(scenario, {"hotline_team": series}, replications=20)
    assert offered(scenario.with_({LIST: series.tolist()})) == COUNTS


def test_rows_that_were_chosen_are_still_a_list(scenario: freiton.Scenario) -> None:
    chosen = pd.Series([0.0, *COUNTS]).iloc[1:]
    assert offered(scenario.with_({LIST: chosen})) == COUNTS


def test_an_index_without_a_name_is_refused(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    table = volumes[["date", "arrivals"]].set_index(pd.Index(volumes.start.tolist()))
    with pytest.raises(
        ValueError, match=r"arrivals\.file: its index says '08:00' and has no name; give it that of a c"
    ):
        scenario.with_({ARRIVALS: table})
    assert offered(scenario.with_({ARRIVALS: table.rename_axis("start")})) == COUNTS


def test_an_index_and_a_column_of_one_name_must_agree(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    same = volumes.drop(columns="time").set_index("start", drop=False)
    assert offered(scenario.with_({ARRIVALS: same})) == COUNTS
    with pytest.raises(ValueError, match=r'both called "start" and hold different things'):
        scenario.with_({ARRIVALS: same.assign(start=same.start.to_numpy()[::-1])})


def test_all_timestamps_of_a_row_must_agree(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    table = volumes.assign(start=volumes.time)
    assert offered(scenario.with_({ARRIVALS: table})) == COUNTS
    with pytest.raises(ValueError, match=r"time: 2026-03-03 on the scenario's clocks, and date says 2026-03-02"):
        scenario.with_({ARRIVALS: table.assign(time=volumes.time + pd.Timedelta("1D"))})


def test_a_date_has_no_time_of_day(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    for dates in (volumes.time, volumes.time.astype(object)):
        with pytest.raises(ValueError, match=r"date: 2026-03-02 08:00:00 has a time of day, and a date has none"):
            scenario.with_({ARRIVALS: volumes.assign(date=dates).drop(columns="time")})


def test_timestamps_are_not_mixed_with_times_of_day(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    mixed = pd.Series([*volumes.time[:23], "19:30"], dtype=object)
    with pytest.raises(ValueError, match="start: some are timestamps and some, such as '19:30', are not"):
        scenario.with_({ARRIVALS: volumes.assign(start=mixed)})


def test_a_time_span_is_a_time_of_day_or_refused(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    spans = pd.to_timedelta(volumes.start + ":00")
    for wrong, told in ((pd.Timedelta("26:00:00"), "26:00"), (pd.Timedelta("-01:30:00"), "-2:30")):
        with pytest.raises(freiton.ScenarioError) as caught:
            scenario.with_({ARRIVALS: volumes.drop(columns="time").assign(start=[wrong, *spans[1:]])})
        assert [problem.value for problem in caught.value.problems] == [told]


def test_columns_have_one_name_each(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    twice = pd.concat([volumes, volumes[["arrivals"]]], axis="columns")
    with pytest.raises(ValueError, match=r'arrivals\.file: it has two columns "arrivals"'):
        scenario.with_({ARRIVALS: twice})
    with pytest.raises(ValueError, match=r'two columns "date"'):
        scenario.with_({ARRIVALS: volumes.assign(Date=volumes.date)})
    with pytest.raises(ValueError, match="its columns have several levels"):
        scenario.with_({ARRIVALS: pd.concat({"a": volumes}, axis="columns")})


def test_the_last_zone_that_is_put_in_is_that_of_the_tables(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    calendar = {"first_day": "2026-03-02", "open": "08:00-20:00", "time_zone": "Asia/Tokyo"}
    moments = volumes.time.dt.tz_localize("Europe/Berlin").dt.tz_convert("UTC")
    table = volumes[["arrivals"]].set_index(pd.DatetimeIndex(moments))
    berlin = {"calendar": calendar, "calendar.time_zone": "Europe/Berlin"}
    assert offered(scenario.with_({**berlin, ARRIVALS: table})) == COUNTS
    taken = {"calendar": calendar, "calendar.time_zone": None}
    with pytest.raises(ValueError, match=r"the scenario has no calendar\.time_zone"):
        scenario.with_({**taken, ARRIVALS: table})


def test_an_organisation_may_have_a_zone_of_its_own(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    moments = volumes.time.dt.tz_localize("Asia/Tokyo")
    table = volumes[["arrivals"]].set_index(pd.DatetimeIndex(moments))
    berlin = scenario.with_({"calendar.time_zone": "Europe/Berlin"})
    tokyo = {"calendar.time_zone": "Asia/Tokyo", ARRIVALS: table}
    at_once = berlin.with_({"organisations": {"tokyo": tokyo}})
    later = berlin.with_({"organisations": {"tokyo": {"calendar.time_zone": "Asia/Tokyo"}}})
    for organised in (at_once, later.with_({f"organisations.tokyo.{ARRIVALS}": table})):
        assert offered(organised.organised("tokyo")) == COUNTS


def test_tables_may_stand_in_the_list_of_a_study(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    series = pd.Series(COUNTS, index=pd.DatetimeIndex(volumes.time))
    staff = pd.Series([20] * 24, index=series.index)
    for key in (ARRIVALS, f"{ARRIVALS}.file"):
        vary = {key: [series, 2 * series], "teams.hotline_team.staff": [staff, 22]}
        base = scenario.with_({"simulation.replications": 20, ARRIVALS: series})
        table = freiton.sweep({"scenario": base, "vary": vary, "question": "simulate"})
        assert (table["error"] == "").all()
        assert table["agent_hours"].tolist() == [240.0, 264.0] * 2
        assert table["work.hotline.offered"][2:].mean() > 1.5 * table["work.hotline.offered"][:2].mean()


def test_what_is_missing_is_told_by_its_key(scenario: freiton.Scenario) -> None:
    for missing in (pd.NaT, pd.NA, np.datetime64("NaT"), np.timedelta64("NaT")):
        with pytest.raises(TypeError, match=r"calendar\.first_day: (NaT|<NA>) has no meaning"):
            scenario.with_({"calendar.first_day": missing})


def test_dates_and_time_spans_of_numpy_have_their_units(scenario: freiton.Scenario) -> None:
    span = np.timedelta64(300 * 10**9, "ns")
    changed = scenario.with_(
        {"work.hotline.handling_time.mean": span, "calendar.first_day": np.datetime64("2026-03-03")}
    )
    assert changed.handling_time("hotline").mean() == 300.0
    assert changed.to_dict()["calendar"]["first_day"] == "2026-03-03"
    days = np.array(["2026-03-03"], dtype="datetime64[ns]")
    assert scenario.with_({"calendar.holidays": days}).to_dict()["calendar"]["holidays"] == ["2026-03-03"]
