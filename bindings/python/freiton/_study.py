# SPDX-License-Identifier: Apache-2.0
"""Studies: one scenario, many variations."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pandas as pd

from freiton import _engine
from freiton._arguments import path, seed_of
from freiton._html import card
from freiton._plain import plain
from freiton._scenario import Scenario, load
from freiton._tables import Tables

StudySource: TypeAlias = "str | os.PathLike[str] | Mapping[str, Any] | Study"
"""A study file, a dict of the same shape, or a study that was loaded."""


class Study:
    """A checked study: its scenario is right, and right with each single value put in. Never changes.

    Made by :func:`freiton.load_study`. Tables are read once, here; a file that changes later does not change the study.
    """

    __slots__ = ("_loaded",)

    def __init__(self, loaded: _engine.Study) -> None:
        self._loaded = loaded

    @property
    def title(self) -> str:
        """The title, or an empty text."""
        return self._loaded.title

    @property
    def question(self) -> str:
        """``plan`` or ``simulate``."""
        return self._loaded.question

    @property
    def design(self) -> str:
        """``grid``, ``list``, ``latin_hypercube``, ``sobol`` or ``saltelli``."""
        return self._loaded.design

    @property
    def seed(self) -> int:
        """The seed of every random number: the scenario's, unless another was given."""
        return self._loaded.seed

    @property
    def settings(self) -> pd.DataFrame:
        """What each variation sets its keys to, as a scenario file would hold it; the index counts from 1."""
        rows = [self._loaded.settings(variation) for variation in range(len(self))]
        return pd.DataFrame(rows, columns=self._loaded.keys, index=pd.RangeIndex(1, len(self) + 1, name="variation"))

    def __len__(self) -> int:
        """The number of variations."""
        return self._loaded.count

    def __repr__(self) -> str:
        return f"<freiton.Study {self.title!r}: {len(self)} variations, {self.design}, {self.question}>"

    def _repr_html_(self) -> str:
        line = f"{len(self)} variations, {self.design}, {self.question}"
        return card(self.title, [line], [self.settings.reset_index()])

    def __reduce__(self) -> tuple[Any, ...]:
        loaded = self._loaded
        return _from_texts, (loaded.study_yaml(), loaded.scenario_yaml(), loaded.tables())


def load_study(source: StudySource, *, directory: str | os.PathLike[str] = "", seed: int | None = None) -> Study:
    """Reads and checks a study: a YAML file, or a dict of the same shape.

    In a dict, ``scenario`` may also be a ``freiton.Scenario`` or a dict, and values are those of ``Scenario.with_``;
    ``directory`` is where the paths in it begin. ``seed`` is that of the scenario unless given.

    Raises ScenarioError with every problem of the study, of its scenario, or of its scenario with a value put in.
    """
    seed = seed_of(seed)
    folder = path("directory", directory, "the path of a folder")
    if isinstance(source, Study):
        if seed is not None:
            raise ValueError("seed: this study was loaded with one; load it again with another")
        return source
    if isinstance(source, Mapping):
        return Study(_of_mapping(source, folder, seed))
    if folder:
        raise ValueError("directory: goes with a dict only; the paths of a file begin beside it")
    return Study(_engine.load_study(path("study", source, "a freiton.Study, the path of a file or a dict"), seed))


def _of_mapping(source: Mapping[str, Any], directory: str, seed: int | None) -> _engine.Study:
    stated = {"freiton-study": 1, **source}
    scenario = stated.get("scenario")
    yaml: str | None = None
    if isinstance(scenario, Mapping):
        scenario = load(scenario, directory=directory)
    tables = Tables(lambda key: _zone_of(scenario, directory, stated.get("vary")))
    if isinstance(scenario, Scenario):
        yaml = scenario._loaded.written_yaml()
        directory = scenario._loaded.directory
        tables |= scenario._loaded.tables
        stated["scenario"] = scenario._loaded.file or "(given)"
    return _engine.study_of_objects(plain(stated, tables), directory, yaml, seed, tables)


def _zone_of(scenario: Any, directory: str, vary: Any) -> str | None:
    """None too where variations have different ones: no table can be in all of them."""
    if scenario is None:  # which the engine tells
        return None
    if isinstance(vary, Mapping) and {"calendar", "calendar.time_zone"} & vary.keys():
        return None
    known = scenario if isinstance(scenario, Scenario) else load(Path(directory, path("scenario", scenario)))
    return known._zone


def _from_texts(study: str, scenario: str, tables: dict[str, bytes]) -> Study:
    return Study(_engine.study_of_text(study, scenario, tables))
