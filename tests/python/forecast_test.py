# SPDX-License-Identifier: Apache-2.0
"""Forecasts as tables: the same as of the command, of files and of DataFrames."""

import datetime
import json
import pickle
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import freiton
from places import PROGRAM, SCENARIOS

HISTORY = SCENARIOS / "large_bank/history.csv"


@pytest.fixture(scope="module")
def forecast() -> freiton.Forecast:
    return freiton.forecast(HISTORY)


def run_forecast(*arguments: str | Path) -> dict[str, Any]:
    run = subprocess.run([PROGRAM, "forecast", HISTORY, *arguments, "--json"], capture_output=True, check=True)
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def office(weeks: int, zone: str) -> pd.DataFrame:
    """Calls round the clock by hours, more of them by day, up to 25 October 2026, 00:00."""
    end = pd.Timestamp("2026-10-25", tz=zone)
    hours = pd.date_range(end - pd.Timedelta(weeks=weeks), end, freq="60min", inclusive="left")
    calls = [40 + 20 * (8 <= hour.hour < 18) + 3 * hour.day_of_week for hour in hours]
    return pd.DataFrame({"offered": calls}, index=hours)


def test_it_is_what_the_command_prints(forecast: freiton.Forecast, tmp_path: Path) -> None:
    assert forecast.to_dict() == run_forecast("--csv", tmp_path)
    for name, table in (("", forecast.keys["work.calls.arrivals"]["file"]), ("_low", forecast.volumes_low)):
        written = pd.read_csv(tmp_path / f"forecast_volumes{name}.csv", parse_dates=["date"])
        pd.testing.assert_frame_equal(written, table.drop(columns="time"), check_dtype=False, check_index_type=False)
    for name, table in (("intervals", forecast.volumes), ("days", forecast.days)):
        written = pd.read_csv(tmp_path / f"forecast_{name}.csv", parse_dates=["date"])
        # files have a thousandth of a contact
        pd.testing.assert_frame_equal(written, table[written.columns], check_dtype=False, atol=0.0005001, rtol=0.0)


def test_every_option_reaches_the_engine() -> None:
    options = "--weeks 1 --from 2003-11-03 --low 5% --high 95% --interval 60 --holidays 2003-11-04,2003-11-05"
    said = run_forecast(*options.split(), "--event", "pay day=2003-10-01,2003-11-03")
    found = freiton.forecast(
        HISTORY,
        weeks=1,
        from_=datetime.date(2003, 11, 3),
        low=0.05,
        high=0.95,
        interval_min=60,
        holidays=["2003-11-04"],
        events={"pay day": ["2003-10-01", pd.Timestamp("2003-11-03")], "holiday": "2003-11-05"},
    )
    assert found.to_dict() == said
    assert found.days.events.iloc[0] == "pay day"
    effect = found.events.query("event == 'pay day' and side == 'on'")
    assert effect.seen.tolist() == [1]


def test_a_dataframe_says_the_same_as_its_file(forecast: freiton.Forecast) -> None:
    assert freiton.forecast(pd.read_csv(HISTORY)).to_dict() == forecast.to_dict()
    by_day = pd.read_csv(HISTORY, index_col="date", parse_dates=True)
    assert freiton.forecast(by_day).to_dict() == forecast.to_dict()


def test_volumes_have_their_bands_and_moments(forecast: freiton.Forecast) -> None:
    volumes, days = forecast.volumes, forecast.days
    assert list(volumes.columns) == [
        "date", "start", "time", "work", "arrivals", "arrivals_low", "arrivals_high"
    ]  # fmt: skip
    assert volumes.time.iloc[0] == pd.Timestamp("2003-10-27 07:00")
    assert (volumes.arrivals_low < volumes.arrivals).all()
    assert (volumes.arrivals < volumes.arrivals_high).all()
    sums = volumes.groupby("date").arrivals.sum().to_numpy()
    assert sums == pytest.approx(days.arrivals.to_numpy())
    low = forecast.volumes_low.groupby("date").arrivals.sum().to_numpy()
    assert low == pytest.approx(days.arrivals_low.to_numpy(), abs=28 * 0.0005)  # 28 half hours, each to a thousandth
    assert (forecast.volumes_high.arrivals > forecast.volumes_low.arrivals).all()


def test_the_hour_that_comes_twice_has_its_time() -> None:
    history = office(10, "Europe/Berlin")
    found = freiton.forecast(history, weeks=1)
    assert found.to_dict()["time_zone"] == "Europe/Berlin"
    assert found.volumes.time.iloc[0] == history.index[-1] + pd.Timedelta("60min")
    assert str(found.volumes.time.dtype) == str(found.days.time.dtype) == str(history.index.dtype)
    two = pd.concat([history.assign(queue=name) for name in ("sales", "service")])
    both = freiton.forecast(two, weeks=1).volumes
    for _, rows in both.groupby("work"):
        assert rows.time.tolist() == found.volumes.time.tolist()
    assert found.days.time.iloc[1] == pd.Timestamp("2026-10-26", tz="Europe/Berlin")


