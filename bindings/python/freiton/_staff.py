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
from freiton._tables import csv_of, is_by_time

Staff: TypeAlias = pd.DataFrame | Mapping[str, ArrayLike | pd.DataFrame] | Result | str | os.PathLike[str]
"""A table with ``date, start, team, agents`` (or the name of such a file), or with a column for each team; a result,
whose staffing it then is; or by team: a number, a list by interval of a day or of the whole horizon, a table, or a
Series by timestamps."""


def with_staff(scenario: Scenario, staff: Staff | None, changes: _engine.Changes) -> Scenario:
    """The scenario with the staff of some teams; or, for a table about all teams, with the table in ``changes``."""
    if isinstance(staff, Result):
        staff = staff.staffing
    if isinstance(staff, pd.DataFrame) and len(staff.columns) and set(staff.columns) <= set(scenario.teams):
        staff = {str(team): people for team, people in staff.items()}
    if isinstance(staff, pd.DataFrame):
        changes.staff = ("<staff>.csv", csv_of(staff, scenario._zone))
    elif isinstance(staff, (str, os.PathLike)):
        changes.staff = (os.fsdecode(staff), "")
    elif staff is not None and not isinstance(staff, Mapping):
        example = f'{{"{scenario.teams[0]}": {staff!r}}}' if np.ndim(staff) == 0 else '{"TEAM": [...]}'
        raise wrong_type("staff", f"a table, a result, the path of a table, or a dict by team such as {example}", staff)
    elif staff is not None:
        return scenario.with_({f"teams.{team}.staff": _of_team(scenario, people) for team, people in staff.items()})
    return scenario


def _of_team(scenario: Scenario, people: Any) -> Any:
    """A list that is as long as the horizon becomes a table."""
    if isinstance(people, pd.DataFrame) or is_by_time(people) or np.ndim(people) == 0:
        return people
    intervals = scenario.intervals
    longest_day = int(intervals.groupby("date").size().max())
    if len(people) == len(intervals) > longest_day:
        return intervals[["date", "start"]].assign(agents=np.asarray(people))
    return people
