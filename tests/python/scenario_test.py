# SPDX-License-Identifier: Apache-2.0
"""Scenarios: loaded from files and dicts, varied, written again."""

import datetime
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import freiton
from places import SCENARIOS

QUICKSTART = SCENARIOS / "quickstart.yaml"
FIRM = SCENARIOS / "service_firm.yaml"
EXAMPLES = sorted(
    path for path in SCENARIOS.glob("**/*.yaml") if not path.read_text(encoding="utf-8").count("freiton-study:")
)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_as_dict_means_the_same(path: Path) -> None:
    scenario = freiton.load(path)
    again = freiton.load(scenario.to_dict(), directory=path.parent)
    assert again.to_yaml() == scenario.to_yaml()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_survives_pickling(path: Path) -> None:
    scenario = freiton.load(path)
    again = pickle.loads(pickle.dumps(scenario))
    assert again.to_yaml() == scenario.to_yaml()


def test_yaml_with_every_default_can_be_loaded(tmp_path: Path) -> None:
    scenario = freiton.load(QUICKSTART)
    (tmp_path / "resolved.yaml").write_text(scenario.to_yaml(), encoding="utf-8")
    assert freiton.load(str(tmp_path / "resolved.yaml")).to_dict() == scenario.to_dict()


def test_a_scenario_tells_its_names() -> None:
    firm = freiton.load(FIRM)
    assert firm.title == "Internal service company, Hamburg and Munich"
    assert firm.work == ["orders", "key_accounts", "faxes", "letters", "quotes"]
    assert firm.teams == ["inside_sales_hamburg", "inside_sales_munich"]
    assert firm.organisations == ["per_site", "overflow", "virtual_team"]


def test_with_changes_a_copy() -> None:
    before = freiton.load(FIRM)
    after = before.with_({"teams.*.absence": "9 %"}, **{"work.orders.arrivals.scale": 1.1})
    assert after.to_dict()["work"]["orders"]["arrivals"]["scale"] == 1.1
    assert [team["absence"] for team in after.to_dict()["teams"].values()] == ["9 %", "9 %"]
    assert before.to_dict()["work"]["orders"]["arrivals"]["scale"] == 1


def test_none_takes_a_key_away() -> None:
    staffed = freiton.load(QUICKSTART).with_({"teams.hotline_team.staff": 22})
    assert staffed.with_({"teams.*.staff": None}) == freiton.load(QUICKSTART)
    assert staffed.patience("hotline") is not None
    assert staffed.with_({"work.hotline.patience": None}).patience("hotline") is None
    with pytest.raises(freiton.ScenarioError, match='unknown key; did you mean "patience"'):
        staffed.with_({"work.hotline.patiance": None})


def test_a_value_that_a_later_one_would_undo_is_not_lost_in_silence() -> None:
    scenario = freiton.load(QUICKSTART)
    arrivals = {"work.hotline.arrivals.scale": 2, "work.hotline.arrivals": {"per_interval": 10}}
    with pytest.raises(
        freiton.ScenarioError, match=r"only one of these can be given: work.hotline.arrivals.scale, work"
    ):
        scenario.with_(arrivals)
    changed = scenario.with_(dict(reversed(arrivals.items())))
    assert changed.to_dict()["work"]["hotline"]["arrivals"]["scale"] == 2


@pytest.mark.parametrize(
    ("value", "means"),
    [
        (np.float64(2.5), 2.5),
        (np.int64(3), 3),
        (7, 7),
        ("1.5", 1.5),
    ],
)
def test_numbers_of_any_kind_are_numbers(value: Any, means: float) -> None:
    scenario = freiton.load(QUICKSTART).with_({"work.hotline.arrivals.scale": value})
    assert scenario.to_dict()["work"]["hotline"]["arrivals"]["scale"] == means


@pytest.mark.parametrize("kind", [list, tuple, np.array, pd.Series])
def test_lists_of_any_kind_are_lists(kind: Any) -> None:
    volumes = [10.0 + i for i in range(24)]
    scenario = freiton.load(QUICKSTART).with_({"work.hotline.arrivals.per_interval": kind(volumes)})
    assert scenario.to_dict()["work"]["hotline"]["arrivals"]["per_interval"] == volumes


def test_dates_and_time_spans_are_understood() -> None:
    scenario = freiton.load(QUICKSTART).with_(
        {
            "calendar.first_day": datetime.date(2026, 3, 9),
            "calendar.holidays": [pd.Timestamp("2026-03-10")],
            "calendar.days": 2,
            "work.hotline.handling_time.mean": datetime.timedelta(minutes=5),
        }
    )
    resolved = scenario.to_dict()
    assert resolved["calendar"]["first_day"] == "2026-03-09"
    assert resolved["calendar"]["holidays"] == ["2026-03-10"]
    assert resolved["work"]["hotline"]["handling_time"]["mean"] in ("5 min", "300 s")


def test_what_has_no_meaning_in_a_scenario_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"work\.hotline\.target: set"):
        freiton.load(QUICKSTART).with_({"work.hotline.target": {1, 2}})
    with pytest.raises(TypeError, match="NoneType"):
        freiton.load(None)  # type: ignore[arg-type]


def test_an_endless_dict_is_refused() -> None:
    endless: dict[str, Any] = {}
    endless["work"] = endless
    with pytest.raises(freiton.ScenarioError, match="deep"):
        freiton.load(endless)


def test_an_organisation_replaces_keys_of_the_routing() -> None:
    firm = freiton.load(FIRM)
    overflow = firm.organised("overflow").to_dict()["routing"]
    assert (overflow["reach"], overflow["after"]) == ("all", "20 s")
    assert overflow["interrupt"] == ["faxes", "letters"]
    with pytest.raises(ValueError, match=r'"overflw".*per_site, overflow'):
        firm.organised("overflw")


def test_a_representation_names_the_scenario() -> None:
    assert repr(freiton.load(QUICKSTART)) == "<freiton.Scenario 'Quickstart hotline': 1 work, 1 teams>"
