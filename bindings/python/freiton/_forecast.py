# SPDX-License-Identifier: Apache-2.0
"""Volumes and handling times of the coming weeks, with their doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, TypeAlias

from freiton import _engine
from freiton._arguments import Date, date, dates_of, interval_of, number, seconds, text, whole, wrong_type
from freiton._forecast_answer import Forecast
from freiton._log import Columns, Dates, Decimal, Log, log_of, title_of

Days: TypeAlias = Date | Iterable[Date]
"""One day or several."""


def forecast(
    history: Log,
    *,
    weeks: int = 2,
    from_: Date | None = None,
    low: float = 0.1,
    high: float = 0.9,
    holidays: Days = (),
    events: Mapping[str, Days] | None = None,
    interval_min: int | None = None,
    handling_time: float | timedelta | None = None,
    columns: Columns | None = None,
    dates: Dates | None = None,
    decimal: Decimal | None = None,
    unit_s: float | None = None,
    sheet: str | None = None,
    time_zone: str | None = None,
    first_day: Date | None = None,
    open: str | None = None,
) -> Forecast:
    """Tells the volumes of the coming weeks of what came, ``history``, and tries itself on that first.

    The history is what ``import_log`` reads, with the same arguments; it must span 21 days, and need not have handling
    times. ``from_`` is the first day, the one after the history unless given; ``low`` and ``high`` are the quantiles of
    the bands. ``holidays`` are those of the past and to come; ``events`` days with a name, of the past and to come,
    whose effect is learnt: ``{"price list": ["2003-06-02", "2003-12-01"]}``. ``handling_time`` is for the scenario,
    where the history has none.

    Raises ScenarioError if the history cannot be read, is too short or reaches into the days that are asked for;
    ValueError or TypeError if an argument is wrong.
    """
    asked = _engine.ForecastOptions()
    asked.days = 7 * whole("weeks", weeks, 1, 53)
    if from_ is not None:
        asked.set_from(date("from_", from_))
    asked.low_quantile = _quantile("low", low, 0.0, 0.5)
    asked.high_quantile = _quantile("high", high, 0.5, 1.0)
    _add_days(asked, holidays, events)
    interval = interval_of(interval_min)
    mean_s = None if handling_time is None else seconds("handling_time", handling_time)
    given = log_of("history", history, columns, dates, decimal, unit_s, sheet, time_zone, first_day, open)
    return Forecast(*_engine.forecast(given, asked, f"Forecast from {title_of(history)}", interval, mean_s))


def _quantile(name: str, value: Any, least: float, most: float) -> float:
    found = number(name, value)
    if not least < found < most:
        raise ValueError(f"{name}: must be between {least:g} and {most:g}, got {found}")
    return found


def _add_days(asked: _engine.ForecastOptions, holidays: Days, events: Mapping[str, Days] | None) -> None:
    """Days that are called "holiday" are holidays."""
    if events is not None and not isinstance(events, Mapping):
        raise wrong_type("events", "a dict of dates by name", events)
    free = dates_of("holidays", holidays)
    for name, days in (events or {}).items():
        if text("events", name) == "holiday":
            free += dates_of("events", days)
        else:
            asked.add_event(name, dates_of("events", days))
    asked.set_holidays(free)
