# SPDX-License-Identifier: Apache-2.0
"""Scenarios are the same if they say the same."""

import pickle
from pathlib import Path

import pandas as pd
import pytest

import freiton
from places import SCENARIOS

QUICKSTART = SCENARIOS / "quickstart.yaml"
EXAMPLES = sorted(path for path in SCENARIOS.glob("*.yaml") if "freiton-study:" not in path.read_text(encoding="utf-8"))


@pytest.fixture
def volumes() -> pd.DataFrame:
    intervals = freiton.load(QUICKSTART).intervals
    return intervals[["date", "start"]].assign(arrivals=10.0)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_says_the_same_is_equal_and_has_the_same_hash(path: Path) -> None:
    scenario = freiton.load(path)
    again = freiton.load(scenario.to_dict(), directory=path.parent)
    assert again == scenario
    assert pickle.loads(pickle.dumps(scenario)) == scenario
    assert len({scenario, again, freiton.load(path)}) == 1


def test_any_other_value_makes_another_scenario() -> None:
    scenario = freiton.load(QUICKSTART)
    others = [
        scenario.with_({"work.hotline.arrivals.scale": 1.01}),
        scenario.with_({"title": "Another"}),
        scenario.with_({"simulation.seed": 2}),
        scenario.with_({"teams.hotline_team.staff": 22}),
    ]
    assert all(other != scenario for other in others)
    assert len({scenario, *others}) == 5
    assert others[0].with_({"work.hotline.arrivals.scale": 1.0}) == scenario


def test_a_default_that_is_written_changes_nothing() -> None:
    scenario = freiton.load(QUICKSTART)
    assert scenario.with_({"simulation.seed": 1, "plan.assurance": "mean"}) == scenario
    of_work = {"priority": 10, "reach": "all", "prefer": "none", "after": "0 s"}
    stated = scenario.with_({f"work.hotline.{key}": value for key, value in of_work.items()}, **{"teams.*.absence": 0})
    assert stated == scenario
    assert hash(stated) == hash(scenario)
    assert scenario.with_({"work.hotline.priority": 11}) != scenario


def test_organisations_count_by_what_they_come_to() -> None:
    scenario = freiton.load(QUICKSTART)

    def organised(**keys: object) -> freiton.Scenario:
        return scenario.with_({"organisations": {"other": keys}})

    assert organised(**{"work.hotline.handling_time": "2 min"}) == organised(**{"work.*.handling_time": "120 s"})
    assert organised(at_close="drop") == organised(**{"routing.at_close": "drop"})
    assert organised(**{"work.hotline.handling_time": "2 min"}) != organised(**{"work.hotline.handling_time": "3 min"})
    assert organised() != scenario


def test_tables_count_by_what_they_hold(volumes: pd.DataFrame, tmp_path: Path) -> None:
    volumes.to_csv(tmp_path / "volumes.csv", index=False)
    stated = freiton.load(QUICKSTART).to_dict()
    stated["work"]["hotline"]["arrivals"] = {"file": "volumes.csv"}
    of_file = freiton.load(stated, directory=tmp_path)
    stated["work"]["hotline"]["arrivals"] = {"file": volumes}
    of_frame = freiton.load(stated)
    assert of_file == of_frame
    assert hash(of_file) == hash(of_frame)
    other = of_frame.with_({"work.hotline.arrivals.file": volumes.assign(arrivals=10.5)})
    assert other != of_frame
    volumes.assign(arrivals=11.0).to_csv(tmp_path / "volumes.csv", index=False)
    assert of_file == of_frame  # it was read before


def test_staff_and_observed_durations_count_too() -> None:
    scenario = freiton.load(QUICKSTART)
    for key, tables in (
        ("teams.hotline_team.staff", [scenario.intervals.assign(agents=people) for people in (9, 10)]),
        (
            "work.hotline.handling_time",
            [{"law": "empirical", "file": pd.DataFrame({"duration_s": [100.0, last]})} for last in (140.0, 150.0)],
        ),
        (
            "work.hotline.patience",
            [{"law": "empirical", "file": pd.DataFrame({"duration_s": [100.0, last]})} for last in (140.0, 150.0)],
        ),
    ):
        first, second = (scenario.with_({key: table}) for table in tables)
        assert first != second
        assert first == scenario.with_({key: tables[0]})


def test_nothing_else_is_equal_to_a_scenario() -> None:
    scenario = freiton.load(QUICKSTART)
    assert scenario != scenario.to_dict()
    assert scenario != "Quickstart hotline"


def test_a_scenario_may_be_a_key() -> None:
    plans = {freiton.load(QUICKSTART): "first"}
    plans[freiton.load(QUICKSTART)] = "second"
    assert list(plans.values()) == ["second"]
