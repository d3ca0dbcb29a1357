# SPDX-License-Identifier: Apache-2.0
"""What notebooks show: a title, some lines and short tables. Everything is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

_MOST_ROWS = 12


def card(title: str, lines: Iterable[str], tables: Iterable[pd.DataFrame], notes: Sequence[str] = ()) -> str:
    """HTML of it; tables without rows are left out, and notes are folded."""
    parts = [f"<strong>{html.escape(title)}</strong>"]
    parts += [f"<div>{html.escape(line)}</div>" for line in lines]
    parts += [_table(table) for table in tables if len(table)]
    if notes:
        items = "".join(f"<li>{html.escape(note)}</li>" for note in notes)
        parts.append(f"<details><summary>Notes: {len(notes)}</summary><ul>{items}</ul></details>")
    return f"<div>{''.join(parts)}</div>"


def scenario_card(scenario: Mapping[str, Any]) -> str:
    """Of a scenario with every default filled in: its calendar, work and teams."""
    calendar = scenario["calendar"]
    days = "1 day" if calendar["days"] == 1 else f"{calendar['days']} days"
    line = f"{days} from {calendar['first_day']}, in intervals of {calendar['interval']}"
    if calendar.get("time_zone"):
        line += f", {calendar['time_zone']}"
    work = _rows(scenario["work"], "work", ("kind", "handling_time", "patience", "target"))
    teams = _rows(scenario["teams"], "team", ("site", "handles", "staff", "shrinkage", "absence", "cost"))
    return card(scenario.get("title", ""), [line], [work, teams])


def _rows(parts: Mapping[str, Any], what: str, keys: Iterable[str]) -> pd.DataFrame:
    """A row for each part, and a column for each key that some have."""
    rows = [{what: name, **{key: _line(part[key]) for key in keys if key in part}} for name, part in parts.items()]
    return pd.DataFrame(rows)


def _line(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_line(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        shown = ", ".join(_line(item) for item in value[:6])
        return f"{shown}, ... ({len(value)})" if len(value) > 6 else shown
    return "" if value is None else str(value)


def _table(table: pd.DataFrame) -> str:
    named = table.index.name is not None
    made: str = (table.reset_index() if named else table).to_html(
        index=False,
        border=0,
        escape=True,
        max_rows=_MOST_ROWS,
        na_rep="",
        float_format=lambda number: f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.4g}",
    )
    return made
