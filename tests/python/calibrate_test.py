# SPDX-License-Identifier: Apache-2.0
"""What a log does not say outright, as tables."""

import pickle
from typing import Any

import pandas as pd
import pytest

import freiton
from places import SCENARIOS

BANK = SCENARIOS / "anonymous_bank"
LOG = BANK / "calls_1999-02-01_14.csv"
IGNORED = {"ignore": ["call_type"]}


@pytest.fixture(scope="module")
def scenario() -> freiton.Scenario:
    return freiton.load(BANK / "other_days.yaml").with_({"simulation.replications": 20})


@pytest.fixture(scope="module")
def found(scenario: freiton.Scenario) -> freiton.Calibration:
    return freiton.calibrate(scenario, LOG, columns=IGNORED)


def test_values_have_their_errors(found: freiton.Calibration) -> None:
    assert list(found.values.index.names) == ["work", "value"]
    rows = {row["value"]: row for row in found.values.reset_index().to_dict("records")}
    assert 70.0 < rows["wrap_up.mean"]["found"] < 85.0
    assert 0.0 < rows["wrap_up.mean"]["standard_error"] < 15.0
    assert pd.isna(rows["wrap_up.mean"]["scenario"])
    assert rows["patience.mean"]["scenario"] == 324.0
    assert rows["arrivals.day_cv"]["source"] == "days"


def test_the_calibrated_scenario_is_made_of_its_keys(scenario: freiton.Scenario, found: freiton.Calibration) -> None:
    work = scenario.with_(found.keys).to_dict()["work"]["calls"]
    assert work["balk"] == found.keys["work.calls.balk"]
    assert work["wrap_up"]["mean"] == found.keys["work.calls.wrap_up"]["mean"]
    assert work["patience"]["law"] == "lognormal"


def test_it_comes_near_and_an_outage_is_no_variation(found: freiton.Calibration) -> None:
    assert not found.checks.further_off.any()
    assert list(found.checks.loc["calls"].index) == ["service_level", "asa_s", "abandoned"]
    assert found.outliers.start.iloc[0] == "1999-02-03T13:00:00"
    assert found.to_dict()["work"]["calls"]["values"]["arrivals.interval_cv"]["value"] < 0.3


def test_laws_and_the_curve(found: freiton.Calibration) -> None:
    assert list(found.laws[found.laws.chosen].law) == ["lognormal"]
    assert found.laws.aic.is_monotonic_increasing
    assert found.patience.share.is_monotonic_decreasing
    assert found.patience.share.between(0.0, 1.0).all()
    assert found.patience.at_risk.is_monotonic_decreasing


def test_figures_of_hours_and_of_all(found: freiton.Calibration) -> None:
    whole = found.figures[found.figures.hour.isna()]
    assert sorted(whole.figure) == ["abandoned_share", "asa_s", "service_level"]
    assert set(found.figures.work) == {"calls"}
    assert (found.figures.noise > 0.0).all()


def test_it_speaks_and_can_be_pickled(found: freiton.Calibration) -> None:
    assert any("told apart" in sentence for sentence in found.found["calls"])
    assert "10 days" in repr(found)
    assert "<table" in found._repr_html_()
    assert pickle.loads(pickle.dumps(found)).to_dict() == found.to_dict()
    assert len(found.left_out["days_only_in_log"]) == 4


def test_people_are_not_needed_for_all_of_it() -> None:
    scenario = freiton.load(BANK / "other_days.yaml").with_({"teams.agents.staff": None})
    found = freiton.calibrate(scenario, LOG, columns=IGNORED)
    assert ("calls", "balk") in found.values.index
    assert ("calls", "wrap_up.mean") not in found.values.index
    assert len(found.figures) == 0


def test_what_is_wrong_is_told(scenario: freiton.Scenario) -> None:
    with pytest.raises(freiton.ScenarioError, match="no queue that the scenario knows"):
        freiton.calibrate(scenario, LOG)
    kinds: list[dict[str, Any]] = [{"columns": "call_type"}, {"against": 7}, {"time_zone": 1}]
    for wrong in kinds:
        with pytest.raises(TypeError, match=next(iter(wrong))):
            freiton.calibrate(**{"scenario": scenario, "against": LOG, **wrong})
    with pytest.raises(ValueError, match="dates"):
        freiton.calibrate(scenario, LOG, dates="year-first")  # type: ignore[arg-type]
