# SPDX-License-Identifier: Apache-2.0
"""What has the wrong type is told in Python's words: the argument, what it must be, and what was given."""

import datetime
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

import freiton
import studies
from places import SCENARIOS

QUICKSTART = SCENARIOS / "quickstart.yaml"
STAFF = {"hotline_team": 22}
untyped: Any = freiton  # type checkers know all this before


def law() -> Any:
    return freiton.DurationLaw(mean="4 min")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: untyped.load(3), "scenario: must be a freiton.Scenario, the path of a file or a dict, not int"),
        (lambda: untyped.load([1]), "scenario: .* not list"),
        (lambda: untyped.plan(b"a.yaml"), "scenario: .* not bytes"),
        (lambda: untyped.load({}, directory=3), "directory: must be the path of a folder, not int"),
        (lambda: untyped.load({}, tables=[1]), "tables: must be a dict of DataFrames by name, not list"),
        (lambda: untyped.load({}, tables={"a.csv": "b"}), "tables: must be a dict of DataFrames by name, not str"),
        (lambda: untyped.load_study(3), "study: must be a freiton.Study, the path of a file or a dict, not int"),
        (lambda: untyped.sweep(studies.study(), out=3), "out: must be the path of a folder, not int"),
        (lambda: untyped.sweep(studies.study(), parquet=3), "parquet: must be the path of a file, not int"),
        (lambda: untyped.sweep(studies.study(), resume="yes"), "resume: must be True or False, not str"),
        (lambda: untyped.sweep(studies.study(), client="tcp://a:1"), "client: must be a distributed.Client, not str"),
        (lambda: untyped.plan(QUICKSTART, seed="x"), "seed: must be a whole number, not str"),
        (lambda: untyped.plan(QUICKSTART, seed=1.5), "seed: must be a whole number, not float"),
        (lambda: untyped.plan(QUICKSTART, seed=True), "seed: must be a whole number, not bool"),
        (lambda: untyped.plan(QUICKSTART, threads=2.0), "threads: must be a whole number, not float"),
        (lambda: untyped.plan(QUICKSTART, method=3), "method: must be a text, not int"),
        (lambda: untyped.plan(QUICKSTART, method=np.array(["formula"] * 2)), "method: must be a text, not ndarray"),
        (lambda: untyped.plan(QUICKSTART, organisation=3), "organisation: must be a text, not int"),
        (lambda: untyped.plan(QUICKSTART, progress="yes"), "progress: must be True, False or a function .* not str"),
        (lambda: untyped.simulate(QUICKSTART, 22), r'staff: .* such as \{"hotline_team": 22\}, not int'),
        (lambda: untyped.simulate(QUICKSTART, STAFF, replications=30.0), "replications: must be a whole .* not float"),
        (lambda: untyped.simulate(QUICKSTART, STAFF, half_width="1 %"), "half_width: must be a number .* not str"),
        (lambda: untyped.simulate(QUICKSTART, STAFF, half_width={"times": "x"}), "half_width: .* not str"),
        (lambda: untyped.simulate(QUICKSTART, STAFF, headroom="no"), "headroom: must be True or False, not str"),
        (lambda: untyped.load(QUICKSTART).with_("x"), "values: must be a dict such as .* not str"),
        (lambda: untyped.load(QUICKSTART).with_({3: 1}), "values: must be a dict whose keys are texts .* not int"),
        (lambda: untyped.load(QUICKSTART).organised(3), "organisation: must be a text, not int"),
        (lambda: untyped.load(QUICKSTART).handling_time(3), "work: must be a text, not int"),
        (lambda: law().cdf(datetime.timedelta(seconds=3)), "t_s: must be a number or an array of .* not timedelta"),
        (lambda: law().cdf("long"), "t_s: must be a number or an array of numbers, got <U4"),
        (lambda: law().sample(3.5), "size: must be a whole number, not float"),
        (lambda: law().sample(3, seed="x"), "seed: must be a whole number, not str"),
        (lambda: law().sample(3, seed=None), "seed: must be a whole number, not NoneType"),
        (lambda: untyped.DurationLaw(values_s=["long"]), "values_s: must be a number or an array of numbers, got <U4"),
        (lambda: untyped.erlang_c(None, 14, aht_s=180), "load: must be a number or an array of .* not NoneType"),
        (lambda: untyped.erlang_c([1, {}], 14, aht_s=180), "load: must be a number or an array .* holds other things"),
        (lambda: untyped.erlang_c("many", 14, aht_s=180), "load: must be a number or an array of numbers, got <U4"),
        (lambda: untyped.erlang_c(10, 14, aht_s=180, counting=3), "counting: must be a text, not int"),
        (
            lambda: untyped.erlang_b_agents(10, blocked=0.1, fractional="no"),
            "fractional: must be True or False, not str",
        ),
        (lambda: untyped.backlog_constant("x", 0, 1, [1, 1]), "work_h: must be a number or an array of numbers, got"),
        (lambda: untyped.backlog_constant(1, 0, 1, "x"), "one_agent_h: must be a number or an array of numbers, got"),
        (
            lambda: untyped.backlog_constant(1, 0, 1, [1, 1], share="x"),
            "share: must be a number or an array of numbers",
        ),
    ],
)
def test_a_wrong_type_is_a_type_error_that_names_the_argument(call: Callable[[], Any], told: str) -> None:
    with pytest.raises(TypeError, match=f"^{told}"):
        call()


def test_numbers_of_numpy_are_numbers() -> None:
    result = untyped.simulate(
        QUICKSTART, STAFF, seed=np.int64(7), threads=np.int32(1), replications=np.uint8(20), headroom=np.bool_(False)
    )
    assert (result.seed, result.replications) == (7, 20)
    assert untyped.simulate(QUICKSTART, STAFF, half_width=np.float32(0.5)).replications >= 2


def test_a_calendar_that_is_none_is_a_problem_like_any_other() -> None:
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.load({"freiton": 1, "calendar": "always"})
    assert ("calendar", "always") in [(problem.key, problem.value) for problem in caught.value.problems]


def test_a_wrong_item_of_a_list_is_told_as_it_was_given() -> None:
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.load(QUICKSTART).with_({"teams.hotline_team.staff": [22.0] * 23 + [float("nan")]})
    (problem,) = caught.value.problems
    assert (problem.key, problem.value, problem.place) == ("teams.hotline_team.staff[24]", "nan", freiton.Place())


def test_work_that_is_not_there_is_told_with_what_is() -> None:
    with pytest.raises(KeyError, match=r'there is no \\?"sales\\?"; the scenario has: hotline'):
        freiton.load(QUICKSTART).patience("sales")


def test_what_belongs_to_a_dict_is_refused_with_a_file(tmp_path: Any) -> None:
    with pytest.raises(ValueError, match="directory, tables: go with a dict only"):
        freiton.load(QUICKSTART, tables={"volumes.csv": pd.DataFrame()})
    with pytest.raises(ValueError, match="directory, tables: go with a dict only"):
        freiton.load(QUICKSTART, directory=tmp_path)
    with pytest.raises(ValueError, match="directory: goes with a dict only"):
        freiton.load_study(SCENARIOS / "whatif.yaml", directory=tmp_path)


def test_a_scenario_that_was_loaded_is_given_back() -> None:
    scenario = freiton.load(QUICKSTART)
    assert freiton.load(scenario) is scenario
