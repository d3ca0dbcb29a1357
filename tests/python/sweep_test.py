# SPDX-License-Identifier: Apache-2.0
"""Studies from Python: DataFrames, resuming, Parquet, the command line."""

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import freiton
import studies
import yaml_text
from freiton.__main__ import main


def test_a_sweep_is_a_data_frame_with_a_row_for_each_variation() -> None:
    table = freiton.sweep(studies.study())
    assert isinstance(table, pd.DataFrame)
    assert list(table["variation"]) == list(range(1, 13))
    assert list(table["teams.office.staff"][:4]) == [5, 6, 7, 8]
    assert table["met"].dtype == "boolean"
    assert (table["work.sales.service_level_half_width"] > 0).all()
    assert set(table["seed"]) == {7}
    assert table["engine_version"].nunique() == 1
    assert (table["error"] == "").all()


def test_what_matters_and_what_service_costs_come_with_it() -> None:
    table = freiton.sweep(studies.study())
    first = table.effects.iloc[0]
    assert (first["output"], first["input"], first["measure"]) == ("cost", "teams.office.staff", "main_effect")
    assert first["value"] == pytest.approx(1.0, abs=1e-12)  # nothing else has a cost here
    assert table.tradeoff["cost"].is_monotonic_increasing
    assert table.tradeoff["in_time_share"].is_monotonic_increasing
    assert table.summary.startswith("12 of 12 variations, each simulated")


