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
# Chromium without windows: it opens pages twice as fast as the whole one does without showing them.
CHROMIUM = os.environ.get("FREITON_CHROMIUM", "/usr/bin/chromium-headless-shell")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

BANK = ROOT / "scenarios/anonymous_bank"
LOG = ["--against", str(BANK / "calls_1999-02-01_14.csv"), "--columns", "ignore=call_type", "--wrap-up", "75 s"]

QUESTIONS = {
    "hotline": ["plan", str(ROOT / "scenarios/quickstart.yaml")],
    "planned": ["plan", str(HERE / "planned.yaml")],
    "office": ["simulate", str(HERE / "office.yaml")],
    "organisations": ["compare", str(HERE / "office.yaml")],
    "contract": ["contract", str(ROOT / "scenarios/service_firm.yaml"), "--method", "formula"],
    "study": ["sweep", str(HERE / "study.yaml")],
    "pooled": ["compare", str(HERE / "planned.yaml")],
    "validated": ["validate", str(BANK / "other_days.yaml"), *LOG, "--set", "simulation.replications=30"],
    "calibrated": ["calibrate", str(BANK / "other_days.yaml"), *LOG[:-2], "--set", "simulation.replications=10"],
    "forecast": ["forecast", str(ROOT / "scenarios/large_bank/history.csv")],
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


class Pages(dict[tuple[str, str], tuple[Path, dict[str, Any]]]):
    """By question and language its page, and the JSON of the same run; made when first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, key: tuple[str, str]) -> tuple[Path, dict[str, Any]]:
        name, language = key
        page = self.folder / f"{name}_{language}.html"
        command = [PROGRAM, *QUESTIONS[name], "--lang", language, "--json", "--html", str(page)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode in (0, 1), run.stderr  # 1: a promise is missed
        self[key] = page, json.loads(run.stdout)
        return self[key]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("pages"))


# Whatever looks at the pages of a question stays with one process, which makes them once.
of_question = pytest.mark.xdist_group
EACH_QUESTION = [pytest.param(name, marks=of_question(name)) for name in QUESTIONS]


@pytest.mark.parametrize("name", EACH_QUESTION)
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_is_quiet_accessible_and_whole(
    browser: Browser, pages: Pages, name: str, language: str, scheme: Any, width: int
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


def opened(browser: Browser, pages: Pages, name: str, language: str = "en", **options: Any) -> Page:
    page = browser.new_context(**options).new_page()
    page.goto(pages[name, language][0].as_uri())
    return page


@of_question("office")
def test_it_is_whole_without_its_script(browser: Browser, pages: Pages) -> None:
    page = opened(browser, pages, "office", java_script_enabled=False)
    assert page.locator(".frames svg").first.is_visible()
    page.locator("summary").first.click()
    assert page.locator("details table").first.is_visible()


@of_question("office")
def test_days_stand_below_each_other_on_a_phone(browser: Browser, pages: Pages) -> None:
    page = opened(browser, pages, "office", viewport={"width": 360, "height": 800})
    first, second = (page.locator("figure").first.locator(".frames svg").nth(k).bounding_box() for k in (0, 1))
    assert first is not None and second is not None
    assert second["x"] == first["x"] and second["y"] >= first["y"] + first["height"]


@pytest.mark.parametrize("name", EACH_QUESTION)
@pytest.mark.parametrize("language", ["en", "de"])
def test_on_paper_no_label_is_cut(browser: Browser, pages: Pages, name: str, language: str) -> None:
    paper: Any = {"width": 680, "height": 960}  # A4 without margins, at 96 dpi
    page = opened(browser, pages, name, language, viewport=paper)
    page.emulate_media(media="print")
    assert page.evaluate(CUT_LABELS) == []
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.context.close()


@of_question("hotline")
def test_the_pointer_tells_the_values_of_a_moment(browser: Browser, pages: Pages) -> None:
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


@of_question("hotline")
def test_a_click_in_the_legend_hides_a_series_and_brings_it_back(browser: Browser, pages: Pages) -> None:
    page = opened(browser, pages, "hotline")
    area = page.locator("figure").first.locator('.frames [data-series="0"]').first
    button = page.locator("figure").first.get_by_role("button").first
    button.click()
    assert not area.is_visible()
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert area.is_visible()


@of_question("hotline")
def test_people_and_service_of_a_plan_are_those_of_the_json(browser: Browser, pages: Pages) -> None:
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


@of_question("office")
def test_post_of_a_simulation_is_that_of_the_json(browser: Browser, pages: Pages) -> None:
    result = pages["office", "en"][1]
    page = opened(browser, pages, "office")
    post = result["work"]["post"]["by_interval"]
    for title, key in (
        ("The pile of post", "backlog_at_end"),
        ("The oldest item of post", "oldest_max_h"),
        ("Post that is due", "due"),
        ("Post done in time", "done_in_time_share"),
    ):
        assert [row[0] for row in page.evaluate(VALUES, title)] == [interval[key] for interval in post], title


@of_question("office")
def test_calls_of_a_simulation_are_those_of_the_json(browser: Browser, pages: Pages) -> None:
    result = pages["office", "en"][1]
    page = opened(browser, pages, "office")
    calls = result["work"]["calls"]["by_interval"]
    assert [row[0] for row in page.evaluate(VALUES, "Callers who give up")] == [one["abandoned_share"] for one in calls]
    waits = page.evaluate(VALUES, "Waits of callers")
    assert waits == [[one["wait_all_s"], one["wait_p95_s"]] for one in calls]
    people = page.evaluate(VALUES, "People in north_team and what they do")
    team = result["teams"]["north_team"]
    for row, there, busy, on_calls in zip(
        people,
        team["on_duty_by_interval"],
        team["occupancy_by_interval"],
        team["occupancy_calls_by_interval"],
        strict=True,
    ):
        assert row[:4] == [there * on_calls, there * (busy - on_calls), there * (1 - busy), there]


@of_question("planned")
def test_people_by_day_and_time_are_those_of_the_json(browser: Browser, pages: Pages) -> None:
    plan = pages["planned", "en"][1]
    together = [sum(people) for people in zip(*(team["required"] for team in plan["teams"].values()), strict=True)]
    shown = opened(browser, pages, "planned").evaluate(VALUES, "People by day and time of day")
    assert [row[day] for day in (0, 1) for row in shown] == together


@of_question("planned")
def test_what_one_person_does_is_that_of_the_json(browser: Browser, pages: Pages) -> None:
    plan = pages["planned", "en"][1]
    page = opened(browser, pages, "planned")
    seen = 0
    for team in plan["teams"]:
        shown = page.evaluate(VALUES, f"What one person less or more in {team} would do")
        for column, effects in enumerate(("one_fewer", "one_more")):
            for row, effect in zip(shown, plan["explanation"][effects][team], strict=True):
                if effect is None:
                    assert row[column] is None
                    continue
                assert plan["targets"][effect["target"]]["kind"] in ("answered", "done")  # more is better
                assert row[column] == pytest.approx(100 * (effect["reached"] - effect["before"]), rel=1e-12)
                seen += 1
    assert seen > 12


@of_question("pooled")
def test_what_a_pool_saves_is_that_of_the_json(browser: Browser, pages: Pages) -> None:
    effects = pages["pooled", "en"][1]["pool_effects"]
    shown = opened(browser, pages, "pooled").evaluate(VALUES, "What is saved against per_site")
    assert shown[0] == [effect["agent_hours"] for effect in effects] != []
    assert shown[1] == [effect["paid_fte"] for effect in effects]


@of_question("validated")
def test_what_was_predicted_and_what_came_are_those_of_the_json(browser: Browser, pages: Pages) -> None:
    intervals = pages["validated", "en"][1]["work"]["calls"]["by_interval"]
    page = opened(browser, pages, "validated")
    for title, key in (("answered in time", "service_level"), ("ASA", "asa_s"), ("calls", "offered")):
        shown = page.evaluate(VALUES, f"calls: {title}, predicted and actual")
        assert [row[0] for row in shown] == [one[key] for one in intervals], key
        assert [row[1] for row in shown] == [one[f"{key}_actual"] for one in intervals], key


@of_question("calibrated")
def test_the_patience_that_was_seen_is_that_of_the_json(browser: Browser, pages: Pages) -> None:
    seen = {point["share"] for point in pages["calibrated", "en"][1]["work"]["calls"]["patience"]}
    shown = opened(browser, pages, "calibrated").evaluate(VALUES, "calls: how long callers are willing to wait")
    drawn = [row[0] for row in shown if row[0] is not None and row[0] < 1.0]  # before the first hangs up, all are there
    assert len(drawn) > 10 and set(drawn) <= seen


@of_question("forecast")
def test_a_forecast_is_that_of_the_json(browser: Browser, pages: Pages) -> None:
    days = pages["forecast", "en"][1]["work"]["calls"]["days"]
    shown = opened(browser, pages, "forecast").evaluate(VALUES, "calls: volumes by day")
    assert [row[0] for row in shown] == [day["arrivals"] for day in days]


@of_question("contract")
def test_services_and_prices_of_a_contract_are_those_of_the_json(browser: Browser, pages: Pages) -> None:
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


@of_question("organisations")
def test_organisations_side_by_side_are_those_of_the_json(browser: Browser, pages: Pages) -> None:
    organisations = pages["organisations", "en"][1]["organisations"].values()
    page = opened(browser, pages, "organisations")
    people = page.evaluate(VALUES, "People and money")
    assert people[1] == [one["totals"]["agent_hours"] for one in organisations]
    assert people[3] == [one["totals"]["cost"] for one in organisations]
    service = page.evaluate(VALUES, "Share in time, by work and site")
    assert service[0] == [one["work"]["calls"]["service_level"] for one in organisations]
    assert service[1] == [one["work"]["calls"]["by_site"]["north"]["service_level"] for one in organisations]


@of_question("study")
def test_a_study_shows_cost_and_service_of_each_variation(browser: Browser, pages: Pages) -> None:
    rows = pages["study", "en"][1]["rows"]
    page = opened(browser, pages, "study")
    shown = page.evaluate(VALUES, "Cost against service")
    assert sorted(row[:2] for row in shown) == sorted([row["cost"], row["in_time_share"]] for row in rows)


@of_question("study")
def test_what_moves_a_study_is_that_of_the_json(browser: Browser, pages: Pages) -> None:
    effects = pages["study", "en"][1]["effects"]
    shown = opened(browser, pages, "study").evaluate(VALUES, "What moves the results")
    outputs = list(dict.fromkeys(effect["output"] for effect in effects))
    inputs = [one["key"] for one in pages["study", "en"][1]["inputs"]]
    value = {(effect["output"], effect["input"]): effect["value"] for effect in effects}
    assert shown == [[value[output, one] for one in inputs] for output in outputs]
