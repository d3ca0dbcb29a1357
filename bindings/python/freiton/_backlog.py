# SPDX-License-Identifier: Apache-2.0
"""How many people a backlog with deadlines takes, with the work as a fluid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, overload

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from freiton import _engine
from freiton._arrays import common_index, doubles, like

_Doubles = NDArray[np.float64]
_Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class BacklogPeople:
    """The least constant number of people, and why no fewer are enough."""

    agents: float
    """People in every slot, not rounded; infinite if some work fits nowhere, 0 without work."""
    slots: _Integers
    """The slots that decide: their hours are needed in full."""
    work_h: float
    """Agent hours of work that must be done in these slots."""


@dataclass(frozen=True, eq=False)
class BacklogOutcome:
    """What a capacity makes of a backlog; hours are agent hours."""

    feasible: bool
    """Whether nothing is late."""
    completed_h: _Doubles
    """Done, by slot."""
    backlog_h: _Doubles
    """Left at the end, by slot."""
    late_h: _Doubles
    """Due in the slot, and left at its end, by slot."""
    oldest: _Doubles
    """Release slot of the oldest work that is left at the end, by slot; NaN where nothing is."""
    on_time_h: _Doubles
    """Done by its due slot, by cohort."""
    total_h: float
    total_late_h: float
    on_time_share: float
    """Of the work; 1 without work."""
    portions: pd.DataFrame
    """What was done when, in its order: ``cohort, slot, work_h``."""


def backlog_constant(
    work_h: ArrayLike,
    release: ArrayLike,
    due: ArrayLike,
    one_agent_h: ArrayLike,
    *,
    share: ArrayLike = 1.0,
    group: ArrayLike | None = None,
) -> BacklogPeople:
    """The least number of people, the same in every slot, that gets the work done in time.

    Slots are the open intervals of the horizon, from 0. Cohorts of work are one-dimensional arrays, or numbers, which
    broadcast: ``work_h`` agent hours, that may be done from the start of slot ``release`` to the end of slot ``due``.
    ``one_agent_h`` holds the hours that one agent gives to this work, by slot.

    With ``share`` below 1 only that share of the work of each ``group`` (0, 1, 2, ...; all one group unless given) has
    to be in time, the rest by the end of the horizon; ``share`` is a number or an array by group.

    Returns BacklogPeople. Raises ValueError naming the argument that is wrong.
    """
    hours = _hours("one_agent_h", one_agent_h)
    columns = _cohorts(hours, work_h=work_h, release=release, due=due, group=0 if group is None else group)
    groups = int(columns["group"].max(initial=-1)) + 1
    shares = _known("share", share)
    if isinstance(share, pd.Series) and share.index.tolist() != list(range(groups)):
        raise ValueError(f"share: the index of the Series must be the groups in their order, 0 to {groups - 1}")
    if not np.all((shares >= 0.0) & (shares <= 1.0)) or shares.shape not in ((), (groups,)):
        raise ValueError(f"share: must be from 0 to 1, one for all groups or one for each of {groups}")
    cohorts = (columns["work_h"], columns["release"], columns["due"])
    if np.all(shares == 1.0):
        return BacklogPeople(*_engine.backlog_constant(*cohorts, hours))
    by_group = np.ascontiguousarray(np.broadcast_to(shares, (groups,)))
    return BacklogPeople(*_engine.backlog_constant_for_share(*cohorts, columns["group"], hours, by_group))


@overload
def backlog_flattest(
    work_h: ArrayLike, release: ArrayLike, due: ArrayLike, one_agent_h: pd.Series[Any]
) -> pd.Series[float]: ...
@overload
def backlog_flattest(work_h: ArrayLike, release: ArrayLike, due: ArrayLike, one_agent_h: ArrayLike) -> _Doubles: ...
def backlog_flattest(work_h: ArrayLike, release: ArrayLike, due: ArrayLike, one_agent_h: Any) -> Any:
    """People by slot, not rounded, that get all the work done in time with the smallest peak, then the next smallest.

    A Series with the index of ``one_agent_h`` if that is one.
    Arguments are those of ``backlog_constant``. Yao, Demers, Shenker (1995). The hours of the profile are those of the
    work; people are infinite where work fits nowhere.
    """
    hours = _hours("one_agent_h", one_agent_h)
    columns = _cohorts(hours, work_h=work_h, release=release, due=due)
    people = _engine.backlog_flattest(columns["work_h"], columns["release"], columns["due"], hours)
    return like(common_index({"one_agent_h": one_agent_h}), people)


def backlog_earliest_due(
    work_h: ArrayLike,
    release: ArrayLike,
    due: ArrayLike,
    capacity_h: ArrayLike,
    *,
    urgency: ArrayLike = 0,
) -> BacklogOutcome:
    """What becomes of the work if what is due earliest is done first: how much is late, and when.

    Cohorts are those of ``backlog_constant``; ``capacity_h`` holds the agent hours that can be worked, by slot. What
    has a smaller ``urgency`` goes first, whenever it is due. Late work stays in front and is not dropped. If any order
    meets all deadlines, this one does.

    Returns BacklogOutcome; where the hours by slot or the cohorts are Series of pandas, so is what it says of each.
    Raises ValueError naming the argument that is wrong.
    """
    hours = _hours("capacity_h", capacity_h)
    cohorts = {"work_h": work_h, "release": release, "due": due, "urgency": urgency}
    columns = _cohorts(hours, **cohorts)
    outcome = _engine.backlog_earliest_due(
        columns["work_h"], columns["release"], columns["due"], columns["urgency"], hours
    )
    slots, owners = common_index({"capacity_h": capacity_h}), common_index(cohorts)
    outcome |= {name: like(slots, outcome[name]) for name in ("completed_h", "backlog_h", "late_h", "oldest")}
    outcome["on_time_h"] = like(owners, outcome["on_time_h"])
    portions = pd.DataFrame(dict(zip(("cohort", "slot", "work_h"), outcome.pop("portions"), strict=True)))
    return BacklogOutcome(**outcome, portions=portions)


def _known(name: str, value: ArrayLike) -> _Doubles:
    if np.ma.is_masked(value):
        raise ValueError(f"{name}: masked values are not understood; fill them first, or leave them out")
    return doubles(name, value)


def _hours(name: str, hours: ArrayLike) -> _Doubles:
    array = _known(name, hours)
    if array.ndim != 1 or not np.all(np.isfinite(array) & (array >= 0.0)):
        raise ValueError(f"{name}: must be a list of hours by slot, none negative, infinite or NaN")
    return array


def _cohorts(hours: _Doubles, **given: Any) -> dict[str, Any]:
    """Columns of one length: hours as doubles, slots and numbers as integers. Series must be about the same cohorts."""
    common_index(given)
    known = [_known(name, value) for name, value in given.items()]
    try:
        arrays = dict(zip(given, np.broadcast_arrays(*known), strict=True))
    except ValueError:
        raise ValueError(f"{', '.join(given)}: lengths do not fit together") from None
    columns = {name: _column(name, np.atleast_1d(array)) for name, array in arrays.items()}
    slots = hours.size
    if np.any(columns["release"] < 0):
        raise ValueError("release: must be at least 0")
    if np.any(columns["due"] < columns["release"]):
        raise ValueError("due: must not be before release")
    if np.any(columns["due"] >= slots):
        raise ValueError(f"due: there are only {slots} slots, from 0")
    if np.any(columns.get("group", np.zeros(1)) < 0):
        raise ValueError("group: must be at least 0")
    return columns


def _column(name: str, array: _Doubles) -> NDArray[Any]:
    if array.ndim != 1:
        raise ValueError(f"{name}: must be a number or a list of numbers")
    column = np.ascontiguousarray(array)
    if name == "work_h":
        if not np.all(np.isfinite(column) & (column >= 0.0)):
            raise ValueError("work_h: must not be negative, infinite or NaN")
        return column
    if not np.all(column == np.floor(column)) or np.any(np.abs(column) > 2**31 - 1):
        raise ValueError(f"{name}: must be whole numbers")
    return column.astype(np.int64)
