# SPDX-License-Identifier: Apache-2.0
"""What --xlsx writes, opened by openpyxl: every number is that of the JSON of the same run."""

import datetime
import json
import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hostile_office import OFFICE

import freiton
from places import PROGRAM, SCENARIOS


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)


def asked(folder: Path, *arguments: str) -> tuple[Any, dict[str, Any]]:
    """The workbook of a question, and the JSON of the same run."""
    file = folder / "book.xlsx"
    done = run(*arguments, "--json", "--xlsx", str(file))
    assert done.returncode in (0, 1), done.stderr  # 1: a promise is missed
    return openpyxl.load_workbook(file), json.loads(done.stdout)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("office") / "office.yaml"
    path.write_text(OFFICE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def simulated(office: Path) -> tuple[Any, dict[str, Any]]:
    return asked(office.parent, "simulate", str(office))


@pytest.fixture(scope="module")
def compared(office: Path) -> tuple[Any, dict[str, Any]]:
    return asked(office.parent, "compare", str(office))


def same(number: Any, wanted: Any) -> bool:
    """Workbooks hold sixteen digits, which are within 5e-16 of the number; what JSON calls null stays empty."""
    if wanted is None:
        return number is None
    return bool(number == pytest.approx(wanted, rel=1e-15, abs=0.0))


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_people_stand_by_time_and_day_with_real_dates(simulated: tuple[Any, dict[str, Any]]) -> None:
    book, answer = simulated
    for team, name in (("-north", "-north"), ("history", "history 2")):  # "History" is a name that Excel keeps
        heads, *rows = book[name].iter_rows(values_only=True)
        assert heads == ("time", datetime.datetime(2026, 3, 5), datetime.datetime(2026, 3, 6))
        assert [row[0] for row in rows][:2] == [datetime.time(9), datetime.time(9, 30)]
        people = [row[day] for day in (1, 2) for row in rows]
        assert people == answer["teams"][team]["required"]


def test_every_figure_of_calls_and_post_is_that_of_the_json(simulated: tuple[Any, dict[str, Any]]) -> None:
    book, answer = simulated
    seen = 0
    for name, work, list_name in (
        ("Service", "calls", "by_interval"),
        ("Post", "post", "by_interval"),
        ("Service by day", "calls", "by_day"),
        ("Post by day", "post", "by_day"),
    ):
        rows = rows_of(book[name])
        results = answer["work"][work]
        for site, course in ((None, results), *results["by_site"].items()):
            mine = [row for row in rows if row["site"] == site and row["work"] == work]
            assert len(mine) == len(course[list_name]) > 0
            for row, wanted in zip(mine, course[list_name], strict=True):
                assert row["date"].date().isoformat() == (wanted.get("start") or wanted["date"])[:10]
                for key in set(row) - {"date", "start", "work", "site"}:
                    assert same(row[key], wanted.get(key)), (name, key)
                    seen += 1
    assert seen > 1000


def test_the_teams_list_is_that_of_the_json(simulated: tuple[Any, dict[str, Any]]) -> None:
    book, answer = simulated
    for name, team in answer["teams"].items():
        rows = [row for row in rows_of(book["Teams"]) if row["team"] == name]
        assert [row["agents"] for row in rows] == team["required"]
        for key in ("on_duty", "occupancy", "occupancy_calls"):
            assert all(same(row[key], value) for row, value in zip(rows, team[f"{key}_by_interval"], strict=True)), key


def test_organisations_stand_in_one_table(compared: tuple[Any, dict[str, Any]]) -> None:
    book, answer = compared
    rows = rows_of(book["Organisations"])
    for name, result in answer["organisations"].items():
        people = next(row for row in rows if (row["organisation"], row["site"], row["work"]) == (name, None, None))
        for title, key in (("agent hours", "agent_hours"), ("paid FTE", "paid_fte"), ("cost", "cost")):
            assert same(people[title], result["totals"][key])
        for work, key in (("calls", "service_level"), ("post", "done_in_time_share")):
            for site in (None, "north", "south"):
                row = next(r for r in rows if (r["organisation"], r["site"], r["work"]) == (name, site, work))
                figures = result["work"][work]["by_site"][site] if site else result["work"][work]
                assert same(row["in time"], figures[key])
                assert same(row["± in time"], figures[f"{key}_half_width"])
                path = f"work.{work}.by_site.{site}.{key}" if site else f"work.{work}.{key}"
                paired = [d for d in answer["differences"] if d["figure"] == path and d["b"] == name]
                if paired:
                    assert same(row["difference in time"], paired[0]["difference"])
                    assert same(row["± difference in time"], paired[0]["half_width"])
    assert "virtual_team -north" in book.sheetnames


def test_who_shares_less_is_worse_for_another_reason_than_a_pool(compared: tuple[Any, dict[str, Any]]) -> None:
    said = [row[1] for row in compared[0]["Overview"].iter_rows(values_only=True) if row[0] == "Note"]
    assert [text for text in said if "per_site is worse than virtual_team" in text and "fewer people" in text] != []
    assert [text for text in said if "Usual reasons" in text] == []


def test_what_is_not_known_is_a_gap_in_a_chart(simulated: tuple[Any, dict[str, Any]]) -> None:
    book, answer = simulated
    shown = [row[1] for row in book["Post done in time"].iter_rows(min_row=2, values_only=True)]
    wanted = [interval["done_in_time_share"] for interval in answer["work"]["post"]["by_interval"]]
    assert None in wanted
    assert all(same(*pair) for pair in zip(shown, wanted, strict=True))


def test_what_is_beside_the_point_is_folded(simulated: tuple[Any, dict[str, Any]]) -> None:
    sheet = simulated[0]["Service"]
    folded = {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden and dimension.outlineLevel == 1
        for column in range(dimension.min, dimension.max + 1)
    }
    heads = {cell.column: cell.value for cell in sheet[1]}
    assert {heads[column] for column in folded} >= {"service_level_half_width", "service_level_p05"}
    assert "service_level" not in {heads[column] for column in folded}
    assert len(heads) - len(folded) <= 30


def test_pictures_are_charts_whose_numbers_are_there(
    simulated: tuple[Any, dict[str, Any]], compared: tuple[Any, dict[str, Any]]
) -> None:
    drawn = sum(len(sheet._charts) for book, _ in (simulated, compared) for sheet in book)
    assert drawn > 8
    assert any(sheet.conditional_formatting for sheet in simulated[0])  # people by day and time


def test_a_list_has_its_head_in_sight_and_all_print_one_page_wide(simulated: tuple[Any, dict[str, Any]]) -> None:
    book, _ = simulated
    assert book["Service"].freeze_panes == "E2"
    assert book["-north"].freeze_panes == "B2"
    assert book["Service"].auto_filter.ref.startswith("A1:")
    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0, sheet.title


@pytest.mark.parametrize("title", ["=1+1", "+cmd|' /C calc'!A0", "@x", "-x", "<b>&\"'"])
def test_no_text_is_a_formula(tmp_path: Path, title: str) -> None:
    scenario = tmp_path / "office.yaml"
    scenario.write_text(OFFICE.replace("'=1+1'", json.dumps(title)), encoding="utf-8")
    book, _ = asked(tmp_path, "simulate", str(scenario))
    assert book["Overview"]["A1"].value == title
    assert [cell.coordinate for sheet in book for row in sheet for cell in row if cell.data_type == "f"] == []
    with zipfile.ZipFile(tmp_path / "book.xlsx") as parts:
        sheets = [part for part in parts.namelist() if part.startswith("xl/worksheets/sheet")]
        assert len(sheets) > 5 and all(b"<f>" not in parts.read(part) for part in sheets)


def test_the_overview_says_what_the_terminal_says(office: Path, simulated: tuple[Any, dict[str, Any]]) -> None:
    book, answer = simulated
    texts = {cell.value for row in book["Overview"] for cell in row if isinstance(cell.value, str)}
    printed = " ".join(run("simulate", str(office)).stdout.split())
    targets = [text for text in texts if text.startswith(("calls: ", "post: ")) and "within" in text]
    assert len(targets) == len(answer["targets"]) == 2
    assert all(text in printed for text in targets)
    german = asked(office.parent, "simulate", str(office), "--lang", "de")[0]
    assert german.sheetnames[0] == "Überblick"


def test_the_scenario_can_be_copied_out_again(tmp_path: Path, simulated: tuple[Any, dict[str, Any]]) -> None:
    lines = [row[0] or "" for row in simulated[0]["Scenario"].iter_rows(values_only=True)]
    copied = tmp_path / "copied.yaml"
    copied.write_text("\n".join(lines), encoding="utf-8")
    assert freiton.load(copied).title == "=1+1"
    assert freiton.load(copied).to_yaml().splitlines() == lines


def test_a_line_too_long_for_a_cell_goes_on_in_the_next(tmp_path: Path) -> None:
    names = [f"work_{k:03}_{'x' * 55}" for k in range(520)]  # a team's list of them is longer than a cell
    work = {
        name: {"kind": "call", "arrivals": {"per_interval": 0.01}, "handling_time": {"mean": "4 min"}} for name in names
    }
    scenario = freiton.load(
        {
            "freiton": 1,
            "calendar": {"first_day": "2026-03-02", "open": "09:00-10:00"},
            "work": work,
            "teams": {"team": {"handles": names, "staff": 2}},
            "simulation": {"replications": 2},
        }
    )
    (tmp_path / "long.yaml").write_text(scenario.to_yaml(), encoding="utf-8")
    assert max(map(len, scenario.to_yaml().splitlines())) > 32_767
    book, _ = asked(tmp_path, "simulate", str(tmp_path / "long.yaml"))
    copied = tmp_path / "copied.yaml"
    copied.write_text("\n".join(row[0] or "" for row in book["Scenario"].iter_rows(values_only=True)))
    assert freiton.load(copied).to_yaml() == scenario.to_yaml()


def test_a_study_is_a_table_of_numbers(tmp_path: Path, office: Path) -> None:
    study = office.parent / "study.yaml"
    study.write_text(
        "freiton-study: 1\nscenario: office.yaml\nvary: {teams.*.staff: [3, 4]}\nquestion: simulate\n",
        encoding="utf-8",
    )
    book, answer = asked(tmp_path, "sweep", str(study))
    rows = rows_of(book["Variations"])
    assert len(rows) == len(answer["rows"]) == 2
    for row, wanted in zip(rows, answer["rows"], strict=True):
        assert list(row) == list(wanted)
        for key, value in wanted.items():
            if isinstance(value, (int, float)) and not isinstance(value, bool) and key != "seed":
                assert same(row[key], value), key


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.xlsx", "b.xlsx")]
    for file in files:
        assert run("plan", str(SCENARIOS / "quickstart.yaml"), "--xlsx", str(file)).returncode == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_workbook_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    quickstart = str(SCENARIOS / "quickstart.yaml")
    assert run("plan", quickstart, "--xlsx", "/no/such/folder/plan.xlsx").returncode == 3
    there = tmp_path / "plan.xlsx"
    there.write_text("what was there")
    done = subprocess.run(
        [PROGRAM, "plan", quickstart, "--xlsx", str(there)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": "/no/such/folder"},
    )
    assert done.returncode == 3 and done.stdout == ""
    assert there.read_text() == "what was there"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.xlsx"]
    assert run("check", quickstart, "--xlsx", str(there)).returncode == 2  # it has no report


def test_the_sheets_of_a_contract_are_those_of_the_json(tmp_path: Path) -> None:
    book, answer = asked(tmp_path, "contract", str(SCENARIOS / "service_firm.yaml"), "--method", "formula")
    titles = (("offered", "offered"), ("agent hours", "agent_hours"), ("FTE", "paid_fte"), ("cost", "cost"))
    for row, service in zip(rows_of(book["Services"]), answer["services"], strict=True):
        assert (row["service"], row["customer"], row["promise"]) == tuple(
            service[key] for key in ("work", "customer", "promise")
        )
        assert all(same(row[title], service[key]) for title, key in (*titles, ("in time", "in_time_share")))
    sums = [*answer["by_customer"], *answer["by_segment"], answer["total"]]
    for row, wanted in zip(rows_of(book["Sums"]), sums, strict=True):
        assert all(same(row[title], wanted[key]) for title, key in titles)
    for row, price in zip(rows_of(book["Prices"]), answer["prices"], strict=True):
        assert (row["service"], row["promise"] or "") == (price["work"], price["promise"])
        assert same(row["more agent hours"], price["agent_hours_difference"])
