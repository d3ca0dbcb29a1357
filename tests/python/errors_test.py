# SPDX-License-Identifier: Apache-2.0
"""Everything that is wrong, at once, with place, key, rule, value and hint."""

import pickle
from pathlib import Path

import pytest

import freiton
from places import SCENARIOS

QUICKSTART = SCENARIOS / "quickstart.yaml"


def test_every_problem_has_place_key_rule_value_and_hint(tmp_path: Path) -> None:
    text = QUICKSTART.read_text(encoding="utf-8")
    file = tmp_path / "wrong.yaml"
    file.write_text(text.replace("patience:", "patiance:").replace("mean: 4 min", "mean: -4 min"), encoding="utf-8")
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.load(file)
    negative, unknown = caught.value.problems
    assert negative.key == "work.hotline.handling_time.mean"
    assert negative.rule == "must be greater than 0 s"
    assert negative.value == "-4 min"
    assert negative.hint is None
    assert (unknown.key, unknown.rule, unknown.hint) == ("work.hotline.patiance", "unknown key", "patience")
    assert unknown.place == freiton.Place(str(file), 1 + text[: text.index("patience:")].count("\n"), None)
    assert str(unknown) == f'{file}:{unknown.place.line}  work.hotline.patiance: unknown key; did you mean "patience"?'
    assert str(unknown) in str(caught.value)
    assert "2 problems; nothing was computed." in str(caught.value)


def test_a_value_put_in_has_no_place_in_the_file() -> None:
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.load(QUICKSTART).with_({"work.hotline.handling_time.mean": "-3 s", "work.hotline.arivals": 3})
    assert [problem.place for problem in caught.value.problems] == [freiton.Place(), freiton.Place()]
    assert {problem.hint for problem in caught.value.problems} == {None, "arrivals"}


def test_a_path_that_names_nothing_is_a_problem_with_a_hint() -> None:
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.load(QUICKSTART).with_({"work.hotlin.arrivals.scale": 2, "teams.team.absence": 0.1})
    assert [(problem.key, problem.hint) for problem in caught.value.problems] == [
        ("work.hotlin.arrivals.scale", "hotline"),
        ("teams.team.absence", "hotline_team"),
    ]


def test_a_bare_number_where_a_unit_is_needed_gets_a_hint() -> None:
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.load(QUICKSTART).with_({"work.hotline.target.within": 20})
    (problem,) = caught.value.problems
    assert (problem.value, problem.hint) == ("20", "20 s")


def test_a_missing_file_is_a_problem_too() -> None:
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.load("no/such/file.yaml")
    assert caught.value.problems[0].place.file == "no/such/file.yaml"


def test_a_dict_without_work_names_what_is_missing() -> None:
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.load({"freiton": 1})
    assert {"calendar", "work", "teams"} <= {problem.key for problem in caught.value.problems}
    assert all(problem.place.file is None for problem in caught.value.problems)


def test_it_is_a_value_error_and_survives_pickling() -> None:
    with pytest.raises(ValueError, match="problem") as caught:
        freiton.load({})
    error = caught.value
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(error, freiton.ScenarioError)
    assert isinstance(again, freiton.ScenarioError)
    assert again.problems == error.problems
    assert str(again) == str(error)
