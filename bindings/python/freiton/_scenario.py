# SPDX-License-Identifier: Apache-2.0
"""Scenarios: loaded, looked at, varied."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import pandas as pd

from freiton import _engine
from freiton._arguments import path, text, wrong_type
from freiton._html import scenario_card
from freiton._law import DurationLaw
from freiton._plain import plain
from freiton._tables import Tables, csv_of, frame_of
from freiton._times import times_of
from freiton._zones import zone_of


class Scenario:
    """A checked scenario. It never changes: ``with_`` makes a new one. Can be pickled, and be the key of a dict.

    Two scenarios are equal if they say the same, defaults filled in and tables read, whatever files that came from.
    Made by :func:`freiton.load`.
    """

    __slots__ = ("_loaded",)

    def __init__(self, loaded: _engine.Scenario) -> None:
        self._loaded = loaded

    @property
    def _zone(self) -> str | None:
        zone: str | None = self.to_dict()["calendar"].get("time_zone")
        return zone

    def _zone_as(self, organisation: str | None) -> str | None:
        return (self.organised(organisation) if organisation in self.organisations else self)._zone

    @property
    def title(self) -> str:
        """The title, or an empty text."""
        return self._loaded.title

    @property
    def work(self) -> list[str]:
        """The names of the work, in the order of the file."""
        return self._loaded.work

    @property
    def teams(self) -> list[str]:
        """The names of the teams."""
        return self._loaded.teams

    @property
    def organisations(self) -> list[str]:
        """The names of the organisations; empty if the scenario has one way of working only."""
        return self._loaded.organisations

    @property
    def intervals(self) -> pd.DataFrame:
        """The open planning intervals: ``date, start, end, time``, a row each.

        Starts and ends are local, as texts such as 08:30; ``time`` is the moment when the interval begins, in the
        scenario's time zone if it has one.
        """
        intervals = self._loaded.intervals()
        rows = [(start[:10], start[11:16], end[11:16]) for start, end in intervals]
        frame = pd.DataFrame(rows, columns=["date", "start", "end"])
        frame["date"] = pd.to_datetime(frame["date"])
        frame["time"] = times_of([start for start, _ in intervals], self._zone)
        return frame

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The DataFrames that stand in it where a file would be named, by the names that ``to_dict`` gives them."""
        return {name: frame_of(csv) for name, csv in self._loaded.tables.items()}

    def handling_time(self, work: str) -> DurationLaw:
        """How long a kind of work takes (``KeyError`` if there is none of that name); teams may differ.

        How it differs by interval and day (``by_interval``, ``day_cv``) is no part of the law.
        """
        law = _engine.handling_time(self._loaded, self._known(work))
        return DurationLaw._of(self._stated_law(work, "handling_time"), law.values_s)

    def patience(self, work: str) -> DurationLaw | None:
        """How long callers are willing to wait; None: for ever. ``KeyError`` if there is no such work.

        How it differs by interval (``by_interval``) is no part of the law.
        """
        law = _engine.patience(self._loaded, self._known(work))
        return None if law is None else DurationLaw._of(self._stated_law(work, "patience"), law.values_s)

    def _stated_law(self, work: str, key: str) -> dict[str, Any]:
        stated = self.to_dict()["work"][work][key]
        return {part: value for part, value in stated.items() if part not in ("by_interval", "day_cv")}

    def _known(self, work: str) -> str:
        if text("work", work) not in self.work:
            raise KeyError(f'work: there is no "{work}"; the scenario has: {", ".join(self.work)}')
        return work

    def with_(self, values: Mapping[str, Any] | None = None, /, **more: Any) -> Scenario:
        """A new scenario with other values under some key paths, checked like any other.

        A path is written with dots, as in problems and studies; ``*`` stands for every name there. What follows the
        name of an organisation is one of its keys: ``organisations.together.teams.desk.max``. A value is what the file
        would hold: a number, a text with a unit, a list, a dict; NumPy arrays, pandas Series, dates, timedeltas,
        paths and DurationLaws are understood. Where the name of a table stands, a DataFrame with its columns may stand,
        or a Series by timestamps, which holds the arrivals (staff: the agents); given as arrivals they are their file.
        None takes a key away that is there.

        >>> busier = scenario.with_({"work.orders.arrivals.scale": 1.1, "teams.*.absence": "6 %"})
        >>> forecast = scenario.with_({"work.*.arrivals": {"file": volumes}})  # date, start, work, site, arrivals

        Raises ScenarioError if a path names nothing or the new scenario is wrong, TypeError if a value has no meaning
        in a scenario.
        """
        if values is not None and not isinstance(values, Mapping):
            raise wrong_type("values", 'a dict such as {"calendar.days": 5}', values)
        changes = {**(values or {}), **more}
        for key in changes:
            text("values", key, 'a dict whose keys are texts such as "calendar.days"')
        tables = Tables(lambda key: zone_of(key, changes, self._zone_as))
        stated = {key: plain(value, tables, key) for key, value in changes.items()}
        return Scenario(self._loaded.changed(stated, tables))

    def organised(self, name: str) -> Scenario:
        """The scenario as one of its organisations is, which then has none itself.

        Raises ValueError if there is none of that name.
        """
        if text("organisation", name) not in self.organisations:
            known = ", ".join(self.organisations) or "none"
            raise ValueError(f'organisation: there is no "{name}"; the scenario has: {known}')
        return Scenario(self._loaded.organised(name))

    def to_dict(self) -> dict[str, Any]:
        """The scenario as plain dicts, lists, numbers and texts, with every default filled in.

        ``freiton.load`` of it means the same; tables stay as they were named, relative to the file, or in ``tables``.
        """
        objects: dict[str, Any] = self._loaded.resolved_objects()
        return objects

    def to_yaml(self) -> str:
        """The scenario as a file, with every default filled in, as ``freiton check --resolved`` prints it."""
        return self._loaded.resolved_yaml()

    def __repr__(self) -> str:
        return f"<freiton.Scenario {self.title!r}: {len(self.work)} work, {len(self.teams)} teams>"

    def _repr_html_(self) -> str:
        return scenario_card(self.to_dict())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scenario):
            return NotImplemented
        return self._loaded is other._loaded or self._loaded.content() == other._loaded.content()

    def __hash__(self) -> int:
        return hash(self._loaded.content())

    def __reduce__(self) -> tuple[Any, ...]:
        loaded = self._loaded
        return _from_text, (loaded.written_yaml(), loaded.file, loaded.directory, loaded.tables)


