# SPDX-License-Identifier: Apache-2.0
"""Scenarios made of logs, and looks at logs: the same as of the command, of files and of DataFrames."""

import datetime
import json
import pickle
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import freiton
from places import PROGRAM, ROOT, SCENARIOS

LOG = SCENARIOS / "anonymous_bank/calls_1999-02-01_14.csv"
EXPORTS = ROOT / "tests/study/exports"


@pytest.fixture(scope="module")
def imported() -> freiton.ImportedLog:
    return freiton.import_log(LOG, columns={"ignore": "call_type"})


def printed(*arguments: str | Path) -> dict[str, Any]:
    run = subprocess.run([PROGRAM, *arguments, "--json"], capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def test_it_says_and_writes_what_the_command_does(imported: freiton.ImportedLog, tmp_path: Path) -> None:
    said = printed("import", LOG, "--columns", "ignore=call_type", "--out", tmp_path / "command")
    assert imported.to_dict() == said | {"written": []}
    path = imported.save(tmp_path / "python")
    assert path == tmp_path / "python/imported.yaml"
    for name in ("imported.yaml", "volumes.csv"):
        assert (tmp_path / "python" / name).read_bytes() == (tmp_path / "command" / name).read_bytes()
    assert freiton.load(path) == imported.scenario


def test_what_is_there_is_never_overwritten(imported: freiton.ImportedLog, tmp_path: Path) -> None:
    (tmp_path / "volumes.csv").write_text("mine")
    with pytest.raises(FileExistsError, match=r"volumes\.csv"):
        imported.save(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["volumes.csv"]
    with pytest.raises(ValueError, match="name"):
        imported.save(tmp_path, "../mine")


def test_its_tables_carry_their_moments(imported: freiton.ImportedLog) -> None:
    assert list(imported.volumes.columns) == ["date", "start", "time", "work", "arrivals"]
    assert imported.volumes.time.iloc[0] == pd.Timestamp("1999-02-01 06:30")
    assert imported.volumes.arrivals.sum() == pytest.approx(imported.work.loc["calls", "offered"], abs=0.5)
    table = imported.scenario.tables["volumes.csv"]
    assert table.arrivals.equals(imported.volumes.arrivals)
    again = imported.scenario.with_({"work.calls.arrivals.file": imported.volumes})
    assert again == imported.scenario


def test_a_dataframe_says_the_same_as_its_file(imported: freiton.ImportedLog) -> None:
    frame = pd.read_csv(LOG)
    of_frame = freiton.import_log(frame, columns={"ignore": ["call_type"]})
    assert of_frame.to_dict() == imported.to_dict()
    assert of_frame.volumes.equals(imported.volumes)
    assert of_frame.scenario.title == "Imported from a DataFrame"
    timed = frame.assign(date=pd.to_datetime(frame.date), arrival=pd.to_timedelta(frame.pop("arrival_s"), unit="s"))
    assert freiton.import_log(timed, columns={"ignore": "call_type"}).volumes.equals(imported.volumes)


def test_moments_of_a_dataframe_are_put_on_the_clocks_of_their_zone() -> None:
    # 20:00 UTC on 28 March is 21:00 in Berlin; clocks go forward in the night, so 08:00 UTC is 10:00 the next day.
    moments = pd.DatetimeIndex(["2026-03-28 20:00", "2026-03-28 20:30", "2026-03-29 08:00"], tz="UTC")
    berlin = pd.Series([12, 40, 20], index=moments.tz_convert("Europe/Berlin"), name="offered").to_frame()
    imported = freiton.import_log(berlin, handling_time=datetime.timedelta(minutes=4))
    assert imported.scenario.to_dict()["calendar"]["time_zone"] == "Europe/Berlin"
    assert list(imported.volumes.start) == ["21:00", "21:30", "10:00"]
    assert list(imported.volumes.time) == list(moments)
    utc = freiton.import_log(berlin.tz_convert("UTC"), handling_time=240, time_zone="Europe/Berlin")
    assert utc.volumes.equals(imported.volumes)


def test_numbers_and_spans_of_a_dataframe_are_what_they_are() -> None:
    """A mean of 12.125 calls is no twelve thousand, however whole its neighbours are; 250 s are 4:10."""
    times = pd.date_range("2026-03-02 08:00", periods=4, freq="30min")
    frame = pd.DataFrame({"start": times, "offered": [10, 12.125, 14, 16], "AHT (min)": [4, 4, 4, 4]})
    assert list(freiton.import_log(frame).volumes.arrivals) == [10, 12.125, 14, 16]
    frame["AHT (min)"] = pd.to_timedelta([250] * 4, unit="s")
    assert freiton.import_log(frame).work.handling_time_mean_s.iloc[0] == pytest.approx(250.0)
    frame["AHT (min)"] = [4.5, None, 4.5, 4.5]
    assert freiton.import_log(frame).work.handling_time_mean_s.iloc[0] == pytest.approx(270.0)


def test_titles_may_be_times_of_day_and_dates() -> None:
    times = [datetime.time(8), datetime.time(8, 30)]
    across = pd.DataFrame([[12, 18], [7, 9]], columns=times, index=pd.Index(["2026-03-02", "2026-03-03"], name="date"))
    hours = freiton.import_log(across, handling_time=240)
    assert list(hours.volumes.arrivals) == [12, 18, 7, 9]
    days = freiton.import_log(
        pd.DataFrame(across.to_numpy().T, columns=pd.to_datetime(across.index), index=times).rename_axis("time"),
        handling_time=240,
    )
    assert days.volumes.equals(hours.volumes)


def test_tickets_come_when_they_came() -> None:
    imported = freiton.import_log(EXPORTS / "tickets.csv", handling_time=300.0)
    assert list(imported.volumes.columns) == ["date", "start", "time", "work"]
    assert imported.volumes.time.iloc[0] == pd.Timestamp("2026-03-02 07:29")
    assert any("round the clock" in sentence for sentence in imported.notes)


def test_what_the_file_leaves_open_is_said() -> None:
    half = pd.DataFrame({"date": ["03/04/2026", "03/05/2026"], "calls": [20, 40]})
    asked: dict[str, Any] = {"dates": "month-first", "open": "08:00-10:00", "handling_time": 240}
    imported = freiton.import_log(half, **asked, interval_min=60)
    assert list(imported.volumes.arrivals) == [10, 10, 20, 20]
    assert list(imported.volumes.date.dt.strftime("%Y-%m-%d").unique()) == ["2026-03-04", "2026-03-05"]
    undated = pd.DataFrame({"time": ["08:00", "08:30"], "calls": [20, 40]})
    dated = freiton.import_log(undated, first_day=datetime.date(2026, 3, 3), handling_time=240)
    assert dated.volumes.date.iloc[0] == pd.Timestamp("2026-03-03")
    export = pd.read_csv(EXPORTS / "german_export.csv", sep=";", skiprows=3, dtype=str).iloc[:2]
    assert freiton.import_log(export, decimal="comma").work.offered.iloc[0] == 84


def test_a_look_shows_how_a_log_is_understood() -> None:
    look = freiton.look(EXPORTS / "calls_clock_cells.csv")
    assert look.to_dict() == printed("import", EXPORTS / "calls_clock_cells.csv", "--look")
    assert look.shape == "calls"
    taken = dict(zip(look.columns.title, look.columns.taken_for, strict=True))
    assert taken["Time Answered"] == "answered_at"
    assert taken["Agent ID"] is None
    first = look.first_rows.iloc[0]
    assert (first.start, first.outcome, first.wait_s) == (pd.Timestamp("2026-03-02 13:56:45"), "answered", 17.0)
    assert any("--handling-time" in sentence for sentence in look.open)
    of_frame = freiton.look(pd.read_csv(EXPORTS / "calls_clock_cells.csv"))
    assert of_frame.to_dict() | {"open": look.open} == look.to_dict()  # which name their file
    assert of_frame.open == [
        sentence.replace(str(EXPORTS / "calls_clock_cells.csv"), "<log>.csv") for sentence in look.open
    ]


def test_a_look_at_counts_and_at_tickets() -> None:
    counts = freiton.look(EXPORTS / "german_export.csv").first_rows
    assert list(counts.columns) == [
        "start", "queue", "offered", "answered", "abandoned", "wait_s", "handling_time_s"
    ]  # fmt: skip
    assert counts.offered.tolist() == [40, 44, 1010]
    tickets = freiton.look(EXPORTS / "tickets.csv").first_rows
    assert tickets.first_response_after_s.iloc[0] == 3.75 * 3600
    assert tickets.resolved_after_s.isna().tolist() == [False, False, True]


def test_they_speak_and_can_be_pickled(imported: freiton.ImportedLog) -> None:
    assert any("Wrap-up" in sentence for sentence in imported.notes)
    assert any("no calls, left out: 143" in sentence for sentence in imported.reading)
    assert repr(imported) == "<freiton.ImportedLog 'Imported from calls_1999-02-01_14.csv': calls>"
    assert dict(zip(imported.columns.title, imported.columns.unit, strict=True))["arrival_s"] == "s"
    look = freiton.look(LOG)
    assert repr(look) == "<freiton.LogLook calls: 17456 rows, 0 open>"
    for answer in (imported, look):
        assert "<table" in answer._repr_html_()
        assert pickle.loads(pickle.dumps(answer)).to_dict() == answer.to_dict()
    assert pickle.loads(pickle.dumps(imported)).notes == imported.notes
    assert pickle.loads(pickle.dumps(look)).notes == look.notes


def test_what_is_wrong_is_told() -> None:
    with pytest.raises(freiton.ScenarioError, match="--handling-time"):
        freiton.import_log(EXPORTS / "calls_clock_cells.csv")
    with pytest.raises(freiton.ScenarioError, match=r"<log>\.csv:1"):
        freiton.import_log(pd.read_csv(EXPORTS / "calls_clock_cells.csv"))
    with pytest.raises(freiton.ScenarioError, match=r"nowhere\.csv"):
        freiton.look("nowhere.csv")
    kinds: list[dict[str, Any]] = [
        {"log": 7}, {"columns": "call_type"}, {"unit_s": "min"}, {"sheet": 1}, {"time_zone": 1}, {"first_day": 26},
        {"open": 8}, {"interval_min": "30"}, {"interval_min": 30.0}, {"handling_time": "4 min"},
    ]  # fmt: skip
    for wrong in kinds:
        with pytest.raises(TypeError, match=next(iter(wrong))):
            freiton.import_log(**{"log": LOG, **wrong})
    values: list[dict[str, Any]] = [
        {"dates": "year-first"}, {"decimal": ","}, {"first_day": "2 March"}, {"first_day": "2026-02-30"},
        {"first_day": pd.Timestamp("2026-03-02 08:00")}, {"open": "8-18"}, {"open": "18:00-08:00"},
        {"open": "08:15-18:00"}, {"interval_min": 45}, {"handling_time": -1.0}, {"handling_time": float("nan")},
        {"log": pd.DataFrame([[1]], index=["a"])}, {"log": pd.DataFrame({("a", "b"): [1]})},
    ]  # fmt: skip
    for wrong in values:
        with pytest.raises(ValueError, match=next(iter(wrong))):
            freiton.import_log(**{"log": LOG, **wrong})
