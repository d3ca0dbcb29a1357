# SPDX-License-Identifier: Apache-2.0
"""What --xlsx writes, opened by LibreOffice: it reads every cell, keeps every chart, and prints one page wide."""

import re
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hostile_office import OFFICE, UNSTAFFED

from places import PROGRAM, SCENARIOS

STUDY = """freiton-study: 1
title: '@study'
scenario: staffed.yaml
vary: {work.post.handling_time.mean: [5 min, 8 min], teams.*.absence: [0 %, 10 %]}
question: simulate
"""


def questions(folder: Path) -> dict[str, list[str]]:
    office, staffed = (str(folder / name) for name in ("office.yaml", "staffed.yaml"))
    return {
        "hotline": ["plan", str(SCENARIOS / "quickstart.yaml")],
        "plan": ["plan", office],
        "simulate": ["simulate", staffed],
        "compare": ["compare", staffed],
        "changed": ["compare", staffed, "--set", "work.*.arrivals.scale=1.15"],
        "pooled": ["compare", str(SCENARIOS / "three_sites.yaml"), "--method", "formula"],
        "sweep": ["sweep", str(folder / "study.yaml")],
        "contract": ["contract", office, "--method", "formula"],
        "contract_de": ["contract", str(SCENARIOS / "service_firm.yaml"), "--method", "formula", "--lang", "de"],
        "plan_de": ["plan", str(SCENARIOS / "de" / "quickstart.yaml"), "--lang", "de"],
        "forecast": ["forecast", str(SCENARIOS / "large_bank" / "history.csv")],
    }


def run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr  # 1: a promise is missed
    return done.stdout


def convert(files: list[Path], to: str, folder: Path) -> None:
    """All of them by one process, with a profile of its own."""
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--convert-to", to, "--outdir", str(folder)]
    done = subprocess.run(
        ["soffice", profile, *options, *map(str, files)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0 and all((folder / f"{file.stem}.{to}").exists() for file in files), done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workbooks in written/, as LibreOffice saves them in xlsx/, and on paper in pdf/."""
    base: Path = tmp_path_factory.mktemp("libreoffice")
    (base / "office.yaml").write_text(UNSTAFFED, encoding="utf-8")
    (base / "study.yaml").write_text(STUDY, encoding="utf-8")
    (base / "staffed.yaml").write_text(OFFICE, encoding="utf-8")
    (base / "written").mkdir()
    for name, question in questions(base).items():
        run([PROGRAM, *question, "--xlsx", str(base / "written" / f"{name}.xlsx")])
    files = sorted((base / "written").iterdir())
    for to in ("xlsx", "pdf"):
        convert(files, to, base / to)
    return base


@pytest.fixture(scope="module")
def books(folder: Path) -> list[tuple[str, Any, Any]]:
    """Each workbook as it was written, and as LibreOffice read it."""
    return [
        (name, *(openpyxl.load_workbook(folder / at / f"{name}.xlsx") for at in ("written", "xlsx")))
        for name in questions(folder)
    ]


def test_it_reads_every_cell_as_it_was_written(books: Any) -> None:
    compared = 0
    for name, written, read in books:
        assert read.sheetnames == written.sheetnames
        for sheet in written:
            for cell in (cell for row in sheet for cell in row if cell.value is not None):
                other = read[sheet.title][cell.coordinate]
                where = f"{name}: {sheet.title}!{cell.coordinate}"
                assert other.data_type == cell.data_type in "nsd", where  # no formula, no error
                if cell.data_type == "n":
                    assert other.value == pytest.approx(cell.value, rel=1e-14, abs=0.0), where  # saves 15 digits
                else:
                    assert other.value == cell.value, where
                compared += 1
    assert compared > 10_000


def test_it_computes_nothing_of_its_own(books: Any) -> None:
    for name, written, read in books:
        for sheet in read:
            more = [cell.coordinate for row in sheet for cell in row if cell.data_type in "ef"]
            assert more == [], f"{name}: {sheet.title}"
            assert sheet.max_row <= written[sheet.title].max_row, f"{name}: {sheet.title}"


def test_it_keeps_every_chart_and_its_series(books: Any) -> None:
    drawn = 0
    for name, written, read in books:
        for sheet in written:
            charts, kept = ([len(chart.series) for chart in one._charts] for one in (sheet, read[sheet.title]))
            assert sorted(charts) == sorted(kept), f"{name}: {sheet.title}"
            assert all(series > 0 for series in charts)
            drawn += len(charts)
    assert drawn > 40


def heads_in_sight(sheet: Any) -> list[str]:
    """The words of a list's first row that are not folded away, without what parts them."""
    folded = {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min, dimension.max + 1)
    }
    heads = [cell.value for cell in sheet[1] if isinstance(cell.value, str) and cell.column not in folded]
    return [re.sub(r"\s", "", head) for head in heads]


def pages_of(file: Path) -> dict[str, list[str]]:
    """By sheet, whose name stands in the footer: the words of each page, without what parts them."""
    pages: dict[str, list[str]] = {}
    for page in run(["pdftotext", "-layout", str(file), "-"]).split("\f")[:-1]:
        footer = re.search(r"(\S.*?)\s+\d+ ?/ ?\d+\s*$", page)
        assert footer is not None, page
        pages.setdefault(footer[1].strip(), []).append(re.sub(r"\s", "", page))
    return pages


def test_every_list_prints_one_page_wide(folder: Path, books: Any) -> None:
    lists = 0
    for name, written, _ in books:
        file = folder / "pdf" / f"{name}.pdf"
        sizes = re.findall(r"Page +\d+ size: +(\S+) x (\S+)", run(["pdfinfo", "-l", "9999", str(file)]))
        assert sizes and all(abs(float(w) - 842) < 1 and abs(float(h) - 595) < 1 for w, h in sizes), name  # A4 across
        pages = pages_of(file)
        assert sum(map(len, pages.values())) == len(sizes)
        for sheet in written:
            if sheet.auto_filter.ref is None:
                continue
            first, *_, last = heads_in_sight(sheet)
            assert pages[sheet.title], sheet.title
            for page in pages[sheet.title]:  # the heads stand on each; on a second page in width the first is missing
                assert page.startswith(first) and last in page, f"{name}: {sheet.title}"
            lists += 1
    assert lists > 15
