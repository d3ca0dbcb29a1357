# SPDX-License-Identifier: Apache-2.0
"""What a forecast says, as tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from freiton._frames import frame_of_rows
from freiton._html import card
from freiton._import_log import ImportedLog, save_files
from freiton._result import Answer
from freiton._scenario import Scenario
from freiton._tables import frame_of
from freiton._times import with_time

_BAND = ("arrivals", "arrivals_low", "arrivals_high")


class Forecast(Answer):
    """What is expected, and how much doubt there is about it. Can be pickled.

    Figures are called as in the JSON of the command line: ``arrivals`` is the mean, ``arrivals_low`` and
    ``arrivals_high`` are its quantiles. ``time`` is the moment at which an interval or a day begins, in the time zone
    of the history if that is known.
    """

    def __init__(self, json_text: str, tables: list[tuple[str, str]], imported: Any) -> None:
        super().__init__(json_text)
        self._tables, self._imported = tables, imported

    @cached_property
    def volumes(self) -> pd.DataFrame:
        """A row for each work and open interval: ``date, start, time, work, arrivals, arrivals_low, arrivals_high``.

        With ``handling_time_s`` where the history has it. It may stand where a scenario names a table of volumes.
        """
        rows = [
            {"work": name, **row, "date": row["start"][:10], "start": row["start"][11:16]}
            for name, row in self._rows("intervals")
        ]
        return with_time(frame_of_rows(rows, ("date", "start", "work", *_BAND)), self._json["time_zone"])

    @cached_property
    def days(self) -> pd.DataFrame:
        """The same for each work and open day, with the ``events`` on it; the bands are those of the day's total."""
        rows = [{"work": name, **row, "events": ", ".join(row["events"])} for name, row in self._rows("days")]
        return with_time(frame_of_rows(rows, ("date", "work", *_BAND)), self._json["time_zone"])

    @property
    def volumes_low(self) -> pd.DataFrame:
        """Volumes of low days: the total of each is its low quantile, its course that of the expected day."""
        return self._scene("_low")

    @property
    def volumes_high(self) -> pd.DataFrame:
        """Volumes of high days."""
        return self._scene("_high")

    @property
    def keys(self) -> dict[str, Any]:
        """The forecast as keys of a scenario of these days: ``scenario.with_(forecast.keys)``.

        The expected volumes as the ``file`` of ``arrivals``, with ``day_cv`` and ``interval_cv``, and
        ``handling_time.day_cv``, where they are known.
        """
        expected = self._scene("")
        keys: dict[str, Any] = {}
        for name, work in self._json["work"].items():
            keys[f"work.{name}.arrivals"] = {
                "file": expected[expected["work"] == name],
                **{key: round(work[key], 3) for key in ("day_cv", "interval_cv") if work[key] is not None},
            }
            if work["handling_time_day_cv"] is not None:
                keys[f"work.{name}.handling_time.day_cv"] = round(work["handling_time_day_cv"], 3)
        return keys

    @cached_property
    def accuracy(self) -> pd.DataFrame:
        """How well such forecasts did within the history: a row for each ``work``, ``test`` and ``forecast``.

        These are the index: tests are ``by_day, by_interval, handling_time_by_day`` as far as the history lets them be
        made; forecasts this one (``forecast``) and two naive ones, ``last_week`` (the latest same weekday) and
        ``four_weeks`` (the mean of the latest four). ``values`` were forecast; ``wape`` is the sum of absolute errors
        over what came, ``bias`` the sum of errors; ``coverage`` the share of values within the bands of this one.
        """
        rows = [
            {
                "work": name,
                "test": test,
                "forecast": forecast,
                "values": found["values"],
                **found[forecast],
                "coverage": found["coverage"] if forecast == "forecast" else None,
            }
            for name, work in self._json["work"].items()
            for test, found in work["test"].items()
            if isinstance(found, dict)
            for forecast in ("forecast", "last_week", "four_weeks")
        ]
        index = ["work", "test", "forecast"]
        columns = (*index, "values", "wape", "bias", "coverage")
        return frame_of_rows(rows, columns).set_index(index)

    @cached_property
    def variation(self) -> pd.DataFrame:
        """How days and intervals vary about their forecast, beyond chance: a row for each work, which is the index.

        ``day_cv, interval_cv, day_correlation, handling_time_day_cv``; what the history does not tell is NaN.
        """
        names = ("day_cv", "interval_cv", "day_correlation", "handling_time_day_cv")
        rows = [{"work": name, **{key: work[key] for key in names}} for name, work in self._json["work"].items()]
        return frame_of_rows(rows, ("work", *names)).set_index("work").astype("float64")

    @cached_property
    def outliers(self) -> pd.DataFrame:
        """Days of the history that fit nothing and have little weight.

        ``time, work, date, arrivals``, and ``usual`` ones.
        """
        rows = [{"work": name, **row} for name, row in self._rows("outliers")]
        return with_time(frame_of_rows(rows, ("work", "date", "arrivals", "usual")), self._json["time_zone"])

    @cached_property
    def events(self) -> pd.DataFrame:
        """What days with a name bring: a row for each ``work``, ``event`` and ``side`` (``before, on, after``).

        ``seen`` such days are in the history; ``share`` is what they have more than others (NaN: never seen).
        """
        rows = [
            {"work": name, "event": event, "side": side, **found}
            for name, work in self._json["work"].items()
            for event, sides in work["events"].items()
            for side, found in sides.items()
        ]
        return frame_of_rows(rows, ("work", "event", "side", "seen", "share"))

    @property
    def history(self) -> dict[str, Any]:
        """From when to when the history is, how it was read, and which of its days count."""
        return dict(self._json["history"])

    @cached_property
    def imported(self) -> ImportedLog:
        """A scenario of these days: volumes and their variation of the forecast, the rest as ``import_log`` makes it.

        Raises ValueError if neither the history nor ``handling_time`` says how long a contact takes.
        """
        return self._scenes[0]

    @property
    def scenario(self) -> Scenario:
        """That scenario, loaded."""
        return self.imported.scenario

    @property
    def scenario_low(self) -> Scenario:
        """The same of low days: their totals are the low quantiles, so they have no ``day_cv``."""
        return self._scenes[1].scenario

    @property
    def scenario_high(self) -> Scenario:
        """The same of high days."""
        return self._scenes[2].scenario

    def save(self, directory: str | os.PathLike[str], name: str = "forecast") -> Path:
        """Writes these scenarios, as ``freiton forecast --out`` does, and gives the path of the first one.

        NAME.yaml and volumes.csv, and both of low and of high days, as NAME-low.yaml and volumes-low.csv. See
        ``ImportedLog``.
        """
        return save_files(directory, name, self._scenes)

    @cached_property
    def _scenes(self) -> list[ImportedLog]:
        """Of expected, low and high days."""
        if self._imported is None:
            raise ValueError(
                "handling_time: the history does not say how long a contact takes; state it for a scenario"
            )
        return [
            ImportedLog(told, scenario, volumes, reading, notes, ending)
            for ending, (told, scenario, volumes, reading, notes) in self._imported
        ]

    def _rows(self, key: str) -> Iterator[tuple[str, dict[str, Any]]]:
        return ((name, row) for name, work in self._json["work"].items() for row in work[key])

    def _scene(self, suffix: str) -> pd.DataFrame:
        return with_time(frame_of(dict(self._tables)[f"forecast_volumes{suffix}.csv"]), self._json["time_zone"])

    @property
    def _when(self) -> str:
        return f"{self._json['days']} days from {self._json['first_day']}"

    def _repr_html_(self) -> str:
        lines = [f"Bands from {self._json['low_quantile']:.4g} to {self._json['high_quantile']:.4g}"]
        return card(f"Forecast, {self._when}", lines, [self.days.drop(columns="time"), self.accuracy.reset_index()])

    def __repr__(self) -> str:
        return f"<freiton.Forecast {', '.join(self._json['work'])}: {self._when}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._json_text, self._tables, self._imported)