WAYS: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "rows": lambda table: table[table["met"].astype(bool)],
    "slice": lambda table: table.iloc[:2],
    "columns": lambda table: table[["variation", "met"]],
    "query": lambda table: table.query("variation > 3"),
    "copy": lambda table: table.copy(),
    "deep copy": copy.deepcopy,
    "pickle": lambda table: pickle.loads(pickle.dumps(table)),
    "sorted": lambda table: table.sort_values("variation", ascending=False),
    "new column": lambda table: table.assign(doubled=2 * table["variation"]),
    "index": lambda table: table.set_index("variation"),
    "concat": lambda table: pd.concat([table.iloc[6:], table.iloc[:6]]),
    "concat pickled": lambda table: pd.concat([table.iloc[6:], pickle.loads(pickle.dumps(table.iloc[:6]))]),
    "merge": lambda table: table.merge(pd.DataFrame({"variation": [1, 2], "name": ["a", "b"]}), on="variation"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_what_is_made_from_the_table_has_what_the_study_says(way: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    table = freiton.sweep(studies.study())
    made = way(table)
    assert 1 <= len(made) <= 12
    assert isinstance(made, freiton.SweepTable)
    assert made.summary == table.summary
    pd.testing.assert_frame_equal(made.effects, table.effects)
    pd.testing.assert_frame_equal(made.tradeoff, table.tradeoff)


def test_what_is_made_from_two_studies_is_of_none() -> None:
    one, other = freiton.sweep(studies.study()), freiton.sweep(studies.study(31))
    both = pd.concat([one, other])
    assert len(both) == 24
    assert isinstance(both, freiton.SweepTable)
    with pytest.raises(ValueError, match="this table is not of one study; ask the tables that it was made from"):
        both.effects  # noqa: B018
    assert both.iloc[:12].copy().shape == one.shape  # nor does pandas stumble over it
    with pytest.raises(ValueError, match="not of one study"):
        freiton.SweepTable({"variation": [1]}).summary  # noqa: B018


def test_what_has_rows_of_another_table_is_of_no_study() -> None:
    table = freiton.sweep(studies.study())
    both = pd.concat([table, pd.DataFrame(table)])
    assert len(both) == 24
    with pytest.raises(ValueError, match="not of one study"):
        both.effects  # noqa: B018


def test_variations_share_their_random_numbers_and_threads_change_nothing() -> None:
    one = freiton.sweep(studies.study(), threads=1)
    two = freiton.sweep(studies.study(), threads=2)
    pd.testing.assert_frame_equal(one, two, check_exact=True)
    for _, same_demand in one.groupby("work.sales.arrivals.scale"):
        assert same_demand["work.sales.offered"].nunique() == 1


def test_a_variation_that_fails_is_a_row_with_its_error() -> None:
    table = freiton.sweep(studies.study(vary=studies.FAILING))
    failed = table[table["error"] != ""]
    assert len(failed) == 3
    assert failed["met"].isna().all()
    assert failed["cost"].isna().all()
    assert failed["error"].str.contains("teams.office").all()


def test_a_run_that_was_interrupted_is_gone_on_with(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.2:
            raise KeyboardInterrupt

    study = studies.study(3000)
    with pytest.raises(KeyboardInterrupt):
        freiton.sweep(study, out=tmp_path / "stopped", progress=stop)
    assert not (tmp_path / "stopped/table.csv").exists()
    with pytest.raises(freiton.ScenarioError, match="unfinished run of this study"):
        freiton.sweep(study, out=tmp_path / "stopped")
    resumed = freiton.sweep(study, out=tmp_path / "stopped", resume=True)
    undisturbed = freiton.sweep(study, out=tmp_path / "undisturbed")
    pd.testing.assert_frame_equal(resumed, undisturbed, check_exact=True)
    assert (tmp_path / "stopped/table.csv").read_bytes() == (tmp_path / "undisturbed/table.csv").read_bytes()


def test_another_study_does_not_go_on_with_the_run(tmp_path: Path) -> None:
    freiton.sweep(studies.study(), out=tmp_path)
    with pytest.raises(freiton.ScenarioError, match="another study"):
        freiton.sweep(studies.study(31), out=tmp_path, resume=True)
    with pytest.raises(freiton.ScenarioError, match="another study"):
        freiton.sweep(studies.study(), out=tmp_path, resume=True, seed=8)


def test_parquet_reads_back_as_the_table(tmp_path: Path) -> None:
    table = freiton.sweep(studies.study(vary=studies.FAILING), parquet=tmp_path / "table.parquet")
    read = pd.read_parquet(tmp_path / "table.parquet")
    assert list(read.columns) == list(table.columns)
    for name in table.columns:
        assert read[name].equals(pd.DataFrame(table)[name].astype(read[name].dtype)), name
    assert [path.name for path in tmp_path.iterdir()] == ["table.parquet"]


def test_a_study_may_vary_a_loaded_scenario_with_its_tables() -> None:
    staff = pd.DataFrame({"date": "2026-03-02", "start": ["08:00", "10:00"], "team": "office", "agents": [6, 8]})
    scenario = freiton.load(studies.scenario()).with_({"teams.office.staff": staff})
    study = freiton.load_study(
        {"scenario": scenario, "vary": {"work.sales.arrivals.scale": [0.9, 1.1]}, "question": "simulate"}
    )
    table = freiton.sweep(study)
    assert (table["error"] == "").all()
    pd.testing.assert_frame_equal(freiton.sweep(pickle.loads(pickle.dumps(study))), table, check_exact=True)


def test_tables_of_a_study_are_in_the_time_zone_of_its_scenario(tmp_path: Path) -> None:
    zoned = freiton.load(studies.scenario()).with_({"calendar.time_zone": "Europe/Berlin"})
    moments = pd.date_range("2026-03-02 07:00", periods=8, freq="30min", tz="UTC")  # 08:00 there
    staff = pd.DataFrame({"agents": [6, 7, 8, 9, 9, 8, 7, 6]}, index=moments)
    (tmp_path / "zoned.yaml").write_text(zoned.to_yaml(), encoding="utf-8")
    for scenario in (zoned, zoned.to_dict(), "zoned.yaml", tmp_path / "zoned.yaml"):
        asked = {"scenario": scenario, "vary": {"teams.office.staff": [staff, 6]}, "question": "simulate"}
        table = freiton.sweep(asked, directory=tmp_path)
        assert (table["error"] == "").all()
        assert list(table["agent_hours"]) == [30.0, 24.0]


def test_a_study_tells_what_it_varies() -> None:
    study = freiton.load_study(studies.study())
    assert len(study) == 12
    assert list(study.settings.columns) == ["work.sales.arrivals.scale", "teams.office.staff"]
    assert list(study.settings.loc[12]) == ["1.2", "8"]
    assert repr(study) == "<freiton.Study '': 12 variations, grid, simulate>"
    drawn = freiton.load_study(
        studies.study(vary={"work.sales.arrivals.scale": {"min": 0.8, "max": 1.2}}, design="sobol", samples=16)
    )
    assert drawn.settings.iloc[:, 0].nunique() == 16


def test_a_broken_study_says_all_that_is_wrong() -> None:
    with pytest.raises(freiton.ScenarioError) as raised:
        freiton.load_study(studies.study(vary={"work.sale.arrivals.scale": [1], "teams.office.shrinkage": ["120 %"]}))
    assert [problem.key for problem in raised.value.problems] == [
        "vary.work.sale.arrivals.scale",
        "vary.teams.office.shrinkage",
    ]


def test_arguments_that_do_not_go_together_are_refused() -> None:
    with pytest.raises(ValueError, match="resume: needs out"):
        freiton.sweep(studies.study(), resume=True)
    with pytest.raises(ValueError, match="seed"):
        freiton.sweep(freiton.load_study(studies.study()), seed=3)


def test_the_command_line_runs_a_study_from_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = yaml_text.write_study(tmp_path, studies.study())
    assert main(["sweep", str(file), "--out", str(tmp_path / "out"), "--parquet", str(tmp_path / "t.parquet")]) == 0
    assert capsys.readouterr().out.startswith("12 of 12 variations")
    assert len(pd.read_parquet(tmp_path / "t.parquet")) == 12
    assert main(["sweep", str(file), "--out", str(tmp_path / "out")]) == 2
    assert "--resume shows it" in capsys.readouterr().err
    assert main(["sweep", str(tmp_path / "nowhere.yaml")]) == 2


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    file = yaml_text.write_study(tmp_path, studies.study())
    done = subprocess.run(
        [sys.executable, "-m", "freiton", "sweep", str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("12 of 12 variations")
