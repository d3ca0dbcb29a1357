# SPDX-License-Identifier: Apache-2.0
"""The pages of --html in a browser: what no reading of their bytes shows."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAM = os.environ.get("FREITON_PROGRAM", str(ROOT / "build/release/engine/freiton"))
CHROMIUM = os.environ.get("FREITON_CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

QUESTIONS = {
    "hotline": ["plan", str(ROOT / "scenarios/quickstart.yaml")],
    "office": ["simulate", str(HERE / "office.yaml")],
    "organisations": ["compare", str(HERE / "office.yaml")],
    "contract": ["contract", str(ROOT / "scenarios/service_firm.yaml"), "--method", "formula"],
    "study": ["sweep", str(HERE / "study.yaml")],
}

# Texts that end or begin outside the picture that they are part of; a hundredth of a pixel is rounding.
CUT_LABELS = """() => [...document.querySelectorAll('.frames svg text')].filter(text => {
  const frame = text.ownerSVGElement.getBoundingClientRect(), box = text.getBoundingClientRect();
  return box.left < frame.left - .01 || box.right > frame.right + .01
      || box.top < frame.top - .01 || box.bottom > frame.bottom + .01;
}).map(text => text.textContent)"""

# Rows of a picture's table, as numbers; cells that stand for nothing are null.
VALUES = """title => {
  const figure = [...document.querySelectorAll('figure')].find(one => one.querySelector('h2').textContent === title);
  return [...figure.querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll('td')].map(
      cell => cell.querySelector('data') ? Number(cell.querySelector('data').value) : null));
}"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], tuple[Path, dict[str, Any]]]:
    """Each question in both languages: its page, and the JSON of the same run."""
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, question in QUESTIONS.items():
        for language in ("en", "de"):
            page = folder / f"{name}_{language}.html"
            command = [PROGRAM, *question, "--lang", language, "--json", "--html", str(page)]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            assert run.returncode in (0, 1), run.stderr  # 1: a promise is missed
            made[name, language] = page, json.loads(run.stdout)
    return made


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_is_quiet_accessible_and_whole(
    browser: Browser, pages: Any, name: str, language: str, scheme: Any, width: int
) -> None:
    path, _ = pages[name, language]
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: said.append(request.url) if request.url != path.as_uri() else None)
    page.goto(path.as_uri())
    assert page.locator("html").get_attribute("lang") == language
    assert page.evaluate(CUT_LABELS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert said == []
    context.close()


def opened(browser: Browser, pages: Any, name: str, **options: Any) -> Page:
    page = browser.new_context(**options).new_page()
    page.goto(pages[name, "en"][0].as_uri())
    return page


def test_it_is_whole_without_its_script(browser: Browser, pages: Any) -> None:
    page = opened(browser, pages, "office", java_script_enabled=False)
    assert page.locator(".frames svg").first.is_visible()
    page.locator("summary").first.click()
    assert page.locator("details table").first.is_visible()


def test_days_stand_below_each_other_on_a_phone(browser: Browser, pages: Any) -> None:
    page = opened(browser, pages, "office", viewport={"width": 360, "height": 800})
    first, second = (page.locator("figure").first.locator(".frames svg").nth(k).bounding_box() for k in (0, 1))
    assert first is not None and second is not None
    assert second["x"] == first["x"] and second["y"] >= first["y"] + first["height"]


def test_on_paper_no_label_is_cut(browser: Browser, pages: Any) -> None:
    page = opened(browser, pages, "office", viewport={"width": 680, "height": 960})  # A4 without margins, at 96 dpi
    page.emulate_media(media="print")
    assert page.evaluate(CUT_LABELS) == []
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_the_pointer_tells_the_values_of_a_moment(browser: Browser, pages: Any) -> None:
    page = opened(browser, pages, "hotline")
    figure = page.locator("figure").first
    places = figure.locator("svg[data-x]").get_attribute("data-x")
    assert places is not None
    box = figure.locator("svg[data-x]").bounding_box()
    assert box is not None
    fifth = float(places.split()[4]) * box["width"] / 360.0  # the width of the viewBox of a single day
    page.mouse.move(box["x"] + fifth, box["y"] + box["height"] / 2)
    row = figure.locator("tbody tr").nth(4).locator("th, td").all_text_contents()
    told = figure.locator(".readout").inner_text()
    assert row[0] == "10:00"
    assert all(cell in told for cell in row)


def test_a_click_in_the_legend_hides_a_series_and_brings_it_back(browser: Browser, pages: Any) -> None:
    page = opened(browser, pages, "hotline")
    area = page.locator("figure").first.locator('.frames [data-series="0"]').first
    button = page.locator("figure").first.get_by_role("button").first
    button.click()
    assert not area.is_visible()
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert area.is_visible()


def test_people_and_service_of_a_plan_are_those_of_the_json(browser: Browser, pages: Any) -> None:
    plan = pages["hotline", "en"][1]
    page = opened(browser, pages, "hotline")
    team = plan["teams"]["hotline_team"]
    shown = page.evaluate(VALUES, "People in hotline_team and what they do")
    assert [row[2] for row in shown] == team["required"]
    for row, people, occupancy in zip(shown, team["required"], team["occupancy_by_interval"], strict=True):
        assert row[0] == people * occupancy
    levels = [interval["service_level"] for interval in plan["work"]["hotline"]["by_interval"]]
    assert [row[0] for row in page.evaluate(VALUES, "Calls answered in time")] == levels
    waits = page.evaluate(VALUES, "Waits of callers")
    assert [row[0] for row in waits] == [interval["wait_all_s"] for interval in plan["work"]["hotline"]["by_interval"]]


def test_post_of_a_simulation_is_that_of_the_json(browser: Browser, pages: Any) -> None:
    result = pages["office", "en"][1]
    page = opened(browser, pages, "office")
    post = result["work"]["post"]["by_interval"]
    for title, key in (
        ("The pile of post", "backlog_at_end"),
        ("The oldest item of post", "oldest_max_h"),
        ("Post done in time", "done_in_time_share"),
    ):
        assert [row[0] for row in page.evaluate(VALUES, title)] == [interval[key] for interval in post], title


def test_services_and_prices_of_a_contract_are_those_of_the_json(browser: Browser, pages: Any) -> None:
    contract = pages["contract", "en"][1]
    page = opened(browser, pages, "contract")
    services = page.evaluate(VALUES, "Services side by side")
    assert services[0] == [one["paid_fte"] for one in contract["services"]]
    assert services[1] == [one["cost"] for one in contract["services"]]
    customers = page.evaluate(VALUES, "Customers side by side")
    assert customers[2] == [one["cost_per_contact"] for one in contract["by_customer"]]
    prices = page.evaluate(VALUES, "The price of each promise")
    for k, step in enumerate(("looser", "tighter", "without")):
        assert prices[k] == [one["cost_difference"] for one in contract["prices"] if one["step"] == step]


def test_organisations_side_by_side_are_those_of_the_json(browser: Browser, pages: Any) -> None:
    organisations = pages["organisations", "en"][1]["organisations"].values()
    page = opened(browser, pages, "organisations")
    people = page.evaluate(VALUES, "People and money")
    assert people[1] == [one["totals"]["agent_hours"] for one in organisations]
    assert people[3] == [one["totals"]["cost"] for one in organisations]
    service = page.evaluate(VALUES, "Share in time, by work and site")
    assert service[0] == [one["work"]["calls"]["service_level"] for one in organisations]
    assert service[1] == [one["work"]["calls"]["by_site"]["north"]["service_level"] for one in organisations]


def test_a_study_shows_cost_and_service_of_each_variation(browser: Browser, pages: Any) -> None:
    rows = pages["study", "en"][1]["rows"]
    page = opened(browser, pages, "study")
    shown = page.evaluate(VALUES, "Cost against service")
    assert sorted(row[:2] for row in shown) == sorted([row["cost"], row["in_time_share"]] for row in rows)
