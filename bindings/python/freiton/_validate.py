# SPDX-License-Identifier: Apache-2.0
"""A prediction beside what a log says came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property
from typing import Any

import pandas as pd

from freiton import _engine
from freiton._arguments import Date, seconds
from freiton._asking import Progress, changes_of, shown, threads_of
from freiton._frames import frame_of_rows
from freiton._html import card
from freiton._log import Columns, Dates, Decimal, Log, log_of
from freiton._plan import chosen
from freiton._result import Answer
from freiton._scenario import Scenario, Source
from freiton._staff import Staff, with_staff
from freiton._times import times_of, with_time


class Validation(Answer):
    """How well a scenario predicted what came. Can be pickled.

    Figures are ``offered, answered, abandoned, service_level, asa_s, handling_time_s``, as far as the log has them.
    """

    @property
    def verdict(self) -> dict[str, list[str]]:
        """Of each kind of calls, in sentences: whether the prediction holds, why not, and whether its bands do."""
        return {name: list(work["verdict"]) for name, work in self._json["work"].items()}

    @cached_property
    def figures(self) -> pd.DataFrame:
        """A row for each ``work`` and ``figure``, which are the index, over all that was compared.

        ``predicted, actual, bias`` (predicted less actual) and its ``bias_half_width`` over days, ``verdict`` ("holds",
        "more_predicted", "less_predicted"), ``interval_error`` and ``day_error`` (mean absolute differences), and
        ``days_near`` (within a quarter of what came, the service level within 10 points): of counts and times as shares
        of what came, of the service level in points. ``intervals_inside`` of ``intervals`` values and ``days_inside``
        of ``days`` lie within the bands from 5 to 95 %.
        """
        rows = [
            {
                "work": name,
                "figure": figure,
                **{key: value for key, value in fit.items() if not isinstance(value, dict)},
                "intervals": fit["intervals"]["values"],
                "intervals_inside": fit["intervals"]["inside"],
                "days": fit["days"]["values"],
                "days_inside": fit["days"]["inside"],
            }
            for name, work in self._json["work"].items()
            for figure, fit in work["figures"].items()
        ]
        return frame_of_rows(rows, ("work", "figure")).set_index(["work", "figure"])

    @cached_property
    def causes(self) -> pd.DataFrame:
        """What the error of service level and ASA comes from: a row for each ``work``, ``figure`` and ``cause``.

        Causes are ``volume, handling_time, patience, rest``; ``bias`` and ``day_error`` are what each takes off these
        when what came stands in its place. They add up to those in ``figures``.
        """
        rows = [
            {"work": name, "figure": figure, "cause": cause, **{key: parts[key][cause] for key in parts}}
            for name, work in self._json["work"].items()
            for figure, parts in work["causes"].items()
            for cause in ("volume", "handling_time", "patience", "rest")
        ]
        return frame_of_rows(rows, ("work", "figure", "cause"))

    @cached_property
    def days(self) -> pd.DataFrame:
        """A row for each ``work`` and ``date``, which begins at ``time``.

        Every figure as predicted, its ``_p05`` and ``_p95`` of single days, and ``_actual``.
        """
        return with_time(frame_of_rows(self._times("by_day"), ("work", "date")), self._json["time_zone"])

    @cached_property
    def intervals(self) -> pd.DataFrame:
        """The same by interval, which begins at ``start``, local time; ``time`` is the moment, whatever clocks do."""
        table = frame_of_rows(self._times("by_interval"), ("work", "start"))
        again = table[["work", "start"]].duplicated().to_numpy()
        table.insert(0, "time", times_of(table["start"].tolist(), self._json["time_zone"], again))
        table["start"] = pd.to_datetime(table["start"])
        return table

    @property
    def left_out(self) -> dict[str, Any]:
        """What only the scenario or only the log has: days, calls while closed, queues, work."""
        return dict(self._json["left_out"])

    def _times(self, key: str) -> Iterator[dict[str, Any]]:
        for name, work in self._json["work"].items():
            for row in work[key]:
                yield {"work": name, **row}

    def _repr_html_(self) -> str:
        sentences = [f"{name}: {sentence}" for name, told in self.verdict.items() for sentence in told]
        table = self.figures[["predicted", "actual", "bias", "interval_error", "day_error", "days_near"]]
        return card(self._json["scenario"], sentences, [table])

    def __repr__(self) -> str:
        return f"<freiton.Validation {self._json['scenario']!r}: {len(self._json['days'])} days>"


def validate(
    scenario: Scenario | Source,
    against: Log,
    staff: Staff | None = None,
    organisation: str | None = None,
    seed: int | None = None,
    threads: int | None = None,
    columns: Columns | None = None,
    dates: Dates | None = None,
    decimal: Decimal | None = None,
    unit_s: float | None = None,
    sheet: str | None = None,
    time_zone: str | None = None,
    first_day: Date | None = None,
    open: str | None = None,
    wrap_up: float | timedelta | None = None,
    progress: Progress = False,
) -> Validation:
    """Holds what is predicted of a scenario with given staff against the log of what came, ``against``.

    The log is calls one by one or counts by interval, as ``freiton import`` reads them. What its file leaves open is
    said as in ``freiton.import_log``. ``wrap_up`` (seconds, or a timedelta) is what its handling times leave out;
    without it a log of talk alone gets the wrap-up that the scenario states, and 0 says that nothing is left out. The
    other arguments are as in ``freiton.simulate``.

    Raises ScenarioError if a team has no staff, or if the log cannot be read or has no day or queue of the scenario;
    ValueError or TypeError if an argument is wrong. A prediction that does not hold is a result.
    """
    changes = changes_of(seed)
    log = log_of("against", against, columns, dates, decimal, unit_s, sheet, time_zone, first_day, open)
    extra = None if wrap_up is None else seconds("wrap_up", wrap_up)
    asked = with_staff(chosen(scenario, None, organisation), staff, changes)
    with shown(progress, "validate") as tell:
        return Validation(_engine.validate_json(asked._loaded, changes, log, extra, threads_of(threads), tell))
