# SPDX-License-Identifier: Apache-2.0
"""What a log does not say outright: patience, variation, wrap-up."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pandas as pd

from freiton import _engine
from freiton._arguments import Date
from freiton._asking import Progress, changes_of, shown, threads_of
from freiton._frames import frame_of_rows
from freiton._html import card
from freiton._log import Columns, Dates, Decimal, Log, log_of
from freiton._plan import chosen
from freiton._result import Answer
from freiton._scenario import Scenario, Source
from freiton._staff import Staff, with_staff


class Calibration(Answer):
    """What was found in a log, and how well it is known. Can be pickled."""

    @property
    def keys(self) -> dict[str, Any]:
        """What was found as keys of the scenario: ``scenario.with_(calibration.keys)`` is the calibrated one."""
        return dict(self._json["keys"])

    @property
    def found(self) -> dict[str, list[str]]:
        """Of each kind of calls, in sentences: what was found, how near it comes, what stays unexplained."""
        parts = ("found", "checked", "unexplained")
        return {name: [told for part in parts for told in work[part]] for name, work in self._json["work"].items()}

    @cached_property
    def checks(self) -> pd.DataFrame:
        """Service level, ASA and abandoned calls of the ``log``, and as simulated with the scenario's own volumes.

        ``before`` and ``after`` it was calibrated; ``further_off`` where that made it worse than the days leave in
        doubt. The index is ``work`` and ``figure``.
        """
        columns = ("work", "figure", "log", "before", "after", "doubt", "further_off")
        return frame_of_rows(self._rows("checks"), columns).set_index(["work", "figure"])

    @cached_property
    def outliers(self) -> pd.DataFrame:
        """Single intervals far off their day, left out of the variation: ``work, start, log``, and ``usual`` calls."""
        return frame_of_rows(self._rows("outliers"), ("work", "start", "log", "usual"))

    @cached_property
    def values(self) -> pd.DataFrame:
        """A row for each ``work`` and ``value``, which are the index; times in seconds, shares as fractions.

        ``scenario`` is what that says, ``found`` the estimate with its ``standard_error``; ``at_most`` a limit of 95 %
        where nothing at all would explain the log too; ``source`` what told it ("waits", "days", "calls",
        "simulation"); ``withheld`` why it is not among the ``keys`` ("nothing_told": chance alone makes it;
        "further_off": simulations with it are further from the log).
        """
        rows = [
            {
                "work": name,
                "value": key,
                "scenario": found["scenario"],
                "found": found["value"],
                "standard_error": found["standard_error"],
                "at_most": found["at_most"],
                "source": found["from"],
                "withheld": found["withheld"],
            }
            for name, work in self._json["work"].items()
            for key, found in work["values"].items()
        ]
        columns = ("work", "value", "scenario", "found", "standard_error", "at_most", "source", "withheld")
        table = frame_of_rows(rows, columns).set_index(["work", "value"])
        numbers = ["scenario", "found", "standard_error", "at_most"]
        return table.astype(dict.fromkeys(numbers, "float64"))

    @cached_property
    def laws(self) -> pd.DataFrame:
        """The laws of patience that were held against the waits, by their AIC; ``chosen`` is one of each ``work``."""
        return frame_of_rows(self._rows("laws"), ("work", "law"))

    @cached_property
    def patience(self) -> pd.DataFrame:
        """The ``share`` of callers who are still willing to wait after ``wait_s``, whatever the law (Kaplan and Meier).

        With Greenwood's ``standard_error``; ``at_risk`` callers waited at least so long.
        """
        return frame_of_rows(self._rows("patience"), ("work", "wait_s"))

    @cached_property
    def figures(self) -> pd.DataFrame:
        """Service level, ASA and abandonment by ``hour`` of the day: of the ``log``, and ``simulated`` as calibrated.

        ``noise`` is the standard deviation that chance alone gives the log's figure; ``hour`` is missing over all.
        """
        return frame_of_rows([*self._rows("by_hour"), *self._rows("totals")], ("work", "hour", "figure"))

    @property
    def left_out(self) -> dict[str, Any]:
        """What only the scenario or only the log has: days, calls while closed, queues, work."""
        return dict(self._json["left_out"])

    def _rows(self, key: str) -> list[dict[str, Any]]:
        return [{"work": name, **row} for name, work in self._json["work"].items() for row in work[key]]

    def _repr_html_(self) -> str:
        sentences = [f"{name}: {sentence}" for name, told in self.found.items() for sentence in told]
        return card(self._json["scenario"], sentences, [self.values])

    def __repr__(self) -> str:
        return f"<freiton.Calibration {self._json['scenario']!r}: {len(self._json['days'])} days>"


def calibrate(
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
    progress: Progress = False,
) -> Calibration:
    """Finds out what the log of what came, ``against``, does not say outright of a scenario.

    Patience from single waits, variation from the differences of days; and, where the scenario (or ``staff``) says who
    was there, the wrap-up time by simulation. The log and what its file leaves open are as in ``freiton.validate``.

    Raises ScenarioError if the log cannot be read or has no day or queue of the scenario; ValueError or TypeError if an
    argument is wrong.
    """
    changes = changes_of(seed)
    log = log_of("against", against, columns, dates, decimal, unit_s, sheet, time_zone, first_day, open)
    asked = with_staff(chosen(scenario, None, organisation), staff, changes)
    with shown(progress, "calibrate") as tell:
        return Calibration(_engine.calibrate_json(asked._loaded, changes, log, threads_of(threads), tell))
