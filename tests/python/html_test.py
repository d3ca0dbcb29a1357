# SPDX-License-Identifier: Apache-2.0
"""What notebooks show of scenarios and answers: short tables, and never markup of somebody else."""

from typing import Any

import pytest

import freiton
import studies
from places import SCENARIOS

EVIL = '<script>alert(1)</script> & "co"'


@pytest.fixture(scope="module")
def firm() -> freiton.Scenario:
    return freiton.load(SCENARIOS / "service_firm.yaml")


def shown(answer: Any) -> str:
    html: str = answer._repr_html_()
    assert html.startswith("<div>")
    assert html.count("<div>") == html.count("</div>")
    return html


def test_a_scenario_shows_its_calendar_work_and_teams(firm: freiton.Scenario) -> None:
    html = shown(firm)
    assert "<strong>Internal service company, Hamburg and Munich</strong>" in html
    assert "5 days from 2026-03-02, in intervals of 30 min" in html
    for cell in ("<td>orders</td>", "law lognormal, mean 4 min, cv 0.9", "answered 80 %, within 20 s"):
        assert cell in html
    assert "<td>key_accounts, orders, quotes, faxes, letters</td>" in html
    zoned = firm.with_({"calendar.time_zone": "Europe/Berlin", "calendar.days": 1})
    assert "1 day from 2026-03-02, in intervals of 30 min, Europe/Berlin" in shown(zoned)


def test_a_plan_shows_its_verdict_work_teams_targets_and_notes(firm: freiton.Scenario) -> None:
    plan = freiton.plan(firm, method="formula")
    html = shown(plan)
    assert f"every target expected, {plan.totals['agent_hours']:.6g} agent hours, by formula" in html
    for title in ("service_level", "done_in_time_share", "paid_fte", "wanted", "reached"):
        assert f"<th>{title}</th>" in html
    assert f"<summary>Notes: {len(plan.warnings)}</summary>" in html
    assert "redials count in the interval of the first attempt" in html


def test_answers_of_every_kind_show_something(firm: freiton.Scenario) -> None:
    compared = shown(freiton.compare(firm, method="formula"))
    assert "<td>virtual_team</td>" in compared and "3 organisations, planned" in compared
    assert "95 % done within 4 h" in shown(freiton.contract(firm, method="formula"))
    staff = {"inside_sales_hamburg": 12, "inside_sales_munich": 10}
    assert "by simulation" in shown(freiton.simulate(firm.with_({"calendar.days": 1}), staff, replications=20))
    assert "12 variations, grid, simulate" in shown(freiton.load_study(studies.study()))


def test_figures_of_the_calculators_are_rows() -> None:
    one = freiton.erlang_c(10, 14, aht_s=180)
    assert f"<td>{one.asa_s:.4g}</td>" in shown(one)
    several = shown(freiton.erlang_c([10.0, 11.0], [[14], [15]], aht_s=180))
    assert several.count("<tr>") == 4


def test_names_are_escaped(firm: freiton.Scenario) -> None:
    evil = firm.with_({"title": EVIL, "work.orders.customer": EVIL, "calendar.days": 1})
    for answer in (
        evil,
        freiton.plan(evil, method="formula"),
        freiton.compare(evil, method="formula"),
        freiton.contract(evil, method="formula"),
        freiton.load_study(studies.study(title=EVIL)),
    ):
        assert "<script>" not in shown(answer)
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in shown(answer)


def test_long_tables_are_cut() -> None:
    scales = [0.5 + i / 100 for i in range(100)]
    html = shown(freiton.load_study(studies.study(vary={"work.sales.arrivals.scale": scales})))
    assert "<td>0.5</td>" in html
    assert "<td>1.49</td>" in html
    assert html.count("<tr") < 20
