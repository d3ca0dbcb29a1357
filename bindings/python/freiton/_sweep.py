# SPDX-License-Identifier: Apache-2.0
"""Sweeps: every variation of a study, here or on a cluster."""

from __future__ import annotations

import io
import os
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from freiton import _engine
from freiton._arguments import flag, path, wrong_type
from freiton._asking import Progress, shown, threads_of
from freiton._study import StudySource, load_study

if TYPE_CHECKING:
    from distributed import Client


@dataclass(frozen=True, eq=False)
class _Whole:
    """What a study says beside its rows."""

    effects: pd.DataFrame
    tradeoff: pd.DataFrame
    summary: str

    def same_as(self, other: _Whole) -> bool:
        return self is other or (
            self.summary == other.summary
            and self.effects.equals(other.effects)
            and self.tradeoff.equals(other.tradeoff)
        )


class SweepTable(pd.DataFrame):
    """The table of a study: a DataFrame with a row for each variation, and what it says as a whole.

    Columns: ``variation`` (from 1), the inputs, ``question, method, replications, met``, the figures with their
    half-widths, ``seed, engine_version, error``. What is undefined is NaN; ``error`` is empty where all went well.
    What is made from it (rows, columns, copies, parts put together again) still has ``effects``, ``tradeoff`` and
    ``summary``, which are those of the whole study; what is put together from several studies, or with rows of
    other tables, has none.
    """

    _metadata = ["_whole"]  # noqa: RUF012  (as pandas has it)
    _whole: _Whole | None = None

    @property
    def effects(self) -> pd.DataFrame:
        """What each input matters, strongest first.

        ``output, input, measure, value, total_index, least_mean, most_mean``.
        """
        return self._of_study().effects

    @property
    def tradeoff(self) -> pd.DataFrame:
        """The variations that no other beats in cost and service at once, by rising cost."""
        return self._of_study().tradeoff

    @property
    def summary(self) -> str:
        """What ``freiton sweep`` prints."""
        return self._of_study().summary

    def _of_study(self) -> _Whole:
        if self._whole is None:
            raise ValueError("this table is not of one study; ask the tables that it was made from")
        return self._whole

    @property
    def _constructor(self) -> type[SweepTable]:
        return SweepTable

    def __finalize__(self, other: Any, method: str | None = None, **more: Any) -> SweepTable:
        """Called by pandas with what the table was made from; it hands on what one table has, and not what several.

        Rows below those of a study must be of the same study; columns beside them may come from any table.
        """
        super().__finalize__(other, method, **more)  # type: ignore[misc]  # not in the stubs
        parts = [*getattr(other, "input_objs", getattr(other, "objs", ()))]  # concat, by pandas 3 and before
        parts += [getattr(other, side, None) for side in ("left", "right")]  # merge
        of_studies = [part for part in parts if isinstance(part, SweepTable)]
        if of_studies:
            first = of_studies[0]._whole
            same = first is not None and all(part._whole and first.same_as(part._whole) for part in of_studies)
            others = any(isinstance(part, pd.DataFrame) and not isinstance(part, SweepTable) for part in parts)
            self._whole = first if same and not (others and method == "concat") else None
        return self


def sweep(
    study: StudySource,
    *,
    out: str | os.PathLike[str] | None = None,
    resume: bool = False,
    parquet: str | os.PathLike[str] | None = None,
    seed: int | None = None,
    threads: int | None = None,
    client: Client | None = None,
    progress: Progress = False,
    directory: str | os.PathLike[str] = "",
) -> SweepTable:
    """Plans or simulates every variation of a study, all on the same random numbers.

    ``out`` is a folder that keeps each variation the moment it is done, and ``table.csv`` in the end; with ``resume``
    a run that is there is gone on with, whatever ended it. ``parquet`` is a file for the table (needs pyarrow).
    ``seed`` is that of the scenario unless given; ``threads`` is how many may be used here. ``client`` is a Dask client
    whose workers do the work instead (``pip install freiton`` there, too; needs ``distributed``): the table is the same
    byte for byte. ``directory`` is where the paths of a dict begin.

    Raises ScenarioError if the study is wrong, or if ``out`` holds another run; ClusterError if the cluster is lost.
    What was done by then is kept. A variation that fails is a row with its error.
    """
    loaded = load_study(study, directory=directory, seed=seed)._loaded
    folder = "" if out is None else path("out", out, "the path of a folder")
    kept = None if parquet is None else Path(path("parquet", parquet))
    if client is not None and not hasattr(client, "submit"):
        raise wrong_type("client", "a distributed.Client", client)
    if flag("resume", resume) and not folder:
        raise ValueError("resume: needs out, the folder of the run to go on with")
    with shown(progress, "sweep") as tell:
        if client is None:
            table = _engine.sweep(loaded, folder, resume, threads_of(threads), tell)
        else:
            from freiton._cluster import run_on

            run = _engine.StudyRun(loaded, folder, resume)
            try:
                run_on(client, loaded, run, tell)
                table = run.finish(False)
            finally:
                run.close()  # a traceback may keep it alive, and nobody else could go on
    frame = _frame(table)
    if kept is not None:
        _write_parquet(frame, kept)
    return frame


def _frame(table: _engine.StudyTable) -> SweepTable:
    texts = {*table.text_inputs, "question", "method", "met", "engine_version", "error"}
    whole = {"variation": "int64", "seed": "uint64"}
    plain = _read(table.csv(), texts | whole.keys())
    plain = plain.astype(whole)
    plain["replications"] = plain["replications"].astype("Int64")
    plain["met"] = _truths(plain["met"])
    frame = SweepTable(plain.copy())  # one block for each type, so that further columns may be added without a warning
    effects = _read(table.effects_csv(), {"output", "input", "measure"})
    tradeoff = _read(table.tradeoff_csv(), {*table.text_inputs, "met", "variation"}).astype({"variation": "int64"})
    tradeoff["met"] = _truths(tradeoff["met"])
    frame._whole = _Whole(effects, tradeoff, table.text())
    return frame


def _truths(column: pd.Series[Any]) -> pd.Series[Any]:
    return column.map({"true": True, "false": False}).astype("boolean")


def _read(csv: str, texts: AbstractSet[str]) -> pd.DataFrame:
    """Numbers by Python's own float, so that they are exact with every version of pandas."""
    frame = pd.read_csv(io.StringIO(csv), dtype=str, keep_default_na=False)
    columns = {
        name: column if name in texts else np.array([float(cell) if cell else np.nan for cell in column], dtype=float)
        for name, column in frame.items()
    }
    return pd.DataFrame(columns)


def _write_parquet(frame: pd.DataFrame, path: Path) -> None:
    """Under a temporary name first: there is the old file, or all of the new one."""
    unfinished = path.with_name(path.name + ".part")
    try:
        pd.DataFrame(frame).to_parquet(unfinished, index=False)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
