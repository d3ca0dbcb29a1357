# SPDX-License-Identifier: Apache-2.0
"""Given staff: as a table, by team, or as another result has it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from freiton import _engine
from freiton._arguments import wrong_type
from freiton._result import Result
from freiton._scenario import Scenario
from freiton._tables import csv_of, is_by_time, table_of

Staff: TypeAlias = pd.DataFrame | Mapping[str, ArrayLike | pd.DataFrame] | Result | str | os.PathLike[str]
"""A table with ``date, start, team, agents`` (or the name of such a file), or with a column for each team beside
``date, start`` or by timestamps; a result, whose staffing it then is; or by team: a number, a list by interval of a day
or of the whole horizon, a table, or a Series by timestamps."""


def with_staff(
    scenario: Scenario, staff: Staff | None, changes: _engine.Changes, organisations: bool = False
) -> Scenario:
    """The scenario with the staff of some teams; or, for a table about all teams, with the table in ``changes``.

    With ``organisations`` that is the staff of these teams in all of them, whatever they say themselves.
    """
    if isinstance(staff, Result):
        staff = staff.staffing
    if isinstance(staff, pd.DataFrame):
        staff = _by_team(scenario, staff)
    if isinstance(staff, pd.DataFrame):
        changes.staff = ("<staff>.csv", csv_of(staff, scenario._zone, "staff"))
    elif isinstance(staff, (str, os.PathLike)):
        changes.staff = (os.fsdecode(staff), "")
    elif staff is not None and not isinstance(staff, Mapping):
        example = f'{{"{scenario.teams[0]}": {staff!r}}}' if np.ndim(staff) == 0 else '{"TEAM": [...]}'
        raise wrong_type("staff", f"a table, a result, the path of a table, or a dict by team such as {example}", staff)
    elif staff is not None:
        given = {f"teams.{team}.staff": _of_team(scenario, team, people) for team, people in staff.items()}
        return scenario.with_({**given, **_in_organisations(scenario, given)} if organisations else given)
    return scenario


def _by_team(scenario: Scenario, table: pd.DataFrame) -> pd.DataFrame | Mapping[str, pd.Series[Any] | pd.DataFrame]:
    """A table with a column for each team, by team; any other as it is."""
    teams = [name for name in table.columns if name in scenario.teams]
    others = [name for name in table.columns if name not in scenario.teams]
    when = [name for name in others if str(name).strip().lower() in ("date", "start", "end", "time")]
    if not teams or "agents" in others:
        return table
    if len(when) < len(others):
        unknown = next(name for name in others if name not in when)
        raise ValueError(f'staff: there is no team "{unknown}"; the scenario has: {", ".join(scenario.teams)}')
    if not when:
        return {str(team): table[team] for team in teams}
    return {str(team): table[[*when, team]].rename(columns={team: "agents"}) for team in teams}


def _in_organisations(scenario: Scenario, given: Mapping[str, Any]) -> dict[str, Any]:
    """The same below the organisations that say something about teams themselves, where they have these teams."""
    found: dict[str, Any] = {}
    for name, keys in (scenario._loaded.written_objects().get("organisations") or {}).items():
        if any(str(key).split(".")[0] == "teams" for key in keys or ()):
            teams = scenario.organised(name).teams
            found |= {f"organisations.{name}.{key}": of for key, of in given.items() if key.split(".")[1] in teams}
    return found


def _of_team(scenario: Scenario, team: str, people: Any) -> Any:
    """A list that is as long as the horizon becomes a table."""
    if isinstance(people, pd.DataFrame) or is_by_time(people) or np.ndim(people) == 0:
        return people
    if isinstance(people, pd.Series):
        table_of(people, f"teams.{team}.staff")  # whose index must be a numbering
    intervals = scenario.intervals
    longest_day = int(intervals.groupby("date").size().max())
    if len(people) == len(intervals) > longest_day:
        return intervals[["date", "start"]].assign(agents=np.asarray(people))
    return people
