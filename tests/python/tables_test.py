# SPDX-License-Identifier: Apache-2.0
"""DataFrames where a scenario would name a file."""

import datetime
import pickle
import zoneinfo
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import freiton
from places import SCENARIOS

ARRIVALS = "work.hotline.arrivals"


@pytest.fixture
def scenario() -> freiton.Scenario:
    return freiton.load(SCENARIOS / "quickstart.yaml").with_({"calendar.days": 2})


@pytest.fixture
def volumes(scenario: freiton.Scenario) -> pd.DataFrame:
    intervals = scenario.intervals
    return intervals[["date", "start"]].assign(arrivals=[10.0 + i for i in range(len(intervals))])


def offered(scenario: freiton.Scenario) -> list[float]:
    found: list[float] = freiton.plan(scenario).intervals.offered.round(9).tolist()
    return found


def test_intervals_are_those_of_the_calendar(scenario: freiton.Scenario) -> None:
    intervals = scenario.intervals
    assert list(intervals.columns) == ["date", "start", "end", "time"]
    assert len(intervals) == 48
    assert intervals.iloc[24].tolist() == [
        pd.Timestamp("2026-03-03"),
        "08:00",
        "08:30",
        pd.Timestamp("2026-03-03 08:00"),
    ]


def test_volumes_come_from_a_table(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    forecast = scenario.with_({ARRIVALS: {"file": volumes, "scale": 2}})
    assert offered(forecast) == (2 * volumes.arrivals).tolist()


@pytest.mark.parametrize(
    "other",
    [
        lambda table: table.assign(date=table.date.dt.strftime("%Y-%m-%d")),
        lambda table: table.assign(date=table.date.dt.date),
        lambda table: table.assign(start=pd.to_timedelta(table.start + ":00")),
        lambda table: table.assign(start=[datetime.time.fromisoformat(text) for text in table.start]),
        lambda table: table.rename(columns=str.upper),
        lambda table: table.assign(note="extra columns are ignored"),
        lambda table: table.assign(start=table.date + pd.to_timedelta(table.start + ":00")).drop(columns="date"),
        lambda table: table[["arrivals"]].set_index(table.date + pd.to_timedelta(table.start + ":00")),
        lambda table: table.sample(frac=1.0, random_state=1),
    ],
    ids=["text", "dates", "timedeltas", "times", "titles", "extra", "moments", "index", "order"],
)
def test_dates_and_times_may_be_written_in_any_way(
    scenario: freiton.Scenario, volumes: pd.DataFrame, other: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    assert offered(scenario.with_({ARRIVALS: {"file": other(volumes)}})) == volumes.arrivals.tolist()


def test_one_table_may_hold_several_work_and_sites() -> None:
    firm = freiton.load(SCENARIOS / "service_firm.yaml").with_({"calendar.days": 1, "work.orders.redial.share": 0})
    rows = [
        {**interval, "work": work, "site": site, "arrivals": scale * arrivals}
        for interval in firm.intervals[["date", "start"]].to_dict("records")
        for work, scale in (("orders", 5.0), ("key_accounts", 1.0))
        for site, arrivals in (("hamburg", 4.0), ("munich", 2.0))
    ]
    table = pd.DataFrame(rows)
    changed = firm.with_({f"work.{work}.arrivals": {"file": table} for work in ("orders", "key_accounts")})
    intervals = freiton.plan(changed, method="formula").intervals.set_index(["work", "site"])
    assert intervals.offered["key_accounts", "hamburg"].to_numpy() == pytest.approx(4.0)
    assert intervals.offered["key_accounts", "munich"].to_numpy() == pytest.approx(2.0)
    assert intervals.offered["orders", ""].to_numpy() == pytest.approx(30.0)


def test_a_recorded_list_has_seconds(scenario: freiton.Scenario) -> None:
    moments = pd.to_datetime(["2026-03-02 08:00:17.25", "2026-03-02 08:31:00.00", "2026-03-03 09:10:59.00"])
    calls = scenario.with_({ARRIVALS: {"file": pd.DataFrame({"start": moments}), "recorded": True}})
    contacts = freiton.trace(calls, {"hotline_team": 2})
    # seconds from the first midnight
    assert contacts.arrival_s.sort_values().tolist() == [28817.25, 30660.0, 86400.0 + 33059.0]


def test_a_wrong_cell_is_told_with_its_row(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    volumes.loc[3, "arrivals"] = -1.0
    with pytest.raises(freiton.ScenarioError) as caught:
        scenario.with_({ARRIVALS: {"file": volumes}})
    (problem,) = caught.value.problems
    assert (problem.key, problem.value, problem.place.line) == ("arrivals", "-1.0", 5)  # the titles are line 1
    assert problem.place.file == "<work.hotline.arrivals.file>.csv"


def test_a_missing_column_is_told(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    with pytest.raises(freiton.ScenarioError, match="arrivals"):
        scenario.with_({ARRIVALS: {"file": volumes.rename(columns={"arrivals": "calls"})}})


def test_a_scenario_with_tables_survives_pickling_and_dicts(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    forecast = scenario.with_({ARRIVALS: {"file": volumes}, "teams.*.staff": volumes.assign(agents=9)})
    assert offered(pickle.loads(pickle.dumps(forecast))) == volumes.arrivals.tolist()
    assert offered(freiton.load(forecast.to_dict(), tables=forecast.tables)) == volumes.arrivals.tolist()
    pd.testing.assert_frame_equal(forecast.tables["<work.hotline.arrivals.file>.csv"], volumes)


def test_a_later_table_takes_the_place_of_an_earlier_one(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    once = scenario.with_({ARRIVALS: {"file": volumes}})
    twice = once.with_({ARRIVALS: {"file": volumes.assign(arrivals=5.0)}})
    assert offered(twice) == [5.0] * 48
    assert offered(once) == volumes.arrivals.tolist()


def test_a_new_scenario_may_have_tables(volumes: pd.DataFrame) -> None:
    office = freiton.load(
        {
            "freiton": 1,
            "calendar": {"first_day": "2026-03-02", "open": "08:00-20:00", "days": 2},
            "work": {
                "calls": {
                    "kind": "call",
                    "arrivals": {"file": volumes},
                    "handling_time": {"law": "empirical", "file": pd.DataFrame({"duration_s": [100.0, 140.0]})},
                    "target": "80/20",
                }
            },
            "teams": {"office": {"handles": ["calls"]}},
        }
    )
    assert freiton.plan(office).intervals.load_erlang[0] == pytest.approx(10 * 120 / 1800)


BERLIN = {"calendar.time_zone": "Europe/Berlin", "calendar.interval": "60 min", "calendar.open": "00:00-06:00"}


def test_timestamps_with_a_zone_are_turned_into_local_time(scenario: freiton.Scenario) -> None:
    zoned = scenario.with_(BERLIN, **{"calendar.days": 1, ARRIVALS: {"per_interval": 1}})
    moments = pd.date_range("2026-03-01 23:00", periods=6, freq="h", tz="UTC")  # midnight in Berlin
    table = pd.DataFrame({"arrivals": [1, 2, 3, 4, 5, 6]}, index=moments)
    assert offered(zoned.with_({ARRIVALS: {"file": table}})) == [1, 2, 3, 4, 5, 6]


def test_the_hour_that_comes_twice_is_the_first_and_then_the_second(scenario: freiton.Scenario) -> None:
    autumn = scenario.with_(
        BERLIN, **{"calendar.first_day": "2026-10-25", "calendar.days": 1, ARRIVALS: {"per_interval": 1}}
    )
    moments = pd.date_range("2026-10-24 22:00", periods=7, freq="h", tz="UTC")
    table = pd.DataFrame({"arrivals": [1, 2, 3, 4, 5, 6, 7]}, index=moments)
    for shuffled in (table, table.iloc[::-1]):
        assert offered(autumn.with_({ARRIVALS: {"file": shuffled}})) == [1, 2, 3, 4, 5, 6, 7]
    with pytest.raises(ValueError, match="02:00:00 comes twice, as clocks go back, and the table has only the second"):
        autumn.with_({ARRIVALS: {"file": table.drop(index=moments[2])}})


def test_timestamps_with_a_zone_are_refused_where_the_scenario_has_none(
    scenario: freiton.Scenario, volumes: pd.DataFrame
) -> None:
    moments = (volumes.date + pd.to_timedelta(volumes.start + ":00")).dt.tz_localize("UTC")
    with pytest.raises(ValueError, match=r"timestamps are in UTC, and the scenario has no calendar.time_zone"):
        scenario.with_({ARRIVALS: {"file": volumes[["arrivals"]].set_index(moments)}})


def test_masked_values_are_refused(scenario: freiton.Scenario) -> None:
    masked = np.ma.array([1.0] * 24, mask=[True] + [False] * 23)
    with pytest.raises(TypeError, match="masked values have no meaning in a scenario"):
        scenario.with_({ARRIVALS: {"per_interval": masked}})
    with pytest.raises(ValueError, match=r"values_s: masked values are no durations.*compressed"):
        freiton.DurationLaw(values_s=masked)
    with pytest.raises(ValueError, match="work_h: masked values are not understood"):
        freiton.backlog_constant(masked, 0, 1, [1.0, 1.0])
    with pytest.raises(ValueError, match="one_agent_h: masked values are not understood"):
        freiton.backlog_flattest(1.0, 0, 1, masked)


def test_numbers_with_three_digits_after_the_point_are_numbers(scenario: freiton.Scenario) -> None:
    one_day = scenario.with_({"calendar.days": 1, ARRIVALS: {"per_interval": 1.234}})
    assert offered(one_day) == [1.234] * 24
    assert freiton.load(one_day.to_dict()).to_dict() == one_day.to_dict()


def test_timestamps_of_several_zones_are_moments_like_any_others(scenario: freiton.Scenario) -> None:
    zoned = scenario.with_(BERLIN, **{"calendar.days": 1, ARRIVALS: {"per_interval": 1}})
    moments = list(pd.date_range("2026-03-01 23:00", periods=6, freq="h", tz="UTC"))
    moments[3:] = [moment.tz_convert("Asia/Tokyo") for moment in moments[3:]]
    table = pd.DataFrame({"start": pd.Series(moments, dtype=object), "arrivals": range(6)})
    assert offered(zoned.with_({ARRIVALS: {"file": table}})) == list(range(6))
    table.loc[0, "start"] = moments[0].tz_localize(None)
    with pytest.raises(ValueError, match="start: some timestamps know their time zone and some do not"):
        zoned.with_({ARRIVALS: {"file": table}})


def test_a_series_by_timestamps_is_a_table(scenario: freiton.Scenario) -> None:
    zoned = scenario.with_(BERLIN, **{"calendar.days": 1, ARRIVALS: {"per_interval": 1}})
    moments = pd.date_range("2026-03-01 23:00", periods=6, freq="h", tz="UTC")
    series = pd.Series(range(6), index=moments, name="calls")
    assert offered(zoned.with_({ARRIVALS: series})) == list(range(6))
    assert offered(zoned.with_({ARRIVALS: series.to_frame("arrivals")})) == list(range(6))
    for given in (series, series.iloc[::-1], series.tz_convert("Asia/Tokyo")):
        assert offered(zoned.with_({ARRIVALS: {"file": given}})) == list(range(6))
    staff = freiton.simulate(zoned, {"hotline_team": series.iloc[::-1]}, replications=20).staffing
    assert staff.agents.tolist() == list(range(6))


def test_a_series_by_timestamps_is_no_list(scenario: freiton.Scenario) -> None:
    series = pd.Series(1.0, index=pd.date_range("2026-03-02 08:00", periods=24, freq="30min"))
    with pytest.raises(TypeError, match=r"per_interval: a Series with timestamps is a table.* give it as the arrivals"):
        scenario.with_({ARRIVALS: {"per_interval": series}})


def test_the_index_of_a_group_is_columns(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    sums = volumes.groupby(["date", "start"])["arrivals"].sum()
    assert offered(scenario.with_({ARRIVALS: {"file": sums}})) == volumes.arrivals.tolist()
    assert offered(scenario.with_({ARRIVALS: {"file": sums.to_frame()}})) == volumes.arrivals.tolist()


def test_periods_begin_when_they_begin(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    index = pd.DatetimeIndex(volumes.date + pd.to_timedelta(volumes.start + ":00")).to_period("30min")
    assert offered(scenario.with_({ARRIVALS: {"file": volumes[["arrivals"]].set_index(index)}})) == (
        volumes.arrivals.tolist()
    )


def test_timestamps_must_agree_with_what_stands_beside_them(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    start = volumes.date + pd.to_timedelta(volumes.start + ":00")
    assert offered(scenario.with_({ARRIVALS: {"file": volumes.assign(time=start)}})) == volumes.arrivals.tolist()
    later = volumes.assign(time=start + pd.Timedelta("30min"))
    with pytest.raises(ValueError, match="time: 08:30 on the scenario's clocks, and start says 08:00; give only one"):
        scenario.with_({ARRIVALS: {"file": later}})
    with pytest.raises(ValueError, match="start: 2026-03-03 on the scenario's clocks, and date says 2026-03-02"):
        scenario.with_({ARRIVALS: {"file": volumes.assign(start=start + pd.Timedelta("1D"))}})


def test_times_of_day_may_have_been_read_as_timestamps(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    read = volumes.assign(start=pd.to_datetime(volumes.start, format="%H:%M"))
    assert read.start[0].year == 1900
    assert offered(scenario.with_({ARRIVALS: {"file": read}})) == volumes.arrivals.tolist()


def test_rows_that_are_coarser_than_the_intervals_are_told(scenario: freiton.Scenario, volumes: pd.DataFrame) -> None:
    hours = volumes.iloc[::2]
    told = r'start: the rows are 60 min apart, the intervals of the calendar have 30 min; state "interval: 60 min"'
    with pytest.raises(freiton.ScenarioError, match=told):
        scenario.with_({ARRIVALS: {"file": hours}})
    staff = hours.assign(team="hotline_team", agents=22)
    with pytest.raises(freiton.ScenarioError, match=told):
        freiton.simulate(scenario, staff)
    with pytest.raises(freiton.ScenarioError, match=told):
        scenario.with_({"teams.hotline_team.staff": staff})
    one_hour = scenario.with_({"calendar.interval": "60 min", ARRIVALS: {"file": hours}})
    assert offered(one_hour) == hours.arrivals.tolist()


def test_a_table_may_be_named_by_its_path(scenario: freiton.Scenario, volumes: pd.DataFrame, tmp_path: Path) -> None:
    volumes.to_csv(tmp_path / "volumes.csv", index=False)
    assert offered(scenario.with_({ARRIVALS: {"file": tmp_path / "volumes.csv"}})) == volumes.arrivals.tolist()


def test_a_time_zone_may_be_an_object(scenario: freiton.Scenario) -> None:
    zoned = scenario.with_({"calendar.time_zone": zoneinfo.ZoneInfo("Europe/Berlin")})
    assert zoned.to_dict()["calendar"]["time_zone"] == "Europe/Berlin"


def test_the_zone_of_a_new_calendar_is_that_of_its_tables(scenario: freiton.Scenario) -> None:
    calendar = {
        "first_day": "2026-03-02",
        "open": "00:00-06:00",
        "interval": "60 min",
        "time_zone": "Europe/Berlin",
    }
    series = pd.Series(range(6), index=pd.date_range("2026-03-01 23:00", periods=6, freq="h", tz="UTC"))
    assert offered(scenario.with_({"calendar": calendar, ARRIVALS: {"file": series}})) == list(range(6))
    with pytest.raises(ValueError, match=r"calendar.time_zone: 'Europe/Berln' is not known"):
        scenario.with_({"calendar.time_zone": "Europe/Berln", ARRIVALS: {"file": series}})