Source: TypeAlias = str | os.PathLike[str] | Mapping[str, Any]
"""A scenario to be: the path of a YAML file, or a dict of the same shape."""


def load(
    source: Scenario | Source,
    *,
    directory: str | os.PathLike[str] = "",
    tables: Mapping[str, pd.DataFrame] | None = None,
) -> Scenario:
    """Reads and checks a scenario: a YAML file, or a dict of the same shape, whose values are those of ``with_``.

    ``directory`` is where the tables that a dict names are looked for; those of a file stand beside it. ``tables`` are
    DataFrames by the names that the dict has for them, as in ``Scenario.tables``.

    A scenario that was loaded is given back.

    Raises ScenarioError with every problem that was found (a missing file is one), TypeError if a value has no meaning
    in a scenario.
    """
    if isinstance(source, Mapping):
        texts = Tables(lambda key: zone_of(key, source))
        for name, table in _items(tables):
            texts[text("tables", name)] = csv_of(_frame(table), texts.zone(""), f"tables: {name}")
        stated = plain(source, texts)
        return Scenario(_engine.load_objects(stated, "", path("directory", directory, "the path of a folder"), texts))
    if path("directory", directory, "the path of a folder") or tables:
        raise ValueError("directory, tables: go with a dict only; the tables of a file stand beside it")
    return scenario_of(source)


def scenario_of(given: Scenario | Source) -> Scenario:
    """The scenario that a question is about: itself, or loaded from what ``load`` takes."""
    if isinstance(given, Scenario):
        return given
    if isinstance(given, Mapping):
        return load(given)
    return Scenario(_engine.load_file(path("scenario", given, "a freiton.Scenario, the path of a file or a dict")))


def _items(tables: Mapping[str, pd.DataFrame] | None) -> Iterable[tuple[str, pd.DataFrame]]:
    if tables is not None and not isinstance(tables, Mapping):
        raise wrong_type("tables", "a dict of DataFrames by name", tables)
    return (tables or {}).items()


def _frame(table: Any) -> pd.DataFrame:
    if not isinstance(table, pd.DataFrame):
        raise wrong_type("tables", "a dict of DataFrames by name", table)
    return table


def _from_text(yaml: str, file: str, directory: str, tables: dict[str, str]) -> Scenario:
    return Scenario(_engine.load_text(yaml, file, directory, tables))
