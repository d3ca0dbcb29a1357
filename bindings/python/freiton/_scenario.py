# SPDX-License-Identifier: Apache-2.0
"""Scenarios: loaded, looked at, varied."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, TypeAlias

import pandas as pd

from freiton import _engine
from freiton._law import DurationLaw
from freiton._plain import plain
from freiton._tables import Tables, csv_of, frame_of


class Scenario:
    """A checked scenario. It never changes: ``with_`` makes a new one. Can be pickled.

    Made by :func:`freiton.load`.
    """

    __slots__ = ("_loaded",)

    def __init__(self, loaded: _engine.Scenario) -> None:
        self._loaded = loaded

    @property
    def _zone(self) -> str | None:
        zone: str | None = self.to_dict()["calendar"].get("time_zone")
        return zone

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
        """The open planning intervals: ``date, start, end``, a row each; times are local, as texts such as 08:30."""
        rows = [(start[:10], start[11:16], end[11:16]) for start, end in self._loaded.intervals()]
        frame = pd.DataFrame(rows, columns=["date", "start", "end"])
        frame["date"] = pd.to_datetime(frame["date"])
        return frame

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The DataFrames that stand in it where a file would be named, by the names that ``to_dict`` gives them."""
        return {name: frame_of(csv) for name, csv in self._loaded.tables.items()}

    def handling_time(self, work: str) -> DurationLaw:
        """How long a kind of work takes (``KeyError`` if there is none of that name); teams may differ."""
        law = _engine.handling_time(self._loaded, work)
        return DurationLaw._of(self.to_dict()["work"][work]["handling_time"], law.values_s)

    def patience(self, work: str) -> DurationLaw | None:
        """How long callers are willing to wait; None: for ever. ``KeyError`` if there is no such work."""
        law = _engine.patience(self._loaded, work)
        return None if law is None else DurationLaw._of(self.to_dict()["work"][work]["patience"], law.values_s)

    def with_(self, values: Mapping[str, Any] | None = None, /, **more: Any) -> Scenario:
        """A new scenario with other values under some key paths, checked like any other.

        A path is written with dots, as in problems and studies; ``*`` stands for every name there. A value is what the
        file would hold: a number, a text with a unit, a list, a dict; NumPy arrays, pandas Series, dates, timedeltas
        and DurationLaws are understood. Where the name of a table stands, a DataFrame with its columns may stand.

        >>> busier = scenario.with_({"work.orders.arrivals.scale": 1.1, "teams.*.absence": "6 %"})
        >>> forecast = scenario.with_({"work.*.arrivals": {"file": volumes}})  # date, start, work, site, arrivals

        Raises ScenarioError if a path names nothing or the new scenario is wrong, TypeError if a value has no meaning
        in a scenario.
        """
        changes = {**(values or {}), **more}
        tables = Tables(lambda: changes.get("calendar.time_zone") or self._zone)
        stated = {path: plain(value, tables, path) for path, value in changes.items()}
        return Scenario(self._loaded.changed(stated, tables))

    def organised(self, name: str) -> Scenario:
        """The scenario with the routing of one of its organisations.

        Raises ValueError if there is none of that name.
        """
        if name not in self.organisations:
            known = ", ".join(self.organisations) or "none"
            raise ValueError(f'organisation: there is no "{name}"; the scenario has: {known}')
        routing = self._loaded.written_objects()["organisations"][name] or {}
        changes = {f"routing.{key}": value for key, value in routing.items()}
        return self.with_(changes, organisations={})  # which would inherit the new routing

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

    def __reduce__(self) -> tuple[Any, ...]:
        loaded = self._loaded
        return _from_text, (loaded.written_yaml(), loaded.file, loaded.directory, loaded.tables)


Source: TypeAlias = str | os.PathLike[str] | Mapping[str, Any]
"""A scenario to be: the path of a YAML file, or a dict of the same shape."""


def load(
    source: Source,
    *,
    directory: str | os.PathLike[str] = "",
    tables: Mapping[str, pd.DataFrame] | None = None,
) -> Scenario:
    """Reads and checks a scenario: a YAML file, or a dict of the same shape, whose values are those of ``with_``.

    ``directory`` is where the tables that a dict names are looked for; those of a file stand beside it. ``tables`` are
    DataFrames by the names that the dict has for them, as in ``Scenario.tables``.

    Raises ScenarioError with every problem that was found (a missing file is one), TypeError if a value has no meaning
    in a scenario.
    """
    if isinstance(source, Mapping):
        zone = (source.get("calendar") or {}).get("time_zone")
        texts = Tables(lambda: zone)
        texts.update({name: csv_of(table, zone) for name, table in (tables or {}).items()})
        stated = plain(source, texts)
        return Scenario(_engine.load_objects(stated, "", os.fspath(directory), texts))
    return Scenario(_engine.load_file(os.fspath(source)))


def scenario_of(given: Scenario | Source) -> Scenario:
    """The scenario that a question is about: itself, or loaded from what ``load`` takes."""
    if isinstance(given, Scenario):
        return given
    if isinstance(given, (str, os.PathLike, Mapping)):
        return load(given)
    raise TypeError(f"scenario: must be a freiton.Scenario, the path of a file or a dict, not {type(given).__name__}")


def _from_text(yaml: str, file: str, directory: str, tables: dict[str, str]) -> Scenario:
    return Scenario(_engine.load_text(yaml, file, directory, tables))
