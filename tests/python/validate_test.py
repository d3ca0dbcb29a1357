# SPDX-License-Identifier: Apache-2.0
"""A prediction beside a log, as tables."""

import pickle
from datetime import timedelta
from typing import Any

import pandas as pd
import pytest

import freiton
from places import SCENARIOS

BANK = SCENARIOS / "anonymous_bank"
LOG = BANK / "calls_1999-02-01_14.csv"


@pytest.fixture(scope="module")
def held() -> freiton.Validation:
    scenario = freiton.load(BANK / "other_days.yaml").with_({"simulation.replications": 40})
    return freiton.validate(scenario, LOG, columns={"ignore": ["call_type"]}, wrap_up=timedelta(seconds=75))


def row_of(held: freiton.Validation, figure: str) -> dict[Any, Any]:
    rows = held.figures.reset_index().to_dict("records")
    return next(row for row in rows if row["work"] == "calls" and row["figure"] == figure)


def test_figures_are_those_of_the_days(held: freiton.Validation) -> None:
    assert list(held.figures.index.names) == ["work", "figure"]
    calls = row_of(held, "offered")
    assert calls["actual"] == held.days.offered_actual.sum() == held.intervals.offered_actual.sum()
    assert calls["predicted"] == pytest.approx(held.days.offered.sum())
    assert calls["bias"] == pytest.approx(calls["predicted"] / calls["actual"] - 1.0)
    inside = held.days.asa_s_actual.between(held.days.asa_s_p05, held.days.asa_s_p95).sum()
    assert row_of(held, "asa_s")["days_inside"] == inside


def test_causes_add_up(held: freiton.Validation) -> None:
    for figure in ("service_level", "asa_s"):
        parts = held.causes[held.causes.figure == figure]
        assert list(parts.cause) == ["volume", "handling_time", "patience", "rest"]
        assert parts.bias.sum() == pytest.approx(row_of(held, figure)["bias"])
        assert parts.day_error.sum() == pytest.approx(row_of(held, figure)["day_error"])


def test_days_and_intervals_have_their_moments(held: freiton.Validation) -> None:
    assert held.days.date.iloc[0] == pd.Timestamp("1999-02-01")
    assert held.intervals.start.iloc[0] == pd.Timestamp("1999-02-01 06:30")
    assert held.days.time.iloc[0] == pd.Timestamp("1999-02-01")
    assert (held.intervals.time.dt.tz_localize(None) == held.intervals.start).all()
    assert len(held.days) == 10
    assert len(held.left_out["days_only_in_log"]) == 4


def test_what_came_may_be_a_dataframe() -> None:
    scenario = freiton.load(BANK / "other_days.yaml").with_({"simulation.replications": 3})
    columns = {"ignore": "call_type"}
    of_file = freiton.validate(scenario, LOG, columns=columns).to_dict()
    of_frame = freiton.validate(scenario, pd.read_csv(LOG), columns=columns).to_dict()
    assert {key for key in of_file if of_file[key] != of_frame[key]} <= {"log"}
    assert freiton.calibrate(scenario, pd.read_csv(LOG), columns=columns).keys


def test_it_speaks_and_can_be_pickled(held: freiton.Validation) -> None:
    assert any("ASA" in sentence for sentence in held.verdict["calls"])
    assert "10 days" in repr(held)
    assert "<table" in held._repr_html_()
    assert pickle.loads(pickle.dumps(held)).to_dict() == held.to_dict()


def test_what_is_wrong_is_told() -> None:
    scenario = freiton.load(BANK / "other_days.yaml")
    with pytest.raises(freiton.ScenarioError, match="no queue that the scenario knows"):
        freiton.validate(scenario, LOG)
    with pytest.raises(freiton.ScenarioError, match="staff"):
        freiton.validate(SCENARIOS / "quickstart.yaml", LOG, columns={"ignore": "call_type"})
    kinds: list[dict[str, Any]] = [
        {"wrap_up": "75 s"},
        {"columns": "call_type"},
        {"against": 7},
        {"time_zone": 1},
        {"open": 8},
    ]
    for wrong in kinds:
        with pytest.raises(TypeError, match=next(iter(wrong))):
            freiton.validate(**{"scenario": scenario, "against": LOG, **wrong})
    values: list[dict[str, Any]] = [{"wrap_up": -1.0}, {"dates": "year-first"}, {"decimal": ","}]
    for wrong in values:
        with pytest.raises(ValueError, match=next(iter(wrong))):
            freiton.validate(**{"scenario": scenario, "against": LOG, **wrong})