def test_how_good_it_is_and_what_fits_nothing(forecast: freiton.Forecast) -> None:
    test = forecast.to_dict()["work"]["calls"]["test"]["by_day"]
    by_day = forecast.accuracy.reset_index().query("work == 'calls' and test == 'by_day'")
    rows = {row["forecast"]: row for row in by_day.to_dict("records")}
    for name in ("forecast", "last_week", "four_weeks"):
        assert {key: rows[name][key] for key in ("wape", "bias")} == test[name]
    assert rows["forecast"]["wape"] < rows["four_weeks"]["wape"]
    assert rows["forecast"]["coverage"] == test["coverage"]
    assert pd.isna(rows["last_week"]["coverage"])
    assert rows["forecast"]["values"] == test["values"]
    assert list(forecast.outliers.date.dt.strftime("%Y-%m-%d")) == ["2003-04-08", "2003-07-08"]
    assert list(forecast.outliers.time) == list(forecast.outliers.date)
    assert forecast.variation.loc["calls", "day_cv"] == forecast.to_dict()["work"]["calls"]["day_cv"]
    assert forecast.history["open_days"] == 164


def test_a_scenario_of_the_days_is_what_the_command_writes(forecast: freiton.Forecast, tmp_path: Path) -> None:
    found = freiton.forecast(HISTORY, handling_time=datetime.timedelta(minutes=3), holidays="2003-10-29")
    said = run_forecast("--handling-time", "3 min", "--holidays", "2003-10-29", "--out", tmp_path / "command")
    assert found.imported.to_dict() == said["scenario"] | {"written": []}
    path = found.save(tmp_path / "python")
    for name in [f"{file}{scene}" for file in ("forecast", "volumes") for scene in ("", "-low", "-high")]:
        name += ".yaml" if name.startswith("forecast") else ".csv"
        assert (tmp_path / "python" / name).read_bytes() == (tmp_path / "command" / name).read_bytes()
    assert freiton.load(path) == found.scenario
    assert freiton.load(tmp_path / "python" / "forecast-low.yaml") == found.scenario_low
    assert found.scenario_low != found.scenario_high
    assert any("promised" in sentence for sentence in found.imported.notes)
    with pytest.raises(ValueError, match="handling_time"):
        _ = forecast.scenario


def test_its_keys_make_another_scenario_one_of_these_days(forecast: freiton.Forecast) -> None:
    timed = freiton.forecast(HISTORY, handling_time=180)
    assert timed.scenario.with_(forecast.keys) == timed.scenario
    high = timed.scenario.with_({"work.calls.arrivals.file": forecast.volumes_high})
    assert high != timed.scenario
    wide = timed.scenario.with_({"work.calls.arrivals.file": forecast.volumes})
    assert freiton.plan(wide, method="formula").work.offered.iloc[0] == pytest.approx(forecast.days.arrivals.sum())


def test_keys_have_the_variation_of_handling_times() -> None:
    days = pd.date_range("2026-01-05", periods=140, freq="D")
    calls = pd.DataFrame({"date": days.strftime("%Y-%m-%d"), "start": "08:00", "offered": 400})
    rows = pd.concat([calls.assign(start=start) for start in ("08:00", "08:30", "09:00", "09:30")])
    rows["aht"] = [200.0 * (1.1 if (7 * k % 11) % 2 else 0.9) for _ in range(4) for k in range(len(days))]
    found = freiton.forecast(rows, interval_min=30)
    cv = found.to_dict()["work"]["calls"]["handling_time_day_cv"]
    assert cv > 0.05
    assert found.keys["work.calls.handling_time.day_cv"] == round(cv, 3)
    assert found.scenario.with_(found.keys) == found.scenario


def test_it_speaks_and_can_be_pickled(forecast: freiton.Forecast) -> None:
    assert repr(forecast) == "<freiton.Forecast calls: 14 days from 2003-10-25>"
    assert "<td>four_weeks</td>" in forecast._repr_html_()
    again = pickle.loads(pickle.dumps(freiton.forecast(HISTORY, weeks=1, handling_time=180)))
    assert again.scenario.title == "Forecast from history.csv"
    assert again.volumes_low.equals(freiton.forecast(HISTORY, weeks=1).volumes_low)


def test_what_is_wrong_is_told() -> None:
    short = office(2, "UTC")
    with pytest.raises(freiton.ScenarioError, match="14 days"):
        freiton.forecast(short)
    with pytest.raises(freiton.ScenarioError, match="2003-10-24"):
        freiton.forecast(HISTORY, from_="2003-10-20")
    kinds: list[dict[str, Any]] = [
        {"history": 7}, {"weeks": "2"}, {"from_": 20031103}, {"low": "5%"}, {"holidays": 7}, {"holidays": [7]},
        {"events": ["2003-10-01"]}, {"events": {1: "2003-10-01"}}, {"handling_time": "3 min"}, {"columns": "offered"},
    ]  # fmt: skip
    for wrong in kinds:
        with pytest.raises(TypeError, match=next(iter(wrong))):
            freiton.forecast(**{"history": HISTORY, **wrong})
    values: list[dict[str, Any]] = [
        {"weeks": 0}, {"weeks": 54}, {"from_": "3 November"}, {"low": 0.0}, {"low": 0.5}, {"high": 0.5}, {"high": 1.0},
        {"holidays": "2003-10"}, {"events": {"pay day": ["2003-10"]}}, {"interval_min": 7},
    ]  # fmt: skip
    for wrong in values:
        with pytest.raises(ValueError, match=next(iter(wrong))):
            freiton.forecast(**{"history": HISTORY, **wrong})
